//! The phone number and the email address.

use super::{AccessError, Explain, Field, Sentence};
use serde::Serialize;

errors! {
    /// Removing the phone number.
    RemovePhoneError {
        /// Not the account's password.
        WrongPassword => 403 "password-wrong" Password;
        /// There is no number to remove.
        NoPhone => 404 "phone-none" Button;
        /// A change was undone: contacts stay as they are for a while; `wait` as `h:mm`.
        Frozen {
            /// Time to wait.
            wait: String
        } => 403 "contact-frozen" Button;
    }
}

errors! {
    /// Changing the phone number: asking for the code, sending it again, validating and cancelling.
    PhoneError {
        /// Not the account's password.
        WrongPassword => 403 "password-wrong" Password;
        /// The change was asked for in another session: this one must give the password too.
        PasswordNeeded => 403 "phone-password-needed" Password;
        /// Not a number of that country's plan.
        Invalid => 422 "phone-invalid" Number;
        /// Premium, satellite, pager or another kind that no text message should go to.
        NotMobile => 422 "phone-not-mobile" Number;
        /// A country that the operator does not send to.
        CountryNotAllowed => 422 "phone-country-not-allowed" Number;
        /// A country that the Owner of the organization does not allow.
        CountryNotOfOrganization => 422 "phone-country-not-of-organization" Number;
        /// It is the number in use.
        Unchanged => 422 "phone-unchanged" Number;
        /// Too many text messages to this number, from this address or to this country today.
        TooManyMessages => 429 "phone-too-many-messages" Button;
        /// The number belonged to another account until a moment ago, and may go back to it.
        Reserved => 409 "phone-reserved" Button over;
        /// A change was undone: contacts stay as they are for a while; `wait` as `h:mm`.
        Frozen {
            /// Time to wait.
            wait: String
        } => 403 "contact-frozen" Button;
        /// No pending change of that id: cancelled, replaced or done meanwhile.
        NotPending => 409 "phone-not-pending" Button over;
        /// The code's time is over.
        Expired => 410 "phone-code-expired" Button over;
        /// Not six digits.
        MalformedCode => 422 "phone-code-malformed" Code;
        /// Not the code that was sent.
        WrongCode {
            /// How many may still be tried.
            attempts_left: u32
        } => 422 "phone-code-wrong" Code;
        /// The last try is used up; a new code must be asked for.
        NoAttemptsLeft => 410 "phone-code-used-up" Button over;
        /// Sent again too soon; `wait` as `m:ss`.
        ResendTooSoon {
            /// Time to wait.
            wait: String
        } => 429 "phone-resend-too-soon" Button;
        /// Sent again as often as is allowed.
        NoResendsLeft => 429 "phone-no-resends" Button;
    }
}

errors! {
    /// Changing the email address: asking for the link, sending it again and cancelling.
    EmailError {
        /// Not the account's password.
        WrongPassword => 403 "password-wrong" Password;
        /// Not an address that mail can be sent to.
        Invalid => 422 "email-invalid" Email;
        /// It is the address in use.
        Unchanged => 422 "email-unchanged" Email;
        /// Too many mails to this address or from this network.
        TooManyMessages => 429 "email-too-many-messages" Button;
        /// No pending change of that id: cancelled, replaced or done meanwhile.
        NotPending => 409 "email-not-pending" Button over;
        /// Sent again too soon; `wait` as `m:ss`.
        ResendTooSoon {
            /// Time to wait.
            wait: String
        } => 429 "email-resend-too-soon" Button;
        /// Sent again as often as is allowed.
        NoResendsLeft => 429 "email-no-resends" Button;
        /// A change was undone: contacts stay as they are for a while; `wait` as `h:mm`.
        Frozen {
            /// Time to wait.
            wait: String
        } => 403 "contact-frozen" Button;
    }
}
