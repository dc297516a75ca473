//! Links that came by mail or text message.

use super::told::heard;
use super::{AccessError, Explain, Field, Sentence};
use crate::password::PasswordProblem;
use serde::Serialize;

errors! {
    /// Opening or using a link. Whoever holds one has shown to read the mailbox, so the reasons need not be alike.
    LinkError {
        /// No such link: mistyped, cut off, or so old that it is forgotten.
        Unknown => 404 "link-unknown" Button over;
        /// Its time is over.
        Expired => 410 "link-expired" Button over;
        /// It was used before: what it does is done.
        Used => 409 "link-used" Button over;
        /// The change was cancelled, replaced by a newer one, or cannot be made any more.
        Replaced => 410 "link-replaced" Button over;
        /// The value was changed again since: undoing would not bring back what was there.
        ChangedSince => 409 "undo-changed-since" Button over;
        /// It was undone before.
        Undone => 409 "undo-done-before" Button over;
    }
}

/// Choosing a new password by a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "error")]
pub enum ResetError {
    /// The link does not work.
    Link {
        /// Why.
        cause: LinkError,
    },
    /// The new password is refused; the link still works.
    Refused {
        /// Why.
        problem: PasswordProblem,
    },
}

heard! { ResetError { Link { cause }, Refused { problem } } }

impl From<LinkError> for ResetError {
    fn from(cause: LinkError) -> Self {
        Self::Link { cause }
    }
}

impl From<AccessError> for ResetError {
    fn from(cause: AccessError) -> Self {
        Self::Link { cause: cause.into() }
    }
}

impl From<PasswordProblem> for ResetError {
    fn from(problem: PasswordProblem) -> Self {
        Self::Refused { problem }
    }
}

impl Explain for ResetError {
    fn status(&self) -> u16 {
        match self {
            Self::Link { cause } => cause.status(),
            Self::Refused { .. } => 422,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Link { cause } => cause.sentence(),
            Self::Refused { problem } => problem.sentence(),
        }
    }

    fn field(&self) -> Option<Field> {
        match self {
            Self::Link { .. } => None,
            Self::Refused { problem: PasswordProblem::Mismatch } => Some(Field::Repeat),
            Self::Refused { .. } => Some(Field::New),
        }
    }

    fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Link { cause } => cause.retry_after(),
            Self::Refused { .. } => None,
        }
    }

    fn ends_the_change(&self) -> bool {
        match self {
            Self::Link { cause } => cause.ends_the_change(),
            Self::Refused { .. } => false,
        }
    }
}
