//! Links for a forgotten password. Of a person at most one is `open`; a newer one replaces it.

use crate::StoreError;
use perfil_models::UserId;
use sqlx::{AnyConnection, FromRow};

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

/// Inserts an open link of this token's SHA-256; end the ones before with [`end`] first.
pub async fn insert(
    db: &mut AnyConnection,
    id: &str,
    user: &UserId,
    token_hash: &str,
    expires_at: i64,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO password_resets (id, user_id, token_hash, state, expires_at, created_at) \
         VALUES ($1, $2, $3, 'open', $4, $5)",
    )
    .bind(id)
    .bind(user.as_str())
    .bind(token_hash)
    .bind(expires_at)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// The link of this token's SHA-256, in whatever state.
pub async fn by_link(db: &mut AnyConnection, token_hash: &str) -> Result<Option<ResetRow>, StoreError> {
    Ok(sqlx::query_as("SELECT id, user_id, state, expires_at FROM password_resets WHERE token_hash = $1")
        .bind(token_hash)
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

/// Ends the open links of a person.
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
