//! Why somebody asks for something, in their own words.

use crate::name::is_unprintable;
use std::fmt;

/// A reason: 1 to 500 characters on one line, in any script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(String);

/// Why a reason was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAReason {
    /// Nothing but blanks.
    Empty,
    /// More than [`Reason::MAX_CHARS`] characters.
    TooLong,
}

impl fmt::Display for NotAReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a reason: {self:?}")
    }
}

impl std::error::Error for NotAReason {}

impl Reason {
    /// The longest reason, in characters.
    pub const MAX_CHARS: usize = 500;

    /// Parses what was typed. Line breaks, controls and invisible direction marks become blanks, and runs of blanks one.
    pub fn parse(text: &str) -> Result<Self, NotAReason> {
        let is_blank = |c: char| c.is_whitespace() || is_unprintable(c);
        let reason = text.split(is_blank).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        if reason.is_empty() {
            Err(NotAReason::Empty)
        } else if reason.chars().count() > Self::MAX_CHARS {
            Err(NotAReason::TooLong)
        } else {
            Ok(Self(reason))
        }
    }

    /// The reason as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_one_line_without_what_cannot_be_seen() {
        let reason = Reason::parse("  I pay\r\nthe\tinvoices\u{202E} now\u{0} ").map(|reason| reason.0);
        assert_eq!(reason.as_deref(), Ok("I pay the invoices now"));
    }

    #[test]
    fn has_one_to_500_characters() {
        assert_eq!(Reason::parse(" \n\u{200B}"), Err(NotAReason::Empty));
        assert!(Reason::parse(&"ä".repeat(500)).is_ok());
        assert_eq!(Reason::parse(&"ä".repeat(501)), Err(NotAReason::TooLong));
    }
}
