//! Browsers that a person has signed in with before. Their token is a cookie of its own; it opens nothing by itself, but
//! guesses from elsewhere do not shut such a browser out.

use crate::StoreError;
use perfil_models::UserId;
use sqlx::AnyConnection;

/// Notes a device, or that it was used again.
pub async fn remember(db: &mut AnyConnection, user: &UserId, token_hash: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO known_devices (token_hash, user_id, created_at, last_used_at) VALUES ($1, $2, $3, $3) \
         ON CONFLICT (token_hash) DO UPDATE SET last_used_at = excluded.last_used_at, user_id = excluded.user_id",
    )
    .bind(token_hash)
    .bind(user.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Whether the person has signed in with this device.
pub async fn is_known(db: &mut AnyConnection, user: &UserId, token_hash: &str) -> Result<bool, StoreError> {
    let row: Option<(String,)> =
        sqlx::query_as("SELECT user_id FROM known_devices WHERE token_hash = $1 AND user_id = $2")
            .bind(token_hash)
            .bind(user.as_str())
            .fetch_optional(db)
            .await?;
    Ok(row.is_some())
}

/// Forgets all devices of a person but one; all of them with `keep` = `None`.
pub async fn forget_others(db: &mut AnyConnection, user: &UserId, keep: Option<&str>) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM known_devices WHERE user_id = $1 AND token_hash <> $2")
        .bind(user.as_str())
        .bind(keep.unwrap_or_default())
        .execute(db)
        .await?;
    Ok(done.rows_affected())
}

/// Forgets devices that were not used since `before` (milliseconds).
pub async fn delete_unused(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM known_devices WHERE last_used_at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}
