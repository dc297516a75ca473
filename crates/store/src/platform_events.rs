//! What the platform told. An event is known by its source and id; of its content the hash is kept, to tell a repetition
//! from another event that bears its name.

use crate::StoreError;
use perfil_models::OrganizationId;
use sqlx::{AnyConnection, FromRow};

/// A new event. Times in milliseconds.
pub struct NewPlatformEvent<'a> {
    /// The id.
    pub id: &'a str,
    /// Where the platform says it comes from (CloudEvents `source`).
    pub source: &'a str,
    /// The platform's own id, unique in its source.
    pub event_id: &'a str,
    /// Whom it concerns.
    pub organization_id: &'a OrganizationId,
    /// CloudEvents `type`.
    pub kind: &'a str,
    /// SHA-256 of its content.
    pub body_hash: &'a str,
    /// How it is answered, unless [`set_outcome`] says otherwise.
    pub outcome: &'a str,
    /// When it happened.
    pub occurred_at: i64,
}

/// Inserts an event at `now`. False: there is one of that source and id already.
pub async fn insert(db: &mut AnyConnection, event: &NewPlatformEvent<'_>, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO platform_events (id, source, event_id, organization_id, kind, body_hash, outcome, occurred_at, \
         received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (source, event_id) DO NOTHING",
    )
    .bind(event.id)
    .bind(event.source)
    .bind(event.event_id)
    .bind(event.organization_id.as_str())
    .bind(event.kind)
    .bind(event.body_hash)
    .bind(event.outcome)
    .bind(event.occurred_at)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What is known of an event.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct KnownEvent {
    /// SHA-256 of its content.
    pub body_hash: String,
    /// How it was answered.
    pub outcome: String,
}

/// The event of that source and id.
pub async fn known(db: &mut AnyConnection, source: &str, event_id: &str) -> Result<Option<KnownEvent>, StoreError> {
    Ok(sqlx::query_as("SELECT body_hash, outcome FROM platform_events WHERE source = $1 AND event_id = $2")
        .bind(source)
        .bind(event_id)
        .fetch_optional(db)
        .await?)
}

/// Notes how an event is answered, from now on always.
pub async fn set_outcome(db: &mut AnyConnection, id: &str, outcome: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE platform_events SET outcome = $2 WHERE id = $1").bind(id).bind(outcome).execute(db).await?;
    Ok(())
}

/// Deletes events that came before `before` (milliseconds).
pub async fn delete_old(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM platform_events WHERE received_at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}
