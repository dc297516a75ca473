//! How an error is read. Deriving it for each enum would put a reader of its own for each into the browser's program, a
//! tenth of it in all; so all of `errors!` share one, which knows every argument by its name.

use super::AccessError;
use serde::Deserialize;

/// An error as it travels: its word, and what may come with it.
#[derive(Deserialize)]
pub(super) struct Told {
    pub error: String,
    pub cause: Option<AccessError>,
    pub attempts_left: Option<i64>,
    pub max: Option<i64>,
    pub min: Option<i64>,
    pub wait: Option<String>,
}

impl Told {
    /// Whether it is the variant of that name: `WrongCode` travels as `wrong-code`.
    pub fn is(&self, variant: &str) -> bool {
        let mut word = self.error.chars();
        let same = variant.char_indices().all(|(at, letter)| {
            let dashed = at == 0 || !letter.is_ascii_uppercase() || word.next() == Some('-');
            dashed && word.next() == Some(letter.to_ascii_lowercase())
        });
        same && word.next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{
        EmailError, FactorError, LinkError, NameError, NotificationError, PasskeyError, PhoneError, RemovePhoneError,
        SecondStepError, SignInError,
    };
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use std::fmt::Debug;

    fn travels<E: Serialize + DeserializeOwned + PartialEq + Debug>(error: E) {
        let text = serde_json::to_string(&error).unwrap();
        assert_eq!(serde_json::from_str::<E>(&text).unwrap(), error, "{text}");
    }

    #[test]
    fn errors_arrive_as_they_were_sent() {
        travels(PhoneError::WrongCode { attempts_left: 3 });
        travels(PhoneError::Frozen { wait: "1:30".to_owned() });
        travels(PhoneError::NoAttemptsLeft);
        travels(EmailError::ResendTooSoon { wait: "0:29".to_owned() });
        travels(RemovePhoneError::NoPhone);
        travels(NameError::TooLong { max: 80 });
        travels(NameError::Stale);
        travels(NotificationError::NotAnAmount);
        travels(FactorError::TooMany { max: 10 });
        travels(FactorError::PasswordTooShort { min: 15 });
        travels(PasskeyError::from(AccessError::TooMany { retry_after: 7 }));
        travels(SecondStepError::Expired);
        travels(LinkError::ChangedSince);
        travels(SignInError::from(AccessError::Unavailable));
    }

    #[test]
    fn what_is_no_error_of_that_kind_is_refused() {
        for text in [
            r#"{"error":"wrong-cod"}"#,
            r#"{"error":"wrong-codes"}"#,
            r#"{"error":"wrongcode"}"#,
            r#"{"error":"WrongCode"}"#,
            r#"{"error":"wrong-code"}"#,
            r#"{"error":"wrong-code","attempts_left":-1}"#,
            r#"{"error":"access"}"#,
            r#"{"attempts_left":3}"#,
        ] {
            assert!(serde_json::from_str::<PhoneError>(text).is_err(), "{text}");
        }
    }
}
