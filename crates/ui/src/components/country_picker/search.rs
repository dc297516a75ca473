//! Which countries match what was typed.

use crate::platform::fold;
use perfil_models::phone::latin_digit;
use perfil_models::view::Country;

/// The places in `countries` of those that match, the best first: by letters of the code, by dial code, by the start of
/// the name, by the start of a word in it, by any part of it. Everything matches nothing typed.
pub fn matching(countries: &[Country], typed: &str) -> Vec<usize> {
    let wanted = fold(typed.trim());
    let dialled: String = wanted.chars().filter_map(latin_digit).collect();
    let ranks: Vec<Option<u8>> = countries.iter().map(|country| rank(country, &wanted, &dialled)).collect();
    let at = |rank| ranks.iter().enumerate().filter(move |(_, found)| **found == Some(rank)).map(|(place, _)| place);
    (0..=WORST).flat_map(at).collect()
}

/// The rank of a match anywhere in the name.
const WORST: u8 = 3;

fn rank(country: &Country, wanted: &str, dialled: &str) -> Option<u8> {
    if wanted.is_empty() {
        return Some(0);
    }
    if !dialled.is_empty() {
        let dial_code = country.dial_code.to_string();
        return if dial_code == dialled { Some(0) } else { dial_code.starts_with(dialled).then_some(1) };
    }
    let name = fold(&country.name);
    if name.starts_with(wanted) {
        Some(1)
    } else if country.code.as_str().eq_ignore_ascii_case(wanted) {
        Some(0)
    } else if name.split([' ', '-', '(']).any(|word| word.starts_with(wanted)) {
        Some(2)
    } else {
        name.contains(wanted).then_some(WORST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_models::CountryCode;

    fn names(typed: &str) -> Vec<&'static str> {
        let all = [
            ("DE", "Germany", 49),
            ("IN", "India", 91),
            ("IE", "Ireland", 353),
            ("GB", "United Kingdom", 44),
            ("US", "United States", 1),
        ];
        let countries: Vec<_> = all
            .iter()
            .map(|(code, name, dial_code)| Country {
                code: CountryCode::parse(code).unwrap(),
                name: (*name).into(),
                dial_code: *dial_code,
            })
            .collect();
        matching(&countries, typed).into_iter().map(|place| all[place].1).collect()
    }

    #[test]
    fn finds_by_name_letters_and_dial_code() {
        assert_eq!(names("ger"), ["Germany"]);
        assert_eq!(names("de"), ["Germany"]);
        assert_eq!(names("+4"), ["Germany", "United Kingdom"]);
        assert_eq!(names("44"), ["United Kingdom"]);
        assert_eq!(names("king"), ["United Kingdom"]);
        assert_eq!(names("in"), ["India", "United Kingdom"]);
        assert_eq!(names("").len(), 5);
        assert!(names("zz").is_empty());
    }
}
