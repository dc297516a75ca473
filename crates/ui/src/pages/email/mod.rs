//! *Email*: the address in use, and changing it.

mod change;
mod pending;

use crate::components::account::use_account;
use crate::components::card::{Address, Card, PageHead};
use crate::components::contact::{Contact, PendingChanges, UnlessFrozen, use_contact_state};
use crate::components::notice::Notice;
use crate::words::say;
use change::ChangeEmailCard;
use dioxus::prelude::*;
use pending::PendingEmailCard;

/// The page.
#[component]
pub fn EmailPage() -> Element {
    let state = use_contact_state(Contact::Email, "email-result");
    let account = use_account().now;
    let account = account.read();
    rsx! {
        PageHead { title: say("email-title"), lead: say("email-lead") }
        Notice { outcome: state.result, id: state.place }
        PendingChanges { except: Contact::Email }
        Card { id: "current-heading", title: say("email-current-title"),
            p { class: "current-contact", Address { text: account.email.clone() } }
        }
        match account.pending_email.clone() {
            Some(pending) => rsx! { PendingEmailCard { key: "{pending.change}", pending } },
            None => rsx! { UnlessFrozen { ChangeEmailCard {} } },
        }
    }
}
