//! Refuses what Perfil's own pages and apps would not send, before anything is looked up: server functions take any
//! content type, so a foreign site could post to them with a plain form.

use crate::problem::{self, Kind};
use crate::{Shared, address};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use perfil_models::client::{CLIENT_HEADER, OLDEST_CLIENT, TRANSPORT_HEADER};
use std::sync::Arc;
use std::time::Duration;

/// The most bytes of a body.
pub const BODY_LIMIT: usize = 64 * 1024;
/// How long a body may take to arrive.
const BODY_TIMEOUT: Duration = Duration::from_secs(30);

/// The layer.
pub async fn check(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let kind = Kind::of(request.uri().path());
    if let Err(status) = refuse(&shared.origin, kind, request.method(), request.headers()) {
        tracing::warn!(%status, path = request.uri().path(), "refused at the door");
        return problem::refused(&shared, kind, status, request.headers());
    }
    match buffer(request, kind).await {
        Ok(request) => next.run(request).await,
        Err((status, headers)) => problem::refused(&shared, kind, status, &headers),
    }
}

fn refuse(origin: &address::Origin, kind: Kind, method: &Method, headers: &HeaderMap) -> Result<(), StatusCode> {
    if is_too_old(headers) {
        return Err(StatusCode::UPGRADE_REQUIRED);
    }
    let reads = matches!(*method, Method::GET | Method::HEAD);
    match kind {
        Kind::Page if reads => return Ok(()),
        Kind::Stream if *method == Method::GET => return refuse_stream(origin, headers),
        Kind::Api | Kind::Form if *method == Method::POST => {}
        _ => return Err(StatusCode::METHOD_NOT_ALLOWED),
    }
    let wanted = if kind == Kind::Api { "application/json" } else { "application/x-www-form-urlencoded" };
    if !is_same_origin(origin, headers) {
        return Err(StatusCode::FORBIDDEN);
    }
    if content_type(headers) != wanted && !(kind == Kind::Api && has_no_body(headers)) {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    if kind == Kind::Api && !headers.contains_key("x-request-client") {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(())
}

/// Whether an app says that it speaks a protocol which is understood no longer. What is no number is older than all.
fn is_too_old(headers: &HeaderMap) -> bool {
    let number = |value: &HeaderValue| value.to_str().ok().and_then(|text| text.parse::<u32>().ok()).unwrap_or(0);
    brings_token(headers) && headers.get(CLIENT_HEADER).is_some_and(|value| number(value) < OLDEST_CLIENT)
}

/// Only apps stay connected: a cookie opens no stream.
fn refuse_stream(origin: &address::Origin, headers: &HeaderMap) -> Result<(), StatusCode> {
    if !brings_token(headers) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    if is_same_origin(origin, headers) { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
}

/// A browser says where a post comes from, by Sec-Fetch-Site, by Origin, or by both. Without either, only a client that
/// sends its token outside cookies is believed to be no browser.
fn is_same_origin(origin: &address::Origin, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let site = text("sec-fetch-site");
    let from = text(header::ORIGIN.as_str());
    if site.is_none() && from.is_none() {
        return brings_token(headers);
    }
    site.is_none_or(|site| site == "same-origin") && from.is_none_or(|from| origin.is(from))
}

/// Whether the client keeps its token outside cookies: no other site can send one of these headers without a preflight,
/// which is never granted.
pub fn brings_token(headers: &HeaderMap) -> bool {
    headers.contains_key(header::AUTHORIZATION) || headers.contains_key(TRANSPORT_HEADER)
}

fn content_type(headers: &HeaderMap) -> &str {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim()
}

/// Whether nothing is sent and nothing said about it: so dioxus calls a server function without arguments.
fn has_no_body(headers: &HeaderMap) -> bool {
    let length = headers.get(header::CONTENT_LENGTH).map_or("0", |value| value.to_str().unwrap_or("?"));
    length == "0" && !headers.contains_key(header::CONTENT_TYPE) && !headers.contains_key(header::TRANSFER_ENCODING)
}

/// Reads the body before anything behind can panic over it, and gives up on one that stalls.
async fn buffer(request: Request, kind: Kind) -> Result<Request, (StatusCode, HeaderMap)> {
    let (mut parts, body) = request.into_parts();
    if matches!(kind, Kind::Page | Kind::Stream) {
        return Ok(Request::from_parts(parts, Body::empty()));
    }
    // With this one, dioxus would answer a server function by a redirect to the Referer.
    parts.headers.remove(header::ACCEPT);
    let collected = tokio::time::timeout(BODY_TIMEOUT, Limited::new(body, BODY_LIMIT).collect()).await;
    match collected {
        Ok(Ok(body)) => {
            let body = body.to_bytes();
            if !body.is_empty() && !parts.headers.contains_key(header::CONTENT_TYPE) {
                return Err((StatusCode::UNSUPPORTED_MEDIA_TYPE, parts.headers));
            }
            Ok(Request::from_parts(parts, Body::from(body)))
        }
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err((StatusCode::PAYLOAD_TOO_LARGE, parts.headers)),
        Ok(Err(_)) => Err((StatusCode::BAD_REQUEST, parts.headers)),
        Err(_) => Err((StatusCode::REQUEST_TIMEOUT, parts.headers)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_models::client::EVENTS_PATH;

    const OWN: (&str, &str) = ("origin", "https://account.example.com");
    const JSON: (&str, &str) = ("content-type", "application/json");
    const CLIENT: (&str, &str) = ("x-request-client", "dioxus");

    fn answer(path: &str, method: Method, headers: &[(&str, &str)]) -> u16 {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(axum::http::HeaderName::try_from(*name).unwrap(), value.parse().unwrap());
        }
        let origin = address::Origin::of("https://account.example.com");
        refuse(&origin, Kind::of(path), &method, &map).map_or_else(|status| status.as_u16(), |()| 200)
    }

    #[test]
    fn s9_only_own_pages_may_post() {
        let post = |headers: &[_]| answer("/api/password", Method::POST, headers);
        assert_eq!(post(&[OWN, JSON, CLIENT]), 200);
        assert_eq!(post(&[("sec-fetch-site", "same-origin"), JSON, CLIENT]), 200);
        assert_eq!(post(&[JSON, CLIENT]), 403, "no sign of where it comes from");
        assert_eq!(post(&[("origin", "https://evil.test"), JSON, CLIENT]), 403);
        assert_eq!(post(&[("origin", "null"), JSON, CLIENT]), 403);
        assert_eq!(post(&[OWN, ("sec-fetch-site", "cross-site"), JSON, CLIENT]), 403);
        assert_eq!(post(&[OWN, ("sec-fetch-site", "same-site"), JSON, CLIENT]), 403);
        assert_eq!(post(&[OWN, JSON]), 403, "the client's own header is missing");
        for other in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""] {
            assert_eq!(post(&[OWN, ("content-type", other), CLIENT]), 415, "{other}");
        }
        assert_eq!(post(&[OWN, CLIENT, ("content-length", "2")]), 415, "a body of no type");
        assert_eq!(post(&[OWN, CLIENT, ("transfer-encoding", "chunked")]), 415, "a body of no type");
        assert_eq!(post(&[OWN, CLIENT, ("content-length", "0")]), 200, "no body needs no type");
        assert_eq!(post(&[OWN]), 403, "but the client's own header");
        assert_eq!(post(&[("authorization", "Bearer x"), JSON, CLIENT]), 200, "the desktop app has no origin");
    }

    #[test]
    fn s9_forms_take_urlencoded_of_own_pages_only() {
        let post = |headers: &[_]| answer("/forms/sign-in", Method::POST, headers);
        let form = ("content-type", "application/x-www-form-urlencoded");
        assert_eq!(post(&[OWN, form]), 200);
        assert_eq!(post(&[OWN, JSON]), 415);
        assert_eq!(post(&[("origin", "https://evil.test"), form]), 403);
        assert_eq!(post(&[form]), 403, "no sign of where it comes from");
        for token in [("authorization", "Bearer x"), ("perfil-transport", "bearer")] {
            assert_eq!(post(&[token, form]), 200, "the desktop app has no origin");
            assert_eq!(post(&[token, JSON]), 415);
            assert_eq!(post(&[token, form, ("origin", "https://evil.test")]), 403);
            assert_eq!(post(&[token, form, ("sec-fetch-site", "cross-site")]), 403);
        }
    }

    #[test]
    fn only_apps_open_a_stream() {
        let get = |headers: &[_]| answer(EVENTS_PATH, Method::GET, headers);
        let token = ("authorization", "Bearer x");
        assert_eq!((get(&[token]), get(&[]), get(&[OWN])), (200, 401, 401));
        assert_eq!(get(&[token, ("origin", "https://evil.test")]), 403);
        assert_eq!(get(&[token, ("sec-fetch-site", "cross-site")]), 403);
        for method in [Method::HEAD, Method::POST, Method::OPTIONS] {
            assert_eq!(answer(EVENTS_PATH, method, &[token, JSON, CLIENT]), 405);
        }
    }

    #[test]
    fn an_app_that_is_too_old_is_told_so() {
        let token = ("authorization", "Bearer x");
        for (number, status) in [("0", 426), ("", 426), ("x", 426), ("1", 200), ("2", 200)] {
            let client = (CLIENT_HEADER, number);
            assert_eq!(answer("/api/account", Method::POST, &[token, JSON, CLIENT, client]), status, "{number}");
            assert_eq!(answer("/settings/user", Method::GET, &[token, client]), status, "{number}");
        }
        assert_eq!(answer("/settings/user", Method::GET, &[(CLIENT_HEADER, "0")]), 200, "a browser is no app");
    }

    #[test]
    fn s10_reading_is_get_and_writing_is_post() {
        assert_eq!(answer("/settings/user", Method::GET, &[]), 200);
        assert_eq!(answer("/settings/user", Method::HEAD, &[]), 200);
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
            assert_eq!(answer("/settings/user", method, &[OWN]), 405);
        }
        for method in [Method::GET, Method::HEAD, Method::PUT, Method::OPTIONS] {
            assert_eq!(answer("/api/password", method.clone(), &[OWN, JSON, CLIENT]), 405);
            assert_eq!(answer("/forms/sign-in", method, &[OWN]), 405);
        }
    }
}
