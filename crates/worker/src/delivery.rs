//! One claimed message: into words, on its way, marked.

use crate::backoff::{Failed, next_attempt};
use crate::permission::{self, NO_PERMISSION};
use crate::render::{self, Message};
use crate::sms::segments::Segments;
use crate::stop::stopped;
use crate::{Accepted, Parts, SendFailure, Stop, fallback, mask, quiet};
use perfil_store::StoreError;
use perfil_store::outbox::{self, MessageRow, Sent};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// The pause before marking again when the database did not take the mark.
const MARK_PAUSE: Duration = Duration::from_secs(1);

/// How often marking is tried, as long as the lease lasts.
const MARK_TRIES: u32 = 10;

/// For how long a message is ours.
#[derive(Clone, Debug)]
pub(crate) struct Lease {
    /// Its id.
    pub id: String,
    /// Its end, in milliseconds.
    pub until: i64,
}

/// A message that is ours.
#[derive(Clone, Debug)]
pub(crate) struct Claimed {
    pub row: MessageRow,
    pub lease: Lease,
}

/// How it went.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    Accepted(Option<String>),
    Later(i64, String),
    Dead(String),
    Unknown(String),
    Suppressed(&'static str),
    /// Its reader's quiet hours last until then.
    Quiet(i64),
}

impl Outcome {
    /// Where it leaves the message.
    fn state(&self) -> &'static str {
        match self {
            Self::Accepted(_) => "accepted",
            Self::Later(..) | Self::Quiet(_) => "pending",
            Self::Dead(_) => "dead",
            Self::Unknown(_) => "unknown",
            Self::Suppressed(_) => "suppressed",
        }
    }
}

/// Sends a message and marks how it went. `cut_off` turning true ends the sending, not the marking.
pub(crate) async fn deliver(parts: Arc<Parts>, claimed: Claimed, cut_off: Stop) {
    let Claimed { row, lease } = claimed;
    parts.metrics.came_to(&row.channel, "sending");
    let outcome = match hindrance(&parts, &row).await {
        Ok(None) => attempt(&parts, &row, cut_off).await,
        Ok(Some(outcome)) => outcome,
        Err(error) => {
            tracing::warn!(id = row.id, %error, "the database does not tell who may read a message");
            judge(Err(SendFailure::later("the database did not tell who may read it")), &row, &parts)
        }
    };
    tell(&row, &outcome);
    parts.metrics.came_to(&row.channel, outcome.state());
    mark(&parts, &row, &lease, &outcome).await;
}

/// What keeps the message from being sent now.
async fn hindrance(parts: &Parts, row: &MessageRow) -> Result<Option<Outcome>, StoreError> {
    if permission::is_lost(&parts.store, row).await? {
        return Ok(Some(Outcome::Suppressed(NO_PERMISSION)));
    }
    Ok(quiet::lasts_until(parts, row).await?.map(Outcome::Quiet))
}

async fn attempt(parts: &Parts, row: &MessageRow, cut_off: Stop) -> Outcome {
    match render::message(row, parts) {
        Ok(message) => {
            let began = Instant::now();
            let sent = send_in_time(parts, &message, cut_off).await;
            parts.metrics.sent(&row.channel, began.elapsed());
            judge(sent, row, parts)
        }
        Err(why) => Outcome::Dead(why.to_string()),
    }
}

async fn send_in_time(parts: &Parts, message: &Message, mut cut_off: Stop) -> Result<Accepted, SendFailure> {
    let most = Duration::from_millis(u64::try_from(parts.config.lease).unwrap_or_default() / 8 * 7);
    tokio::select! {
        sent = send(parts, message) => sent,
        () = tokio::time::sleep(most) => Err(cut(message, "no answer before the lease ran out")),
        () = stopped(&mut cut_off) => Err(cut(message, "stopped while sending")),
    }
}

async fn send(parts: &Parts, message: &Message) -> Result<Accepted, SendFailure> {
    match message {
        Message::Mail(mail) => parts.mail.send(mail).await,
        Message::Sms(sms) => {
            let Segments { coding, count, .. } = Segments::of(&sms.text);
            tracing::debug!(id = sms.id, ?coding, segments = count, "handing a text message over");
            parts.sms.send(sms).await
        }
    }
}

