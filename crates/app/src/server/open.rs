//! Opens what the commands work with.

use super::config::{Config, Problem, PublicUrl, Task};
use anyhow::{Context, Result, anyhow, bail};
use perfil_accounts::clock::SystemClock;
use perfil_accounts::hasher::Hasher;
use perfil_accounts::keys::Keys;
use perfil_accounts::random::SystemRandom;
use perfil_accounts::{Accounts, Parts, Passkeys, Zones};
use perfil_store::Store;
use std::path::PathBuf;
use std::sync::Arc;

/// The configuration, unless something is wrong with it for that task.
pub fn checked(config: Config, task: Task) -> Result<Config> {
    let problems = config.check(task);
    if problems.is_empty() { Ok(config) } else { Err(unusable(&problems)) }
}

/// The error that names all problems.
pub fn unusable<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> anyhow::Error {
    let lines: String = problems.into_iter().map(|problem| format!("\n  {problem}")).collect();
    anyhow!("the configuration cannot be used:{lines}")
}

/// Connects to the database, which is created if it is a file that does not exist.
pub async fn connect(config: &Config) -> Result<Store> {
    Store::connect(config.database_url.reveal()).await.context("cannot open the database (database_url)")
}

/// Connects to a database that somebody has set up.
pub async fn existing(config: &Config) -> Result<Store> {
    const SET_UP: &str = "set it up with: perfil migrate";
    if let Some(file) = sqlite_file(config.database_url.reveal()).filter(|file| !file.exists()) {
        bail!("there is no database {}; {SET_UP}", file.display());
    }
    let store = connect(config).await?;
    store.ping().await.with_context(|| format!("the database does not answer, or is empty; {SET_UP}"))?;
    Ok(store)
}

/// The use cases on that database.
pub fn accounts(
    config: &Config,
    store: Store,
    hasher: Hasher,
    public_url: &PublicUrl,
    wake: Box<dyn Fn() + Send + Sync>,
) -> Accounts {
    Accounts::new(Parts {
        store,
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandom),
        hasher,
        keys: keys(config),
        zones: Zones { canonical: perfil_i18n::canonical_zone, of_country: perfil_i18n::zone_of_country },
        passkeys: Passkeys::for_origin(public_url.as_str()),
        policy: config.policy(public_url),
        wake,
    })
}

/// The use cases for a command that does one thing and ends, with the database to close.
pub async fn accounts_for_command(config: &Config) -> Result<(Store, Accounts)> {
    let store = existing(config).await?;
    let hasher = Hasher::start(config.hash_cost, 1);
    let public_url = config.public_url_at(config.listen);
    let accounts = accounts(config, store.clone(), hasher, &public_url, Box::new(|| ()));
    Ok((store, accounts))
}

/// The secret keys of a checked configuration.
pub fn keys(config: &Config) -> Keys {
    Keys::new(config.secret_key.reveal().to_vec())
}

/// The file of an SQLite address.
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    Some(PathBuf::from(path.split('?').next().unwrap_or_default()))
}
