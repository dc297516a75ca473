//! What a new password must be, as far as words and numbers go; the server does the judging.

use crate::error::told::heard;
use serde::Serialize;

/// The fewest characters where the password is the only factor (NIST SP 800-63B-4 §3.1.1.2).
pub const MIN_CHARS: usize = 15;

/// The fewest characters where a second factor is asked for as well (likewise).
pub const MIN_CHARS_WITH_SECOND_FACTOR: usize = 8;

/// The most characters that an organization may ask for: a sentence of ten words.
pub const MOST_MIN_CHARS: usize = 64;

/// The most bytes that are taken, none of them cut off: beyond it, hashing would serve an attacker only.
pub const MAX_BYTES: usize = 1024;

/// Why a new password was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum PasswordProblem {
    /// Nothing was typed.
    Missing,
    /// Fewer than `min` characters.
    TooShort {
        /// The fewest that are taken.
        min: usize,
    },
    /// More than [`MAX_BYTES`] bytes.
    TooLong,
    /// It stands in lists of common or leaked passwords, or is guessed in a few tries.
    Common,
    /// It is built around the person's own name, address or the product's name.
    Personal,
    /// It is the current one.
    Unchanged,
    /// The repetition differs.
    Mismatch,
}

heard! { PasswordProblem { Missing, TooShort { min }, TooLong, Common, Personal, Unchanged, Mismatch } }
