//! SMPP 3.4: a connection that stands, over which texts go out and receipts come in.
//!
//! `pdu` reads and writes the protocol's units, `link` keeps the connection, `session` is what a sender holds of it,
//! `parts` cuts texts, `receipt` reads receipts. What the bytes mean, the crate `rusmpp` knows.

mod account;
mod link;
mod parts;
mod pdu;
mod receipt;
mod session;

use super::{SmsMessage, SmsSender};
use crate::config::ConfigError;
use crate::receipts::Receipts;
use crate::{Accepted, SendFailure, Stop};
use account::Account;
use async_trait::async_trait;
use rusmpp::pdus::SubmitSm;
use session::Session;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout_at};

/// How long things may take. The defaults suit a network; a test has less patience.
#[derive(Clone, Copy, Debug)]
pub struct SmppTimes {
    /// Handing a message over, waiting for the connection included.
    pub send: Duration,
    /// Waiting for a connection that does not stand yet.
    pub connection: Duration,
    /// Connecting and binding, and each answer to `enquire_link`.
    pub answer: Duration,
    /// Between two `enquire_link`.
    pub enquire: Duration,
    /// Before the connection is tried again; doubled each time, up to a minute.
    pub pause: Duration,
}

impl Default for SmppTimes {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { send: seconds(9), connection: seconds(3), answer: seconds(5), enquire: seconds(30), pause: seconds(1) }
    }
}

/// The pause before a part is offered again that the SMSC was too busy for, when an earlier one is out already.
const PART_PAUSE: Duration = Duration::from_millis(500);

/// Sends through an SMSC.
pub struct SmppSender {
    account: Account,
    times: SmppTimes,
    current: watch::Sender<Option<Session>>,
}

impl SmppSender {
    /// From `smpp://SYSTEM_ID:PASSWORD@HOST:2775?from=SENDER`, with `ton` and `npi` of the sender, `tls=true` or `false`
    /// (only an SMSC on this machine is spoken to in clear unless it says so), `window` (submits without answer, 10),
    /// `long` (`udh`, `sar` or `payload`) and `system_type`.
    pub fn from_url(url: &str) -> Result<Self, ConfigError> {
        Self::with_times(url, SmppTimes::default())
    }

    /// [`SmppSender::from_url`] with other limits.
    pub fn with_times(url: &str, times: SmppTimes) -> Result<Self, ConfigError> {
        Ok(Self { account: Account::from_url(url)?, times, current: watch::Sender::new(None) })
    }

    async fn session(&self) -> Result<Session, SendFailure> {
        let mut current = self.current.subscribe();
        let bound = timeout_at(Instant::now() + self.times.connection, current.wait_for(Option::is_some)).await;
        let session = bound.ok().and_then(|bound| bound.ok()?.clone());
        session.ok_or_else(|| SendFailure::later("no connection to the SMSC"))
    }
}

#[async_trait]
impl SmsSender for SmppSender {
    async fn send(&self, sms: &SmsMessage) -> Result<Accepted, SendFailure> {
        let deadline = Instant::now() + self.times.send;
        let parts = parts::of(sms, &self.account).map_err(|why| SendFailure::dead(why.to_string()))?;
        let session = self.session().await?;
        let mut provider_id = None;
        for (index, part) in parts.iter().enumerate() {
            provider_id = match submit(&session, part, index, deadline).await {
                Ok(name) => name,
                Err(failure) if index == 0 => return Err(failure),
                // What is out cannot be taken back, and sending it twice is worse than half.
                Err(failure) => return Err(half_sent(index, parts.len(), &failure)),
            };
        }
        Ok(Accepted { provider_id })
    }

    async fn attend(&self, receipts: Receipts, stop: Stop) {
        link::keep(&self.account, self.times, &self.current, receipts, stop).await;
    }
}

/// Offers one part; a later one again and again while the SMSC is too busy.
async fn submit(
    session: &Session,
    part: &SubmitSm,
    index: usize,
    deadline: Instant,
) -> Result<Option<String>, SendFailure> {
    loop {
        match session.submit(part.clone(), deadline).await {
            Err(SendFailure::Later { .. }) if index > 0 && Instant::now() + PART_PAUSE < deadline => {
                sleep(PART_PAUSE).await;
            }
            submitted => return submitted,
        }
    }
}

fn half_sent(index: usize, parts: usize, failure: &SendFailure) -> SendFailure {
    let (SendFailure::Later { reason, .. } | SendFailure::Dead { reason } | SendFailure::Unknown { reason }) = failure;
    SendFailure::unknown(format!("part {} of {parts} was not taken: {reason}", index + 1))
}
