//! Text messages and the gateways that carry them.

mod alphabet;
mod exchange;
mod http;
mod kannel;
pub mod segments;
mod smpp;
pub(crate) mod twilio;

pub use http::{HTTP_SCHEME, HttpSender, HttpSettings};
pub use kannel::KannelSender;
pub use smpp::{SmppSender, SmppTimes};
pub use twilio::TwilioSender;

use crate::receipts::{ReceiptUrl, Receipts};
use crate::{Accepted, SendFailure, Stop};
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
    /// Where the gateway reports on it; the sender knows below which path, and appends what its gateway fills in.
    pub receipt_url: ReceiptUrl,
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

    /// What goes on beside sending, until `stop`: a connection that stands, and the receipts that come over it. A gateway
    /// that is asked anew for each message has nothing of the kind.
    async fn attend(&self, _receipts: Receipts, _stop: Stop) {}
}
