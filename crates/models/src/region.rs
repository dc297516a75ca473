//! Language, country and time zone: as chosen, and as they hold.

use crate::{CountryCode, Language};
use serde::{Deserialize, Serialize};

/// The time zone where nothing is known about one.
pub const UTC: &str = "UTC";

/// What a person has chosen; what is `None` is detected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChosenRegion {
    /// The language.
    pub language: Option<Language>,
    /// The country.
    pub country: Option<CountryCode>,
    /// IANA, under its canonical name.
    pub time_zone: Option<String>,
}

/// What holds for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// The language of pages and messages.
    pub language: Language,
    /// The country whose way of writing dates and numbers is followed; `None`: the language's usual one.
    pub country: Option<CountryCode>,
    /// IANA, under its canonical name.
    pub time_zone: String,
}

impl Region {
    /// The same with what was chosen in place of what was detected.
    pub fn with(&self, chosen: &ChosenRegion) -> Self {
        Self {
            language: chosen.language.unwrap_or(self.language),
            country: chosen.country.or(self.country),
            time_zone: chosen.time_zone.clone().unwrap_or_else(|| self.time_zone.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_takes_the_place_of_what_is_detected() {
        let detected = Region { language: Language::En, country: None, time_zone: UTC.to_owned() };
        assert_eq!(detected.with(&ChosenRegion::default()), detected);
        let chosen = ChosenRegion { country: Some(CountryCode::ES), ..ChosenRegion::default() };
        assert_eq!(detected.with(&chosen), Region { country: Some(CountryCode::ES), ..detected.clone() });
        let chosen = ChosenRegion {
            language: Some(Language::Ar),
            country: Some(CountryCode::EG),
            time_zone: Some("Africa/Cairo".to_owned()),
        };
        let holds = detected.with(&chosen);
        assert_eq!((holds.language, holds.time_zone.as_str()), (Language::Ar, "Africa/Cairo"));
    }
}
