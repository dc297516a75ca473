//! What a configuration must not be, for each thing that the program does.

use super::keys::KEYS;
use super::problem::Problem;
use super::reader::MAKE_A_KEY;
use super::{Config, Reach, WorkerPlace};
use perfil_worker::HTTP_SCHEME;

/// What the program is about to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// `perfil serve`.
    Serve,
    /// `perfil serve --demo`.
    Demo,
    /// `perfil worker`.
    Worker,
    /// Changing accounts from the command line.
    Accounts,
    /// Nothing but the database.
    Database,
}

impl Task {
    /// Whether messages are sent by this process, or by nobody.
    fn sends(self, config: &Config) -> bool {
        match self {
            Self::Serve => config.worker == WorkerPlace::Inside,
            Self::Worker => true,
            Self::Demo | Self::Accounts | Self::Database => false,
        }
    }
}

/// All rules that the configuration breaks.
pub(super) fn broken(config: &Config, task: Task) -> Vec<Problem> {
    let mut problems = Vec::new();
    if task != Task::Database && task != Task::Demo && config.secret_key.is_empty() {
        problems.push(Problem::new("secret_key", format!("it is missing, and nothing can be sealed; {MAKE_A_KEY}")));
    }
    match task {
        Task::Serve | Task::Demo => problems.extend(addresses(config, task)),
        Task::Worker => problems.extend(public_url(config, true)),
        Task::Accounts | Task::Database => {}
    }
    if task == Task::Serve || task == Task::Worker {
        problems.extend(channels(config, task));
        problems.extend(template_without_use(config));
    }
    if matches!(task, Task::Serve | Task::Demo | Task::Worker) {
        problems.extend(metrics(config));
    }
    if task == Task::Demo && config.real_smtp_url().is_some() {
        problems.extend(sender(config));
    }
    problems
}

fn addresses(config: &Config, task: Task) -> Vec<Problem> {
    let mut problems = Vec::new();
    let listens_to_all = !config.listen.ip().is_loopback();
    let listen = config.listen;
    if task == Task::Demo {
        if listens_to_all {
            let why =
                format!("{listen} can be reached from elsewhere, and the demo prints its passwords; use 127.0.0.1");
            problems.push(Problem::new("listen", why));
        }
    } else if listens_to_all && config.public_url.as_ref().is_none_or(|url| !url.is_secure()) {
        let why = format!(
            "{listen} can be reached from elsewhere while public_url is not https, so passwords would cross the network \
             in clear; set public_url to the https:// address of the proxy in front, or listen on 127.0.0.1"
        );
        problems.push(Problem::new("listen", why));
    }
    problems.extend(public_url(config, false));
    problems
}

fn public_url(config: &Config, needed: bool) -> Option<Problem> {
    let why = match &config.public_url {
        Some(url) if url.is_secure() || url.is_loopback() => return None,
        Some(url) => format!("{url} would send passwords in clear; use https:// (http:// is for this machine alone)"),
        None if needed => "it is missing: links in messages begin with it; set it to what the server has".to_owned(),
        None => return None,
    };
    Some(Problem::new("public_url", why))
}

fn metrics(config: &Config) -> Option<Problem> {
    let address =
        config.metrics_addr.filter(|address| !address.ip().is_loopback() && config.metrics_reach != Reach::Any)?;
    let why = format!(
        "{address} can be reached from elsewhere, and metrics are told to whoever asks; use 127.0.0.1, or say \
         metrics_reach = \"any\" if a firewall keeps others out"
    );
    Some(Problem::new("metrics_addr", why))
}

fn channels(config: &Config, task: Task) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, url, lost) in [
        ("smtp_url", &config.smtp_url, "confirmations and security notices reach nobody by mail"),
        ("sms_url", &config.sms_url, "no code reaches a phone, so nobody can change a phone number"),
    ] {
        match url {
            Some(url) if is_demo(url.reveal()) => {
                problems.push(Problem::new(name, "the Outbox is for `perfil serve --demo`; name a real server"));
            }
            None if task.sends(config) => problems.push(Problem::new(name, missing(lost, task))),
            _ => {}
        }
    }
    if task.sends(config) {
        problems.extend(sender(config));
    }
    problems
}

fn template_without_use(config: &Config) -> Option<Problem> {
    const WHY: &str = "it is for a gateway by template, and sms_url names another; remove it, or begin sms_url with \
                       http-template:";
    config.real_sms_url().filter(|url| !url.starts_with(HTTP_SCHEME))?;
    let key = KEYS.iter().find(|key| key.name.starts_with("sms_http_") && config.is_set(key.name))?;
    Some(Problem::new(key.name, WHY))
}

fn missing(lost: &str, task: Task) -> String {
    let otherwise = match task {
        Task::Serve => ", or worker = \"none\" if `perfil worker` runs elsewhere",
        _ => "",
    };
    format!("it is missing: {lost}; set it{otherwise}")
}

fn sender(config: &Config) -> Option<Problem> {
    const MISSING: &str = "it is missing: mail servers refuse mail from nobody; set it to Name <address>";
    config.mail_from.is_none().then(|| Problem::new("mail_from", MISSING))
}

/// Whether an address means the demo's Outbox.
pub(super) fn is_demo(url: &str) -> bool {
    url.starts_with("demo:")
}
