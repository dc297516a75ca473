//! Changes of a phone number or an email address, pending and made. A row is bound to person, kind and new value; per person
//! and kind at most one is pending, which a unique index enforces. A number waits for its code, an address for its link.
//! What becomes of a change that was made stands in [`crate::undo`].

use crate::StoreError;
use perfil_models::{ChangeId, OrganizationId, SessionId, UserId};
use sqlx::{AnyConnection, FromRow};

/// A change of the phone number.
pub const PHONE: &str = "phone";
/// A change of the email address.
pub const EMAIL: &str = "email";

/// A pending change. Times in milliseconds.
#[derive(Clone, Debug, FromRow)]
pub struct ChangeRow {
    /// [`ChangeId`].
    pub id: String,
    /// [`PHONE`] or [`EMAIL`].
    pub kind: String,
    /// The session whose person gave the password.
    pub session_id: String,
    /// E.164, or an address as typed.
    pub new_value: String,
    /// Keyed hash of the code, or SHA-256 of the link's token.
    pub code_hash: String,
    /// How many codes may still be tried.
    pub attempts_left: i64,
    /// How often code or link may still be sent again.
    pub sends_left: i64,
    /// The earliest moment to send again.
    pub next_send_at: i64,
    /// When code or link end.
    pub expires_at: i64,
}

/// A new change. Times in milliseconds.
pub struct NewChange<'a> {
    /// The id.
    pub id: &'a ChangeId,
    /// Where the person belongs.
    pub organization_id: &'a OrganizationId,
    /// Whose contact changes.
    pub user_id: &'a UserId,
    /// The session whose person gave the password.
    pub session_id: &'a SessionId,
    /// [`PHONE`] or [`EMAIL`].
    pub kind: &'a str,
    /// E.164, or an address as typed.
    pub new_value: &'a str,
    /// Keyed hash of the code, or SHA-256 of the link's token.
    pub code_hash: &'a str,
    /// How many codes may be tried.
    pub attempts: i64,
    /// How often the code may be sent again.
    pub resends: i64,
    /// The earliest moment to send again.
    pub next_send_at: i64,
    /// When the code ends.
    pub expires_at: i64,
}

/// Inserts a pending change; end the one before with [`end`] first, under [`crate::users::lock`].
pub async fn insert(db: &mut AnyConnection, change: &NewChange<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO contact_changes (id, organization_id, user_id, session_id, kind, new_value, code_hash, \
         attempts_left, sends_left, next_send_at, expires_at, state, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'pending', $12, $12)",
    )
    .bind(change.id.as_str())
    .bind(change.organization_id.as_str())
    .bind(change.user_id.as_str())
    .bind(change.session_id.as_str())
    .bind(change.kind)
    .bind(change.new_value)
    .bind(change.code_hash)
    .bind(change.attempts)
    .bind(change.resends)
    .bind(change.next_send_at)
    .bind(change.expires_at)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// The pending changes of a person, living at `now`; at most one of each kind.
pub async fn pending(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<Vec<ChangeRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, kind, session_id, new_value, code_hash, attempts_left, sends_left, next_send_at, expires_at \
         FROM contact_changes WHERE user_id = $1 AND state = 'pending' AND expires_at > $2 AND attempts_left > 0",
    )
    .bind(user.as_str())
    .bind(now)
    .fetch_all(db)
    .await?)
}

/// Where a change stands.
#[derive(Clone, Debug, FromRow)]
pub struct ChangeState {
    /// `pending`, `confirmed`, `cancelled`, `expired` or `undone`.
    pub state: String,
    /// [`PHONE`] or [`EMAIL`].
    pub kind: String,
    /// E.164, or an address as typed.
    pub new_value: String,
    /// How many codes may still be tried.
    pub attempts_left: i64,
    /// The session whose person gave the password.
    pub session_id: String,
}

/// Where that person's change of that id stands.
pub async fn state_of(db: &mut AnyConnection, user: &UserId, id: &ChangeId) -> Result<Option<ChangeState>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT state, kind, new_value, attempts_left, session_id FROM contact_changes WHERE id = $1 AND user_id = $2",
    )
    .bind(id.as_str())
    .bind(user.as_str())
    .fetch_optional(db)
    .await?)
}

/// Takes one attempt at a code, if there is one, and answers with the row as it is then. `None`: not pending, expired or used up.
/// The attempt is gone whether the code turns out right or wrong, and a right one must still win [`confirm`].
pub async fn take_attempt(
    db: &mut AnyConnection,
    user: &UserId,
    id: &ChangeId,
    now: i64,
) -> Result<Option<ChangeRow>, StoreError> {
    Ok(sqlx::query_as(
        "UPDATE contact_changes SET attempts_left = attempts_left - 1, updated_at = $3 \
         WHERE id = $1 AND user_id = $2 AND kind = 'phone' AND state = 'pending' AND attempts_left > 0 \
         AND expires_at > $3 \
         RETURNING id, kind, session_id, new_value, code_hash, attempts_left, sends_left, next_send_at, expires_at",
    )
    .bind(id.as_str())
    .bind(user.as_str())
    .bind(now)
    .fetch_optional(db)
    .await?)
}

