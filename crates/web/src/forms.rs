//! `POST /forms/{form}`: every form of the pages, for a browser whose script has not started or never will. The same use
//! case as the server function, then a redirect back to the page, which shows the result once.

use crate::problem::{self, Kind};
use crate::visit::Visit;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, response::AppendHeaders};
use perfil_accounts::Issued;
use perfil_models::next::safe_next;
use perfil_models::request::{ChangePassword, ChangePhone, PendingChange, RemovePhone, Rename, SignIn, ValidatePhone};
use perfil_models::view::{Flash, Outcome};
use perfil_models::{AccessError, ChangeId, Explain, Secret, Sentence};

/// Fields that are shown again after a refusal. Passwords and codes are not among them.
const TYPED_AGAIN: [&str; 5] = ["email", "remember", "display_name", "country", "number"];
/// The most characters of a field that are shown again.
const TYPED_LIMIT: usize = 200;
/// The sign-in page.
const SIGN_IN: &str = "/sign-in";

/// The fields of a form, in the order sent.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn text(&self, name: &str) -> String {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn secret(&self, name: &str) -> Secret {
        Secret::new(self.text(name))
    }

    fn pending(&self) -> PendingChange {
        PendingChange { change: ChangeId::new(self.text("change")) }
    }

    fn typed_again(&self) -> Vec<(String, String)> {
        let keep = |(name, _): &&(String, String)| TYPED_AGAIN.contains(&name.as_str());
        let cut = |(name, value): &(String, String)| (name.clone(), value.chars().take(TYPED_LIMIT).collect());
        self.0.iter().filter(keep).map(cut).collect()
    }
}

/// How a form went, and which page shows it.
struct Shown {
    page: &'static str,
    result: Result<Done, Refused>,
}

/// What to say, what the browser shall keep, and what its form begins with.
struct Done {
    message: &'static str,
    issued: Issued,
    typed: Vec<(String, String)>,
}

/// An error with its place.
struct Refused {
    status: u16,
    outcome: Outcome,
}

fn done(message: &'static str) -> impl FnOnce(Issued) -> Done {
    move |issued| Done { message, issued, typed: Vec::new() }
}

fn refuse<E: Explain>(error: E) -> Refused {
    Refused { status: error.status(), outcome: Outcome::Refused(error.sentence(), error.field()) }
}

/// The handler.
pub async fn submit(
    Extension(visit): Extension<Visit>,
    Path(form): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = match serde_urlencoded::from_bytes(&body) {
        Ok(fields) => Fields(fields),
        Err(_) => return problem::refused(visit.shared(), Kind::Form, StatusCode::BAD_REQUEST, &headers),
    };
    if !visit.is_form_token(&fields.text("form_token")) {
        return problem::refused(visit.shared(), Kind::Form, StatusCode::FORBIDDEN, &headers);
    }
    match form.as_str() {
        "sign-in" => sign_in(&visit, &fields).await,
        "sign-out" => sign_out(&visit).await,
        _ => match change(&visit, &form, &fields).await {
            Some(shown) => show(&visit, &form, &fields, shown),
            None => problem::refused(visit.shared(), Kind::Form, StatusCode::NOT_FOUND, &headers),
        },
    }
}

async fn sign_in(visit: &Visit, fields: &Fields) -> Response {
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
            visit.flash(&Flash { form: "sign-in".to_owned(), outcome, typed: fields.typed_again() });
            let query = serde_urlencoded::to_string([("next", safe_next(&next))]).unwrap_or_default();
            Redirect::to(&format!("{SIGN_IN}?{query}")).into_response()
        }
    }
}

async fn sign_out(visit: &Visit) -> Response {
    if let Ok(session) = visit.session()
        && let Err(error) = visit.accounts().sign_out(session, visit.client()).await
    {
        tracing::warn!(?error, "signing out failed");
        return problem::refused(visit.shared(), Kind::Form, StatusCode::SERVICE_UNAVAILABLE, &HeaderMap::new());
    }
    visit.forget();
    Redirect::to(SIGN_IN).into_response()
}

