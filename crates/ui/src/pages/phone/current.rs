//! The number in use.

use crate::api::phone::remove_phone;
use crate::components::account::use_account;
use crate::components::card::{Card, Number};
use crate::components::contact::{ContactState, UnlessFrozen};
use crate::components::field::PasswordField;
use crate::components::form::{ActionForm, SubmitButton, Typed, Weight, use_form};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::request::RemovePhone;

#[component]
pub fn CurrentPhoneCard() -> Element {
    let account = use_account().now;
    let phone = account.read().phone.clone();
    rsx! {
        Card { id: "current-heading", title: say("phone-current-title"),
            match phone {
                Some(phone) => rsx! {
                    p { class: "current-contact",
                        Number { text: phone.display }
                        span { class: "badge badge-good", {say("phone-verified")} }
                    }
                    UnlessFrozen { silently: true, RemovePhoneForm {} }
                },
                None => rsx! {
                    p { class: "muted", {say("phone-absent-lead")} }
                },
            }
        }
    }
}

#[component]
fn RemovePhoneForm() -> Element {
    let shared = use_account();
    let mut state: ContactState = use_context();
    let form = use_form("remove-phone");
    let starts_open = use_hook(|| form.outcome.peek().is_some());
    let send = move |typed: Typed| {
        state.result.set(None);
        let request = RemovePhone { password: typed.secret(Field::Password) };
        form.send(remove_phone(request), move |answer| {
            if let Ok(account) = answer {
                shared.replace(account);
                state.done("done-remove-phone");
            }
        });
    };
    rsx! {
        details { class: "disclosure", "open": starts_open,
            summary { {say("phone-remove-title")} }
            ActionForm { form, onsend: send,
                p { class: "hint", {say("phone-remove-lead")} }
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, weight: Weight::Danger, {say("phone-remove-button")} }
                }
            }
        }
    }
}
