//! Links that choose a password: for a forgotten one, or for the first one. Of a person and a purpose at most one is
//! `open`; a newer one replaces it.

use crate::StoreError;
use perfil_models::UserId;
use sqlx::{AnyConnection, FromRow};

/// A link for a forgotten password.
pub const RESET: &str = "reset";
/// A link for the first password.
pub const INVITATION: &str = "invitation";

/// A link. Times in milliseconds.
#[derive(Clone, Debug, FromRow)]
pub struct ResetRow {
    /// The id.
    pub id: String,
    /// [`UserId`].
    pub user_id: String,
    /// `open`, `used` or `replaced`.
    pub state: String,
    /// When it ends.
    pub expires_at: i64,
}

/// A new link.
pub struct NewReset<'a> {
    /// The id.
    pub id: &'a str,
    /// Whose password it chooses.
    pub user_id: &'a UserId,
    /// [`RESET`] or [`INVITATION`].
    pub purpose: &'a str,
    /// SHA-256 of the token, hexadecimal.
    pub token_hash: &'a str,
    /// When it ends, milliseconds.
    pub expires_at: i64,
}

/// Inserts an open link; replace the one before with [`replace`] first.
pub async fn insert(db: &mut AnyConnection, reset: &NewReset<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO password_resets (id, user_id, purpose, token_hash, state, expires_at, created_at) \
         VALUES ($1, $2, $3, $4, 'open', $5, $6)",
    )
    .bind(reset.id)
    .bind(reset.user_id.as_str())
    .bind(reset.purpose)
    .bind(reset.token_hash)
    .bind(reset.expires_at)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// The link of this token's SHA-256 and that purpose, in whatever state.
pub async fn by_link(db: &mut AnyConnection, purpose: &str, token_hash: &str) -> Result<Option<ResetRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, user_id, state, expires_at FROM password_resets WHERE token_hash = $1 AND purpose = $2",
    )
    .bind(token_hash)
    .bind(purpose)
    .fetch_optional(db)
    .await?)
}

/// Uses an open link up. False: another request was first, or its time is over.
pub async fn take(db: &mut AnyConnection, id: &str, now: i64) -> Result<bool, StoreError> {
    let done =
        sqlx::query("UPDATE password_resets SET state = 'used' WHERE id = $1 AND state = 'open' AND expires_at > $2")
            .bind(id)
            .bind(now)
            .execute(db)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends the open link of a person for that purpose, because a newer one takes its place.
pub async fn replace(db: &mut AnyConnection, user: &UserId, purpose: &str) -> Result<u64, StoreError> {
    let done = sqlx::query(
        "UPDATE password_resets SET state = 'replaced' WHERE user_id = $1 AND state = 'open' AND purpose = $2",
    )
    .bind(user.as_str())
    .bind(purpose)
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Ends all open links of a person.
pub async fn end(db: &mut AnyConnection, user: &UserId) -> Result<u64, StoreError> {
    let done = sqlx::query("UPDATE password_resets SET state = 'replaced' WHERE user_id = $1 AND state = 'open'")
        .bind(user.as_str())
        .execute(db)
        .await?;
    Ok(done.rows_affected())
}

/// Deletes links that ended before `before` (milliseconds).
pub async fn delete_old(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM password_resets WHERE expires_at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}
