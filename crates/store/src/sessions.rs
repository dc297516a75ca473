//! Sessions: one row per sign-in. The token is stored as its SHA-256 only.

use crate::StoreError;
use perfil_models::{OrganizationId, SessionId, UserId};
use sqlx::{AnyConnection, FromRow};

/// What a request needs to know about its session, in one statement.
#[derive(Clone, Debug, FromRow)]
pub struct SessionRow {
    /// [`SessionId`].
    pub id: String,
    /// [`UserId`].
    pub user_id: String,
    /// [`perfil_models::OrganizationId`].
    pub organization_id: String,
    /// [`perfil_models::Role`] as a word, read with each request: a demotion works from the next one.
    pub role: String,
    /// The name that others see.
    pub display_name: String,
    /// The address.
    pub email: String,
    /// BCP 47, if chosen.
    pub language: Option<String>,
    /// 1 when it outlives the browser.
    pub remembered: i64,
    /// When it was last noted as used, milliseconds.
    pub last_seen_at: i64,
    /// When it ends for good, milliseconds.
    pub expires_at: i64,
}

/// A new session. Times in milliseconds.
pub struct NewSession<'a> {
    /// The id.
    pub id: &'a SessionId,
    /// Whose.
    pub user_id: &'a UserId,
    /// SHA-256 of the token, hexadecimal.
    pub token_hash: &'a str,
    /// `cookie` or `bearer`.
    pub transport: &'a str,
    /// Whether it outlives the browser.
    pub remembered: bool,
    /// The browser's own description, cut short.
    pub user_agent: &'a str,
    /// The network the request came from.
    pub ip_prefix: &'a str,
    /// When it ends unless used.
    pub idle_expires_at: i64,
    /// When it ends for good.
    pub expires_at: i64,
}

/// Inserts a session at `now`.
pub async fn insert(db: &mut AnyConnection, session: &NewSession<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO sessions (id, user_id, token_hash, transport, remembered, user_agent, ip_prefix, created_at, \
         authenticated_at, last_seen_at, idle_expires_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $9, $10)",
    )
    .bind(session.id.as_str())
    .bind(session.user_id.as_str())
    .bind(session.token_hash)
    .bind(session.transport)
    .bind(i64::from(session.remembered))
    .bind(session.user_agent)
    .bind(session.ip_prefix)
    .bind(now)
    .bind(session.idle_expires_at)
    .bind(session.expires_at)
    .execute(db)
    .await?;
    Ok(())
}

/// The living session of a token, of a person who is not deactivated.
pub async fn by_token(db: &mut AnyConnection, token_hash: &str, now: i64) -> Result<Option<SessionRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT s.id, s.user_id, u.organization_id, u.role, u.display_name, u.email, u.language, \
         CAST(s.remembered AS BIGINT) AS remembered, s.last_seen_at, s.expires_at \
         FROM sessions s JOIN users u ON u.id = s.user_id \
         WHERE s.token_hash = $1 AND s.idle_expires_at > $2 AND s.expires_at > $2 AND u.disabled_at IS NULL",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(db)
    .await?)
}

/// Whether a token is that of a session that has outlived its time and is still there.
pub async fn is_over(db: &mut AnyConnection, token_hash: &str, now: i64) -> Result<bool, StoreError> {
    let row: Option<(String,)> =
        sqlx::query_as("SELECT id FROM sessions WHERE token_hash = $1 AND (idle_expires_at <= $2 OR expires_at <= $2)")
            .bind(token_hash)
            .bind(now)
            .fetch_optional(db)
            .await?;
    Ok(row.is_some())
}

/// Notes that the session was used, and puts its idle end off.
pub async fn touch(db: &mut AnyConnection, id: &SessionId, now: i64, idle_expires_at: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE sessions SET last_seen_at = $2, idle_expires_at = $3 WHERE id = $1 AND last_seen_at < $2")
        .bind(id.as_str())
        .bind(now)
        .bind(idle_expires_at)
        .execute(db)
        .await?;
    Ok(())
}

