//! What the Owner decides of an organization as a whole. Whoever saves holds the lock of the organization.

use crate::StoreError;
use perfil_models::{OrganizationId, UserId};
use sqlx::{AnyConnection, FromRow};

/// The settings of an organization.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct SettingsRow {
    /// What people call it.
    pub name: String,
    /// ISO 4217.
    pub currency: String,
    /// What new members begin with, BCP 47; `None`: detected.
    pub default_language: Option<String>,
    /// Likewise, ISO 3166-1.
    pub default_country: Option<String>,
    /// Likewise, IANA.
    pub default_time_zone: Option<String>,
    /// The countries of members' numbers, ISO 3166-1, between blanks; `None`: all that the operator allows.
    pub sms_countries: Option<String>,
    /// The fewest characters of a new password; `None`: the operator's.
    pub password_min: Option<i64>,
    /// Counts the saves.
    pub version: i64,
}

/// The settings; `None`: there is no such organization.
pub async fn of(db: &mut AnyConnection, id: &OrganizationId) -> Result<Option<SettingsRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT name, currency, default_language, default_country, default_time_zone, sms_countries, password_min, \
         version FROM organizations WHERE id = $1",
    )
    .bind(id.as_str())
    .fetch_optional(db)
    .await?)
}

/// Saves the settings if the row still has the version in them. False: it was saved meanwhile. A reserve is none in another
/// currency.
pub async fn save(db: &mut AnyConnection, id: &OrganizationId, row: &SettingsRow) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE organizations SET name = $3, reserve = CASE WHEN currency = $4 THEN reserve ELSE 0 END, currency = $4, \
         default_language = $5, default_country = $6, default_time_zone = $7, sms_countries = $8, password_min = $9, \
         version = version + 1 WHERE id = $1 AND version = $2",
    )
    .bind(id.as_str())
    .bind(row.version)
    .bind(&row.name)
    .bind(&row.currency)
    .bind(row.default_language.as_deref())
    .bind(row.default_country.as_deref())
    .bind(row.default_time_zone.as_deref())
    .bind(row.sms_countries.as_deref())
    .bind(row.password_min)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets a new member begin with what the organization decides.
pub async fn give_defaults(db: &mut AnyConnection, user: &UserId) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE users SET language = o.default_language, country = o.default_country, time_zone = o.default_time_zone \
         FROM organizations o WHERE users.id = $1 AND o.id = users.organization_id",
    )
    .bind(user.as_str())
    .execute(db)
    .await?;
    Ok(())
}

/// What the platform told of an organization last.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct ToldOrganization {
    /// What people call it; `None`: the platform never told.
    pub platform_name: Option<String>,
    /// ISO 4217, likewise.
    pub platform_currency: Option<String>,
}

/// What the platform told last.
pub async fn told(db: &mut AnyConnection, id: &OrganizationId) -> Result<ToldOrganization, StoreError> {
    let row = sqlx::query_as("SELECT platform_name, platform_currency FROM organizations WHERE id = $1")
        .bind(id.as_str())
        .fetch_optional(db)
        .await?;
    Ok(row.unwrap_or_default())
}

/// Notes what the platform told.
pub async fn note_told(db: &mut AnyConnection, id: &OrganizationId, told: &ToldOrganization) -> Result<(), StoreError> {
    sqlx::query("UPDATE organizations SET platform_name = $2, platform_currency = $3 WHERE id = $1")
        .bind(id.as_str())
        .bind(told.platform_name.as_deref())
        .bind(told.platform_currency.as_deref())
        .execute(db)
        .await?;
    Ok(())
}
