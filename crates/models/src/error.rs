//! What can go wrong, one enum per use case. A variant carries what the screen needs; [`Explain`] turns it into an HTTP
//! status, a message id of the locale files with its arguments, and the field it belongs to.

use crate::name::NotAName;
use crate::password::{MAX_BYTES, PasswordProblem};
use serde::{Deserialize, Serialize};

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
}

/// Refused before any use case looked at what was asked, or failed behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl Explain for AccessError {
    fn status(&self) -> u16 {
        match self {
            Self::SignedOut => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::BadRequest => 400,
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

/// Builds an error enum with an `Access` variant, and its [`Explain`]: status, message id with arguments, field.
macro_rules! errors {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident $({ $($(#[$adoc:meta])* $arg:ident : $ty:ty),* })? =>
        $status:literal $id:literal $field:expr;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
                    $(Self::$variant { .. } => $field,)*
                }
            }

            fn retry_after(&self) -> Option<u32> {
                match self {
                    Self::Access { cause } => cause.retry_after(),
                    #[allow(unreachable_patterns)]
                    _ => None,
                }
            }
        }
    };
}

errors! {
    /// Signing in.
    SignInError {
        /// No such account, or not this password: never said which.
        WrongCredentials => 401 "sign-in-wrong" Some(Field::Password);
    }
}

errors! {
    /// Changing the display name.
    NameError {
        /// Nothing but blanks.
        Empty => 422 "name-empty" Some(Field::DisplayName);
        /// Longer than `max` characters.
        TooLong {
            /// The most characters.
            max: usize
        } => 422 "name-too-long" Some(Field::DisplayName);
        /// A line break, control or invisible character.
        Unprintable => 422 "name-unprintable" Some(Field::DisplayName);
        /// The account was saved elsewhere since the page was loaded.
        Stale => 409 "error-stale" None;
    }
}

impl From<NotAName> for NameError {
    fn from(why: NotAName) -> Self {
        match why {
            NotAName::Empty => Self::Empty,
            NotAName::TooLong => Self::TooLong { max: crate::DisplayName::MAX_CHARS },
            NotAName::Unprintable => Self::Unprintable,
        }
    }
}

errors! {
    /// Removing the phone number.
    RemovePhoneError {
        /// Not the account's password.
        WrongPassword => 403 "password-wrong" Some(Field::Password);
        /// There is no number to remove.
        NoPhone => 404 "phone-none" None;
    }
}

errors! {
    /// Changing the phone number: asking for the code, sending it again, validating and cancelling.
    PhoneError {
        /// Not the account's password.
        WrongPassword => 403 "password-wrong" Some(Field::Password);
        /// The change was asked for in another session: this one must give the password too.
        PasswordNeeded => 403 "phone-password-needed" Some(Field::Password);
        /// Not a number of that country's plan.
        Invalid => 422 "phone-invalid" Some(Field::Number);
        /// Premium, satellite, pager or another kind that no text message should go to.
        NotMobile => 422 "phone-not-mobile" Some(Field::Number);
        /// A country that the operator does not send to.
        CountryNotAllowed => 422 "phone-country-not-allowed" Some(Field::Number);
        /// It is the number in use.
        Unchanged => 422 "phone-unchanged" Some(Field::Number);
        /// Too many text messages to this number, from this address or to this country today.
        TooManyMessages => 429 "phone-too-many-messages" None;
        /// No pending change of that id: cancelled, replaced or done meanwhile.
        NotPending => 409 "phone-not-pending" None;
        /// The code's time is over.
        Expired => 410 "phone-code-expired" None;
        /// Not six digits.
        MalformedCode => 422 "phone-code-malformed" Some(Field::Code);
        /// Not the code that was sent.
        WrongCode {
            /// How many may still be tried.
            attempts_left: u32
        } => 422 "phone-code-wrong" Some(Field::Code);
        /// The last try is used up; a new code must be asked for.
        NoAttemptsLeft => 410 "phone-code-used-up" None;
        /// Sent again too soon; `wait` as `m:ss`.
        ResendTooSoon {
            /// Time to wait.
            wait: String
        } => 429 "phone-resend-too-soon" None;
        /// Sent again as often as is allowed.
        NoResendsLeft => 429 "phone-no-resends" None;
    }
}

/// Changing the password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "error")]
pub enum PasswordError {
    /// Refused before the use case looked at it, or failed behind it.
    Access {
        /// Why.
        cause: AccessError,
    },
    /// Not the current password.
    WrongPassword,
    /// The new password is refused.
    Refused {
        /// Why.
        problem: PasswordProblem,
    },
}

impl From<AccessError> for PasswordError {
    fn from(cause: AccessError) -> Self {
        Self::Access { cause }
    }
}

impl From<PasswordProblem> for PasswordError {
    fn from(problem: PasswordProblem) -> Self {
        Self::Refused { problem }
    }
}

impl Explain for PasswordError {
    fn status(&self) -> u16 {
        match self {
            Self::Access { cause } => cause.status(),
            Self::WrongPassword => 403,
            Self::Refused { .. } => 422,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Access { cause } => cause.sentence(),
            Self::WrongPassword => Sentence::new("password-wrong"),
            Self::Refused { problem } => problem.sentence(),
        }
    }

    fn field(&self) -> Option<Field> {
        match self {
            Self::Access { .. } => None,
            Self::WrongPassword => Some(Field::Current),
            Self::Refused { problem: PasswordProblem::Mismatch } => Some(Field::Repeat),
            Self::Refused { .. } => Some(Field::New),
        }
    }

    fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Access { cause } => cause.retry_after(),
            _ => None,
        }
    }
}

impl PasswordProblem {
    /// The problem in words.
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Missing => Sentence::new("password-missing"),
            Self::TooShort { min } => Sentence::new("password-too-short").with("min", min),
            Self::TooLong => Sentence::new("password-too-long").with("max", MAX_BYTES),
            Self::Common => Sentence::new("password-common"),
            Self::Personal => Sentence::new("password-personal"),
            Self::Unchanged => Sentence::new("password-unchanged"),
            Self::Mismatch => Sentence::new("password-mismatch"),
        }
    }
}

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
