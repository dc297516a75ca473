//! *API keys* of the organization.

mod create;
mod list;
mod new_key;
mod replace;

use crate::api::Refusal;
use crate::api::organization_keys::organization_keys;
use crate::app::frame;
use crate::components::card::PageHead;
use crate::components::failure::failed;
use crate::components::form::Form;
use crate::components::load::use_loaded;
use crate::components::notice::Notice;
use crate::platform;
use crate::words::say;
use create::CreateCard;
use dioxus::prelude::*;
use list::KeysCard;
use new_key::{NewKeyCard, token_in};
use perfil_models::error::KeyError;
use perfil_models::view::{Flash, KeysChanged, OrganizationKeys, Outcome};
use perfil_models::{Explain, Field, Scope, Sentence};
use std::future::Future;
use std::pin::Pin;

const RESULT: &str = "keys-result";
/// What the interface is, for people who write programs.
const REFERENCE: &str = "/api/v1";

/// The forms of this page.
const FORMS: [&str; 3] = ["create-key", "rotate-key", "revoke-key"];

/// A server function at work.
type Call<T> = Pin<Box<dyn Future<Output = Result<T, Refusal<KeyError>>>>>;

/// What the cards of the page share.
#[derive(Clone, Copy)]
struct State {
    /// The keys as last heard from the server.
    now: Signal<OrganizationKeys>,
    /// What was done.
    result: Signal<Option<Outcome>>,
    /// What was done where a new key came with it: it stays, whatever is done next.
    new_key: Signal<Option<Sentence>>,
}

impl State {
    fn begin(now: OrganizationKeys) -> Self {
        let state = Self { now: Signal::new(now), result: Signal::new(None), new_key: Signal::new(None) };
        let is_ours = |flash: &Flash| flash.is_over && FORMS.contains(&flash.form.as_str());
        if let Some(flash) = frame().take_flash(is_ours) {
            state.show(flash.outcome);
        }
        state
    }

    /// Sends a form that makes a key, says that it is `done` and shows the key.
    fn send_for_key(mut self, form: Form, call: Call<KeysChanged>, done: &'static str) {
        self.result.set(None);
        form.send(call, move |answer| match answer {
            Ok(changed) => {
                form.clear(&[Field::Password, Field::Name]);
                self.now.set(changed.now);
                self.show(Outcome::Done(Sentence::new(done).with("token", changed.token)));
            }
            Err(error) => self.look_again(&error),
        });
    }

    /// Sends a form and says what was `done`.
    fn send(mut self, form: Form, call: Call<OrganizationKeys>, done: &'static str) {
        self.result.set(None);
        form.send(call, move |answer| match answer {
            Ok(now) => {
                self.now.set(now);
                self.report(Outcome::Done(Sentence::new(done)));
            }
            Err(error) => self.look_again(&error),
        });
    }

    /// After a refusal the form may be about a key that has ended.
    fn look_again(mut self, error: &dyn Explain) {
        if !error.ends_the_change() {
            return;
        }
        self.report(Outcome::Refused(error.sentence(), None));
        spawn(async move {
            if let Ok(now) = organization_keys().await {
                self.now.set(now);
            }
        });
    }

    fn report(self, outcome: Outcome) {
        self.show(outcome);
        platform::focus(RESULT);
    }

    fn show(mut self, outcome: Outcome) {
        match outcome {
            Outcome::Done(sentence) if token_in(&sentence).is_some() => {
                self.result.set(None);
                self.new_key.set(Some(sentence));
            }
            other => self.result.set(Some(other)),
        }
    }
}

/// What a key of that scope may do, in words.
fn scope_name(scope: Scope) -> String {
    say(match scope {
        Scope::Sessions => "scope-sessions",
        Scope::Events => "scope-events",
        Scope::Provisioning => "scope-provisioning",
        Scope::Preferences => "scope-preferences",
    })
}

/// The page.
#[component]
pub fn KeysPage() -> Element {
    match use_loaded::<OrganizationKeys>()?.answer() {
        Ok(now) => rsx! { Cards { now } },
        Err(error) => rsx! {
            PageHead { title: say("keys-title") }
            {failed(&error)}
        },
    }
}

#[component]
fn Cards(now: OrganizationKeys) -> Element {
    let state = use_context_provider(|| State::begin(now));
    let new_key = state.new_key.cloned();
    rsx! {
        PageHead { title: say("keys-title"), lead: say("keys-lead"),
            p {
                a { class: "beside-link", href: REFERENCE, {say("keys-reference")} }
            }
        }
        Notice { outcome: state.result, id: RESULT }
        if let Some(sentence) = new_key {
            NewKeyCard { sentence }
        }
        KeysCard {}
        CreateCard {}
    }
}
