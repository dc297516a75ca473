//! The answers of server functions, made fit for a client: what dioxus says of a body it cannot read becomes a 422, and
//! an error that says how long to wait says so in a header too.

use crate::problem::{Kind, envelope};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use perfil_models::AccessError;
use serde_json::Value;

/// The most bytes of an error's body.
const ERROR_LIMIT: usize = 16 * 1024;

/// The layer; pages pass it untouched.
pub async fn finish(request: Request, next: Next) -> Response {
    let is_api = Kind::of(request.uri().path()) == Kind::Api;
    let response = next.run(request).await;
    if !is_api || response.status().is_success() {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, ERROR_LIMIT).await.unwrap_or_default();
    let Some(error) = typed_error(&body) else {
        return untyped(parts.status, &body);
    };
    if let Some(seconds) = retry_after(&error) {
        parts.headers.insert(header::RETRY_AFTER, seconds.into());
    }
    Response::from_parts(parts, Body::from(body))
}

fn typed_error(body: &Bytes) -> Option<Value> {
    let mut answer: Value = serde_json::from_slice(body).ok()?;
    answer.get_mut("data").map(Value::take).filter(Value::is_object)
}

/// An error that no use case made: the body was not what the function takes, or there is no such function.
fn untyped(status: StatusCode, body: &Bytes) -> Response {
    let says_error = serde_json::from_slice::<Value>(body).is_ok_and(|answer| answer.get("error").is_some());
    match status {
        StatusCode::INTERNAL_SERVER_ERROR if says_error => {
            envelope(StatusCode::UNPROCESSABLE_ENTITY, &AccessError::BadRequest)
        }
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => {
            envelope(StatusCode::NOT_FOUND, &AccessError::NotFound)
        }
        _ => envelope(status, &AccessError::Internal),
    }
}

fn retry_after(error: &Value) -> Option<u64> {
    let cause = std::iter::successors(Some(error), |error| error.get("cause")).last()?;
    match cause.get("error")?.as_str()? {
        "unavailable" => Some(5),
        _ => cause.get("retry_after")?.as_u64(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_found_in_any_typed_error() {
        let seconds = |error: &str| retry_after(&serde_json::from_str(error).unwrap());
        assert_eq!(seconds(r#"{"error":"too-many","retry_after":7}"#), Some(7));
        assert_eq!(seconds(r#"{"error":"access","cause":{"error":"too-many","retry_after":9}}"#), Some(9));
        assert_eq!(seconds(r#"{"error":"access","cause":{"error":"unavailable"}}"#), Some(5));
        let nested = r#"{"error":"link","cause":{"error":"access","cause":{"error":"too-many","retry_after":8}}}"#;
        assert_eq!(seconds(nested), Some(8));
        assert_eq!(seconds(r#"{"error":"wrong-code","attempts_left":3}"#), None);
    }
}
