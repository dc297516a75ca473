//! Messages to people, queued in the transaction of what they tell about.

use crate::clock::{DAY, HOUR, MINUTE, SECOND};
use crate::fault::OrFault;
use crate::keys::Purpose;
use crate::{Accounts, Client};
use perfil_models::{AccessError, Language, SmsCode, UserId};
use perfil_store::AnyConnection;
use perfil_store::outbox::{self, NewMessage};
use perfil_store::users::UserRow;
use serde_json::{Value, json};

/// How long a notice about an account is worth sending.
const NOTICE_LIFE: i64 = 3 * DAY;
/// How long a notice by SMS is worth sending: a text a day later only frightens.
const SMS_NOTICE_LIFE: i64 = 12 * HOUR;

/// A message about an account, its words left to the worker.
pub(crate) struct Notice<'a> {
    pub channel: Channel,
    pub template: &'static str,
    pub recipient: &'a str,
    /// What makes it the only one: the change or event it tells about.
    pub cause: &'a str,
    pub arguments: Value,
}

/// Mail or text message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Channel {
    Email,
    Sms,
}

impl Channel {
    fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }
}

/// The topic under which a person's codes replace each other.
pub(crate) fn code_topic(user: &UserId) -> String {
    format!("phone-code:{user}")
}

impl Accounts {
    /// Queues a notice. Its arguments are joined by `name`, `organization`, `at` (milliseconds) and `time_zone`.
    pub(crate) async fn notify(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        client: &Client,
        notice: Notice<'_>,
    ) -> Result<(), AccessError> {
        let now = self.now();
        let mut arguments = notice.arguments;
        arguments["name"] = json!(user.display_name);
        arguments["organization"] = json!(user.organization_name);
        arguments["at"] = json!(now);
        arguments["time_zone"] = json!(user.time_zone);
        let life = if notice.channel == Channel::Sms { SMS_NOTICE_LIFE } else { NOTICE_LIFE };
        let key = format!("{}:{}:{}", notice.template, notice.channel.as_str(), notice.cause);
        let message = NewMessage {
            id: &self.new_id(),
            unique_key: &key,
            topic_key: &key,
            organization_id: &user.organization_id(),
            user_id: &user.id(),
            channel: notice.channel.as_str(),
            template: notice.template,
            language: language_of(user, client).tag(),
            recipient: notice.recipient,
            arguments: &arguments.to_string(),
            sealed: None,
            expires_at: now + life,
        };
        outbox::insert(db, &message, now).await.or_fault()
    }

    /// Queues a code by SMS, in place of any older one that still waits.
    pub(crate) async fn send_code(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        client: &Client,
        code: &SmsCode,
        sending: Sending<'_>,
    ) -> Result<(), AccessError> {
        let now = self.now();
        let topic = code_topic(&user.id());
        outbox::supersede(db, &topic, now).await.or_fault()?;
        let id = self.new_id();
        let secret = json!({ "code": code.reveal() }).to_string();
        // The end was set a moment ago: five minutes are 299 999 milliseconds by now.
        let minutes = (sending.expires_at - now + SECOND) / MINUTE;
        let message = NewMessage {
            id: &id,
            unique_key: &format!("phone-code:{}:{}", sending.change, sending.sends_left),
            topic_key: &topic,
            organization_id: &user.organization_id(),
            user_id: &user.id(),
            channel: Channel::Sms.as_str(),
            template: "phone-code",
            language: language_of(user, client).tag(),
            recipient: sending.number,
            arguments: &json!({ "host": self.parts.policy.host, "minutes": minutes.max(1) }).to_string(),
            sealed: Some(&self.parts.keys.seal(Purpose::Outbox, &id, &secret, &*self.parts.random)),
            expires_at: sending.expires_at,
        };
        outbox::insert(db, &message, now).await.or_fault()
    }

    /// Tells the worker that something waits; call it after the commit.
    pub(crate) fn wake_worker(&self) {
        (self.parts.wake)();
    }
}

/// Which change a code is for.
pub(crate) struct Sending<'a> {
    pub change: &'a str,
    pub number: &'a str,
    pub sends_left: i64,
    pub expires_at: i64,
}

/// The chosen language, else the one of the page that the person is looking at.
fn language_of(user: &UserRow, client: &Client) -> Language {
    user.language.as_deref().and_then(Language::from_tag).unwrap_or(client.language)
}
