//! The loop that empties the outbox.

use crate::delivery::{Claimed, Lease, deliver};
use crate::receipts::Receipts;
use crate::stop::stopped;
use crate::{MailSender, Metrics, SmsSender, Stop, WorkerConfig};
use perfil_accounts::clock::Clock;
use perfil_accounts::keys::Keys;
use perfil_accounts::random::{Random, new_id};
use perfil_i18n::Locales;
use perfil_store::{Store, StoreError, outbox};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::{JoinError, JoinSet};

/// How long what is in flight may go on after the worker was told to stop.
const DRAIN: Duration = Duration::from_secs(9);

/// How long cut-off messages may take to be marked; with [`DRAIN`] ten seconds.
const LAST_MARKS: Duration = Duration::from_secs(1);

/// What a worker works with.
pub struct Parts {
    /// The database.
    pub store: Store,
    /// Opens sealed arguments and proves receipts.
    pub keys: Keys,
    /// The words.
    pub locales: Locales,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Leases and jitter.
    pub random: Arc<dyn Random>,
    /// Carries mail.
    pub mail: Arc<dyn MailSender>,
    /// Carries text messages.
    pub sms: Arc<dyn SmsSender>,
    /// Counts what it does.
    pub metrics: Metrics,
    /// How to work.
    pub config: WorkerConfig,
}

/// The channels. A gateway that is slow must not hold up the mail, so each has slots of its own.
const CHANNELS: [&str; 2] = ["email", "sms"];

/// Sends what waits in the outbox. Any number of workers, in any number of processes, may share a database.
pub struct Worker {
    parts: Arc<Parts>,
    wake: Waker,
}

/// Wakes a worker, so that it looks at once. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Waker([Arc<Notify>; CHANNELS.len()]);

impl Waker {
    /// Call it after the commit of a transaction that wrote a message.
    pub fn wake(&self) {
        self.0.iter().for_each(|channel| channel.notify_one());
    }
}

impl Worker {
    /// A worker that does not run yet.
    pub fn new(parts: Parts) -> Self {
        Self { parts: Arc::new(parts), wake: Waker::default() }
    }

    /// A handle that wakes this worker.
    pub fn waker(&self) -> Waker {
        self.wake.clone()
    }

    /// Works until `stop`; then claims nothing more, and returns when what was in flight has ended, after ten seconds at
    /// most. Survives every failure of the database and of the senders.
    pub async fn run(self, stop: Stop) {
        let (over, end) = watch::channel(false);
        let (sms_sender, receipts) = (self.parts.sms.clone(), Receipts::of(&self.parts));
        let mut beside = JoinSet::new();
        beside.spawn(async move { sms_sender.attend(receipts, end).await });
        let [email, sms] = [0, 1].map(|index| {
            let wake = self.wake.0[index].clone();
            Lane { channel: CHANNELS[index], parts: self.parts.clone(), wake }.run(stop.clone())
        });
        tokio::join!(email, sms);
        // Only now: what was in flight needed the gateway's connection.
        over.send_replace(true);
        while let Some(ended) = beside.join_next().await {
            note(ended);
        }
    }
}

/// One channel's messages.
struct Lane {
    channel: &'static str,
    parts: Arc<Parts>,
    wake: Arc<Notify>,
}

impl Lane {
    async fn run(self, mut stop: Stop) {
        let (cut, cut_off) = watch::channel(false);
        let mut deliveries = JoinSet::new();
        while !*stop.borrow() {
            self.fill(&mut deliveries, &cut_off).await;
            tokio::select! {
                () = stopped(&mut stop) => break,
                Some(ended) = deliveries.join_next() => note(ended),
                () = self.wake.notified() => {}
                () = tokio::time::sleep(self.parts.config.poll) => {}
            }
        }
        drain(deliveries, &cut).await;
    }

    /// Claims as much as can be sent at once: what would have to wait here could be sent by another worker.
    async fn fill(&self, deliveries: &mut JoinSet<()>, cut_off: &Stop) {
        while let Some(ended) = deliveries.try_join_next() {
            note(ended);
        }
        loop {
            let config = &self.parts.config;
            let limit = config.concurrency.saturating_sub(deliveries.len()).min(config.batch);
            if limit == 0 {
                return;
            }
            let claimed = match self.claim(limit).await {
                Ok(claimed) => claimed,
                Err(error) => {
                    tracing::warn!(%error, "the outbox cannot be read");
                    return;
                }
            };
            let perhaps_more = claimed.len() == limit;
            for claimed in claimed {
                deliveries.spawn(deliver(self.parts.clone(), claimed, cut_off.clone()));
            }
            if !perhaps_more {
                return;
            }
        }
    }

    async fn claim(&self, limit: usize) -> Result<Vec<Claimed>, StoreError> {
        let Parts { store, clock, random, config, metrics, .. } = &*self.parts;
        let now = clock.now();
        let due = outbox::next_due(&mut *store.read().await?, self.channel).await?;
        if due.is_none_or(|due| due > now) {
            return Ok(Vec::new());
        }
        let lease = Lease { id: new_id(&**random, now), until: now + config.lease };
        let mut db = store.write().await?;
        let expired = outbox::expire(&mut db, now).await?;
        let rows = outbox::claim(&mut db, self.channel, &lease.id, limit as i64, now, lease.until).await?;
        db.commit().await?;
        metrics.expired(expired);
        Ok(rows.into_iter().map(|row| Claimed { row, lease: lease.clone() }).collect())
    }
}

async fn drain(mut deliveries: JoinSet<()>, cut: &watch::Sender<bool>) {
    let all_ended = async {
        while let Some(ended) = deliveries.join_next().await {
            note(ended);
        }
    };
    tokio::pin!(all_ended);
    if tokio::time::timeout(DRAIN, &mut all_ended).await.is_ok() {
        return;
    }
    cut.send_replace(true);
    if tokio::time::timeout(LAST_MARKS, all_ended).await.is_err() {
        tracing::error!("messages are left in flight; they are taken up again when their leases run out");
    }
}

fn note(ended: Result<(), JoinError>) {
    if let Err(error) = ended {
        tracing::error!(%error, "a task broke down; a message that it had is taken up again when its lease runs out");
    }
}
