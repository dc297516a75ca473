//! The second step of a sign-in: a code of the authenticator app, a passkey, or a recovery code.

use crate::api::Refusal;
use crate::api::second_step::{begin_second_step_passkey, enter_second_step_code, second_step};
use crate::components::card::PageHead;
use crate::components::code_field::CodeField;
use crate::components::failure::{Failure, failed};
use crate::components::field::TextField;
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed, Weight, use_form};
use crate::components::load::{AskedStep, Content, Loading, use_loaded_by};
use crate::components::notice::Notice;
use crate::components::passkey::{Begin, PasskeySignIn};
use crate::components::way::Way;
use crate::platform;
use crate::route::sign_in_path;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::error::SecondStepError;
use perfil_models::next::safe_next;
use perfil_models::request::SecondStepCode;
use perfil_models::view::SecondStep;
use perfil_models::{Explain, Field};

/// The page; `next` is where to go on to.
#[component]
pub fn SecondStepPage(next: String) -> Element {
    let asked = use_loaded_by::<AskedStep>(|| Box::new(look))?;
    let target = safe_next(&next).to_owned();
    let back = sign_in_path(&target);
    let over = SecondStepError::Expired;
    rsx! {
        div { class: "sign-in",
            match asked.answer() {
                Ok(Some(step)) => rsx! { Steps { step, target } },
                Err(error) => failed(&error),
                Ok(None) => rsx! {
                    PageHead { title: say("second-step-title") }
                    Failure { status: over.status(), sentence: over.sentence(),
                        a { class: "button button-primary", href: back.clone(), {say("second-step-again")} }
                    }
                },
            }
            if matches!(asked.answer(), Ok(Some(_))) {
                p { class: "beside",
                    Way { href: back, class: "beside-link", {say("second-step-again")} }
                }
            }
        }
    }
}

fn look() -> Loading {
    Box::pin(async {
        match second_step().await {
            Ok(step) => Ok(Content::SecondStep(Some(step))),
            Err(Refusal(SecondStepError::Access { cause })) => Err(cause),
            Err(_) => Ok(Content::SecondStep(None)),
        }
    })
}

#[component]
fn Steps(step: SecondStep, target: String) -> Element {
    let form = use_form("second-step");
    rsx! {
        PageHead { title: say("second-step-title"), lead: say("second-step-lead") }
        div { class: "card",
            if step.app {
                AppForm { form, target: target.clone() }
            } else {
                Notice { outcome: form.outcome }
                p { class: "muted without-script", {say("second-step-script")} }
            }
            if step.passkey {
                PasskeySignIn {
                    outcome: form.outcome,
                    weight: if step.app { Weight::Secondary } else { Weight::Primary },
                    label: say("second-step-passkey"),
                    target: target.clone(),
                    begin: begin_with_passkey,
                }
            }
            if step.recovery_code {
                RecoveryForm { target }
            }
        }
    }
}

fn begin_with_passkey((): ()) -> Begin {
    Box::pin(begin_second_step_passkey())
}

#[component]
fn AppForm(form: Form, target: String) -> Element {
    rsx! {
        ActionForm { form, onsend: sending(form, target.clone()),
            Hidden { name: "next", value: target }
            CodeField {
                form,
                label: say("two-step-code"),
                hint: say("phone-code-hint"),
                submits_itself: true,
            }
            Notice { outcome: form.outcome }
            SubmitButton { form, {say("sign-in-button")} }
        }
    }
}

#[component]
fn RecoveryForm(target: String) -> Element {
    let form = use_form("recovery-code");
    let starts_open = use_hook(|| form.outcome.peek().is_some());
    rsx! {
        details { class: "disclosure disclosure-quiet", "open": starts_open,
            summary { {say("second-step-recovery-title")} }
            ActionForm { form, onsend: sending(form, target.clone()),
                Hidden { name: "next", value: target }
                TextField {
                    form,
                    field: Field::Code,
                    label: say("second-step-recovery-code"),
                    hint: say("second-step-recovery-hint"),
                    left_to_right: true,
                }
                Notice { outcome: form.outcome }
                SubmitButton { form, weight: Weight::Secondary, {say("sign-in-button")} }
            }
        }
    }
}

/// Both kinds of code go to one server function, which tells them apart.
fn sending(form: Form, target: String) -> impl FnMut(Typed) + 'static {
    move |typed: Typed| {
        let target = target.clone();
        let request = SecondStepCode { code: typed.secret(Field::Code) };
        form.send(enter_second_step_code(request), move |answer| {
            if answer.is_ok() {
                platform::leave_for(&target);
            }
        });
    }
}
