//! Changing the email address: password, then a link by mail to the new address. Until its button is pressed the old address
//! stays; afterwards the old one can bring itself back for some days.
//!
//! A taken address is answered like a free one: only its mailbox is told. Which of two accounts gets a free one is decided
//! when the button is pressed, by the unique index over addresses.

use crate::clock::{DAY, MINUTE, SECOND};
use crate::contacts::EMAIL_ADDRESS;
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::notices::{Notice, link_topic};
use crate::reauthentication::WrongPassword;
use crate::{Accounts, Client, Issued, Session, random};
use perfil_models::error::{EmailError, LinkError};
use perfil_models::request::{ChangeEmail, PendingChange, UseLink};
use perfil_models::{AccessError, ChangeId, EmailAddress, EventKind, UserId};
use perfil_store::contact_changes::{self, CodeLife, EMAIL, LinkedChange, NewChange};
use perfil_store::throttle::{self, Bucket};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, StoreError, resets, undo};
use serde_json::json;

/// How often a link may be sent again per change.
const RESENDS: i64 = 4;
/// Between two sendings.
const RESEND_AFTER: i64 = 30 * SECOND;
/// How long a link lives; a newer one of the same change does not outlive it.
const LIFE: CodeLife = CodeLife { of_code: DAY, of_change: DAY };
/// A link is not used up by being looked at.
const ATTEMPTS: i64 = 1;
/// Mails for one person, over all changes.
const PER_PERSON: Bucket = Bucket { burst: 5, drain: 10 * MINUTE };
/// Mails to one address.
const PER_ADDRESS: Bucket = Bucket::per(10, DAY);
/// Mails asked for from one network.
const PER_NETWORK: Bucket = Bucket::per(60, DAY);

impl Accounts {
    /// Checks the password, then sends a link to the new address. A change that was pending before ends.
    pub async fn change_email(
        &self,
        session: &Session,
        client: &Client,
        form: ChangeEmail,
    ) -> Result<Issued, EmailError> {
        let email = EmailAddress::parse(&form.email).map_err(|_| EmailError::Invalid)?;
        let user = match self.check_password(session, client, &form.password).await? {
            Ok(user) => user,
            Err(WrongPassword) => return Err(EmailError::WrongPassword),
        };
        if let Some(wait) = self.frozen(&user) {
            return Err(EmailError::Frozen { wait });
        }
        if user.email.eq_ignore_ascii_case(email.as_str()) {
            return Err(EmailError::Unchanged);
        }
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        self.count_mail(&mut db, client, &session.user_id, &email).await?;
        contact_changes::end(&mut db, &session.user_id, EMAIL, now).await.or_fault()?;
        let id = ChangeId::new(self.new_id());
        let token = random::new_token(&*self.parts.random);
        let change = NewChange {
            id: &id,
            organization_id: &session.organization_id,
            user_id: &session.user_id,
            session_id: &session.id,
            kind: EMAIL,
            new_value: email.as_str(),
            code_hash: &token_hash(&token),
            attempts: ATTEMPTS,
            resends: RESENDS,
            next_send_at: now + RESEND_AFTER,
            expires_at: now + LIFE.of_code,
        };
        contact_changes::insert(&mut db, &change, now).await.or_fault()?;
        let link = LinkToSend { token: &token, change: &id, sends_left: RESENDS, life: LIFE.of_code };
        self.send_link(&mut db, &user, client, &email, link).await?;
        let asked = Notice::mail("email-change-requested", &user.email, id.as_str());
        self.notify(&mut db, &user, client, asked.saying(json!({ "new": email.masked() }))).await?;
        let issued = self.reauthenticated(&mut db, session).await?;
        self.record(&mut db, session.into(), client, EventKind::EmailChangeRequested, &email.masked()).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(issued)
    }

