//! Who asks for another role.

use super::State;
use crate::api::organization::decide_role;
use crate::app::frame;
use crate::components::card::{Address, Card};
use crate::components::form::{ActionForm, Hidden, SubmitButton, Weight, use_form_reporting_to};
use crate::components::icon::{Icon, Shape};
use crate::components::notice::Notice;
use crate::platform;
use crate::words::{role_name, say, say_with};
use dioxus::prelude::*;
use perfil_models::Explain;
use perfil_models::request::DecideRole;
use perfil_models::view::{Outcome, RoleRequest};

const HEADING: &str = "role-requests-heading";
const RESULT: &str = "role-requests-result";
const GRANT: &str = "grant-role";
const DECLINE: &str = "decline-role";

/// The card; nothing where nobody asks and nothing was decided.
#[component]
pub fn RequestsCard() -> Element {
    let state: State = use_context();
    let outcome = use_hook(|| {
        let flash = frame().take_flash(|flash| [GRANT, DECLINE].contains(&flash.form.as_str()));
        Signal::new(flash.map(|flash| flash.outcome))
    });
    let shown = state.shown.read();
    rsx! {
        if !shown.requests.is_empty() || outcome.read().is_some() {
            Card { id: HEADING, title: say("role-requests-title"), lead: say("role-requests-decide"),
                Notice { outcome, id: RESULT }
                ul { class: "entries", aria_labelledby: HEADING,
                    for request in shown.requests.iter() {
                        RequestEntry { key: "{request.id}", request: request.clone(), outcome }
                    }
                }
            }
        }
    }
}

#[component]
fn RequestEntry(request: RoleRequest, outcome: Signal<Option<Outcome>>) -> Element {
    let (is, wants) = (role_name(request.is), role_name(request.wants));
    rsx! {
        li { class: "entry",
            Icon { shape: Shape::User }
            div { class: "entry-text",
                p { class: "entry-title",
                    bdi { "{request.display_name}" }
                    span { class: "badge", {say_with("role-request-change", &[("is", &is), ("wants", &wants)])} }
                }
                p { bdi { "{request.reason}" } }
                ul { class: "entry-facts",
                    li { Address { text: request.email.clone() } }
                    li { "{request.at}" }
                }
            }
            div { class: "entry-action inline-forms",
                Decide { request: request.clone(), outcome, form: GRANT }
                Decide { request, outcome, form: DECLINE }
            }
        }
    }
}

#[component]
fn Decide(request: RoleRequest, outcome: Signal<Option<Outcome>>, form: &'static str) -> Element {
    let state: State = use_context();
    let form = use_form_reporting_to(form, outcome);
    let grant = form.name == GRANT;
    let (label, done) = match grant {
        true => ("role-request-grant", "done-grant-role"),
        false => ("role-request-decline", "done-decline-role"),
    };
    let RoleRequest { id, display_name, email, .. } = request;
    let value = id.to_string();
    let send = move |_| {
        let email = email.clone();
        form.send(decide_role(DecideRole { request: id.clone(), grant }), move |answer| {
            if answer.is_ok() {
                form.done(done);
            }
            if answer.map_or_else(|error| error.ends_the_change(), |()| true) {
                platform::focus(RESULT);
                state.look_again(email);
            }
        });
    };
    rsx! {
        ActionForm { form, id: format!("{}-{value}", form.name), class: "inline-form", onsend: send,
            Hidden { name: "request", value }
            SubmitButton { form, weight: if grant { Weight::Primary } else { Weight::Secondary },
                {say(label)}
                span { class: "visually-hidden", ": {display_name}" }
            }
        }
    }
}
