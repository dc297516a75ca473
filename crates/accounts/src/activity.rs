//! *Security activity*: where one is signed in, ending sessions, and what happened to the account.

use crate::audit::{COMMAND_LINE, ORGANIZATION, PLATFORM};
use crate::clock::DAY;
use crate::device::{device, in_short};
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::{Accounts, Client, Session};
use perfil_models::request::{RevokeSession, ShowActivity};
use perfil_models::view::{ActivityFilter, Device};
use perfil_models::{AccessError, EventKind, Region, SessionId};
use perfil_store::events::{self, Behind, EventRow};
use perfil_store::personal::HISTORY_DAYS;
use perfil_store::sessions::{self, OpenSessionRow};
use perfil_store::{devices, users};

/// Sessions in the list; more are counted only.
const MOST_SESSIONS: i64 = 50;
/// Events on one page.
const PAGE: i64 = 20;

/// The page as a whole, its times in milliseconds, to be put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityFacts {
    /// Where one is signed in, this session first, then by last use.
    pub sessions: Vec<SessionFacts>,
    /// How many sessions there are beyond those listed.
    pub more_sessions: u32,
    /// What is shown of the events.
    pub filter: ActivityFilter,
    /// The events, the newest first.
    pub events: Vec<EventFacts>,
    /// Where the next page of events begins, if there are more.
    pub more: Option<String>,
    /// How long events are kept.
    pub kept_days: u32,
    /// How the reader writes times.
    pub region: Region,
}

/// A living session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFacts {
    /// Which.
    pub id: SessionId,
    /// What it was opened with.
    pub device: Device,
    /// The network it was opened from.
    pub network: String,
    /// When it was opened, milliseconds.
    pub signed_in: i64,
    /// When it was last used, milliseconds.
    pub last_seen: i64,
    /// Whether it is the reader's own.
    pub is_this: bool,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventFacts {
    /// What.
    pub kind: EventKind,
    /// More; may be empty.
    pub detail: String,
    /// The network it came from; `None`: the operator, the platform or the organization.
    pub network: Option<String>,
    /// When, milliseconds.
    pub at: i64,
}

impl Accounts {
    /// Sessions, and a page of events.
    pub async fn activity(
        &self,
        session: &Session,
        client: &Client,
        form: ShowActivity,
    ) -> Result<ActivityFacts, AccessError> {
        let now = self.now();
        let behind = form.before.as_deref().map_or(Some(Behind::default()), behind);
        let behind = behind.ok_or(AccessError::BadRequest)?;
        let kinds: Vec<EventKind> = EventKind::ALL.iter().copied().filter(|kind| form.filter.shows(*kind)).collect();
        let since = now - i64::from(HISTORY_DAYS) * DAY;
        let mut db = self.parts.store.read().await.or_fault()?;
        let person = &session.user_id;
        let user = users::by_id(&mut db, person).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let open = sessions::of_user(&mut db, person, &session.id, now, MOST_SESSIONS).await.or_fault()?;
        let count = sessions::count_of_user(&mut db, person, now).await.or_fault()?;
        let mut rows = events::of_user(&mut db, person, &kinds, since, &behind, PAGE + 1).await.or_fault()?;
        drop(db);
        let has_more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        Ok(ActivityFacts {
            more_sessions: u32::try_from(count - open.len() as i64).unwrap_or(0),
            sessions: open.into_iter().map(|row| session_facts(row, &session.id)).collect(),
            filter: form.filter,
            more: rows.last().filter(|_| has_more).map(|row| cursor(row.at, &row.id)),
            events: rows.into_iter().filter_map(event_facts).collect(),
            kept_days: HISTORY_DAYS,
            region: self.region_of(&user, client),
        })
    }

    /// Ends one of the reader's sessions; ending the own one is signing out.
    pub async fn revoke_session(
        &self,
        session: &Session,
        client: &Client,
        form: RevokeSession,
    ) -> Result<(), AccessError> {
        if form.session == session.id {
            return self.sign_out(session, client).await;
        }
        let mut db = self.parts.store.write().await.or_fault()?;
        let ended = sessions::revoke(&mut db, &session.user_id, &form.session, self.now()).await.or_fault()?;
        let ended = ended.ok_or(AccessError::NotFound)?;
        let which = in_short(&device(&ended.user_agent, &ended.transport));
        self.record(&mut db, session.into(), client, EventKind::SessionRevoked, &which).await?;
        db.commit().await.or_fault()
    }

    /// Ends all sessions of the reader but this one, and forgets the devices that the account was used on, but this one.
    pub async fn revoke_other_sessions(&self, session: &Session, client: &Client) -> Result<(), AccessError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        let count = sessions::count_of_user(&mut db, &session.user_id, self.now()).await.or_fault()? - 1;
        sessions::delete_others(&mut db, &session.user_id, Some(&session.id)).await.or_fault()?;
        let own = client.device_token.as_deref().map(token_hash);
        devices::forget_others(&mut db, &session.user_id, own.as_deref()).await.or_fault()?;
        if count > 0 {
            self.record(&mut db, session.into(), client, EventKind::SessionRevoked, &format!("× {count}")).await?;
        }
        db.commit().await.or_fault()
    }
}

fn session_facts(row: OpenSessionRow, own: &SessionId) -> SessionFacts {
    SessionFacts {
        is_this: row.id == own.as_str(),
        device: device(&row.user_agent, &row.transport),
        id: SessionId::new(row.id),
        network: row.ip_prefix,
        signed_in: row.created_at,
        last_seen: row.last_seen_at,
    }
}

fn event_facts(row: EventRow) -> Option<EventFacts> {
    let kind = EventKind::from_word(&row.kind)?;
    let network =
        Some(row.ip_prefix).filter(|network| ![COMMAND_LINE, ORGANIZATION, PLATFORM].contains(&network.as_str()));
    Some(EventFacts { kind, detail: row.detail, network, at: row.at })
}

/// `MILLISECONDS-ID` of what a page ends with.
pub(crate) fn cursor(at: i64, id: &str) -> String {
    format!("{at}-{id}")
}

/// The inverse of a cursor.
pub(crate) fn behind(cursor: &str) -> Option<Behind> {
    let (at, id) = cursor.split_once('-')?;
    Some(Behind { at: at.parse().ok()?, id: id.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_back_behind_what_it_was_made_of() {
        let last = Behind { at: 1_800_000_000_000, id: "01JDQZ".into() };
        assert_eq!(behind(&cursor(last.at, &last.id)), Some(last));
        for nonsense in ["", "-", "x-01JDQZ", "1800000000000"] {
            assert_eq!(behind(nonsense), None, "{nonsense}");
        }
    }
}
