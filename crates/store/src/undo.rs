//! Undoing a change of a contact: for some days the value of before can be brought back by a link, and belongs to nobody
//! else meanwhile.

use crate::StoreError;
use perfil_models::UserId;
use sqlx::{AnyConnection, FromRow};

/// A change that was made, found by its undo link. Times in milliseconds.
#[derive(Clone, Debug, FromRow)]
pub struct UndoRow {
    /// [`perfil_models::ChangeId`].
    pub id: String,
    /// [`UserId`].
    pub user_id: String,
    /// [`crate::contact_changes::PHONE`] or [`crate::contact_changes::EMAIL`].
    pub kind: String,
    /// `confirmed`, or `undone` when the link was used.
    pub state: String,
    /// What was changed to.
    pub new_value: String,
    /// What was before.
    pub old_value: String,
    /// When the link ends.
    pub undo_until: i64,
}

/// The change that a link of this token's SHA-256 undoes.
pub async fn by_link(db: &mut AnyConnection, token_hash: &str) -> Result<Option<UndoRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, user_id, kind, state, new_value, old_value, undo_until FROM contact_changes WHERE undo_hash = $1",
    )
    .bind(token_hash)
    .fetch_optional(db)
    .await?)
}

/// Marks the change as undone, if that may still be. False: another request was first, or its time is over.
pub async fn mark(db: &mut AnyConnection, id: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE contact_changes SET state = 'undone', updated_at = $2 \
         WHERE id = $1 AND state = 'confirmed' AND undo_until > $2",
    )
    .bind(id)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The other person to whom this address or number may still go back, with the writing it had.
#[derive(Clone, Debug, FromRow)]
pub struct Reservation {
    /// [`UserId`].
    pub user_id: String,
    /// The value as it was.
    pub old_value: String,
}

/// Who besides `user` may still bring `folded` back. Ask *after* writing the value: on PostgreSQL a unique index has then
/// waited for whoever was giving it up.
pub async fn reservation(
    db: &mut AnyConnection,
    folded: &str,
    user: &UserId,
    now: i64,
) -> Result<Option<Reservation>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT user_id, old_value FROM contact_changes \
         WHERE old_folded = $1 AND undo_until > $3 AND state = 'confirmed' AND user_id <> $2 LIMIT 1",
    )
    .bind(folded)
    .bind(user.as_str())
    .bind(now)
    .fetch_optional(db)
    .await?)
}
