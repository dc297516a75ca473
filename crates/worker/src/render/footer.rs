//! What a mail is about: whom it greets, why it came, and how to be rid of the next one.

use super::arguments::Arguments;
use crate::Parts;
use perfil_models::Topic;
use perfil_store::outbox::MessageRow;

/// That mails about topics can be switched off, and where.
const CHOICE: &str = "mail-footer-choice";

/// Invitations to whoever has the address.
const INVITATIONS: [&str; 2] = ["member-invitation", "member-invitation-known"];

/// What a mail is about, which decides how it begins and ends.
#[derive(Clone, Copy)]
pub(super) enum About {
    /// The security of the account: it cannot be switched off.
    Security,
    /// An invitation: of its reader nothing is known but the address.
    Invitation,
    /// Nothing: its reader asked for it.
    Test,
    /// A topic: its reader can do without.
    Topic(Topic),
}

impl About {
    pub(super) fn of(row: &MessageRow) -> Self {
        match (row.topic.as_deref(), row.topic.as_deref().and_then(Topic::from_word)) {
            (_, Some(topic)) => Self::Topic(topic),
            (Some(_), None) => Self::Test,
            (None, None) if INVITATIONS.contains(&row.template.as_str()) => Self::Invitation,
            (None, None) => Self::Security,
        }
    }

    /// The id of the words that greet its reader.
    pub(super) fn greeting(self) -> &'static str {
        match self {
            Self::Invitation => "mail-greeting-stranger",
            Self::Security | Self::Test | Self::Topic(_) => "mail-greeting",
        }
    }

    /// Ids of the sentences that say why it came.
    pub(super) fn footer(self, arguments: &Arguments) -> &'static [&'static str] {
        match self {
            Self::Security => &["mail-footer"],
            Self::Invitation => &["mail-footer-invitation"],
            Self::Test => &["mail-footer-test"],
            Self::Topic(_) if arguments.is_instead_of_sms() => &["mail-footer-sms-failed", CHOICE],
            Self::Topic(Topic::ContactImports) => &["mail-footer-contact-imports", CHOICE],
            Self::Topic(Topic::Payments) => &["mail-footer-payments", CHOICE],
            Self::Topic(Topic::Invoices) => &["mail-footer-invoices", CHOICE],
            Self::Topic(Topic::LowCredit) => &["mail-footer-low-credit", CHOICE],
            Self::Topic(Topic::RoleRequests) => &["mail-footer-role-requests", CHOICE],
        }
    }

    /// Where mails of the kind are ended by one click (RFC 8058), if they can be.
    pub(super) fn unsubscribe(self, row: &MessageRow, parts: &Parts) -> Option<String> {
        let Self::Topic(topic) = self else { return None };
        let token = perfil_accounts::unsubscribe_token(&parts.keys, &row.user_id, topic);
        Some(format!("{}/unsubscribe?t={token}", parts.config.public_url))
    }
}
