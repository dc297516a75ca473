//! Where the values come from: a file, and over it the environment. Here they are text still.

use super::keys::{self, KEYS};
use super::problem::Problem;
use perfil_models::Secret;
use std::collections::BTreeMap;
use std::fmt;
use toml::Value;

/// Who decided a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody: the default holds.
    Default,
    /// The configuration file.
    File,
    /// The environment.
    Environment,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Default => "default",
            Self::File => "file",
            Self::Environment => "environment",
        })
    }
}

/// The values that somebody decided. Each is kept like a secret, because some are.
#[derive(Clone, Debug, Default)]
pub struct Values(BTreeMap<&'static str, (Secret, Origin)>);

impl Values {
    /// Takes what the file says, then what the environment says. Empty text counts as not set.
    pub fn gather(file: Option<&str>, environment: impl Fn(&str) -> Option<String>) -> (Self, Vec<Problem>) {
        let mut values = Self::default();
        let mut problems = Vec::new();
        if let Some(text) = file {
            values.take_file(text, &mut problems);
        }
        for key in KEYS {
            if let Some(text) = environment(&key.variable()) {
                values.set(key.name, &text, Origin::Environment);
            }
        }
        (values, problems)
    }

    /// The text of a setting, if somebody decided it.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|(text, _)| text.reveal())
    }

    /// Who decided a setting.
    pub fn origin(&self, name: &str) -> Origin {
        self.0.get(name).map_or(Origin::Default, |(_, origin)| *origin)
    }

    fn set(&mut self, name: &'static str, text: &str, origin: Origin) {
        match text.trim() {
            "" => self.0.remove(name),
            text => self.0.insert(name, (Secret::new(text), origin)),
        };
    }

    fn take_file(&mut self, text: &str, problems: &mut Vec<Problem>) {
        let table = match text.parse::<toml::Table>() {
            Ok(table) => table,
            Err(error) => return problems.push(not_toml(text, &error)),
        };
        self.take_table("", table, problems);
    }

    /// `url` in the table `sms` is the same as `sms_url` outside of it.
    fn take_table(&mut self, prefix: &str, table: toml::Table, problems: &mut Vec<Problem>) {
        for (name, value) in table {
            let name = format!("{prefix}{name}");
            match (keys::find(&name), as_text(&value), value) {
                (None, _, Value::Table(table)) => self.take_table(&format!("{name}_"), table, problems),
                (None, ..) => problems.push(Problem::new(&name, unknown(&name))),
                (Some(key), Some(text), _) => self.set(key.name, &text, Origin::File),
                (Some(key), None, _) => {
                    problems.push(Problem::new(key.name, "write it as text, a number, or a list of texts"));
                }
            }
        }
    }
}

/// Only the line's number: the line itself may hold a secret.
fn not_toml(text: &str, error: &toml::de::Error) -> Problem {
    let line = error.span().and_then(|span| text.get(..span.start)).map(|before| before.matches('\n').count() + 1);
    let place = line.map_or_else(String::new, |line| format!(" in line {line}"));
    Problem::new("config", format!("the file is not TOML{place}: write each setting as key = \"value\""))
}

fn unknown(name: &str) -> String {
    let known: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
    format!("there is no setting {name:?}; correct or remove it. The settings are: {}", known.join(", "))
}

fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Array(items) => items.iter().map(Value::as_str).collect::<Option<Vec<_>>>().map(|items| items.join(",")),
        _ => None,
    }
}
