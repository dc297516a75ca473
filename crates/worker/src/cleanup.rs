//! Ends what is past its time and deletes what is past its use.

use crate::stop::stopped;
use crate::{Metrics, Stop};
use perfil_accounts::clock::{Clock, DAY, HOUR, MINUTE};
use perfil_store::personal::HISTORY_DAYS;
use perfil_store::{
    AnyConnection, Store, StoreError, balances, ceremonies, contact_changes, contact_imports, devices, events, factors,
    invitations, outbox, platform_events, resets, role_requests, sessions, throttle,
};
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
    metrics: Metrics,
}

impl Cleanup {
    /// One that does not run yet.
    pub fn new(store: Store, clock: Arc<dyn Clock>, metrics: Metrics) -> Self {
        Self { store, clock, metrics }
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
        self.sweep("expired changes", async |db| contact_changes::expire(db, now).await).await;
        let expired = self.sweep("expired messages", async |db| outbox::expire(db, now).await).await;
        self.metrics.expired(expired);
    }

    /// Deletes what is older than it may get, each table in a short transaction of its own.
    pub async fn delete_old(&self) {
        let now = self.clock.now();
        let history = now - i64::from(HISTORY_DAYS) * DAY;
        self.sweep("ended sessions", async |db| sessions::delete_expired(db, now).await).await;
        self.sweep("apps without a first code", async |db| factors::delete_expired(db, now).await).await;
        self.sweep("ended ceremonies", async |db| ceremonies::delete_expired(db, now).await).await;
        self.sweep("old changes", async |db| contact_changes::delete_old(db, history).await).await;
        self.sweep("old reset links", async |db| resets::delete_old(db, history).await).await;
        self.sweep("old invitations", async |db| invitations::delete_old(db, history).await).await;
        self.sweep("old requests for roles", async |db| role_requests::delete_old(db, history).await).await;
        self.sweep("old messages", async |db| outbox::delete_old(db, history).await).await;
        self.sweep("old events", async |db| events::delete_old(db, history).await).await;
        self.sweep("old events of the platform", async |db| platform_events::delete_old(db, history).await).await;
        self.sweep("old balances", async |db| balances::delete_old_points(db, history).await).await;
        self.sweep("old imports of contacts", async |db| contact_imports::delete_old(db, history).await).await;
        self.sweep("unused devices", async |db| devices::delete_unused(db, now - DEVICE_LIFE).await).await;
        self.sweep("old failures", async |db| throttle::delete_failures(db, history).await).await;
        self.sweep("empty buckets", async |db| throttle::delete_buckets(db, now - BUCKET_LIFE).await).await;
    }

    /// One statement in a transaction of its own, which may fail without holding up the others; how many rows it met.
    async fn sweep(
        &self,
        what: &str,
        statement: impl AsyncFnOnce(&mut AnyConnection) -> Result<u64, StoreError>,
    ) -> u64 {
        let done = self.commit(statement).await;
        match &done {
            Ok(0) => {}
            Ok(rows) => tracing::info!(what, rows, "cleaned up"),
            Err(error) => tracing::warn!(what, %error, "not cleaned up; the next time will do it"),
        }
        done.unwrap_or_default()
    }

    async fn commit(
        &self,
        statement: impl AsyncFnOnce(&mut AnyConnection) -> Result<u64, StoreError>,
    ) -> Result<u64, StoreError> {
        let mut db = self.store.write().await?;
        let rows = statement(&mut db).await?;
        db.commit().await?;
        Ok(rows)
    }
}
