//! How readers write dates, numbers and money.

use crate::ftl;
use perfil_i18n::{Format, Locales};
use perfil_models::{CountryCode, Language};
use std::collections::BTreeSet;

/// 24 November 2026, 13:05 in UTC.
const TUESDAY: i64 = 1_795_525_500_000;

/// What a reader in Berlin sees: language, country, date, moment.
const MOMENTS: [(Language, &str, &str, &str); 11] = [
    (Language::En, "GB", "24 November 2026", "24 November 2026 at 14:05 CET"),
    (Language::En, "US", "November 24, 2026", "November 24, 2026 at 2:05\u{202f}PM GMT+1"),
    (Language::En, "DE", "24 November 2026", "24 November 2026 at 14:05 CET"),
    (Language::De, "DE", "24. November 2026", "24. November 2026 um 14:05 MEZ"),
    (Language::De, "CH", "24. November 2026", "24. November 2026 um 14:05 MEZ"),
    (Language::De, "EG", "24. November 2026", "24. November 2026 um 14:05 MEZ"),
    (Language::Es, "ES", "24 de noviembre de 2026", "24 de noviembre de 2026 a las 14:05 CET"),
    (Language::Es, "MX", "24 de noviembre de 2026", "24 de noviembre de 2026 a las 02:05\u{202f}p.m. GMT+1"),
    (Language::Ar, "EG", "٢٤ نوفمبر ٢٠٢٦", "٢٤ نوفمبر ٢٠٢٦ في ٢:٠٥ م غرينتش\u{61c}+١"),
    (Language::Ar, "AE", "24 نوفمبر 2026", "24 نوفمبر 2026 في 2:05 م غرينتش\u{200e}+1"),
    (Language::Ar, "MA", "24 نونبر 2026", "24 نونبر 2026 في 14:05 غرينتش\u{200e}+1"),
];

/// Language, country, a number, then amounts in euros, in euros owed, in US dollars, in yen, in Kuwaiti dinars.
const AMOUNTS: [(Language, &str, &str, [&str; 5]); 12] = [
    (Language::En, "GB", "1,234,567.89", ["€50.00", "-€1,234.56", "US$5.00", "JP¥5,000", "KWD\u{a0}5.000"]),
    (Language::En, "US", "1,234,567.89", ["€50.00", "-€1,234.56", "$5.00", "¥5,000", "KWD\u{a0}5.000"]),
    (Language::En, "IN", "12,34,567.89", ["€50.00", "-€1,234.56", "$5.00", "JP¥5,000", "KWD\u{a0}5.000"]),
    (
        Language::De,
        "DE",
        "1.234.567,89",
        ["50,00\u{a0}€", "-1.234,56\u{a0}€", "5,00\u{a0}$", "5.000\u{a0}¥", "5,000\u{a0}KWD"],
    ),
    (
        Language::De,
        "AT",
        "1\u{a0}234\u{a0}567,89",
        ["€\u{a0}50,00", "-€\u{a0}1.234,56", "$\u{a0}5,00", "¥\u{a0}5.000", "KWD\u{a0}5,000"],
    ),
    (
        Language::De,
        "CH",
        "1'234'567.89",
        ["EUR\u{a0}50.00", "EUR-1'234.56", "$\u{a0}5.00", "¥\u{a0}5'000", "KWD\u{a0}5.000"],
    ),
    (
        Language::Es,
        "ES",
        "1.234.567,89",
        ["50,00\u{a0}€", "-1234,56\u{a0}€", "5,00\u{a0}US$", "5000\u{a0}JPY", "5,000\u{a0}KWD"],
    ),
    (
        Language::Es,
        "MX",
        "1,234,567.89",
        ["EUR\u{a0}50.00", "-EUR\u{a0}1,234.56", "USD\u{a0}5.00", "JPY\u{a0}5,000", "KWD\u{a0}5.000"],
    ),
    (Language::Es, "US", "1,234,567.89", ["EUR\u{a0}50.00", "-EUR\u{a0}1,234.56", "$5.00", "¥5,000", "KWD\u{a0}5.000"]),
    (
        Language::Ar,
        "EG",
        "١٬٢٣٤٬٥٦٧٫٨٩",
        [
            "\u{200f}٥٠٫٠٠\u{a0}€",
            "\u{61c}-\u{200f}١٬٢٣٤٫٥٦\u{a0}€",
            "\u{200f}٥٫٠٠\u{a0}US$",
            "\u{200f}٥٬٠٠٠\u{a0}JP¥",
            "\u{200f}٥٫٠٠٠\u{a0}د.ك.\u{200f}",
        ],
    ),
    (
        Language::Ar,
        "AE",
        "1,234,567.89",
        [
            "\u{200f}50.00\u{a0}€",
            "\u{200f}\u{200e}-1,234.56\u{a0}€",
            "\u{200f}5.00\u{a0}US$",
            "\u{200f}5,000\u{a0}JP¥",
            "\u{200f}5.000\u{a0}د.ك.\u{200f}",
        ],
    ),
    (
        Language::Ar,
        "MA",
        "1.234.567,89",
        [
            "\u{200f}50,00\u{a0}€",
            "\u{200f}\u{200e}-1.234,56\u{a0}€",
            "\u{200f}5,00\u{a0}US$",
            "\u{200f}5.000\u{a0}JP¥",
            "\u{200f}5,000\u{a0}د.ك.\u{200f}",
        ],
    ),
];

