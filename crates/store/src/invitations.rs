//! Invitations of addresses into an organization. Of an address at most one is `pending` in an organization.

use crate::StoreError;
use perfil_models::{EmailAddress, InvitationId, OrganizationId, Role, UserId};
use sqlx::{AnyConnection, FromRow};

/// An invitation. Times in milliseconds.
#[derive(Clone, Debug, FromRow)]
pub struct InvitationRow {
    /// [`InvitationId`].
    pub id: String,
    /// [`OrganizationId`].
    pub organization_id: String,
    /// What the organization is called.
    pub organization_name: String,
    /// As typed: mail goes there.
    pub email: String,
    /// [`Role`] as a word.
    pub role: String,
    /// The name of who invited.
    pub inviter: String,
    /// `pending`, `accepted` or `revoked`.
    pub state: String,
    /// When the link ends.
    pub expires_at: i64,
}

impl InvitationRow {
    /// The role; a word that this version does not know is the least powerful one.
    pub fn role(&self) -> Role {
        Role::of_row(&self.role)
    }

    /// The id as its type.
    pub fn id(&self) -> InvitationId {
        InvitationId::new(self.id.clone())
    }

    /// The organization's id as its type.
    pub fn organization_id(&self) -> OrganizationId {
        OrganizationId::new(self.organization_id.clone())
    }
}

/// A new invitation, whose link is set by [`renew`].
pub struct NewInvitation<'a> {
    /// The id.
    pub id: &'a InvitationId,
    /// Into which organization.
    pub organization_id: &'a OrganizationId,
    /// The address.
    pub email: &'a EmailAddress,
    /// What the person will be.
    pub role: Role,
    /// Who invites.
    pub invited_by: &'a UserId,
}

/// Inserts an invitation at `now` (milliseconds), unless one of that address waits there. False: one does.
pub async fn insert(db: &mut AnyConnection, new: &NewInvitation<'_>, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO invitations (id, organization_id, email, email_folded, role, invited_by, state, expires_at, \
         created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, 'pending', $7, $7, $7) \
         ON CONFLICT (organization_id, email_folded) WHERE state = 'pending' DO NOTHING",
    )
    .bind(new.id.as_str())
    .bind(new.organization_id.as_str())
    .bind(new.email.as_str())
    .bind(new.email.folded())
    .bind(new.role.as_str())
    .bind(new.invited_by.as_str())
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives an invitation that waits a new link; `token_hash`: SHA-256 of its token, or `None` where no link is sent.
pub async fn renew(
    db: &mut AnyConnection,
    id: &InvitationId,
    token_hash: Option<&str>,
    expires_at: i64,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE invitations SET token_hash = $2, expires_at = $3, updated_at = $4 WHERE id = $1 AND state = 'pending'",
    )
    .bind(id.as_str())
    .bind(token_hash)
    .bind(expires_at)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Takes the lock of an invitation of that organization; take the organization's first. `None`: there is none.
pub async fn lock(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    id: &InvitationId,
) -> Result<Option<InvitationRow>, StoreError> {
    let done = sqlx::query("UPDATE invitations SET updated_at = updated_at WHERE id = $1 AND organization_id = $2")
        .bind(id.as_str())
        .bind(organization.as_str())
        .execute(&mut *db)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(None);
    }
    Ok(sqlx::query_as(
        "SELECT i.id, i.organization_id, o.name AS organization_name, i.email, i.role, u.display_name AS inviter, \
         i.state, i.expires_at FROM invitations i JOIN organizations o ON o.id = i.organization_id \
         JOIN users u ON u.id = i.invited_by WHERE i.id = $1",
    )
    .bind(id.as_str())
    .fetch_optional(db)
    .await?)
}

/// The invitation of this token's SHA-256, in whatever state.
pub async fn by_link(db: &mut AnyConnection, token_hash: &str) -> Result<Option<InvitationRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT i.id, i.organization_id, o.name AS organization_name, i.email, i.role, u.display_name AS inviter, \
         i.state, i.expires_at FROM invitations i JOIN organizations o ON o.id = i.organization_id \
         JOIN users u ON u.id = i.invited_by WHERE i.token_hash = $1",
    )
    .bind(token_hash)
    .fetch_optional(db)
    .await?)
}

/// Those that wait in an organization, the newest first.
pub async fn waiting(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    limit: i64,
) -> Result<Vec<InvitationRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT i.id, i.organization_id, o.name AS organization_name, i.email, i.role, u.display_name AS inviter, \
         i.state, i.expires_at FROM invitations i JOIN organizations o ON o.id = i.organization_id \
         JOIN users u ON u.id = i.invited_by WHERE i.organization_id = $1 AND i.state = 'pending' \
         ORDER BY i.created_at DESC, i.id DESC LIMIT $2",
    )
    .bind(organization.as_str())
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// How many wait in an organization.
pub async fn count_waiting(db: &mut AnyConnection, organization: &OrganizationId) -> Result<i64, StoreError> {
    let (count,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM invitations WHERE organization_id = $1 AND state = 'pending'")
            .bind(organization.as_str())
            .fetch_one(db)
            .await?;
    Ok(count)
}

/// Ends an invitation that waits, as `accepted` or `revoked`. False: it waits no longer.
pub async fn end(db: &mut AnyConnection, id: &InvitationId, state: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE invitations SET state = $2, updated_at = $3 WHERE id = $1 AND state = 'pending'")
        .bind(id.as_str())
        .bind(state)
        .bind(now)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes what was last sent or ended before `before` (milliseconds).
pub async fn delete_old(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM invitations WHERE updated_at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}
