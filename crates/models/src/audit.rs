//! What can be changed in an organization, as *Changes* under *Organization Settings* names it.

use crate::view::AuditFilter;
use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $word:literal $message:literal $filter:ident;)*) => {
        /// A change in an organization.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum AuditKind {
            $($(#[$doc])* $variant,)*
        }

        impl AuditKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word in the database.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// The id of what a page says about it.
            pub fn message_id(self) -> &'static str {
                match self {
                    $(Self::$variant => $message,)*
                }
            }

            /// Under which filter it is found.
            pub fn filter(self) -> AuditFilter {
                match self {
                    $(Self::$variant => AuditFilter::$filter,)*
                }
            }
        }
    };
}

kinds! {
    /// A member's role was changed.
    RoleChanged "role-changed" "audit-role-changed" Roles;
    /// A member asked for another role.
    RoleAsked "role-asked" "audit-role-asked" Roles;
    /// A member took the request back.
    RoleWithdrawn "role-withdrawn" "audit-role-withdrawn" Roles;
    /// A request for a role was granted.
    RoleGranted "role-granted" "audit-role-granted" Roles;
    /// A request for a role was declined.
    RoleDeclined "role-declined" "audit-role-declined" Roles;
    /// Somebody was invited.
    Invited "invited" "audit-invited" Members;
    /// An invitation was sent again.
    InvitedAgain "invited-again" "audit-invited-again" Members;
    /// An invitation was revoked.
    InvitationRevoked "invitation-revoked" "audit-invitation-revoked" Members;
    /// Somebody joined by an invitation.
    Joined "joined" "audit-joined" Members;
    /// The platform or the operator created a member.
    MemberCreated "member-created" "audit-member-created" Members;
    /// A member was deactivated.
    Deactivated "deactivated" "audit-deactivated" Members;
    /// A member was activated again.
    Reactivated "reactivated" "audit-reactivated" Members;
    /// The organization's name was changed.
    OrganizationRenamed "organization-renamed" "audit-organization-renamed" Organization;
    /// The organization's currency was changed.
    CurrencyChanged "currency-changed" "audit-currency-changed" Organization;
}

impl AuditKind {
    /// The kind of a word of the database; `None` for one that this version does not know.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back_and_name_their_message() {
        for kind in AuditKind::ALL.iter().copied() {
            assert_eq!(AuditKind::from_word(kind.as_str()), Some(kind));
            assert_eq!(kind.message_id(), format!("audit-{}", kind.as_str()));
        }
        assert_eq!(AuditKind::from_word("flew-away"), None);
    }
}