    /// Sends a new link for the same change; the old link is worth nothing any more.
    pub async fn resend_email_link(
        &self,
        session: &Session,
        client: &Client,
        form: PendingChange,
    ) -> Result<(), EmailError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        let pending = self.sendable_again(&mut db, session, &EMAIL_ADDRESS, &form.change).await??;
        let email = EmailAddress::parse(&pending.new_value).map_err(|_| EmailError::Invalid)?;
        self.count_mail(&mut db, client, &session.user_id, &email).await?;
        let token = random::new_token(&*self.parts.random);
        let (hash, next) = (token_hash(&token), now + RESEND_AFTER);
        let change = contact_changes::resend(&mut db, &session.user_id, &form.change, &hash, next, &LIFE, now);
        let change = change.await.or_fault()?.ok_or(EmailError::NotPending)?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let (sends_left, life) = (change.sends_left, change.expires_at - now);
        let link = LinkToSend { token: &token, change: &form.change, sends_left, life };
        self.send_link(&mut db, &user, client, &email, link).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// Gives a pending change up; its link is worth nothing any more. Answers with the address, for who wants to correct it.
    pub async fn cancel_email_change(
        &self,
        session: &Session,
        client: &Client,
        form: PendingChange,
    ) -> Result<String, EmailError> {
        self.give_up(session, client, &EMAIL_ADDRESS, &form.change).await?.ok_or(EmailError::NotPending)
    }

    /// Makes the new address the account's, because the button behind its link was pressed. Nobody needs to be signed in:
    /// the password was given when the change was asked for, and only the new mailbox has the link.
    pub async fn confirm_email(&self, client: &Client, form: UseLink) -> Result<(), LinkError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        let change = contact_changes::by_link(&mut db, &token_hash(form.token.reveal())).await.or_fault()?;
        let change = change.ok_or(LinkError::Unknown)?;
        users::lock(&mut db, &UserId::new(change.user_id.clone())).await.or_fault()?;
        let user = self.linked_user(&mut db, &change.user_id).await?;
        self.check_link(&change)?;
        let email = EmailAddress::parse(&change.new_value).map_err(|_| LinkError::Replaced)?;
        match self.switch_email(&mut db, client, &user, &change, &email).await {
            Ok(()) => {}
            Err(NoSwitch::Taken) => {
                drop(db);
                return Err(self.tell_the_late(client, &user, &change, &email).await?);
            }
            Err(NoSwitch::Refused(error)) => return Err(error),
        }
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// Whether the link's button may be pressed now.
    pub(crate) fn check_link(&self, change: &LinkedChange) -> Result<(), LinkError> {
        match change.state.as_str() {
            "pending" if change.expires_at > self.now() => Ok(()),
            "pending" | "expired" => Err(LinkError::Expired),
            "cancelled" => Err(LinkError::Replaced),
            _ => Err(LinkError::Used),
        }
    }

    /// Confirms the change and tells both addresses. After a failure the transaction must be rolled back.
    async fn switch_email(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        user: &UserRow,
        change: &LinkedChange,
        email: &EmailAddress,
    ) -> Result<(), NoSwitch> {
        let (now, user_id) = (self.now(), user.id());
        let undo_link = self.new_undo_link();
        let folded = user.email.to_ascii_lowercase();
        let before = undo_link.keeping(&user.email, &folded);
        if !contact_changes::confirm(db, &change.id, Some(&before), now).await.or_fault()? {
            return Err(LinkError::Used.into());
        }
        match users::set_email(db, &user_id, &user.email, email, now).await {
            Err(StoreError::Taken(_)) => return Err(NoSwitch::Taken),
            set => set.or_fault()?,
        };
        if undo::reservation(db, &email.folded(), &user_id, now).await.or_fault()?.is_some() {
            return Err(NoSwitch::Taken);
        }
        self.end_pending_changes(db, &user_id).await?;
        resets::end(db, &user_id).await.or_fault()?;
        self.record_for(db, user, client, EventKind::EmailChanged, &email.masked()).await?;
        let old = EmailAddress::parse(&user.email).map(|old| old.masked()).unwrap_or_default();
        let arguments = json!({ "new": email.masked(), "old": old });
        let to_old = Notice::mail("email-changed-old", &user.email, &change.id).with_link(&undo_link.token);
        let to_new = Notice::mail("email-changed-new", email.as_str(), &change.id);
        for notice in [to_old, to_new] {
            self.notify(db, user, client, notice.saying(arguments.clone())).await?;
        }
        Ok(())
    }

