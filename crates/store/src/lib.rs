//! Every SQL statement of Perfil, one module per aggregate, on sqlx's `Any` driver: one text for SQLite and PostgreSQL.
//!
//! Use cases (`perfil-accounts`) open a [`Store::write`] transaction, call the functions here with it, and commit: state,
//! security event and outbox row together or not at all. Functions take a `&mut AnyConnection`, so that the same one
//! serves inside a transaction and alone.
//!
//! **Adding a statement**: write it with `$1` placeholders, TEXT, BIGINT and INTEGER only; let one conditional
//! `UPDATE … RETURNING` decide instead of reading first; give its WHERE an index; cover it in `tests/contract.rs`, which
//! runs on both databases. A new column that holds something about a person goes into [`personal`].

pub mod api_keys;
pub mod audit;
pub mod balances;
pub mod ceremonies;
pub mod connected;
pub mod contact_changes;
pub mod contact_imports;
pub mod credit_alerts;
mod database;
pub mod deletions;
pub mod devices;
pub mod error;
pub mod events;
pub mod factors;
pub mod invitations;
pub mod members;
pub mod notification_choices;
pub mod notifications;
pub mod organization_keys;
pub mod organization_settings;
pub mod organizations;
pub mod outbox;
pub mod own_data;
pub mod personal;
pub mod personal_tables;
pub mod platform_events;
pub mod provisioning;
pub mod quiet_hours;
pub mod reach;
pub mod recipients;
pub mod recovery_codes;
pub mod resets;
pub mod role_requests;
pub mod sessions;
pub mod throttle;
pub mod undo;
pub mod users;
pub mod users_region;
mod values;

pub use database::{Store, Write};
pub use error::StoreError;
pub use sqlx::AnyConnection;
