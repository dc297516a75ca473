//! How to be told about imports of contacts, and the latest of them.

use super::State;
use super::channels::{channel_table, ticked};
use super::imports::imports;
use crate::api::notifications::change_contact_notifications;
use crate::components::card::Card;
use crate::components::form::{ActionForm, Hidden, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::request::ChangeContactNotifications;
use perfil_models::{Channels, Topic};

const HEADING: &str = "contacts-heading";

/// The card.
pub fn contacts(state: State) -> Element {
    let form = use_form("contact-notifications");
    let send = move |typed: Typed| {
        let Channels { email, sms } = ticked(&typed, Topic::ContactImports);
        let request = ChangeContactNotifications { email, sms, version: state.now.peek().version };
        state.save(form, Box::pin(change_contact_notifications(request)), "done-contact-notifications");
    };
    let now = state.now.read();
    rsx! {
        Card { id: HEADING, title: say("contacts-title"), lead: say("contacts-lead"),
            ActionForm { form, onsend: send,
                Hidden { name: "version", value: now.version.to_string() }
                {channel_table(state, form, HEADING, vec![(Topic::ContactImports, now.contact_imports)])}
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("notifications-button")} }
                }
            }
            {imports(&now.imports)}
        }
    }
}
