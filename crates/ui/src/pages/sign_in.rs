//! *Sign in*.

use crate::api::second_step::begin_passkey_sign_in;
use crate::api::session::sign_in;
use crate::app::frame;
use crate::components::card::PageHead;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{ActionForm, Hidden, SubmitButton, Typed, Weight, use_form};
use crate::components::notice::Notice;
use crate::components::passkey::{Begin, PasskeySignIn};
use crate::components::way::Way;
use crate::platform;
use crate::route::second_step_path;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::next::safe_next;
use perfil_models::request::{self, SignIn};
use perfil_models::view::{Page, SignedIn};
use perfil_models::{Field, Language};

const REMEMBER: &str = "sign-in-remember";

/// The sign-in page; `next` is where to go on to.
#[component]
pub fn SignInPage(next: String) -> Element {
    let form = use_form("sign-in");
    let target = safe_next(&next).to_owned();
    let remember = form.ticked("remember", false);
    let send = {
        let target = target.clone();
        move |typed: Typed| {
            let target = target.clone();
            let request = SignIn {
                email: typed.text(Field::Email.name()),
                password: typed.secret(Field::Password),
                remember: typed.ticked("remember"),
            };
            form.send(sign_in(request), move |answer| match answer {
                Ok(SignedIn::Done) => platform::leave_for(&target),
                Ok(SignedIn::SecondStep) => platform::leave_for(&second_step_path(&target)),
                Err(_) => {}
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
                        input { id: REMEMBER, r#type: "checkbox", name: "remember", value: "true", "checked": remember }
                        span { {say("sign-in-remember")} }
                    }
                    SubmitButton { form, {say("sign-in-button")} }
                    PasskeySignIn {
                        outcome: form.outcome,
                        weight: Weight::Secondary,
                        label: say("sign-in-passkey"),
                        target: target.clone(),
                        begin: begin_with_passkey,
                    }
                }
            }
            p { class: "beside",
                Way { href: "/forgot-password", class: "beside-link", {say("sign-in-forgotten")} }
            }
            Languages { next: target }
        }
    }
}

fn begin_with_passkey((): ()) -> Begin {
    Box::pin(async {
        let remember = platform::is_checked(REMEMBER).await;
        begin_passkey_sign_in(request::PasskeySignIn { remember }).await
    })
}

/// Another language for whose browser asks for the wrong one. The words come with the page, so this is a form without
/// script, always.
#[component]
fn Languages(next: String) -> Element {
    let Page { language: current, form_token, .. } = &*frame().page;
    rsx! {
        form { class: "languages", method: "post", action: "/forms/choose-language", aria_label: say("region-languages"),
            Hidden { name: "form_token", value: form_token.clone() }
            Hidden { name: "next", value: next }
            for language in Language::ALL {
                button {
                    key: "{language}",
                    r#type: "submit",
                    class: "language",
                    name: Field::Language.name(),
                    value: language.tag(),
                    lang: language.tag(),
                    aria_current: (language == *current).then_some("true"),
                    {language.native_name()}
                }
            }
        }
    }
}
