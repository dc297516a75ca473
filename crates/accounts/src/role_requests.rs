//! Asking the Owner for another role: asking, taking the request back, deciding on it.
//!
//! A request ends where it finds its member with the role, as Owner or deactivated, by whichever way that came about.

use crate::clock::MINUTE;
use crate::fault::OrFault;
use crate::members::lock_member;
use crate::notices::Notice;
use crate::notifications::Tidings;
use crate::organization_audit::Change;
use crate::sign_in::too_many;
use crate::{Accounts, Session};
use perfil_models::error::RoleError;
use perfil_models::request::{AskRole, DecideRole, OneRoleRequest};
use perfil_models::view::AskedRole;
use perfil_models::{AccessError, AuditKind, Permission, Reason, Role, RoleRequestId, Topic, UserId};
use perfil_store::role_requests::{self, DECLINED, GRANTED, NewRoleRequest, WaitingRow};
use perfil_store::throttle::{self, Bucket};
use perfil_store::{AnyConnection, recipients};
use serde_json::json;

/// Requests on the page; the oldest come first, so that the others follow as these are decided on.
const PAGE: i64 = 100;
/// Requests of one person: each of them tells every Owner.
const PER_PERSON: Bucket = Bucket { burst: 3, drain: 20 * MINUTE };

/// A request that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRequestFacts {
    /// Which.
    pub id: RoleRequestId,
    /// The member's name.
    pub display_name: String,
    /// The member's address.
    pub email: String,
    /// What the member is.
    pub is: Role,
    /// What the member asks to be.
    pub wants: Role,
    /// Why.
    pub reason: String,
    /// When it was asked, milliseconds.
    pub at: i64,
}

impl Accounts {
    /// Asks for another role; every Owner is told as they chose.
    pub async fn ask_role(&self, session: &Session, form: AskRole) -> Result<(), RoleError> {
        let reason = Reason::parse(&form.reason)?;
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let role = lock_member(&mut db, session, &session.user_id).await?.role();
        if role == form.role {
            return Err(RoleError::Unchanged);
        }
        if role == Role::Owner {
            return Err(AccessError::Forbidden.into());
        }
        let id = RoleRequestId::new(self.new_id());
        let new = NewRoleRequest {
            id: &id,
            organization_id: &session.organization_id,
            user_id: &session.user_id,
            role: form.role,
            reason: &reason,
        };
        if !role_requests::insert(&mut db, &new, now).await.or_fault()? {
            return Err(RoleError::AskedBefore);
        }
        let subject = format!("role-request:{}", session.user_id);
        if let Some(until) = throttle::pour(&mut db, &subject, PER_PERSON, now).await.or_fault()? {
            return Err(too_many(until, now).into());
        }
        let change = Change::by(session, AuditKind::RoleAsked, session.user_id.as_str());
        self.note_change(&mut db, change.saying(role.as_str(), form.role.as_str())).await?;
        self.tell_owners(&mut db, session, &new, now).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    async fn tell_owners(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        asked: &NewRoleRequest<'_>,
        now: i64,
    ) -> Result<(), AccessError> {
        let topic = Topic::RoleRequests;
        let owners = recipients::of_owners(db, asked.organization_id, topic).await.or_fault()?;
        let arguments = json!({
            "asker": session.display_name,
            "role": { "role": asked.role.as_str() },
            "reason": asked.reason.as_str(),
        });
        self.tell(db, &owners, asked.id.as_str(), now, &Tidings { topic, template: "role-asked", arguments }).await
    }

    /// Takes a request back.
    pub async fn withdraw_role_request(&self, session: &Session, form: OneRoleRequest) -> Result<(), RoleError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        lock_member(&mut db, session, &session.user_id).await?;
        let asked = role_requests::by_id(&mut db, &session.organization_id, &form.request).await.or_fault()?;
        if asked.is_none_or(|asked| asked.user_id() != session.user_id) {
            return Err(AccessError::NotFound.into());
        }
        let withdrawn = role_requests::withdraw(&mut db, &session.user_id, &form.request, self.now());
        let role = withdrawn.await.or_fault()?.ok_or(RoleError::Decided)?;
        let change = Change::by(session, AuditKind::RoleWithdrawn, session.user_id.as_str());
        self.note_change(&mut db, change.saying(&role, "")).await?;
        Ok(db.commit().await.or_fault()?)
    }

    /// Grants a request or declines it; the member is told by mail.
    pub async fn decide_role(&self, session: &Session, form: DecideRole) -> Result<(), RoleError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        self.lock_organization(&mut db, session, Permission::EditRoles).await?;
        let asked = role_requests::by_id(&mut db, &session.organization_id, &form.request).await.or_fault()?;
        let asked = asked.ok_or(AccessError::NotFound)?;
        let (user, role) = (asked.user_id(), asked.role());
        let member = lock_member(&mut db, session, &user).await?;
        let (state, kind, template) = match form.grant {
            true => (GRANTED, AuditKind::RoleGranted, "role-granted"),
            false => (DECLINED, AuditKind::RoleDeclined, "role-declined"),
        };
        let now = self.now();
        if !role_requests::decide(&mut db, &form.request, state, &session.user_id, now).await.or_fault()? {
            return Err(RoleError::Decided);
        }
        if form.grant {
            self.change_role(&mut db, session, &user, &member, role).await?;
        }
        let change = Change::by(session, kind, user.as_str()).saying(member.role().as_str(), role.as_str());
        self.note_change(&mut db, change).await?;
        let user = self.member(&mut db, &user).await?;
        let notice = Notice::mail(template, &user.email, form.request.as_str());
        self.notify_absent(&mut db, &user, notice.saying(json!({ "role": { "role": role.as_str() } }))).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// The requests that wait, for who decides on them.
    pub(crate) async fn waiting_role_requests(
        &self,
        db: &mut AnyConnection,
        session: &Session,
    ) -> Result<Vec<RoleRequestFacts>, AccessError> {
        if !session.may(Permission::EditRoles) {
            return Ok(Vec::new());
        }
        let rows = role_requests::waiting(db, &session.organization_id, PAGE).await.or_fault()?;
        Ok(rows.into_iter().map(facts).collect())
    }

    /// The role that a person has asked for, if that waits.
    pub(crate) async fn asked_role(
        &self,
        db: &mut AnyConnection,
        user: &UserId,
    ) -> Result<Option<AskedRole>, AccessError> {
        let asked = role_requests::waiting_of_user(db, user).await.or_fault()?;
        Ok(asked.map(|asked| AskedRole { request: asked.id(), role: asked.role() }))
    }
}

fn facts(row: WaitingRow) -> RoleRequestFacts {
    RoleRequestFacts {
        id: RoleRequestId::new(row.id),
        is: Role::of_row(&row.current),
        wants: Role::of_row(&row.role),
        display_name: row.display_name,
        email: row.email,
        reason: row.reason,
        at: row.created_at,
    }
}
