//! Passkeys, as far as the browser has a part in them.

use super::form::{Weight, use_form_reporting_to};
use crate::api::Refusal;
use crate::api::second_step::sign_in_with_passkey;
use crate::platform::{self, PasskeyFailure};
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::Secret;
use perfil_models::error::SecondStepError;
use perfil_models::request::PasskeyAnswer;
use perfil_models::view::{Outcome, PasskeyChallenge};
use std::future::Future;
use std::pin::Pin;

/// A server function that says what the authenticator shall be asked for.
pub type Begin = Pin<Box<dyn Future<Output = Result<PasskeyChallenge, Refusal<SecondStepError>>>>>;

/// The button that signs in with a passkey and goes on to `target`. A refusal becomes the `outcome`; a dialogue that was
/// closed is noted quietly. Where the browser knows no passkeys there is nothing to be seen.
#[component]
pub fn PasskeySignIn(
    outcome: Signal<Option<Outcome>>,
    weight: Weight,
    label: String,
    target: String,
    begin: Callback<(), Begin>,
) -> Element {
    let form = use_form_reporting_to("passkey-sign-in", outcome);
    let mut is_closed = use_signal(|| false);
    let busy = (form.busy)();
    let press = move |_| {
        let target = target.clone();
        is_closed.set(false);
        form.send(sign_in_by(begin.call(())), move |answer| match answer {
            Ok(true) => platform::leave_for(&target),
            Ok(false) => is_closed.set(true),
            Err(_) => {}
        });
    };
    rsx! {
        div { class: "passkey waits-for-script needs-passkeys",
            button {
                r#type: "button",
                id: "passkey-sign-in",
                class: weight.class(),
                aria_disabled: busy.then_some("true"),
                onclick: press,
                if busy {
                    span { class: "spinner", aria_hidden: "true" }
                }
                span { class: "button-label", "{label}" }
            }
            {closed(is_closed)}
        }
    }
}

/// Says quietly that the browser's dialogue was closed.
pub fn closed(is_closed: Signal<bool>) -> Element {
    rsx! {
        p { class: "hint closed", role: "status",
            if is_closed.cloned() {
                {say("passkey-closed")}
            }
        }
    }
}

/// Whether it came to that: not where the dialogue was closed.
async fn sign_in_by(begin: Begin) -> Result<bool, Refusal<SecondStepError>> {
    let PasskeyChallenge { ceremony, options } = begin.await?;
    let credential = match platform::get_passkey(&options).await {
        Ok(credential) => Secret::new(credential),
        Err(PasskeyFailure::Cancelled) => return Ok(false),
        Err(_) => return Err(Refusal(SecondStepError::PasskeyRefused)),
    };
    sign_in_with_passkey(PasskeyAnswer { ceremony, credential }).await?;
    Ok(true)
}
