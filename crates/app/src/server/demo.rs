//! `perfil serve --demo`: a server for this machine alone, with people whose passwords everybody may see.

use super::config::{Config, PublicUrl, SecretKeys};
use super::serve::{self, Ready};
use super::{open, say};
use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use perfil_accounts::Accounts;
use perfil_accounts::admin::{AdminError, FirstPassword, NewAccount};
use perfil_accounts::clock::SystemClock;
use perfil_accounts::random::{Random, SystemRandom};
use perfil_models::{DisplayName, EmailAddress, PhoneNumber, Role, Secret};
use perfil_worker::DemoOutbox;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const DATABASE: &str = "sqlite:perfil-demo.sqlite";
const KEY_FILE: &str = "perfil-demo.key";
const OUTBOX_PATH: &str = "/dev/outbox";

/// Someone to sign in as.
struct Person {
    email: &'static str,
    name: &'static str,
    role: Role,
    phone: Option<&'static str>,
}

/// Names of example.com (RFC 2606) and a number of Ofcom's range for drama: nobody's.
const PEOPLE: [Person; 3] = [
    Person { email: "owner@example.com", name: "Olivia Owner", role: Role::Owner, phone: Some("+447700900123") },
    Person { email: "billing@example.com", name: "Ben Billing", role: Role::Billing, phone: None },
    Person { email: "member@example.com", name: "Mia Member", role: Role::Member, phone: None },
];

/// Serves the demo until a signal comes.
pub async fn serve(mut config: Config) -> Result<()> {
    if !config.is_set("database_url") {
        config.database_url = Secret::new(DATABASE);
    }
    if config.secret_key.is_empty() {
        config.secret_key = kept_key(&key_file(config.database_url.reveal()))?;
    }
    if config.public_url.is_none() {
        config.public_url = by_name(config.listen);
    }
    let outbox = DemoOutbox::new(Arc::new(SystemClock));
    let ready = serve::prepare(&config, Some(outbox)).await?;
    let mut passwords = Vec::new();
    for person in &PEOPLE {
        passwords.push(new_password(&ready.accounts, person).await?);
    }
    say(welcome(&config, &ready, &passwords));
    ready.run().await
}

/// The address of a socket of this machine by name, since passkeys need one. `None`: its port is not known yet.
fn by_name(listen: SocketAddr) -> Option<PublicUrl> {
    let known = listen.ip().is_loopback() && listen.port() != 0;
    known.then(|| PublicUrl::parse(&format!("http://localhost:{}", listen.port())).ok()).flatten()
}

/// A fresh password for that person, who is created if need be.
async fn new_password(accounts: &Accounts, person: &Person) -> Result<String> {
    let email = EmailAddress::parse(person.email)?;
    match accounts.reset_password(&email).await {
        Err(AdminError::NoSuchAccount) => {}
        reset => return Ok(reset?),
    }
    let account = NewAccount {
        organization: "example-telecom".to_owned(),
        organization_name: "Example Telecom".to_owned(),
        currency: "EUR".to_owned(),
        external_id: person.role.as_str().to_owned(),
        email,
        display_name: DisplayName::parse(person.name)?,
        role: person.role,
        phone: person.phone.map(PhoneNumber::parse).transpose()?,
        password: FirstPassword::Made,
    };
    accounts.create_user(account).await?.context("a password was made")
}

fn welcome(config: &Config, ready: &Ready, passwords: &[String]) -> String {
    let url = &ready.public_url;
    let shown = match (config.real_smtp_url(), config.real_sms_url()) {
        (None, None) => "Nothing is sent: mails and text messages are shown in the Outbox.",
        (Some(_), None) => "Mails are sent. Text messages are shown in the Outbox.",
        (None, Some(_)) => "Text messages are sent. Mails are shown in the Outbox.",
        (Some(_), Some(_)) => "Mails and text messages are sent.",
    };
    let mut text = format!("\nPerfil's demo. {shown}\n\n  Address  {url}\n  Outbox   {url}{OUTBOX_PATH}\n\n");
    text.push_str("  Role     Email                Password, new at each start\n");
    for (person, password) in PEOPLE.iter().zip(passwords) {
        text.push_str(&format!("  {:<7}  {:<19}  {password}\n", person.role.as_str(), person.email));
    }
    text
}

/// Beside the database, so that both are moved or deleted together.
fn key_file(database_url: &str) -> PathBuf {
    open::sqlite_file(database_url).unwrap_or_default().with_file_name(KEY_FILE)
}

/// The demo's secret key: kept in a file that only its owner can read, so that what it sealed survives a restart.
fn kept_key(file: &Path) -> Result<SecretKeys> {
    let what = || format!("cannot keep the demo's secret key in {}", file.display());
    let mut bytes = [0; 32];
    SystemRandom.fill(&mut bytes);
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(file) {
        Ok(mut new) => writeln!(new, "{}", STANDARD.encode(bytes)).with_context(what)?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error).with_context(what),
    }
    let text = fs::read_to_string(file).with_context(what)?;
    SecretKeys::parse(text.trim()).map_err(anyhow::Error::msg).with_context(|| format!("delete {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_key_is_kept_for_its_owner_alone() {
        let folder = std::env::temp_dir().join(format!("perfil-demo-key-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join(KEY_FILE);
        let first = kept_key(&file).unwrap();
        assert_eq!(kept_key(&file).unwrap(), first);
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        fs::write(&file, "broken").unwrap();
        assert!(kept_key(&file).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn the_key_lies_beside_the_database() {
        assert_eq!(key_file("sqlite:/data/demo.sqlite?mode=rwc"), Path::new("/data/perfil-demo.key"));
        assert_eq!(key_file(DATABASE), Path::new(KEY_FILE));
        assert_eq!(key_file("postgres://localhost/demo"), Path::new(KEY_FILE));
    }
}
