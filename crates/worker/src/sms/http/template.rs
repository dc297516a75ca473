//! Texts with fields to fill in, each value written as the place it goes to wants it.

use crate::ConfigError;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// A field, by the name that stands between braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    To,
    ToDigits,
    Text,
    Id,
    ReceiptUrl,
}

const FIELDS: [(&str, Field); 5] = [
    ("to", Field::To),
    ("to_digits", Field::ToDigits),
    ("text", Field::Text),
    ("id", Field::Id),
    ("receipt_url", Field::ReceiptUrl),
];

/// What the fields are filled with.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    /// E.164, with its plus.
    pub to: &'a str,
    pub text: &'a str,
    pub id: &'a str,
    pub receipt_url: &'a str,
}

impl<'a> Values<'a> {
    fn of(&self, field: Field) -> &'a str {
        match field {
            Field::To => self.to,
            Field::ToDigits => self.to.trim_start_matches('+'),
            Field::Text => self.text,
            Field::Id => self.id,
            Field::ReceiptUrl => self.receipt_url,
        }
    }
}

/// How a value is written so that it stays one value, whatever it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Inside the quotes of JSON.
    Json,
    /// In a query or a form.
    Urlencoded,
    /// In the text of an element or in an attribute.
    Xml,
    /// As it is.
    Plain,
}

impl Writing {
    fn write(self, value: &str) -> String {
        match self {
            Self::Json => {
                let quoted = serde_json::Value::from(value).to_string();
                quoted[1..quoted.len() - 1].to_owned()
            }
            Self::Urlencoded => utf8_percent_encode(value, NON_ALPHANUMERIC).to_string(),
            Self::Xml => value.chars().map(xml).collect(),
            Self::Plain => value.to_owned(),
        }
    }
}

fn xml(c: char) -> String {
    match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\'' => "&apos;".to_owned(),
        c => c.to_string(),
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Plain(String),
    Field(Field),
}

/// A text with fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template(Vec<Piece>);

impl Template {
    /// Takes the text of the setting `key`. A word in small letters between braces must be the name of a field; other braces
    /// are just braces.
    pub(super) fn parse(key: &'static str, text: &str) -> Result<Self, ConfigError> {
        let (mut pieces, mut plain, mut rest) = (Vec::new(), String::new(), text);
        while let Some(at) = rest.find('{') {
            let (before, from_brace) = rest.split_at(at);
            plain.push_str(before);
            match word(from_brace) {
                Some(word) => {
                    pieces.push(Piece::Plain(std::mem::take(&mut plain)));
                    pieces.push(Piece::Field(field(key, word)?));
                    rest = &from_brace[word.len() + 2..];
                }
                None => {
                    plain.push('{');
                    rest = &from_brace[1..];
                }
            }
        }
        plain.push_str(rest);
        pieces.push(Piece::Plain(plain));
        pieces.retain(|piece| *piece != Piece::Plain(String::new()));
        Ok(Self(pieces))
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Field(field) => Some(*field),
            Piece::Plain(_) => None,
        })
    }

    /// The text with the values in the place of the fields. A value is never looked through for fields.
    pub(super) fn fill(&self, values: &Values<'_>, writing: Writing) -> String {
        let write = |piece: &Piece| match piece {
            Piece::Plain(text) => text.clone(),
            Piece::Field(field) => writing.write(values.of(*field)),
        };
        self.0.iter().map(write).collect()
    }
}

/// The word between the brace that the text begins with and the next one.
fn word(text: &str) -> Option<&str> {
    let (word, _) = text[1..].split_once('}')?;
    let named = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    named.then_some(word)
}

fn field(key: &'static str, word: &str) -> Result<Field, ConfigError> {
    let found = FIELDS.iter().find(|(name, _)| *name == word);
    found.map(|(_, field)| *field).ok_or_else(|| {
        let known = FIELDS.map(|(name, _)| format!("{{{name}}}")).join(", ");
        ConfigError::Setting {
            key,
            why: format!("there is nothing to put in the place of {{{word}}}; there are {known}"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: Values<'_> =
        Values {
            to: "+447700900123", text: "5 € & \"{id}\"\n<1>", id: "row", receipt_url: "https://a.example/r?id=1"
        };

    fn filled(text: &str, writing: Writing) -> String {
        Template::parse("sms_http_body", text).unwrap().fill(&VALUES, writing)
    }

    #[test]
    fn values_are_written_for_their_place() {
        let body = filled(r#"{"to":"{to}","a":{"b":{}},"text":"{text}"}"#, Writing::Json);
        assert_eq!(body, r#"{"to":"+447700900123","a":{"b":{}},"text":"5 € & \"{id}\"\n<1>"}"#);
        assert_eq!(
            filled("n={to_digits}&t={text}", Writing::Urlencoded),
            "n=447700900123&t=5%20%E2%82%AC%20%26%20%22%7Bid%7D%22%0A%3C1%3E"
        );
        assert_eq!(filled("<t>{text}</t>", Writing::Xml), "<t>5 € &amp; &quot;{id}&quot;\n&lt;1&gt;</t>");
        assert_eq!(filled("{id} {receipt_url} {", Writing::Plain), "row https://a.example/r?id=1 {");
    }

    #[test]
    fn an_unknown_field_is_named() {
        let why = Template::parse("sms_http_body", "{to} {from}").unwrap_err().to_string();
        assert!(why.contains("{from}") && why.contains("{receipt_url}"), "{why}");
    }
}
