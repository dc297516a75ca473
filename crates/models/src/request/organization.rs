//! What is sent about members of the organization, invitations, requests for roles and what was changed.

use crate::view::AuditFilter;
use crate::{InvitationId, Role, RoleRequestId, Secret, UserId};
use serde::{Deserialize, Serialize};

/// Show members of the organization.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowMembers {
    /// What a word of the name or the address begins with; empty: everybody.
    #[serde(default)]
    pub search: String,
    /// [`crate::view::Organization::more`] of the page before; `None`: the first.
    #[serde(default)]
    pub after: Option<String>,
}

/// Change the role of a member.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetRole {
    /// Whose.
    pub user: UserId,
    /// The role that the page showed.
    pub was: Role,
    /// The role from now on.
    pub role: Role,
}

/// A member, to be deactivated or activated again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneMember {
    /// Who.
    pub user: UserId,
}

/// Invite somebody into the organization.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    /// The address.
    pub email: String,
    /// What the person will be.
    pub role: Role,
}

/// An invitation, to be sent again or revoked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneInvitation {
    /// Which.
    pub invitation: InvitationId,
}

/// Accept an invitation: make an account.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// The link's token.
    pub token: Secret,
    /// The name that others see.
    pub display_name: String,
    /// The password.
    pub new: Secret,
    /// The same again.
    pub repeat: Secret,
}

/// Ask the Owner for another role.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskRole {
    /// Which.
    pub role: Role,
    /// Why.
    pub reason: String,
}

/// A request for a role, to be withdrawn.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneRoleRequest {
    /// Which.
    pub request: RoleRequestId,
}

/// Grant a request for a role, or decline it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecideRole {
    /// Which.
    pub request: RoleRequestId,
    /// Whether the role is granted.
    pub grant: bool,
}

/// Show what was changed in the organization.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowAudit {
    /// Which changes.
    #[serde(default)]
    pub filter: AuditFilter,
    /// [`crate::view::Audit::more`] of the page before; `None`: the newest.
    #[serde(default)]
    pub before: Option<String>,
}
