//! A row's arguments, those in clear and those sealed, as the reader writes them.

use super::{RenderError, brief};
use perfil_accounts::keys::{Keys, Purpose};
use perfil_i18n::{Argument, Format, Locales};
use perfil_models::{CountryCode, Language, Role};
use perfil_store::outbox::MessageRow;
use serde::Deserialize;
use serde_json::{Map, Value};

/// Arguments that choose a plural, and so are numbers however they were written.
const NUMBERS: [&str; 1] = ["minutes"];

/// Names that the platform or a person gave, of any length.
const NAMES: [&str; 4] = ["import", "payment", "invoice", "asker"];

/// What a reader writes in an own way.
#[derive(Deserialize)]
#[serde(untagged)]
enum Figure {
    /// Money, in the smallest unit of the currency (ISO 4217).
    Amount { minor: i64, currency: String },
    /// How many of something.
    Count { count: i64 },
    /// A day of the calendar (ISO 8601).
    Day { date: String },
    /// What a member is.
    Role { role: Role },
    /// A moment other than that of the message, milliseconds.
    Moment { moment: i64 },
}

/// How the reader writes.
struct Pen<'a> {
    locales: &'a Locales,
    language: Language,
    format: Format,
    is_brief: bool,
}

/// Everything that the words may use.
pub(super) struct Arguments(Map<String, Value>);

impl Arguments {
    /// Opens and joins both kinds. `at` (milliseconds), `country` (ISO 3166-1) and `time_zone` (IANA), each of which may
    /// be absent, become `when`. A [`Figure`] becomes its text; a count stays, for plurals, and its text is called
    /// `…_text`.
    pub(super) fn of(
        row: &MessageRow,
        keys: &Keys,
        locales: &Locales,
        language: Language,
    ) -> Result<Self, RenderError> {
        let mut arguments = object(&row.arguments)?;
        if let Some(sealed) = &row.sealed {
            arguments.append(&mut object(&keys.open(Purpose::Outbox, &row.id, sealed)?)?);
        }
        let text = |name: &str| arguments.get(name).and_then(Value::as_str);
        let country = text("country").and_then(|code| CountryCode::parse(code).ok());
        let format = locales.format(language, country, text("time_zone"))?;
        if let (None, Some(at)) = (arguments.get("when"), arguments.get("at").and_then(Value::as_i64)) {
            arguments.insert("when".to_owned(), Value::String(format.moment(at)));
        }
        let pen = Pen { locales, language, format, is_brief: row.channel == "sms" };
        let mut written = Map::new();
        for (name, value) in arguments {
            write(&mut written, name, value, &pen)?;
        }
        Ok(Self(written))
    }

    /// The token of the link that the message carries, if it carries one.
    pub(super) fn token(&self) -> Option<&str> {
        self.text("token")
    }

    /// Where the platform shows what the message is about, if it said so.
    pub(super) fn url(&self) -> Option<&str> {
        self.text("url").filter(|url| url.starts_with("https://") && url.bytes().all(|byte| byte.is_ascii_graphic()))
    }

    /// Whether the message takes the place of a text message that did not arrive.
    pub(super) fn is_instead_of_sms(&self) -> bool {
        self.text("sms") == Some("failed")
    }

    /// The arguments as the locales take them.
    pub(super) fn list(&self) -> Vec<(&str, Argument<'_>)> {
        let argument = |(name, value)| Some((String::as_str(name), argument(name, value)?));
        self.0.iter().filter_map(argument).collect()
    }

    /// The same for a text message: in letters that phones have, names in `longest_name` characters at most.
    pub(super) fn brief_list(&self, longest_name: usize) -> Vec<(&str, Argument<'_>)> {
        let brief = |(name, argument)| match argument {
            Argument::Text(text) if NAMES.contains(&name) => {
                (name, brief::clip(&brief::plain(&text), longest_name).into())
            }
            Argument::Text(text) => (name, brief::plain(&text).into()),
            number => (name, number),
        };
        self.list().into_iter().map(brief).collect()
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }
}

fn write(written: &mut Map<String, Value>, name: String, value: Value, pen: &Pen<'_>) -> Result<(), RenderError> {
    if !value.is_object() {
        written.insert(name, value);
        return Ok(());
    }
    let Pen { locales, language, format, is_brief } = pen;
    let figure = serde_json::from_value(value).map_err(|_| RenderError::Figure(name.clone()))?;
    let text = match figure {
        Figure::Amount { minor, currency } if *is_brief => brief::amount(&format.amount(minor, &currency), &currency),
        Figure::Amount { minor, currency } => format.amount(minor, &currency),
        Figure::Count { count } => {
            written.insert(format!("{name}_text"), Value::String(format.number(count as f64)));
            written.insert(name, Value::from(count));
            return Ok(());
        }
        Figure::Day { date } => format.day(&date).ok_or_else(|| RenderError::Figure(name.clone()))?,
        Figure::Moment { moment } => format.moment(moment),
        Figure::Role { role } => locales.text(*language, &format!("role-{}", role.as_str()), &[])?,
    };
    written.insert(name, Value::String(text));
    Ok(())
}

fn argument<'a>(name: &str, value: &'a Value) -> Option<Argument<'a>> {
    match value {
        Value::String(text) if NUMBERS.contains(&name) => Some(Argument::Number(text.parse().ok()?)),
        Value::String(text) => Some(Argument::from(text)),
        Value::Number(number) => Some(Argument::Number(number.as_i64()?)),
        _ => None,
    }
}

fn object(json: &str) -> Result<Map<String, Value>, RenderError> {
    match serde_json::from_str(json) {
        Ok(Value::Object(object)) => Ok(object),
        _ => Err(RenderError::Arguments),
    }
}