#[test]
fn a_moment_is_written_as_its_reader_writes() {
    for (language, country, date, moment) in MOMENTS {
        let format = format(language, Some(country), Some("Europe/Berlin"));
        assert_eq!(format.date(TUESDAY), date, "{language}-{country}");
        assert_eq!(format.moment(TUESDAY), moment, "{language}-{country}");
        assert!(moment.ends_with(&format.time_with_zone(TUESDAY)), "{language}-{country}");
        assert!(moment.contains(&format.time(TUESDAY)), "{language}-{country}");
    }
}

#[test]
fn a_moment_in_a_list_is_short_and_leaves_the_zone_out() {
    for (language, country, moment) in [
        (Language::En, "GB", "24 Nov 2026, 14:05"),
        (Language::En, "US", "Nov 24, 2026, 2:05\u{202f}PM"),
        (Language::De, "DE", "24.11.2026, 14:05"),
        (Language::Es, "ES", "24 nov 2026, 14:05"),
        (Language::Ar, "EG", "٢٤\u{200f}/١١\u{200f}/٢٠٢٦، ٢:٠٥ م"),
        (Language::Ar, "AE", "24\u{200f}/11\u{200f}/2026، 2:05 م"),
    ] {
        let format = format(language, Some(country), Some("Europe/Berlin"));
        assert_eq!(format.brief_moment(TUESDAY), moment, "{language}-{country}");
    }
}

#[test]
fn a_minute_of_the_day_is_the_same_in_every_time_zone() {
    for (language, country, [evening, morning]) in [
        (Language::En, "GB", ["22:00", "07:05"]),
        (Language::En, "US", ["10:00\u{202f}PM", "7:05\u{202f}AM"]),
        (Language::De, "DE", ["22:00", "07:05"]),
        (Language::Es, "ES", ["22:00", "07:05"]),
        (Language::Ar, "EG", ["١٠:٠٠ م", "٧:٠٥ ص"]),
    ] {
        for zone in ["Pacific/Kiritimati", "Europe/Berlin"] {
            let format = format(language, Some(country), Some(zone));
            assert_eq!(
                [1320, 425].map(|minute| format.minute_of_day(minute)),
                [evening, morning],
                "{language}-{country}"
            );
        }
    }
}

#[test]
fn a_day_of_the_calendar_is_the_same_in_every_time_zone() {
    for (language, country, date, _) in MOMENTS {
        for zone in ["Pacific/Kiritimati", "Europe/Berlin", "Pacific/Pago_Pago"] {
            let day = format(language, Some(country), Some(zone)).day("2026-11-24");
            assert_eq!(day.as_deref(), Some(date), "{language}-{country}");
        }
    }
    for nonsense in ["2026-02-30", "24.11.2026", "tomorrow", ""] {
        assert_eq!(format(Language::En, None, None).day(nonsense), None, "{nonsense}");
    }
}

#[test]
fn numbers_and_amounts_are_written_as_their_reader_writes() {
    for (language, country, number, amounts) in AMOUNTS {
        let format = format(language, Some(country), None);
        assert_eq!(format.number(1_234_567.89), number, "{language}-{country}");
        let money = [(5000, "EUR"), (-123_456, "EUR"), (500, "USD"), (5000, "JPY"), (5000, "KWD")];
        assert_eq!(money.map(|(minor, currency)| format.amount(minor, currency)), amounts, "{language}-{country}");
    }
}

#[test]
fn a_country_that_is_absent_is_the_languages_own() {
    for language in Language::ALL {
        let own = language.default_country();
        let (absent, named) = (format(language, None, None), format(language, Some(own.as_str()), None));
        assert_eq!(absent.amount(123_456, "EUR"), named.amount(123_456, "EUR"));
        assert_eq!(absent.moment(TUESDAY), named.moment(TUESDAY));
    }
}

