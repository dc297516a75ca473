//! What apps that stay connected are told: that their session has ended, and what happened meanwhile. Both are looked up for
//! all of them at once, by whoever holds the connections.

use crate::Accounts;
use crate::clock::{HOUR, MINUTE};
use crate::fault::OrFault;
use perfil_models::region::UTC;
use perfil_models::{AccessError, CountryCode, Language, Region, Role, SessionId, Topic, UserId};
use perfil_store::connected::{self, ConnectedRow, NewsRow};
use perfil_store::quiet_hours::Quiet;
use serde_json::Value;
use std::collections::HashSet;

/// How far one look reaches back, in milliseconds. A message bears the time of the process that wrote it, and is seen only
/// once its transaction is committed: what comes late, or by a clock that is slow by less than this, is not lost.
const REACH: i64 = 2 * MINUTE;
/// The same for an app that comes back and says what it heard last: a night, and no more than is still news.
const MISSED: i64 = 12 * HOUR;
/// The most messages of one look.
const MOST: i64 = 5_000;

/// A session that lives, and how its person is to be told something.
#[derive(Clone, Debug)]
pub struct Connected {
    /// The session.
    pub session: SessionId,
    /// The person.
    pub user: UserId,
    /// The role as of now.
    pub role: Role,
    /// Language, country and time zone.
    pub region: Region,
    /// When the person is not to be disturbed.
    pub quiet: Quiet,
}

/// Something that a person is told, by whatever channels.
#[derive(Clone, Debug)]
pub struct News {
    /// Which; later ones sort behind.
    pub id: String,
    /// What happened to whom: looked up again, or by another process, it is the same.
    pub event: String,
    /// Who is told.
    pub user: UserId,
    /// What it is about.
    pub topic: Topic,
    /// The name of its words.
    pub template: String,
    /// What its words name, as in the outbox.
    pub arguments: Value,
    /// When it was written, milliseconds.
    pub at: i64,
}

impl Accounts {
    /// Those of the sessions that live.
    pub async fn connected(&self, sessions: &[SessionId]) -> Result<Vec<Connected>, AccessError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        let rows = connected::living(&mut db, sessions, self.now()).await.or_fault()?;
        Ok(rows.into_iter().map(Connected::of).collect())
    }

    /// What these people were told within the last minutes, by id: each event once, though it went out by two channels.
    pub async fn news(&self, people: &[UserId]) -> Result<Vec<News>, AccessError> {
        self.news_within(people, REACH).await
    }

    /// What a person was told within the last hours, likewise.
    pub async fn missed_news(&self, person: &UserId) -> Result<Vec<News>, AccessError> {
        self.news_within(std::slice::from_ref(person), MISSED).await
    }

    async fn news_within(&self, people: &[UserId], reach: i64) -> Result<Vec<News>, AccessError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        let rows = connected::news(&mut db, people, self.now() - reach, MOST).await.or_fault()?;
        let mut news: Vec<News> = rows.into_iter().filter_map(News::of).collect();
        news.sort_by(|one, other| one.id.cmp(&other.id));
        let mut seen = HashSet::new();
        news.retain(|news| seen.insert(news.event.clone()));
        Ok(news)
    }

    /// A place among the news: what happens from now on sorts behind it.
    pub fn news_mark(&self) -> String {
        self.new_id()
    }

    /// Before when nothing is looked up any more, in milliseconds.
    pub fn news_begin(&self) -> i64 {
        self.now() - 2 * REACH
    }
}

impl Connected {
    fn of(row: ConnectedRow) -> Self {
        Self {
            quiet: row.quiet(),
            role: Role::of_row(&row.role),
            region: Region {
                language: row.language.as_deref().and_then(Language::from_tag).unwrap_or_default(),
                country: row.country.as_deref().and_then(|code| CountryCode::parse(code).ok()),
                time_zone: row.time_zone.unwrap_or_else(|| UTC.to_owned()),
            },
            session: SessionId::new(row.id),
            user: UserId::new(row.user_id),
        }
    }

    /// Whether the person may be told about that.
    pub fn may_be_told(&self, topic: Topic) -> bool {
        topic.permission().is_none_or(|permission| self.role.may(permission))
    }
}

impl News {
    fn of(row: NewsRow) -> Option<Self> {
        Some(Self {
            event: event(&row.unique_key),
            topic: Topic::from_word(&row.topic)?,
            arguments: serde_json::from_str(&row.arguments).unwrap_or_default(),
            user: UserId::new(row.user_id),
            id: row.id,
            template: row.template,
            at: row.created_at,
        })
    }
}

/// The key of a message without its channel, which stands second in it.
fn event(unique_key: &str) -> String {
    let mut parts = unique_key.splitn(3, ':');
    let (what, _, which) = (parts.next(), parts.next(), parts.next());
    format!("{}:{}", what.unwrap_or_default(), which.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_event_has_one_name_on_all_channels() {
        assert_eq!(event("low:sms:user-ada:3"), event("low:email:user-ada:3"));
        assert_eq!(event("payment-failed:sms:urn:a:email:b:user-ada"), "payment-failed:urn:a:email:b:user-ada");
        assert_ne!(event("low:sms:user-ada:3"), event("low:sms:user-ada:4"));
    }
}
