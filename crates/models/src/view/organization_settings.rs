//! The organization's own settings.

use crate::view::{ChoiceGroup, Country};
use crate::{CountryCode, Language};
use serde::{Deserialize, Serialize};

/// What the Owner decides, and what can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationSettings {
    /// What people call it.
    pub name: String,
    /// ISO 4217.
    pub currency: String,
    /// Whether amounts in that currency are stored, so that it has to stay.
    pub has_amounts: bool,
    /// What new members begin with; `None`: detected.
    pub language: Option<Language>,
    /// Likewise.
    pub country: Option<CountryCode>,
    /// Likewise, IANA.
    pub time_zone: Option<String>,
    /// What the country is called; empty: detected.
    pub country_name: String,
    /// The city of the time zone; empty: detected.
    pub zone_name: String,
    /// *Detected*, then every country by name. A page carries lists as the options of its selects, and not again here.
    pub countries: Vec<ChoiceGroup>,
    /// *Detected*, then every time zone by part of the world.
    pub zones: Vec<ChoiceGroup>,
    /// The fewest characters of a new password; `None`: [`OrganizationSettings::least_min`].
    pub password_min: Option<usize>,
    /// The fewest that may be asked for.
    pub least_min: usize,
    /// The most that may be asked for.
    pub most_min: usize,
    /// The countries of members' numbers; empty: all.
    pub sms_countries: Vec<CountryCode>,
    /// The countries that the operator allows, by name.
    pub sms_choices: Vec<Country>,
    /// Counts the saves of the organization; a form sends it back, so that a stale page is noticed.
    pub version: i64,
}

/// What signing everyone out came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedOut {
    /// How many sessions it ended.
    pub sessions: usize,
}
