//! The apps and passkeys in use.

use super::State;
use crate::api::factors::remove_factor;
use crate::components::card::Card;
use crate::components::field::PasswordField;
use crate::components::form::{ActionForm, Hidden, SubmitButton, Typed, Weight, use_form_about};
use crate::components::icon::{Icon, Shape};
use crate::components::notice::Notice;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::request::RemoveFactor;
use perfil_models::view::{Factor, FactorKind};

#[component]
pub fn FactorsCard() -> Element {
    let state: State = use_context();
    let now = state.now.read();
    let is_last = now.factors.len() == 1;
    rsx! {
        Card { id: "factors-heading", title: say("two-step-factors-title"),
            if now.factors.is_empty() {
                p { class: "muted", {say("two-step-factors-empty")} }
            } else {
                ul { class: "entries", aria_labelledby: "factors-heading",
                    for factor in now.factors.iter() {
                        FactorEntry { key: "{factor.id}", factor: factor.clone(), is_last }
                    }
                }
            }
        }
    }
}

#[component]
fn FactorEntry(factor: Factor, is_last: bool) -> Element {
    let (shape, kind) = match factor.kind {
        FactorKind::App => (Shape::Phone, "two-step-kind-app"),
        FactorKind::Passkey => (Shape::Key, "two-step-kind-passkey"),
    };
    let last_used = match &factor.last_used {
        Some(when) => say_with("activity-last-seen", &[("when", when)]),
        None => say("two-step-never-used"),
    };
    rsx! {
        li { class: "entry",
            Icon { shape }
            div { class: "entry-text",
                p { class: "entry-title",
                    bdi { "{factor.name}" }
                }
                ul { class: "entry-facts",
                    li { {say(kind)} }
                    li { {say_with("two-step-added", &[("when", &factor.added)])} }
                    li { "{last_used}" }
                }
            }
            RemoveFactorForm { factor, is_last }
        }
    }
}

#[component]
fn RemoveFactorForm(factor: Factor, is_last: bool) -> Element {
    let state: State = use_context();
    let form = use_form_about("remove-factor", "factor", factor.id.as_str());
    let starts_open = use_hook(|| form.outcome.peek().is_some());
    let id = factor.id.clone();
    let send = move |typed: Typed| {
        let request = RemoveFactor { factor: id.clone(), password: typed.secret(Field::Password) };
        state.send(form, Box::pin(remove_factor(request)), "done-remove-factor");
    };
    let lead = if is_last { "two-step-remove-last" } else { "two-step-remove-lead" };
    rsx! {
        details { class: "disclosure entry-disclosure", "open": starts_open,
            summary {
                {say("two-step-remove-title")}
                span { class: "visually-hidden", ": {factor.name}" }
            }
            ActionForm { form, onsend: send,
                Hidden { name: "factor", value: factor.id.to_string() }
                p { class: "hint", {say(lead)} }
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, weight: Weight::Danger, {say("two-step-remove-button")} }
                }
            }
        }
    }
}
