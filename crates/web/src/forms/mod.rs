//! `POST /forms/{form}`: every form of the pages, for a browser whose script has not started or never will. The same use
//! case as the server function, then a redirect back to the page, which shows the result once.
//!
//! A new form is one function in the file of its page, and one arm of [`change`].

mod activity;
mod demo;
mod email;
mod factors;
mod fields;
mod link;
mod notifications;
mod organization;
mod organization_keys;
mod organization_settings;
mod password;
mod phone;
mod privacy;
mod region;
mod role_requests;
mod session;
mod user;

use crate::problem::{self, Kind};
use crate::visit::Visit;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, response::AppendHeaders};
use fields::Fields;
use perfil_accounts::Issued;
use perfil_models::view::{Flash, Outcome};
use perfil_models::{Explain, Sentence};

/// The sign-in page, and the one of its second step.
const SIGN_IN: &str = "/sign-in";
const SECOND_STEP: &str = "/sign-in/second-step";
/// The pages of the other forms.
const FORGOTTEN: &str = "/forgot-password";
const USER: &str = "/settings/user";
const PASSWORD: &str = "/settings/password";
const TWO_STEP: &str = "/settings/two-step";
const EMAIL: &str = "/settings/email";
const PHONE: &str = "/settings/phone";
const REGION: &str = "/settings/region";
const NOTIFICATIONS: &str = "/settings/notifications";
const ACTIVITY: &str = "/settings/activity";
const PRIVACY: &str = "/settings/privacy";
const ORGANIZATION: &str = "/organization";
const KEYS: &str = "/organization/keys";
const ORGANIZATION_SETTINGS: &str = "/organization/settings";
const OUTBOX: &str = "/dev/outbox";

/// How a form went, and which page shows it: its path, and a query where it needs one.
struct Shown {
    page: String,
    result: Result<Done, Refused>,
}

/// What to say, what the browser shall keep, and what its form begins with.
struct Done {
    sentence: Sentence,
    issued: Issued,
    typed: Vec<(String, String)>,
}

impl Done {
    fn saying(message: &'static str) -> Self {
        Self::telling(Sentence::new(message))
    }

    fn telling(sentence: Sentence) -> Self {
        Self { sentence, issued: Issued::default(), typed: Vec::new() }
    }

    fn keeping(self, issued: Issued) -> Self {
        Self { issued, ..self }
    }
}

/// An error with its place.
struct Refused {
    status: u16,
    outcome: Outcome,
    is_over: bool,
}

fn refuse<E: Explain>(error: E) -> Refused {
    Refused {
        status: error.status(),
        outcome: Outcome::Refused(error.sentence(), error.field()),
        is_over: error.ends_the_change(),
    }
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
        "sign-in" => session::sign_in(&visit, &fields).await,
        "second-step" | "recovery-code" => session::enter_second_step_code(&visit, &form, &fields).await,
        "sign-out" => session::sign_out(&visit).await,
        "choose-language" => region::choose_language(&visit, &fields),
        "export-data" => privacy::export_data(&visit, &fields).await,
        _ => match change(&visit, &form, &fields).await {
            Some(shown) => show(&visit, &form, &fields, shown),
            None => problem::refused(visit.shared(), Kind::Form, StatusCode::NOT_FOUND, &headers),
        },
    }
}

