//! Messages on their way out. A row is written in the transaction of what it tells about; the worker claims it for the
//! time of a lease, and marks how it went only while it still holds that lease.
//!
//! `pending → sending → accepted → delivered | failed`, or `dead` (given up), `unknown` (a timeout after submit: it may
//! have been sent), `expired`, `superseded` (a newer one took its place), `suppressed` (no longer wanted). When a row
//! reaches a state behind `sending`, its sealed secrets are erased.

use crate::StoreError;
use crate::values;
use perfil_models::{OrganizationId, UserId};
use sqlx::{AnyConnection, FromRow};

/// A message for the worker. Times in milliseconds.
#[derive(Clone, Debug, FromRow)]
pub struct MessageRow {
    /// The row's id; a provider gets it as its idempotency key.
    pub id: String,
    /// [`UserId`].
    pub user_id: String,
    /// What it tells about, by the word of [`perfil_models::Topic`], or `test`; `None`: the security of the account.
    pub topic: Option<String>,
    /// `email` or `sms`.
    pub channel: String,
    /// The folder under `templates/` and the stem of its message ids.
    pub template: String,
    /// BCP 47.
    pub language: String,
    /// Address or E.164 number.
    pub recipient: String,
    /// JSON object of text arguments.
    pub arguments: String,
    /// Sealed JSON object of secret arguments.
    pub sealed: Option<String>,
    /// How often it has been tried, this time included.
    pub attempts: i64,
    /// When it must no longer go out.
    pub expires_at: i64,
}

/// A new message.
pub struct NewMessage<'a> {
    /// The id.
    pub id: &'a str,
    /// What makes it the only one of its kind, for example `phone-code:{change}:{send}`.
    pub unique_key: &'a str,
    /// What it is about, for example `phone-code:{change}`: a newer one about the same supersedes it.
    pub topic_key: &'a str,
    /// Where the person belongs.
    pub organization_id: &'a OrganizationId,
    /// Whom it concerns.
    pub user_id: &'a UserId,
    /// `email` or `sms`.
    pub channel: &'a str,
    /// See [`MessageRow::template`].
    pub template: &'a str,
    /// BCP 47.
    pub language: &'a str,
    /// Address or E.164 number.
    pub recipient: &'a str,
    /// JSON object of text arguments.
    pub arguments: &'a str,
    /// Sealed JSON object of secret arguments.
    pub sealed: Option<&'a str>,
    /// See [`MessageRow::topic`].
    pub topic: Option<&'a str>,
    /// Why it is not to be sent; `None`: it is.
    pub suppressed: Option<&'a str>,
    /// When it must no longer go out.
    pub expires_at: i64,
}

