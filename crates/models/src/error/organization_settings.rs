//! What the Owner decides of an organization as a whole.

use super::{AccessError, Explain, Field, RegionError, Sentence};
use serde::Serialize;

errors! {
    /// Changing the organization, and signing everyone out.
    OrganizationError {
        /// The name is nothing but blanks.
        NameEmpty => 422 "name-empty" Name;
        /// The name is longer than `max` characters.
        NameTooLong {
            /// The most characters.
            max: usize
        } => 422 "name-too-long" Name;
        /// A line break, control or invisible character in the name.
        NameUnprintable => 422 "name-unprintable" Name;
        /// Not the shape of an ISO 4217 code.
        NotACurrency => 422 "organization-currency-invalid" Currency;
        /// Amounts in the currency of before are stored.
        CurrencyInUse => 409 "organization-currency-in-use" Currency;
        /// Not a language that Perfil speaks.
        UnknownLanguage => 422 "region-language-unknown" Language;
        /// Not a country of ISO 3166-1 in which there are telephones.
        UnknownCountry => 422 "region-country-unknown" Country;
        /// Not a time zone of the IANA database that names a place, nor UTC.
        UnknownTimeZone => 422 "region-time-zone-unknown" TimeZone;
        /// No whole number from `min` to `max`.
        PasswordMinOutside {
            /// The fewest that may be asked for.
            min: usize,
            /// The most.
            max: usize
        } => 422 "organization-password-min-outside" PasswordMin;
        /// A country that is none, or that the operator does not send to.
        SmsCountryNotAllowed => 422 "organization-sms-country-not-allowed" SmsCountries;
        /// The organization was saved elsewhere since the page was loaded.
        Stale => 409 "organization-stale" Button;
        /// Not the account's password.
        WrongPassword => 403 "password-wrong" Password;
    }
}

impl From<RegionError> for OrganizationError {
    fn from(why: RegionError) -> Self {
        match why {
            RegionError::Access { cause } => Self::Access { cause },
            RegionError::UnknownLanguage => Self::UnknownLanguage,
            RegionError::UnknownCountry => Self::UnknownCountry,
            RegionError::UnknownTimeZone => Self::UnknownTimeZone,
            RegionError::Stale => Self::Stale,
        }
    }
}
