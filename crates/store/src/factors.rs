//! Second factors: authenticator apps and passkeys. A person has few of them; `pending` is an app that waits for its first
//! code.

use crate::StoreError;
use perfil_models::{FactorId, UserId};
use sqlx::{AnyConnection, FromRow};

/// The word for an authenticator app.
pub const APP: &str = "app";
/// The word for a passkey.
pub const PASSKEY: &str = "passkey";

/// A factor. Times in milliseconds.
#[derive(Clone, Debug, FromRow)]
pub struct FactorRow {
    /// [`FactorId`].
    pub id: String,
    /// [`UserId`].
    pub user_id: String,
    /// [`APP`] or [`PASSKEY`].
    pub kind: String,
    /// `pending` or `active`.
    pub state: String,
    /// What its owner calls it.
    pub name: String,
    /// An app's sealed secret, or a passkey as JSON.
    pub secret: String,
    /// When somebody last signed in with it.
    pub last_used_at: Option<i64>,
    /// When a pending one is given up.
    pub expires_at: Option<i64>,
    /// When it was added.
    pub created_at: i64,
}

/// A new factor.
pub struct NewFactor<'a> {
    /// The id.
    pub id: &'a FactorId,
    /// Whose.
    pub user_id: &'a UserId,
    /// [`APP`] or [`PASSKEY`].
    pub kind: &'a str,
    /// What its owner calls it.
    pub name: &'a str,
    /// An app's sealed secret, or a passkey as JSON.
    pub secret: &'a str,
    /// A passkey's id, base64url.
    pub credential_id: Option<&'a str>,
    /// When it is given up (milliseconds), if it is pending; `None`: it is active.
    pub expires_at: Option<i64>,
}

/// Inserts a factor. [`StoreError::Taken`]: the passkey belongs to an account already; on PostgreSQL the transaction is
/// lost then.
pub async fn insert(db: &mut AnyConnection, factor: &NewFactor<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO factors (id, user_id, kind, state, name, secret, credential_id, last_step, expires_at, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)",
    )
    .bind(factor.id.as_str())
    .bind(factor.user_id.as_str())
    .bind(factor.kind)
    .bind(if factor.expires_at.is_some() { "pending" } else { "active" })
    .bind(factor.name)
    .bind(factor.secret)
    .bind(factor.credential_id)
    .bind(factor.expires_at)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// The factors in use and the pending one, the oldest first.
pub async fn of_user(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<Vec<FactorRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, user_id, kind, state, name, secret, last_used_at, expires_at, created_at FROM factors \
         WHERE user_id = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY created_at, id",
    )
    .bind(user.as_str())
    .bind(now)
    .fetch_all(db)
    .await?)
}

/// The passkey of that id (base64url), of whomever.
pub async fn by_credential(db: &mut AnyConnection, credential_id: &str) -> Result<Option<FactorRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, user_id, kind, state, name, secret, last_used_at, expires_at, created_at FROM factors \
         WHERE credential_id = $1",
    )
    .bind(credential_id)
    .fetch_optional(db)
    .await?)
}

/// Takes a pending app into use, by a code of that time step. False: it is not pending, or no longer.
pub async fn confirm(
    db: &mut AnyConnection,
    user: &UserId,
    id: &FactorId,
    step: i64,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE factors SET state = 'active', last_step = $3, expires_at = NULL, created_at = $4 \
         WHERE id = $1 AND user_id = $2 AND state = 'pending' AND expires_at > $4",
    )
    .bind(id.as_str())
    .bind(user.as_str())
    .bind(step)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Uses up an app's code of that time step. False: a code of this step or a later one was used before.
pub async fn use_step(db: &mut AnyConnection, id: &FactorId, step: i64, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE factors SET last_step = $2, last_used_at = $3 WHERE id = $1 AND state = 'active' AND last_step < $2",
    )
    .bind(id.as_str())
    .bind(step)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that a passkey was used; `from` and `to` are its JSON before and after. False: it was used or removed meanwhile.
pub async fn use_passkey(
    db: &mut AnyConnection,
    id: &FactorId,
    from: &str,
    to: &str,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE factors SET secret = $3, last_used_at = $4 WHERE id = $1 AND secret = $2")
        .bind(id.as_str())
        .bind(from)
        .bind(to)
        .bind(now)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Stores the same secret under another seal.
pub async fn replace_secret(db: &mut AnyConnection, id: &FactorId, secret: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE factors SET secret = $2 WHERE id = $1").bind(id.as_str()).bind(secret).execute(db).await?;
    Ok(())
}

/// Removes a factor in use. `None`: that person has none of that id.
pub async fn remove(db: &mut AnyConnection, user: &UserId, id: &FactorId) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> =
        sqlx::query_as("DELETE FROM factors WHERE id = $1 AND user_id = $2 AND state = 'active' RETURNING name")
            .bind(id.as_str())
            .bind(user.as_str())
            .fetch_optional(db)
            .await?;
    Ok(row.map(|(name,)| name))
}

/// Gives up a person's pending app.
pub async fn remove_pending(db: &mut AnyConnection, user: &UserId) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM factors WHERE user_id = $1 AND state = 'pending'")
        .bind(user.as_str())
        .execute(db)
        .await?;
    Ok(done.rows_affected())
}

/// Removes all factors of a person.
pub async fn remove_all(db: &mut AnyConnection, user: &UserId) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM factors WHERE user_id = $1").bind(user.as_str()).execute(db).await?;
    Ok(done.rows_affected())
}

/// Deletes apps that nobody confirmed in time.
pub async fn delete_expired(db: &mut AnyConnection, now: i64) -> Result<u64, StoreError> {
    let done =
        sqlx::query("DELETE FROM factors WHERE state = 'pending' AND expires_at <= $1").bind(now).execute(db).await?;
    Ok(done.rows_affected())
}
