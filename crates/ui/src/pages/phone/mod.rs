//! *Phone number*: the number in use, and changing it.

mod change;
mod current;
mod pending;

use crate::app::frame;
use crate::components::account::use_account;
use crate::components::card::PageHead;
use crate::components::failure::failed;
use crate::components::load::use_loaded;
use crate::components::notice::Notice;
use crate::platform;
use crate::words::say;
use change::ChangePhoneCard;
use current::CurrentPhoneCard;
use dioxus::prelude::*;
use pending::PendingPhoneCard;
use perfil_models::view::{Country, Outcome, PendingPhone};
use perfil_models::{CountryCode, Sentence};

const RESULT: &str = "phone-result";

/// What the cards of the page share.
#[derive(Clone, Copy)]
struct PhoneState {
    /// What was done: a card that did it may be gone by then.
    result: Signal<Option<Outcome>>,
    /// The number that was wrong, to be put right in the form.
    wrong_number: Signal<Option<(Option<CountryCode>, String)>>,
}

impl PhoneState {
    /// Says what happened at the top of the page, and leads there.
    fn report(mut self, outcome: Outcome) {
        self.result.set(Some(outcome));
        platform::focus(RESULT);
    }

    fn done(self, id: &str) {
        self.report(Outcome::Done(Sentence::new(id)));
    }

    /// Keeps the number of a change that is given up.
    fn keep_number(mut self, pending: &PendingPhone) {
        self.wrong_number.set(Some((pending.country, pending.display.clone())));
    }
}

fn use_phone_state() -> PhoneState {
    use_context_provider(|| {
        let flash = frame().take_flash(|flash| {
            let is_ours = matches!(
                flash.form.as_str(),
                "change-phone" | "resend-phone-code" | "cancel-phone-change" | "validate-phone" | "remove-phone"
            );
            is_ours && (matches!(flash.outcome, Outcome::Done(_)) || ends_the_card(&flash.outcome))
        });
        let typed = |name: &str| {
            let typed = flash.as_ref()?.typed.iter().find(|(other, _)| other == name);
            typed.map(|(_, text)| text.clone())
        };
        let country = typed("country").and_then(|code| CountryCode::parse(&code).ok());
        let wrong_number = typed("number").map(|number| (country, number));
        PhoneState { result: Signal::new(flash.map(|flash| flash.outcome)), wrong_number: Signal::new(wrong_number) }
    })
}

/// A refusal after which there is no card left to say it in.
fn ends_the_card(outcome: &Outcome) -> bool {
    let ends = ["phone-code-used-up", "phone-code-expired", "phone-not-pending"];
    matches!(outcome, Outcome::Refused(sentence, _) if ends.contains(&sentence.id.as_str()))
}

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
    let state = use_phone_state();
    let account = use_account().now;
    let pending = account.read().pending_phone.clone();
    rsx! {
        PageHead { title: say("phone-title"), lead: say("phone-lead") }
        Notice { outcome: state.result, id: RESULT.to_owned() }
        CurrentPhoneCard {}
        match pending {
            Some(pending) => rsx! { PendingPhoneCard { key: "{pending.change}", pending } },
            None => rsx! { ChangePhoneCard { countries } },
        }
    }
}