/// Appends messages, due at once, or suppressed from the start. [`StoreError::Taken`]: a unique key was used before.
pub async fn insert(db: &mut AnyConnection, messages: &[NewMessage<'_>], now: i64) -> Result<(), StoreError> {
    const COLUMNS: usize = 20;
    if messages.is_empty() {
        return Ok(());
    }
    let text = format!(
        "INSERT INTO outbox (id, unique_key, topic_key, organization_id, user_id, channel, template, language, \
         recipient, arguments, sealed, secret, topic, state, last_error, attempts, next_attempt_at, expires_at, \
         created_at, updated_at) VALUES {}",
        values::rows(messages.len(), COLUMNS, 0)
    );
    let query = messages.iter().fold(sqlx::query(sqlx::AssertSqlSafe(text)), |query, message| {
        query
            .bind(message.id)
            .bind(message.unique_key)
            .bind(message.topic_key)
            .bind(message.organization_id.as_str())
            .bind(message.user_id.as_str())
            .bind(message.channel)
            .bind(message.template)
            .bind(message.language)
            .bind(message.recipient)
            .bind(message.arguments)
            .bind(message.sealed)
            .bind(i32::from(message.sealed.is_some()))
            .bind(message.topic)
            .bind(if message.suppressed.is_some() { "suppressed" } else { "pending" })
            .bind(message.suppressed)
            .bind(0_i64)
            .bind(now)
            .bind(message.expires_at)
            .bind(now)
            .bind(now)
    });
    query.execute(db).await?;
    Ok(())
}

/// Takes what is not yet out about a topic from the queue, because something newer replaces it. What is being sent at this
/// moment may still arrive; it is not tried again.
pub async fn supersede(db: &mut AnyConnection, topic_key: &str, now: i64) -> Result<u64, StoreError> {
    let done = sqlx::query(
        "UPDATE outbox SET state = 'superseded', sealed = NULL, lease = NULL, updated_at = $2 \
         WHERE topic_key = $1 AND state IN ('pending', 'sending')",
    )
    .bind(topic_key)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Claims up to `limit` due messages of a channel under `lease` until `lease_until`, in one statement; also those whose
/// lease has run out (their worker died between claim and mark).
pub async fn claim(
    db: &mut AnyConnection,
    channel: &str,
    lease: &str,
    limit: i64,
    now: i64,
    lease_until: i64,
) -> Result<Vec<MessageRow>, StoreError> {
    Ok(sqlx::query_as(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease = $1, lease_until = $4, \
         next_attempt_at = $4, updated_at = $3 \
         WHERE state IN ('pending', 'sending') AND next_attempt_at <= $3 AND id IN (SELECT id FROM outbox \
         WHERE channel = $5 AND state IN ('pending', 'sending') AND next_attempt_at <= $3 AND expires_at > $3 \
         ORDER BY next_attempt_at LIMIT $2) \
         RETURNING id, user_id, topic, channel, template, language, recipient, arguments, sealed, attempts, \
         expires_at",
    )
    .bind(lease)
    .bind(limit)
    .bind(now)
    .bind(lease_until)
    .bind(channel)
    .fetch_all(db)
    .await?)
}

/// How sending a message went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent<'a> {
    /// A server took it; its own name for it, if it gave one. Mail ends here, SMS waits for a receipt.
    Accepted(Option<&'a str>),
    /// Not now: try again at this moment (milliseconds), because of this.
    Later(i64, &'a str),
    /// Given up, because of this.
    Dead(&'a str),
    /// It may have been sent: the connection broke after the submit.
    Unknown(&'a str),
    /// It must not be sent any more, because of this.
    Suppressed(&'a str),
}

/// Marks how it went, if `lease` still holds the row. False: the lease was lost, another worker has it.
pub async fn mark(
    db: &mut AnyConnection,
    id: &str,
    lease: &str,
    sent: &Sent<'_>,
    now: i64,
) -> Result<bool, StoreError> {
    let (state, next_attempt_at, provider_id, error) = match sent {
        Sent::Accepted(provider_id) => ("accepted", now, *provider_id, None),
        Sent::Later(at, why) => ("pending", *at, None, Some(*why)),
        Sent::Dead(why) => ("dead", now, None, Some(*why)),
        Sent::Unknown(why) => ("unknown", now, None, Some(*why)),
        Sent::Suppressed(why) => ("suppressed", now, None, Some(*why)),
    };
    let done = sqlx::query(
        "UPDATE outbox SET state = $3, next_attempt_at = $4, provider_id = $5, last_error = $6, updated_at = $7, \
         lease = NULL, lease_until = NULL, sealed = CASE WHEN $3 = 'pending' THEN sealed ELSE NULL END \
         WHERE id = $1 AND lease = $2 AND state = 'sending'",
    )
    .bind(id)
    .bind(lease)
    .bind(state)
    .bind(next_attempt_at)
    .bind(provider_id)
    .bind(error)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A receipt came: `delivered` or `failed`. Twice, late or out of order changes nothing. False: nothing changed.
pub async fn receipt(
    db: &mut AnyConnection,
    id: &str,
    delivered: bool,
    error: Option<&str>,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE outbox SET state = $2, last_error = $3, updated_at = $4, sealed = NULL, lease = NULL \
         WHERE id = $1 AND state IN ('sending', 'accepted', 'unknown')",
    )
    .bind(id)
    .bind(if delivered { "delivered" } else { "failed" })
    .bind(error)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The templates of what cannot wait: it is told by mail where a text message about it fails, and heeds no quiet hours.
pub const URGENT: [&str; 3] = ["payment-failed", "payment-failed-no-reason", "credit-low"];

/// Queues the mail that was not to be sent because its reader wants no mails about the topic, when the text message
/// `sms_id` about the same failed or was given up, and was urgent. What it says gets the argument `sms`: `failed` in front.
/// False: it is no such message, or its mail was to be sent anyway, or has been queued before.
pub async fn fall_back(db: &mut AnyConnection, sms_id: &str, now: i64, expires_at: i64) -> Result<bool, StoreError> {
    let [one, two, three] = URGENT;
    let done = sqlx::query(
        "UPDATE outbox SET state = 'pending', last_error = NULL, next_attempt_at = $2, expires_at = $3, \
         updated_at = $2, arguments = $4 || SUBSTR(arguments, 2) \
         WHERE state = 'suppressed' AND last_error = 'email-off' AND channel = 'email' AND unique_key = \
         (SELECT REPLACE(unique_key, ':sms:', ':email:') FROM outbox WHERE id = $1 AND channel = 'sms' \
         AND state IN ('failed', 'dead') AND template IN ($5, $6, $7))",
    )
    .bind(sms_id)
    .bind(now)
    .bind(expires_at)
    .bind(r#"{"sms":"failed","#)
    .bind(one)
    .bind(two)
    .bind(three)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends what is past its time, and erases its secrets.
pub async fn expire(db: &mut AnyConnection, now: i64) -> Result<u64, StoreError> {
    let done = sqlx::query(
        "UPDATE outbox SET state = 'expired', sealed = NULL, lease = NULL, updated_at = $1 \
         WHERE state IN ('pending', 'sending') AND next_attempt_at <= $1 AND expires_at <= $1",
    )
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Puts a message that was given up back into the queue, to be sent until `expires_at`. False: it is not one of those,
/// or it had a secret, which is erased.
pub async fn retry(db: &mut AnyConnection, id: &str, now: i64, expires_at: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE outbox SET state = 'pending', attempts = 0, next_attempt_at = $2, expires_at = $3, updated_at = $2 \
         WHERE id = $1 AND state IN ('dead', 'failed', 'unknown', 'expired') AND secret = 0",
    )
    .bind(id)
    .bind(now)
    .bind(expires_at)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// When the next message of a channel is due (milliseconds), if one waits.
pub async fn next_due(db: &mut AnyConnection, channel: &str) -> Result<Option<i64>, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "SELECT next_attempt_at FROM outbox WHERE channel = $1 AND state IN ('pending', 'sending') \
         ORDER BY next_attempt_at LIMIT 1",
    )
    .bind(channel)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(at,)| at))
}

/// What waits on a channel, for whoever watches.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Waiting {
    /// `email` or `sms`.
    pub channel: String,
    /// `pending` or `sending`.
    pub state: String,
    /// How many.
    pub messages: i64,
    /// When the first of them is due, or its lease runs out (milliseconds).
    pub due_at: i64,
}

/// What waits, by channel and state; a pair without messages is left out.
pub async fn waiting(db: &mut AnyConnection) -> Result<Vec<Waiting>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT channel, state, COUNT(*) AS messages, MIN(next_attempt_at) AS due_at FROM outbox \
         WHERE channel IN ('email', 'sms') AND state IN ('pending', 'sending') GROUP BY channel, state",
    )
    .fetch_all(db)
    .await?)
}

/// A message that a provider knows by a name of its own.
#[derive(Clone, Debug, FromRow)]
pub struct NamedMessage {
    /// The row's id.
    pub id: String,
    /// The provider's name for it.
    pub provider_id: String,
    /// E.164 number or address.
    pub recipient: String,
}

/// The latest messages that carry one of these provider's names, the newest first. Names may come again after months.
pub async fn named(db: &mut AnyConnection, names: &[String; 6]) -> Result<Vec<NamedMessage>, StoreError> {
    let [a, b, c, d, e, f] = names;
    Ok(sqlx::query_as(
        "SELECT id, provider_id, recipient FROM outbox WHERE provider_id IN ($1, $2, $3, $4, $5, $6) \
         ORDER BY updated_at DESC LIMIT 20",
    )
    .bind(a)
    .bind(b)
    .bind(c)
    .bind(d)
    .bind(e)
    .bind(f)
    .fetch_all(db)
    .await?)
}

/// A message as the operator's list shows it; no arguments, no secrets.
#[derive(Clone, Debug, FromRow)]
pub struct ListedMessage {
    /// The id.
    pub id: String,
    /// `email` or `sms`.
    pub channel: String,
    /// What it says.
    pub template: String,
    /// Where it stands.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// Milliseconds.
    pub created_at: i64,
}

/// The latest `limit` messages in that state.
pub async fn list(db: &mut AnyConnection, state: &str, limit: i64) -> Result<Vec<ListedMessage>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, channel, template, state, attempts, last_error, created_at FROM outbox WHERE state = $1 \
         ORDER BY next_attempt_at DESC LIMIT $2",
    )
    .bind(state)
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// Deletes ended messages last touched before `before` (milliseconds).
pub async fn delete_old(db: &mut AnyConnection, before: i64) -> Result<u64, StoreError> {
    let done = sqlx::query(
        "DELETE FROM outbox WHERE state IN ('accepted', 'delivered', 'failed', 'dead', 'unknown', 'expired', \
         'superseded', 'suppressed') AND next_attempt_at < $1",
    )
    .bind(before)
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}
