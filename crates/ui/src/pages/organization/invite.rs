//! Inviting somebody.

use super::State;
use crate::api::organization::invite;
use crate::components::field::{TextField, field_error};
use crate::components::form::{ActionForm, Hidden, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::components::role_field::RoleField;
use crate::words::{role_name, say};
use dioxus::prelude::*;
use perfil_models::request::Invite;
use perfil_models::{Field, Role};

/// The form; `roles` are those into which the reader may invite.
#[component]
pub fn InviteForm(roles: Vec<Role>) -> Element {
    let state: State = use_context();
    let form = use_form("invite");
    let send = move |typed: Typed| {
        let role = Role::from_word(&typed.text(Field::Role.name())).unwrap_or(Role::Member);
        let request = Invite { email: typed.text(Field::Email.name()), role };
        form.send(invite(request), move |answer| {
            if answer.is_ok() {
                form.done("done-invite");
                form.clear(&[Field::Email]);
                state.look_again(state.shown.peek().search.clone());
            }
        });
    };
    let label = say("organization-role");
    rsx! {
        ActionForm { form, onsend: send,
            div { class: "invite-fields",
                TextField {
                    form,
                    field: Field::Email,
                    label: say("invite-email"),
                    kind: "email",
                    left_to_right: true,
                }
                if let [only] = roles[..] {
                    div { class: "field",
                        span { class: "label", "{label}" }
                        p { class: "only-role", {role_name(only)} }
                        {field_error(form, Field::Role, form.id_of(Field::Role.name()))}
                        Hidden { name: Field::Role.name(), value: only.as_str().to_owned() }
                    }
                } else {
                    RoleField { form, label, roles, start: Role::Member }
                }
            }
            Notice { outcome: form.outcome }
            div { class: "actions",
                SubmitButton { form, {say("invite-button")} }
            }
        }
    }
}
