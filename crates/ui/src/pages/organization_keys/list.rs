//! The keys of the organization, and what may be done about each.

use super::replace::ReplaceForm;
use super::{State, scope_name};
use crate::api::organization_keys::revoke_key;
use crate::components::card::Card;
use crate::components::form::{ActionForm, Hidden, SubmitButton, Weight, use_form_about};
use crate::components::icon::{Icon, Shape};
use crate::components::notice::Notice;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::KeyId;
use perfil_models::request::OneKey;
use perfil_models::view::{KeyState, OrganizationKey};

const HEADING: &str = "keys-heading";

/// The card.
#[component]
pub fn KeysCard() -> Element {
    let state: State = use_context();
    let now = state.now.read();
    let lead = (!now.keys.is_empty()).then(|| say_with("keys-card-lead", &[("zone", &now.time_zone)]));
    rsx! {
        Card { id: HEADING, title: say("keys-card-title"), lead,
            if now.keys.is_empty() {
                p { class: "muted", {say("keys-empty")} }
            } else {
                ul { class: "entries", aria_labelledby: HEADING,
                    for key in now.keys.iter() {
                        KeyEntry { key: "{key.id}", one: key.clone() }
                    }
                }
            }
        }
    }
}

/// How a key's state is called, and how it looks; nothing of one that simply lives.
fn badge_of(state: KeyState) -> Option<(&'static str, &'static str)> {
    match state {
        KeyState::Living => None,
        KeyState::Ending => Some(("badge badge-waiting", "key-ending")),
        KeyState::Replaced => Some(("badge", "key-replaced")),
        KeyState::Revoked => Some(("badge", "key-revoked")),
    }
}

fn facts_of(key: &OrganizationKey) -> Vec<String> {
    let former = || say("changes-former-member");
    let by = key.created_by.clone().unwrap_or_else(former);
    let used = key.last_used.as_ref().map(|when| say_with("activity-last-seen", &[("when", when)]));
    let until = key.until.as_ref().map(|when| {
        let id = if key.state == KeyState::Ending { "key-until" } else { "key-ended" };
        say_with(id, &[("when", when)])
    });
    let mut facts = vec![key.scopes.iter().map(|scope| scope_name(*scope)).collect::<Vec<_>>().join(" · ")];
    facts.push(say_with("key-made", &[("when", &key.created), ("name", &by)]));
    facts.push(used.unwrap_or_else(|| say("key-never-used")));
    facts.extend(until);
    facts
}

#[component]
fn KeyEntry(one: OrganizationKey) -> Element {
    let lives = matches!(one.state, KeyState::Living | KeyState::Ending);
    rsx! {
        li { class: "entry",
            Icon { shape: Shape::Key }
            div { class: "entry-text",
                p { class: "entry-title",
                    bdi { "{one.name}" }
                    if let Some((class, word)) = badge_of(one.state) {
                        span { class, {say(word)} }
                    }
                }
                ul { class: "entry-facts",
                    for fact in facts_of(&one) {
                        li {
                            bdi { "{fact}" }
                        }
                    }
                }
            }
            if one.state == KeyState::Living {
                ReplaceForm { id: one.id.clone(), name: one.name.clone() }
            }
            if lives {
                RevokeForm { id: one.id, name: one.name }
            }
        }
    }
}

/// With a step in between, which needs no script.
#[component]
fn RevokeForm(id: KeyId, name: String) -> Element {
    let state: State = use_context();
    let form = use_form_about("revoke-key", "key", id.as_str());
    let starts_open = use_hook(|| form.outcome.peek().is_some());
    let key = id.to_string();
    let send = move |_| {
        let request = OneKey { key: id.clone() };
        state.send(form, Box::pin(revoke_key(request)), "done-revoke-key");
    };
    rsx! {
        details { class: "disclosure entry-disclosure", "open": starts_open,
            summary {
                {say("revoke-key-title")}
                span { class: "visually-hidden", ": {name}" }
            }
            ActionForm { form, onsend: send,
                Hidden { name: "key", value: key }
                p { class: "hint", {say("revoke-key-lead")} }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, weight: Weight::Danger, {say("revoke-key-button")} }
                }
            }
        }
    }
}
