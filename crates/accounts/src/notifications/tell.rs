//! From an event to messages: one row of the outbox for each person and channel. What must not be sent leaves a row too,
//! which says why, so that a person can see it.

use crate::Accounts;
use crate::clock::{DAY, HOUR};
use crate::fault::OrFault;
use perfil_models::region::UTC;
use perfil_models::{AccessError, Channel, Language, Topic};
use perfil_store::AnyConnection;
use perfil_store::balances::Told;
use perfil_store::outbox::{self, NewMessage};
use perfil_store::recipients::{AlertedRow, RecipientRow};
use serde_json::{Value, json};

/// How long a message is worth sending.
const LIFE: i64 = 3 * DAY;
/// The same of a text message.
const SMS_LIFE: i64 = 12 * HOUR;

/// Something to tell.
pub(crate) struct Tidings {
    /// What it is about.
    pub topic: Topic,
    /// The name of its words.
    pub template: &'static str,
    /// What its words name.
    pub arguments: Value,
}

/// An amount among the arguments of a message.
pub(crate) fn amount(minor: i64, currency: &str) -> Value {
    json!({ "minor": minor, "currency": currency })
}

/// A row of the outbox.
struct Prepared<'a> {
    recipient: &'a RecipientRow,
    channel: Channel,
    id: String,
    key: String,
    arguments: String,
    suppressed: Option<&'static str>,
}

impl Accounts {
    /// Tells people of an event that happened at `at` (milliseconds).
    pub(crate) async fn tell(
        &self,
        db: &mut AnyConnection,
        recipients: &[RecipientRow],
        event: &str,
        at: i64,
        tidings: &Tidings,
    ) -> Result<(), AccessError> {
        let mut prepared = Vec::with_capacity(2 * recipients.len());
        for recipient in recipients.iter().filter(|recipient| recipient.disabled_at.is_none()) {
            let arguments = addressed(recipient, at, tidings.arguments.clone());
            let key = |channel: &str| format!("{}:{channel}:{event}:{}", tidings.template, recipient.id);
            prepared.extend(self.prepare(recipient, tidings.topic, &arguments, key));
        }
        self.queue(db, tidings.topic, tidings.template, &prepared).await
    }

    /// Tells people that the balance is below their minimum.
    pub(crate) async fn tell_low_credit(
        &self,
        db: &mut AnyConnection,
        alerted: &[AlertedRow],
        told: &Told,
        currency: &str,
    ) -> Result<(), AccessError> {
        let mut prepared = Vec::with_capacity(2 * alerted.len());
        for AlertedRow { recipient, minimum, episode } in alerted {
            let arguments = json!({ "balance": amount(told.amount, currency), "minimum": amount(*minimum, currency) });
            let arguments = addressed(recipient, told.occurred_at, arguments);
            let key = |channel: &str| format!("low:{channel}:{}:{episode}", recipient.id);
            prepared.extend(self.prepare(recipient, Topic::LowCredit, &arguments, key));
        }
        self.queue(db, Topic::LowCredit, "credit-low", &prepared).await
    }

    fn prepare<'a>(
        &self,
        recipient: &'a RecipientRow,
        topic: Topic,
        arguments: &str,
        key: impl Fn(&str) -> String,
    ) -> [Prepared<'a>; 2] {
        Channel::ALL.map(|channel| Prepared {
            recipient,
            channel,
            id: self.new_id(),
            key: key(channel.as_str()),
            arguments: arguments.to_owned(),
            suppressed: why_not(recipient, topic, channel),
        })
    }

    async fn queue(
        &self,
        db: &mut AnyConnection,
        topic: Topic,
        template: &str,
        prepared: &[Prepared<'_>],
    ) -> Result<(), AccessError> {
        let now = self.now();
        let ids: Vec<_> = prepared.iter().map(|row| (row.recipient.organization_id(), row.recipient.id())).collect();
        let messages: Vec<NewMessage<'_>> = prepared
            .iter()
            .zip(&ids)
            .map(|(row, (organization_id, user_id))| NewMessage {
                id: &row.id,
                unique_key: &row.key,
                topic_key: &row.key,
                organization_id,
                user_id,
                channel: row.channel.as_str(),
                template,
                language: language_of(row.recipient).tag(),
                recipient: address(row.recipient, row.channel),
                arguments: &row.arguments,
                sealed: None,
                topic: Some(topic.as_str()),
                suppressed: row.suppressed,
                expires_at: now + if row.channel == Channel::Sms { SMS_LIFE } else { LIFE },
            })
            .collect();
        outbox::insert(db, &messages, now).await.or_fault()
    }
}

/// What must not be sent, and why. The words stand in the history of the person (`why-…`).
fn why_not(recipient: &RecipientRow, topic: Topic, channel: Channel) -> Option<&'static str> {
    if topic.permission().is_some_and(|permission| !recipient.role().may(permission)) {
        return Some("no-permission");
    }
    match channel {
        Channel::Email if !recipient.channels().email => Some("email-off"),
        Channel::Sms if !recipient.channels().sms => Some("sms-off"),
        Channel::Sms if recipient.phone.is_none() => Some("no-phone"),
        _ => None,
    }
}

fn address(recipient: &RecipientRow, channel: Channel) -> &str {
    match channel {
        Channel::Email => &recipient.email,
        Channel::Sms => recipient.phone.as_deref().unwrap_or_default(),
    }
}

fn language_of(recipient: &RecipientRow) -> Language {
    recipient.language.as_deref().and_then(Language::from_tag).unwrap_or_default()
}

/// The arguments with those that every message has.
fn addressed(recipient: &RecipientRow, at: i64, mut arguments: Value) -> String {
    arguments["name"] = json!(recipient.display_name);
    arguments["organization"] = json!(recipient.organization_name);
    arguments["at"] = json!(at);
    arguments["country"] = json!(recipient.country);
    arguments["time_zone"] = json!(recipient.time_zone.as_deref().unwrap_or(UTC));
    arguments.to_string()
}
