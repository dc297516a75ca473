//! A database with one person in it, a clock that stands, and workers on them.

use async_trait::async_trait;
use perfil_accounts::clock::{Clock, DAY};
use perfil_accounts::keys::{Keys, Purpose};
use perfil_accounts::random::SystemRandom;
use perfil_i18n::Locales;
use perfil_models::{DisplayName, EmailAddress, OrganizationId, Role, UserId};
use perfil_store::Store;
use perfil_store::organizations::{self, NewOrganization};
use perfil_store::outbox::{self, NewMessage};
use perfil_store::users::{self, NewUser};
use perfil_worker::receipts::{Receipts, TwilioSigner};
use perfil_worker::{
    Accepted, MailMessage, MailSender, Metrics, Parts, SendFailure, SmsMessage, SmsSender, Waker, Worker, WorkerConfig,
};
use std::collections::VecDeque;
use std::future::Future;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub const NOON: i64 = 1_795_511_700_000;
pub const PUBLIC_URL: &str = "https://settings.example.com";
pub const ADDRESS: &str = "ada@example.com";
pub const NUMBER: &str = "+447700900123";
pub const CODE: &str = "031337";

/// A clock that moves when told to.
#[derive(Clone)]
pub struct Hand(Arc<AtomicI64>);

impl Hand {
    pub fn forward(&self, by: i64) {
        self.0.fetch_add(by, Ordering::SeqCst);
    }
}

impl Clock for Hand {
    fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// A row of the outbox, as far as tests ask.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Row {
    pub state: String,
    pub attempts: i64,
    pub next_attempt_at: i64,
    pub sealed: Option<String>,
    pub provider_id: Option<String>,
    pub last_error: Option<String>,
}

#[derive(Clone)]
pub struct Stage {
    pub store: Store,
    pub clock: Hand,
    pub keys: Keys,
    pub metrics: Metrics,
    pub folder: Arc<tempfile::TempDir>,
}

impl Stage {
    pub async fn new() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let store = Store::connect(&url_in(&folder)).await.unwrap();
        store.migrate().await.unwrap();
        let clock = Hand(Arc::new(AtomicI64::new(NOON)));
        let (keys, metrics) = (Keys::new(vec![[7; 32]]), Metrics::default());
        let stage = Self { store, clock, keys, metrics, folder };
        stage.populate().await;
        stage
    }

    /// Takes receipts, of Twilio too if there is a signer.
    pub fn receipts(&self, twilio: Option<TwilioSigner>) -> Receipts {
        Receipts {
            store: self.store.clone(),
            keys: self.keys.clone(),
            clock: Arc::new(self.clock.clone()),
            metrics: self.metrics.clone(),
            twilio: twilio.map(Arc::new),
        }
    }

    /// The database's address.
    pub fn url(&self) -> String {
        url_in(&self.folder)
    }

    async fn populate(&self) {
        let mut db = self.store.write().await.unwrap();
        let organization = OrganizationId::new("org");
        let new = NewOrganization { id: &organization, external_id: "acme", name: "Acme", currency: "EUR" };
        organizations::insert(&mut db, &new, NOON).await.unwrap();
        let user = NewUser {
            id: &UserId::new("ada"),
            organization_id: &organization,
            external_id: "ada",
            email: &EmailAddress::parse(ADDRESS).unwrap(),
            display_name: &DisplayName::parse("Ada").unwrap(),
            role: Role::Owner,
            password_hash: "none",
            phone: None,
        };
        users::insert(&mut db, &user, NOON).await.unwrap();
        db.commit().await.unwrap();
    }

    pub async fn queue(&self, message: NewMessage<'_>) {
        let mut db = self.store.write().await.unwrap();
        outbox::insert(&mut db, &[message], self.clock.now()).await.unwrap();
        db.commit().await.unwrap();
    }

    /// Queues a code by SMS that lives for five minutes.
    pub async fn queue_code(&self, id: &str) {
        self.queue_code_in(id, "en").await;
    }

    pub async fn queue_code_in(&self, id: &str, language: &str) {
        let secret = format!("{{\"code\":\"{CODE}\"}}");
        let sealed = self.keys.seal(Purpose::Outbox, id, &secret, &SystemRandom);
        let sms = NewMessage {
            channel: "sms",
            template: "phone-code",
            language,
            recipient: NUMBER,
            arguments: "{\"host\":\"settings.example.com\",\"minutes\":5}",
            sealed: Some(&sealed),
            expires_at: self.clock.now() + 300_000,
            topic_key: "phone-code:ada",
            ..mail(id)
        };
        self.queue(sms).await;
    }

    pub async fn row(&self, id: &str) -> Row {
        sqlx::query_as(
            "SELECT state, attempts, next_attempt_at, sealed, provider_id, last_error FROM outbox WHERE id = $1",
        )
        .bind(id)
        .fetch_one(&mut *self.store.read().await.unwrap())
        .await
        .unwrap()
    }

    /// Changes what the person is.
    pub async fn make(&self, role: Role, disabled_at: Option<i64>) {
        let mut db = self.store.write().await.unwrap();
        sqlx::query("UPDATE users SET role = $1, disabled_at = $2 WHERE id = 'ada'")
            .bind(role.as_str())
            .bind(disabled_at)
            .execute(&mut *db)
            .await
            .unwrap();
        db.commit().await.unwrap();
    }

    /// Waits until the row is in that state.
    pub async fn reaches(&self, id: &str, state: &str) -> Row {
        until(async || Some(self.row(id).await).filter(|row| row.state == state)).await
    }

    pub fn worker(&self, mail: Arc<dyn MailSender>, sms: Arc<dyn SmsSender>) -> Worker {
        let config = WorkerConfig { poll: Duration::from_millis(5), ..WorkerConfig::new(PUBLIC_URL).unwrap() };
        self.worker_with(mail, sms, config)
    }

    pub fn worker_with(&self, mail: Arc<dyn MailSender>, sms: Arc<dyn SmsSender>, config: WorkerConfig) -> Worker {
        Worker::new(Parts {
            store: self.store.clone(),
            keys: self.keys.clone(),
            locales: Locales::load().unwrap(),
            clock: Arc::new(self.clock.clone()),
            random: Arc::new(SystemRandom),
            mail,
            sms,
            metrics: self.metrics.clone(),
            config,
        })
    }

    /// A running worker whose mail and text messages end up in one place.
    pub fn run(&self, peer: &Arc<Peer>) -> Running {
        Running::start(self.worker(peer.clone(), peer.clone()))
    }

    /// All bytes of the database, its write-ahead log included.
    pub fn bytes_on_disk(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
    }
}

