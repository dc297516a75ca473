//! The time zones that can be chosen.

use crate::formats::format;
use perfil_i18n::{canonical_zone, zone_of_country};
use perfil_models::Language;
use perfil_models::view::{Zone, ZoneGroup};
use std::collections::BTreeSet;

/// 24 November 2026, 13:05 in UTC.
const TUESDAY: i64 = 1_795_525_500_000;
const HALF_A_YEAR: i64 = 182 * 24 * 3_600_000;

#[test]
fn every_language_offers_the_same_zones_each_with_a_name() {
    let ids = |language| -> BTreeSet<String> { all(language).into_iter().map(|zone| zone.id).collect() };
    let expected = ids(Language::En);
    assert!(expected.len() > 400);
    for language in Language::ALL {
        assert_eq!(ids(language), expected, "{language}");
        let zones = all(language);
        assert_eq!(zones.len(), expected.len(), "{language} offers a zone twice");
        assert!(zones.iter().all(|zone| !zone.city.is_empty() && !zone.time.is_empty()), "{language}");
    }
}

#[test]
fn what_can_be_chosen_is_what_is_accepted() {
    for zone in all(Language::En) {
        assert_eq!(canonical_zone(&zone.id), Some(zone.id.as_str()));
    }
    let offered: BTreeSet<String> = all(Language::En).into_iter().map(|zone| zone.id).collect();
    for alias in ["Europe/Kiev", "Asia/Calcutta", "US/Eastern", "Cuba", "Etc/GMT-3", "EST5EDT", "Etc/UTC", "Factory"] {
        assert!(!offered.contains(alias), "{alias} is offered");
    }
    for country in perfil_i18n::Locales::load().unwrap().countries() {
        assert!(zone_of_country(country).is_none_or(|zone| offered.contains(zone)), "{country}");
    }
}

#[test]
fn a_city_is_told_in_the_language() {
    let locales = perfil_i18n::Locales::load().unwrap();
    assert_eq!(locales.city(Language::De, "Europe/Kyiv").as_deref(), Some("Kiew"));
    assert_eq!(locales.city(Language::En, "America/Argentina/Rio_Gallegos").as_deref(), Some("Río Gallegos"));
    assert_eq!(locales.city(Language::En, "Europe/Kiev"), None);
}

#[test]
fn parts_and_cities_are_in_the_languages_order_and_utc_is_last() {
    let names = |language| groups(language).into_iter().map(|group| group.name).collect::<Vec<_>>();
    assert_eq!(names(Language::De)[..5], ["Afrika", "Amerika", "Antarktis", "Arktis", "Asien"]);
    assert_eq!(names(Language::Es)[..5], ["África", "América", "Antártida", "Ártico", "Asia"]);
    for language in Language::ALL {
        let groups = groups(language);
        assert_eq!(groups.len(), 11);
        assert_eq!(groups[10].zones.len(), 1);
        assert_eq!(groups[10].zones[0].id, "UTC");
    }
    let german = groups(Language::De);
    let europe = german.iter().find(|group| group.name == "Europa").unwrap();
    let cities: Vec<_> = europe.zones.iter().map(|zone| zone.city.as_str()).collect();
    assert_eq!(cities[..3], ["Amsterdam", "Andorra", "Astrachan"]);
    assert_eq!(cities[cities.len() - 3..], ["Wolgograd", "Zagreb", "Zürich"]);
}

#[test]
fn a_zone_shows_its_distance_and_time_of_the_moment() {
    let zone = |id: &str, at| {
        let groups = format(Language::De, None, None).time_zones(at);
        let zone = groups.into_iter().flat_map(|group| group.zones).find(|zone| zone.id == id).unwrap();
        (zone.city, zone.offset, zone.time)
    };
    let told = |city: &str, offset: &str, time: &str| (city.to_owned(), offset.to_owned(), time.to_owned());
    assert_eq!(zone("Europe/Kyiv", TUESDAY), told("Kiew", "UTC+02:00", "15:05"));
    assert_eq!(zone("Europe/Kyiv", TUESDAY + HALF_A_YEAR), told("Kiew", "UTC+03:00", "16:05"));
    assert_eq!(zone("Asia/Kolkata", TUESDAY), told("Kalkutta", "UTC+05:30", "18:35"));
    assert_eq!(zone("America/St_Johns", TUESDAY), told("St. John’s", "UTC\u{2212}03:30", "09:35"));
    assert_eq!(zone("UTC", TUESDAY), told("UTC", "UTC+00:00", "13:05"));
}

#[test]
fn a_time_is_written_as_its_reader_writes() {
    let cairo = |language| all(language).into_iter().find(|zone| zone.id == "Africa/Cairo").unwrap();
    let zone = cairo(Language::Ar);
    assert_eq!((zone.city.as_str(), zone.time.as_str()), ("القاهرة", "٣:٠٥ م"));
    let zone = cairo(Language::Es);
    assert_eq!((zone.city.as_str(), zone.time.as_str()), ("El Cairo", "15:05"));
}

fn groups(language: Language) -> Vec<ZoneGroup> {
    format(language, None, None).time_zones(TUESDAY)
}

fn all(language: Language) -> Vec<Zone> {
    groups(language).into_iter().flat_map(|group| group.zones).collect()
}
