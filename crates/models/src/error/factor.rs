//! Second factors: adding and removing them, and signing in with one.

use super::{AccessError, Explain, Field, Sentence};
use crate::name::NotAName;
use serde::Serialize;

errors! {
    /// Adding or removing an authenticator app or a passkey, and making recovery codes.
    FactorError {
        /// Not the account's password.
        WrongPassword => 403 "factor-password-wrong" Password;
        /// No name was typed.
        NameEmpty => 422 "factor-name-empty" Name;
        /// Longer than `max` characters.
        NameTooLong {
            /// The most characters.
            max: usize
        } => 422 "factor-name-too-long" Name;
        /// A line break, control or invisible character.
        NameUnprintable => 422 "factor-name-unprintable" Name;
        /// There are `max` already.
        TooMany {
            /// The most there may be.
            max: i64
        } => 409 "factor-too-many" Button;
        /// The app waits no longer for its first code.
        NotPending => 410 "factor-not-pending" Button over;
        /// Not the code that the app shows now.
        WrongCode => 422 "factor-code-wrong" Code;
        /// Without a second factor the password must have `min` characters, and has fewer.
        PasswordTooShort {
            /// The fewest characters.
            min: usize
        } => 422 "factor-password-too-short" Button;
        /// There is no such app or passkey; it may have been removed elsewhere.
        Gone => 404 "factor-gone" Button over;
        /// Passkeys need a host name, and this server has an address of numbers only.
        PasskeysUnavailable => 409 "passkey-unavailable" Button;
        /// There is no second factor that recovery codes could stand in for.
        NoFactors => 409 "factor-none" Button;
    }
}

impl From<NotAName> for FactorError {
    fn from(why: NotAName) -> Self {
        match why {
            NotAName::Empty => Self::NameEmpty,
            NotAName::TooLong => Self::NameTooLong { max: crate::DisplayName::MAX_CHARS },
            NotAName::Unprintable => Self::NameUnprintable,
        }
    }
}

errors! {
    /// Completing what a browser was asked to do with a passkey, while somebody is signed in.
    PasskeyError {
        /// Too late, used before, or begun by somebody else.
        Expired => 410 "passkey-expired" Button;
        /// What the authenticator answered does not prove anything.
        Refused => 422 "passkey-refused" Button;
        /// This passkey belongs to an account already.
        Taken => 409 "passkey-taken" Button;
        /// There are `max` already.
        TooMany {
            /// The most there may be.
            max: i64
        } => 409 "factor-too-many" Button;
        /// Passkeys need a host name, and this server has an address of numbers only.
        Unavailable => 409 "passkey-unavailable" Button;
    }
}

errors! {
    /// Signing in with a passkey or a code.
    SecondStepError {
        /// Nobody has typed a password here within the last minutes.
        Expired => 410 "second-step-expired" Button over;
        /// Neither the code that the app shows now nor an unused recovery code.
        WrongCode => 422 "second-step-wrong" Code;
        /// What the authenticator answered does not prove anything; the passkey may have been removed from the account.
        PasskeyRefused => 422 "second-step-passkey-refused" Button;
        /// Passkeys need a host name, and this server has an address of numbers only.
        PasskeysUnavailable => 409 "passkey-unavailable" Button;
    }
}
