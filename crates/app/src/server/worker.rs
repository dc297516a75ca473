//! `perfil worker`.

use super::background::{self, Background};
use super::config::Config;
use super::delivery::Senders;
use super::metrics::MetricsServer;
use super::serve::close;
use super::signals::Signals;
use super::{open, say};
use anyhow::{Result, bail};
use perfil_accounts::hasher::Hasher;
use perfil_i18n::Locales;
use perfil_worker::Metrics;

/// Sends until a signal comes.
pub async fn run(config: Config) -> Result<()> {
    let mut signals = Signals::catch()?;
    let senders = Senders::of(&config, None)?;
    let store = open::existing(&config).await?;
    let public_url = config.public_url_at(config.listen);
    let metrics = Metrics::default();
    let told = MetricsServer::bind(&config, metrics.clone(), store.clone()).await?;
    let worker = background::worker(&config, store.clone(), Locales::load()?, senders, &public_url, metrics.clone())?;
    let mut background = Background::none();
    let waker = worker.waker();
    let hasher = Hasher::start(config.hash_cost, 1);
    background.erase(open::accounts(&config, store.clone(), hasher, &public_url, Box::new(move || waker.wake())));
    background.work(worker, store.clone(), metrics);
    if let Some(told) = told {
        background.tell(told);
    }
    say("Perfil's worker is running");
    let broken = tokio::select! {
        () = signals.first() => false,
        () = background.broken() => true,
    };
    signals.end_at_the_next();
    background.stop().await;
    close(&store).await;
    if broken { bail!("the worker broke down; see the log") } else { Ok(()) }
}
