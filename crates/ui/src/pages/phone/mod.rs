//! *Phone number*: the number in use, and changing it.

mod change;
mod current;
mod pending;

use crate::components::account::use_account;
use crate::components::card::PageHead;
use crate::components::contact::{Contact, PendingChanges, UnlessFrozen, use_contact_state};
use crate::components::failure::failed;
use crate::components::load::use_loaded;
use crate::components::notice::Notice;
use crate::words::say;
use change::ChangePhoneCard;
use current::CurrentPhoneCard;
use dioxus::prelude::*;
use pending::PendingPhoneCard;
use perfil_models::view::Country;

/// The page.
#[component]
pub fn PhonePage() -> Element {
    match use_loaded::<Vec<Country>>()?.answer() {
        Ok(countries) => rsx! { PhoneCards { countries } },
        Err(error) => failed(&error),
    }
}

#[component]
fn PhoneCards(countries: ReadSignal<Vec<Country>>) -> Element {
    let state = use_contact_state(Contact::Phone, "phone-result");
    let account = use_account().now;
    let pending = account.read().pending_phone.clone();
    rsx! {
        PageHead { title: say("phone-title"), lead: say("phone-lead") }
        Notice { outcome: state.result, id: state.place }
        PendingChanges { except: Contact::Phone }
        CurrentPhoneCard {}
        match pending {
            Some(pending) => rsx! { PendingPhoneCard { key: "{pending.change}", pending } },
            None => rsx! { UnlessFrozen { ChangePhoneCard { countries } } },
        }
    }
}
