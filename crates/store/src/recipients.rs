//! Who is told, and how: each statement reads people together with what they chose for one topic.

use crate::StoreError;
use crate::users::NO_PASSWORD;
use perfil_models::{Channels, OrganizationId, Role, Topic, UserId};
use sqlx::{AnyConnection, FromRow};

/// Someone to be told.
#[derive(Clone, Debug, FromRow)]
pub struct RecipientRow {
    /// [`UserId`].
    pub id: String,
    /// [`OrganizationId`].
    pub organization_id: String,
    /// The organization's name.
    pub organization_name: String,
    /// The address.
    pub email: String,
    /// The name that others see.
    pub display_name: String,
    /// [`Role`] as a word.
    pub role: String,
    /// E.164.
    pub phone: Option<String>,
    /// BCP 47: chosen, else seen at the last sign-in.
    pub language: Option<String>,
    /// ISO 3166-1, likewise.
    pub country: Option<String>,
    /// IANA, likewise.
    pub time_zone: Option<String>,
    /// When the account was deactivated, milliseconds.
    pub disabled_at: Option<i64>,
    /// Whether mail is chosen: 0 or 1.
    pub by_email: i64,
    /// Whether text messages are chosen: 0 or 1.
    pub by_sms: i64,
}

impl RecipientRow {
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

    /// The channels chosen.
    pub fn channels(&self) -> Channels {
        Channels { email: self.by_email == 1, sms: self.by_sms == 1 }
    }
}

/// The person that the platform calls `external_id`, deactivated or not.
pub async fn one(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    external_id: &str,
    topic: Topic,
) -> Result<Option<RecipientRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT u.id, u.organization_id, o.name AS organization_name, u.email, u.display_name, u.role, u.phone, \
         COALESCE(u.language, u.language_seen) AS language, COALESCE(u.country, u.country_seen) AS country, \
         COALESCE(u.time_zone, u.time_zone_seen) AS time_zone, u.disabled_at, \
         CAST(COALESCE(c.email, 1) AS BIGINT) AS by_email, CAST(COALESCE(c.sms, 0) AS BIGINT) AS by_sms \
         FROM users u JOIN organizations o ON o.id = u.organization_id \
         LEFT JOIN notification_choices c ON c.user_id = u.id AND c.topic = $3 \
         WHERE u.organization_id = $1 AND u.external_id = $2",
    )
    .bind(organization.as_str())
    .bind(external_id)
    .bind(topic.as_str())
    .fetch_optional(db)
    .await?)
}

/// Everyone with the billing permission, unless deactivated.
pub async fn of_billing(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    topic: Topic,
) -> Result<Vec<RecipientRow>, StoreError> {
    let [one, other] = Role::BILLING;
    Ok(sqlx::query_as(
        "SELECT u.id, u.organization_id, o.name AS organization_name, u.email, u.display_name, u.role, u.phone, \
         COALESCE(u.language, u.language_seen) AS language, COALESCE(u.country, u.country_seen) AS country, \
         COALESCE(u.time_zone, u.time_zone_seen) AS time_zone, u.disabled_at, \
         CAST(COALESCE(c.email, 1) AS BIGINT) AS by_email, CAST(COALESCE(c.sms, 0) AS BIGINT) AS by_sms \
         FROM users u JOIN organizations o ON o.id = u.organization_id \
         LEFT JOIN notification_choices c ON c.user_id = u.id AND c.topic = $2 \
         WHERE u.organization_id = $1 AND u.role IN ($3, $4) AND u.disabled_at IS NULL",
    )
    .bind(organization.as_str())
    .bind(topic.as_str())
    .bind(one.as_str())
    .bind(other.as_str())
    .fetch_all(db)
    .await?)
}

/// Every Owner who can sign in.
pub async fn of_owners(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    topic: Topic,
) -> Result<Vec<RecipientRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT u.id, u.organization_id, o.name AS organization_name, u.email, u.display_name, u.role, u.phone, \
         COALESCE(u.language, u.language_seen) AS language, COALESCE(u.country, u.country_seen) AS country, \
         COALESCE(u.time_zone, u.time_zone_seen) AS time_zone, u.disabled_at, \
         CAST(COALESCE(c.email, 1) AS BIGINT) AS by_email, CAST(COALESCE(c.sms, 0) AS BIGINT) AS by_sms \
         FROM users u JOIN organizations o ON o.id = u.organization_id \
         LEFT JOIN notification_choices c ON c.user_id = u.id AND c.topic = $2 \
         WHERE u.organization_id = $1 AND u.role = $3 AND u.disabled_at IS NULL AND u.password_hash <> $4",
    )
    .bind(organization.as_str())
    .bind(topic.as_str())
    .bind(Role::Owner.as_str())
    .bind(NO_PASSWORD)
    .fetch_all(db)
    .await?)
}

/// Someone whose minimum was undercut.
#[derive(Clone, Debug, FromRow)]
pub struct AlertedRow {
    /// Who.
    #[sqlx(flatten)]
    pub recipient: RecipientRow,
    /// The minimum, in the smallest unit.
    pub minimum: i64,
    /// Which time it is.
    pub episode: i64,
}

/// Everyone whose minimum was undercut by `cause`, unless deactivated; also who has lost the permission since.
pub async fn alerted_by(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    cause: &str,
) -> Result<Vec<AlertedRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT u.id, u.organization_id, o.name AS organization_name, u.email, u.display_name, u.role, u.phone, \
         COALESCE(u.language, u.language_seen) AS language, COALESCE(u.country, u.country_seen) AS country, \
         COALESCE(u.time_zone, u.time_zone_seen) AS time_zone, u.disabled_at, \
         CAST(COALESCE(c.email, 1) AS BIGINT) AS by_email, CAST(COALESCE(c.sms, 0) AS BIGINT) AS by_sms, \
         a.minimum, a.episode FROM credit_alerts a JOIN users u ON u.id = a.user_id \
         JOIN organizations o ON o.id = u.organization_id \
         LEFT JOIN notification_choices c ON c.user_id = u.id AND c.topic = 'low-credit' \
         WHERE a.organization_id = $1 AND a.state = 'low' AND a.crossed_by = $2 AND u.disabled_at IS NULL",
    )
    .bind(organization.as_str())
    .bind(cause)
    .fetch_all(db)
    .await?)
}
