//! Organizations and people as the platform tells of them. Whoever saves holds the lock of the organization, and of the
//! person.

use crate::organizations::{LockedOrganization, NewOrganization};
use crate::users::UserRow;
use crate::{StoreError, members};
use perfil_models::{OrganizationId, UserId};
use sqlx::AnyConnection;

/// Inserts an organization at `now` (milliseconds), unless there is one of that name of the platform's. False: there is.
pub async fn insert_organization(
    db: &mut AnyConnection,
    organization: &NewOrganization<'_>,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO organizations (id, external_id, name, currency, created_at, version) \
         VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (external_id) DO NOTHING",
    )
    .bind(organization.id.as_str())
    .bind(organization.external_id)
    .bind(organization.name)
    .bind(organization.currency)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Saves what an organization is called, pays in and does not spend.
pub async fn save_organization(db: &mut AnyConnection, row: &LockedOrganization) -> Result<(), StoreError> {
    sqlx::query("UPDATE organizations SET name = $2, currency = $3, reserve = $4, version = version + 1 WHERE id = $1")
        .bind(&row.id)
        .bind(&row.name)
        .bind(&row.currency)
        .bind(row.reserve)
        .execute(db)
        .await?;
    Ok(())
}

/// Whether amounts in the organization's currency are stored: its balance, or somebody's minimum.
pub async fn has_amounts(db: &mut AnyConnection, id: &OrganizationId) -> Result<bool, StoreError> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT organization_id FROM balances WHERE organization_id = $1 UNION ALL \
         SELECT organization_id FROM credit_alerts WHERE organization_id = $1 AND minimum > 0 LIMIT 1",
    )
    .bind(id.as_str())
    .fetch_optional(db)
    .await?;
    Ok(row.is_some())
}

/// The person of that name of the platform's, in that organization.
pub async fn user_named(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    external_id: &str,
) -> Result<Option<UserId>, StoreError> {
    let row: Option<(String,)> = sqlx::query_as("SELECT id FROM users WHERE organization_id = $1 AND external_id = $2")
        .bind(organization.as_str())
        .bind(external_id)
        .fetch_optional(db)
        .await?;
    Ok(row.map(|(id,)| UserId::new(id)))
}

/// How many other people of the organization are Owners and not deactivated.
pub async fn count_other_owners(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    user: &UserId,
) -> Result<i64, StoreError> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM users WHERE organization_id = $1 AND role = 'owner' AND disabled_at IS NULL AND id <> $2",
    )
    .bind(organization.as_str())
    .bind(user.as_str())
    .fetch_one(db)
    .await?;
    Ok(count)
}

/// What the platform told about a person last, as JSON; `None`: nothing yet.
pub async fn told(db: &mut AnyConnection, user: &UserId) -> Result<Option<String>, StoreError> {
    let row: Option<(Option<String>,)> =
        sqlx::query_as("SELECT platform_told FROM users WHERE id = $1").bind(user.as_str()).fetch_optional(db).await?;
    Ok(row.and_then(|(told,)| told))
}

/// Notes what the platform told about a person.
pub async fn note_told(db: &mut AnyConnection, user: &UserId, told: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET platform_told = $2 WHERE id = $1").bind(user.as_str()).bind(told).execute(db).await?;
    Ok(())
}

/// What the platform may decide of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// As typed: mail goes there.
    pub email: String,
    /// The name that others see.
    pub display_name: String,
    /// [`perfil_models::Role`] as a word.
    pub role: String,
    /// E.164.
    pub phone: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// ISO 3166-1.
    pub country: Option<String>,
    /// IANA.
    pub time_zone: Option<String>,
    /// When the account was deactivated, milliseconds.
    pub disabled_at: Option<i64>,
}

impl Profile {
    /// As it is.
    pub fn of(user: &UserRow) -> Self {
        Self {
            email: user.email.clone(),
            display_name: user.display_name.clone(),
            role: user.role.clone(),
            phone: user.phone.clone(),
            language: user.language.clone(),
            country: user.country.clone(),
            time_zone: user.time_zone.clone(),
            disabled_at: user.disabled_at,
        }
    }
}

/// Saves it. [`StoreError::Taken`]: another account has the address; on PostgreSQL the transaction is lost then.
pub async fn save(db: &mut AnyConnection, user: &UserId, profile: &Profile, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE users SET email = $2, email_folded = $3, display_name = $4, role = $5, phone = $6, language = $7, \
         country = $8, time_zone = $9, disabled_at = $10, updated_at = $11, version = version + 1 WHERE id = $1",
    )
    .bind(user.as_str())
    .bind(&profile.email)
    .bind(profile.email.to_ascii_lowercase())
    .bind(&profile.display_name)
    .bind(&profile.role)
    .bind(profile.phone.as_deref())
    .bind(profile.language.as_deref())
    .bind(profile.country.as_deref())
    .bind(profile.time_zone.as_deref())
    .bind(profile.disabled_at)
    .bind(now)
    .execute(&mut *db)
    .await?;
    members::note_words(db, user).await
}
