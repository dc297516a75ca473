//! Accounts that wait to be deleted. Whoever asks for it or carries it out holds the lock of the organization, and of
//! the person.

use crate::StoreError;
use perfil_models::{OrganizationId, UserId};
use sqlx::{AnyConnection, FromRow};

/// A deletion that was asked for. Times in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct DeletionRow {
    /// [`UserId`].
    pub user_id: String,
    /// [`OrganizationId`].
    pub organization_id: String,
    /// `pending`, or `kept` since the person took it back.
    pub state: String,
    /// When the account is erased.
    pub erase_at: i64,
}

impl DeletionRow {
    /// The person's id as its type.
    pub fn user_id(&self) -> UserId {
        UserId::new(self.user_id.clone())
    }

    /// The organization's id as its type.
    pub fn organization_id(&self) -> OrganizationId {
        OrganizationId::new(self.organization_id.clone())
    }
}

/// A new deletion.
pub struct NewDeletion<'a> {
    /// Whose account.
    pub user_id: &'a UserId,
    /// SHA-256 of the token of the link that takes it back.
    pub undo_hash: &'a str,
    /// When the account is erased, milliseconds.
    pub erase_at: i64,
    /// When its person is reminded of it, milliseconds.
    pub remind_at: i64,
}

/// Notes that an account shall be deleted. False: that waits already.
pub async fn insert(db: &mut AnyConnection, new: &NewDeletion<'_>, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO account_deletions (user_id, state, undo_hash, erase_at, remind_at, created_at) \
         VALUES ($1, 'pending', $2, $3, $4, $5) ON CONFLICT (user_id) DO UPDATE \
         SET state = 'pending', undo_hash = $2, erase_at = $3, remind_at = $4, created_at = $5 \
         WHERE account_deletions.state <> 'pending'",
    )
    .bind(new.user_id.as_str())
    .bind(new.undo_hash)
    .bind(new.erase_at)
    .bind(new.remind_at)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// When the person's account is erased (milliseconds), if it was asked for and not taken back.
pub async fn pending(db: &mut AnyConnection, user: &UserId) -> Result<Option<i64>, StoreError> {
    let row: Option<(i64,)> =
        sqlx::query_as("SELECT erase_at FROM account_deletions WHERE user_id = $1 AND state = 'pending'")
            .bind(user.as_str())
            .fetch_optional(db)
            .await?;
    Ok(row.map(|(at,)| at))
}

/// The deletion that a link of this token's SHA-256 takes back.
pub async fn by_link(db: &mut AnyConnection, token_hash: &str) -> Result<Option<DeletionRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT d.user_id, u.organization_id, d.state, d.erase_at FROM account_deletions d \
         JOIN users u ON u.id = d.user_id WHERE d.undo_hash = $1",
    )
    .bind(token_hash)
    .fetch_optional(db)
    .await?)
}

/// Takes a deletion back. False: none waits.
pub async fn keep(db: &mut AnyConnection, user: &UserId) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE account_deletions SET state = 'kept' WHERE user_id = $1 AND state = 'pending'")
        .bind(user.as_str())
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The first `limit` deletions whose time has come.
pub async fn due(db: &mut AnyConnection, now: i64, limit: i64) -> Result<Vec<DeletionRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT d.user_id, u.organization_id, d.state, d.erase_at FROM account_deletions d \
         JOIN users u ON u.id = d.user_id WHERE d.state = 'pending' AND d.erase_at <= $1 ORDER BY d.erase_at LIMIT $2",
    )
    .bind(now)
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// The first `limit` deletions whose people are to be reminded.
pub async fn to_remind(db: &mut AnyConnection, now: i64, limit: i64) -> Result<Vec<DeletionRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT d.user_id, u.organization_id, d.state, d.erase_at FROM account_deletions d \
         JOIN users u ON u.id = d.user_id WHERE d.state = 'pending' AND d.remind_at <= $1 ORDER BY d.remind_at LIMIT $2",
    )
    .bind(now)
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// Notes that the person is reminded. False: somebody else did it, or the account is kept.
pub async fn note_reminded(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE account_deletions SET remind_at = NULL WHERE user_id = $1 AND state = 'pending' AND remind_at <= $2",
    )
    .bind(user.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How many other Owners stay: neither deactivated nor waiting to be deleted themselves.
pub async fn count_lasting_owners(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    user: &UserId,
) -> Result<i64, StoreError> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM users u WHERE u.organization_id = $1 AND u.role = 'owner' AND u.disabled_at IS NULL \
         AND u.id <> $2 AND NOT EXISTS (SELECT 1 FROM account_deletions d WHERE d.user_id = u.id AND d.state = 'pending')",
    )
    .bind(organization.as_str())
    .bind(user.as_str())
    .fetch_one(db)
    .await?;
    Ok(count)
}
