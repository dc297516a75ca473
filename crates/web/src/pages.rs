//! What a rendered page needs around it: language, direction, title, nonce, and the way to the sign-in page.

use crate::Shared;
use crate::problem::{self, Kind};
use crate::visit::Visit;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dioxus_interpreter_js::INITIALIZE_STREAMING_JS;
use perfil_accounts::random::new_token;
use perfil_models::Sentence;
use perfil_models::next::{SIGN_IN, instead_of};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The beginning of the one inline script that differs from page to page: the data that the browser hydrates with.
const HYDRATION: &str = "<script>window.initial_dioxus_hydration_data=";
/// Where the head that dioxus renders ends; ours, which knows language, title and files, takes its place.
const HEAD_END: &str = "</head>";
/// The most bytes of a page.
const PAGE_LIMIT: usize = 4 * 1024 * 1024;
/// The demo's page.
const OUTBOX: &str = "/dev/outbox";

/// The policy of pages: own files only, one script by its hash (dioxus' starter, always the same), one by the page's
/// nonce (the hydration data), and WebAssembly.
pub fn content_security_policy() -> String {
    let starter = STANDARD.encode(Sha256::digest(INITIALIZE_STREAMING_JS.as_bytes()));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'nonce-{{nonce}}' 'sha256-{starter}'; \
         style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
         object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    )
}

/// `GET /.well-known/change-password`: where password managers look for the form.
pub async fn change_password() -> Redirect {
    Redirect::to("/settings/password")
}

/// The layer around pages. Server functions pass it untouched.
pub async fn finish(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if Kind::of(&path) != Kind::Page {
        return next.run(request).await;
    }
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return problem::refused(&shared, Kind::Page, StatusCode::INTERNAL_SERVER_ERROR, request.headers());
    };
    if let Some(elsewhere) = elsewhere(&visit, &path) {
        return Redirect::to(&elsewhere).into_response();
    }
    if path == OUTBOX && visit.demo_outbox().is_err() {
        return problem::refused(&shared, Kind::Page, StatusCode::NOT_FOUND, request.headers());
    }
    let headers = request.headers().clone();
    let is_head = *request.method() == Method::HEAD;
    let response = next.run(request).await;
    if is_head {
        return response;
    }
    if !is_html(&response) {
        return problem::refused(&shared, Kind::Page, response.status(), &headers);
    }
    fill_in(&shared, &visit, &path, response, &headers).await
}

/// Where to go instead. From the sign-in page the way leads back.
fn elsewhere(visit: &Visit, path: &str) -> Option<String> {
    let instead = instead_of(path, visit.session().is_ok())?;
    if instead == SIGN_IN && path != "/" {
        let query = serde_urlencoded::to_string([("next", path)]).unwrap_or_default();
        return Some(format!("{SIGN_IN}?{query}"));
    }
    Some(instead.to_owned())
}

fn is_html(response: &Response) -> bool {
    let content_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content_type.is_some_and(|value| value.starts_with("text/html"))
}

async fn fill_in(
    shared: &Shared,
    visit: &Visit,
    path: &str,
    response: Response,
    request_headers: &HeaderMap,
) -> Response {
    let (mut parts, body) = response.into_parts();
    let html = to_bytes(body, PAGE_LIMIT).await.ok().and_then(|body| String::from_utf8(body.to_vec()).ok());
    let html = html.filter(|html| html.matches(HYDRATION).count() == 1);
    let Some((_, body)) = html.as_deref().and_then(|html| html.split_once(HEAD_END)) else {
        tracing::error!(path, "the page does not hold exactly one hydration script");
        return problem::refused(shared, Kind::Page, StatusCode::INTERNAL_SERVER_ERROR, request_headers);
    };
    let language = visit.language();
    let title = shared.locales.sentence(language, &Sentence::new((shared.title_id)(path)));
    let nonce = new_token(shared.accounts.random());
    let script = HYDRATION.replacen("<script>", &format!("<script nonce=\"{nonce}\">"), 1);
    let body = body.replacen(HYDRATION, &script, 1);
    let html = [&shared.site.head(language, &title), HEAD_END, &body].concat();
    let policy = shared.content_security_policy.replace("{nonce}", &nonce);
    parts.headers.insert(header::CONTENT_SECURITY_POLICY, crate::header(&policy));
    parts.headers.insert(header::CONTENT_LENGTH, html.len().into());
    Response::from_parts(parts, Body::from(html))
}
