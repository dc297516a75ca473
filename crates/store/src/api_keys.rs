//! Keys by which programs around Perfil prove themselves: the operator's, and those of one organization
//! ([`crate::organization_keys`]). Stored as SHA-256 only; a revoked one stays in the list.

use crate::StoreError;
use perfil_models::{OrganizationId, UserId};
use sqlx::{AnyConnection, FromRow};

/// A key. Times in milliseconds.
#[derive(Clone, Debug, FromRow)]
pub struct ApiKeyRow {
    /// The id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it may do: words parted by blanks.
    pub scopes: String,
    /// The platform's own name for the organization that it belongs to; `None`: the operator's.
    pub organization: Option<String>,
    /// When it was made.
    pub created_at: i64,
    /// When it was last noted as used.
    pub last_used_at: Option<i64>,
    /// When it ends or has ended, because another took its place.
    pub expires_at: Option<i64>,
    /// When it was revoked.
    pub revoked_at: Option<i64>,
}

/// A key that lives.
#[derive(Clone, Debug, FromRow)]
pub struct LivingKey {
    /// The id.
    pub id: String,
    /// What it may do: words parted by blanks.
    pub scopes: String,
    /// The organization that it belongs to; `None`: the operator's.
    pub organization_id: Option<String>,
    /// When it was last noted as used, milliseconds.
    pub last_used_at: Option<i64>,
}

/// A new key.
pub struct NewApiKey<'a> {
    /// The id.
    pub id: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// SHA-256 of the key, hexadecimal.
    pub token_hash: &'a str,
    /// What it may do: words parted by blanks.
    pub scopes: &'a str,
    /// The organization that it belongs to; `None`: the operator's.
    pub organization_id: Option<&'a OrganizationId>,
    /// Who makes it, of an organization's.
    pub created_by: Option<&'a UserId>,
}

/// Inserts a key at `now` (milliseconds).
pub async fn insert(db: &mut AnyConnection, key: &NewApiKey<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO api_keys (id, name, token_hash, scopes, organization_id, created_by, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(key.id)
    .bind(key.name)
    .bind(key.token_hash)
    .bind(key.scopes)
    .bind(key.organization_id.map(OrganizationId::as_str))
    .bind(key.created_by.map(UserId::as_str))
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// The key of this token's SHA-256, unless it was revoked or has ended by `now`.
pub async fn by_token(db: &mut AnyConnection, token_hash: &str, now: i64) -> Result<Option<LivingKey>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, scopes, organization_id, last_used_at FROM api_keys \
         WHERE token_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(db)
    .await?)
}

/// The latest `limit` keys, whosever they are, the newest first, revoked ones among them.
pub async fn list(db: &mut AnyConnection, limit: i64) -> Result<Vec<ApiKeyRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT k.id, k.name, k.scopes, o.external_id AS organization, k.created_at, k.last_used_at, k.expires_at, \
         k.revoked_at FROM api_keys k LEFT JOIN organizations o ON o.id = k.organization_id \
         ORDER BY k.id DESC LIMIT $1",
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

/// A key that was revoked just now.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct RevokedKey {
    /// What it is called.
    pub name: String,
    /// The organization that it belongs to; `None`: the operator's.
    pub organization_id: Option<String>,
}

/// Makes a key worthless. `None`: there is none of that id, or not any more.
pub async fn revoke(db: &mut AnyConnection, id: &str, now: i64) -> Result<Option<RevokedKey>, StoreError> {
    Ok(sqlx::query_as(
        "UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING name, organization_id",
    )
    .bind(id)
    .bind(now)
    .fetch_optional(db)
    .await?)
}
