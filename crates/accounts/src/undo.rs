//! Bringing an address or a number back, by the link that its old place got when it was changed.

use crate::clock::DAY;
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::notices::Notice;
use crate::{Accounts, Client, phone_plan};
use perfil_models::error::LinkError;
use perfil_models::request::UseLink;
use perfil_models::view::Undone;
use perfil_models::{AccessError, EmailAddress, EventKind, UserId};
use perfil_store::undo::{self, UndoRow};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, contact_changes, devices, quiet_hours, resets, sessions};
use serde_json::json;

/// How long contacts stay as they are after an undo.
const FREEZE: i64 = DAY;

impl Accounts {
    /// Undoes a change: the value of before is back, all sessions, known devices, pending changes and links for a forgotten
    /// password end, contacts stay as they are for a day. Nobody needs to be signed in; whoever is may be the thief.
    pub async fn undo(&self, client: &Client, form: UseLink) -> Result<Undone, LinkError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let hash = token_hash(form.token.reveal());
        let Some(change) = undo::by_link(&mut db, &hash).await.or_fault()? else {
            return self.undo_deletion(db, client, &hash).await;
        };
        let user_id = UserId::new(change.user_id.clone());
        users::lock(&mut db, &user_id).await.or_fault()?;
        let user = self.linked_user(&mut db, &change.user_id).await?;
        self.check_undo(&change, &user)?;
        if !undo::mark(&mut db, &change.id, now).await.or_fault()? {
            return Err(LinkError::Undone);
        }
        let was_frozen = self.frozen_for(&user) > 0;
        self.restore(&mut db, client, &user, &change).await?;
        self.distrust(&mut db, &user_id).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(match (is_email(&change), was_frozen) {
            (true, false) => Undone::Email,
            (true, true) => Undone::EmailAgain,
            (false, false) => Undone::Phone,
            (false, true) => Undone::PhoneAgain,
        })
    }

    /// Ends what somebody else may have begun, and lets contacts stay as they are for a while.
    pub(crate) async fn distrust(&self, db: &mut AnyConnection, user: &UserId) -> Result<(), AccessError> {
        sessions::delete_others(db, user, None).await.or_fault()?;
        devices::forget_others(db, user, None).await.or_fault()?;
        resets::end(db, user).await.or_fault()?;
        self.end_pending_changes(db, user).await?;
        users::freeze_contacts(db, user, self.now() + FREEZE).await.or_fault()
    }

    /// Whether the link's button may be pressed now.
    pub(crate) fn check_undo(&self, change: &UndoRow, user: &UserRow) -> Result<(), LinkError> {
        let current = if is_email(change) { Some(&user.email) } else { user.phone.as_ref() };
        match change.state.as_str() {
            "undone" => Err(LinkError::Undone),
            _ if change.undo_until <= self.now() => Err(LinkError::Expired),
            _ if current != Some(&change.new_value) => Err(LinkError::ChangedSince),
            _ => Ok(()),
        }
    }

    /// Writes the value of before, and tells it and the other contact.
    async fn restore(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        user: &UserRow,
        change: &UndoRow,
    ) -> Result<(), LinkError> {
        let (now, user_id) = (self.now(), user.id());
        let (from, to) = (change.new_value.as_str(), change.old_value.as_str());
        if is_email(change) {
            let email = EmailAddress::parse(to).map_err(|_| LinkError::ChangedSince)?;
            if !users::set_email(db, &user_id, from, &email, now).await.or_fault()? {
                return Err(LinkError::ChangedSince);
            }
            self.record_for(db, user, client, EventKind::EmailRestored, &email.masked()).await?;
            self.notify(db, user, client, Notice::mail("email-restored", to, &change.id)).await?;
        } else {
            if !users::restore_phone(db, &user_id, from, to, now).await.or_fault()? {
                return Err(LinkError::ChangedSince);
            }
            quiet_hours::withdraw(db, &user_id, now).await.or_fault()?;
            let masked = phone_plan::masked(to);
            self.record_for(db, user, client, EventKind::PhoneRestored, &masked).await?;
            self.notify(db, user, client, Notice::sms("phone-restored", to, &change.id)).await?;
            let mail = Notice::mail("phone-restored", &user.email, &change.id);
            self.notify(db, user, client, mail.saying(json!({ "number": masked }))).await?;
        }
        Ok(())
    }

    /// The person of a link; the link of one who is gone or deactivated leads nowhere.
    pub(crate) async fn linked_user(&self, db: &mut AnyConnection, id: &str) -> Result<UserRow, LinkError> {
        let user = users::by_id(db, &UserId::new(id)).await.or_fault()?;
        user.filter(|user| user.disabled_at.is_none()).ok_or(LinkError::Unknown)
    }
}

fn is_email(change: &UndoRow) -> bool {
    change.kind == contact_changes::EMAIL
}
