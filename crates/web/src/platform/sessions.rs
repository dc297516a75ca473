//! Whose a session is: for the platform by API key, for a reverse proxy by the session's own cookie.

use super::{answer, authorize, json_body, problem};
use crate::Shared;
use crate::visit::Visit;
use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use perfil_accounts::{Scope, WhoIs};
use perfil_models::Permission;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// A session's token, as the platform found it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Introspect {
    token: String,
}

/// After RFC 7662: a token that opens nothing is answered like one that never did.
pub async fn introspect(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body) -> Response {
    let reach = match authorize(&shared, &headers, Scope::Sessions).await {
        Ok(reach) => reach,
        Err(refusal) => return refusal,
    };
    let form: Introspect = match json_body(&headers, body).await {
        Ok(form) => form,
        Err(refusal) => return refusal,
    };
    match shared.accounts.introspect(&reach, &form.token).await {
        Ok(Some(who)) => answer(StatusCode::OK, &told(&who)),
        Ok(None) => answer(StatusCode::OK, &json!({ "active": false })),
        Err(error) => problem(&error),
    }
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
