//! *Organization Settings* in words: times as the reader writes them.

use crate::visit::Visit;
use perfil_accounts::{InvitationFacts, MemberFacts, OrganizationPage, RoleRequestFacts};
use perfil_i18n::Format;
use perfil_models::request::ShowMembers;
use perfil_models::view::{Invitation, Member, Organization, RoleRequest};
use perfil_models::{AccessError, Permission};

impl Visit {
    /// A page of members, and what waits.
    pub async fn organization(&self, form: ShowMembers) -> Result<Organization, AccessError> {
        let page = self.accounts().organization(self.session()?, self.client(), form).await?;
        let format = self.format(&page.region)?;
        Ok(self.organization_in_words(page, &format))
    }

    fn organization_in_words(&self, page: OrganizationPage, format: &Format) -> Organization {
        Organization {
            may_edit_roles: page.role.may(Permission::EditRoles),
            invites_into: page.role.invites_into().to_vec(),
            name: page.name,
            search: page.search,
            members: page.members.into_iter().map(|member| in_words(member, format)).collect(),
            more: page.more,
            invitations: page.invitations.into_iter().map(|invitation| waiting(invitation, format)).collect(),
            requests: page.requests.into_iter().map(|request| asked(request, format)).collect(),
            unreached: page.unreached,
            time_zone: self.city(&page.region.time_zone),
        }
    }
}

fn in_words(member: MemberFacts, format: &Format) -> Member {
    Member {
        id: member.id,
        display_name: member.display_name,
        email: member.email,
        role: member.role,
        has_phone: member.has_phone,
        last_seen: member.last_seen.map(|at| format.brief_moment(at)),
        standing: member.standing,
        is_you: member.is_you,
    }
}

fn waiting(invitation: InvitationFacts, format: &Format) -> Invitation {
    Invitation {
        id: invitation.id,
        email: invitation.email,
        role: invitation.role,
        inviter: invitation.inviter,
        expires: format.brief_moment(invitation.expires_at),
        has_expired: invitation.has_expired,
        may_manage: invitation.may_manage,
    }
}

fn asked(request: RoleRequestFacts, format: &Format) -> RoleRequest {
    RoleRequest {
        id: request.id,
        display_name: request.display_name,
        email: request.email,
        is: request.is,
        wants: request.wants,
        reason: request.reason,
        at: format.brief_moment(request.at),
    }
}
