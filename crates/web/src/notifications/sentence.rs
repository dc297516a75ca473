//! What a message told, in short.

use perfil_i18n::Format;
use perfil_models::{Role, Sentence};
use serde_json::Value;

/// The sentence of a template, with amounts and days as the reader writes them.
pub fn of(template: &str, arguments: &Value, format: &Format, role_name: impl Fn(Role) -> String) -> Sentence {
    let sentence = Sentence::new(&format!("notice-{template}"));
    let Value::Object(arguments) = arguments else { return sentence };
    arguments.iter().fold(sentence, |sentence, (name, value)| match argument(value, format, &role_name) {
        Some(text) => sentence.with(name, text),
        None => sentence,
    })
}

fn argument(value: &Value, format: &Format, role_name: impl Fn(Role) -> String) -> Option<String> {
    let part = |name: &str| value.get(name);
    if let Some(count) = part("count") {
        return Some(format.number(count.as_f64()?));
    }
    if let Some(day) = part("date") {
        return format.day(day.as_str()?);
    }
    if let Some(role) = part("role") {
        return Some(role_name(Role::from_word(role.as_str()?)?));
    }
    match (part("minor"), part("currency")) {
        (Some(minor), Some(currency)) => Some(format.amount(minor.as_i64()?, currency.as_str()?)),
        _ => value.as_str().map(str::to_owned),
    }
}
