//! Roles and what they permit.

use serde::{Deserialize, Serialize};

/// What a person is in the organization. Only the Owner edits roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Everything, roles included. An organization always has one.
    Owner,
    /// Sees the organization and its members, and invites more.
    Admin,
    /// A member who also sees payments, invoices and credit.
    Billing,
    /// Own settings only.
    Member,
}

/// One thing that a role may allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Permission {
    /// Be told of payments, invoices and low credit.
    Billing,
    /// Open Organization Settings.
    ViewOrganization,
    /// Invite people: into which roles, [`Role::invites_into`] says.
    Invite,
    /// Change the role of a member, or deactivate one.
    EditRoles,
    /// Change what concerns the organization as a whole, and sign everyone out.
    EditOrganization,
    /// Make, replace and revoke the organization's API keys.
    ManageKeys,
}

impl Permission {
    /// Every permission, the least powerful first.
    pub const ALL: [Self; 6] = [
        Self::Billing,
        Self::ViewOrganization,
        Self::Invite,
        Self::EditRoles,
        Self::EditOrganization,
        Self::ManageKeys,
    ];
}

impl Role {
    /// Every role, the most powerful first.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Admin, Self::Billing, Self::Member];

    /// Those that have [`Permission::Billing`].
    pub const BILLING: [Self; 2] = [Self::Owner, Self::Billing];

    /// Whether the role has the permission.
    pub fn may(self, permission: Permission) -> bool {
        match permission {
            Permission::Billing => Self::BILLING.contains(&self),
            Permission::ViewOrganization | Permission::Invite => matches!(self, Self::Owner | Self::Admin),
            Permission::EditRoles | Permission::EditOrganization | Permission::ManageKeys => {
                matches!(self, Self::Owner)
            }
        }
    }

    /// The roles that somebody of this role may invite people into.
    pub fn invites_into(self) -> &'static [Self] {
        match self {
            Self::Owner => &Self::ALL,
            Self::Admin => &[Self::Member],
            Self::Billing | Self::Member => &[],
        }
    }

    /// The word in the database and in messages (`role-owner`, …).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Billing => "billing",
            Self::Member => "member",
        }
    }

    /// The role of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }

    /// The role of a word of the database; one that this version does not know is the least powerful.
    pub fn of_row(word: &str) -> Self {
        Self::from_word(word).unwrap_or(Self::Member)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_owner_edits_roles_and_only_two_roles_see_billing() {
        let with = |permission| Role::ALL.into_iter().filter(|role| role.may(permission)).collect::<Vec<_>>();
        assert_eq!(with(Permission::EditRoles), [Role::Owner]);
        assert_eq!(with(Permission::ManageKeys), [Role::Owner]);
        assert_eq!(with(Permission::EditOrganization), [Role::Owner]);
        assert_eq!(with(Permission::Billing), [Role::Owner, Role::Billing]);
        assert_eq!(with(Permission::ViewOrganization), [Role::Owner, Role::Admin]);
    }

    #[test]
    fn a_word_of_another_version_gives_no_power() {
        assert_eq!(Role::ALL.map(|role| Role::of_row(role.as_str())), Role::ALL);
        assert_eq!(Role::of_row("emperor"), Role::Member);
    }

    #[test]
    fn whoever_may_invite_invites_into_some_role() {
        for role in Role::ALL {
            assert_eq!(role.may(Permission::Invite), !role.invites_into().is_empty(), "{role:?}");
        }
    }
}
