//! What is asked again and again on behalf of apps that stay connected: which of their sessions live, and what their people
//! were told lately. One statement each, however many they are.

use crate::values::{padded, rows};
use crate::{StoreError, quiet_hours::Quiet};
use perfil_models::{QuietHours, SessionId, UserId};
use sqlx::{AnyConnection, FromRow};

/// A living session, and how its person is to be told something.
#[derive(Clone, Debug, FromRow)]
pub struct ConnectedRow {
    /// [`SessionId`].
    pub id: String,
    /// [`UserId`].
    pub user_id: String,
    /// [`perfil_models::Role`] as a word.
    pub role: String,
    /// BCP 47: chosen, else seen at the last sign-in.
    pub language: Option<String>,
    /// ISO 3166-1, likewise.
    pub country: Option<String>,
    /// IANA, likewise.
    pub time_zone: Option<String>,
    quiet_from: Option<i64>,
    quiet_until: Option<i64>,
}

impl ConnectedRow {
    /// The person's quiet hours.
    pub fn quiet(&self) -> Quiet {
        let hours = QuietHours::of_minutes(self.quiet_from, self.quiet_until);
        Quiet { hours, time_zone: self.time_zone.clone() }
    }
}

/// Those of the sessions that live at `now`, of people who are not deactivated: as [`crate::sessions::by_token`] finds them.
pub async fn living(db: &mut AnyConnection, sessions: &[SessionId], now: i64) -> Result<Vec<ConnectedRow>, StoreError> {
    if sessions.is_empty() {
        return Ok(Vec::new());
    }
    let sessions = padded(sessions);
    let rows = rows(1, sessions.len(), 1);
    let text = format!(
        "SELECT s.id, s.user_id, u.role, COALESCE(u.language, u.language_seen) AS language, \
         COALESCE(u.country, u.country_seen) AS country, COALESCE(u.time_zone, u.time_zone_seen) AS time_zone, \
         CAST(u.quiet_from AS BIGINT) AS quiet_from, CAST(u.quiet_until AS BIGINT) AS quiet_until \
         FROM sessions s JOIN users u ON u.id = s.user_id \
         WHERE s.idle_expires_at > $1 AND s.expires_at > $1 AND u.disabled_at IS NULL AND s.id IN {rows}"
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(text)).bind(now);
    Ok(sessions.fold(query, |query, session| query.bind(session.as_str())).fetch_all(db).await?)
}

/// The templates of what apps are told.
pub const PUSHED: [&str; 6] = [
    "credit-low",
    "payment-failed",
    "payment-failed-no-reason",
    "import-completed",
    "import-completed-with-rejects",
    "import-failed",
];

/// A message of the outbox that apps are told of, too.
#[derive(Clone, Debug, FromRow)]
pub struct NewsRow {
    /// The row's id.
    pub id: String,
    /// [`UserId`].
    pub user_id: String,
    /// See [`crate::outbox::NewMessage::unique_key`].
    pub unique_key: String,
    /// The word of [`perfil_models::Topic`].
    pub topic: String,
    /// One of [`PUSHED`].
    pub template: String,
    /// JSON object of its arguments.
    pub arguments: String,
    /// Milliseconds.
    pub created_at: i64,
}

/// Up to `limit` messages to these people that were written at `since` or later, the newest first; those that a person chose
/// not to get by that channel are left out, and those that a role does not allow.
pub async fn news(
    db: &mut AnyConnection,
    people: &[UserId],
    since: i64,
    limit: i64,
) -> Result<Vec<NewsRow>, StoreError> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let people = padded(people);
    let rows = rows(1, people.len(), 2 + PUSHED.len());
    let text = format!(
        "SELECT id, user_id, unique_key, topic, template, arguments, created_at FROM outbox \
         WHERE topic IS NOT NULL AND created_at >= $1 AND template IN ($3, $4, $5, $6, $7, $8) \
         AND (state <> 'suppressed' OR last_error IN ('no-phone', 'other-phone')) AND user_id IN {rows} \
         ORDER BY created_at DESC, id DESC LIMIT $2"
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(text)).bind(since).bind(limit);
    let query = PUSHED.into_iter().fold(query, |query, template| query.bind(template));
    Ok(people.fold(query, |query, person| query.bind(person.as_str())).fetch_all(db).await?)
}
