//! Signing in, the display name and the password.

use super::told::heard;
use super::{AccessError, Explain, Field, Sentence};
use crate::name::NotAName;
use crate::password::{MAX_BYTES, PasswordProblem};
use serde::Serialize;

errors! {
    /// Signing in.
    SignInError {
        /// No such account, or not this password: never said which.
        WrongCredentials => 401 "sign-in-wrong" Password;
    }
}

errors! {
    /// Changing the display name.
    NameError {
        /// Nothing but blanks.
        Empty => 422 "name-empty" DisplayName;
        /// Longer than `max` characters.
        TooLong {
            /// The most characters.
            max: usize
        } => 422 "name-too-long" DisplayName;
        /// A line break, control or invisible character.
        Unprintable => 422 "name-unprintable" DisplayName;
        /// The account was saved elsewhere since the page was loaded.
        Stale => 409 "error-stale" Button;
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

/// Changing the password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

heard! { PasswordError { Access { cause }, WrongPassword, Refused { problem } } }

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
