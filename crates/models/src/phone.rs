//! Phone numbers, the countries they belong to, and the codes that prove them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A number in E.164 form: `+`, then 7 to 15 digits, the first of them not 0.
///
/// This checks the shape only; whether the number exists in its country's plan is the server's to decide
/// (`perfil-accounts`), so that the plan's data stays out of the browser.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

/// The text is not in E.164 form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotE164;

impl fmt::Display for NotE164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a number in E.164 form")
    }
}

impl std::error::Error for NotE164 {}

impl PhoneNumber {
    /// Takes a number in E.164 form, nothing else: no blanks, no brackets.
    pub fn parse(text: &str) -> Result<Self, NotE164> {
        let digits = text.strip_prefix('+').ok_or(NotE164)?;
        let shaped =
            (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        if shaped { Ok(Self(text.to_owned())) } else { Err(NotE164) }
    }

    /// The number in E.164 form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = NotE164;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.0
    }
}

/// A country as ISO 3166-1 alpha-2, upper case. Which of them may be chosen is the server's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CountryCode([u8; 2]);

/// The text is not two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACountryCode;

impl fmt::Display for NotACountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an ISO 3166-1 alpha-2 code")
    }
}

impl std::error::Error for NotACountryCode {}

impl CountryCode {
    /// The United Kingdom.
    pub const GB: Self = Self(*b"GB");
    /// Germany.
    pub const DE: Self = Self(*b"DE");
    /// Spain.
    pub const ES: Self = Self(*b"ES");
    /// Egypt.
    pub const EG: Self = Self(*b"EG");

    /// Takes two ASCII letters of either case.
    pub fn parse(text: &str) -> Result<Self, NotACountryCode> {
        match text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(NotACountryCode),
        }
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl TryFrom<String> for CountryCode {
    type Error = NotACountryCode;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<CountryCode> for String {
    fn from(code: CountryCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The six digits of a text message.
#[derive(Clone, PartialEq, Eq)]
pub struct SmsCode(String);

/// The text does not hold exactly six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSixDigits;

impl SmsCode {
    /// How many digits a code has.
    pub const LENGTH: usize = 6;

    /// Takes six digits, typed or pasted: blanks and hyphens are dropped, Arabic-Indic digits understood.
    pub fn parse(text: &str) -> Result<Self, NotSixDigits> {
        let mut digits = String::with_capacity(Self::LENGTH);
        for c in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            digits.push(latin_digit(c).ok_or(NotSixDigits)?);
        }
        if digits.len() == Self::LENGTH { Ok(Self(digits)) } else { Err(NotSixDigits) }
    }

    /// The code for a number below 1,000,000, leading zeros kept.
    pub fn from_number(number: u32) -> Self {
        Self(format!("{:06}", number % 1_000_000))
    }

    /// The six digits.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// The Latin digit of a decimal digit in Latin, Arabic-Indic or Persian form.
pub fn latin_digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => return Some(c),
        '\u{0660}'..='\u{0669}' => c as u32 - 0x0660,
        '\u{06F0}'..='\u{06F9}' => c as u32 - 0x06F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

impl fmt::Debug for SmsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SmsCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e164_is_strict() {
        assert!(PhoneNumber::parse("+447700900123").is_ok());
        for text in ["447700900123", "+0447700900123", "+44 7700 900123", "+1234567890123456", "+44x7700900123", ""] {
            assert!(PhoneNumber::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn codes_are_pasted_in_many_shapes() {
        for text in ["012345", " 012 345 ", "012-345", "٠١٢٣٤٥"] {
            assert_eq!(SmsCode::parse(text).unwrap().reveal(), "012345", "{text}");
        }
        for text in ["12345", "1234567", "12345a", ""] {
            assert!(SmsCode::parse(text).is_err(), "{text}");
        }
        assert_eq!(SmsCode::from_number(42).reveal(), "000042");
    }

    #[test]
    fn country_codes_are_two_letters() {
        assert_eq!(CountryCode::parse("de").unwrap().as_str(), "DE");
        assert!(CountryCode::parse("DEU").is_err());
        assert!(CountryCode::parse("1A").is_err());
    }
}
