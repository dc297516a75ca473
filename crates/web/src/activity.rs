//! *Security activity* in words: the use case tells times in milliseconds, a page shows them as the reader writes them.

use crate::visit::Visit;
use perfil_accounts::{ActivityFacts, EventFacts, SessionFacts};
use perfil_i18n::Format;
use perfil_models::AccessError;
use perfil_models::request::{RevokeSession, ShowActivity};
use perfil_models::view::{Activity, Event, OpenSession};

impl Visit {
    /// Sessions, and a page of events.
    pub async fn activity(&self, form: ShowActivity) -> Result<Activity, AccessError> {
        let facts = self.accounts().activity(self.session()?, self.client(), form).await?;
        let format = self.format(&facts.region)?;
        let words = Words { visit: self, format };
        Ok(words.activity(facts))
    }

    /// Ends one of the reader's sessions; the client forgets it, if it was the own one.
    pub async fn revoke_session(&self, form: RevokeSession) -> Result<(), AccessError> {
        let session = self.session()?;
        let is_own = form.session == session.id;
        self.accounts().revoke_session(session, self.client(), form).await?;
        if is_own {
            self.forget();
        }
        Ok(())
    }
}

struct Words<'a> {
    visit: &'a Visit,
    format: Format,
}

impl Words<'_> {
    fn activity(&self, facts: ActivityFacts) -> Activity {
        Activity {
            sessions: facts.sessions.into_iter().map(|session| self.session(session)).collect(),
            more_sessions: facts.more_sessions,
            filter: facts.filter,
            events: facts.events.into_iter().map(|event| self.event(event)).collect(),
            more: facts.more,
            kept_days: facts.kept_days,
            time_zone: self.visit.city(&facts.region.time_zone),
        }
    }

    fn session(&self, session: SessionFacts) -> OpenSession {
        OpenSession {
            id: session.id,
            device: session.device,
            network: session.network,
            signed_in: self.time(session.signed_in),
            last_seen: self.time(session.last_seen),
            is_this: session.is_this,
        }
    }

    fn event(&self, event: EventFacts) -> Event {
        Event { kind: event.kind, detail: event.detail, network: event.network, at: self.time(event.at) }
    }

    /// Without its zone, which the page names once.
    fn time(&self, at: i64) -> String {
        self.format.brief_moment(at)
    }
}
