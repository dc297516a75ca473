//! `perfil serve`.

use super::background::{self, Background};
use super::config::{Config, PublicUrl, WorkerPlace};
use super::delivery::{self, Senders};
use super::metrics::{self, MetricsServer};
use super::signals::Signals;
use super::{open, receipts, say};
use anyhow::{Context, Result, bail};
use axum::Router;
use perfil_accounts::Accounts;
use perfil_accounts::clock::SystemClock;
use perfil_accounts::hasher::Hasher;
use perfil_accounts::phone_plan;
use perfil_i18n::Locales;
use perfil_store::Store;
use perfil_web::{Site, Web};
use perfil_worker::receipts::Receipts;
use perfil_worker::{DemoOutbox, Metrics};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::spawn_blocking;

/// How long the database may take to fold its files.
const CLOSING: Duration = Duration::from_secs(1);

/// A server that is about to accept connections.
pub struct Ready {
    /// The use cases.
    pub accounts: Accounts,
    /// Where people reach it.
    pub public_url: PublicUrl,
    signals: Signals,
    listener: TcpListener,
    bound: SocketAddr,
    store: Store,
    router: Router,
    background: Background,
    stop: watch::Sender<()>,
    stopped: watch::Receiver<()>,
}

/// Serves until a signal comes.
pub async fn serve(config: Config) -> Result<()> {
    prepare(&config, None).await?.run().await
}

/// Opens everything. With `outbox`, that takes the place of senders that are not configured.
pub async fn prepare(config: &Config, outbox: Option<DemoOutbox>) -> Result<Ready> {
    let signals = Signals::catch()?;
    let listener = listen(config.listen).await?;
    let bound = listener.local_addr()?;
    let public_url = config.public_url_at(bound);
    let Loaded { store, hasher, locales, site, senders } = load(config, outbox.as_ref()).await?;
    let mut wake: Box<dyn Fn() + Send + Sync> = Box::new(|| ());
    let mut background = Background::none();
    let metrics = Metrics::default();
    if let Some(told) = MetricsServer::bind(config, metrics.clone(), store.clone()).await? {
        background.tell(told);
    }
    let works_here = senders.is_some();
    if let Some(senders) = senders {
        let worker = background::worker(config, store.clone(), locales.clone(), senders, &public_url, metrics.clone())?;
        let waker = worker.waker();
        wake = Box::new(move || waker.wake());
        background.work(worker, store.clone(), metrics.clone());
    }
    let accounts = open::accounts(config, store.clone(), hasher, &public_url, wake);
    if works_here {
        background.erase(accounts.clone());
    }
    let (stop, stopped) = watch::channel(());
    let web = Web {
        accounts: accounts.clone(),
        locales,
        site,
        public_url: public_url.to_string(),
        trusted_proxies: config.trusted_proxies.clone(),
        demo_outbox: outbox.map(|outbox| Arc::new(move || outbox.messages()) as _),
        title_id: perfil_ui::title_id,
        stopped: stopped.clone(),
    };
    let machines = receipts::router(receipts(config, store.clone(), &public_url, metrics.clone())?);
    let router = metrics::counted(web.router(perfil_ui::server::router(), machines), metrics);
    Ok(Ready { accounts, public_url, signals, listener, bound, store, router, background, stop, stopped })
}

async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}; choose another with: listen"))
}

/// What takes the receipts of gateways that report over HTTP.
fn receipts(config: &Config, store: Store, public_url: &PublicUrl, metrics: Metrics) -> Result<Receipts> {
    let twilio = delivery::twilio(config, public_url).map_err(|problem| open::unusable([&problem]))?;
    let (keys, clock) = (open::keys(config), Arc::new(SystemClock));
    Ok(Receipts { store, keys, clock, metrics, twilio: twilio.map(Arc::new) })
}

/// What takes time to open.
struct Loaded {
    store: Store,
    hasher: Hasher,
    locales: Locales,
    site: Site,
    senders: Option<Senders>,
}

/// Opens all at the same time: hashing a decoy and reading the system's certificates take the longest. Nothing is written
/// to a database before the rest is known to work.
async fn load(config: &Config, outbox: Option<&DemoOutbox>) -> Result<Loaded> {
    // Not waited for: no page needs it before somebody signs in.
    drop(spawn_blocking(phone_plan::load));
    let (cost, threads) = (config.hash_cost, config.hash_threads as usize);
    let hasher = spawn_blocking(move || Hasher::start(cost, threads));
    let (settings, outbox) = (config.clone(), outbox.cloned());
    let senders = spawn_blocking(move || senders(&settings, outbox.as_ref()));
    let locales = spawn_blocking(Locales::load);
    let folder = config.site_dir.clone();
    let site = spawn_blocking(move || Site::load(&folder));
    let store = open::connect(config).await?;
    let site = site.await?.context("cannot find the built pages (site_dir)")?;
    let (locales, senders) = (locales.await??, senders.await??);
    store.migrate().await.context("cannot bring the database up to date")?;
    Ok(Loaded { store, hasher: hasher.await?, locales, site, senders })
}

fn senders(config: &Config, outbox: Option<&DemoOutbox>) -> Result<Option<Senders>> {
    if config.worker == WorkerPlace::None {
        return Ok(None);
    }
    Senders::of(config, outbox).map(Some)
}

impl Ready {
    /// Accepts connections until a signal comes; then lets open requests and messages end.
    pub async fn run(self) -> Result<()> {
        let Self { mut signals, listener, bound, store, router, mut background, stop, mut stopped, .. } = self;
        let server = tokio::spawn(perfil_web::serve(listener, router, async move { _ = stopped.changed().await }));
        say(format_args!("Perfil is listening on http://{bound}"));
        let broken = tokio::select! {
            () = signals.first() => false,
            () = background.broken() => true,
        };
        tracing::info!("stopping");
        signals.end_at_the_next();
        drop(stop);
        let (served, ()) = tokio::join!(server, background.stop());
        close(&store).await;
        served?.context("the server failed")?;
        if broken { bail!("the worker broke down; see the log") } else { Ok(()) }
    }
}

/// Closes the database, if it lets itself be closed soon.
pub async fn close(store: &Store) {
    if tokio::time::timeout(CLOSING, store.close()).await.is_err() {
        tracing::warn!("the database is still in use; it is left as it is");
    }
}
