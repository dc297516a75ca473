//! Drives the built program from outside: it is started as an operator would start it, and spoken to as browsers,
//! attackers, mail servers and SMS gateways speak to it.
//!
//! `server` starts it, `client` speaks to it, `mail` and `sms` are its peers, `database` looks at what it stored.
//! `PERFIL_BIN` names the program (else `target/release/perfil`), `PERFIL_SITE_DIR` its site folder (else
//! `target/site`), `PERFIL_DESKTOP_BIN` the desktop app (else `target/release/perfil-desktop`), `PERFIL_TEST_POSTGRES` a
//! PostgreSQL server as `postgres://postgres@127.0.0.1:PORT/postgres`; with `PERFIL_PICTURES` set, pictures are taken.

pub mod authenticator;
pub mod backup;
pub mod browser;
pub mod certificates;
pub mod client;
pub mod clock;
pub mod credit_truth;
pub mod database;
pub mod desk;
pub mod desktop;
pub mod disk;
pub mod factors;
pub mod hanging;
pub mod html;
pub mod http;
pub mod kannel;
pub mod letters;
pub mod mail;
pub mod meter;
pub mod notifications;
pub mod organization;
pub mod organization_keys;
pub mod organization_settings;
pub mod peer;
pub mod people;
pub mod platform;
pub mod postgres;
pub mod privacy;
pub mod probes;
pub mod process;
pub mod provisioning;
pub mod race;
pub mod role_requests;
pub mod scene;
pub mod server;
pub mod sms;
pub mod source;
mod template;
pub mod totp;
pub mod wait;

pub use client::{ACCOUNT_PAGES, Answer, Client};
pub use database::Database;
pub use people::{BILLING, MEMBER, NEW_PASSWORD, OWNER, Person, STRANGER, WRONG_PASSWORD};
pub use platform::Platform;
pub use scene::Scene;
pub use server::Server;
pub use sms::SmsGateway;
