//! Language and region.

use super::{AccessError, Explain, Field, Sentence};
use serde::Serialize;

errors! {
    /// Choosing language, country and time zone.
    RegionError {
        /// Not a language that Perfil speaks.
        UnknownLanguage => 422 "region-language-unknown" Language;
        /// Not a country of ISO 3166-1 in which there are telephones.
        UnknownCountry => 422 "region-country-unknown" Country;
        /// Not a time zone of the IANA database that names a place, nor UTC.
        UnknownTimeZone => 422 "region-time-zone-unknown" TimeZone;
        /// The account was saved elsewhere since the page was loaded, or the offer was answered.
        Stale => 409 "error-stale" Button;
    }
}
