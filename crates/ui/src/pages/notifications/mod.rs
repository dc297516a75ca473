//! *Notifications*: what one is told about, by which channel, and what became of it.

mod billing;
mod channels;
mod chart;
mod contacts;
mod credit;
mod delivery;
mod history;
mod imports;
mod organization;
mod quiet;
mod testing;

pub use history::NotificationHistoryPage;

use crate::api::Refusal;
use crate::api::notifications::notifications;
use crate::components::account::{SharedAccount, use_account};
use crate::components::card::PageHead;
use crate::components::failure::failed;
use crate::components::form::Form;
use crate::components::load::use_loaded;
use crate::platform;
use crate::words::say;
use billing::BillingCard;
use contacts::contacts;
use credit::CreditCard;
use delivery::trouble;
use dioxus::prelude::*;
use organization::OrganizationCard;
use perfil_models::error::NotificationError;
use perfil_models::view::{Delivery, DeliveryState, ImportState, Notifications};
use perfil_models::{Channel, Field};
use quiet::quiet_hours;
use std::future::Future;
use std::pin::Pin;
use testing::deliveries;

/// How long to wait before the server is asked what is new, in milliseconds.
const PAUSE: u32 = 2_000;
/// How often it is asked without anything new before nothing more is expected.
const PATIENCE: u32 = 30;

/// A server function at work.
type Call = Pin<Box<dyn Future<Output = Result<Notifications, Refusal<NotificationError>>>>>;

/// What the cards of the page share.
#[derive(Clone, Copy)]
struct State {
    /// What the server told last; its version is the one that the choices on the page began with or were saved as.
    now: Signal<Notifications>,
    /// Counts what was told: an answer to a question from before is late.
    turn: CopyValue<u32>,
    account: SharedAccount,
}

impl State {
    /// Sends a form of choices, and says what was `done`.
    fn save(self, form: Form, call: Call, done: &'static str) {
        self.send(form, call, done, true);
    }

    /// Sends a form that changes no choice, and says what was `done`.
    fn act(self, form: Form, call: Call, done: &'static str) {
        self.send(form, call, done, false);
    }

    fn send(self, form: Form, call: Call, done: &'static str, saves: bool) {
        form.send(call, move |answer| match answer {
            Ok(fresh) => {
                if saves {
                    self.saved(form, &fresh);
                }
                self.take(fresh);
                form.done(done);
            }
            Err(_) => self.look_again(),
        });
    }

    /// Goes on from what was saved: its version, and what was typed as the server writes it.
    fn saved(mut self, form: Form, saved: &Notifications) {
        self.now.write().version = saved.version;
        self.account.now.write().version = saved.version;
        let minimum = saved.billing.as_ref().map(|billing| &billing.minimum);
        let written = [(Field::From, &saved.quiet.from), (Field::Until, &saved.quiet.until)];
        for (field, value) in written.into_iter().chain(minimum.map(|minimum| (Field::Minimum, minimum))) {
            platform::set_value(&form.id_of(field.name()), value);
        }
    }

    /// Takes over what the server told.
    fn take(mut self, fresh: Notifications) {
        let fresh = Notifications { version: self.now.peek().version, ..fresh };
        if *self.now.peek() != fresh {
            self.now.set(fresh);
        }
    }

    /// After a refusal the page may be out of date: a number may be gone, an alert may be sent.
    fn look_again(self) {
        spawn(async move {
            if let Ok(fresh) = notifications().await {
                self.take(fresh);
            }
        });
    }

    /// Asks what is new until something is.
    async fn await_news(self, turn: u32) {
        for _ in 0..PATIENCE {
            platform::sleep(PAUSE).await;
            if let Ok(fresh) = notifications().await
                && self.turn.cloned() == turn
            {
                self.take(fresh);
            }
            if self.turn.cloned() != turn {
                return;
            }
        }
    }
}

/// While something is under way, the page follows it.
fn use_news(mut state: State) {
    use_effect(move || {
        let is_open = is_under_way(&state.now.read());
        let turn = state.turn.cloned() + 1;
        state.turn.set(turn);
        if is_open {
            spawn(state.await_news(turn));
        }
    });
}

fn is_under_way(now: &Notifications) -> bool {
    now.tests.iter().any(is_awaited) || now.imports.iter().any(|import| import.state == ImportState::Running)
}

/// Of a mail nothing more is heard once a mail server has it.
fn is_awaited(test: &Delivery) -> bool {
    test.state.is_open() && (test.state, test.channel) != (DeliveryState::Sent, Channel::Email)
}

/// The page.
#[component]
pub fn NotificationsPage() -> Element {
    match use_loaded::<Notifications>()?.answer() {
        Ok(now) => rsx! { Cards { now } },
        Err(error) => failed(&error),
    }
}

#[component]
fn Cards(now: Notifications) -> Element {
    let account = use_account();
    let state = use_context_provider(|| State { now: Signal::new(now), turn: CopyValue::new(0), account });
    use_news(state);
    let now = state.now.read();
    rsx! {
        PageHead { title: say("notifications-title"), lead: say("notifications-lead") }
        for failed in now.troubles.iter() {
            {trouble(failed)}
        }
        {contacts(state)}
        if let Some(billing) = now.billing.clone() {
            BillingCard { billing: billing.clone() }
            CreditCard { credit: billing.credit }
        }
        if let Some(chosen) = now.role_requests {
            OrganizationCard { chosen }
        }
        {quiet_hours(state, now.billing.is_some())}
        {deliveries(state)}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_models::Sentence;

    #[test]
    fn a_mail_that_was_handed_over_is_awaited_no_longer() {
        let awaited = |channel, state| {
            let (id, to, at) = Default::default();
            is_awaited(&Delivery {
                id,
                topic: None,
                what: Sentence::new("notice-test"),
                channel,
                to,
                state,
                why: None,
                at,
            })
        };
        assert!(awaited(Channel::Email, DeliveryState::Waiting) && awaited(Channel::Sms, DeliveryState::Sent));
        assert!(!awaited(Channel::Email, DeliveryState::Sent) && !awaited(Channel::Sms, DeliveryState::Delivered));
    }
}
