//! How a typed error of `perfil-models` travels through a server function.

use dioxus::fullstack::{AsStatusCode, ServerFnError, StatusCode};
use perfil_models::error::{
    EmailError, FactorError, InviteError, JoinError, KeyError, LinkError, NameError, NotificationError,
    OrganizationError, PasskeyError, PasswordError, PhoneError, PrivacyError, RegionError, RemovePhoneError,
    ResetError, RoleError, SecondStepError, SignInError,
};
use perfil_models::{AccessError, Explain};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A use case's error on its way to the browser. What dioxus itself reports (no connection, an answer that is not ours)
/// becomes an [`AccessError`], so that a page handles one type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Refusal<E>(pub E);

impl<E: Explain> fmt::Display for Refusal<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.sentence().id)
    }
}

impl<E: Explain + fmt::Debug> std::error::Error for Refusal<E> {}

impl<E: Explain> AsStatusCode for Refusal<E> {
    fn as_status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// One by one, because a blanket `From<E>` would overlap with the one for `ServerFnError` below.
macro_rules! from_use_case {
    ($($error:ty),*) => {$(
        impl From<$error> for Refusal<$error> {
            fn from(error: $error) -> Self {
                Self(error)
            }
        }
    )*};
}

from_use_case!(AccessError, SignInError, NameError, PasswordError, PhoneError, RemovePhoneError);
from_use_case!(EmailError, LinkError, NotificationError, RegionError, ResetError);
from_use_case!(FactorError, PasskeyError, SecondStepError);
from_use_case!(InviteError, JoinError, RoleError);
from_use_case!(KeyError);
from_use_case!(PrivacyError);
from_use_case!(OrganizationError);

impl<E: From<AccessError>> From<ServerFnError> for Refusal<E> {
    fn from(error: ServerFnError) -> Self {
        let cause = match error {
            ServerFnError::ServerError { code, .. } => access_error(code),
            ServerFnError::Request(request) => request.status_code().map_or(AccessError::Offline, access_error),
            _ => AccessError::Internal,
        };
        Self(cause.into())
    }
}

/// What an answer of that HTTP status means, where it does not say more.
pub fn access_error(status: u16) -> AccessError {
    match status {
        401 => AccessError::SignedOut,
        403 => AccessError::Forbidden,
        404 => AccessError::NotFound,
        426 => AccessError::ClientTooOld,
        429 => AccessError::TooMany { retry_after: 60 },
        503 => AccessError::Unavailable,
        400..=499 => AccessError::BadRequest,
        _ => AccessError::Internal,
    }
}
