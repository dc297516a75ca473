//! What people are told about besides the security of their account, and by which channel.

use crate::Permission;
use serde::{Deserialize, Serialize};

/// Something to be told about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// How an import of contacts went.
    ContactImports,
    /// Payments, received or failed.
    Payments,
    /// Invoices.
    Invoices,
    /// The balance is below the person's minimum.
    LowCredit,
    /// A member asks for another role.
    RoleRequests,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 5] =
        [Self::ContactImports, Self::Payments, Self::Invoices, Self::LowCredit, Self::RoleRequests];

    /// The word in the database, in addresses and in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ContactImports => "contact-imports",
            Self::Payments => "payments",
            Self::Invoices => "invoices",
            Self::LowCredit => "low-credit",
            Self::RoleRequests => "role-requests",
        }
    }

    /// The topic of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == word)
    }

    /// What a person needs to be told.
    pub fn permission(self) -> Option<Permission> {
        match self {
            Self::ContactImports => None,
            Self::Payments | Self::Invoices | Self::LowCredit => Some(Permission::Billing),
            Self::RoleRequests => Some(Permission::EditRoles),
        }
    }
}

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// By email.
    Email,
    /// By text message.
    Sms,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 2] = [Self::Email, Self::Sms];

    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }

    /// The channel of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.as_str() == word)
    }
}

/// By which channels a person is told about a topic: both, one or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channels {
    /// By email.
    pub email: bool,
    /// By text message.
    pub sms: bool,
}

impl Default for Channels {
    /// What holds until a person chooses.
    fn default() -> Self {
        Self { email: true, sms: false }
    }
}

impl Channels {
    /// Whether the channel is among them.
    pub fn has(self, channel: Channel) -> bool {
        match channel {
            Channel::Email => self.email,
            Channel::Sms => self.sms,
        }
    }

    /// Neither.
    pub fn is_none(self) -> bool {
        !self.email && !self.sms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back() {
        for topic in Topic::ALL {
            assert_eq!(Topic::from_word(topic.as_str()), Some(topic));
        }
        for channel in Channel::ALL {
            assert_eq!(Channel::from_word(channel.as_str()), Some(channel));
        }
        assert_eq!((Topic::from_word("weather"), Channel::from_word("pigeon")), (None, None));
    }

    #[test]
    fn money_and_roles_need_a_permission() {
        let with = |permission| Topic::ALL.into_iter().filter(|topic| topic.permission() == permission).count();
        assert_eq!(with(None), 1);
        assert_eq!(with(Some(Permission::Billing)), 3);
        assert_eq!(with(Some(Permission::EditRoles)), 1);
    }
}
