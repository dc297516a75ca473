//! What a person was told about besides security, read from the outbox for the person's own eyes.

use crate::StoreError;
use perfil_models::UserId;
use sqlx::{AnyConnection, FromRow};

/// A message as its recipient sees it.
#[derive(Clone, Debug, FromRow)]
pub struct NotificationRow {
    /// The row's id.
    pub id: String,
    /// `email` or `sms`.
    pub channel: String,
    /// What it says.
    pub template: String,
    /// The word of [`perfil_models::Topic`], or `test`.
    pub topic: String,
    /// Address or E.164 number.
    pub recipient: String,
    /// JSON object of its arguments.
    pub arguments: String,
    /// Where it stands.
    pub state: String,
    /// Why it was not sent, or what went wrong last.
    pub last_error: Option<String>,
    /// When it is tried next, while it waits, milliseconds.
    pub next_attempt_at: i64,
    /// Milliseconds.
    pub created_at: i64,
}

/// Up to `limit` messages since `since`, the newest first, of those behind the one of that moment and id.
pub async fn of_user(
    db: &mut AnyConnection,
    user: &UserId,
    since: i64,
    behind: &crate::events::Behind,
    limit: i64,
) -> Result<Vec<NotificationRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, channel, template, topic, recipient, arguments, state, last_error, next_attempt_at, \
         created_at FROM outbox \
         WHERE user_id = $1 AND topic IS NOT NULL AND created_at >= $2 \
         AND (created_at < $3 OR (created_at = $3 AND id < $4)) ORDER BY created_at DESC, id DESC LIMIT $5",
    )
    .bind(user.as_str())
    .bind(since)
    .bind(behind.at)
    .bind(&behind.id)
    .bind(limit)
    .fetch_all(db)
    .await?)
}
