//! *Notifications*: what people chose to be told about, and the messages that follow from it.

mod change;
mod facts;
mod history;
mod quiet;
mod send_test;
mod tell;
mod unsubscribe;

pub(crate) use facts::RECENT;
pub use facts::{BillingFacts, CreditFacts, DeliveryFacts, NotificationFacts};
pub use history::HistoryFacts;
pub(crate) use tell::{Tidings, amount};
pub use unsubscribe::unsubscribe_token;

/// The topic of test messages in the outbox.
pub(crate) const TEST: &str = "test";
