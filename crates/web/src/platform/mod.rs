//! The interface for the platform around Perfil. `/api/v1` takes an API key and no cookies; `/auth/verify` takes the
//! session's cookie, for a reverse proxy that asks before it lets a request through.

mod cloud_events;
mod events;
mod openapi;
mod preferences;
mod provisioning;
mod reference;
mod sessions;

pub use sessions::verify;

use crate::Shared;
use crate::guard::BODY_LIMIT;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use perfil_accounts::{Reach, Scope};
use perfil_models::{AccessError, Explain};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// How long a body may take to arrive.
const BODY_TIMEOUT: Duration = Duration::from_secs(30);

/// `/api/v1`.
pub fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/api/v1/sessions/introspect", post(sessions::introspect))
        .route("/api/v1/events", post(events::take))
        .route("/api/v1/openapi.json", get(openapi::document))
        .route("/api/v1", get(reference::page))
        .merge(provisioning::routes())
        .merge(preferences::routes())
        .route("/api/v1/{*unknown}", any(unknown))
        .with_state(shared)
}

async fn unknown() -> Response {
    problem(&AccessError::NotFound)
}

/// How far the key that came with a request may do that; else the answer.
async fn authorize(shared: &Shared, headers: &HeaderMap, scope: Scope) -> Result<Reach, Response> {
    shared.accounts.check_api_key(bearer(headers), scope).await.map_err(|error| problem(&error))
}

fn bearer(headers: &HeaderMap) -> &str {
    let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    value.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default()
}

/// A body of at most 64 KiB of JSON; else the answer.
async fn json_body<T: for<'a> Deserialize<'a>>(headers: &HeaderMap, body: Body) -> Result<T, Response> {
    if content_type(headers) != "application/json" {
        return Err(bad_request(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let body = bounded(body, BODY_LIMIT).await?;
    serde_json::from_slice(&body).map_err(|_| bad_request(StatusCode::UNPROCESSABLE_ENTITY))
}

/// A body that is not too long and does not stall; else the answer.
async fn bounded(body: Body, limit: usize) -> Result<Bytes, Response> {
    let read = tokio::time::timeout(BODY_TIMEOUT, to_bytes(body, limit)).await;
    let read = read.map_err(|_| bad_request(StatusCode::REQUEST_TIMEOUT))?;
    read.map_err(|_| bad_request(StatusCode::PAYLOAD_TOO_LARGE))
}

fn content_type(headers: &HeaderMap) -> &str {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim()
}

fn answer(status: StatusCode, body: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

fn problem(error: &AccessError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = refused(status, error);
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

fn bad_request(status: StatusCode) -> Response {
    refused(status, &AccessError::BadRequest)
}

fn refused(status: StatusCode, error: &AccessError) -> Response {
    let word = serde_json::to_value(error).ok().and_then(|mut error| error.get_mut("error").map(Value::take));
    details(status, json!({ "code": word }))
}

/// Problem details (RFC 9457); `code` is the word that programs go by.
fn details(status: StatusCode, mut body: Value) -> Response {
    body["status"] = json!(status.as_u16());
    body["title"] = json!(status.canonical_reason());
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}
