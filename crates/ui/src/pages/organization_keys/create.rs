//! Making a key.

use super::{State, scope_name};
use crate::api::organization_keys::create_key;
use crate::components::card::Card;
use crate::components::field::{PasswordField, TextField, field_error};
use crate::components::form::{ActionForm, Form, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::request::CreateKey;
use perfil_models::{Field, Scope};

/// The card.
#[component]
pub fn CreateCard() -> Element {
    let state: State = use_context();
    let form = use_form("create-key");
    let send = move |typed: Typed| {
        let is_ticked = |scope: Scope| typed.ticked(scope.as_str());
        let request = CreateKey {
            name: typed.text(Field::Name.name()),
            sessions: is_ticked(Scope::Sessions),
            events: is_ticked(Scope::Events),
            provisioning: is_ticked(Scope::Provisioning),
            preferences: is_ticked(Scope::Preferences),
            password: typed.secret(Field::Password),
        };
        state.send_for_key(form, Box::pin(create_key(request)), "done-create-key");
    };
    rsx! {
        Card { id: "create-key-heading", title: say("create-key-title"), lead: say("create-key-lead"),
            ActionForm { form, onsend: send,
                TextField { form, field: Field::Name, label: say("create-key-name"), hint: say("create-key-name-hint") }
                Scopes { form }
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("create-key-button")} }
                }
            }
        }
    }
}

/// What the key may do, to be ticked.
#[component]
fn Scopes(form: Form) -> Element {
    let starts = use_hook(|| Scope::ALL.map(|scope| (scope, form.ticked(scope.as_str(), false))));
    let id = form.id_of(Field::Scopes.name());
    let error = format!("{id}-error");
    let described_by = form.error_at(Field::Scopes).map(|_| error.clone());
    rsx! {
        fieldset { class: "scopes", id, tabindex: "-1", aria_describedby: described_by,
            legend { class: "label", {say("create-key-scopes")} }
            for (scope , start) in starts {
                label { class: "check",
                    input { r#type: "checkbox", name: scope.as_str(), value: "true", "checked": start }
                    span { {scope_name(scope)} }
                }
            }
            {field_error(form, Field::Scopes, error)}
        }
    }
}
