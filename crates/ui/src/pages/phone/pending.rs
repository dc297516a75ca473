//! A change that waits for its code.

use crate::api::phone::validate_phone;
use crate::app::frame;
use crate::components::account::{SharedAccount, use_account};
use crate::components::card::{Card, Number};
use crate::components::code_field::CodeField;
use crate::components::contact::{ContactState, GiveUp, Resend, TimeLeftOf, Waiting};
use crate::components::field::PasswordField;
use crate::components::form::{ActionForm, Hidden, SubmitButton, Typed, use_form_reporting_to};
use crate::components::notice::Notice;
use crate::platform;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::error::PhoneError;
use perfil_models::request::ValidatePhone;
use perfil_models::view::{Outcome, PendingPhone};
use perfil_models::{Explain, Field};

#[component]
pub fn PendingPhoneCard(pending: PendingPhone) -> Element {
    let outcome = use_signal(|| None);
    let state: ContactState = use_context();
    let waiting = Waiting::from(pending.clone());
    let came_by_script = use_hook(|| *frame().hydrated.peek());
    use_effect(move || {
        if came_by_script {
            platform::focus("validate-phone-code");
        }
    });
    rsx! {
        Card { id: "pending-heading", title: say("phone-pending-title"),
            p { class: "pending-to", {say("phone-pending-lead")} " " strong { Number { text: pending.display.clone() } } }
            Validation { pending, outcome }
            Notice { outcome }
            div { class: "pending-others",
                Resend { waiting: waiting.clone(), state, outcome }
                GiveUp { waiting, state, outcome }
            }
        }
    }
}

#[component]
fn Validation(pending: PendingPhone, outcome: Signal<Option<Outcome>>) -> Element {
    let shared = use_account();
    let state: ContactState = use_context();
    let form = use_form_reporting_to("validate-phone", outcome);
    let send = {
        let change = pending.change.clone();
        move |typed: Typed| {
            let request = ValidatePhone {
                change: change.clone(),
                code: typed.secret(Field::Code),
                password: typed.secret(Field::Password),
            };
            form.send(validate_phone(request), move |answer| match answer {
                Ok(account) => {
                    shared.replace(account);
                    state.done("done-validate-phone");
                }
                Err(error) => look_again(shared, state, error),
            });
        }
    };
    let attempts = pending.attempts_left.to_string();
    rsx! {
        ActionForm { form, onsend: send,
            Hidden { name: "change", value: pending.change.to_string() }
            CodeField {
                form,
                label: say("phone-code"),
                hint: say("phone-code-hint"),
                submits_itself: !pending.elsewhere,
                comes_by_text_message: true,
            }
            ul { class: "pending-state",
                li { TimeLeftOf { waiting: Waiting::from(pending.clone()) } }
                li {
                    span { role: "status", {say_with("phone-attempts-left", &[("count", &attempts)])} }
                }
            }
            if pending.elsewhere {
                PasswordField {
                    form,
                    field: Field::Password,
                    label: say("contact-password"),
                    hint: say("phone-elsewhere"),
                }
            }
            div { class: "actions",
                SubmitButton { form, {say("phone-validate-button")} }
            }
        }
    }
}

/// After a refusal the card may be out of date: fewer attempts, a password needed, no longer pending.
fn look_again(mut shared: SharedAccount, state: ContactState, error: PhoneError) {
    match error {
        PhoneError::WrongCode { attempts_left } => {
            shared.change_pending(|pending| pending.attempts_left = attempts_left)
        }
        PhoneError::PasswordNeeded => shared.change_pending(|pending| pending.elsewhere = true),
        over if over.ends_the_change() => state.look_again(shared, &over),
        _ => {}
    }
}
