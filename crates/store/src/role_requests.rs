//! Requests of members for another role.

use crate::StoreError;
use perfil_models::{OrganizationId, Reason, Role, RoleRequestId, UserId};
use sqlx::{AnyConnection, FromRow};

/// The member got the role.
pub const GRANTED: &str = "granted";
/// The member did not get it.
pub const DECLINED: &str = "declined";

/// A new request.
pub struct NewRoleRequest<'a> {
    /// The id.
    pub id: &'a RoleRequestId,
    /// Where.
    pub organization_id: &'a OrganizationId,
    /// Who asks.
    pub user_id: &'a UserId,
    /// For what.
    pub role: Role,
    /// Why.
    pub reason: &'a Reason,
}

/// Inserts a request at `now` (milliseconds). False: another one of that person waits.
pub async fn insert(db: &mut AnyConnection, request: &NewRoleRequest<'_>, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO role_requests (id, organization_id, user_id, role, reason, state, created_at) \
         VALUES ($1, $2, $3, $4, $5, 'pending', $6) ON CONFLICT (user_id) WHERE state = 'pending' DO NOTHING",
    )
    .bind(request.id.as_str())
    .bind(request.organization_id.as_str())
    .bind(request.user_id.as_str())
    .bind(request.role.as_str())
    .bind(request.reason.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What was asked, whether it waits or not.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct AskedRow {
    /// [`RoleRequestId`].
    pub id: String,
    /// Who asked.
    pub user_id: String,
    /// [`Role`] as a word.
    pub role: String,
}

impl AskedRow {
    /// The id as its type.
    pub fn id(&self) -> RoleRequestId {
        RoleRequestId::new(self.id.clone())
    }

    /// Who asked, as its type.
    pub fn user_id(&self) -> UserId {
        UserId::new(self.user_id.clone())
    }

    /// The role; a word that this version does not know is the least powerful one.
    pub fn role(&self) -> Role {
        Role::of_row(&self.role)
    }
}

/// The request of that id in that organization.
pub async fn by_id(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    id: &RoleRequestId,
) -> Result<Option<AskedRow>, StoreError> {
    Ok(sqlx::query_as("SELECT id, user_id, role FROM role_requests WHERE id = $1 AND organization_id = $2")
        .bind(id.as_str())
        .bind(organization.as_str())
        .fetch_optional(db)
        .await?)
}

/// The request of that person which waits.
pub async fn waiting_of_user(db: &mut AnyConnection, user: &UserId) -> Result<Option<AskedRow>, StoreError> {
    Ok(sqlx::query_as("SELECT id, user_id, role FROM role_requests WHERE user_id = $1 AND state = 'pending'")
        .bind(user.as_str())
        .fetch_optional(db)
        .await?)
}

/// A request that waits, with who asks.
#[derive(Clone, Debug, FromRow)]
pub struct WaitingRow {
    /// [`RoleRequestId`].
    pub id: String,
    /// The name of who asks.
    pub display_name: String,
    /// The address of who asks.
    pub email: String,
    /// What that person is: [`Role`] as a word.
    pub current: String,
    /// What that person asks to be, likewise.
    pub role: String,
    /// Why.
    pub reason: String,
    /// When, milliseconds.
    pub created_at: i64,
}

/// The first `limit` requests that wait in an organization, the oldest first.
pub async fn waiting(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    limit: i64,
) -> Result<Vec<WaitingRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT r.id, u.display_name, u.email, u.role AS current, r.role, r.reason, r.created_at \
         FROM role_requests r JOIN users u ON u.id = r.user_id \
         WHERE r.organization_id = $1 AND r.state = 'pending' ORDER BY r.created_at, r.id LIMIT $2",
    )
    .bind(organization.as_str())
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// Decides on a request: [`GRANTED`] or [`DECLINED`]. False: it waits no longer.
pub async fn decide(
    db: &mut AnyConnection,
    id: &RoleRequestId,
    state: &str,
    decided_by: &UserId,
    now: i64,
) -> Result<bool, StoreError> {
    let row: Option<(String,)> = sqlx::query_as(
        "UPDATE role_requests SET state = $2, decided_by = $3, decided_at = $4 \
         WHERE id = $1 AND state = 'pending' RETURNING id",
    )
    .bind(id.as_str())
    .bind(state)
    .bind(decided_by.as_str())
    .bind(now)
    .fetch_optional(db)
    .await?;
    Ok(row.is_some())
}

/// Takes a person's own request back; answers with the role that was asked for. `None`: it waits no longer.
pub async fn withdraw(
    db: &mut AnyConnection,
    user: &UserId,
    id: &RoleRequestId,
    now: i64,
) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> = sqlx::query_as(
        "UPDATE role_requests SET state = 'withdrawn', decided_at = $3 \
         WHERE id = $1 AND user_id = $2 AND state = 'pending' RETURNING role",
    )
    .bind(id.as_str())
    .bind(user.as_str())
    .bind(now)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(role,)| role))
}

/// Ends the request of a person who got a role without it: it is granted if that was the role, and withdrawn if the person
/// became Owner, who asks for nothing. For another role it goes on waiting.
pub async fn settle(db: &mut AnyConnection, user: &UserId, role: Role, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE role_requests SET state = CASE WHEN role = $2 THEN 'granted' ELSE 'withdrawn' END, decided_at = $3 \
         WHERE user_id = $1 AND state = 'pending' AND (role = $2 OR $2 = 'owner')",
    )
    .bind(user.as_str())
    .bind(role.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Withdraws the request of a person who is deactivated.
pub async fn end(db: &mut AnyConnection, user: &UserId, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE role_requests SET state = 'withdrawn', decided_at = $2 WHERE user_id = $1 AND state = 'pending'",
    )
    .bind(user.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes requests that ended before `before` (milliseconds).
pub async fn delete_old(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM role_requests WHERE decided_at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}
