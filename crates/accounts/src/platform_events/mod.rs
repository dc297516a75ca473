//! What the platform tells: imports of contacts, payments, invoices, balances. An event counts once, however often it is
//! sent; what it changes and the messages that it causes are written in one transaction.

mod apply;
mod data;
mod gather;
mod shapes;

use crate::clock::DAY;
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::{Accounts, Reach};
use apply::Concerned;
use data::Happened;
use gather::Answers;
use perfil_models::AccessError;
use perfil_store::AnyConnection;
use perfil_store::organizations::{self, LockedOrganization};
use perfil_store::platform_events::{self, NewPlatformEvent};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use gather::Gathered;
pub use shapes::{KNOWN_TYPES, event_schemas};
pub(crate) use shapes::{NOT_A_RESERVE, is_reserve, schema_of};

/// The most characters of `source`, `id` and names.
const LONGEST: usize = 200;
/// How far ahead of our clock an event may say that it happened, in milliseconds.
const MOST_AHEAD: i64 = DAY;

/// An event as the platform sent it (CloudEvents 1.0).
#[derive(Clone, Debug)]
pub struct PlatformEvent {
    /// Where it comes from.
    pub source: String,
    /// Its id, unique in its source.
    pub id: String,
    /// What kind of event it is, for example `credit.balance`.
    pub kind: String,
    /// When it happened, milliseconds; `None`: now.
    pub at: Option<i64>,
    /// What happened.
    pub data: Value,
}

/// What came of an event that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was news.
    Applied,
    /// Something newer was known already: it is kept and changes nothing.
    Late,
}

impl Outcome {
    /// The word in the database and in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Late => "late",
        }
    }

    fn from_word(word: &str) -> Self {
        if word == Self::Late.as_str() { Self::Late } else { Self::Applied }
    }
}

/// Why an event was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventRefusal {
    /// It has not the shape of its type; what is wrong, in English for whoever sends it.
    Invalid(String),
    /// There is no such type; [`KNOWN_TYPES`] lists them.
    UnknownType,
    /// The platform has not told of this organization.
    UnknownOrganization,
    /// The organization has no such person.
    UnknownUser,
    /// The organization pays in another currency.
    WrongCurrency,
    /// Another event of that source and id was taken before.
    Conflict,
}

impl EventRefusal {
    /// The word that programs go by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "invalid-event",
            Self::UnknownType => "unknown-type",
            Self::UnknownOrganization => "unknown-organization",
            Self::UnknownUser => "unknown-user",
            Self::WrongCurrency => "wrong-currency",
            Self::Conflict => "conflict",
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        if *self == Self::Conflict { 409 } else { 422 }
    }
}

/// What became of one event, or the fault that undoes all of them.
type Applied = Result<Result<Outcome, EventRefusal>, AccessError>;

/// An event that has the shape of its type.
struct Understood<'a> {
    reach: &'a Reach,
    event: &'a PlatformEvent,
    organization: String,
    happened: Happened,
    at: i64,
}

impl Accounts {
    /// Writes events in their order and in one transaction; what became of each.
    async fn write_events(&self, events: &[(Reach, PlatformEvent)]) -> Answers {
        let understood: Vec<_> = events.iter().map(|(reach, event)| understand(reach, event, self.now())).collect();
        let mut db = self.parts.store.write().await.or_fault()?;
        let organizations = lock_all(&mut db, understood.iter().flatten()).await?;
        let mut outcomes = Vec::with_capacity(events.len());
        for event in understood {
            outcomes.push(match event {
                Ok(event) => self.take(&mut db, &organizations, event).await?,
                Err(refusal) => Err(refusal),
            });
        }
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(outcomes)
    }