    /// Another account was first. The change ends, and its person is told by mail only.
    async fn tell_the_late(
        &self,
        client: &Client,
        user: &UserRow,
        change: &LinkedChange,
        email: &EmailAddress,
    ) -> Result<LinkError, AccessError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &user.id()).await.or_fault()?;
        let id = ChangeId::new(change.id.clone());
        let still = contact_changes::state_of(&mut db, &user.id(), &id).await.or_fault()?;
        if still.is_some_and(|still| still.state == "pending") {
            contact_changes::end(&mut db, &user.id(), EMAIL, self.now()).await.or_fault()?;
            self.record_for(&mut db, user, client, EventKind::EmailChangeFailed, &email.masked()).await?;
            let notice = Notice::mail("email-change-failed", &user.email, &change.id);
            self.notify(&mut db, user, client, notice.saying(json!({ "new": email.masked() }))).await?;
        }
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(LinkError::Replaced)
    }

    /// Queues the link to a free address, or a warning to the mailbox that has it; from outside both look alike.
    async fn send_link(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        client: &Client,
        email: &EmailAddress,
        link: LinkToSend<'_>,
    ) -> Result<(), AccessError> {
        let cause = format!("{}:{}", link.change, link.sends_left);
        let topic = link_topic(&user.id());
        let holder = self.holder(db, email, &user.id()).await?;
        let (recipient, person) = match &holder {
            Some((address, holder)) => (address.as_str(), holder),
            None => (email.as_str(), user),
        };
        let notice = match holder {
            Some(_) => Notice::mail("email-taken", recipient, &cause),
            None => Notice::mail("email-confirm", recipient, &cause)
                .saying(json!({ "new": email.as_str() }))
                .with_link(link.token),
        };
        self.notify(db, person, client, notice.replacing(topic).living(link.life)).await
    }

    /// Who has the address, or may still get it back, and how it is written there.
    async fn holder(
        &self,
        db: &mut AnyConnection,
        email: &EmailAddress,
        user: &UserId,
    ) -> Result<Option<(String, UserRow)>, AccessError> {
        if let Some(holder) = users::by_email(db, &email.folded()).await.or_fault()? {
            return Ok(Some((holder.email.clone(), holder)));
        }
        let Some(reserved) = undo::reservation(db, &email.folded(), user, self.now()).await.or_fault()? else {
            return Ok(None);
        };
        let holder = users::by_id(db, &UserId::new(reserved.user_id)).await.or_fault()?;
        Ok(holder.map(|holder| (reserved.old_value, holder)))
    }

    /// Counts a mail against every cap, before it is queued.
    async fn count_mail(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        user: &UserId,
        email: &EmailAddress,
    ) -> Result<(), EmailError> {
        let caps = [
            (format!("mail-person:{user}"), PER_PERSON),
            (format!("mail-address:{}", self.limit_key(&email.folded())), PER_ADDRESS),
            (format!("mail-network:{}", self.limit_key(&client.limit_prefix())), PER_NETWORK),
        ];
        for (subject, bucket) in caps {
            if throttle::pour(db, &subject, bucket, self.now()).await.or_fault()?.is_some() {
                tracing::warn!(cap = subject.split(':').next(), "a mail was refused");
                return Err(EmailError::TooManyMessages);
            }
        }
        Ok(())
    }
}

/// Why an address was not switched.
enum NoSwitch {
    /// Another account has it, or may still get it back.
    Taken,
    Refused(LinkError),
}

impl From<LinkError> for NoSwitch {
    fn from(error: LinkError) -> Self {
        Self::Refused(error)
    }
}

impl From<AccessError> for NoSwitch {
    fn from(error: AccessError) -> Self {
        Self::Refused(error.into())
    }
}

/// A link on its way, and the change it confirms.
struct LinkToSend<'a> {
    token: &'a str,
    change: &'a ChangeId,
    sends_left: i64,
    /// Milliseconds.
    life: i64,
}
