//! *Organization Settings*.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::error::{InviteError, JoinError, RoleError};
use perfil_models::request::{
    AskRole, DecideRole, Invite, Join, OneInvitation, OneMember, OneRoleRequest, SetRole, ShowAudit, ShowMembers,
};
use perfil_models::view::{Account, Audit, Organization};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// The organization and a page of its members; only for who may view it.
    #[post("/api/organization", visit: Extension<Visit>)]
    pub async fn organization(form: ShowMembers) -> Result<Organization, Refusal<AccessError>> {
        Ok(visit.organization(form).await?)
    }

    /// Changes the role of a member.
    #[post("/api/organization/role", visit: Extension<Visit>)]
    pub async fn set_role(form: SetRole) -> Result<(), Refusal<RoleError>> {
        let session = visit.session().map_err(RoleError::from)?;
        Ok(visit.accounts().set_role(session, form).await?)
    }

    /// Deactivates a member, whose sessions end at once.
    #[post("/api/organization/deactivate", visit: Extension<Visit>)]
    pub async fn deactivate(form: OneMember) -> Result<(), Refusal<RoleError>> {
        let session = visit.session().map_err(RoleError::from)?;
        Ok(visit.accounts().deactivate(session, form).await?)
    }

    /// Activates a member again.
    #[post("/api/organization/reactivate", visit: Extension<Visit>)]
    pub async fn reactivate(form: OneMember) -> Result<(), Refusal<RoleError>> {
        let session = visit.session().map_err(RoleError::from)?;
        Ok(visit.accounts().reactivate(session, form).await?)
    }

    /// Invites somebody by mail.
    #[post("/api/organization/invite", visit: Extension<Visit>)]
    pub async fn invite(form: Invite) -> Result<(), Refusal<InviteError>> {
        let session = visit.session().map_err(InviteError::from)?;
        Ok(visit.accounts().invite_member(session, visit.client(), form).await?)
    }

    /// Sends an invitation again, with a new link.
    #[post("/api/organization/invitations/resend", visit: Extension<Visit>)]
    pub async fn resend_invitation(form: OneInvitation) -> Result<(), Refusal<InviteError>> {
        let session = visit.session().map_err(InviteError::from)?;
        Ok(visit.accounts().resend_invitation(session, visit.client(), form).await?)
    }

    /// Makes the link of an invitation worthless.
    #[post("/api/organization/invitations/revoke", visit: Extension<Visit>)]
    pub async fn revoke_invitation(form: OneInvitation) -> Result<(), Refusal<InviteError>> {
        let session = visit.session().map_err(InviteError::from)?;
        Ok(visit.accounts().revoke_invitation(session, form).await?)
    }

    /// Makes an account by an invitation; answers with the address to sign in with.
    #[post("/api/join", visit: Extension<Visit>)]
    pub async fn join(form: Join) -> Result<String, Refusal<JoinError>> {
        Ok(visit.accounts().join(visit.client(), form).await?)
    }

    /// Asks the Owner for another role.
    #[post("/api/role/ask", visit: Extension<Visit>)]
    pub async fn ask_role(form: AskRole) -> Result<Account, Refusal<RoleError>> {
        let session = visit.session().map_err(RoleError::from)?;
        visit.accounts().ask_role(session, form).await?;
        Ok(visit.account().await.map_err(RoleError::from)?)
    }

    /// Takes the request back.
    #[post("/api/role/withdraw", visit: Extension<Visit>)]
    pub async fn withdraw_role_request(form: OneRoleRequest) -> Result<Account, Refusal<RoleError>> {
        let session = visit.session().map_err(RoleError::from)?;
        visit.accounts().withdraw_role_request(session, form).await?;
        Ok(visit.account().await.map_err(RoleError::from)?)
    }

    /// Grants a request for a role, or declines it.
    #[post("/api/organization/requests/decide", visit: Extension<Visit>)]
    pub async fn decide_role(form: DecideRole) -> Result<(), Refusal<RoleError>> {
        let session = visit.session().map_err(RoleError::from)?;
        Ok(visit.accounts().decide_role(session, form).await?)
    }

    /// A page of what was changed in the organization.
    #[post("/api/organization/audit", visit: Extension<Visit>)]
    pub async fn audit(form: ShowAudit) -> Result<Audit, Refusal<AccessError>> {
        Ok(visit.audit(form).await?)
    }
}
