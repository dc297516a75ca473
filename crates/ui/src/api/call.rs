//! How the browser and the desktop app call a server function: one client for all of them.

use super::refusal::{Refusal, access_error};
use crate::json::read;
use crate::platform;
use perfil_models::AccessError;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What a server function takes.
#[derive(Serialize)]
struct Body<'a, T> {
    form: &'a T,
}

/// What comes with a refusal.
#[derive(Deserialize)]
struct Envelope<E> {
    data: E,
}

/// The body of a function without arguments.
pub fn no_body() -> Option<String> {
    None
}

/// The body of a function that takes a form.
pub fn body_of(form: &impl Serialize) -> Option<String> {
    serde_json::to_string(&Body { form }).ok()
}

/// Calls the function at `path`. What is not an answer of ours becomes an [`AccessError`], so that a page handles one
/// type.
pub async fn call<T, E>(path: &'static str, body: Option<String>) -> Result<T, Refusal<E>>
where
    T: DeserializeOwned,
    E: DeserializeOwned + From<AccessError>,
{
    match platform::post(path, body).await {
        Some((200, text)) => read(text.as_bytes()).map_err(|_| Refusal(AccessError::Internal.into())),
        Some((status, text)) => {
            let told = read::<Envelope<E>>(text.as_bytes()).map(|envelope| envelope.data).ok();
            Err(Refusal(told.unwrap_or_else(|| access_error(status).into())))
        }
        None => Err(Refusal(AccessError::Offline.into())),
    }
}
