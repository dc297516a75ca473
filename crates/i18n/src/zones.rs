//! The time zones that can be chosen: the canonical ones of the IANA database, by part of the world.

use crate::country_zones::COUNTRY_ZONES;
use icu_time::zone::iana::IanaParserExtended;
use jiff::tz::TimeZone;
use perfil_models::CountryCode;

/// The zone of those who live by no country's clock.
pub(crate) const UTC: &str = "UTC";

/// The first parts of the names of zones that name a place.
pub(crate) const PARTS: [&str; 10] =
    ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

/// The zones of the United States that CLDR keeps apart, and what the IANA database has them mean since 2024b.
const AMERICAN: [(&str, &str); 4] = [
    ("CST6CDT", "America/Chicago"),
    ("EST5EDT", "America/New_York"),
    ("MST7MDT", "America/Denver"),
    ("PST8PDT", "America/Los_Angeles"),
];

/// The canonical name of a time zone of the IANA database, of those that can be chosen: `Europe/Kiev` and
/// `europe/kyiv` are `Europe/Kyiv`, `GMT` is `UTC`. `None` for what is unknown, and for a bare distance from UTC such
/// as `Etc/GMT+5`.
pub fn canonical_zone(text: &str) -> Option<&'static str> {
    let canonical = IanaParserExtended::new().parse(text).canonical;
    if matches!(canonical, "Etc/UTC" | "Etc/GMT") {
        return Some(UTC);
    }
    let american = AMERICAN.iter().find(|(name, _)| *name == canonical).map(|(_, place)| *place);
    american.or_else(|| part_of(canonical).map(|_| canonical)).filter(|name| TimeZone::get(name).is_ok())
}

/// The time zone that most of a country lives by, if one does. `None` for a country of several, such as Brazil.
pub fn zone_of_country(country: CountryCode) -> Option<&'static str> {
    let place = COUNTRY_ZONES.binary_search_by(|(code, _)| (*code).cmp(country.as_str())).ok()?;
    COUNTRY_ZONES.get(place).map(|(_, zone)| *zone)
}

/// Every zone that can be chosen but UTC, with the part of the world that its name begins with.
pub(crate) fn places() -> impl Iterator<Item = (&'static str, &'static str)> {
    IanaParserExtended::new().iter().filter_map(|zone| Some((part_of(zone.canonical)?, zone.canonical)))
}

/// The id of a zone's city in `zones.ftl`.
pub(crate) fn message(zone: &str) -> String {
    format!("zone-{}", zone.replace('/', "-"))
}

fn part_of(zone: &'static str) -> Option<&'static str> {
    let (part, _) = zone.split_once('/')?;
    PARTS.contains(&part).then_some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s57_aliases_resolve_and_nothing_else_is_known() {
        for (text, zone) in [
            ("Europe/Kiev", "Europe/Kyiv"),
            ("europe/kyiv", "Europe/Kyiv"),
            ("Asia/Calcutta", "Asia/Kolkata"),
            ("US/Pacific", "America/Los_Angeles"),
            ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
            ("GB", "Europe/London"),
            ("EST5EDT", "America/New_York"),
            ("UTC", "UTC"),
            ("Etc/UTC", "UTC"),
            ("Zulu", "UTC"),
            ("GMT", "UTC"),
        ] {
            assert_eq!(canonical_zone(text), Some(zone), "{text}");
        }
        for text in
            ["", "Mars/Olympus", "Etc/Unknown", "Etc/GMT+5", "Factory", "Europe", "Europe/", "SystemV/EST5", "../etc"]
        {
            assert_eq!(canonical_zone(text), None, "{text}");
        }
        assert_eq!(canonical_zone(&"Europe/Berlin".repeat(10_000)), None);
    }

    #[test]
    fn every_zone_is_its_own_canonical_zone() {
        assert!(places().count() > 400);
        for (_, zone) in places() {
            assert_eq!(canonical_zone(zone), Some(zone));
        }
    }

    #[test]
    fn a_country_has_its_usual_zone() {
        let zone = |code| zone_of_country(CountryCode::parse(code).unwrap());
        assert_eq!(zone("DE"), Some("Europe/Berlin"));
        assert_eq!(zone("ES"), Some("Europe/Madrid"));
        assert_eq!(zone("EG"), Some("Africa/Cairo"));
        assert_eq!(zone("UA"), Some("Europe/Kyiv"));
        assert_eq!(zone("XK"), Some("Europe/Belgrade"));
        assert_eq!(zone("US"), None);
        assert_eq!(zone("ZZ"), None);
        assert!(COUNTRY_ZONES.is_sorted());
        for (code, zone) in COUNTRY_ZONES {
            assert_eq!(canonical_zone(zone), Some(zone), "{code}");
        }
    }
}
