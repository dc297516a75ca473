//! People.

use crate::{StoreError, members};
use perfil_models::{OrganizationId, Role, UserId};
use sqlx::{AnyConnection, FromRow};

/// The password hash of a person who has chosen no password yet: no password matches it.
pub const NO_PASSWORD: &str = "!";

/// A person's row, with the organization's name.
#[derive(Clone, Debug, FromRow)]
pub struct UserRow {
    /// [`UserId`].
    pub id: String,
    /// [`OrganizationId`].
    pub organization_id: String,
    /// The organization's name.
    pub organization_name: String,
    /// As typed: mail goes there.
    pub email: String,
    /// The name that others see.
    pub display_name: String,
    /// [`Role`] as a word.
    pub role: String,
    /// PHC string.
    pub password_hash: String,
    /// E.164.
    pub phone: Option<String>,
    /// BCP 47, if chosen.
    pub language: Option<String>,
    /// ISO 3166-1, if chosen.
    pub country: Option<String>,
    /// IANA, if chosen.
    pub time_zone: Option<String>,
    /// When the account was deactivated, milliseconds.
    pub disabled_at: Option<i64>,
    /// Until when contacts stay as they are, after an undo, milliseconds.
    pub contacts_frozen_until: Option<i64>,
    /// The browser's time zone that the person did not want to switch to, IANA.
    pub time_zone_declined: Option<String>,
    /// How many second factors are in use.
    pub factors: i64,
    /// The fewest characters of a new password in the organization; `None`: the operator's.
    pub password_min: Option<i64>,
    /// Counts the saves.
    pub version: i64,
}

impl UserRow {
    /// The id as its type.
    pub fn id(&self) -> UserId {
        UserId::new(self.id.clone())
    }

    /// The organization's id as its type.
    pub fn organization_id(&self) -> OrganizationId {
        OrganizationId::new(self.organization_id.clone())
    }

    /// The role; a word that this version does not know is the least powerful one.
    pub fn role(&self) -> Role {
        Role::of_row(&self.role)
    }

    /// Whether a password was ever chosen.
    pub fn has_password(&self) -> bool {
        self.password_hash != NO_PASSWORD
    }
}

/// A new person.
pub struct NewUser<'a> {
    /// The id.
    pub id: &'a UserId,
    /// Where the person belongs.
    pub organization_id: &'a OrganizationId,
    /// The platform's own name for the person, unique in the organization.
    pub external_id: &'a str,
    /// The address.
    pub email: &'a perfil_models::EmailAddress,
    /// The name that others see.
    pub display_name: &'a perfil_models::DisplayName,
    /// What the person is.
    pub role: Role,
    /// PHC string, or [`NO_PASSWORD`].
    pub password_hash: &'a str,
    /// A number that is known to be the person's.
    pub phone: Option<&'a perfil_models::PhoneNumber>,
}

/// Inserts a person at `now` (milliseconds). [`StoreError::Taken`]: the address or external id is in use.
pub async fn insert(db: &mut AnyConnection, user: &NewUser<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO users (id, organization_id, external_id, email, email_folded, display_name, role, password_hash, \
         phone, created_at, updated_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, 1)",
    )
    .bind(user.id.as_str())
    .bind(user.organization_id.as_str())
    .bind(user.external_id)
    .bind(user.email.as_str())
    .bind(user.email.folded())
    .bind(user.display_name.as_str())
    .bind(user.role.as_str())
    .bind(user.password_hash)
    .bind(user.phone.map(|phone| phone.as_str()))
    .bind(now)
    .execute(&mut *db)
    .await?;
    members::note_words(db, user.id).await
}

/// The person of that id.
pub async fn by_id(db: &mut AnyConnection, id: &UserId) -> Result<Option<UserRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT u.id, u.organization_id, o.name AS organization_name, u.email, u.display_name, u.role, \
         u.password_hash, u.phone, u.language, u.country, u.time_zone, u.disabled_at, u.contacts_frozen_until, \
         u.time_zone_declined, u.version, o.password_min, \
         (SELECT COUNT(*) FROM factors f WHERE f.user_id = u.id AND f.state = 'active') AS factors \
         FROM users u JOIN organizations o ON o.id = u.organization_id WHERE u.id = $1",
    )
    .bind(id.as_str())
    .fetch_optional(db)
    .await?)
}

/// The person of that address, given as [`perfil_models::EmailAddress::folded`].
pub async fn by_email(db: &mut AnyConnection, email_folded: &str) -> Result<Option<UserRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT u.id, u.organization_id, o.name AS organization_name, u.email, u.display_name, u.role, \
         u.password_hash, u.phone, u.language, u.country, u.time_zone, u.disabled_at, u.contacts_frozen_until, \
         u.time_zone_declined, u.version, o.password_min, \
         (SELECT COUNT(*) FROM factors f WHERE f.user_id = u.id AND f.state = 'active') AS factors \
         FROM users u JOIN organizations o ON o.id = u.organization_id WHERE u.email_folded = $1",
    )
    .bind(email_folded)
    .fetch_optional(db)
    .await?)
}

