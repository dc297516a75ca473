//! What a form sends, as typed: parsing is the use case's first step, so that every door answers alike.

mod key;
mod organization;
mod organization_settings;
mod privacy;

pub use key::{CreateKey, OneKey, RotateKey};
pub use organization::{
    AskRole, DecideRole, Invite, Join, OneInvitation, OneMember, OneRoleRequest, SetRole, ShowAudit, ShowMembers,
};
pub use organization_settings::{ChangeOrganization, SignEveryoneOut};
pub use privacy::{DeleteAccount, ExportData};

use crate::view::{ActivityFilter, LinkPurpose};
use crate::{ChangeId, Channel, FactorId, Secret, SessionId};
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

/// Ask for a link to a new email address.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeEmail {
    /// The new address.
    pub email: String,
    /// The account's password.
    pub password: Secret,
}

/// Look at what a link is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenLink {
    /// What kind of link it is.
    pub purpose: LinkPurpose,
    /// Its token.
    pub token: Secret,
}

/// Press the button of a link: confirm an address, or undo a change.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UseLink {
    /// The link's token.
    pub token: Secret,
}

/// Ask for a link to choose a new password.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForgotPassword {
    /// The account's address.
    pub email: String,
}

/// Choose a new password by a link.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// The link's token.
    pub token: Secret,
    /// The password from now on.
    pub new: Secret,
    /// The same again.
    pub repeat: Secret,
}

/// Choose language, country and time zone; empty text means *detected*.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeRegion {
    /// BCP 47.
    pub language: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// IANA.
    pub time_zone: String,
    /// [`crate::view::Account::version`] of the page it was chosen on.
    pub version: i64,
}

/// Show how dates and numbers would look; empty text means *detected*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviewRegion {
    /// BCP 47.
    pub language: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// IANA.
    pub time_zone: String,
}

/// Take over the browser's time zone, or decline it once and for all.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerZoneOffer {
    /// IANA, as offered.
    pub time_zone: String,
    /// Whether to take it over.
    pub accept: bool,
}

/// Show what happened to the account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowActivity {
    /// Which events.
    pub filter: ActivityFilter,
    /// [`crate::view::Activity::more`] of the page before; `None`: the newest.
    #[serde(default)]
    pub before: Option<String>,
}

/// End a session.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevokeSession {
    /// Which.
    pub session: SessionId,
}

/// Begin to add an authenticator app.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddApp {
    /// What to call it.
    pub name: String,
    /// The account's password.
    pub password: Secret,
}

/// Type in the first code of an authenticator app.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmApp {
    /// Which app.
    pub factor: FactorId,
    /// The six digits that it shows.
    pub code: Secret,
}

/// Give up adding an authenticator app.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelApp {
    /// Which app.
    pub factor: FactorId,
}

/// Remove an authenticator app or a passkey.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveFactor {
    /// Which one.
    pub factor: FactorId,
    /// The account's password.
    pub password: Secret,
}

/// Make new recovery codes in place of those before.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MakeRecoveryCodes {
    /// The account's password.
    pub password: Secret,
}

/// Begin to add a passkey.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeginPasskey {
    /// What to call it.
    pub name: String,
    /// The account's password.
    pub password: Secret,
}

/// What the browser answered to a [`crate::view::PasskeyChallenge`].
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasskeyAnswer {
    /// [`crate::view::PasskeyChallenge::ceremony`].
    pub ceremony: Secret,
    /// The credential as JSON, as `PublicKeyCredential.toJSON()` makes it (WebAuthn level 3).
    pub credential: Secret,
}

/// The second step of a sign-in: a code of the authenticator app, or a recovery code.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondStepCode {
    /// The code.
    pub code: Secret,
}

/// Sign in with a passkey and no password.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasskeySignIn {
    /// Whether the session outlives the browser.
    pub remember: bool,
}

/// Choose how to be told about imports of contacts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeContactNotifications {
    /// By email.
    pub email: bool,
    /// By text message.
    pub sms: bool,
    /// [`crate::view::Notifications::version`] of the page it was chosen on.
    pub version: i64,
}

/// Choose how to be told about money.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeBillingNotifications {
    /// Payments by email.
    pub payments_email: bool,
    /// Payments by text message.
    pub payments_sms: bool,
    /// Invoices by email.
    pub invoices_email: bool,
    /// Invoices by text message.
    pub invoices_sms: bool,
    /// Low credit by email.
    pub low_credit_email: bool,
    /// Low credit by text message.
    pub low_credit_sms: bool,
    /// The balance below which an alert is sent, as typed; empty or 0: none.
    pub minimum: String,
    /// [`crate::view::Notifications::version`] of the page it was chosen on.
    pub version: i64,
}

/// Choose how to be told about requests for roles.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeOrganizationNotifications {
    /// By email.
    pub email: bool,
    /// By text message.
    pub sms: bool,
    /// [`crate::view::Notifications::version`] of the page it was chosen on.
    pub version: i64,
}

/// Choose the hours of each day in which text messages wait.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeQuietHours {
    /// When they begin, as `HH:MM`; empty like the end, or the same: off.
    pub from: String,
    /// When they end, likewise.
    pub until: String,
    /// [`crate::view::Notifications::version`] of the page it was chosen on.
    pub version: i64,
}

/// Send a test message to oneself.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendTest {
    /// By which channel.
    pub channel: Channel,
}

/// Show what was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowNotifications {
    /// [`crate::view::NotificationHistory::more`] of the page before; `None`: the newest.
    pub before: Option<String>,
}
