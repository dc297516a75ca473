//! Server-sent events (WHATWG HTML, "Server-sent events"), as far as Perfil uses them: names, data and ids.

/// More than any message of Perfil's has.
const LONGEST: usize = 64 * 1024;

/// One event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    /// Its name; `message` where none was given.
    pub(super) event: String,
    /// Its lines of data.
    pub(super) data: String,
}

/// What is sent is longer than anything of Perfil's.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLong;

/// Takes a stream apart, in whatever pieces it arrives.
#[derive(Default)]
pub(super) struct Parser {
    line: Vec<u8>,
    event: String,
    data: Option<String>,
    /// Of the message that is not complete yet, or of the last one that had an id.
    id: String,
    last_id: String,
    /// The last byte was a carriage return: a line feed after it belongs to it.
    after_return: bool,
    begun: bool,
}

impl Parser {
    /// Of a stream that goes on where another one ended.
    pub(super) fn after(last_id: String) -> Self {
        Self { id: last_id.clone(), last_id, ..Self::default() }
    }

    /// The id that the stream goes on after; empty where none was given.
    pub(super) fn last_id(self) -> String {
        self.last_id
    }

    /// The messages that these bytes complete.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Result<Vec<Message>, TooLong> {
        let mut messages = Vec::new();
        for byte in bytes {
            let is_second_of_pair = *byte == b'\n' && self.after_return;
            self.after_return = *byte == b'\r';
            match byte {
                b'\n' if is_second_of_pair => {}
                b'\n' | b'\r' => messages.extend(self.end_line()),
                _ => self.line.push(*byte),
            }
            if self.line.len() + self.data.as_ref().map_or(0, String::len) > LONGEST {
                return Err(TooLong);
            }
        }
        Ok(messages)
    }

    fn end_line(&mut self) -> Option<Message> {
        let bytes = std::mem::take(&mut self.line);
        let text = String::from_utf8_lossy(&bytes);
        let is_first = !std::mem::replace(&mut self.begun, true);
        let line = if is_first { text.strip_prefix('\u{feff}').unwrap_or(&text) } else { &text };
        if line.is_empty() {
            return self.end_message();
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match (field, &mut self.data) {
            ("event", _) => value.clone_into(&mut self.event),
            ("id", _) if !value.contains('\0') => value.clone_into(&mut self.id),
            ("data", Some(data)) => data.extend(["\n", value]),
            ("data", none) => *none = Some(value.to_owned()),
            _ => {}
        }
        None
    }

    /// An id counts as soon as its block is complete, also where that holds nothing else.
    fn end_message(&mut self) -> Option<Message> {
        self.last_id.clone_from(&self.id);
        let event = std::mem::take(&mut self.event);
        let data = self.data.take()?;
        Some(Message { event: if event.is_empty() { "message".to_owned() } else { event }, data })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(event: &str, data: &str) -> Message {
        Message { event: event.to_owned(), data: data.to_owned() }
    }

    fn read(pieces: &[&[u8]]) -> Vec<Message> {
        let mut parser = Parser::default();
        pieces.iter().flat_map(|piece| parser.read(piece).expect("short messages")).collect()
    }

    #[test]
    fn reads_events_in_any_writing() {
        let wanted = [message("notice", "one\ntwo"), message("message", "three")];
        for text in [
            "event: notice\ndata: one\ndata: two\n\ndata: three\n\n",
            "event: notice\r\ndata: one\r\ndata: two\r\n\r\ndata: three\r\n\r\n",
            "event: notice\rdata: one\rdata: two\r\rdata: three\r\r",
            "\u{feff}: hello\n\nevent:notice\nid: 5\nretry: 10\ndata:one\ndata:two\n\n:\n\ndata:three\n\nevent: cut",
            "event: lost\n\nevent: notice\ndata: one\ndata: two\nunknown\n\n\n\ndata: three\n\n",
        ] {
            assert_eq!(read(&[text.as_bytes()]), wanted, "{text:?}");
        }
    }

    #[test]
    fn reads_what_arrives_in_pieces() {
        let text =
            "event: notice\r\ndata: größer\r\n\r\n: still here\r\n\r\nevent: signed-out\r\ndata:\r\n\r\n".as_bytes();
        let wanted = [message("notice", "größer"), message("signed-out", "")];
        for place in 0..text.len() {
            let (first, rest) = text.split_at(place);
            assert_eq!(read(&[first, rest]), wanted, "{place}");
        }
        let bytes: Vec<&[u8]> = text.chunks(1).collect();
        assert_eq!(read(&bytes), wanted);
    }

    #[test]
    fn an_event_without_data_is_none() {
        assert_eq!(read(&[b"event: notice\n\ndata\n\n"]), [message("message", "")]);
    }

    #[test]
    fn knows_after_which_event_it_goes_on() {
        for (text, last_id) in [
            ("", "0"),
            (": connected\nid: 1\n\n", "1"),
            ("id: 1\n\nid: 2\ndata: x\n\n: here\n\n", "2"),
            ("id: 1\n\nid: 2\ndata: x\n", "1"),
            ("id: 1\n\nid\n\n", ""),
            ("id: 1\n\nid: 2\u{0}\n\n", "1"),
        ] {
            let mut parser = Parser::after("0".to_owned());
            parser.read(text.as_bytes()).expect("short messages");
            assert_eq!(parser.last_id(), last_id, "{text:?}");
        }
    }

    #[test]
    fn what_never_ends_is_given_up() {
        let mut parser = Parser::default();
        assert_eq!(parser.read(&vec![b'x'; LONGEST + 1]), Err(TooLong));
        let mut parser = Parser::default();
        let line = format!("data: {}\n", "x".repeat(1_000));
        assert!((0..100).any(|_| parser.read(line.as_bytes()).is_err()));
    }
}
