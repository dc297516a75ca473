//! Keys by which the platform around Perfil proves itself. Stored as SHA-256 only; a revoked one stays in the list.

use crate::StoreError;
use sqlx::{AnyConnection, FromRow};

/// A key. Times in milliseconds.
#[derive(Clone, Debug, FromRow)]
pub struct ApiKeyRow {
    /// The id.
    pub id: String,
    /// What the operator calls it.
    pub name: String,
    /// What it may do: words parted by blanks.
    pub scopes: String,
    /// When it was made.
    pub created_at: i64,
    /// When it was last noted as used.
    pub last_used_at: Option<i64>,
    /// When it was revoked.
    pub revoked_at: Option<i64>,
}

/// A new key.
pub struct NewApiKey<'a> {
    /// The id.
    pub id: &'a str,
    /// What the operator calls it.
    pub name: &'a str,
    /// SHA-256 of the key, hexadecimal.
    pub token_hash: &'a str,
    /// What it may do: words parted by blanks.
    pub scopes: &'a str,
}

/// Inserts a key at `now` (milliseconds).
pub async fn insert(db: &mut AnyConnection, key: &NewApiKey<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO api_keys (id, name, token_hash, scopes, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(key.id)
        .bind(key.name)
        .bind(key.token_hash)
        .bind(key.scopes)
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

/// The key of this token's SHA-256, unless it was revoked.
pub async fn by_token(db: &mut AnyConnection, token_hash: &str) -> Result<Option<ApiKeyRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, name, scopes, created_at, last_used_at, revoked_at FROM api_keys \
         WHERE token_hash = $1 AND revoked_at IS NULL",
    )
    .bind(token_hash)
    .fetch_optional(db)
    .await?)
}

/// The latest `limit` keys, the newest first, revoked ones among them.
pub async fn list(db: &mut AnyConnection, limit: i64) -> Result<Vec<ApiKeyRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, name, scopes, created_at, last_used_at, revoked_at FROM api_keys ORDER BY id DESC LIMIT $1",
    )
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// Notes that a key was used.
pub async fn touch(db: &mut AnyConnection, id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE api_keys SET last_used_at = $2 WHERE id = $1").bind(id).bind(now).execute(db).await?;
    Ok(())
}

/// Makes a key worthless. False: there is none of that id, or not any more.
pub async fn revoke(db: &mut AnyConnection, id: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL")
        .bind(id)
        .bind(now)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}
