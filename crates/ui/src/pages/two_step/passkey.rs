//! Adding a passkey.

use super::State;
use crate::api::Refusal;
use crate::api::factors::{add_passkey, begin_passkey};
use crate::components::card::Card;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{ActionForm, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::components::passkey::closed;
use crate::platform::{self, PasskeyFailure};
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::error::PasskeyError;
use perfil_models::request::{BeginPasskey, PasskeyAnswer};
use perfil_models::view::{FactorsChanged, PasskeyChallenge};
use perfil_models::{Explain, Field, Secret, Sentence};

#[component]
pub fn AddPasskeyCard() -> Element {
    let state: State = use_context();
    let is_possible = state.now.read().passkeys_possible;
    rsx! {
        Card { id: "add-passkey-heading", title: say("two-step-passkey-title"), lead: say("two-step-passkey-lead"),
            if !is_possible {
                p { class: "muted", {say("passkey-unavailable")} }
            } else {
                p { class: "muted without-passkeys", {say("two-step-passkey-unknown")} }
                p { class: "muted without-script", {say("two-step-passkey-script")} }
                AddPasskeyForm {}
            }
        }
    }
}

#[component]
fn AddPasskeyForm() -> Element {
    let mut state: State = use_context();
    let form = use_form("add-passkey");
    let mut is_closed = use_signal(|| false);
    let send = move |typed: Typed| {
        state.result.set(None);
        is_closed.set(false);
        let request = BeginPasskey { name: typed.text(Field::Name.name()), password: typed.secret(Field::Password) };
        form.send(add(request), move |answer| match answer {
            Ok(Some(changed)) => {
                form.clear(&[Field::Password]);
                state.changed(changed, "done-add-passkey", "done-recovery-codes-first");
            }
            Ok(None) => is_closed.set(true),
            Err(_) => {}
        });
    };
    let device = state.now.peek().device.clone();
    rsx! {
        ActionForm { form, class: "form waits-for-script needs-passkeys", onsend: send,
            TextField { form, field: Field::Name, label: say("two-step-name"), value: device }
            PasswordField { form, field: Field::Password, label: say("contact-password") }
            Notice { outcome: form.outcome }
            {closed(is_closed)}
            div { class: "actions",
                SubmitButton { form, {say("two-step-passkey-title")} }
            }
        }
    }
}

/// A refusal of either call.
struct AddError(Box<dyn Explain>);

impl AddError {
    fn of<E: Explain + 'static>(Refusal(error): Refusal<E>) -> Refusal<Self> {
        Refusal(Self(Box::new(error)))
    }
}

impl Explain for AddError {
    fn status(&self) -> u16 {
        self.0.status()
    }

    fn sentence(&self) -> Sentence {
        self.0.sentence()
    }

    fn field(&self) -> Option<Field> {
        self.0.field()
    }
}

/// What the factors are then; `None`: the browser's dialogue was closed.
async fn add(request: BeginPasskey) -> Result<Option<FactorsChanged>, Refusal<AddError>> {
    let PasskeyChallenge { ceremony, options } = begin_passkey(request).await.map_err(AddError::of)?;
    let credential = match platform::create_passkey(&options).await {
        Ok(credential) => Secret::new(credential),
        Err(PasskeyFailure::Cancelled) => return Ok(None),
        Err(PasskeyFailure::AlreadyThere) => return Err(AddError::of(Refusal(PasskeyError::Taken))),
        Err(PasskeyFailure::Failed) => return Err(AddError::of(Refusal(PasskeyError::Refused))),
    };
    add_passkey(PasskeyAnswer { ceremony, credential }).await.map(Some).map_err(AddError::of)
}
