//! The end of an account: what its person is reminded of before, and how all that is kept about them is erased.
//!
//! No mail tells of it afterwards: its address would have to be kept for it.

use crate::audit::{COMMAND_LINE, Subject};
use crate::deletion::{is_sole_owner, lock_person};
use crate::fault::OrFault;
use crate::notices::Notice;
use crate::organization_audit::{Actor, Change};
use crate::reauthentication;
use crate::second_step::second_step_subject;
use crate::{Accounts, admin::AdminError};
use perfil_models::{AccessError, AuditKind, EmailAddress, EventKind};
use perfil_store::deletions::{self, DeletionRow};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, own_data, throttle};
use serde_json::json;

/// Accounts that are looked at in one go.
const AT_ONCE: i64 = 100;

impl Accounts {
    /// Erases the accounts whose time has come, and reminds people whose time comes soon; how many it met. One that
    /// fails does not hold up the others: the next time will do it.
    pub async fn end_accounts(&self) -> Result<u64, AccessError> {
        let now = self.now();
        let mut db = self.parts.store.read().await.or_fault()?;
        let due = deletions::due(&mut db, now, AT_ONCE).await.or_fault()?;
        let to_remind = deletions::to_remind(&mut db, now, AT_ONCE).await.or_fault()?;
        drop(db);
        let mut met = 0;
        for deletion in &due {
            met += u64::from(self.end_account(deletion).await.is_ok());
        }
        for deletion in &to_remind {
            met += u64::from(self.remind(deletion).await.is_ok());
        }
        if met > 0 {
            self.wake_worker();
        }
        Ok(met)
    }

    async fn end_account(&self, deletion: &DeletionRow) -> Result<(), AccessError> {
        let (organization_id, user_id) = (deletion.organization_id(), deletion.user_id());
        let mut db = self.parts.store.write().await.or_fault()?;
        let Some(member) = lock_person(&mut db, &organization_id, &user_id).await? else { return Ok(()) };
        let pending = deletions::pending(&mut db, &user_id).await.or_fault()?;
        if pending.is_none_or(|at| at > self.now()) {
            return Ok(());
        }
        let user = self.member(&mut db, &user_id).await?;
        if is_sole_owner(&mut db, &organization_id, &user_id, &member).await? {
            self.stop_deletion(&mut db, &user).await?;
        } else {
            self.erase(&mut db, &user, Actor::Member(&user_id)).await?;
        }
        db.commit().await.or_fault()
    }

    /// The person became the only Owner meanwhile: the account stays, and a mail says so.
    async fn stop_deletion(&self, db: &mut AnyConnection, user: &UserRow) -> Result<(), AccessError> {
        let (organization_id, user_id) = (user.organization_id(), user.id());
        deletions::keep(db, &user_id).await.or_fault()?;
        let subject = Subject { organization_id: &organization_id, user_id: &user_id, session_id: None };
        self.record_from(db, subject, crate::audit::ORGANIZATION, EventKind::DeletionCancelled, "").await?;
        let cause = self.new_id();
        self.notify_absent(db, user, Notice::mail("deletion-stopped", &user.email, &cause)).await
    }

    async fn remind(&self, deletion: &DeletionRow) -> Result<(), AccessError> {
        let user_id = deletion.user_id();
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &user_id).await.or_fault()?;
        if !deletions::note_reminded(&mut db, &user_id, self.now()).await.or_fault()? {
            return Ok(());
        }
        let user = self.member(&mut db, &user_id).await?;
        let cause = self.new_id();
        let notice = Notice::mail("deletion-reminder", &user.email, &cause)
            .saying(json!({ "email": user.email, "end": { "moment": deletion.erase_at } }));
        self.notify_absent(&mut db, &user, notice).await?;
        db.commit().await.or_fault()
    }

    /// Erases a person, and notes for the organization that somebody is gone. The locks are held.
    async fn erase(&self, db: &mut AnyConnection, user: &UserRow, actor: Actor<'_>) -> Result<(), AccessError> {
        for subject in self.subjects_of(user) {
            throttle::forget(db, &subject).await.or_fault()?;
        }
        let (organization_id, user_id) = (user.organization_id(), user.id());
        own_data::erase(db, &user_id).await.or_fault()?;
        let change = Change {
            organization_id: &organization_id,
            actor,
            subject_id: Some(user_id.as_str()),
            kind: AuditKind::MemberDeleted,
            before: "",
            after: "",
        };
        self.note_change(db, change).await?;
        tracing::info!(event = "account-erased", user = %user_id, "security");
        Ok(())
    }

    /// The names under which a person's tries and requests are counted, as far as they follow from the account.
    fn subjects_of(&self, user: &UserRow) -> Vec<String> {
        let (id, email) = (user.id(), user.email.to_ascii_lowercase());
        let of_id =
            ["role-request", "invitation", "sms-person", "mail-person", "export"].map(|name| format!("{name}:{id}"));
        let address = self.limit_key(&email);
        let of_address = ["mail-address", "invite-address", "reset-address"].map(|name| format!("{name}:{address}"));
        let number = user.phone.as_deref().map(|number| format!("sms-number:{}", self.limit_key(number)));
        let counted = [reauthentication::subject(&id), second_step_subject(&id), self.account_subject(&email)];
        of_id.into_iter().chain(of_address).chain(counted).chain(number).collect()
    }

    /// Erases an account at once, without days of grace: for the operator.
    pub async fn delete_user(&self, email: &EmailAddress) -> Result<(), AdminError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        let user = users::by_email(&mut db, &email.folded()).await.or_fault()?.ok_or(AdminError::NoSuchAccount)?;
        drop(db);
        let (organization_id, user_id) = (user.organization_id(), user.id());
        let mut db = self.parts.store.write().await.or_fault()?;
        let member = lock_person(&mut db, &organization_id, &user_id).await?.ok_or(AdminError::NoSuchAccount)?;
        if is_sole_owner(&mut db, &organization_id, &user_id, &member).await? {
            return Err(AdminError::SoleOwner);
        }
        tracing::info!(user = %user_id, network = COMMAND_LINE, "an account is deleted");
        self.erase(&mut db, &user, Actor::Operator).await?;
        Ok(db.commit().await.or_fault()?)
    }
}
