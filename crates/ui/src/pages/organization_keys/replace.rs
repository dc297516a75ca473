//! Replacing a key.

use super::State;
use crate::api::organization_keys::rotate_key;
use crate::components::field::PasswordField;
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed, Weight, use_form_about};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::request::RotateKey;
use perfil_models::{Field, KeyId, Overlap};

const OVERLAP: &str = "overlap";

fn label_of(overlap: Overlap) -> String {
    say(match overlap {
        Overlap::None => "overlap-none",
        Overlap::Hour => "overlap-hour",
        Overlap::Day => "overlap-day",
        Overlap::Week => "overlap-week",
    })
}

/// What opens below a key to replace it.
#[component]
pub fn ReplaceForm(id: KeyId, name: String) -> Element {
    let state: State = use_context();
    let form = use_form_about("rotate-key", "key", id.as_str());
    let starts_open = use_hook(|| form.outcome.peek().is_some());
    let key = id.to_string();
    let send = move |typed: Typed| {
        let overlap = Overlap::from_word(&typed.text(OVERLAP)).unwrap_or(Overlap::Day);
        let request = RotateKey { key: id.clone(), overlap, password: typed.secret(Field::Password) };
        state.send_for_key(form, Box::pin(rotate_key(request)), "done-rotate-key");
    };
    rsx! {
        details { class: "disclosure entry-disclosure", "open": starts_open,
            summary {
                {say("rotate-key-title")}
                span { class: "visually-hidden", ": {name}" }
            }
            ActionForm { form, onsend: send,
                Hidden { name: "key", value: key }
                p { class: "hint", {say("rotate-key-lead")} }
                OverlapField { form }
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, weight: Weight::Secondary, {say("rotate-key-button")} }
                }
            }
        }
    }
}

/// How long the key of before goes on; a day unless something else is chosen.
#[component]
fn OverlapField(form: Form) -> Element {
    let id = form.id_of(OVERLAP);
    let start = use_hook(|| form.typed(OVERLAP).and_then(|word| Overlap::from_word(&word)).unwrap_or(Overlap::Day));
    rsx! {
        div { class: "field",
            label { class: "label", r#for: id.clone(), {say("rotate-key-overlap")} }
            div { class: "picker",
                select { id, class: "input select", name: OVERLAP, autocomplete: "off",
                    for overlap in Overlap::ALL {
                        option { key: "{overlap.as_str()}", value: overlap.as_str(), "selected": overlap == start,
                            {label_of(overlap)}
                        }
                    }
                }
            }
        }
    }
}
