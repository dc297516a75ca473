//! The interface for the platform around Perfil: whose a session is. `/api/v1` takes an API key and no cookies;
//! `/auth/verify` takes the session's cookie, for a reverse proxy that asks before it lets a request through.

use crate::Shared;
use crate::guard::BODY_LIMIT;
use crate::visit::Visit;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Extension, Router};
use perfil_accounts::{Scope, WhoIs};
use perfil_models::{AccessError, Explain, Permission};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// How long a body may take to arrive.
const BODY_TIMEOUT: Duration = Duration::from_secs(30);

/// `/api/v1`.
pub fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/api/v1/sessions/introspect", post(introspect))
        .route("/api/v1/{*unknown}", axum::routing::any(unknown))
        .with_state(shared)
}

/// A session's token, as the platform found it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Introspect {
    token: String,
}

/// After RFC 7662: a token that opens nothing is answered like one that never did.
async fn introspect(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body) -> Response {
    if let Err(error) = shared.accounts.check_api_key(bearer(&headers), Scope::Sessions).await {
        return problem(&error);
    }
    let form: Introspect = match read(&headers, body).await {
        Ok(form) => form,
        Err(status) => return refused(status, &AccessError::BadRequest),
    };
    match shared.accounts.introspect(&form.token).await {
        Ok(Some(who)) => answer(StatusCode::OK, &told(&who)),
        Ok(None) => answer(StatusCode::OK, &json!({ "active": false })),
        Err(error) => problem(&error),
    }
}

async fn unknown() -> Response {
    problem(&AccessError::NotFound)
}

/// 200 with headers that name the person, for the proxy to hand on; 401 for nobody.
pub async fn verify(Extension(visit): Extension<Visit>) -> Response {
    let who = match visit.session() {
        Ok(session) => visit.accounts().who_is(session).await,
        Err(error) => Err(error),
    };
    match who {
        Ok(who) => (StatusCode::OK, named(&who)).into_response(),
        Err(error) => problem(&error),
    }
}

/// What does not fit into a header is left out: names travel by introspection.
fn named(who: &WhoIs) -> HeaderMap {
    let permissions = words(&who.permissions).join(" ");
    let values = [
        ("perfil-user", Some(who.user.as_str())),
        ("perfil-organization", Some(who.organization.as_str())),
        ("perfil-role", Some(who.role.as_str())),
        ("perfil-permissions", Some(permissions.as_str())),
        ("perfil-language", who.language.as_deref()),
        ("perfil-country", who.country.as_deref()),
        ("perfil-time-zone", who.time_zone.as_deref()),
    ];
    let fitting = |(name, value): (&'static str, Option<&str>)| {
        Some((HeaderName::from_static(name), HeaderValue::from_str(value?).ok()?))
    };
    values.into_iter().filter_map(fitting).collect()
}

fn told(who: &WhoIs) -> Value {
    json!({
        "active": true,
        "user": who.user,
        "organization": who.organization,
        "display_name": who.display_name,
        "email": who.email,
        "role": who.role,
        "permissions": who.permissions,
        "language": who.language,
        "country": who.country,
        "time_zone": who.time_zone,
    })
}

/// The same words as in JSON.
fn words(permissions: &[Permission]) -> Vec<String> {
    let word = |permission: &Permission| json!(permission).as_str().map(str::to_owned);
    permissions.iter().filter_map(word).collect()
}

fn bearer(headers: &HeaderMap) -> &str {
    let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    value.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default()
}

async fn read<T: for<'a> Deserialize<'a>>(headers: &HeaderMap, body: Body) -> Result<T, StatusCode> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().unwrap_or_default().trim() != "application/json" {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let read = tokio::time::timeout(BODY_TIMEOUT, to_bytes(body, BODY_LIMIT)).await;
    let body = read.map_err(|_| StatusCode::REQUEST_TIMEOUT)?.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    serde_json::from_slice(&body).map_err(|_| StatusCode::UNPROCESSABLE_ENTITY)
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

/// Problem details (RFC 9457); `code` is the word that programs go by.
fn refused(status: StatusCode, error: &AccessError) -> Response {
    let code = serde_json::to_value(error).ok().and_then(|mut error| error.get_mut("error").map(Value::take));
    let body = json!({ "status": status.as_u16(), "title": status.canonical_reason(), "code": code });
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}
