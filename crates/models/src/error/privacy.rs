//! One's own data: its export, and deleting the account.

use super::{AccessError, Explain, Field, Sentence};
use serde::Serialize;

errors! {
    /// Exporting one's data, or asking for one's account to be deleted.
    PrivacyError {
        /// Not the account's password.
        WrongPassword => 403 "privacy-password-wrong" Password;
        /// The organization would have no Owner any more: somebody else must be one first.
        SoleOwner => 409 "privacy-sole-owner" Button;
    }
}
