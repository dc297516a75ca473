//! *Changes* in words: the use case tells times in milliseconds and roles by their words in the database.

pub mod download;

use crate::visit::Visit;
use perfil_accounts::{Author, ChangeFacts, Party};
use perfil_i18n::Format;
use perfil_models::request::ShowAudit;
use perfil_models::view::{Audit, AuditEntry, AuditFilter};
use perfil_models::{AccessError, Role, Sentence};

impl Visit {
    /// A page of what was changed in the organization.
    pub async fn audit(&self, form: ShowAudit) -> Result<Audit, AccessError> {
        let facts = self.accounts().audit(self.session()?, self.client(), form).await?;
        let words = Words { visit: self, format: self.format(&facts.region)? };
        Ok(Audit {
            filter: facts.filter,
            entries: facts.changes.entries.into_iter().map(|change| words.entry(change)).collect(),
            more: facts.changes.more,
            time_zone: self.city(&facts.region.time_zone),
        })
    }
}

struct Words<'a> {
    visit: &'a Visit,
    format: Format,
}

impl Words<'_> {
    fn entry(&self, change: ChangeFacts) -> AuditEntry {
        let (actor, by) = match &change.author {
            Author::Member(party) => (Some(called(party)), None),
            Author::Platform => (None, Some("audit-by-platform")),
            Author::Operator => (None, Some("audit-by-operator")),
        };
        let word = |text| if change.kind.filter() == AuditFilter::Organization { text } else { self.role(text) };
        AuditEntry {
            kind: change.kind,
            actor,
            by: by.map(str::to_owned),
            subject: change.subject.as_ref().map(called).unwrap_or_default(),
            before: word(change.before),
            after: word(change.after),
            at: self.format.brief_moment(change.at),
        }
    }

    /// The role of that word as the reader calls it.
    fn role(&self, word: String) -> String {
        match Role::from_word(&word) {
            Some(role) => {
                let name = Sentence::new(&format!("role-{}", role.as_str()));
                self.visit.shared().locales.sentence(self.visit.language(), &name)
            }
            None => word,
        }
    }
}

/// The name and, because names can be chosen alike, the address; nothing of who is gone.
fn called(party: &Party) -> String {
    match party.name.as_str() {
        "" => party.email.clone(),
        name => format!("{name} ({})", party.email),
    }
}
