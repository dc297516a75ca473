//! What happened to an account, for its owner and for the operator. No secrets, no message texts.

use crate::StoreError;
use perfil_models::{OrganizationId, SessionId, UserId};
use sqlx::AnyConnection;

/// One event.
pub struct NewEvent<'a> {
    /// The id.
    pub id: &'a str,
    /// Where the person belongs.
    pub organization_id: &'a OrganizationId,
    /// Whom it concerns.
    pub user_id: &'a UserId,
    /// The session in which it happened, if in one.
    pub session_id: Option<&'a SessionId>,
    /// What, for example `password-changed`.
    pub kind: &'a str,
    /// More, for example a masked number; empty if there is nothing to add.
    pub detail: &'a str,
    /// The network the request came from.
    pub ip_prefix: &'a str,
}

/// Appends an event at `now` (milliseconds).
pub async fn insert(db: &mut AnyConnection, event: &NewEvent<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO security_events (id, organization_id, user_id, session_id, kind, detail, ip_prefix, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(event.id)
    .bind(event.organization_id.as_str())
    .bind(event.user_id.as_str())
    .bind(event.session_id.map(SessionId::as_str))
    .bind(event.kind)
    .bind(event.detail)
    .bind(event.ip_prefix)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes what happened before `before` (milliseconds).
pub async fn delete_old(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM security_events WHERE at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}
