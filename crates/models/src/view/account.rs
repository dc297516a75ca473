//! *My User Settings*.

use crate::view::AskedRole;
use crate::{ChangeId, CountryCode, Role};
use serde::{Deserialize, Serialize};

/// *My User Settings* as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The name that others see.
    pub display_name: String,
    /// The email address in use.
    pub email: String,
    /// The role in the organization.
    pub role: Role,
    /// The organization's name.
    pub organization: String,
    /// The phone number in use.
    pub phone: Option<Phone>,
    /// A phone number that waits for its code.
    pub pending_phone: Option<PendingPhone>,
    /// An email address that waits for its link to be opened.
    pub pending_email: Option<PendingEmail>,
    /// What goes to the email address, and so to a new one.
    pub email_dependents: Vec<Dependent>,
    /// What goes to the phone number, and so to a new one.
    pub phone_dependents: Vec<Dependent>,
    /// Seconds until contacts may be changed again after an undo; 0 means now.
    pub frozen_for: u32,
    /// The browser's time zone, if it is not the account's and was not declined before.
    pub zone_offer: Option<ZoneOffer>,
    /// The country that the phone form starts with: the phone's, the chosen one or the language's.
    pub phone_country: CountryCode,
    /// The fewest characters of a new password.
    pub password_min: usize,
    /// Another role that was asked for and not yet decided on.
    pub asked_role: Option<AskedRole>,
    /// When the account is deleted, if its person has asked for that.
    pub deletion: Option<Deletion>,
    /// Counts the saves of this account; a form sends it back, so that a stale page is noticed.
    pub version: i64,
}

/// A deletion that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deletion {
    /// When, milliseconds.
    pub at: i64,
    /// The same in the reader's language and time zone.
    pub on: String,
}

/// A verified phone number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// The number in its country's international writing, for example `+44 7700 900123`.
    pub display: String,
    /// The country it belongs to.
    pub country: Option<CountryCode>,
}

/// A phone change that waits for its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingPhone {
    /// Which change.
    pub change: ChangeId,
    /// The new number in international writing.
    pub display: String,
    /// The new number's country, to fill the form again after *wrong number?*.
    pub country: Option<CountryCode>,
    /// Seconds until the code ends.
    pub expires_in: u32,
    /// How many codes may still be typed.
    pub attempts_left: u32,
    /// Seconds until the code may be sent again; 0 means now.
    pub resend_in: u32,
    /// How often it may still be sent again.
    pub resends_left: u32,
    /// Whether it was asked for in another session, so that this one needs the password as well.
    pub elsewhere: bool,
}

/// An email change that waits for its link to be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingEmail {
    /// Which change.
    pub change: ChangeId,
    /// The new address.
    pub address: String,
    /// Seconds until the link ends.
    pub expires_in: u32,
    /// Seconds until the link may be sent again; 0 means now.
    pub resend_in: u32,
    /// How often it may still be sent again.
    pub resends_left: u32,
}

/// Something that goes to a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dependent {
    /// The address one signs in with.
    SignIn,
    /// Links for a forgotten password.
    PasswordReset,
    /// Notices about the account's security.
    SecurityNotices,
    /// What was chosen under *Notifications*.
    Notifications,
}

/// A time zone to switch to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneOffer {
    /// IANA.
    pub time_zone: String,
    /// Its city in the page's language.
    pub city: String,
    /// The city of the zone in use.
    pub current_city: String,
}
