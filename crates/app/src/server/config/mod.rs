//! The configuration: a TOML file, and over it the environment ([`keys`] lists the settings).
//!
//! **Adding a setting**: a line in [`keys::KEYS`], a field in [`Config`] with its default in [`Config::from_values`], a
//! line in [`show`], and in [`rules`] what must not be.

mod keys;
mod problem;
mod public_url;
mod reader;
mod rules;
mod show;
#[cfg(test)]
mod tests;
mod values;

pub use problem::Problem;
pub use public_url::PublicUrl;
pub use reader::SecretKeys;
pub use rules::Task;

use anyhow::Context;
use ipnet::IpNet;
use perfil_accounts::Policy;
use perfil_accounts::hasher::Cost;
use perfil_models::{CountryCode, Secret};
use perfil_store::throttle::Bucket;
use perfil_worker::HttpSettings;
use reader::Reader;
use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use values::{Origin, Values};

const DEFAULT_DATABASE: &str = "sqlite:perfil.sqlite";
const DEFAULT_LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);
const DEFAULT_LOG: &str = "info";
/// The most memory of a hashing thread, in KiB.
const MOST_HASH_MEMORY: u32 = 1024 * 1024;
/// The most hashing threads.
const MOST_HASH_THREADS: u32 = 256;

/// Who sends messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerPlace {
    /// The serving process.
    Inside,
    /// Another process: `perfil worker`.
    None,
}

/// From where something may be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// From this machine alone.
    Loopback,
    /// From wherever the network lets them.
    Any,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// What the operator decided, with defaults for the rest. `Debug` shows no secrets.
#[derive(Clone, Debug)]
pub struct Config {
    /// `sqlite:PATH` or `postgres://…`, which may carry a password.
    pub database_url: Secret,
    /// Where to listen; port 0: any free one.
    pub listen: SocketAddr,
    /// Where people reach it, if decided; see [`Config::public_url_at`].
    pub public_url: Option<PublicUrl>,
    /// The keys of hashes and seals.
    pub secret_key: SecretKeys,
    /// The mail server.
    pub smtp_url: Option<Secret>,
    /// The sender of mails.
    pub mail_from: Option<String>,
    /// The SMS gateway.
    pub sms_url: Option<Secret>,
    /// The rest about a gateway that is described by a template.
    pub sms_http: HttpSettings,
    /// Where SMS may go; empty: everywhere.
    pub sms_countries: BTreeSet<CountryCode>,
    /// SMS a day to one dial code.
    pub sms_per_dial_code: u32,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// The folder with the built pages.
    pub site_dir: PathBuf,
    /// Who sends messages.
    pub worker: WorkerPlace,
    /// Where metrics are told, if anywhere.
    pub metrics_addr: Option<SocketAddr>,
    /// Who may reach that place.
    pub metrics_reach: Reach,
    /// A filter of `tracing-subscriber`.
    pub log: String,
    /// How log lines are written.
    pub log_format: LogFormat,
    /// Sign-ins per network.
    pub sign_in: Bucket,
    /// Threads that hash passwords.
    pub hash_threads: u32,
    /// What hashing costs.
    pub hash_cost: Cost,
    values: Values,
    problems: Vec<Problem>,
}

impl Config {
    /// Reads the file, if one is named, and the environment. Fails when the file cannot be read; what is wrong inside it
    /// comes out of [`Config::check`].
    pub fn load(file: Option<&Path>) -> anyhow::Result<Self> {
        let read = |path: &Path| {
            std::fs::read_to_string(path).with_context(|| format!("cannot read the configuration {}", path.display()))
        };
        let text = file.map(read).transpose()?;
        let environment = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        Ok(Self::read(text.as_deref(), environment))
    }

    /// The configuration of a file's text and an environment.
    pub fn read(file: Option<&str>, environment: impl Fn(&str) -> Option<String>) -> Self {
        let (values, problems) = Values::gather(file, environment);
        Self::from_values(Reader { values, problems })
    }

    fn from_values(mut reader: Reader) -> Self {
        let secret = |text: &str| Ok(Secret::new(text));
        let plain = |text: &str| Ok(text.to_owned());
        Self {
            database_url: reader.take("database_url", database_url).unwrap_or(Secret::new(DEFAULT_DATABASE)),
            listen: reader.take("listen", listen).unwrap_or(DEFAULT_LISTEN),
            public_url: reader.take("public_url", PublicUrl::parse),
            secret_key: reader.take("secret_key", SecretKeys::parse).unwrap_or_default(),
            smtp_url: reader.take("smtp_url", secret),
            mail_from: reader.take("mail_from", plain),
            sms_url: reader.take("sms_url", secret),
            sms_http: sms_http(&mut reader),
            sms_countries: reader.take("sms_countries", reader::countries).unwrap_or_default(),
            sms_per_dial_code: reader.number("sms_per_dial_code", 1..=1_000_000).unwrap_or(Policy::SMS_PER_DIAL_CODE),
            trusted_proxies: reader.take("trusted_proxies", reader::networks).unwrap_or_default(),
            site_dir: reader.take("site_dir", |text| Ok(PathBuf::from(text))).unwrap_or_else(default_site),
            worker: reader
                .word("worker", &[("inside", WorkerPlace::Inside), ("none", WorkerPlace::None)])
                .unwrap_or(WorkerPlace::Inside),
            metrics_addr: reader.take("metrics_addr", listen),
            metrics_reach: reader
                .word("metrics_reach", &[("loopback", Reach::Loopback), ("any", Reach::Any)])
                .unwrap_or(Reach::Loopback),
            log: reader.take("log", log_filter).unwrap_or_else(|| DEFAULT_LOG.to_owned()),
            log_format: reader
                .word("log_format", &[("text", LogFormat::Text), ("json", LogFormat::Json)])
                .unwrap_or(LogFormat::Text),
            sign_in: sign_in(&mut reader),
            hash_threads: reader.number("hash_threads", 1..=MOST_HASH_THREADS).unwrap_or_else(processors),
            hash_cost: hash_cost(&mut reader),
            values: reader.values,
            problems: reader.problems,
        }
    }