/// A sender that was cut off cannot tell how far it had come. A mail keeps its Message-ID, so a second one is known as
/// such; a second text message would not be.
fn cut(message: &Message, reason: &str) -> SendFailure {
    match message {
        Message::Mail(_) => SendFailure::later(reason),
        Message::Sms(_) => SendFailure::unknown(reason),
    }
}

fn judge(sent: Result<Accepted, SendFailure>, row: &MessageRow, parts: &Parts) -> Outcome {
    match sent {
        Ok(accepted) => Outcome::Accepted(accepted.provider_id),
        Err(SendFailure::Dead { reason }) => Outcome::Dead(reason),
        Err(SendFailure::Unknown { reason }) => Outcome::Unknown(reason),
        Err(SendFailure::Later { reason, retry_after }) => {
            let (attempts, now) = (row.attempts, parts.clock.now());
            let failed = Failed { attempts, now, expires_at: row.expires_at, retry_after };
            match next_attempt(failed, &*parts.random) {
                Some(at) => Outcome::Later(at, reason),
                None => Outcome::Dead(format!("given up after {attempts} tries; the last one: {reason}")),
            }
        }
    }
}

fn tell(row: &MessageRow, outcome: &Outcome) {
    let MessageRow { id, channel, template, attempts, .. } = row;
    let to = mask::recipient(&row.recipient);
    match outcome {
        Outcome::Accepted(_) => tracing::info!(id, channel, template, to, attempts, "a message was accepted"),
        Outcome::Later(at, why) => {
            tracing::warn!(id, channel, template, to, attempts, next = at, why, "a message must wait");
        }
        Outcome::Dead(why) => tracing::error!(id, channel, template, to, attempts, why, "a message was given up"),
        Outcome::Unknown(why) => {
            tracing::warn!(id, channel, template, to, attempts, why, "nobody knows whether a message was sent");
        }
        Outcome::Suppressed(why) => tracing::info!(id, channel, template, to, why, "a message must not be sent"),
        Outcome::Quiet(until) => {
            tracing::info!(id, channel, template, to, until, "a message waits for quiet hours to end")
        }
    }
}

async fn mark(parts: &Parts, row: &MessageRow, lease: &Lease, outcome: &Outcome) {
    for _ in 0..MARK_TRIES {
        match try_mark(parts, row, lease, outcome).await {
            Ok(true) => return,
            Ok(false) => {
                tracing::info!(
                    id = row.id,
                    "a message was not marked: it is superseded, its receipt was faster, or another worker has it"
                );
                return;
            }
            Err(error) if parts.clock.now() >= lease.until => {
                tracing::error!(id = row.id, %error, "a message was not marked and its lease is over");
                return;
            }
            Err(error) => tracing::warn!(id = row.id, %error, "a message is not marked yet"),
        }
        tokio::time::sleep(MARK_PAUSE).await;
    }
    tracing::error!(id = row.id, "a message was not marked; it is taken up again when its lease runs out");
}

async fn try_mark(parts: &Parts, row: &MessageRow, lease: &Lease, outcome: &Outcome) -> Result<bool, StoreError> {
    let sent = match outcome {
        Outcome::Accepted(provider_id) => Sent::Accepted(provider_id.as_deref()),
        Outcome::Later(at, why) => Sent::Later(*at, why),
        Outcome::Dead(why) => Sent::Dead(why),
        Outcome::Unknown(why) => Sent::Unknown(why),
        Outcome::Suppressed(why) => Sent::Suppressed(why),
        Outcome::Quiet(_) => return quiet::put_off(parts, row, lease).await,
    };
    let now = parts.clock.now();
    let mut db = parts.store.write().await?;
    let marked = outbox::mark(&mut db, &row.id, &lease.id, &sent, now).await?;
    if marked && matches!(outcome, Outcome::Dead(_)) {
        fallback::tell_by_mail(&mut db, &row.id, now).await?;
    }
    db.commit().await?;
    Ok(marked)
}
