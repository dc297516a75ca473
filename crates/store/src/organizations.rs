//! Organizations.

use crate::StoreError;
use perfil_models::OrganizationId;
use sqlx::{AnyConnection, FromRow};

/// A new organization.
pub struct NewOrganization<'a> {
    /// Its id.
    pub id: &'a OrganizationId,
    /// The platform's own name for it, unique.
    pub external_id: &'a str,
    /// What people call it.
    pub name: &'a str,
    /// ISO 4217.
    pub currency: &'a str,
}

/// Inserts an organization at `now` (milliseconds).
pub async fn insert(db: &mut AnyConnection, organization: &NewOrganization<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO organizations (id, external_id, name, currency, created_at, version) VALUES ($1, $2, $3, $4, $5, 1)",
    )
    .bind(organization.id.as_str())
    .bind(organization.external_id)
    .bind(organization.name)
    .bind(organization.currency)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// The id of the organization that the platform calls `external_id`.
pub async fn by_external_id(db: &mut AnyConnection, external_id: &str) -> Result<Option<OrganizationId>, StoreError> {
    let row: Option<(String,)> = sqlx::query_as("SELECT id FROM organizations WHERE external_id = $1")
        .bind(external_id)
        .fetch_optional(db)
        .await?;
    Ok(row.map(|(id,)| OrganizationId::new(id)))
}

/// The currency that the organization pays in, ISO 4217.
pub async fn currency(db: &mut AnyConnection, id: &OrganizationId) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> =
        sqlx::query_as("SELECT currency FROM organizations WHERE id = $1").bind(id.as_str()).fetch_optional(db).await?;
    Ok(row.map(|(currency,)| currency))
}

/// An organization whose lock is held.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct LockedOrganization {
    /// [`OrganizationId`].
    pub id: String,
    /// What people call it.
    pub name: String,
    /// ISO 4217.
    pub currency: String,
    /// What is kept back of each balance that is told, in the smallest unit.
    pub reserve: i64,
}

impl LockedOrganization {
    /// The id as its type.
    pub fn id(&self) -> OrganizationId {
        OrganizationId::new(self.id.clone())
    }
}

/// Takes the lock of the organization that the platform calls `external_id`, so that what concerns it as a whole takes
/// turns on PostgreSQL too (SQLite has one writer). `None`: there is none.
pub async fn lock_by_external_id(
    db: &mut AnyConnection,
    external_id: &str,
) -> Result<Option<LockedOrganization>, StoreError> {
    Ok(sqlx::query_as(
        "UPDATE organizations SET version = version WHERE external_id = $1 RETURNING id, name, currency, reserve",
    )
    .bind(external_id)
    .fetch_optional(db)
    .await?)
}

/// The same by its own id.
pub async fn lock(db: &mut AnyConnection, id: &OrganizationId) -> Result<Option<LockedOrganization>, StoreError> {
    Ok(sqlx::query_as("UPDATE organizations SET version = version WHERE id = $1 RETURNING id, name, currency, reserve")
        .bind(id.as_str())
        .fetch_optional(db)
        .await?)
}
