//! What is changed in an organization: noted in the transaction of the change.

use crate::fault::OrFault;
use crate::{Accounts, Session};
use perfil_models::{AccessError, AuditKind, OrganizationId, UserId};
use perfil_store::AnyConnection;
use perfil_store::audit::{self, MEMBER, NewEntry, OPERATOR, PLATFORM};
use perfil_store::organizations::LockedOrganization;
use perfil_store::users::{NewUser, UserRow};

/// Who changes something.
#[derive(Clone, Copy)]
pub(crate) enum Actor<'a> {
    /// A member.
    Member(&'a UserId),
    /// The platform.
    Platform,
    /// The operator.
    Operator,
}

/// A change in an organization.
pub(crate) struct Change<'a> {
    pub organization_id: &'a OrganizationId,
    pub actor: Actor<'a>,
    /// The person or the invitation that it concerns; `None`: the organization itself.
    pub subject_id: Option<&'a str>,
    pub kind: AuditKind,
    /// The word of before and of now; never personal.
    pub before: &'a str,
    pub after: &'a str,
}

impl<'a> Change<'a> {
    /// One that somebody who is signed in makes, without words.
    pub fn by(session: &'a Session, kind: AuditKind, subject_id: &'a str) -> Self {
        Self {
            organization_id: &session.organization_id,
            actor: Actor::Member(&session.user_id),
            subject_id: Some(subject_id),
            kind,
            before: "",
            after: "",
        }
    }

    /// The same with the words of before and of now.
    pub fn saying(self, before: &'a str, after: &'a str) -> Self {
        Self { before, after, ..self }
    }
}

impl Accounts {
    /// Notes a change.
    pub(crate) async fn note_change(&self, db: &mut AnyConnection, change: Change<'_>) -> Result<(), AccessError> {
        let (actor_kind, actor_id) = match change.actor {
            Actor::Member(user) => (MEMBER, Some(user.as_str())),
            Actor::Platform => (PLATFORM, None),
            Actor::Operator => (OPERATOR, None),
        };
        let entry = NewEntry {
            id: &self.new_id(),
            organization_id: change.organization_id,
            actor_kind,
            actor_id,
            subject_id: change.subject_id,
            kind: change.kind,
            before: change.before,
            after: change.after,
        };
        audit::insert(db, &entry, self.now()).await.or_fault()
    }

    /// Notes that a member was created by somebody who is none.
    pub(crate) async fn note_created(
        &self,
        db: &mut AnyConnection,
        actor: Actor<'_>,
        user: &NewUser<'_>,
    ) -> Result<(), AccessError> {
        let change = Change {
            organization_id: user.organization_id,
            actor,
            subject_id: Some(user.id.as_str()),
            kind: AuditKind::MemberCreated,
            before: "",
            after: user.role.as_str(),
        };
        self.note_change(db, change).await
    }

    /// Notes what the platform changed of what a member is.
    pub(crate) async fn note_news(
        &self,
        db: &mut AnyConnection,
        before: &UserRow,
        after: &UserRow,
    ) -> Result<(), AccessError> {
        let (was, is) = (before.role().as_str(), after.role().as_str());
        let (was_out, is_out) = (before.disabled_at.is_some(), after.disabled_at.is_some());
        let news = [
            (was != is, AuditKind::RoleChanged, was, is),
            (!was_out && is_out, AuditKind::Deactivated, "", ""),
            (was_out && !is_out, AuditKind::Reactivated, "", ""),
        ];
        let organization_id = &after.organization_id();
        for (_, kind, before, now) in news.into_iter().filter(|(happened, ..)| *happened) {
            let subject_id = Some(after.id.as_str());
            let change = Change { organization_id, actor: Actor::Platform, subject_id, kind, before, after: now };
            self.note_change(db, change).await?;
        }
        Ok(())
    }

    /// Notes what was changed of what an organization is called and pays in.
    pub(crate) async fn note_news_of_organization(
        &self,
        db: &mut AnyConnection,
        actor: Actor<'_>,
        before: &LockedOrganization,
        after: &LockedOrganization,
    ) -> Result<(), AccessError> {
        let organization_id = &after.id();
        let news = [
            (AuditKind::OrganizationRenamed, &before.name, &after.name),
            (AuditKind::CurrencyChanged, &before.currency, &after.currency),
        ];
        for (kind, before, after) in news.into_iter().filter(|(_, before, after)| before != after) {
            let change = Change { organization_id, actor, subject_id: None, kind, before, after };
            self.note_change(db, change).await?;
        }
        Ok(())
    }
}
