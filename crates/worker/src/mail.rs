//! Mails and the servers that carry them.

mod mime;
mod server;
mod smtp;

pub use smtp::SmtpSender;

use crate::{Accepted, SendFailure};
use async_trait::async_trait;
use perfil_models::EmailAddress;
use std::fmt;

/// A mail in words. `Debug` shows neither text nor address.
#[derive(Clone, PartialEq, Eq)]
pub struct MailMessage {
    /// The outbox row's id, the same in every try.
    pub id: String,
    /// `<id@host>` (RFC 5322 §3.6.4): a second copy of a mail can be known by it.
    pub message_id: String,
    /// Whom it is for.
    pub to: EmailAddress,
    /// One line.
    pub subject: String,
    /// The mail as text.
    pub text: String,
    /// The mail as HTML.
    pub html: String,
    /// Where mails of the kind are ended by one click (RFC 8058); `None`: they are about security, or were asked for.
    pub unsubscribe: Option<String>,
    /// Its date, in milliseconds since 1970 UTC.
    pub at: i64,
}

impl fmt::Debug for MailMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailMessage").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Carries mail.
#[async_trait]
pub trait MailSender: Send + Sync + 'static {
    /// Hands a mail over; ends within 25 seconds. [`SendFailure::Unknown`] when it may have been taken.
    async fn send(&self, mail: &MailMessage) -> Result<Accepted, SendFailure>;
}
