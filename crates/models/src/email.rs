//! Email addresses.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An address that a mail server will take: ASCII, one `@`, at most 254 characters (RFC 5321 §4.5.3.1.3).
///
/// ASCII only, so that two addresses that look or fold alike cannot be two accounts (CVE-2019-19844), and without
/// quotes, spaces or control characters, so that it cannot smuggle a header or an SMTP command.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// The text is not an address that mail can be sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnEmailAddress;

impl fmt::Display for NotAnEmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an email address")
    }
}

impl std::error::Error for NotAnEmailAddress {}

impl EmailAddress {
    /// Parses what was typed, trimming blanks around it.
    pub fn parse(text: &str) -> Result<Self, NotAnEmailAddress> {
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or(NotAnEmailAddress)?;
        let local_is_fine = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b));
        let domain_is_fine = domain.contains('.') && domain.split('.').all(is_domain_label);
        if text.len() <= 254 && local_is_fine && domain_is_fine {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAnEmailAddress)
        }
    }

    /// The address as typed, the form that mail is sent to.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as others may see it: `a…@example.com`.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        let first: String = local.chars().take(1).collect();
        format!("{first}…@{domain}")
    }

    /// The form that is compared and kept unique: ASCII lower case.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

fn is_domain_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

impl TryFrom<String> for EmailAddress {
    type Error = NotAnEmailAddress;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_ordinary_addresses() {
        for text in ["ada@example.com", " Ada.L+x@mail.example.test ", "a@b.co"] {
            assert!(EmailAddress::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn refuses_what_could_smuggle_or_collide() {
        for text in [
            "",
            "ada",
            "@example.com",
            "ada@",
            "ada@localhost",
            "a b@example.com",
            "ada@exa\nmple.com",
            "ada@example.com\r\nBcc: x@example.com",
            "<ada@example.com>",
            "adä@example.com",
            "mıke@example.com",
            "ada@-example.com",
            "\"a\"@example.com",
            "ada@example..com",
        ] {
            assert!(EmailAddress::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_masked_address_shows_its_first_letter_and_domain() {
        assert_eq!(EmailAddress::parse("ada@example.com").unwrap().masked(), "a…@example.com");
    }

    #[test]
    fn folds_case() {
        assert_eq!(EmailAddress::parse("Ada@Example.COM").unwrap().folded(), "ada@example.com");
    }
}
