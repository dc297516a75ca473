//! Keys of an organization, as its Owners manage them. Whoever makes one holds the organization's lock.

use crate::StoreError;
use crate::users::NO_PASSWORD;
use perfil_models::{KeyId, OrganizationId, Role, UserId};
use sqlx::{AnyConnection, FromRow};

/// A key as its organization sees it. Times in milliseconds.
#[derive(Clone, Debug, FromRow)]
pub struct OrganizationKeyRow {
    /// [`KeyId`].
    pub id: String,
    /// What the Owner calls it.
    pub name: String,
    /// What it may do: words parted by blanks.
    pub scopes: String,
    /// When it was made.
    pub created_at: i64,
    /// The name of who made it; `None`: gone by now.
    pub created_by: Option<String>,
    /// When it was last noted as used.
    pub last_used_at: Option<i64>,
    /// When it ends or has ended, because another took its place.
    pub expires_at: Option<i64>,
    /// When it was revoked.
    pub revoked_at: Option<i64>,
}

/// The keys of an organization that live or have ended after `since`, the newest first.
pub async fn of_organization(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    since: i64,
    limit: i64,
) -> Result<Vec<OrganizationKeyRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT k.id, k.name, k.scopes, k.created_at, u.display_name AS created_by, k.last_used_at, k.expires_at, \
         k.revoked_at FROM api_keys k \
         LEFT JOIN users u ON u.id = k.created_by AND u.organization_id = k.organization_id \
         WHERE k.organization_id = $1 AND COALESCE(k.revoked_at, $2) >= $2 AND COALESCE(k.expires_at, $2) >= $2 \
         ORDER BY k.id DESC LIMIT $3",
    )
    .bind(organization.as_str())
    .bind(since)
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// How many keys of an organization live at `now`.
pub async fn count_living(db: &mut AnyConnection, organization: &OrganizationId, now: i64) -> Result<i64, StoreError> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM api_keys \
         WHERE organization_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)",
    )
    .bind(organization.as_str())
    .bind(now)
    .fetch_one(db)
    .await?;
    Ok(count)
}

/// What a key is called and may do.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct NamedKey {
    /// What the Owner calls it.
    pub name: String,
    /// What it may do: words parted by blanks.
    pub scopes: String,
}

/// The key of that id in that organization, whether it lives or not.
pub async fn by_id(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    id: &KeyId,
) -> Result<Option<NamedKey>, StoreError> {
    Ok(sqlx::query_as("SELECT name, scopes FROM api_keys WHERE id = $1 AND organization_id = $2")
        .bind(id.as_str())
        .bind(organization.as_str())
        .fetch_optional(db)
        .await?)
}

/// Lets a key end at `at` (milliseconds). False: it has ended, or is to end already.
pub async fn replace(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    id: &KeyId,
    at: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE api_keys SET expires_at = $3 \
         WHERE id = $1 AND organization_id = $2 AND revoked_at IS NULL AND expires_at IS NULL",
    )
    .bind(id.as_str())
    .bind(organization.as_str())
    .bind(at)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Makes a key worthless at `now`. False: it has ended before.
pub async fn revoke(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    id: &KeyId,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE api_keys SET revoked_at = $3 WHERE id = $1 AND organization_id = $2 AND revoked_at IS NULL \
         AND (expires_at IS NULL OR expires_at > $3)",
    )
    .bind(id.as_str())
    .bind(organization.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The Owners of an organization who can sign in.
pub async fn owners(db: &mut AnyConnection, organization: &OrganizationId) -> Result<Vec<UserId>, StoreError> {
    let rows: Vec<(String,)> = sqlx::query_as(
        "SELECT id FROM users WHERE organization_id = $1 AND role = $2 AND disabled_at IS NULL AND password_hash <> $3",
    )
    .bind(organization.as_str())
    .bind(Role::Owner.as_str())
    .bind(NO_PASSWORD)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|(id,)| UserId::new(id)).collect())
}
