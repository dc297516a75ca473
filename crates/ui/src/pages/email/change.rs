//! Asking for a link to a new address.

use crate::api::email::change_email;
use crate::components::account::use_account;
use crate::components::card::Card;
use crate::components::contact::{ContactState, Dependents, use_correction};
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{ActionForm, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::request::ChangeEmail;

#[component]
pub fn ChangeEmailCard() -> Element {
    let shared = use_account();
    let mut state: ContactState = use_context();
    let form = use_form("change-email");
    let start = use_correction(form, Field::Email).map(|(_, email)| email).unwrap_or_default();
    let send = move |typed: Typed| {
        let request = ChangeEmail { email: typed.text(Field::Email.name()), password: typed.secret(Field::Password) };
        state.result.set(None);
        form.send(change_email(request), move |answer| {
            if let Ok(account) = answer {
                shared.replace(account);
                state.done("done-change-email");
            }
        });
    };
    let dependents = shared.now.read().email_dependents.clone();
    rsx! {
        Card { id: "change-heading", title: say("email-change-button"), lead: say("email-change-lead"),
            ActionForm { form, onsend: send,
                TextField {
                    form,
                    field: Field::Email,
                    label: say("email-new"),
                    value: start,
                    kind: "email",
                    autocomplete: "email",
                    left_to_right: true,
                }
                Dependents { lead: say("email-dependents"), dependents }
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("email-change-button")} }
                }
            }
        }
    }
}
