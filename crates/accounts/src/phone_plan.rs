//! The world's numbering plans, from libphonenumber's data.

use perfil_models::error::PhoneError;
use perfil_models::phone::latin_digit;
use perfil_models::{CountryCode, PhoneNumber};
use phonenumber::country::Id;
use phonenumber::metadata::{DATABASE, Database};
use phonenumber::{Mode, Type};
use std::str::FromStr;

/// Ofcom's range for examples and drama, +44 7700 900000 to 900999: not in libphonenumber's data because nobody can have
/// such a number, and taken here so that examples, demos and tests need nobody's.
const EXAMPLES: &str = "+447700900";
const EXAMPLES_COUNTRY: CountryCode = CountryCode::GB;

/// What was typed, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedNumber {
    /// E.164.
    pub number: PhoneNumber,
    /// The country it belongs to.
    pub country: CountryCode,
    /// Its dial code without `+`.
    pub dial_code: u16,
    /// As its own country writes it.
    pub national: String,
    /// As other countries write it.
    pub international: String,
}

/// Reads the data now, a fifth of a second's work, so that no request has to.
pub fn load() {
    // Whoever takes hold of it first reads it.
    let _: &Database = &DATABASE;
}

/// Understands a number typed nationally in `country` or internationally, in Latin or Arabic digits, and makes sure that
/// a text message can go there.
pub fn understand(country: &str, typed: &str) -> Result<PlannedNumber, PhoneError> {
    let country = Id::from_str(&country.to_ascii_uppercase()).ok();
    let typed: String = typed.chars().take(64).map(|c| latin_digit(c).unwrap_or(c)).collect();
    let parsed = phonenumber::parse(country, typed).map_err(|_| PhoneError::Invalid)?;
    let number = PhoneNumber::parse(&parsed.format().mode(Mode::E164).to_string()).map_err(|_| PhoneError::Invalid)?;
    if parsed.extension().is_some() {
        return Err(PhoneError::Invalid);
    }
    let country = country_for_messages(&parsed, &number)?;
    Ok(PlannedNumber {
        number,
        country,
        dial_code: parsed.country().code(),
        national: parsed.format().mode(Mode::National).to_string(),
        international: parsed.format().mode(Mode::International).to_string(),
    })
}

fn country_for_messages(parsed: &phonenumber::PhoneNumber, number: &PhoneNumber) -> Result<CountryCode, PhoneError> {
    if number.as_str().starts_with(EXAMPLES) {
        return Ok(EXAMPLES_COUNTRY);
    }
    if !parsed.is_valid() {
        return Err(PhoneError::Invalid);
    }
    if !matches!(parsed.number_type(&DATABASE), Type::Mobile | Type::FixedLineOrMobile) {
        return Err(PhoneError::NotMobile);
    }
    // Satellite networks and other plans without a country have a dial code but no country.
    let country = parsed.country().id().ok_or(PhoneError::NotMobile)?;
    CountryCode::parse(country.as_ref()).map_err(|_| PhoneError::Invalid)
}

/// A stored number in international writing.
pub fn international(e164: &str) -> String {
    phonenumber::parse(None, e164)
        .map_or_else(|_| e164.to_owned(), |number| number.format().mode(Mode::International).to_string())
}

/// The country of a stored number.
pub fn country_of(e164: &str) -> Option<CountryCode> {
    if e164.starts_with(EXAMPLES) {
        return Some(EXAMPLES_COUNTRY);
    }
    let number = phonenumber::parse(None, e164).ok()?;
    CountryCode::parse(number.country().id()?.as_ref()).ok()
}

/// A number whose middle is hidden, for notices that may be read by others: `+44*******123`.
pub fn masked(e164: &str) -> String {
    let dial_code = phonenumber::parse(None, e164).map_or(1, |number| number.country().code().to_string().len());
    let shown = 1 + dial_code;
    let hidden = e164.len().saturating_sub(shown + 3);
    format!("{}{}{}", &e164[..shown.min(e164.len())], "*".repeat(hidden), &e164[e164.len().saturating_sub(3)..])
}

/// The dial code of a country, without `+`; `None` where it has no numbers of its own.
pub fn dial_code(country: CountryCode) -> Option<u16> {
    DATABASE.by_id(country.as_str()).map(|plan| plan.country_code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn national_and_international_writing_mean_the_same() {
        for (country, typed) in [
            ("GB", "07700 900123"),
            ("DE", "+44 7700 900123"),
            ("gb", "(07700) 900-123"),
            ("GB", "٠٧٧٠٠٩٠٠١٢٣"),
            ("GB", "0044 7700 900123"),
        ] {
            let number = understand(country, typed).unwrap_or_else(|error| panic!("{country} {typed}: {error:?}"));
            assert_eq!(number.number.as_str(), "+447700900123", "{typed}");
            assert_eq!((number.country.as_str(), number.dial_code), ("GB", 44));
            assert_eq!(number.national, "07700 900123");
            assert_eq!(number.international, "+44 7700 900123");
        }
        assert_eq!(understand("US", "(202) 555-0123").unwrap().number.as_str(), "+12025550123");
    }

    #[test]
    fn s56_premium_satellite_landline_and_nonsense_are_refused() {
        for (country, typed, expected) in [
            ("GB", "0909 879 0123", PhoneError::NotMobile),
            ("GB", "0800 123 4567", PhoneError::NotMobile),
            ("GB", "020 7946 0123", PhoneError::NotMobile),
            ("GB", "+881 612 345 678", PhoneError::NotMobile),
            ("GB", "+870 773 123 456", PhoneError::NotMobile),
            ("GB", "12", PhoneError::Invalid),
            ("GB", "", PhoneError::Invalid),
            ("GB", "07700 900123 ext. 5", PhoneError::Invalid),
            ("ZZ", "07700 900123", PhoneError::Invalid),
        ] {
            assert_eq!(understand(country, typed), Err(expected), "{typed}");
        }
    }

    #[test]
    fn masking_leaves_the_dial_code_and_the_end() {
        assert_eq!(masked("+447700900123"), "+44*******123");
    }

    #[test]
    fn dial_codes_are_known() {
        assert_eq!(dial_code(CountryCode::parse("EG").unwrap()), Some(20));
        assert_eq!(dial_code(CountryCode::parse("ZZ").unwrap()), None);
    }
}
