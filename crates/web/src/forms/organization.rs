//! *Organization Settings*.

use super::{Done, Fields, ORGANIZATION, Refused, Shown, USER, refuse};
use crate::visit::Visit;
use perfil_models::request::{Invite, OneInvitation, OneMember, SetRole};
use perfil_models::{AccessError, InvitationId, Role, UserId};

/// Changes the role of a member. Whoever gave the own one away has no more to do on that page.
pub async fn set_role(visit: &Visit, fields: &Fields) -> Shown {
    let is_own = visit.session().is_ok_and(|session| session.user_id.as_str() == fields.text("user"));
    let result = change_role(visit, fields).await;
    let page = if is_own && result.is_ok() { USER } else { ORGANIZATION };
    Shown { page: page.to_owned(), result }
}

async fn change_role(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let (was, role) = (role(fields, "was")?, role(fields, "role")?);
    let form = SetRole { user: UserId::new(fields.text("user")), was, role };
    visit.accounts().set_role(session, form).await.map_err(refuse)?;
    Ok(Done::saying("done-set-role"))
}

/// Deactivates a member.
pub async fn deactivate(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    visit.accounts().deactivate(session, member(fields)).await.map_err(refuse)?;
    Ok(Done::saying("done-deactivate-member"))
}

/// Activates a member again.
pub async fn reactivate(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    visit.accounts().reactivate(session, member(fields)).await.map_err(refuse)?;
    Ok(Done::saying("done-reactivate-member"))
}

/// Invites somebody.
pub async fn invite(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = Invite { email: fields.text("email"), role: role(fields, "role")? };
    visit.accounts().invite_member(session, visit.client(), form).await.map_err(refuse)?;
    Ok(Done::saying("done-invite"))
}

/// Sends an invitation again.
pub async fn resend_invitation(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    visit.accounts().resend_invitation(session, visit.client(), invitation(fields)).await.map_err(refuse)?;
    Ok(Done::saying("done-resend-invitation"))
}

/// Makes the link of an invitation worthless.
pub async fn revoke_invitation(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    visit.accounts().revoke_invitation(session, invitation(fields)).await.map_err(refuse)?;
    Ok(Done::saying("done-revoke-invitation"))
}

/// A role that a select of ours offers.
pub(super) fn role(fields: &Fields, name: &str) -> Result<Role, Refused> {
    Role::from_word(&fields.text(name)).ok_or(AccessError::BadRequest).map_err(refuse)
}

fn member(fields: &Fields) -> OneMember {
    OneMember { user: UserId::new(fields.text("user")) }
}

fn invitation(fields: &Fields) -> OneInvitation {
    OneInvitation { invitation: InvitationId::new(fields.text("invitation")) }
}
