//! *Organization Settings*: members, invitations, requests for roles, and what was changed.

use crate::{AuditKind, InvitationId, Role, RoleRequestId, Topic, UserId};
use serde::{Deserialize, Serialize};

/// *Organization Settings* as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// The organization's name.
    pub name: String,
    /// Whether the reader may change roles, decide on requests and deactivate members.
    pub may_edit_roles: bool,
    /// The roles that the reader may invite people into; empty: none.
    pub invites_into: Vec<Role>,
    /// What was searched for; empty: nothing.
    pub search: String,
    /// The members on this page, by name.
    pub members: Vec<Member>,
    /// Where the next page of members begins, if there are more.
    pub more: Option<String>,
    /// Invitations that wait for an answer, the newest first.
    pub invitations: Vec<Invitation>,
    /// Requests for roles that wait for a decision, the oldest first; empty for who may not decide.
    pub requests: Vec<RoleRequest>,
    /// The topics about money that nobody would be told about, for who may change that.
    pub unreached: Vec<Topic>,
    /// The time zone of all times on the page, by its city or as `UTC`.
    pub time_zone: String,
}

/// A member of the organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub id: UserId,
    /// The name.
    pub display_name: String,
    /// The email address.
    pub email: String,
    /// The role.
    pub role: Role,
    /// Whether a verified phone number is on file.
    pub has_phone: bool,
    /// When the person was last here, in the reader's language and time zone; `None`: never.
    pub last_seen: Option<String>,
    /// Whether the person can sign in.
    pub standing: Standing,
    /// Whether this is the reader.
    pub is_you: bool,
}

/// Whether a member can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Yes.
    Active,
    /// Not yet: the platform has created the account, and no password was chosen.
    Invited,
    /// Not any more, until activated again.
    Deactivated,
}

/// An invitation that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// The address.
    pub email: String,
    /// What the person will be.
    pub role: Role,
    /// The name of who invites.
    pub inviter: String,
    /// When the link ends, in the reader's language and time zone.
    pub expires: String,
    /// Whether the link has ended.
    pub has_expired: bool,
    /// Whether the reader may send it again or revoke it.
    pub may_manage: bool,
}

/// A member's request for another role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleRequest {
    /// Which.
    pub id: RoleRequestId,
    /// The member's name.
    pub display_name: String,
    /// The member's address.
    pub email: String,
    /// What the member is.
    pub is: Role,
    /// What the member asks to be.
    pub wants: Role,
    /// Why.
    pub reason: String,
    /// When it was asked, in the reader's language and time zone.
    pub at: String,
}

/// A role that the reader asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedRole {
    /// Which request.
    pub request: RoleRequestId,
    /// Which role.
    pub role: Role,
}

/// What was changed in the organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    /// What is shown of it.
    pub filter: AuditFilter,
    /// The changes, the newest first.
    pub entries: Vec<AuditEntry>,
    /// Where the next page begins, if there are more.
    pub more: Option<String>,
    /// The time zone of all times on the page, by its city or as `UTC`.
    pub time_zone: String,
}

/// One change. What it concerns and who made it may be gone by now: then the text is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// What.
    pub kind: AuditKind,
    /// The name of who made it; `None`: the platform or the operator, as `by` says.
    pub actor: Option<String>,
    /// The message id of who made it where that was no member (`audit-by-platform`, `audit-by-operator`).
    pub by: Option<String>,
    /// The member or address that it concerns; empty: the organization itself.
    pub subject: String,
    /// What was before, as the page says it; may be empty.
    pub before: String,
    /// What is now, likewise.
    pub after: String,
    /// When, in the reader's language and time zone.
    pub at: String,
}

/// Which changes to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuditFilter {
    /// All of them.
    #[default]
    All,
    /// Roles, and requests for them.
    Roles,
    /// Members and invitations.
    Members,
    /// The organization itself.
    Organization,
}

impl AuditFilter {
    /// Every filter, in the order a list shows them.
    pub const ALL: [Self; 4] = [Self::All, Self::Roles, Self::Members, Self::Organization];

    /// The word in an address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Roles => "roles",
            Self::Members => "members",
            Self::Organization => "organization",
        }
    }

    /// The filter of a word; [`AuditFilter::All`] for one that is not known.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|filter| filter.as_str() == word).unwrap_or_default()
    }

    /// Whether it shows changes of that kind.
    pub fn shows(self, kind: AuditKind) -> bool {
        self == Self::All || self == kind.filter()
    }
}
