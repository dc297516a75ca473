//! The demo's outbox: nothing is sent, everything is shown on a page.

use crate::{Accepted, MailMessage, MailSender, SendFailure, SmsMessage, SmsSender};
use async_trait::async_trait;
use perfil_accounts::clock::Clock;
use perfil_models::view::DemoMessage;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// How many messages are kept.
const KEPT: usize = 100;

/// Keeps messages in memory instead of sending them. A clone shows the same ones.
#[derive(Clone)]
pub struct DemoOutbox {
    messages: Arc<Mutex<VecDeque<DemoMessage>>>,
    clock: Arc<dyn Clock>,
}

impl DemoOutbox {
    /// An empty one.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { messages: Arc::default(), clock }
    }

    /// The last hundred messages, the newest first.
    pub fn messages(&self) -> Vec<DemoMessage> {
        self.messages.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    fn keep(&self, channel: &str, recipient: &str, subject: Option<String>, text: &str) -> Accepted {
        let at = perfil_i18n::moment(self.clock.now(), None);
        let (channel, recipient, text) = (channel.to_owned(), recipient.to_owned(), text.to_owned());
        let mut messages = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
        messages.push_front(DemoMessage { channel, recipient, subject, text, at });
        messages.truncate(KEPT);
        Accepted::default()
    }
}

#[async_trait]
impl MailSender for DemoOutbox {
    async fn send(&self, mail: &MailMessage) -> Result<Accepted, SendFailure> {
        Ok(self.keep("email", mail.to.as_str(), Some(mail.subject.clone()), &mail.text))
    }
}

#[async_trait]
impl SmsSender for DemoOutbox {
    async fn send(&self, sms: &SmsMessage) -> Result<Accepted, SendFailure> {
        Ok(self.keep("sms", sms.to.as_str(), None, &sms.text))
    }
}
