//! What the Owner does to members: changing roles, deactivating, activating again.
//!
//! Whatever concerns who is what takes turns behind the organization's lock, and asks there again whether the one who asks
//! may: two Owners who demote each other at once leave one.

use crate::audit::{ORGANIZATION, Subject};
use crate::fault::OrFault;
use crate::notices::Notice;
use crate::organization_audit::Change;
use crate::{Accounts, Session};
use perfil_models::error::RoleError;
use perfil_models::request::{OneMember, SetRole};
use perfil_models::{AccessError, AuditKind, EventKind, Permission, Role, UserId};
use perfil_store::members::{self, LockedMember};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, ceremonies, organizations, provisioning, role_requests, sessions};
use serde_json::json;

impl Accounts {
    /// Changes the role of a member, who is told by mail.
    pub async fn set_role(&self, session: &Session, form: SetRole) -> Result<(), RoleError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        self.lock_organization(&mut db, session, Permission::EditRoles).await?;
        let member = lock_member(&mut db, session, &form.user).await?;
        if member.role() != form.was {
            return Err(RoleError::Stale);
        }
        self.change_role(&mut db, session, &form.user, &member, form.role).await?;
        let (old, new) = (json!({ "role": form.was.as_str() }), json!({ "role": form.role.as_str() }));
        let cause = self.new_id();
        let user = self.member(&mut db, &form.user).await?;
        let notice = Notice::mail("role-changed", &user.email, &cause).saying(json!({ "old": old, "new": new }));
        self.notify_absent(&mut db, &user, notice).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// Gives a locked member another role, unless nobody would be Owner then; the organization's lock is held.
    pub(crate) async fn change_role(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        user: &UserId,
        member: &LockedMember,
        role: Role,
    ) -> Result<(), RoleError> {
        let was = member.role();
        if was == role {
            return Err(RoleError::Unchanged);
        }
        if was == Role::Owner {
            let others = provisioning::count_other_owners(db, &session.organization_id, user).await.or_fault()?;
            if others == 0 {
                return Err(RoleError::LastOwner);
            }
        }
        members::set_role(db, user, role, self.now()).await.or_fault()?;
        role_requests::settle(db, user, role, self.now()).await.or_fault()?;
        let change = Change::by(session, AuditKind::RoleChanged, user.as_str()).saying(was.as_str(), role.as_str());
        self.note_change(db, change).await?;
        self.record_of_member(db, session, user, EventKind::RoleChanged).await?;
        Ok(())
    }

    /// Deactivates a member: the sessions end at once, and no link opens anything any more.
    pub async fn deactivate(&self, session: &Session, form: OneMember) -> Result<(), RoleError> {
        if form.user == session.user_id {
            return Err(RoleError::Yourself);
        }
        let mut db = self.parts.store.write().await.or_fault()?;
        self.lock_organization(&mut db, session, Permission::EditRoles).await?;
        if lock_member(&mut db, session, &form.user).await?.disabled_at.is_some() {
            return Ok(());
        }
        let now = self.now();
        members::set_disabled(&mut db, &form.user, Some(now), now).await.or_fault()?;
        self.shut_out(&mut db, &form.user).await?;
        self.note_change(&mut db, Change::by(session, AuditKind::Deactivated, form.user.as_str())).await?;
        self.record_of_member(&mut db, session, &form.user, EventKind::Deactivated).await?;
        let user = self.member(&mut db, &form.user).await?;
        let cause = self.new_id();
        self.notify_absent(&mut db, &user, Notice::mail("member-deactivated", &user.email, &cause)).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// Activates a member again; who never chose a password is invited anew.
    pub async fn reactivate(&self, session: &Session, form: OneMember) -> Result<(), RoleError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        self.lock_organization(&mut db, session, Permission::EditRoles).await?;
        if lock_member(&mut db, session, &form.user).await?.disabled_at.is_none() {
            return Ok(());
        }
        members::set_disabled(&mut db, &form.user, None, self.now()).await.or_fault()?;
        self.note_change(&mut db, Change::by(session, AuditKind::Reactivated, form.user.as_str())).await?;
        self.record_of_member(&mut db, session, &form.user, EventKind::Reactivated).await?;
        let user = self.member(&mut db, &form.user).await?;
        if user.has_password() {
            let cause = self.new_id();
            self.notify_absent(&mut db, &user, Notice::mail("member-reactivated", &user.email, &cause)).await?;
        } else {
            self.invite(&mut db, &user, ORGANIZATION).await?;
        }
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// Takes the organization's lock, and asks again whether the person may: the role may have changed since the request
    /// began. Answers with the person's role.
    pub(crate) async fn lock_organization(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        permission: Permission,
    ) -> Result<Role, AccessError> {
        if !session.may(permission) {
            return Err(AccessError::Forbidden);
        }
        organizations::lock(db, &session.organization_id).await.or_fault()?.ok_or(AccessError::Internal)?;
        let standing = users::standing(db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        if standing.disabled {
            return Err(AccessError::SignedOut);
        }
        if !standing.role.may(permission) {
            return Err(AccessError::Forbidden);
        }
        Ok(standing.role)
    }

    /// Whoever is deactivated is out at once.
    pub(crate) async fn shut_out(&self, db: &mut AnyConnection, user: &UserId) -> Result<(), AccessError> {
        sessions::delete_others(db, user, None).await.or_fault()?;
        ceremonies::end_of_user(db, user).await.or_fault()?;
        self.end_pending_changes(db, user).await?;
        role_requests::end(db, user, self.now()).await.or_fault()?;
        self.end_links(db, user).await
    }

    /// Tells the member under *Security activity*, without the network of who did it.
    async fn record_of_member(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        user: &UserId,
        happened: EventKind,
    ) -> Result<(), AccessError> {
        let subject = Subject { organization_id: &session.organization_id, user_id: user, session_id: None };
        self.record_from(db, subject, ORGANIZATION, happened, "").await
    }

    pub(crate) async fn member(&self, db: &mut AnyConnection, user: &UserId) -> Result<UserRow, AccessError> {
        users::by_id(db, user).await.or_fault()?.ok_or(AccessError::NotFound)
    }
}

/// Takes the lock of a member of the person's organization.
pub(crate) async fn lock_member(
    db: &mut AnyConnection,
    session: &Session,
    user: &UserId,
) -> Result<LockedMember, AccessError> {
    members::lock(db, &session.organization_id, user).await.or_fault()?.ok_or(AccessError::NotFound)
}
