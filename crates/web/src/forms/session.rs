//! Signing in and out.

use super::{Fields, SIGN_IN, refuse};
use crate::problem::{self, Kind};
use crate::visit::Visit;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use perfil_models::next::safe_next;
use perfil_models::request::SignIn;
use perfil_models::view::Flash;

/// Signs in, and goes where the form says.
pub async fn sign_in(visit: &Visit, fields: &Fields) -> Response {
    let form = SignIn {
        email: fields.text("email"),
        password: fields.secret("password"),
        remember: !fields.text("remember").is_empty(),
    };
    let next = fields.text("next");
    match visit.accounts().sign_in(visit.client(), form).await {
        Ok(issued) => {
            visit.hand_out(issued);
            Redirect::to(safe_next(&next)).into_response()
        }
        Err(error) => {
            let outcome = refuse(error).outcome;
            visit.flash(&Flash { form: "sign-in".to_owned(), outcome, typed: fields.typed_again(), is_over: false });
            let query = serde_urlencoded::to_string([("next", safe_next(&next))]).unwrap_or_default();
            Redirect::to(&format!("{SIGN_IN}?{query}")).into_response()
        }
    }
}

/// Signs out.
pub async fn sign_out(visit: &Visit) -> Response {
    if let Ok(session) = visit.session()
        && let Err(error) = visit.accounts().sign_out(session, visit.client()).await
    {
        tracing::warn!(?error, "signing out failed");
        return problem::refused(visit.shared(), Kind::Form, StatusCode::SERVICE_UNAVAILABLE, &HeaderMap::new());
    }
    visit.forget();
    Redirect::to(SIGN_IN).into_response()
}
