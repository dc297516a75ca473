//! Amounts of money, by the patterns and symbols of `money.ftl`.

use crate::locale::Locale;
use fluent_bundle::FluentArgs;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::fallback::LocaleFallbacker;
use icu_provider::{DataError, DataLocale};
use perfil_models::money::decimals;

/// How one locale writes amounts.
pub(crate) struct Money {
    digits: DecimalFormatter,
    /// What an id of `money.ftl` may end in, the closest region first.
    endings: Vec<String>,
}

impl Money {
    pub(crate) fn new(words: &Locale, locale: &icu_locale::Locale) -> Result<Self, DataError> {
        let endings = endings(locale.into());
        let digits_of = find(words, &endings, "amount-digits").and_then(|tag| tag.parse().ok());
        let digits = DecimalFormatter::try_new(digits_of.as_ref().unwrap_or(locale).into(), Default::default())?;
        Ok(Self { digits, endings })
    }

    /// Without sign and symbol.
    pub(crate) fn digits(&self, minor: i64, currency: &str) -> String {
        self.digits.format(&major(minor.unsigned_abs(), currency)).to_string()
    }

    /// `minor` is in the currency's smallest unit; `currency` is its ISO 4217 code.
    pub(crate) fn write(&self, words: &Locale, minor: i64, currency: &str) -> String {
        let symbol = find(words, &self.endings, &format!("currency-{currency}"));
        let symbol = symbol.unwrap_or_else(|| currency.to_owned());
        let number = self.digits(minor, currency);
        let letters = if symbol.ends_with(char::is_alphabetic) { "-letters" } else { "" };
        let sign = if minor < 0 { "-negative" } else { "" };
        let pattern = id(words, &self.endings, &format!("amount{letters}{sign}"));
        let args = FluentArgs::from_iter([("number", &number), ("symbol", &symbol)]);
        let said = pattern.and_then(|id| words.say(&id, &args).ok());
        said.unwrap_or_else(|| format!("{number} {currency}"))
    }
}

/// Of `de-CH`: `-CH` and nothing; of `en-GB`: `-GB`, `-001` and nothing.
fn endings(locale: DataLocale) -> Vec<String> {
    let fallbacker = LocaleFallbacker::new();
    let mut chain = fallbacker.for_config(Default::default()).fallback_for(locale);
    let mut endings = Vec::new();
    while !chain.get().is_unknown() {
        endings.push(chain.get().region.map(|region| format!("-{region}")).unwrap_or_default());
        chain.step();
    }
    endings
}

fn id(words: &Locale, endings: &[String], id: &str) -> Option<String> {
    endings.iter().map(|ending| format!("{id}{ending}")).find(|id| words.has(id))
}

fn find(words: &Locale, endings: &[String], wanted: &str) -> Option<String> {
    words.word(&id(words, endings, wanted)?)
}

fn major(minor: u64, currency: &str) -> Decimal {
    let decimals = i16::try_from(decimals(currency)).unwrap_or_default();
    let mut number = Decimal::from(minor);
    number.multiply_pow10(-decimals);
    number.pad_end(-decimals);
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_unit_is_the_currencys_own() {
        for (minor, currency, number) in [
            (5000, "EUR", "50.00"),
            (5, "EUR", "0.05"),
            (0, "EUR", "0.00"),
            (5000, "JPY", "5000"),
            (0, "JPY", "0"),
            (5000, "KWD", "5.000"),
            (12_345, "HUF", "123.45"),
            (u64::MAX, "EUR", "184467440737095516.15"),
        ] {
            assert_eq!(major(minor, currency).to_string(), number, "{currency}");
        }
    }

    #[test]
    fn a_region_inherits_as_cldr_says() {
        let endings = |tag: &str| endings(DataLocale::try_from_str(tag).unwrap());
        assert_eq!(endings("de-CH"), ["-CH", ""]);
        assert_eq!(endings("en-GB"), ["-GB", "-001", ""]);
        assert_eq!(endings("en-DE"), ["-DE", "-150", "-001", ""]);
        assert_eq!(endings("es-MX"), ["-MX", "-419", ""]);
    }
}
