//! Text messages and the gateways that carry them.

mod kannel;
pub mod segments;

pub use kannel::KannelSender;

use crate::{Accepted, SendFailure};
use async_trait::async_trait;
use perfil_models::PhoneNumber;
use std::fmt;

/// A text message in words. `Debug` shows neither text nor number.
#[derive(Clone, PartialEq, Eq)]
pub struct SmsMessage {
    /// The outbox row's id, the same in every try.
    pub id: String,
    /// Whom it is for.
    pub to: PhoneNumber,
    /// What it says.
    pub text: String,
    /// Where the gateway reports on it, with id and proof; the sender appends what its gateway fills in.
    pub receipt_url: String,
}

impl fmt::Debug for SmsMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmsMessage").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Carries text messages.
#[async_trait]
pub trait SmsSender: Send + Sync + 'static {
    /// Hands a message over; ends within ten seconds. [`SendFailure::Unknown`] when it may have been taken.
    async fn send(&self, sms: &SmsMessage) -> Result<Accepted, SendFailure>;
}
