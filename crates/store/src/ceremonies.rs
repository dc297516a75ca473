//! What was begun and waits for an answer: a sign-in for its second step, a browser for its authenticator. Found by the
//! SHA-256 of a random token; each works once.

use crate::StoreError;
use perfil_models::UserId;
use sqlx::{AnyConnection, FromRow};

/// What waits.
#[derive(Clone, Debug, FromRow)]
pub struct CeremonyRow {
    /// What it is for.
    pub purpose: String,
    /// [`UserId`]; `None`: whoever it turns out to be.
    pub user_id: Option<String>,
    /// 1 when the session that comes of it outlives the browser.
    pub remembered: i64,
    /// What a new passkey will be called.
    pub name: String,
    /// What the server must remember of its question, as JSON.
    pub state: String,
}

/// Something new to wait for.
pub struct NewCeremony<'a> {
    /// SHA-256 of the token, hexadecimal.
    pub token_hash: &'a str,
    /// What it is for: an answer to one question is none to another.
    pub purpose: &'a str,
    /// Whose it is, if that is known.
    pub user_id: Option<&'a UserId>,
    /// Whether the session that comes of it outlives the browser.
    pub remembered: bool,
    /// What a new passkey will be called.
    pub name: &'a str,
    /// What the server must remember of its question, as JSON.
    pub state: &'a str,
    /// When it ends, milliseconds.
    pub expires_at: i64,
}

/// Inserts it at `now` (milliseconds).
pub async fn insert(db: &mut AnyConnection, ceremony: &NewCeremony<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO ceremonies (token_hash, purpose, user_id, remembered, name, state, expires_at, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(ceremony.token_hash)
    .bind(ceremony.purpose)
    .bind(ceremony.user_id.map(UserId::as_str))
    .bind(i64::from(ceremony.remembered))
    .bind(ceremony.name)
    .bind(ceremony.state)
    .bind(ceremony.expires_at)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Looks at it without using it up.
pub async fn find(db: &mut AnyConnection, token_hash: &str, now: i64) -> Result<Option<CeremonyRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT purpose, user_id, CAST(remembered AS BIGINT) AS remembered, name, state FROM ceremonies \
         WHERE token_hash = $1 AND expires_at > $2",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(db)
    .await?)
}

/// Uses it up. `None`: it was used before, or has ended.
pub async fn take(db: &mut AnyConnection, token_hash: &str, now: i64) -> Result<Option<CeremonyRow>, StoreError> {
    Ok(sqlx::query_as(
        "DELETE FROM ceremonies WHERE token_hash = $1 AND expires_at > $2 \
         RETURNING purpose, user_id, CAST(remembered AS BIGINT) AS remembered, name, state",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(db)
    .await?)
}

/// Ends all that a person has begun.
pub async fn end_of_user(db: &mut AnyConnection, user: &UserId) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM ceremonies WHERE user_id = $1").bind(user.as_str()).execute(db).await?;
    Ok(done.rows_affected())
}

/// Deletes what ended before `now`.
pub async fn delete_expired(db: &mut AnyConnection, now: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM ceremonies WHERE expires_at <= $1").bind(now).execute(db).await?;
    Ok(done.rows_affected())
}
