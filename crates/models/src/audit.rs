//! What can be changed in an organization, as *Changes* under *Organization Settings* names it.

use crate::kinds::kinds;
use crate::view::AuditFilter;
use serde::{Deserialize, Serialize};

kinds! {
    /// A change in an organization.
    AuditKind found by AuditFilter {
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
        /// A member's account was deleted.
        MemberDeleted "member-deleted" "audit-member-deleted" Members;
        /// The organization's name was changed.
        OrganizationRenamed "organization-renamed" "audit-organization-renamed" Organization;
        /// The organization's currency was changed.
        CurrencyChanged "currency-changed" "audit-currency-changed" Organization;
        /// A key was made.
        KeyCreated "key-created" "audit-key-created" Organization;
        /// A key was replaced by another of the same name.
        KeyRotated "key-rotated" "audit-key-rotated" Organization;
        /// A key was revoked.
        KeyRevoked "key-revoked" "audit-key-revoked" Organization;
        /// What new members begin with was changed.
        DefaultsChanged "defaults-changed" "audit-defaults-changed" Organization;
        /// The countries of members' numbers were changed.
        SmsCountriesChanged "sms-countries-changed" "audit-sms-countries-changed" Organization;
        /// The fewest characters of a new password were changed.
        PasswordMinChanged "password-min-changed" "audit-password-min-changed" Organization;
        /// All sessions were ended.
        EveryoneSignedOut "everyone-signed-out" "audit-everyone-signed-out" Organization;
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
