//! How an error is read. Deriving it for each enum would put a reader of its own for each into the browser's program, a
//! tenth of it in all; so all errors share one, which knows every argument by its name.

use serde::Deserialize;

/// An error as it travels: its word, and what may come with it.
#[derive(Deserialize)]
pub(crate) struct Told {
    #[serde(alias = "why")]
    pub error: String,
    pub cause: Option<Box<Told>>,
    pub problem: Option<Box<Told>>,
    pub attempts_left: Option<i64>,
    pub max: Option<i64>,
    pub min: Option<i64>,
    pub retry_after: Option<i64>,
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

/// Reads an enum by way of [`Told`]: its variants with the names of their arguments.
macro_rules! heard {
    ($name:ident { $($variant:ident $({ $($arg:ident),* })?),* $(,)? }) => {
        impl TryFrom<Box<$crate::error::told::Told>> for $name {
            type Error = ();

            fn try_from(told: Box<$crate::error::told::Told>) -> Result<Self, ()> {
                $(if told.is(stringify!($variant)) {
                    return Ok(Self::$variant $({ $($arg: told.$arg.ok_or(())?.try_into().map_err(|_| ())?),* })?);
                })*
                Err(())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let told = Box::<$crate::error::told::Told>::deserialize(deserializer)?;
                told.try_into().map_err(|()| serde::de::Error::custom("not an error of this kind"))
            }
        }
    };
}

pub(crate) use heard;

#[cfg(test)]
mod tests {
    use crate::error::{
        AccessError, EmailError, FactorError, JoinError, LinkError, NameError, NotificationError, PasskeyError,
        PasswordError, PhoneError, RemovePhoneError, ResetError, SecondStepError, SignInError,
    };
    use crate::password::PasswordProblem;
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
        travels(AccessError::BadRequest);
        travels(AccessError::ClientTooOld);
        travels(PasswordError::from(AccessError::SignedOut));
        travels(PasswordError::from(PasswordProblem::TooShort { min: 15 }));
        travels(PasswordError::WrongPassword);
        travels(ResetError::from(AccessError::TooMany { retry_after: 7 }));
        travels(ResetError::from(LinkError::Used));
        travels(JoinError::from(PasswordProblem::Mismatch));
        travels(JoinError::Name { problem: NameError::TooLong { max: 80 } });
        travels(JoinError::HasAccount);
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
