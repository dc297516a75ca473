//! What can go wrong, one enum per use case. A variant carries what the screen needs; [`Explain`] turns it into an HTTP
//! status, a message id of the locale files with its arguments, and the field it belongs to.

use serde::{Deserialize, Serialize};
use told::heard;

/// A message id with its arguments: a sentence that is put into words where the reader's language is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The id in `assets/locales/<tag>/*.ftl`.
    pub id: String,
    /// `(name, value)` of its placeables.
    pub args: Vec<(String, String)>,
}

impl Sentence {
    /// A sentence without arguments.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), args: Vec::new() }
    }

    /// Adds an argument.
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// A field of a form, by the name of its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// `email`
    Email,
    /// `password`: the account's password beside a change.
    Password,
    /// `current`: the current password where a new one is chosen.
    Current,
    /// `new`
    New,
    /// `repeat`
    Repeat,
    /// `number`
    Number,
    /// `code`
    Code,
    /// `display_name`
    DisplayName,
    /// `name`: what a passkey or an app is called.
    Name,
    /// `language`
    Language,
    /// `country`
    Country,
    /// `time_zone`
    TimeZone,
    /// `sms`: a text message where there is no number for it.
    Sms,
    /// `minimum`: the balance below which an alert is sent.
    Minimum,
    /// `low_credit`: the channels of that alert.
    LowCredit,
    /// `from`: when quiet hours begin.
    From,
    /// `until`: when they end.
    Until,
    /// `role`
    Role,
    /// `reason`: why a role is asked for.
    Reason,
    /// `scopes`: what a key may do; a box for each.
    Scopes,
    /// `currency`: what an organization pays in.
    Currency,
    /// `password_min`: the fewest characters of a new password.
    PasswordMin,
    /// `sms_countries`: the countries of members' numbers.
    SmsCountries,
}

impl Field {
    /// The input's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Password => "password",
            Self::Current => "current",
            Self::New => "new",
            Self::Repeat => "repeat",
            Self::Number => "number",
            Self::Code => "code",
            Self::DisplayName => "display_name",
            Self::Name => "name",
            Self::Language => "language",
            Self::Country => "country",
            Self::TimeZone => "time_zone",
            Self::Sms => "sms",
            Self::Minimum => "minimum",
            Self::LowCredit => "low_credit",
            Self::From => "from",
            Self::Until => "until",
            Self::Role => "role",
            Self::Reason => "reason",
            Self::Scopes => "scopes",
            Self::Currency => "currency",
            Self::PasswordMin => "password_min",
            Self::SmsCountries => "sms_countries",
        }
    }
}

/// How an error is shown.
pub trait Explain {
    /// The HTTP status code.
    fn status(&self) -> u16;
    /// What to say.
    fn sentence(&self) -> Sentence;
    /// Where to say it; `None` is beside the button.
    fn field(&self) -> Option<Field>;
    /// Seconds to wait, for the `Retry-After` header.
    fn retry_after(&self) -> Option<u32> {
        None
    }
    /// Whether the pending change or the link that was asked about is over, so that no card or form is left to say it in.
    fn ends_the_change(&self) -> bool {
        false
    }
}

/// Refused before any use case looked at what was asked, or failed behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "error")]
pub enum AccessError {
    /// Nobody is signed in, or not any more.
    SignedOut,
    /// The role does not allow it.
    Forbidden,
    /// There is no such thing, or not in the reader's organization.
    NotFound,
    /// The request was not made by one of Perfil's own pages, or not in a form it understands.
    BadRequest,
    /// The app is older than what the server understands.
    ClientTooOld,
    /// Too many tries; seconds to wait.
    TooMany {
        /// Seconds until the next try is looked at.
        retry_after: u32,
    },
    /// The database is busy or full; nothing was changed.
    Unavailable,
    /// The server cannot be reached from here.
    Offline,
    /// A fault of the server's own.
    Internal,
}

heard! {
    AccessError {
        SignedOut, Forbidden, NotFound, BadRequest, ClientTooOld, TooMany { retry_after }, Unavailable, Offline, Internal,
    }
}

