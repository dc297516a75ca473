//! What the operating system knows: the person's languages and time zone, and the time.

use std::time::{SystemTime, UNIX_EPOCH};

const MOST_LANGUAGES: usize = 8;

/// The languages in the order of preference, as `Accept-Language` writes them (RFC 9110 §12.5.4).
pub(crate) fn accept_language() -> String {
    let tags = languages(|name| std::env::var(name).ok());
    let weighted = |(place, tag): (usize, String)| match place {
        0 => tag,
        _ => format!("{tag};q=0.{}", 10 - place),
    };
    tags.into_iter().enumerate().map(weighted).collect::<Vec<_>>().join(",")
}

/// The time zone by its name in the IANA database; `None` where the system does not tell it.
pub(crate) fn time_zone() -> Option<String> {
    jiff::tz::TimeZone::system().iana_name().map(str::to_owned)
}

/// Milliseconds since 1970 in UTC.
#[allow(clippy::disallowed_methods)] // The one place that asks.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// BCP 47 tags. As gettext has it, `LANGUAGE` refines a locale and means nothing where there is none. After its regions
/// stands a language by itself: who reads `de-AT` reads `de`.
fn languages(variable: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).and_then(|locale| tag(&locale));
    let Some(locale) = locale else { return vec!["en".to_owned()] };
    let listed = set(&"LANGUAGE").unwrap_or_default();
    let mut tags: Vec<String> = Vec::new();
    for tag in listed.split(':').filter_map(tag).chain([locale]) {
        let bare = tag.split('-').next().unwrap_or_default().to_owned();
        for tag in [tag, bare] {
            if !tags.contains(&tag) && tags.len() < MOST_LANGUAGES {
                tags.push(tag);
            }
        }
    }
    tags
}

/// `sr_RS.UTF-8@latin` is `sr-Latn-RS`; `C` and `POSIX` are no language.
fn tag(locale: &str) -> Option<String> {
    let (locale, modifier) = locale.split_once('@').unwrap_or((locale, ""));
    let name = locale.split('.').next().unwrap_or_default();
    let (language, region) = name.split_once(['_', '-']).unwrap_or((name, ""));
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !(2..=3).contains(&language.len()) || !letters(language) {
        return None;
    }
    let script = match modifier {
        "latin" => "-Latn",
        "cyrillic" => "-Cyrl",
        _ => "",
    };
    let region = match region.len() {
        2 if letters(region) => format!("-{}", region.to_ascii_uppercase()),
        3 if region.bytes().all(|byte| byte.is_ascii_digit()) => format!("-{region}"),
        _ => String::new(),
    };
    Some(format!("{}{script}{region}", language.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> String {
        let value =
            |name: &str| variables.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned());
        languages(value).join(" ")
    }

    #[test]
    fn the_languages_are_those_of_the_locale() {
        for (variables, tags) in [
            (&[("LANG", "de_AT.UTF-8")][..], "de-AT de"),
            (&[("LANG", "de_AT.UTF-8"), ("LC_MESSAGES", "ar_EG.UTF-8")], "ar-EG ar"),
            (&[("LANG", "de_AT.UTF-8"), ("LC_ALL", "es_MX"), ("LC_MESSAGES", "ar_EG")], "es-MX es"),
            (&[("LANG", "de_AT.UTF-8"), ("LANGUAGE", "es:de_AT:en")], "es de-AT de en"),
            (&[("LANG", "sr_RS.UTF-8@latin")], "sr-Latn-RS sr"),
            (&[("LANG", "es_419")], "es-419 es"),
            (&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "")], "en-GB en"),
            (&[("LANG", "C.UTF-8"), ("LANGUAGE", "de")], "en"),
            (&[("LANG", "POSIX")], "en"),
            (&[("LANG", "de\r\nx: y")], "en"),
            (&[], "en"),
        ] {
            assert_eq!(of(variables), tags, "{variables:?}");
        }
    }

    #[test]
    fn a_long_list_is_cut() {
        let many = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj"].join(":");
        assert_eq!(of(&[("LANG", "de_DE"), ("LANGUAGE", &many)]), "aa bb cc dd ee ff gg hh");
    }
}
