//! Log lines: on standard error, in UTC, one line for each event whatever its values hold.

use super::config::{Config, LogFormat};
use std::fmt::Write as _;
use std::io::{self, Write};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

/// What is not logged unless the operator's filter names it: at each start dioxus tells which functions it registers, and
/// that it misses a file which `perfil-web` takes the place of; at `trace` it writes whole pages, form tokens included.
const QUIET: &str = "dioxus_server=error,dioxus_core=info";

/// Starts logging as configured. A panic becomes a log line too.
pub fn start(config: &Config) {
    let builder = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(format!("{QUIET},{}", config.log)))
        .with_ansi(false)
        // It would be told on standard error, and panic where that is what cannot be written: a log on a full disk.
        .log_internal_errors(false)
        .with_writer(OneLine(io::stderr));
    match config.log_format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().flatten_event(true).with_current_span(false).init(),
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        let message = panic.payload_as_str().unwrap_or("something that is no text");
        tracing::error!(place, message, "a panic");
    }));
}

/// The text with its control characters made visible, so that what others wrote can neither begin a line nor steer a
/// terminal. Inside a JSON string it says the same.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            c if is_steering(c) => _ = write!(shown, "\\u{:04x}", u32::from(c)),
            c => shown.push(c),
        }
    }
    shown
}

/// [`visible`], but lines stay lines.
pub fn visible_lines(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

/// Controls, the two Unicode line ends, and the marks that turn the direction of writing.
fn is_steering(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Gives writers that turn each event into one line. The text format escapes what it writes with `Debug`, but not what it
/// writes with `Display`.
struct OneLine<W>(fn() -> W);

impl<W: Write> Write for OneLineWriter<W> {
    /// Takes a whole event: `tracing-subscriber` writes each in one call.
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        let line = visible(text.trim_end_matches(['\r', '\n'])) + "\n";
        self.0.write_all(line.as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

struct OneLineWriter<W>(W);

impl<W: Write> MakeWriter<'_> for OneLine<W> {
    type Writer = OneLineWriter<W>;

    fn make_writer(&self) -> Self::Writer {
        OneLineWriter(self.0())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};
    use tracing_subscriber::util::SubscriberInitExt;

    #[derive(Clone, Default)]
    struct Memory(Arc<Mutex<Vec<u8>>>);

    impl Write for Memory {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    thread_local! {
        static MEMORY: Memory = Memory::default();
    }

    fn log(json: bool) -> String {
        let writer = OneLine(|| MEMORY.with(Clone::clone));
        let builder = tracing_subscriber::fmt().with_ansi(false).with_writer(writer);
        let guard = if json { builder.json().set_default() } else { builder.set_default() };
        let forged = "x\r\n2030-01-01T00:00:00Z  INFO signed in\u{1b}[2J\u{85}\u{202e}";
        tracing::info!(shown = %forged, debugged = ?forged, plain = forged, "said {forged}");
        drop(guard);
        MEMORY.with(|memory| String::from_utf8(std::mem::take(&mut *memory.0.lock().unwrap())).unwrap())
    }

    #[test]
    fn s22_a_value_cannot_forge_a_line() {
        for json in [false, true] {
            let text = log(json);
            assert_eq!(text.lines().count(), 1, "{text}");
            assert!(text.ends_with('\n') && !text.trim_end().contains(is_steering), "{text:?}");
        }
    }

    #[test]
    fn ordinary_text_of_any_language_stays_as_it_is() {
        assert_eq!(visible("Grüße, سلام 日本"), "Grüße, سلام 日本");
        assert_eq!(visible("a\r\nb"), "a\\r\\nb");
    }
}
