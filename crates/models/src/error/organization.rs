//! Roles, invitations and joining.

use super::told::heard;
use super::{AccessError, Explain, Field, LinkError, NameError, Sentence};
use crate::name::NotAName;
use crate::password::PasswordProblem;
use crate::reason::{NotAReason, Reason};
use serde::Serialize;

errors! {
    /// Changing what a member is: by the Owner, or by asking the Owner.
    RoleError {
        /// The only Owner: somebody else must be one first.
        LastOwner => 409 "role-last-owner" Role;
        /// The member's role was changed since the page was loaded.
        Stale => 409 "role-stale" Role;
        /// The Owner cannot deactivate the own account.
        Yourself => 409 "role-yourself" Button;
        /// It is the role that the member has.
        Unchanged => 422 "role-unchanged" Role;
        /// No reason was given.
        ReasonMissing => 422 "role-reason-missing" Reason;
        /// The reason is longer than `max` characters.
        ReasonTooLong {
            /// The most characters.
            max: usize
        } => 422 "role-reason-too-long" Reason;
        /// Another request of the member waits for a decision.
        AskedBefore => 409 "role-asked-before" Button;
        /// The request was decided on or withdrawn meanwhile.
        Decided => 409 "role-decided" Button over;
    }
}

impl From<NotAReason> for RoleError {
    fn from(why: NotAReason) -> Self {
        match why {
            NotAReason::Empty => Self::ReasonMissing,
            NotAReason::TooLong => Self::ReasonTooLong { max: Reason::MAX_CHARS },
        }
    }
}

errors! {
    /// Inviting somebody.
    InviteError {
        /// Not an email address.
        Invalid => 422 "email-invalid" Email;
        /// The address belongs to a member of the organization.
        Member => 409 "invite-member" Email;
        /// The address was invited already, and the invitation waits.
        Waiting => 409 "invite-waiting" Email;
        /// The reader may not invite people into that role.
        Role => 403 "invite-role" Role;
        /// Too many invitations wait: `max`.
        TooMany {
            /// The most at a time.
            max: i64
        } => 409 "invite-too-many" Button;
        /// The invitation was accepted or revoked meanwhile.
        Over => 409 "invite-over" Button over;
    }
}

/// Accepting an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "error")]
pub enum JoinError {
    /// The link does not work.
    Link {
        /// Why.
        cause: LinkError,
    },
    /// The name is refused.
    Name {
        /// Why.
        problem: NameError,
    },
    /// The password is refused.
    Refused {
        /// Why.
        problem: PasswordProblem,
    },
    /// There is an account with the address by now.
    HasAccount,
}

heard! { JoinError { Link { cause }, Name { problem }, Refused { problem }, HasAccount } }

impl From<LinkError> for JoinError {
    fn from(cause: LinkError) -> Self {
        Self::Link { cause }
    }
}

impl From<AccessError> for JoinError {
    fn from(cause: AccessError) -> Self {
        Self::Link { cause: cause.into() }
    }
}

impl From<NotAName> for JoinError {
    fn from(why: NotAName) -> Self {
        Self::Name { problem: why.into() }
    }
}

impl From<PasswordProblem> for JoinError {
    fn from(problem: PasswordProblem) -> Self {
        Self::Refused { problem }
    }
}

impl Explain for JoinError {
    fn status(&self) -> u16 {
        match self {
            Self::Link { cause } => cause.status(),
            Self::Name { .. } | Self::Refused { .. } => 422,
            Self::HasAccount => 409,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Link { cause } => cause.sentence(),
            Self::Name { problem } => problem.sentence(),
            Self::Refused { problem } => problem.sentence(),
            Self::HasAccount => Sentence::new("join-has-account"),
        }
    }

    fn field(&self) -> Option<Field> {
        match self {
            Self::Link { .. } | Self::HasAccount => None,
            Self::Name { problem } => problem.field(),
            Self::Refused { problem: PasswordProblem::Mismatch } => Some(Field::Repeat),
            Self::Refused { .. } => Some(Field::New),
        }
    }

    fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Link { cause } => cause.retry_after(),
            _ => None,
        }
    }

    fn ends_the_change(&self) -> bool {
        match self {
            Self::Link { cause } => cause.ends_the_change(),
            Self::HasAccount => true,
            _ => false,
        }
    }
}
