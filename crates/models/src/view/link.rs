//! What a link from a mail or text message is about, before its button is pressed.

use crate::{Role, Topic};
use serde::{Deserialize, Serialize};

/// What a link does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkPurpose {
    /// Confirms a new email address.
    ConfirmEmail,
    /// Brings an address or number back, or keeps an account that waits to be deleted.
    Undo,
    /// Chooses a new password.
    ResetPassword,
    /// Chooses the first password.
    Invitation,
    /// Ends mails about a topic.
    Unsubscribe,
    /// Makes an account in the organization that invites.
    Join,
}

/// A link that works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Link {
    /// Its button makes `new` the address of the account that now has `old`, which is masked.
    ConfirmEmail {
        /// The new address.
        new: String,
        /// The address until now, masked.
        old: String,
    },
    /// Its button brings the address `old` back in place of `new`, which is masked.
    UndoEmail {
        /// The address before.
        old: String,
        /// The address now, masked.
        new: String,
    },
    /// Its button brings the number `old` back in place of `new`, which is masked.
    UndoPhone {
        /// The number before.
        old: String,
        /// The number now, masked.
        new: String,
    },
    /// Its button keeps the account that waits to be deleted.
    KeepAccount {
        /// The account's address, masked.
        email: String,
    },
    /// Its form chooses a new password for the account.
    ResetPassword {
        /// The account's address, for password managers.
        email: String,
        /// The fewest characters of the new password.
        min: usize,
    },
    /// Its form chooses the first password of the account.
    Invitation {
        /// The account's address, to sign in with.
        email: String,
        /// What the organization is called.
        organization: String,
        /// The fewest characters of the password.
        min: usize,
    },
    /// Its button ends mails about the topic.
    Unsubscribe {
        /// What is no longer told by mail.
        topic: Topic,
        /// The account's address, masked.
        email: String,
    },
    /// Its form makes an account in an organization.
    Join {
        /// The address that is invited, to sign in with.
        email: String,
        /// What the organization is called.
        organization: String,
        /// The name of who invites.
        inviter: String,
        /// What one will be.
        role: Role,
        /// The fewest characters of the password.
        min: usize,
    },
}

/// What an undo brought back or kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Undone {
    /// The address of before.
    Email,
    /// The number of before.
    Phone,
    /// The address, while contacts were frozen already because of another undo.
    EmailAgain,
    /// The number, likewise.
    PhoneAgain,
    /// The account, which is not deleted.
    Deletion,
}

impl Undone {
    /// The id of what to say.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Email => "done-undo-email",
            Self::Phone => "done-undo-phone",
            Self::EmailAgain => "done-undo-email-again",
            Self::PhoneAgain => "done-undo-phone-again",
            Self::Deletion => "done-undo-deletion",
        }
    }
}
