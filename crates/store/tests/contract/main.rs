//! What the store promises, on SQLite and on PostgreSQL: every case runs on both, in a database of its own.
//!
//! PostgreSQL's address is in `PERFIL_TEST_POSTGRES`; `cargo xtask test` starts one and sets it.

mod activity;
mod api_keys;
mod audit;
mod balances;
mod changes;
mod connected;
mod contact_imports;
mod credit_alerts;
mod database;
mod deletions;
mod factors;
mod fallback;
mod full;
mod gaps;
mod invitations;
mod members;
mod notification_choices;
mod notifications;
mod organization_keys;
mod organization_settings;
mod outbox;
mod own_data;
mod people;
mod platform_events;
mod provisioning;
mod quiet_hours;
mod reach;
mod recipients;
mod region;
mod role_requests;
mod schema;
mod throttle;
mod undo;

use database::Database;

/// Runs a case, `async fn(&Database)`, on both databases.
#[macro_export]
macro_rules! on_both {
    ($($case:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $case() {
                let database = $crate::Database::sqlite().await;
                super::$case(&database).await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $case() {
                let database = $crate::Database::postgres().await;
                super::$case(&database).await;
                database.close().await;
            })*
        }
    };
}
