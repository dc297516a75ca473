//! *Forgot your password?*

use crate::api::password::forgot_password;
use crate::app::frame;
use crate::components::card::PageHead;
use crate::components::field::TextField;
use crate::components::form::{ActionForm, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::components::way::Way;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::next::HOME;
use perfil_models::request::ForgotPassword;
use perfil_models::view::Outcome;

/// The page: asks for the address, and answers alike whether there is such an account or not.
#[component]
pub fn ForgotPasswordPage() -> Element {
    let form = use_form("forgot-password");
    let is_done = matches!(&*form.outcome.read(), Some(Outcome::Done(_)));
    let send = move |typed: Typed| {
        let request = ForgotPassword { email: typed.text(Field::Email.name()) };
        form.send(forgot_password(request), move |answer| {
            if answer.is_ok() {
                form.done("done-forgot-password");
            }
        });
    };
    let signed_in = frame().who.read().is_some();
    let (back, label) = if signed_in { (HOME, "not-found-link") } else { ("/sign-in", "forgot-password-back") };
    rsx! {
        div { class: "sign-in",
            PageHead { title: say("forgot-password-title"), lead: say("forgot-password-lead") }
            div { class: "card",
                ActionForm { form, onsend: send,
                    TextField {
                        form,
                        field: Field::Email,
                        label: say("sign-in-email"),
                        kind: "email",
                        autocomplete: "username",
                        left_to_right: true,
                    }
                    Notice { outcome: form.outcome }
                    if is_done {
                        div { class: "hint dependents",
                            p { {say("forgot-password-no-mail")} }
                            ul {
                                li { {say("forgot-password-spam")} }
                                li { {say("forgot-password-address")} }
                                li { {say("forgot-password-owner")} }
                            }
                        }
                    }
                    SubmitButton { form, {say("forgot-password-button")} }
                }
            }
            p { class: "beside",
                Way { href: back, class: "beside-link", {say(label)} }
            }
        }
    }
}
