//! Keys of an organization.

use super::{AccessError, Explain, Field, Sentence};
use crate::key::KeyName;
use crate::name::NotAName;
use serde::Serialize;

errors! {
    /// Making, replacing or revoking a key of the organization.
    KeyError {
        /// Not the account's password.
        WrongPassword => 403 "password-wrong" Password;
        /// No name was typed.
        NameEmpty => 422 "key-name-empty" Name;
        /// Longer than `max` characters.
        NameTooLong {
            /// The most characters.
            max: usize
        } => 422 "key-name-too-long" Name;
        /// A line break, control or invisible character.
        NameUnprintable => 422 "key-name-unprintable" Name;
        /// Nothing was chosen that the key may do.
        NoScope => 422 "key-no-scope" Scopes;
        /// So many keys live already: `max`.
        TooMany {
            /// The most there may be.
            max: i64
        } => 409 "key-too-many" Button;
        /// The key has ended, or another takes its place already.
        Over => 409 "key-over" Button over;
    }
}

impl From<NotAName> for KeyError {
    fn from(why: NotAName) -> Self {
        match why {
            NotAName::Empty => Self::NameEmpty,
            NotAName::TooLong => Self::NameTooLong { max: KeyName::MAX_CHARS },
            NotAName::Unprintable => Self::NameUnprintable,
        }
    }
}
