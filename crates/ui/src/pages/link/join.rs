//! Making an account in the organization that invites.

use super::forms::{drop_token, go_on_to_sign_in};
use crate::api::organization::join;
use crate::components::card::Fact;
use crate::components::field::{FieldRow, TextField};
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed};
use crate::components::new_password::NewPassword;
use crate::components::notice::Notice;
use crate::words::{role_name, say, say_with};
use dioxus::prelude::*;
use perfil_models::request::Join;
use perfil_models::{Explain, Field, Role, Secret};

/// The form: a name and a password.
#[component]
pub fn JoinForm(
    form: Form,
    email: String,
    organization: String,
    inviter: String,
    role: Role,
    min: usize,
    token: String,
) -> Element {
    let send = {
        let token = token.clone();
        move |typed: Typed| {
            let request = Join {
                token: Secret::new(token.clone()),
                display_name: typed.text(Field::DisplayName.name()),
                new: typed.secret(Field::New),
                repeat: typed.secret(Field::Repeat),
            };
            form.send(join(request), move |answer| match answer {
                Ok(email) => go_on_to_sign_in(form, &email, "done-join"),
                Err(error) if error.ends_the_change() => drop_token(),
                Err(_) => {}
            });
        }
    };
    rsx! {
        section { class: "card",
            p { {say_with("join-lead", &[("inviter", &inviter), ("organization", &organization)])} }
            dl { class: "facts",
                Fact { name: say("join-role"),
                    span { class: "badge", {role_name(role)} }
                }
            }
            ActionForm { form, onsend: send,
                Hidden { name: "token", value: token }
                FieldRow { form, field: Field::Email, label: say("sign-in-email"), hint: say("join-email-hint"),
                    input {
                        id: form.id_of(Field::Email.name()),
                        class: "input",
                        r#type: "email",
                        dir: "ltr",
                        autocomplete: "username",
                        readonly: true,
                        "value": email,
                        aria_describedby: form.id_of("email-hint"),
                    }
                }
                TextField {
                    form,
                    field: Field::DisplayName,
                    label: say("user-name"),
                    hint: say("user-name-hint"),
                    autocomplete: "name",
                }
                NewPassword { form, min }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("join-button")} }
                }
            }
        }
    }
}
