//! What SMS gateways report after they took a message.
//!
//! A gateway that reports over HTTP gets an address with a proof in it, made by [`ReceiptUrl`]; one that reports over a
//! connection of its own names the message by its own id. Either way a receipt counts once.

mod http;
mod kannel;
mod smpp;
mod twilio;

pub use http::{HTTP_PATH, HttpReceipt};
pub use kannel::{KANNEL_PATH, KannelReceipt};
pub(crate) use smpp::SmppReceipt;
pub use twilio::{TWILIO_PATH, TwilioCallback, TwilioSigner};

use crate::{Metrics, Parts, fallback};
use perfil_accounts::clock::Clock;
use perfil_accounts::keys::{Keys, Purpose};
use perfil_store::{Store, StoreError, outbox};
use std::sync::Arc;

/// Takes receipts. Cheap to clone.
#[derive(Clone)]
pub struct Receipts {
    /// The database.
    pub store: Store,
    /// Proves that we asked for a receipt.
    pub keys: Keys,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Counts receipts.
    pub metrics: Metrics,
    /// Checks who called in Twilio's name; without one, nobody is believed to.
    pub twilio: Option<Arc<TwilioSigner>>,
}

/// What came of a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptOutcome {
    /// The message is marked. HTTP 204.
    Recorded,
    /// It says nothing new: a step on the way, a duplicate, too late, or a message that is deleted. HTTP 204.
    Nothing,
    /// Not made by our gateway, or changed on the way. HTTP 403.
    Forged,
    /// The database did not take it; the gateway should come again. HTTP 503.
    Unavailable,
}

/// What a receipt says about a message.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Report {
    Delivered,
    /// With the reason, which holds nothing of the text and no number.
    Failed(String),
}

/// Where a gateway reports on one message. `Debug` does not show the proof.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptUrl {
    public_url: String,
    query: String,
}

impl ReceiptUrl {
    /// For the message `id`, below the public URL, with the proof that we asked.
    pub fn new(public_url: &str, id: &str, proof: &str) -> Self {
        Self { public_url: public_url.to_owned(), query: format!("id={id}&proof={proof}") }
    }

    /// The whole of it for the gateway whose receipts come to `path`, up to and including the proof.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}?{}", self.public_url, self.query)
    }
}

/// Where the gateway reports on the message `id`.
pub(crate) fn receipt_url(keys: &Keys, public_url: &str, id: &str) -> ReceiptUrl {
    ReceiptUrl::new(public_url, id, &keys.mac(Purpose::Receipt, &[id]))
}

impl Receipts {
    /// Those of a worker, which come over connections of its own.
    pub(crate) fn of(parts: &Parts) -> Self {
        let Parts { store, keys, clock, metrics, .. } = parts;
        Self { store: store.clone(), keys: keys.clone(), clock: clock.clone(), metrics: metrics.clone(), twilio: None }
    }

    fn is_proven(&self, id: &str, proof: &str) -> bool {
        self.keys.verify(Purpose::Receipt, &[id], proof)
    }

    fn refuse(&self, provider: &'static str) -> ReceiptOutcome {
        tracing::warn!(provider, "a forged receipt came in");
        self.count(provider, ReceiptOutcome::Forged)
    }

    /// Twice, late or out of order does no harm.
    async fn take(&self, provider: &'static str, id: &str, report: Option<Report>) -> ReceiptOutcome {
        let Some(report) = report else { return self.count(provider, ReceiptOutcome::Nothing) };
        let outcome = match self.record(id, &report).await {
            Ok(true) => {
                let (state, reason) = match &report {
                    Report::Delivered => ("delivered", None),
                    Report::Failed(reason) => ("failed", Some(reason)),
                };
                tracing::info!(id, provider, state, reason, "a receipt came in");
                self.metrics.came_to("sms", state);
                ReceiptOutcome::Recorded
            }
            Ok(false) => ReceiptOutcome::Nothing,
            Err(error) => {
                tracing::warn!(id, provider, %error, "a receipt was not recorded");
                ReceiptOutcome::Unavailable
            }
        };
        self.count(provider, outcome)
    }

    async fn record(&self, id: &str, report: &Report) -> Result<bool, StoreError> {
        let (delivered, reason) = match report {
            Report::Delivered => (true, None),
            Report::Failed(reason) => (false, Some(reason.as_str())),
        };
        let mut db = self.store.write().await?;
        let now = self.clock.now();
        let changed = outbox::receipt(&mut db, id, delivered, reason, now).await?;
        if changed && !delivered {
            fallback::tell_by_mail(&mut db, id, now).await?;
        }
        db.commit().await?;
        Ok(changed)
    }

    fn count(&self, provider: &'static str, outcome: ReceiptOutcome) -> ReceiptOutcome {
        let name = match outcome {
            ReceiptOutcome::Recorded => "recorded",
            ReceiptOutcome::Nothing => "nothing",
            ReceiptOutcome::Forged => "forged",
            ReceiptOutcome::Unavailable => "unavailable",
        };
        self.metrics.receipt(provider, name);
        outcome
    }
}
