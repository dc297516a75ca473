//! What a form sends, as typed: parsing is the use case's first step, so that every door answers alike.

use crate::{ChangeId, Secret};
use serde::{Deserialize, Serialize};

/// Sign in with email and password.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The email address.
    pub email: String,
    /// The password.
    pub password: Secret,
    /// Whether the session outlives the browser.
    #[serde(default)]
    pub remember: bool,
}

/// Change the display name.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rename {
    /// The new name.
    pub display_name: String,
    /// [`crate::view::Account::version`] of the page it was typed on.
    pub version: i64,
}

/// Change the password.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The password until now.
    pub current: Secret,
    /// The password from now on.
    pub new: Secret,
    /// The same again.
    pub repeat: Secret,
}

/// Ask for a code to a new phone number.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangePhone {
    /// ISO 3166-1 alpha-2, for a number typed without its `+`.
    pub country: String,
    /// The number, national or international.
    pub number: String,
    /// The account's password.
    pub password: Secret,
}

/// Type the code in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValidatePhone {
    /// Which change the code is for.
    pub change: ChangeId,
    /// The six digits.
    pub code: Secret,
    /// The account's password; needed where the change was asked for in another session.
    #[serde(default)]
    pub password: Secret,
}

/// A pending change, to be cancelled or sent again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PendingChange {
    /// Which one.
    pub change: ChangeId,
}

/// Remove the phone number.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemovePhone {
    /// The account's password.
    pub password: Secret,
}

/// A phone number to be written out properly.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormatPhone {
    /// ISO 3166-1 alpha-2, for a number typed without its `+`.
    pub country: String,
    /// The number, national or international.
    pub number: String,
}
