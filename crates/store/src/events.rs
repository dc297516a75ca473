//! What happened to an account, for its owner and for the operator. No secrets, no message texts.

use crate::{StoreError, values};
use perfil_models::{EventKind, OrganizationId, SessionId, UserId};
use sqlx::{AnyConnection, FromRow};

/// One event.
pub struct NewEvent<'a> {
    /// The id.
    pub id: &'a str,
    /// Where the person belongs.
    pub organization_id: &'a OrganizationId,
    /// Whom it concerns.
    pub user_id: &'a UserId,
    /// The session in which it happened, if in one.
    pub session_id: Option<&'a SessionId>,
    /// What, for example `password-changed`.
    pub kind: &'a str,
    /// More, for example a masked number; empty if there is nothing to add.
    pub detail: &'a str,
    /// The network the request came from.
    pub ip_prefix: &'a str,
}

/// Appends events at `now` (milliseconds), as many in a statement as fit into one.
pub async fn insert(db: &mut AnyConnection, events: &[NewEvent<'_>], now: i64) -> Result<(), StoreError> {
    const COLUMNS: usize = 8;
    /// Far below the 32,766 values that SQLite takes in a statement.
    const AT_ONCE: usize = 1_000;
    for events in events.chunks(AT_ONCE) {
        let text = format!(
            "INSERT INTO security_events (id, organization_id, user_id, session_id, kind, detail, ip_prefix, at) \
             VALUES {}",
            values::rows(events.len(), COLUMNS, 0)
        );
        let query = events.iter().fold(sqlx::query(sqlx::AssertSqlSafe(text)), |query, event| {
            query
                .bind(event.id)
                .bind(event.organization_id.as_str())
                .bind(event.user_id.as_str())
                .bind(event.session_id.map(SessionId::as_str))
                .bind(event.kind)
                .bind(event.detail)
                .bind(event.ip_prefix)
                .bind(now)
        });
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// An event as its person reads it.
#[derive(Clone, Debug, FromRow)]
pub struct EventRow {
    /// The id.
    pub id: String,
    /// [`EventKind`] as a word.
    pub kind: String,
    /// More; may be empty.
    pub detail: String,
    /// The network the request came from.
    pub ip_prefix: String,
    /// When, milliseconds.
    pub at: i64,
}

/// Where a page of events begins: behind the event of that time and id, the newest being the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// When it happened, milliseconds.
    pub at: i64,
    /// Its id.
    pub id: String,
}

/// Before everything.
impl Default for Behind {
    fn default() -> Self {
        Self { at: i64::MAX, id: String::new() }
    }
}

/// The events of a person that are of those kinds and not older than `since` (milliseconds), the newest first.
///
/// The kinds travel as one text, `,signed-in,signed-out,`: so one statement serves any number of them.
pub async fn of_user(
    db: &mut AnyConnection,
    user: &UserId,
    kinds: &[EventKind],
    since: i64,
    behind: &Behind,
    limit: i64,
) -> Result<Vec<EventRow>, StoreError> {
    let kinds: String = kinds.iter().map(|kind| format!("{},", kind.as_str())).collect();
    Ok(sqlx::query_as(
        "SELECT id, kind, detail, ip_prefix, at FROM security_events \
         WHERE user_id = $1 AND (at, id) < ($2, $3) AND at >= $4 AND $5 LIKE '%,' || kind || ',%' \
         ORDER BY at DESC, id DESC LIMIT $6",
    )
    .bind(user.as_str())
    .bind(behind.at)
    .bind(&behind.id)
    .bind(since)
    .bind(format!(",{kinds}"))
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// Deletes what happened before `before` (milliseconds).
pub async fn delete_old(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM security_events WHERE at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}
