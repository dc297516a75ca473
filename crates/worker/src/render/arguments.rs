//! A row's arguments, those in clear and those sealed.

use super::RenderError;
use perfil_accounts::keys::{Keys, Purpose};
use perfil_i18n::{Argument, Locales};
use perfil_models::{CountryCode, Language};
use perfil_store::outbox::MessageRow;
use serde_json::{Map, Value};

/// Arguments that choose a plural, and so are numbers however they were written.
const NUMBERS: [&str; 1] = ["minutes"];

/// Everything that the words may use.
pub(super) struct Arguments(Map<String, Value>);

impl Arguments {
    /// Opens and joins both kinds. `at` (milliseconds), `country` (ISO 3166-1) and `time_zone` (IANA), each of which may
    /// be absent, become `when`.
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
        if let (None, Some(at)) = (arguments.get("when"), arguments.get("at").and_then(Value::as_i64)) {
            let text = |name: &str| arguments.get(name).and_then(Value::as_str);
            let country = text("country").and_then(|code| CountryCode::parse(code).ok());
            let when = locales.format(language, country, text("time_zone"))?.moment(at);
            arguments.insert("when".to_owned(), Value::String(when));
        }
        Ok(Self(arguments))
    }

    /// The token of the link that the message carries, if it carries one.
    pub(super) fn token(&self) -> Option<&str> {
        self.0.get("token").and_then(Value::as_str)
    }

    /// The arguments as the locales take them.
    pub(super) fn list(&self) -> Vec<(&str, Argument<'_>)> {
        let argument = |(name, value)| Some((String::as_str(name), argument(name, value)?));
        self.0.iter().filter_map(argument).collect()
    }
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
