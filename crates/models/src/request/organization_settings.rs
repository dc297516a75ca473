//! What the Owner decides of an organization as a whole.

use crate::Secret;
use serde::{Deserialize, Serialize};

/// Change the organization; empty text of a default means *detected*.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeOrganization {
    /// What people call it.
    pub name: String,
    /// ISO 4217.
    pub currency: String,
    /// What new members begin with, BCP 47.
    pub language: String,
    /// Likewise, ISO 3166-1 alpha-2.
    pub country: String,
    /// Likewise, IANA.
    pub time_zone: String,
    /// The fewest characters of a new password, as typed; empty: as many as everywhere.
    pub password_min: String,
    /// The countries of members' numbers, ISO 3166-1 alpha-2; none: all.
    pub sms_countries: Vec<String>,
    /// [`crate::view::OrganizationSettings::version`] of the page it was filled in on.
    pub version: i64,
}

/// End every session in the organization but the own one.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignEveryoneOut {
    /// The account's password.
    pub password: Secret,
}
