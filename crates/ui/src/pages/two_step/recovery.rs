//! How many recovery codes are left, and making new ones.

use super::State;
use crate::api::factors::make_recovery_codes;
use crate::components::card::Card;
use crate::components::field::PasswordField;
use crate::components::form::{ActionForm, SubmitButton, Typed, Weight, use_form};
use crate::components::notice::Notice;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::request::MakeRecoveryCodes;

/// So many or fewer are few.
const FEW: u32 = 3;

#[component]
pub fn RecoveryCard() -> Element {
    let state: State = use_context();
    let left = state.now.read().recovery_codes_left;
    let count = left.to_string();
    rsx! {
        Card { id: "recovery-heading", title: say("recovery-title"), lead: say("recovery-lead"),
            p { {say_with("recovery-left", &[("count", &count)])} }
            if left <= FEW {
                p { class: "doubt", {say("recovery-few")} }
            }
            MakeForm {}
        }
    }
}

#[component]
fn MakeForm() -> Element {
    let state: State = use_context();
    let form = use_form("make-recovery-codes");
    let starts_open = use_hook(|| form.outcome.peek().is_some());
    let send = move |typed: Typed| {
        let request = MakeRecoveryCodes { password: typed.secret(Field::Password) };
        let done = "done-recovery-codes-new";
        state.send_for_codes(form, Box::pin(make_recovery_codes(request)), done, done);
    };
    rsx! {
        details { class: "disclosure disclosure-quiet", "open": starts_open,
            summary { {say("recovery-make-title")} }
            ActionForm { form, onsend: send,
                p { class: "hint", {say("recovery-make-lead")} }
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, weight: Weight::Secondary, {say("recovery-make-button")} }
                }
            }
        }
    }
}
