//! What runs beside the server: the worker, the clean-up and the erasure of accounts.

use super::config::{Config, PublicUrl};
use super::delivery::Senders;
use super::metrics::MetricsServer;
use super::open;
use anyhow::Result;
use perfil_accounts::Accounts;
use perfil_accounts::clock::SystemClock;
use perfil_accounts::random::SystemRandom;
use perfil_i18n::Locales;
use perfil_store::Store;
use perfil_worker::{Cleanup, Erasure, Metrics, Parts, Worker, WorkerConfig};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// The worker gives itself ten seconds; this is for when it does not keep to them.
const STOPPING: Duration = Duration::from_secs(11);

/// Tasks that run until they are told to stop.
#[derive(Default)]
pub struct Background {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Background {
    /// Nothing runs.
    pub fn none() -> Self {
        Self::default()
    }

    /// Starts the worker and the clean-up.
    pub fn work(&mut self, worker: Worker, store: Store, metrics: Metrics) {
        let cleanup = Cleanup::new(store, Arc::new(SystemClock), metrics);
        self.tasks.spawn(worker.run(self.stop.subscribe()));
        self.tasks.spawn(cleanup.run(self.stop.subscribe()));
    }

    /// Starts to end accounts whose days of grace are over.
    pub fn erase(&mut self, accounts: Accounts) {
        self.tasks.spawn(Erasure::new(accounts).run(self.stop.subscribe()));
    }

    /// Starts to tell metrics.
    pub fn tell(&mut self, server: MetricsServer) {
        self.tasks.spawn(server.run(self.stop.subscribe()));
    }

    /// Returns when one of them has ended by itself, which none should.
    pub async fn broken(&mut self) {
        if self.tasks.join_next().await.is_none() {
            std::future::pending().await
        }
    }

    /// Tells them to stop and waits for them.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        let ended = async { while self.tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(STOPPING, ended).await.is_err() {
            tracing::error!("the worker did not stop in time");
        }
    }
}

/// A worker that does not run yet.
pub fn worker(
    config: &Config,
    store: Store,
    locales: Locales,
    senders: Senders,
    public_url: &PublicUrl,
    metrics: Metrics,
) -> Result<Worker> {
    Ok(Worker::new(Parts {
        store,
        keys: open::keys(config),
        locales,
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandom),
        mail: senders.mail,
        sms: senders.sms,
        metrics,
        config: WorkerConfig::new(public_url.as_str())?,
    }))
}