#[test]
fn every_country_can_be_chosen_with_every_language() {
    let locales = locales();
    for language in Language::ALL {
        for country in locales.countries() {
            let format =
                locales.format(language, Some(country), Some("Asia/Tokyo")).unwrap_or_else(|why| panic!("{why}"));
            for text in [format.date(TUESDAY), format.moment(TUESDAY), format.number(-0.5), format.amount(-1, "EUR")] {
                assert!(text.chars().any(char::is_numeric), "{language}-{country}: {text}");
            }
            let euro = format.amount(1, "EUR");
            assert!(euro.contains('€') || euro.contains("EUR"), "{language}-{country}: {euro}");
        }
    }
}

#[test]
fn the_gregorian_calendar_holds_everywhere() {
    assert_eq!(format(Language::En, Some("TH"), None).date(TUESDAY), "November 24, 2026");
    assert!(format(Language::Ar, Some("SA"), None).date(TUESDAY).ends_with("٢٠٢٦"));
}

#[test]
fn a_zone_decides_the_day_and_follows_its_summer() {
    let moment = |zone, at| format(Language::En, None, zone).moment(at);
    let midnight = TUESDAY + 10 * 3_600_000;
    assert_eq!(moment(Some("Asia/Tokyo"), midnight), "25 November 2026 at 08:05 GMT+9");
    assert_eq!(moment(Some("Asia/Kathmandu"), midnight), "25 November 2026 at 04:50 GMT+5:45");
    for zone in [None, Some("UTC"), Some("Mars/Olympus")] {
        assert_eq!(moment(zone, midnight), "24 November 2026 at 23:05 UTC", "{zone:?}");
    }
    let before = 1_774_745_940_000;
    assert_eq!(moment(Some("Europe/Berlin"), before), "29 March 2026 at 01:59 CET");
    assert_eq!(moment(Some("Europe/Berlin"), before + 60_000), "29 March 2026 at 03:00 CEST");
}

#[test]
fn what_cannot_be_written_is_written_as_it_is() {
    let format = format(Language::De, None, None);
    assert_eq!(format.amount(5000, "XYZ"), "50,00\u{a0}XYZ");
    assert_eq!(format.amount(i64::MIN, "EUR"), "-92.233.720.368.547.758,08\u{a0}€");
    assert_eq!(format.number(f64::NAN), "NaN");
    assert!(format.date(i64::MAX).ends_with("9999"));
    assert!(!format.moment(i64::MIN).is_empty());
}

#[test]
fn every_language_says_how_amounts_are_written() {
    let kinds = ["amount", "amount-letters", "amount-letters-negative", "amount-negative"];
    let both = BTreeSet::from(["number".to_owned(), "symbol".to_owned()]);
    for language in Language::ALL {
        let messages = ftl::messages(language, "money.ftl");
        assert!(kinds.iter().all(|kind| messages.contains_key(*kind)), "{language}");
        for (id, pattern) in messages {
            let is_pattern = id.starts_with("amount") && !id.starts_with("amount-digits");
            let wanted = if is_pattern { both.clone() } else { BTreeSet::new() };
            assert_eq!(ftl::variables(&pattern), wanted, "{language}: {id}");
        }
    }
}

#[test]
fn names_are_sorted_as_in_a_dictionary() {
    let sorted = |language, names: &[&'static str]| {
        let mut names = names.to_vec();
        locales().sort_by_name(language, &mut names, |name| name);
        names
    };
    assert_eq!(
        sorted(Language::De, &["Zypern", "Österreich", "Albanien", "Ägypten", "Oman"]),
        ["Ägypten", "Albanien", "Oman", "Österreich", "Zypern"]
    );
    assert_eq!(
        sorted(Language::Es, &["Perú", "Omán", "Ñuñoa", "Níger", "Nueva Zelanda"]),
        ["Níger", "Nueva Zelanda", "Ñuñoa", "Omán", "Perú"]
    );
    assert_eq!(sorted(Language::En, &["Zambia", "Åland Islands", "Albania"]), ["Åland Islands", "Albania", "Zambia"]);
    assert_eq!(sorted(Language::Ar, &["مصر", "الأردن", "بلجيكا"]), ["الأردن", "بلجيكا", "مصر"]);
}

pub fn format(language: Language, country: Option<&str>, time_zone: Option<&str>) -> Format {
    let country = country.and_then(|code| CountryCode::parse(code).ok());
    locales().format(language, country, time_zone).unwrap_or_else(|why| panic!("{why}"))
}

fn locales() -> Locales {
    Locales::load().unwrap_or_else(|why| panic!("{why}"))
}
