//! Ends what is past its time and deletes what is past its use.

use crate::Stop;
use crate::stop::stopped;
use perfil_accounts::clock::{Clock, DAY, HOUR, MINUTE};
use perfil_store::personal::HISTORY_DAYS;
use perfil_store::{Store, StoreError, contact_changes, devices, events, outbox, sessions, throttle};
use std::sync::Arc;
use std::time::Duration;

/// A browser that was not used this long, in milliseconds, is no longer known.
const DEVICE_LIFE: i64 = 180 * DAY;

/// How long buckets are kept empty, in milliseconds.
const BUCKET_LIFE: i64 = DAY;

/// Cleans up in the background. Any number of them may share a database.
pub struct Cleanup {
    store: Store,
    clock: Arc<dyn Clock>,
}

impl Cleanup {
    /// One that does not run yet.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock }
    }

    /// Cleans up at once and from then on each minute and each hour, until `stop`. Survives failures of the database.
    pub async fn run(self, mut stop: Stop) {
        let mut next_deletion = i64::MIN;
        while !*stop.borrow() {
            self.end_overdue().await;
            let now = self.clock.now();
            if now >= next_deletion {
                self.delete_old().await;
                next_deletion = now + HOUR;
            }
            tokio::select! {
                () = stopped(&mut stop) => return,
                () = tokio::time::sleep(Duration::from_millis(MINUTE as u64)) => {}
            }
        }
    }

    /// Marks pending changes and waiting messages that are past their time as expired, and erases their secrets.
    pub async fn end_overdue(&self) {
        let now = self.clock.now();
        note("expired changes", self.expire_changes(now).await);
        note("expired messages", self.expire_messages(now).await);
    }

    /// Deletes what is older than it may get, each table in a short transaction of its own.
    pub async fn delete_old(&self) {
        let now = self.clock.now();
        let history = now - i64::from(HISTORY_DAYS) * DAY;
        note("ended sessions", self.delete_sessions(now).await);
        note("old changes", self.delete_changes(history).await);
        note("old messages", self.delete_messages(history).await);
        note("old events", self.delete_events(history).await);
        note("unused devices", self.delete_devices(now - DEVICE_LIFE).await);
        note("old failures", self.delete_failures(history).await);
        note("empty buckets", self.delete_buckets(now - BUCKET_LIFE).await);
    }

    async fn expire_changes(&self, now: i64) -> Result<u64, StoreError> {
        let mut db = self.store.write().await?;
        let ended = contact_changes::expire(&mut db, now).await?;
        db.commit().await?;
        Ok(ended)
    }

    async fn expire_messages(&self, now: i64) -> Result<u64, StoreError> {
        let mut db = self.store.write().await?;
        let ended = outbox::expire(&mut db, now).await?;
        db.commit().await?;
        Ok(ended)
    }

    async fn delete_sessions(&self, now: i64) -> Result<u64, StoreError> {
        let mut db = self.store.write().await?;
        let deleted = sessions::delete_expired(&mut db, now).await?;
        db.commit().await?;
        Ok(deleted)
    }

    async fn delete_changes(&self, before: i64) -> Result<u64, StoreError> {
        let mut db = self.store.write().await?;
        let deleted = contact_changes::delete_old(&mut db, before).await?;
        db.commit().await?;
        Ok(deleted)
    }

    async fn delete_messages(&self, before: i64) -> Result<u64, StoreError> {
        let mut db = self.store.write().await?;
        let deleted = outbox::delete_old(&mut db, before).await?;
        db.commit().await?;
        Ok(deleted)
    }

    async fn delete_events(&self, before: i64) -> Result<u64, StoreError> {
        let mut db = self.store.write().await?;
        let deleted = events::delete_old(&mut db, before).await?;
        db.commit().await?;
        Ok(deleted)
    }

    async fn delete_devices(&self, before: i64) -> Result<u64, StoreError> {
        let mut db = self.store.write().await?;
        let deleted = devices::delete_unused(&mut db, before).await?;
        db.commit().await?;
        Ok(deleted)
    }

    async fn delete_failures(&self, before: i64) -> Result<u64, StoreError> {
        let mut db = self.store.write().await?;
        let deleted = throttle::delete_failures(&mut db, before).await?;
        db.commit().await?;
        Ok(deleted)
    }

    async fn delete_buckets(&self, before: i64) -> Result<u64, StoreError> {
        let mut db = self.store.write().await?;
        let deleted = throttle::delete_buckets(&mut db, before).await?;
        db.commit().await?;
        Ok(deleted)
    }
}

fn note(what: &str, done: Result<u64, StoreError>) {
    match done {
        Ok(0) => {}
        Ok(rows) => tracing::info!(what, rows, "cleaned up"),
        Err(error) => tracing::warn!(what, %error, "not cleaned up; the next time will do it"),
    }
}
