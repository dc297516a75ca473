//! Answers to what no use case sees: refused at the door, found nothing, panicked. JSON for a server function, a small
//! page for a person; never a text of a library or the database.

use crate::Shared;
use crate::kept::{self, Kept};
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use perfil_models::client::EVENTS_PATH;
use perfil_models::{AccessError, Explain, Language, Sentence};
use std::any::Any;

/// How an address is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page for a person.
    Page,
    /// A server function.
    Api,
    /// A form posted without script.
    Form,
    /// Where apps stay connected.
    Stream,
}

impl Kind {
    /// By the path.
    pub fn of(path: &str) -> Self {
        if path == EVENTS_PATH {
            Self::Stream
        } else if path.starts_with("/api/") {
            Self::Api
        } else if path.starts_with("/forms/") {
            Self::Form
        } else {
            Self::Page
        }
    }
}

/// Refuses a request with that status, in the form and language it can be read in.
pub fn refused(shared: &Shared, kind: Kind, status: StatusCode, headers: &HeaderMap) -> Response {
    let error = match status {
        StatusCode::UNAUTHORIZED => AccessError::SignedOut,
        StatusCode::NOT_FOUND => AccessError::NotFound,
        StatusCode::UPGRADE_REQUIRED => AccessError::ClientTooOld,
        StatusCode::SERVICE_UNAVAILABLE => AccessError::Unavailable,
        StatusCode::INTERNAL_SERVER_ERROR => AccessError::Internal,
        _ => AccessError::BadRequest,
    };
    answered(shared, kind, status, &error, headers)
}

/// Tells why a use case gave nothing to show.
pub fn failed(shared: &Shared, kind: Kind, error: &AccessError, headers: &HeaderMap) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    answered(shared, kind, status, error, headers)
}

fn answered(shared: &Shared, kind: Kind, status: StatusCode, error: &AccessError, headers: &HeaderMap) -> Response {
    let mut response = match kind {
        Kind::Api | Kind::Stream => envelope(status, error),
        Kind::Page | Kind::Form => {
            // Where there is nothing, loading it again does not help.
            let nowhere = (*error == AccessError::NotFound).then(|| Sentence::new("not-found-lead"));
            page(shared, status, &nowhere.unwrap_or_else(|| error.sentence()), language(shared, headers))
        }
    };
    if status == StatusCode::METHOD_NOT_ALLOWED {
        let allowed = match kind {
            Kind::Page => "GET, HEAD",
            Kind::Stream => "GET",
            Kind::Api | Kind::Form => "POST",
        };
        response.headers_mut().insert(header::ALLOW, crate::header(allowed));
    }
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// The form in which dioxus' client reads an error.
pub fn envelope(status: StatusCode, error: &AccessError) -> Response {
    let body = serde_json::json!({ "code": status.as_u16(), "message": error.sentence().id, "data": error });
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

/// A page of one sentence.
fn page(shared: &Shared, status: StatusCode, sentence: &Sentence, language: Language) -> Response {
    let words = shared.locales.sentence(language, sentence);
    let back = shared.locales.sentence(language, &Sentence::new("problem-back"));
    let body = format!(
        "<!DOCTYPE html><html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{words}</title>{}</head>\
         <body><main class=\"problem\"><h1>{words}</h1><p><a href=\"/\">{back}</a></p></main></body></html>",
        language.tag(),
        language.direction().as_str(),
        shared.site.stylesheet(),
    );
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
}

/// The language of a reader of whom only headers are known: the one chosen on the sign-in page, else the browser's.
pub fn language(shared: &Shared, headers: &HeaderMap) -> Language {
    let chosen = kept::read(&shared.cookies, headers, Kept::Language).and_then(Language::from_tag);
    let asked_for = || headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    chosen.or_else(|| asked_for().map(Language::negotiate)).unwrap_or_default()
}

/// A panic is a fault of ours: the caller learns that, the log learns more, the process lives.
pub fn panicked(cause: Box<dyn Any + Send + 'static>) -> Response<Body> {
    let text = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
    tracing::error!(panic = text.unwrap_or("?"), "a request panicked");
    envelope(StatusCode::INTERNAL_SERVER_ERROR, &AccessError::Internal)
}