/// What a form changes; `None`: there is no such form.
async fn change(visit: &Visit, form: &str, fields: &Fields) -> Option<Shown> {
    let (page, result) = match form {
        "rename" => (USER, user::rename(visit, fields).await),
        "ask-role" => (USER, role_requests::ask(visit, fields).await),
        "withdraw-role-request" => (USER, role_requests::withdraw(visit, fields).await),
        "change-password" => (PASSWORD, password::change_password(visit, fields).await),
        "forgot-password" => (FORGOTTEN, password::forgot_password(visit, fields).await),
        "confirm-email" => return Some(link::confirm_email(visit, fields).await),
        "undo" => return Some(link::undo(visit, fields).await),
        "reset-password" => return Some(link::reset_password(visit, fields).await),
        "unsubscribe" => return Some(link::unsubscribe(visit, fields).await),
        "welcome" => return Some(link::accept_invitation(visit, fields).await),
        "join" => return Some(link::join(visit, fields).await),
        "add-app" => (TWO_STEP, factors::add_app(visit, fields).await),
        "confirm-app" => (TWO_STEP, factors::confirm_app(visit, fields).await),
        "cancel-app" => (TWO_STEP, factors::cancel_app(visit, fields).await),
        "remove-factor" => (TWO_STEP, factors::remove_factor(visit, fields).await),
        "make-recovery-codes" => (TWO_STEP, factors::make_recovery_codes(visit, fields).await),
        "change-email" => (EMAIL, email::change_email(visit, fields).await),
        "resend-email-link" => (EMAIL, email::resend_email_link(visit, fields).await),
        "cancel-email-change" => (EMAIL, email::cancel_email_change(visit, fields).await),
        "change-phone" => (PHONE, phone::change_phone(visit, fields).await),
        "resend-phone-code" => (PHONE, phone::resend_phone_code(visit, fields).await),
        "cancel-phone-change" => (PHONE, phone::cancel_phone_change(visit, fields).await),
        "validate-phone" => (PHONE, phone::validate_phone(visit, fields).await),
        "remove-phone" => (PHONE, phone::remove_phone(visit, fields).await),
        "change-region" => (REGION, region::change_region(visit, fields).await),
        "answer-zone-offer" => return Some(region::answer_zone_offer(visit, fields).await),
        "contact-notifications" => (NOTIFICATIONS, notifications::change_contacts(visit, fields).await),
        "billing-notifications" => (NOTIFICATIONS, notifications::change_billing(visit, fields).await),
        "organization-notifications" => (NOTIFICATIONS, notifications::change_organization(visit, fields).await),
        "quiet-hours" => (NOTIFICATIONS, notifications::change_quiet_hours(visit, fields).await),
        "alert-now" => (NOTIFICATIONS, notifications::alert_now(visit).await),
        "send-test" => (NOTIFICATIONS, notifications::send_test(visit, fields).await),
        "set-role" => return Some(organization::set_role(visit, fields).await),
        "deactivate-member" => (ORGANIZATION, organization::deactivate(visit, fields).await),
        "reactivate-member" => (ORGANIZATION, organization::reactivate(visit, fields).await),
        "invite" => (ORGANIZATION, organization::invite(visit, fields).await),
        "resend-invitation" => (ORGANIZATION, organization::resend_invitation(visit, fields).await),
        "revoke-invitation" => (ORGANIZATION, organization::revoke_invitation(visit, fields).await),
        "grant-role" => (ORGANIZATION, role_requests::grant(visit, fields).await),
        "decline-role" => (ORGANIZATION, role_requests::decline(visit, fields).await),
        "create-key" => (KEYS, organization_keys::create(visit, fields).await),
        "rotate-key" => (KEYS, organization_keys::rotate(visit, fields).await),
        "revoke-key" => (KEYS, organization_keys::revoke(visit, fields).await),
        "change-organization" => (ORGANIZATION_SETTINGS, organization_settings::change(visit, fields).await),
        "sign-everyone-out" => (ORGANIZATION_SETTINGS, organization_settings::sign_everyone_out(visit, fields).await),
        "play" => (OUTBOX, demo::play(visit, fields).await),
        "revoke-session" => (ACTIVITY, activity::revoke_session(visit, fields).await),
        "revoke-other-sessions" => (ACTIVITY, activity::revoke_other_sessions(visit).await),
        "delete-account" => (PRIVACY, privacy::delete_account(visit, fields).await),
        "keep-account" => (PRIVACY, privacy::keep_account(visit).await),
        _ => return None,
    };
    Some(Shown { page: page.to_owned(), result })
}

/// Redirects to the page that shows the result. Whoever was signed out meanwhile is led to the sign-in page and back.
fn show(visit: &Visit, form: &str, fields: &Fields, shown: Shown) -> Response {
    // What was typed into another form means nothing on the sign-in page.
    let typed_again = |status| if status == 401 { Vec::new() } else { fields.typed_again() };
    let (outcome, typed, status, is_over) = match shown.result {
        Ok(done) => {
            visit.hand_out(done.issued);
            (Outcome::Done(done.sentence), done.typed, 200, true)
        }
        Err(refused) => (refused.outcome, typed_again(refused.status), refused.status, refused.is_over),
    };
    let target = if status == 401 {
        let query = serde_urlencoded::to_string([("next", &shown.page)]).unwrap_or_default();
        format!("{SIGN_IN}?{query}")
    } else {
        shown.page
    };
    let form = if target.starts_with(SIGN_IN) { "sign-in" } else { form };
    visit.flash(&Flash { form: form.to_owned(), outcome, typed, is_over });
    (StatusCode::SEE_OTHER, AppendHeaders([(header::LOCATION, target)])).into_response()
}