/// Takes the person's row lock, so that writes about one person take turns on PostgreSQL too (SQLite has one writer).
/// False: no such person.
pub async fn lock(db: &mut AnyConnection, id: &UserId) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE users SET version = version WHERE id = $1").bind(id.as_str()).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// Changes the display name if the row still has `version`. False: it was saved meanwhile.
pub async fn rename(
    db: &mut AnyConnection,
    id: &UserId,
    name: &perfil_models::DisplayName,
    version: i64,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE users SET display_name = $3, updated_at = $4, version = version + 1 WHERE id = $1 AND version = $2",
    )
    .bind(id.as_str())
    .bind(version)
    .bind(name.as_str())
    .bind(now)
    .execute(&mut *db)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    members::note_words(db, id).await?;
    Ok(true)
}

/// Counts a save of something beside the row, if the row still has `version`. False: it was saved meanwhile.
pub async fn advance(db: &mut AnyConnection, id: &UserId, version: i64, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE users SET updated_at = $3, version = version + 1 WHERE id = $1 AND version = $2")
        .bind(id.as_str())
        .bind(version)
        .bind(now)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// What a person is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The role.
    pub role: Role,
    /// Whether the account is deactivated.
    pub disabled: bool,
}

/// What a person is now, for who sends what was queued before.
pub async fn standing(db: &mut AnyConnection, id: &UserId) -> Result<Option<Standing>, StoreError> {
    let row: Option<(String, Option<i64>)> = sqlx::query_as("SELECT role, disabled_at FROM users WHERE id = $1")
        .bind(id.as_str())
        .fetch_optional(db)
        .await?;
    Ok(row.map(|(role, disabled_at)| Standing { role: Role::of_row(&role), disabled: disabled_at.is_some() }))
}

/// Replaces the password's hash if it is still `old_hash`: of two changes that both checked the old password, one wins.
pub async fn set_password(
    db: &mut AnyConnection,
    id: &UserId,
    old_hash: &str,
    new_hash: &str,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE users SET password_hash = $3, updated_at = $4, version = version + 1 \
         WHERE id = $1 AND password_hash = $2",
    )
    .bind(id.as_str())
    .bind(old_hash)
    .bind(new_hash)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Sets or removes the phone number.
pub async fn set_phone(db: &mut AnyConnection, id: &UserId, phone: Option<&str>, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET phone = $2, updated_at = $3, version = version + 1 WHERE id = $1")
        .bind(id.as_str())
        .bind(phone)
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

/// Brings back the number of before, if `from` is still the current one. False: it was changed since.
pub async fn restore_phone(
    db: &mut AnyConnection,
    id: &UserId,
    from: &str,
    phone: &str,
    now: i64,
) -> Result<bool, StoreError> {
    let done =
        sqlx::query("UPDATE users SET phone = $3, updated_at = $4, version = version + 1 WHERE id = $1 AND phone = $2")
            .bind(id.as_str())
            .bind(from)
            .bind(phone)
            .bind(now)
            .execute(db)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Replaces the address, if `from` (as typed) is still the current one. False: it was changed since.
/// [`StoreError::Taken`]: another account has the new one; on PostgreSQL the transaction is lost then.
pub async fn set_email(
    db: &mut AnyConnection,
    id: &UserId,
    from: &str,
    email: &perfil_models::EmailAddress,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE users SET email = $3, email_folded = $4, updated_at = $5, version = version + 1 \
         WHERE id = $1 AND email = $2",
    )
    .bind(id.as_str())
    .bind(from)
    .bind(email.as_str())
    .bind(email.folded())
    .bind(now)
    .execute(&mut *db)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    members::note_words(db, id).await?;
    Ok(true)
}

/// Lets contacts stay as they are until then, milliseconds.
pub async fn freeze_contacts(db: &mut AnyConnection, id: &UserId, until: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET contacts_frozen_until = $2 WHERE id = $1")
        .bind(id.as_str())
        .bind(until)
        .execute(db)
        .await?;
    Ok(())
}

/// A person in the platform's own names, and what the person has chosen.
#[derive(Clone, Debug, FromRow)]
pub struct PlatformRow {
    /// The platform's own name for the person.
    pub external_id: String,
    /// The platform's own name for the organization.
    pub organization_external_id: String,
    /// BCP 47, if chosen.
    pub language: Option<String>,
    /// ISO 3166-1, if chosen.
    pub country: Option<String>,
    /// IANA, if chosen.
    pub time_zone: Option<String>,
}

/// The person of that id as the platform knows them.
pub async fn as_platform(db: &mut AnyConnection, id: &UserId) -> Result<Option<PlatformRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT u.external_id, o.external_id AS organization_external_id, u.language, u.country, u.time_zone \
         FROM users u JOIN organizations o ON o.id = u.organization_id WHERE u.id = $1",
    )
    .bind(id.as_str())
    .fetch_optional(db)
    .await?)
}
