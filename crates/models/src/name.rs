//! The name that others see.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A display name: 1 to 80 characters in any script, no control or bidirectional-override characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DisplayName(String);

/// Why a name was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAName {
    /// Nothing but blanks.
    Empty,
    /// Too many characters.
    TooLong,
    /// A character that has no place in a name: a line break, a control or an invisible direction mark.
    Unprintable,
}

impl fmt::Display for NotAName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a name: {self:?}")
    }
}

impl std::error::Error for NotAName {}

impl DisplayName {
    /// The longest name, in characters.
    pub const MAX_CHARS: usize = 80;

    /// Parses what was typed; runs of blanks become one.
    pub fn parse(text: &str) -> Result<Self, NotAName> {
        on_one_line(text, Self::MAX_CHARS).map(Self)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What somebody calls something, as typed: at most `max` characters in any script, on one line; runs of blanks become one.
pub fn on_one_line(text: &str, max: usize) -> Result<String, NotAName> {
    let name = text.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if name.trim().is_empty() {
        Err(NotAName::Empty)
    } else if name.chars().any(is_unprintable) {
        Err(NotAName::Unprintable)
    } else if name.chars().count() > max {
        Err(NotAName::TooLong)
    } else {
        Ok(name)
    }
}

/// Whether a character cannot be seen and would change what is seen around it.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

impl TryFrom<String> for DisplayName {
    type Error = NotAName;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<DisplayName> for String {
    fn from(name: DisplayName) -> Self {
        name.0
    }
}

impl fmt::Display for DisplayName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_names_of_any_script_and_folds_blanks() {
        assert_eq!(DisplayName::parse("  Ada   Lovelace ").unwrap().as_str(), "Ada Lovelace");
        assert!(DisplayName::parse("ليلى").is_ok());
    }

    #[test]
    fn refuses_with_a_reason() {
        assert_eq!(DisplayName::parse("   "), Err(NotAName::Empty));
        assert_eq!(DisplayName::parse(&"x".repeat(81)), Err(NotAName::TooLong));
        assert_eq!(DisplayName::parse("a\r\nBcc: b"), Err(NotAName::Unprintable));
        assert_eq!(DisplayName::parse("\u{202E}evil"), Err(NotAName::Unprintable));
    }
}
