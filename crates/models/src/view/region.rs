//! *Language and region*. All that depends on a locale is written out by the server.

use crate::{CountryCode, Language, Region};
use serde::{Deserialize, Serialize};

/// What was chosen, what is detected where nothing was, and what can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionSettings {
    /// The language, if chosen.
    pub language: Option<Language>,
    /// The country, if chosen.
    pub country: Option<CountryCode>,
    /// IANA, if chosen.
    pub time_zone: Option<String>,
    /// What holds where nothing is chosen.
    pub detected: Region,
    /// *Detected*, then every country by name. A page carries lists as the options of its selects, and not again here.
    pub countries: Vec<ChoiceGroup>,
    /// *Detected*, then every time zone by part of the world.
    pub zones: Vec<ChoiceGroup>,
    /// How it looks as it is.
    pub preview: Preview,
    /// [`super::Account::version`].
    pub version: i64,
}

/// Part of a list to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceGroup {
    /// What the part is called; empty where a list has no parts.
    pub name: String,
    /// What is in it.
    pub choices: Vec<Choice>,
}

/// Something to choose from a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is sent when it is chosen.
    pub value: String,
    /// What it is called.
    pub name: String,
    /// What is said beside the name, if anything.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

/// The time zones of one part of the world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneGroup {
    /// The part's name in the page's language.
    pub name: String,
    /// Its zones, by city.
    pub zones: Vec<Zone>,
}

/// A time zone to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// IANA.
    pub id: String,
    /// Its city in the page's language.
    pub city: String,
    /// The distance from UTC now, for example `UTC+02:00`.
    pub offset: String,
    /// The time there now, in the reader's format.
    pub time: String,
}

/// A date, a time, a number and an amount, as they will be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Today.
    pub date: String,
    /// Now, with the time zone's name.
    pub time: String,
    /// A number with thousands and decimals.
    pub number: String,
    /// An amount in the organization's currency.
    pub amount: String,
}