fn url_in(folder: &tempfile::TempDir) -> String {
    format!("sqlite:{}", folder.path().join("perfil.db").display())
}

/// A mail about a changed password; other messages are made from it.
pub fn mail(id: &str) -> NewMessage<'_> {
    static ORGANIZATION: std::sync::LazyLock<OrganizationId> = std::sync::LazyLock::new(|| OrganizationId::new("org"));
    static USER: std::sync::LazyLock<UserId> = std::sync::LazyLock::new(|| UserId::new("ada"));
    NewMessage {
        id,
        unique_key: id,
        topic_key: id,
        organization_id: &ORGANIZATION,
        user_id: &USER,
        channel: "email",
        template: "password-changed",
        language: "en",
        recipient: ADDRESS,
        arguments: "{\"name\":\"Ada\",\"organization\":\"Acme\",\"email\":\"ada@example.com\",\"at\":1795511700000,\
                    \"time_zone\":\"Europe/Berlin\"}",
        sealed: None,
        topic: None,
        suppressed: None,
        expires_at: NOON + 3 * DAY,
    }
}

/// A worker that runs in the background.
pub struct Running {
    pub waker: Waker,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Running {
    pub fn start(worker: Worker) -> Self {
        let (stop, stopped) = watch::channel(false);
        Self { waker: worker.waker(), stop, task: tokio::spawn(worker.run(stopped)) }
    }

    pub async fn stop(self) {
        self.stop.send_replace(true);
        self.task.await.unwrap();
    }

    /// Ends it as `kill -9` would: in the middle of whatever it does.
    pub async fn kill(self) {
        self.task.abort();
        assert!(self.task.await.unwrap_err().is_cancelled());
    }
}

/// What a [`Peer`] does with a message.
pub enum Script {
    Answer(Result<Accepted, SendFailure>),
    /// Takes it, and never says so.
    Silence,
}

/// Takes both kinds of message and notes the id and the Message-ID or text of each.
#[derive(Default)]
pub struct Peer {
    pub got: Mutex<Vec<(String, String)>>,
    script: Mutex<VecDeque<Script>>,
}

impl Peer {
    /// One that follows a script, then takes everything.
    pub fn with(script: impl IntoIterator<Item = Script>) -> Arc<Self> {
        Arc::new(Self { script: Mutex::new(script.into_iter().collect()), ..Self::default() })
    }

    pub fn ids(&self) -> Vec<String> {
        self.got.lock().unwrap().iter().map(|(id, _)| id.clone()).collect()
    }

    /// Waits until so many messages have come.
    pub async fn receives(&self, count: usize) -> Vec<(String, String)> {
        until(async || Some(self.got.lock().unwrap().clone()).filter(|got| got.len() >= count)).await
    }

    async fn take(&self, id: &str, what: &str) -> Result<Accepted, SendFailure> {
        self.got.lock().unwrap().push((id.to_owned(), what.to_owned()));
        let next = self.script.lock().unwrap().pop_front();
        match next {
            Some(Script::Answer(answer)) => answer,
            Some(Script::Silence) => std::future::pending().await,
            None => Ok(Accepted::default()),
        }
    }
}

#[async_trait]
impl MailSender for Peer {
    async fn send(&self, mail: &MailMessage) -> Result<Accepted, SendFailure> {
        self.take(&mail.id, &mail.message_id).await
    }
}

#[async_trait]
impl SmsSender for Peer {
    async fn send(&self, sms: &SmsMessage) -> Result<Accepted, SendFailure> {
        self.take(&sms.id, &sms.text).await
    }
}

/// Asks again and again until there is an answer; fails after ten seconds.
pub async fn until<T>(mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let asking = async {
        loop {
            if let Some(answer) = ask().await {
                return answer;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    within(10, asking).await
}

/// The result, if it comes in so many seconds.
pub async fn within<T>(seconds: u64, future: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(seconds), future).await.expect("in time")
}

/// Long enough for a worker to have looked several times.
pub async fn a_while() {
    tokio::time::sleep(Duration::from_millis(100)).await;
}
