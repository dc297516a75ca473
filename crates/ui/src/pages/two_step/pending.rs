//! An authenticator app that waits for its first code.

use super::State;
use crate::api::factors::{cancel_app, confirm_app};
use crate::components::card::Card;
use crate::components::code_field::CodeField;
use crate::components::countdown::{TimeLeft, use_seconds_since};
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed, Weight};
use crate::components::form::{use_form, use_form_reporting_to};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::request::{CancelApp, ConfirmApp};
use perfil_models::view::{AppToConfirm, Outcome, QrCode};
use perfil_models::{FactorId, Field};

/// The light border that a reader needs around the modules (ISO/IEC 18004), in modules.
const QUIET_ZONE: u32 = 4;

#[component]
pub fn PendingAppCard(app: AppToConfirm) -> Element {
    let form = use_form("confirm-app");
    rsx! {
        Card { id: "pending-app-heading", title: say("two-step-pending-title"), lead: say("two-step-pending-lead"),
            div { class: "enrolment",
                {picture(&app.qr)}
                div { class: "enrolment-words",
                    p { {say("two-step-pending-key")} }
                    p { class: "secret",
                        code { dir: "ltr", "{app.secret}" }
                    }
                    p {
                        a { class: "beside-link", href: app.address.clone(), {say("two-step-pending-open")} }
                    }
                }
            }
            Confirmation { form, app: app.clone() }
            Cancelling { factor: app.id, outcome: form.outcome }
        }
    }
}

fn picture(qr: &QrCode) -> Element {
    let side = qr.size + 2 * QUIET_ZONE;
    rsx! {
        svg { class: "qr", view_box: "-{QUIET_ZONE} -{QUIET_ZONE} {side} {side}", shape_rendering: "crispEdges",
            "role": "img", "aria-label": say("two-step-pending-qr"),
            path { d: qr.path.clone() }
        }
    }
}

#[component]
fn Confirmation(form: Form, app: AppToConfirm) -> Element {
    let state: State = use_context();
    let id = app.id.clone();
    let send = move |typed: Typed| {
        let request = ConfirmApp { factor: id.clone(), code: typed.secret(Field::Code) };
        let call = Box::pin(confirm_app(request));
        state.send_for_codes(form, call, "done-confirm-app", "done-recovery-codes-first");
    };
    rsx! {
        ActionForm { form, onsend: send,
            Hidden { name: "factor", value: app.id.to_string() }
            CodeField {
                form,
                label: say("two-step-code"),
                hint: say("phone-code-hint"),
                submits_itself: true,
            }
            p { class: "pending-state", TimeLeftOf { app } }
            Notice { outcome: form.outcome }
            div { class: "actions",
                SubmitButton { form, {say("two-step-confirm-button")} }
            }
        }
    }
}

#[component]
fn TimeLeftOf(app: AppToConfirm) -> Element {
    let state: State = use_context();
    let passed = use_seconds_since(state.heard_at);
    let left = app.expires_in.saturating_sub(passed());
    rsx! {
        span {
            if left > 0 {
                {say("pending-time-left")}
                " "
                TimeLeft { seconds: left }
            }
            span { class: "doubt", role: "status",
                if left == 0 {
                    {say("two-step-pending-expired")}
                }
            }
        }
    }
}

#[component]
fn Cancelling(factor: FactorId, outcome: Signal<Option<Outcome>>) -> Element {
    let state: State = use_context();
    let form = use_form_reporting_to("cancel-app", outcome);
    let id = factor.to_string();
    let send = move |_| {
        let request = CancelApp { factor: factor.clone() };
        state.send(form, Box::pin(cancel_app(request)), "done-cancel-app");
    };
    rsx! {
        ActionForm { form, class: "inline-form", onsend: send,
            Hidden { name: "factor", value: id }
            SubmitButton { form, weight: Weight::Quiet, {say("two-step-cancel-button")} }
        }
    }
}