/// Gives the session a new token after the password was checked again; the old one dies. False: the session has ended.
pub async fn renew(db: &mut AnyConnection, id: &SessionId, token_hash: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE sessions SET token_hash = $2, authenticated_at = $3 WHERE id = $1")
        .bind(id.as_str())
        .bind(token_hash)
        .bind(now)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// A living session as its person sees it in a list.
#[derive(Clone, Debug, FromRow)]
pub struct OpenSessionRow {
    /// [`SessionId`].
    pub id: String,
    /// `cookie` or `bearer`.
    pub transport: String,
    /// The browser's own description.
    pub user_agent: String,
    /// The network it was opened from.
    pub ip_prefix: String,
    /// When it was opened, milliseconds.
    pub created_at: i64,
    /// When it was last noted as used, milliseconds.
    pub last_seen_at: i64,
}

/// The living sessions of a person: `own` first, then those used last.
pub async fn of_user(
    db: &mut AnyConnection,
    user: &UserId,
    own: &SessionId,
    now: i64,
    limit: i64,
) -> Result<Vec<OpenSessionRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, transport, user_agent, ip_prefix, created_at, last_seen_at FROM sessions \
         WHERE user_id = $1 AND idle_expires_at > $2 AND expires_at > $2 \
         ORDER BY CASE WHEN id = $3 THEN 0 ELSE 1 END, last_seen_at DESC, id DESC LIMIT $4",
    )
    .bind(user.as_str())
    .bind(now)
    .bind(own.as_str())
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// How many sessions of a person live.
pub async fn count_of_user(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<i64, StoreError> {
    let (count,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM sessions WHERE user_id = $1 AND idle_expires_at > $2 AND expires_at > $2")
            .bind(user.as_str())
            .bind(now)
            .fetch_one(db)
            .await?;
    Ok(count)
}

/// Ends a living session of that person. `None`: there is none of that id.
pub async fn revoke(
    db: &mut AnyConnection,
    user: &UserId,
    id: &SessionId,
    now: i64,
) -> Result<Option<OpenSessionRow>, StoreError> {
    Ok(sqlx::query_as(
        "DELETE FROM sessions WHERE id = $1 AND user_id = $2 AND idle_expires_at > $3 AND expires_at > $3 \
         RETURNING id, transport, user_agent, ip_prefix, created_at, last_seen_at",
    )
    .bind(id.as_str())
    .bind(user.as_str())
    .bind(now)
    .fetch_optional(db)
    .await?)
}

/// Ends one session.
pub async fn delete(db: &mut AnyConnection, id: &SessionId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE id = $1").bind(id.as_str()).execute(db).await?;
    Ok(())
}

/// Ends the session of a token, if it lives.
pub async fn delete_by_token(db: &mut AnyConnection, token_hash: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE token_hash = $1").bind(token_hash).execute(db).await?;
    Ok(())
}

/// Ends all sessions of a person but one; all of them with `keep` = `None`.
pub async fn delete_others(db: &mut AnyConnection, user: &UserId, keep: Option<&SessionId>) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM sessions WHERE user_id = $1 AND id <> $2")
        .bind(user.as_str())
        .bind(keep.map_or("", SessionId::as_str))
        .execute(db)
        .await?;
    Ok(done.rows_affected())
}

/// A session that was ended together with others.
#[derive(Clone, Debug, FromRow)]
pub struct EndedSessionRow {
    /// [`UserId`].
    pub user_id: String,
    /// When it would have ended unless used, milliseconds.
    pub idle_expires_at: i64,
    /// When it would have ended for good, milliseconds.
    pub expires_at: i64,
}

/// Ends all sessions in an organization but one.
pub async fn delete_others_in(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    keep: &SessionId,
) -> Result<Vec<EndedSessionRow>, StoreError> {
    Ok(sqlx::query_as(
        "DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE organization_id = $1) AND id <> $2 \
         RETURNING user_id, idle_expires_at, expires_at",
    )
    .bind(organization.as_str())
    .bind(keep.as_str())
    .fetch_all(db)
    .await?)
}

/// Deletes what ended before `now`.
pub async fn delete_expired(db: &mut AnyConnection, now: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM sessions WHERE expires_at < $1").bind(now).execute(db).await?;
    Ok(done.rows_affected())
}
