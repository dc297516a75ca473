//! *Changes*: what was changed in the organization, who made it and whom it concerns, for the Owner.

use crate::activity::{behind, cursor};
use crate::fault::OrFault;
use crate::{Accounts, Client, Session};
use perfil_models::request::ShowAudit;
use perfil_models::view::AuditFilter;
use perfil_models::{AccessError, AuditKind, Permission, Region};
use perfil_store::audit::{self, EntryRow, MEMBER, PLATFORM};
use perfil_store::events::Behind;
use perfil_store::users;

/// Changes on one page.
const PAGE: usize = 30;
/// Changes that are read at once for a file.
const BATCH: usize = 1_000;

/// A page of changes, to be put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditFacts {
    /// What is shown.
    pub filter: AuditFilter,
    /// The changes.
    pub changes: Changes,
    /// How the reader writes times.
    pub region: Region,
}

/// Changes that follow each other, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The changes.
    pub entries: Vec<ChangeFacts>,
    /// Behind which the next ones begin, if there are more.
    pub more: Option<String>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeFacts {
    /// What.
    pub kind: AuditKind,
    /// Who made it.
    pub author: Author,
    /// The member or the invitation that it concerns; `None`: the organization itself.
    pub subject: Option<Party>,
    /// The word of before: a role, a currency or a name of the organization; may be empty.
    pub before: String,
    /// The word of now, likewise.
    pub after: String,
    /// When, milliseconds.
    pub at: i64,
}

/// Who made a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// A member.
    Member(Party),
    /// The platform.
    Platform,
    /// The operator.
    Operator,
}

/// A member or an invitation. Name and address are those of now, and empty where there is none or it is gone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// The id, which stays.
    pub id: String,
    /// The name of a member.
    pub name: String,
    /// The address.
    pub email: String,
}

impl Accounts {
    /// A page of what was changed.
    pub async fn audit(&self, session: &Session, client: &Client, form: ShowAudit) -> Result<AuditFacts, AccessError> {
        let filter = form.filter;
        let changes = self.changes(session, form, PAGE).await?;
        let mut db = self.parts.store.read().await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        Ok(AuditFacts { filter, changes, region: self.region_of(&user, client) })
    }

    /// As many changes as are written to a file at once.
    pub async fn audit_batch(&self, session: &Session, form: ShowAudit) -> Result<Changes, AccessError> {
        self.changes(session, form, BATCH).await
    }

    async fn changes(&self, session: &Session, form: ShowAudit, size: usize) -> Result<Changes, AccessError> {
        if !session.may(Permission::EditRoles) {
            return Err(AccessError::Forbidden);
        }
        let behind = form.before.as_deref().map_or(Some(Behind::default()), behind);
        let behind = behind.ok_or(AccessError::BadRequest)?;
        let kinds: Vec<AuditKind> = AuditKind::ALL.iter().copied().filter(|kind| form.filter.shows(*kind)).collect();
        let mut db = self.parts.store.read().await.or_fault()?;
        let rows = audit::of_organization(&mut db, &session.organization_id, &kinds, &behind, size as i64 + 1);
        let mut rows = rows.await.or_fault()?;
        let has_more = rows.len() > size;
        rows.truncate(size);
        Ok(Changes {
            more: rows.last().filter(|_| has_more).map(|row| cursor(row.at, &row.id)),
            entries: rows.into_iter().filter_map(ChangeFacts::of).collect(),
        })
    }
}

impl ChangeFacts {
    fn of(row: EntryRow) -> Option<Self> {
        let author = match row.actor_kind.as_str() {
            MEMBER => Author::Member(Party::of(row.actor_id, row.actor_name, row.actor_email).unwrap_or_default()),
            PLATFORM => Author::Platform,
            _ => Author::Operator,
        };
        Some(Self {
            kind: AuditKind::from_word(&row.kind)?,
            author,
            subject: Party::of(row.subject_id, row.subject_name, row.subject_email),
            before: row.before,
            after: row.after,
            at: row.at,
        })
    }
}

impl Party {
    fn of(id: Option<String>, name: Option<String>, email: Option<String>) -> Option<Self> {
        Some(Self { id: id?, name: name.unwrap_or_default(), email: email.unwrap_or_default() })
    }
}
