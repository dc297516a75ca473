//! Signing in and out.

use super::{Fields, Refused, SECOND_STEP, SIGN_IN, refuse};
use crate::problem::{self, Kind};
use crate::visit::Visit;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use perfil_models::next::safe_next;
use perfil_models::request::{SecondStepCode, SignIn};
use perfil_models::view::{Flash, SignedIn};

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
            let page = match issued.signed_in() {
                SignedIn::Done => safe_next(&next).to_owned(),
                SignedIn::SecondStep => leading_to(SECOND_STEP, &next),
            };
            visit.hand_out(issued);
            Redirect::to(&page).into_response()
        }
        Err(error) => refused(visit, "sign-in", fields, SIGN_IN, refuse(error)),
    }
}

/// Completes a sign-in by a code; `form` is the one of the app or the one of recovery codes.
pub async fn enter_second_step_code(visit: &Visit, form: &str, fields: &Fields) -> Response {
    let request = SecondStepCode { code: fields.secret("code") };
    match visit.accounts().enter_second_step_code(visit.client(), request).await {
        Ok(issued) => {
            visit.hand_out(issued);
            Redirect::to(safe_next(&fields.text("next"))).into_response()
        }
        Err(error) => refused(visit, form, fields, SECOND_STEP, refuse(error)),
    }
}

/// Back to the page of the form, which still knows where to go afterwards.
fn refused(visit: &Visit, form: &str, fields: &Fields, page: &str, refused: Refused) -> Response {
    let Refused { outcome, is_over, .. } = refused;
    visit.flash(&Flash { form: form.to_owned(), outcome, typed: fields.typed_again(), is_over });
    Redirect::to(&leading_to(page, &fields.text("next"))).into_response()
}

fn leading_to(page: &str, next: &str) -> String {
    let query = serde_urlencoded::to_string([("next", safe_next(next))]).unwrap_or_default();
    format!("{page}?{query}")
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
