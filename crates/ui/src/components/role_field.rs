//! The list in which a role is chosen.

use super::field::{FieldRow, described};
use super::form::Form;
use crate::words::role_name;
use dioxus::prelude::*;
use perfil_models::{Field, Role};

/// A role out of `roles`; `start` is only what it starts with: what is chosen stays in the page.
#[component]
pub fn RoleField(form: Form, label: String, hint: Option<String>, roles: Vec<Role>, start: Role) -> Element {
    let described = described(form, Field::Role, hint.is_some());
    let typed = form.typed(Field::Role.name()).and_then(|word| Role::from_word(&word));
    let start = use_hook(|| typed.unwrap_or(start));
    rsx! {
        FieldRow { form, field: Field::Role, label, hint,
            div { class: "picker",
                select {
                    id: described.id,
                    class: "input select",
                    name: Field::Role.name(),
                    autocomplete: "off",
                    aria_invalid: described.invalid,
                    aria_describedby: described.by,
                    for role in roles {
                        option { key: "{role.as_str()}", value: role.as_str(), "selected": role == start, {role_name(role)} }
                    }
                }
            }
        }
    }
}
