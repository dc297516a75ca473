//! Which items match what was typed.

use super::Item;
use crate::platform::fold;
use perfil_models::phone::latin_digit;

/// The places in `items` of those that match, the best first: by letters of the value, by dial code, by the start of the
/// name, by the start of a word in it, by any part of it or of what stands beside it. Everything matches nothing typed.
pub fn matching(items: &[Item], typed: &str) -> Vec<usize> {
    let wanted = fold(typed.trim());
    let dialled: String = wanted.chars().filter_map(latin_digit).collect();
    let ranks: Vec<Option<u8>> = items.iter().map(|item| rank(item, &wanted, &dialled)).collect();
    let at = |rank| ranks.iter().enumerate().filter(move |(_, found)| **found == Some(rank)).map(|(place, _)| place);
    (0..=WORST).flat_map(at).collect()
}

/// The rank of a match anywhere.
const WORST: u8 = 3;

fn rank(item: &Item, wanted: &str, dialled: &str) -> Option<u8> {
    if wanted.is_empty() {
        return Some(0);
    }
    if let Some(dial_code) = item.detail.strip_prefix('+').filter(|_| !dialled.is_empty()) {
        return if dial_code == dialled { Some(0) } else { dial_code.starts_with(dialled).then_some(1) };
    }
    let name = fold(&item.name);
    if name.starts_with(wanted) {
        Some(1)
    } else if item.value.eq_ignore_ascii_case(wanted) {
        Some(0)
    } else if name.split([' ', '-', '(']).any(|word| word.starts_with(wanted)) {
        Some(2)
    } else {
        let detail = fold(&item.detail).replace('\u{2212}', "-");
        let short = detail.replace("+0", "+").replace("-0", "-");
        let beside = [name, detail, short, fold(&item.value).replace('_', " ")];
        beside.iter().any(|text| text.contains(wanted)).then_some(WORST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: &[[&'static str; 3]], typed: &str) -> Vec<&'static str> {
        let item = |[value, name, detail]: &[&str; 3]| Item {
            value: (*value).into(),
            name: (*name).into(),
            detail: (*detail).into(),
            group: String::new(),
        };
        let items: Vec<_> = all.iter().map(item).collect();
        matching(&items, typed).into_iter().map(|place| all[place][1]).collect()
    }

    #[test]
    fn finds_countries_by_name_letters_and_dial_code() {
        let countries = [
            ["DE", "Germany", "+49"],
            ["IN", "India", "+91"],
            ["IE", "Ireland", "+353"],
            ["GB", "United Kingdom", "+44"],
            ["US", "United States", "+1"],
        ];
        let names = |typed| names(&countries, typed);
        assert_eq!(names("ger"), ["Germany"]);
        assert_eq!(names("de"), ["Germany"]);
        assert_eq!(names("+4"), ["Germany", "United Kingdom"]);
        assert_eq!(names("44"), ["United Kingdom"]);
        assert_eq!(names("king"), ["United Kingdom"]);
        assert_eq!(names("in"), ["India", "United Kingdom"]);
        assert_eq!(names("").len(), 5);
        assert!(names("zz").is_empty());
    }

    #[test]
    fn finds_time_zones_by_city_distance_and_name() {
        let zones = [
            ["", "Detected: Berlin", "UTC+01:00, 14:05"],
            ["Europe/Berlin", "Berlin", "UTC+01:00, 14:05"],
            ["America/New_York", "New York", "UTC\u{2212}05:00, 08:05"],
            ["Asia/Kolkata", "Kalkutta", "UTC+05:30, 18:35"],
        ];
        let names = |typed| names(&zones, typed);
        assert_eq!(names("berlin"), ["Berlin", "Detected: Berlin"]);
        assert_eq!(names("York"), ["New York"]);
        assert_eq!(names("UTC-5"), ["New York"]);
        assert_eq!(names("utc-05:00"), ["New York"]);
        assert_eq!(names("+05:30"), ["Kalkutta"]);
        assert_eq!(names("+5:30"), ["Kalkutta"]);
        assert_eq!(names("new york"), ["New York"]);
        assert_eq!(names("kolkata"), ["Kalkutta"]);
    }
}
