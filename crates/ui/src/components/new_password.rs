//! The fields in which a new password is chosen.

use super::field::PasswordField;
use super::form::Form;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::Field;

/// Tells password managers whose password it is.
#[component]
pub fn Username(email: String) -> Element {
    rsx! {
        input {
            class: "visually-hidden",
            r#type: "text",
            "value": email,
            autocomplete: "username",
            readonly: true,
            tabindex: "-1",
            aria_hidden: "true",
        }
    }
}

/// The new password, of `min` characters or more, and the new one again.
#[component]
pub fn NewPassword(form: Form, min: usize) -> Element {
    let hint = say_with("password-new-hint", &[("min", &min.to_string())]);
    rsx! {
        PasswordField {
            form,
            field: Field::New,
            label: say("password-new"),
            hint,
            autocomplete: "new-password",
        }
        PasswordField {
            form,
            field: Field::Repeat,
            label: say("password-repeat"),
            autocomplete: "new-password",
        }
    }
}