    /// Where people reach a server that listens on `bound`.
    pub fn public_url_at(&self, bound: SocketAddr) -> PublicUrl {
        self.public_url.clone().unwrap_or_else(|| PublicUrl::of_socket(bound))
    }

    /// What the use cases must know of it.
    pub fn policy(&self, public_url: &PublicUrl) -> Policy {
        let sms_countries = (!self.sms_countries.is_empty()).then(|| self.sms_countries.clone());
        Policy {
            sms_countries,
            sms_per_dial_code: self.sms_per_dial_code.into(),
            sign_in: self.sign_in,
            ..Policy::for_host(public_url.host())
        }
    }

    /// The address of a mail server, unless it means the demo's Outbox.
    pub fn real_smtp_url(&self) -> Option<&str> {
        real(self.smtp_url.as_ref())
    }

    /// The address of an SMS gateway, unless it means the demo's Outbox.
    pub fn real_sms_url(&self) -> Option<&str> {
        real(self.sms_url.as_ref())
    }

    /// Whether somebody decided the setting `name`.
    pub fn is_set(&self, name: &str) -> bool {
        self.values.origin(name) != Origin::Default
    }

    /// All that is wrong with it for that task.
    pub fn check(&self, task: Task) -> Vec<Problem> {
        let mut problems = self.problems.clone();
        let noted: BTreeSet<String> = problems.iter().map(|problem| problem.key.clone()).collect();
        problems.extend(rules::broken(self, task).into_iter().filter(|problem| !noted.contains(&problem.key)));
        problems
    }
}

fn real(url: Option<&Secret>) -> Option<&str> {
    url.map(Secret::reveal).filter(|url| !rules::is_demo(url))
}

fn database_url(text: &str) -> Result<Secret, String> {
    let known = ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| text.starts_with(scheme));
    if known { Ok(Secret::new(text)) } else { Err("write sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME".into()) }
}

fn listen(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| format!("{text:?} is not an IP address with a port; write for example 127.0.0.1:8080"))
}

fn log_filter(text: &str) -> Result<String, String> {
    match tracing_subscriber::EnvFilter::try_new(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(format!("{text:?} is not a filter ({error}); write for example info,perfil_worker=debug")),
    }
}

fn sms_http(reader: &mut Reader) -> HttpSettings {
    let mut plain = |name: &str| reader.take(name, |text| Ok(text.to_owned()));
    HttpSettings {
        url: Secret::default(),
        method: plain("sms_http_method"),
        headers: plain("sms_http_headers").map(Secret::new),
        media_type: plain("sms_http_type"),
        body: plain("sms_http_body").map(Secret::new),
        ok: plain("sms_http_ok"),
        id: plain("sms_http_id"),
    }
}

fn sign_in(reader: &mut Reader) -> Bucket {
    Bucket {
        burst: reader.number("sign_in_burst", 1..=1_000_000).map_or(Policy::SIGN_IN.burst, i64::from),
        drain: reader.number("sign_in_drain_ms", 1..=86_400_000).map_or(Policy::SIGN_IN.drain, i64::from),
    }
}

fn hash_cost(reader: &mut Reader) -> Cost {
    let default = Cost::default();
    let memory_kib = reader.number("hash_memory_kib", default.memory_kib..=MOST_HASH_MEMORY);
    Cost { memory_kib: memory_kib.unwrap_or(default.memory_kib), ..default }
}

fn processors() -> u32 {
    available_parallelism().map_or(1, |count| count.get() as u32).min(MOST_HASH_THREADS)
}

/// `site` next to the program, or one folder up, where a build from source puts it (`target/release/perfil` and
/// `target/site`).
fn default_site() -> PathBuf {
    let folder = std::env::current_exe().ok().and_then(|path| path.parent().map(Path::to_owned)).unwrap_or_default();
    let beside = folder.join("site");
    let above = folder.parent().map(|folder| folder.join("site")).filter(|site| site.is_dir());
    if beside.is_dir() { beside } else { above.unwrap_or(beside) }
}