impl Explain for AccessError {
    fn status(&self) -> u16 {
        match self {
            Self::SignedOut => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::BadRequest => 400,
            Self::ClientTooOld => 426,
            Self::TooMany { .. } => 429,
            Self::Unavailable | Self::Offline => 503,
            Self::Internal => 500,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::SignedOut => Sentence::new("error-signed-out"),
            Self::Forbidden => Sentence::new("error-forbidden"),
            Self::NotFound => Sentence::new("error-not-found"),
            Self::BadRequest => Sentence::new("error-bad-request"),
            Self::ClientTooOld => Sentence::new("error-client-too-old"),
            Self::TooMany { retry_after } => Sentence::new("error-too-many").with("wait", clock(*retry_after)),
            Self::Unavailable => Sentence::new("error-unavailable"),
            Self::Offline => Sentence::new("error-offline"),
            Self::Internal => Sentence::new("error-internal"),
        }
    }

    fn field(&self) -> Option<Field> {
        None
    }

    fn retry_after(&self) -> Option<u32> {
        match self {
            Self::TooMany { retry_after } => Some(*retry_after),
            Self::Unavailable => Some(5),
            _ => None,
        }
    }
}

/// Seconds as `m:ss`, which needs no plural in any language.
pub fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Seconds as `h:mm`, rounded up to the minute.
pub fn hours(seconds: u32) -> String {
    let minutes = seconds.div_ceil(60);
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Builds an error enum with an `Access` variant, and its [`Explain`]: status, message id with arguments, field.
/// `over` after the field marks a refusal that ends the pending change.
macro_rules! errors {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident $({ $($(#[$adoc:meta])* $arg:ident : $ty:ty),* })? =>
        $status:literal $id:literal $field:ident $($over:ident)?;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "kebab-case", tag = "error")]
        pub enum $name {
            /// Refused before the use case looked at it, or failed behind it.
            Access {
                /// Why.
                cause: AccessError,
            },
            $($(#[$vdoc])* $variant $({ $($(#[$adoc])* $arg: $ty),* })?,)*
        }

        impl From<AccessError> for $name {
            fn from(cause: AccessError) -> Self {
                Self::Access { cause }
            }
        }

        $crate::error::told::heard! { $name { Access { cause }, $($variant $({ $($arg),* })?,)* } }

        impl Explain for $name {
            fn status(&self) -> u16 {
                match self {
                    Self::Access { cause } => cause.status(),
                    $(Self::$variant { .. } => $status,)*
                }
            }

            fn sentence(&self) -> Sentence {
                match self {
                    Self::Access { cause } => cause.sentence(),
                    $(Self::$variant $({ $($arg),* })? => Sentence::new($id)$($(.with(stringify!($arg), $arg))*)?,)*
                }
            }

            fn field(&self) -> Option<Field> {
                match self {
                    Self::Access { .. } => None,
                    $(Self::$variant { .. } => errors!(@field $field),)*
                }
            }

            fn retry_after(&self) -> Option<u32> {
                match self {
                    Self::Access { cause } => cause.retry_after(),
                    #[allow(unreachable_patterns)]
                    _ => None,
                }
            }

            fn ends_the_change(&self) -> bool {
                match self {
                    Self::Access { .. } => false,
                    $(Self::$variant { .. } => errors!(@over $($over)?),)*
                }
            }
        }
    };
    (@field Button) => { None };
    (@field $field:ident) => { Some($crate::error::Field::$field) };
    (@over) => { false };
    (@over over) => { true };
}

mod account;
mod contact;
mod factor;
mod key;
mod link;
mod notifications;
mod organization;
mod organization_settings;
mod privacy;
mod region;
pub(crate) mod told;

pub use account::{NameError, PasswordError, SignInError};
pub use contact::{EmailError, PhoneError, RemovePhoneError};
pub use factor::{FactorError, PasskeyError, SecondStepError};
pub use key::KeyError;
pub use link::{LinkError, ResetError};
pub use notifications::NotificationError;
pub use organization::{InviteError, JoinError, RoleError};
pub use organization_settings::OrganizationError;
pub use privacy::PrivacyError;
pub use region::RegionError;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variant_carries_its_arguments_into_the_sentence() {
        let error = PhoneError::WrongCode { attempts_left: 3 };
        assert_eq!(error.sentence(), Sentence::new("phone-code-wrong").with("attempts_left", 3));
        assert_eq!((error.status(), error.field()), (422, Some(Field::Code)));
    }

    #[test]
    fn waiting_shows_as_a_clock() {
        let error = SignInError::from(AccessError::TooMany { retry_after: 125 });
        assert_eq!(error.sentence(), Sentence::new("error-too-many").with("wait", "2:05"));
        assert_eq!((error.status(), error.retry_after()), (429, Some(125)));
    }
}
