//! Messages to people, queued in the transaction of what they tell about.

use crate::clock::{DAY, HOUR};
use crate::fault::OrFault;
use crate::keys::Purpose;
use crate::{Accounts, Client};
use perfil_models::{AccessError, Channel, UserId};
use perfil_store::AnyConnection;
use perfil_store::outbox::{self, NewMessage};
use perfil_store::users::UserRow;
use perfil_store::users_region;
use serde_json::{Value, json};
use std::net::Ipv4Addr;

/// How long a notice about an account is worth sending.
const NOTICE_LIFE: i64 = 3 * DAY;
/// How long a notice by SMS is worth sending: a text a day later only frightens.
const SMS_NOTICE_LIFE: i64 = 12 * HOUR;

/// A message about an account, its words left to the worker.
pub(crate) struct Notice<'a> {
    channel: Channel,
    template: &'static str,
    recipient: &'a str,
    cause: &'a str,
    arguments: Value,
    secret: Option<Value>,
    replaced: Option<String>,
    about: Option<&'static str>,
    life: i64,
}

impl<'a> Notice<'a> {
    /// A mail. `cause` makes it the only one of its template: the change or event it tells about.
    pub fn mail(template: &'static str, recipient: &'a str, cause: &'a str) -> Self {
        Self::on(Channel::Email, template, recipient, cause, NOTICE_LIFE)
    }

    /// A text message, likewise.
    pub fn sms(template: &'static str, recipient: &'a str, cause: &'a str) -> Self {
        Self::on(Channel::Sms, template, recipient, cause, SMS_NOTICE_LIFE)
    }

    fn on(channel: Channel, template: &'static str, recipient: &'a str, cause: &'a str, life: i64) -> Self {
        Self {
            channel,
            template,
            recipient,
            cause,
            arguments: json!({}),
            secret: None,
            replaced: None,
            about: None,
            life,
        }
    }

    /// What its words name.
    pub fn saying(self, arguments: Value) -> Self {
        Self { arguments, ..self }
    }

    /// What its words name and nobody else may read; erased once it is sent.
    pub fn with_secret(self, secret: Value) -> Self {
        Self { secret: Some(secret), ..self }
    }

    /// The token of the link that its button or text leads to.
    pub fn with_link(self, token: &str) -> Self {
        self.with_secret(json!({ "token": token }))
    }

    /// Takes the place of what still waits about the same topic.
    pub fn replacing(self, topic: String) -> Self {
        Self { replaced: Some(topic), ..self }
    }

    /// Is no security message but one about that, by its word in the outbox.
    pub fn about(self, topic: &'static str) -> Self {
        Self { about: Some(topic), ..self }
    }

    /// Must not go out later than that, milliseconds from now.
    pub fn living(self, life: i64) -> Self {
        Self { life, ..self }
    }
}

/// The topic under which a person's codes replace each other.
pub(crate) fn code_topic(user: &UserId) -> String {
    format!("phone-code:{user}")
}

/// The topic under which a person's links to a new address replace each other.
pub(crate) fn link_topic(user: &UserId) -> String {
    format!("email-link:{user}")
}

/// The topic under which a person's links for a forgotten password replace each other.
pub(crate) fn reset_topic(user: &UserId) -> String {
    format!("password-reset:{user}")
}

/// The topic under which a person's invitations replace each other.
pub(crate) fn invitation_topic(user: &UserId) -> String {
    format!("invitation:{user}")
}

impl Accounts {
    /// Queues a notice. Its arguments are joined by `name`, `organization`, `at` (milliseconds), `country` and `time_zone`.
    pub(crate) async fn notify(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        client: &Client,
        notice: Notice<'_>,
    ) -> Result<(), AccessError> {
        let now = self.now();
        if let Some(topic) = &notice.replaced {
            outbox::supersede(db, topic, now).await.or_fault()?;
        }
        let region = self.region_of(user, client);
        let mut arguments = notice.arguments;
        arguments["name"] = json!(user.display_name);
        arguments["organization"] = json!(user.organization_name);
        arguments["at"] = json!(now);
        arguments["country"] = json!(region.country);
        arguments["time_zone"] = json!(region.time_zone);
        let id = self.new_id();
        let seal = |secret: Value| self.parts.keys.seal(Purpose::Outbox, &id, &secret.to_string(), &*self.parts.random);
        let sealed = notice.secret.map(seal);
        let key = format!("{}:{}:{}", notice.template, notice.channel.as_str(), notice.cause);
        let message = NewMessage {
            id: &id,
            unique_key: &key,
            topic_key: notice.replaced.as_ref().unwrap_or(&key),
            organization_id: &user.organization_id(),
            user_id: &user.id(),
            channel: notice.channel.as_str(),
            template: notice.template,
            language: region.language.tag(),
            recipient: notice.recipient,
            arguments: &arguments.to_string(),
            sealed: sealed.as_deref(),
            topic: notice.about,
            suppressed: None,
            expires_at: now + notice.life,
        };
        outbox::insert(db, &[message], now).await.or_fault()
    }

    /// The same to somebody whom another one's request concerns: in the language and zone that they chose or came with last.
    pub(crate) async fn notify_absent(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        notice: Notice<'_>,
    ) -> Result<(), AccessError> {
        let seen = users_region::seen(db, &user.id()).await.or_fault()?;
        let client = Client {
            language: seen.language.unwrap_or_default(),
            country: seen.country,
            time_zone: seen.time_zone.and_then(|zone| (self.parts.zones.canonical)(&zone)),
            ..Client::silent(Ipv4Addr::LOCALHOST.into())
        };
        self.notify(db, user, &client, notice).await
    }

    /// Tells the worker that something waits; call it after the commit.
    pub(crate) fn wake_worker(&self) {
        (self.parts.wake)();
    }
}
