//! The card of changes that wait, wherever they do not have a card of their own.

use super::waiting::CancelForm;
use super::{Contact, ContactState, TimeLeftOf, Waiting};
use crate::components::account::use_account;
use crate::components::card::{Address, Card, Fact, Number};
use crate::components::form::use_form_reporting_to;
use crate::components::notice::Notice;
use crate::route::Route;
use crate::words::say;
use dioxus::prelude::*;

const RESULT: &str = "pending-result";

/// Where a change goes, how much time is left, where to go on, and a way to give it up; without the change of `except`,
/// which the page itself is about.
#[component]
pub fn PendingChanges(except: Option<Contact>) -> Element {
    let account = use_account().now;
    let state = use_hook(|| ContactState::new(RESULT));
    let account = account.read();
    let email = account.pending_email.clone().map(Waiting::from);
    let phone = account.pending_phone.clone().map(Waiting::from);
    let waiting: Vec<_> = email.into_iter().chain(phone).filter(|waiting| Some(waiting.contact) != except).collect();
    rsx! {
        Notice { outcome: state.result, id: RESULT }
        if !waiting.is_empty() {
            Card { id: "pending-changes-heading", title: say("pending-changes-title"),
                dl { class: "facts",
                    for waiting in waiting {
                        PendingFact { key: "{waiting.change}", waiting, state }
                    }
                }
            }
        }
    }
}

#[component]
fn PendingFact(waiting: Waiting, state: ContactState) -> Element {
    let outcome = use_signal(|| None);
    let form = use_form_reporting_to(waiting.contact.cancel_form(), outcome);
    let text = waiting.to.clone();
    let (name, to, go_on) = match waiting.contact {
        Contact::Email => ("pending-email", Route::EmailPage {}, "pending-email-go-on"),
        Contact::Phone => ("pending-phone", Route::PhonePage {}, "pending-phone-go-on"),
    };
    rsx! {
        Fact { name: say(name),
            match waiting.contact {
                Contact::Email => rsx! { Address { text } },
                Contact::Phone => rsx! { Number { text } },
            }
            p { class: "pending-state", TimeLeftOf { waiting: waiting.clone() } }
            div { class: "inline-forms",
                Link { class: "button button-quiet", to, {say(go_on)} }
                CancelForm { form, waiting, state, label: say("pending-cancel") }
            }
            Notice { outcome }
        }
    }
}