/// The change that a link of this token's SHA-256 confirms, in whatever state.
pub async fn by_link(db: &mut AnyConnection, token_hash: &str) -> Result<Option<LinkedChange>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, user_id, state, new_value, expires_at FROM contact_changes \
         WHERE code_hash = $1 AND kind = 'email'",
    )
    .bind(token_hash)
    .fetch_optional(db)
    .await?)
}

/// A change of an address, found by its link.
#[derive(Clone, Debug, FromRow)]
pub struct LinkedChange {
    /// [`ChangeId`].
    pub id: String,
    /// [`UserId`].
    pub user_id: String,
    /// See [`ChangeState::state`].
    pub state: String,
    /// The address as typed.
    pub new_value: String,
    /// When the link ends, milliseconds.
    pub expires_at: i64,
}

/// What was before a change, and until when it can be brought back.
pub struct Before<'a> {
    /// E.164, or an address as typed.
    pub value: &'a str,
    /// The form that is compared: E.164, or [`perfil_models::EmailAddress::folded`].
    pub folded: &'a str,
    /// SHA-256 of the undo link's token.
    pub undo_hash: &'a str,
    /// When the undo link ends, milliseconds.
    pub undo_until: i64,
}

/// Confirms a pending change; `before` is `None` where there was nothing. False: another request was first.
pub async fn confirm(
    db: &mut AnyConnection,
    id: &str,
    before: Option<&Before<'_>>,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE contact_changes SET state = 'confirmed', updated_at = $2, old_value = $3, old_folded = $4, \
         undo_hash = $5, undo_until = $6 WHERE id = $1 AND state = 'pending' AND expires_at > $2",
    )
    .bind(id)
    .bind(now)
    .bind(before.map(|before| before.value))
    .bind(before.map(|before| before.folded))
    .bind(before.map(|before| before.undo_hash))
    .bind(before.map(|before| before.undo_until))
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How long codes live, milliseconds: each by itself, and all of one change together.
pub struct CodeLife {
    /// From its sending.
    pub of_code: i64,
    /// From the request.
    pub of_change: i64,
}

/// Replaces the code of a pending change, if it may be sent again now. The attempts stay as they are; the end moves, but
/// not beyond the change's own.
pub async fn resend(
    db: &mut AnyConnection,
    user: &UserId,
    id: &ChangeId,
    code_hash: &str,
    next_send_at: i64,
    life: &CodeLife,
    now: i64,
) -> Result<Option<ChangeRow>, StoreError> {
    Ok(sqlx::query_as(
        "UPDATE contact_changes SET code_hash = $3, sends_left = sends_left - 1, next_send_at = $4, updated_at = $5, \
         expires_at = CASE WHEN created_at + $7 < $5 + $6 THEN created_at + $7 ELSE $5 + $6 END \
         WHERE id = $1 AND user_id = $2 AND state = 'pending' AND sends_left > 0 AND next_send_at <= $5 \
         AND attempts_left > 0 AND expires_at > $5 \
         RETURNING id, kind, session_id, new_value, code_hash, attempts_left, sends_left, next_send_at, expires_at",
    )
    .bind(id.as_str())
    .bind(user.as_str())
    .bind(code_hash)
    .bind(next_send_at)
    .bind(now)
    .bind(life.of_code)
    .bind(life.of_change)
    .fetch_optional(db)
    .await?)
}

/// Ends all pending changes of a person as `cancelled`.
pub async fn end_all(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<u64, StoreError> {
    let done = sqlx::query(
        "UPDATE contact_changes SET state = 'cancelled', updated_at = $2 WHERE user_id = $1 AND state = 'pending'",
    )
    .bind(user.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Ends the pending change of a kind, if there is one, as `cancelled`; answers with its id.
pub async fn end(db: &mut AnyConnection, user: &UserId, kind: &str, now: i64) -> Result<Option<ChangeId>, StoreError> {
    let row: Option<(String,)> = sqlx::query_as(
        "UPDATE contact_changes SET state = 'cancelled', updated_at = $3 \
         WHERE user_id = $1 AND kind = $2 AND state = 'pending' RETURNING id",
    )
    .bind(user.as_str())
    .bind(kind)
    .bind(now)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(id,)| ChangeId::new(id)))
}

/// How far the clocks of two machines may be apart, milliseconds: a change asked for later than that from now was asked
/// for before the clock was set back.
const CLOCKS_APART: i64 = 60_000;

/// Marks what is past its end as `expired`, and what would live too long because the clock was set back.
pub async fn expire(db: &mut AnyConnection, now: i64) -> Result<u64, StoreError> {
    let done = sqlx::query(
        "UPDATE contact_changes SET state = 'expired', updated_at = $1 \
         WHERE state = 'pending' AND (expires_at <= $1 OR created_at > $2)",
    )
    .bind(now)
    .bind(now + CLOCKS_APART)
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Deletes changes that ended before `before`, of any state but pending.
pub async fn delete_old(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query(
        "DELETE FROM contact_changes WHERE state IN ('confirmed', 'cancelled', 'expired', 'undone') AND expires_at < $1",
    )
    .bind(before)
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}
