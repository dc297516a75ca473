//! Languages that Perfil speaks.

use crate::CountryCode;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A language that is complete in `assets/locales`, written as its BCP 47 tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English, and what is spoken where nothing better is known.
    #[default]
    En,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Arabic.
    Ar,
}

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Language {
    /// Every language, in the order a list shows them.
    pub const ALL: [Self; 4] = [Self::En, Self::De, Self::Es, Self::Ar];

    /// The BCP 47 tag, also the folder's name under `assets/locales`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Es => "es",
            Self::Ar => "ar",
        }
    }

    /// What it is called by those who speak it, for a list to choose from.
    pub fn native_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Es => "Español",
            Self::Ar => "العربية",
        }
    }

    /// The country that is meant where the language alone is known.
    pub fn default_country(self) -> CountryCode {
        match self {
            Self::En => CountryCode::GB,
            Self::De => CountryCode::DE,
            Self::Es => CountryCode::ES,
            Self::Ar => CountryCode::EG,
        }
    }

    /// The way it is written.
    pub fn direction(self) -> Direction {
        match self {
            Self::En | Self::De | Self::Es => Direction::Ltr,
            Self::Ar => Direction::Rtl,
        }
    }

    /// The language of a BCP 47 tag, by its primary subtag: `ar-EG` is Arabic.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }

    /// The best language for an `Accept-Language` header (RFC 9110 §12.5.4), by weight, then by order.
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best: Option<(f32, Self)> = None;
        for range in accept_language.split(',').take(32) {
            let mut parts = range.trim().split(';');
            let language = parts.next().and_then(|tag| Self::from_tag(tag.trim()));
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
            if let Some(language) = language
                && weight > best.map_or(0.0, |(heaviest, _)| heaviest)
            {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language).unwrap_or_default()
    }
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negotiates_by_weight_then_order() {
        assert_eq!(Language::negotiate("ar-EG,en;q=0.5"), Language::Ar);
        assert_eq!(Language::negotiate("fr, en;q=0.4, ar;q=0.9"), Language::Ar);
        assert_eq!(Language::negotiate("ar;q=0, en;q=0.1"), Language::En);
        assert_eq!(Language::negotiate("nonsense;;q=,"), Language::En);
        assert_eq!(Language::negotiate("de-AT,es;q=0.9"), Language::De);
        assert_eq!(Language::negotiate("fr,es-MX;q=0.9,de;q=0.8"), Language::Es);
    }

    #[test]
    fn a_tag_names_its_language_and_no_other() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("fr"), None);
    }
}
