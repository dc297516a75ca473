//! *Sign everyone out*.

use crate::api::organization_settings::sign_everyone_out;
use crate::components::card::Card;
use crate::components::field::PasswordField;
use crate::components::form::{ActionForm, SubmitButton, Typed, Weight, use_form};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::request::SignEveryoneOut;
use perfil_models::view::Outcome;
use perfil_models::{Field, Sentence};

/// The card: what it does, and the button behind the password.
#[component]
pub fn SignEveryoneOutCard() -> Element {
    let mut form = use_form("sign-everyone-out");
    let send = move |typed: Typed| {
        let request = SignEveryoneOut { password: typed.secret(Field::Password) };
        form.send(sign_everyone_out(request), move |answer| {
            if let Ok(ended) = answer {
                form.clear(&[Field::Password]);
                let sentence = Sentence::new("done-sign-everyone-out").with("sessions", ended.sessions);
                form.outcome.set(Some(Outcome::Done(sentence)));
            }
        });
    };
    rsx! {
        Card { id: "everyone-heading", title: say("sign-everyone-out-title"), lead: say("sign-everyone-out-lead"),
            ActionForm { form, onsend: send,
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, weight: Weight::Danger, {say("sign-everyone-out-button")} }
                }
            }
        }
    }
}
