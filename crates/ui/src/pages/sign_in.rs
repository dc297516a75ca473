//! *Sign in*.

use crate::api::session::sign_in;
use crate::components::card::PageHead;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{ActionForm, Hidden, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::platform;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::next::safe_next;
use perfil_models::request::SignIn;

/// The sign-in page; `next` is where to go on to.
#[component]
pub fn SignInPage(next: String) -> Element {
    let form = use_form("sign-in");
    let target = safe_next(&next).to_owned();
    let remember = form.typed("remember").is_some();
    let send = {
        let target = target.clone();
        move |typed: Typed| {
            let target = target.clone();
            let request = SignIn {
                email: typed.text(Field::Email.name()),
                password: typed.secret(Field::Password),
                remember: !typed.text("remember").is_empty(),
            };
            form.send(sign_in(request), move |answer| {
                if answer.is_ok() {
                    platform::leave_for(&target);
                }
            });
        }
    };
    rsx! {
        div { class: "sign-in",
            PageHead { title: say("sign-in-title"), lead: say("sign-in-lead") }
            div { class: "card",
                ActionForm { form, onsend: send,
                    Hidden { name: "next", value: target.clone() }
                    Notice { outcome: form.outcome }
                    TextField {
                        form,
                        field: Field::Email,
                        label: say("sign-in-email"),
                        kind: "email",
                        autocomplete: "username",
                        left_to_right: true,
                    }
                    PasswordField { form, field: Field::Password, label: say("sign-in-password") }
                    label { class: "check",
                        input { r#type: "checkbox", name: "remember", value: "true", "checked": remember }
                        span { {say("sign-in-remember")} }
                    }
                    SubmitButton { form, {say("sign-in-button")} }
                }
            }
        }
    }
}
