//! Imports of contacts, as the platform tells of them.

use crate::StoreError;
use perfil_models::{OrganizationId, UserId};
use sqlx::{AnyConnection, FromRow};

/// How far an import is. Times in milliseconds.
pub struct ImportStep<'a> {
    /// Where it happens.
    pub organization_id: &'a OrganizationId,
    /// The platform's own name for it, unique in the organization.
    pub external_id: &'a str,
    /// Who imports.
    pub user_id: &'a UserId,
    /// What people call it.
    pub name: &'a str,
    /// `running`, `completed` or `failed`.
    pub state: &'a str,
    /// Contacts looked at.
    pub done: i64,
    /// Contacts in all, if known.
    pub total: Option<i64>,
    /// Contacts taken.
    pub imported: i64,
    /// Contacts not taken.
    pub rejected: i64,
    /// Why they were not taken: JSON, `[[reason, count], …]`.
    pub reasons: &'a str,
    /// Why it failed.
    pub failure: Option<&'a str>,
    /// When it was so.
    pub occurred_at: i64,
}

/// Notes how far an import is, unless it is over or was further already. False: nothing changed.
pub async fn step(db: &mut AnyConnection, step: &ImportStep<'_>) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO contact_imports (organization_id, external_id, user_id, name, state, done, total, imported, \
         rejected, reasons, failure, occurred_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
         ON CONFLICT (organization_id, external_id) DO UPDATE SET name = $4, state = $5, \
         done = CASE WHEN $5 = 'failed' THEN contact_imports.done ELSE $6 END, \
         total = COALESCE($7, contact_imports.total), imported = $8, rejected = $9, reasons = $10, failure = $11, \
         occurred_at = $12 \
         WHERE contact_imports.state = 'running' AND ($5 <> 'running' OR contact_imports.done <= $6)",
    )
    .bind(step.organization_id.as_str())
    .bind(step.external_id)
    .bind(step.user_id.as_str())
    .bind(step.name)
    .bind(step.state)
    .bind(step.done)
    .bind(step.total)
    .bind(step.imported)
    .bind(step.rejected)
    .bind(step.reasons)
    .bind(step.failure)
    .bind(step.occurred_at)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// An import.
#[derive(Clone, Debug, FromRow)]
pub struct ImportRow {
    /// The platform's own name for it.
    pub external_id: String,
    /// What people call it.
    pub name: String,
    /// `running`, `completed` or `failed`.
    pub state: String,
    /// Contacts looked at.
    pub done: i64,
    /// Contacts in all, if known.
    pub total: Option<i64>,
    /// Contacts taken.
    pub imported: i64,
    /// Contacts not taken.
    pub rejected: i64,
    /// JSON, `[[reason, count], …]`.
    pub reasons: String,
    /// Why it failed.
    pub failure: Option<String>,
    /// When it was so, milliseconds.
    pub occurred_at: i64,
}

/// The latest `limit` imports of a person since `since` (milliseconds), the newest first.
pub async fn latest_of_user(
    db: &mut AnyConnection,
    user: &UserId,
    since: i64,
    limit: i64,
) -> Result<Vec<ImportRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT external_id, name, state, done, total, imported, rejected, reasons, failure, occurred_at \
         FROM contact_imports WHERE user_id = $1 AND occurred_at >= $2 ORDER BY occurred_at DESC LIMIT $3",
    )
    .bind(user.as_str())
    .bind(since)
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// Deletes imports of before `before` (milliseconds).
pub async fn delete_old(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM contact_imports WHERE occurred_at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}