/// The changes of a signed-in person; `None`: there is no such form.
async fn change(visit: &Visit, form: &str, fields: &Fields) -> Option<Shown> {
    let page = match form {
        "rename" => "/settings/user",
        "change-password" => "/settings/password",
        "change-phone" | "resend-phone-code" | "cancel-phone-change" | "validate-phone" | "remove-phone" => {
            "/settings/phone"
        }
        _ => return None,
    };
    let result = match page {
        "/settings/phone" => change_phone(visit, form, fields).await,
        "/settings/password" => change_password(visit, fields).await,
        _ => rename(visit, fields).await,
    };
    Some(Shown { page, result })
}

async fn rename(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let version = fields.text("version").parse().map_err(|_| refuse(AccessError::BadRequest))?;
    let form = Rename { display_name: fields.text("display_name"), version };
    visit.accounts().rename(session, visit.client(), form).await.map_err(refuse)?;
    Ok(done("done-rename")(Issued::default()))
}

async fn change_password(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ChangePassword {
        current: fields.secret("current"),
        new: fields.secret("new"),
        repeat: fields.secret("repeat"),
    };
    let changed = visit.accounts().change_password(session, visit.client(), form).await;
    changed.map(done("done-change-password")).map_err(refuse)
}

async fn change_phone(visit: &Visit, form: &str, fields: &Fields) -> Result<Done, Refused> {
    let (accounts, client) = (visit.accounts(), visit.client());
    let session = visit.session().map_err(refuse)?;
    match form {
        "change-phone" => {
            let form = ChangePhone {
                country: fields.text("country"),
                number: fields.text("number"),
                password: fields.secret("password"),
            };
            accounts.change_phone(session, client, form).await.map(done("done-change-phone")).map_err(refuse)
        }
        "resend-phone-code" => {
            let sent = accounts.resend_phone_code(session, client, fields.pending()).await;
            sent.map(|()| done("done-resend-phone-code")(Issued::default())).map_err(refuse)
        }
        "cancel-phone-change" => {
            let cancelled = accounts.cancel_phone_change(session, client, fields.pending()).await;
            let number = cancelled.map_err(refuse)?;
            let typed = number.map(|number| {
                vec![("country".to_owned(), number.country.to_string()), ("number".to_owned(), number.display)]
            });
            Ok(Done { typed: typed.unwrap_or_default(), ..done("done-cancel-phone-change")(Issued::default()) })
        }
        "validate-phone" => {
            let form = ValidatePhone {
                change: fields.pending().change,
                code: fields.secret("code"),
                password: fields.secret("password"),
            };
            accounts.validate_phone(session, client, form).await.map(done("done-validate-phone")).map_err(refuse)
        }
        _ => {
            let form = RemovePhone { password: fields.secret("password") };
            accounts.remove_phone(session, client, form).await.map(done("done-remove-phone")).map_err(refuse)
        }
    }
}

/// Redirects to the page that shows the result. Whoever was signed out meanwhile is led to the sign-in page and back.
fn show(visit: &Visit, form: &str, fields: &Fields, shown: Shown) -> Response {
    let (outcome, typed, status) = match shown.result {
        Ok(done) => {
            visit.hand_out(done.issued);
            (Outcome::Done(Sentence::new(done.message)), done.typed, 200)
        }
        Err(refused) => (refused.outcome, fields.typed_again(), refused.status),
    };
    let (form, target) = if status == 401 {
        let query = serde_urlencoded::to_string([("next", shown.page)]).unwrap_or_default();
        ("sign-in", format!("{SIGN_IN}?{query}"))
    } else {
        (form, shown.page.to_owned())
    };
    visit.flash(&Flash { form: form.to_owned(), outcome, typed });
    (StatusCode::SEE_OTHER, AppendHeaders([(header::LOCATION, target)])).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_and_codes_are_never_shown_again() {
        let field = |name: &str| (name.to_owned(), "x".repeat(300));
        let fields = Fields(["country", "number", "password", "current", "new", "code"].map(field).into());
        let typed = fields.typed_again();
        assert_eq!(typed.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["country", "number"]);
        assert!(typed.iter().all(|(_, value)| value.len() == TYPED_LIMIT));
    }
}
