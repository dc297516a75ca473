//! Keys by which programs prove themselves: what one is called, what it may do, and how long one goes on that is replaced.

use crate::name::{NotAName, on_one_line};
use serde::{Deserialize, Serialize};

/// What an API key may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Ask whose a session is.
    Sessions,
    /// Tell what happened.
    Events,
    /// Create organizations and people, and tell what is new about them.
    Provisioning,
    /// Ask how people want to be told about what.
    Preferences,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 4] = [Self::Sessions, Self::Events, Self::Provisioning, Self::Preferences];

    /// The word in the database, on the command line and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sessions => "sessions",
            Self::Events => "events",
            Self::Provisioning => "provisioning",
            Self::Preferences => "preferences",
        }
    }

    /// The scopes among words that are parted by blanks.
    pub fn of_row(words: &str) -> Vec<Self> {
        Self::ALL.into_iter().filter(|scope| words.split(' ').any(|word| word == scope.as_str())).collect()
    }

    /// The inverse.
    pub fn to_row(scopes: &[Self]) -> String {
        scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// What an Owner calls a key: 1 to 60 characters in any script, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyName(String);

impl KeyName {
    /// The longest name, in characters.
    pub const MAX_CHARS: usize = 60;

    /// Parses what was typed; runs of blanks become one.
    pub fn parse(text: &str) -> Result<Self, NotAName> {
        on_one_line(text, Self::MAX_CHARS).map(Self)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How long a key goes on beside the one that takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Overlap {
    /// Not at all.
    None,
    /// An hour.
    Hour,
    /// 24 hours.
    Day,
    /// Seven days.
    Week,
}

impl Overlap {
    /// Every one, the shortest first.
    pub const ALL: [Self; 4] = [Self::None, Self::Hour, Self::Day, Self::Week];

    /// The word in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
        }
    }

    /// The overlap of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|overlap| overlap.as_str() == word)
    }

    /// In milliseconds.
    pub fn millis(self) -> i64 {
        const HOUR: i64 = 60 * 60 * 1_000;
        match self {
            Self::None => 0,
            Self::Hour => HOUR,
            Self::Day => 24 * HOUR,
            Self::Week => 7 * 24 * HOUR,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_come_back_from_their_words() {
        assert_eq!(Scope::of_row(&Scope::to_row(&Scope::ALL)), Scope::ALL);
        assert_eq!(Scope::of_row("preferences flying events"), [Scope::Events, Scope::Preferences]);
        assert!(Scope::of_row("").is_empty());
    }

    #[test]
    fn a_name_has_one_to_60_characters_on_one_line() {
        assert_eq!(KeyName::parse("  Web   shop ").map(|name| name.0).as_deref(), Ok("Web shop"));
        assert!(KeyName::parse(&"ä".repeat(60)).is_ok());
        assert_eq!(KeyName::parse(&"ä".repeat(61)), Err(NotAName::TooLong));
        assert_eq!(KeyName::parse(" "), Err(NotAName::Empty));
        assert_eq!(KeyName::parse("a\nb"), Err(NotAName::Unprintable));
    }

    #[test]
    fn an_overlap_comes_back_from_its_word() {
        for overlap in Overlap::ALL {
            assert_eq!(Overlap::from_word(overlap.as_str()), Some(overlap));
        }
        assert!(Overlap::ALL.is_sorted_by_key(|overlap| overlap.millis()));
        assert_eq!(Overlap::from_word("year"), None);
    }
}