    async fn take(
        &self,
        db: &mut AnyConnection,
        organizations: &BTreeMap<String, LockedOrganization>,
        understood: Understood<'_>,
    ) -> Applied {
        let (organization, who) = match self.judge(db, organizations, &understood).await? {
            Ok(found) => found,
            Err(refusal) => return self.first_answer(db, &understood, refusal).await,
        };
        let PlatformEvent { source, id, kind, .. } = understood.event;
        let source = understood.reach.source(source);
        let row = NewPlatformEvent {
            id: &self.new_id(),
            source: &source,
            event_id: id,
            organization_id: &organization.id(),
            kind,
            body_hash: &hash_of(understood.event),
            outcome: Outcome::Applied.as_str(),
            occurred_at: understood.at,
        };
        if !platform_events::insert(db, &row, self.now()).await.or_fault()? {
            return self.first_answer(db, &understood, EventRefusal::Conflict).await;
        }
        let outcome = self.apply(db, organization, &row, &who, &understood.happened).await?;
        if outcome != Outcome::Applied {
            platform_events::set_outcome(db, row.id, outcome.as_str()).await.or_fault()?;
        }
        Ok(Ok(outcome))
    }

    /// The organization and the person that an event is about, if it can be taken.
    async fn judge<'a>(
        &self,
        db: &mut AnyConnection,
        organizations: &'a BTreeMap<String, LockedOrganization>,
        understood: &Understood<'_>,
    ) -> Result<Result<(&'a LockedOrganization, Concerned), EventRefusal>, AccessError> {
        let named = organizations.get(&understood.organization);
        let Some(organization) = named.filter(|organization| understood.reach.covers(&organization.id())) else {
            return Ok(Err(EventRefusal::UnknownOrganization));
        };
        if understood.happened.currency().is_some_and(|currency| currency != organization.currency) {
            return Ok(Err(EventRefusal::WrongCurrency));
        }
        let who = self.concerned(db, organization, &understood.happened).await?;
        Ok(who.map(|who| (organization, who)))
    }

    /// How the event was answered when it came first, whatever has changed since; `refusal` if it never came.
    async fn first_answer(
        &self,
        db: &mut AnyConnection,
        understood: &Understood<'_>,
        refusal: EventRefusal,
    ) -> Applied {
        let Understood { reach, event, .. } = understood;
        let known = platform_events::known(db, &reach.source(&event.source), &event.id).await.or_fault()?;
        let known = known.filter(|known| known.body_hash == hash_of(event));
        Ok(known.map(|known| Outcome::from_word(&known.outcome)).ok_or(refusal))
    }
}

fn understand<'a>(reach: &'a Reach, event: &'a PlatformEvent, now: i64) -> Result<Understood<'a>, EventRefusal> {
    for (name, text) in [("source", &event.source), ("id", &event.id)] {
        if !shapes::is_text(text) {
            return Err(EventRefusal::Invalid(format!("{name}: {}", shapes::NOT_A_TEXT)));
        }
    }
    let at = event.at.unwrap_or(now);
    if at < 0 || at > now + MOST_AHEAD {
        return Err(EventRefusal::Invalid("time: before 1970, or more than a day ahead".to_owned()));
    }
    let (organization, happened) = data::parse(&event.kind, &event.data)?;
    Ok(Understood { reach, event, organization, happened, at: at.min(now) })
}

/// Locks every organization that is told of, always in the same order, so that two batches cannot wait for each other.
async fn lock_all<'a>(
    db: &mut AnyConnection,
    events: impl Iterator<Item = &'a Understood<'a>>,
) -> Result<BTreeMap<String, LockedOrganization>, AccessError> {
    let names: BTreeSet<&str> = events.map(|event| event.organization.as_str()).collect();
    let mut locked = BTreeMap::new();
    for name in names {
        if let Some(organization) = organizations::lock_by_external_id(db, name).await.or_fault()? {
            locked.insert(name.to_owned(), organization);
        }
    }
    Ok(locked)
}

/// Of what makes an event the same: how it was packed does not matter, nor the order of its fields.
fn hash_of(event: &PlatformEvent) -> String {
    token_hash(&json!([event.kind, event.at, event.data]).to_string())
}
