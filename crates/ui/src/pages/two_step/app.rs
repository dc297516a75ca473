//! Adding an authenticator app.

use super::State;
use crate::api::factors::add_app;
use crate::components::card::Card;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{ActionForm, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::request::AddApp;

#[component]
pub fn AddAppCard() -> Element {
    let state: State = use_context();
    let form = use_form("add-app");
    let send = move |typed: Typed| {
        let request = AddApp { name: typed.text(Field::Name.name()), password: typed.secret(Field::Password) };
        state.send(form, Box::pin(add_app(request)), "done-add-app");
    };
    rsx! {
        Card { id: "add-app-heading", title: say("two-step-app-title"), lead: say("two-step-app-lead"),
            ActionForm { form, onsend: send,
                TextField {
                    form,
                    field: Field::Name,
                    label: say("two-step-name"),
                    value: say("two-step-app-name"),
                }
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("two-step-app-title")} }
                }
            }
        }
    }
}
