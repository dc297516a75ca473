//! A change that waits for the button behind its link.

use crate::api::account::account;
use crate::components::account::use_account;
use crate::components::card::{Address, Card};
use crate::components::contact::{ContactState, GiveUp, Resend, TimeLeftOf, Waiting};
use crate::components::notice::Notice;
use crate::platform;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::view::PendingEmail;

#[component]
pub fn PendingEmailCard(pending: PendingEmail) -> Element {
    let outcome = use_signal(|| None);
    let state: ContactState = use_context();
    use_news(&pending.address);
    let waiting = Waiting::from(pending);
    rsx! {
        Card { id: "pending-heading", title: say("email-pending-title"),
            p { class: "pending-to", {say("email-pending-lead")} " " strong { Address { text: waiting.to.clone() } } }
            p { class: "hint", {say("email-pending-hint")} }
            p { class: "pending-state", TimeLeftOf { waiting: waiting.clone() } }
            Notice { outcome }
            div { class: "pending-others",
                Resend { waiting: waiting.clone(), state, outcome }
                GiveUp { waiting, state, outcome }
            }
        }
    }
}

/// The link is opened in another window: whenever the reader comes back to this one, it asks how things are.
fn use_news(address: &str) {
    let shared = use_account();
    let state: ContactState = use_context();
    let address = use_hook(|| CopyValue::new(address.to_owned()));
    use_effect(move || {
        spawn(async move {
            loop {
                platform::return_of_reader().await;
                let Ok(fresh) = account().await else { continue };
                let is_done = fresh.pending_email.is_none() && fresh.email == *address.read();
                shared.replace(fresh);
                if is_done {
                    state.done("done-confirm-email");
                }
            }
        });
    });
}
