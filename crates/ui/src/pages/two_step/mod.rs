//! *Two-step sign-in*: authenticator apps, passkeys and recovery codes.

mod app;
mod factors;
mod new_codes;
mod passkey;
mod pending;
mod recovery;

use crate::api::Refusal;
use crate::api::factors::factors;
use crate::app::frame;
use crate::components::account::{SharedAccount, use_account};
use crate::components::card::PageHead;
use crate::components::failure::failed;
use crate::components::form::Form;
use crate::components::load::use_loaded;
use crate::components::notice::Notice;
use crate::platform;
use crate::words::say;
use app::AddAppCard;
use dioxus::prelude::*;
use factors::FactorsCard;
use new_codes::{NewCodesCard, codes_in};
use passkey::AddPasskeyCard;
use pending::PendingAppCard;
use perfil_models::error::FactorError;
use perfil_models::view::{FactorsChanged, Flash, Outcome, SecondFactors};
use perfil_models::{Explain, Field, Sentence};
use recovery::RecoveryCard;
use std::future::Future;
use std::pin::Pin;

const RESULT: &str = "two-step-result";

/// The forms of this page that work without script.
const FORMS: [&str; 5] = ["add-app", "confirm-app", "cancel-app", "remove-factor", "make-recovery-codes"];

/// A server function at work.
type Call<T> = Pin<Box<dyn Future<Output = Result<T, Refusal<FactorError>>>>>;

/// What the cards of the page share.
#[derive(Clone, Copy)]
struct State {
    /// The factors as last heard from the server.
    now: Signal<SecondFactors>,
    /// When they were heard, by the browser's clock.
    heard_at: Signal<f64>,
    /// What was done.
    result: Signal<Option<Outcome>>,
    /// What was done where recovery codes came with it: they stay, whatever is done next.
    new_codes: Signal<Option<Sentence>>,
    account: SharedAccount,
}

impl State {
    fn begin(now: SecondFactors, account: SharedAccount) -> Self {
        let (result, new_codes) = (Signal::new(None), Signal::new(None));
        let state = Self { now: Signal::new(now), heard_at: Signal::new(0.0), result, new_codes, account };
        let is_ours = |flash: &Flash| flash.is_over && FORMS.contains(&flash.form.as_str());
        if let Some(flash) = frame().take_flash(is_ours) {
            state.show(flash.outcome);
        }
        state
    }

    /// Sends a form and says what was `done`.
    fn send(mut self, form: Form, call: Call<SecondFactors>, done: &'static str) {
        self.result.set(None);
        form.send(call, move |answer| match answer {
            Ok(now) => {
                self.replace(now);
                self.done(done);
            }
            Err(error) => self.look_again(&error),
        });
    }

    /// The same where recovery codes may come with the answer.
    fn send_for_codes(mut self, form: Form, call: Call<FactorsChanged>, done: &'static str, with_codes: &'static str) {
        self.result.set(None);
        form.send(call, move |answer| match answer {
            Ok(changed) => {
                form.clear(&[Field::Password]);
                self.changed(changed, done, with_codes);
            }
            Err(error) => self.look_again(&error),
        });
    }

    /// Takes over what the server answered. With the first factor, and without the last one, another length of password
    /// is asked for.
    fn replace(mut self, now: SecondFactors) {
        let has_factors = !now.factors.is_empty();
        if !has_factors {
            self.new_codes.set(None);
        }
        if has_factors == self.now.peek().factors.is_empty() {
            self.account.refresh();
        }
        self.heard_at.set(platform::now());
        self.now.set(now);
    }

    /// Says what was done.
    fn done(self, id: &str) {
        self.report(Outcome::Done(Sentence::new(id)));
    }

    /// Takes over a change, and says `done`, or `with_codes` where recovery codes came with it.
    fn changed(self, changed: FactorsChanged, done: &str, with_codes: &str) {
        self.replace(changed.now);
        match changed.recovery_codes {
            Some(codes) => self.show(Outcome::Done(Sentence::new(with_codes).with("codes", codes.join(" ")))),
            None => self.done(done),
        }
    }

    /// After a refusal the page may be out of date, or the form about something that is gone.
    fn look_again(self, error: &dyn Explain) {
        if !error.ends_the_change() {
            return;
        }
        self.report(Outcome::Refused(error.sentence(), None));
        spawn(async move {
            if let Ok(now) = factors().await {
                self.replace(now);
            }
        });
    }

    fn report(self, outcome: Outcome) {
        self.show(outcome);
        platform::focus(RESULT);
    }

    fn show(mut self, outcome: Outcome) {
        match outcome {
            Outcome::Done(sentence) if !codes_in(&sentence).is_empty() => {
                self.result.set(None);
                self.new_codes.set(Some(sentence));
            }
            other => self.result.set(Some(other)),
        }
    }
}

/// The page.
#[component]
pub fn TwoStepPage() -> Element {
    match use_loaded::<SecondFactors>()?.answer() {
        Ok(now) => rsx! { Cards { now } },
        Err(error) => failed(&error),
    }
}

#[component]
fn Cards(now: SecondFactors) -> Element {
    let account = use_account();
    let mut state = use_context_provider(|| State::begin(now, account));
    use_effect(move || state.heard_at.set(platform::now()));
    let now = state.now.read();
    let is_on = !now.factors.is_empty();
    let (class, word) = if is_on { ("badge badge-good", "two-step-on") } else { ("badge", "two-step-off") };
    let new_codes = state.new_codes.cloned();
    let pending = now.pending.clone();
    let is_pending = pending.is_some();
    rsx! {
        PageHead { title: say("two-step-title"), lead: say("two-step-lead"),
            p { class: "two-step-state",
                span { class, {say(word)} }
            }
        }
        Notice { outcome: state.result, id: RESULT }
        if let Some(sentence) = new_codes {
            NewCodesCard { sentence }
        }
        if let Some(app) = pending {
            PendingAppCard { key: "{app.id}", app }
        }
        FactorsCard {}
        if !is_pending {
            AddAppCard {}
        }
        AddPasskeyCard {}
        if is_on {
            RecoveryCard {}
        }
    }
}
