//! What changes of an address and of a number have in common.

use crate::clock::{DAY, seconds_until};
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::notices::{code_topic, link_topic};
use crate::{Accounts, Client, Session, random};
use perfil_models::error::{EmailError, PhoneError, clock, hours};
use perfil_models::view::Dependent;
use perfil_models::{AccessError, ChangeId, EventKind, UserId};
use perfil_store::ceremonies;
use perfil_store::contact_changes::{self, Before, ChangeRow, EMAIL, PHONE};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, outbox};

/// How long a change can be undone, and how long the value of before is kept for that.
pub(crate) const UNDO_LIFE: i64 = 7 * DAY;

/// The link that undoes a change.
pub(crate) struct UndoLink {
    /// What the link carries.
    pub token: String,
    hash: String,
    until: i64,
}

impl UndoLink {
    /// The value of before, to be kept with the change.
    pub fn keeping<'a>(&'a self, value: &'a str, folded: &'a str) -> Before<'a> {
        Before { value, folded, undo_hash: &self.hash, undo_until: self.until }
    }
}

/// A kind of contact, as far as both are treated alike.
pub(crate) struct Contact {
    /// Its word in the database.
    pub kind: &'static str,
    topic: fn(&UserId) -> String,
    cancelled: EventKind,
}

/// The email address.
pub(crate) const EMAIL_ADDRESS: Contact =
    Contact { kind: EMAIL, topic: link_topic, cancelled: EventKind::EmailChangeCancelled };

/// The phone number.
pub(crate) const PHONE_NUMBER: Contact =
    Contact { kind: PHONE, topic: code_topic, cancelled: EventKind::PhoneChangeCancelled };

/// Why a code or link is not sent again.
pub(crate) enum NotAgain {
    /// The change is over.
    NotPending,
    /// It was sent as often as is allowed.
    NoResendsLeft,
    /// It was sent a moment ago; `wait` as `m:ss`.
    TooSoon { wait: String },
}

macro_rules! not_sent_again {
    ($($error:ident)*) => {$(
        impl From<NotAgain> for $error {
            fn from(why: NotAgain) -> Self {
                match why {
                    NotAgain::NotPending => Self::NotPending,
                    NotAgain::NoResendsLeft => Self::NoResendsLeft,
                    NotAgain::TooSoon { wait } => Self::ResendTooSoon { wait },
                }
            }
        }
    )*};
}

not_sent_again!(EmailError PhoneError);

/// What goes to the email address. New kinds of notices join here.
pub(crate) const EMAIL_DEPENDENTS: [Dependent; 4] =
    [Dependent::SignIn, Dependent::PasswordReset, Dependent::SecurityNotices, Dependent::Notifications];

/// What goes to the phone number.
pub(crate) const PHONE_DEPENDENTS: [Dependent; 2] = [Dependent::SecurityNotices, Dependent::Notifications];

impl Accounts {
    /// A new undo link, good from now on.
    pub(crate) fn new_undo_link(&self) -> UndoLink {
        let token = random::new_token(&*self.parts.random);
        UndoLink { hash: token_hash(&token), token, until: self.now() + UNDO_LIFE }
    }

    /// Seconds until contacts may be changed again; 0 unless a change was just undone.
    pub(crate) fn frozen_for(&self, user: &UserRow) -> u32 {
        user.contacts_frozen_until.map_or(0, |until| seconds_until(until, self.now()))
    }

    /// How long contacts stay as they are after an undo, as `h:mm`; `None`: they may be changed.
    pub(crate) fn frozen(&self, user: &UserRow) -> Option<String> {
        Some(self.frozen_for(user)).filter(|seconds| *seconds > 0).map(hours)
    }

    /// The pending change whose code or link may be sent again now.
    pub(crate) async fn sendable_again(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        contact: &Contact,
        id: &ChangeId,
    ) -> Result<Result<ChangeRow, NotAgain>, AccessError> {
        let now = self.now();
        let pending = contact_changes::pending(db, &session.user_id, now).await.or_fault()?;
        let change = pending.into_iter().find(|change| change.kind == contact.kind && change.id == id.as_str());
        Ok(match change {
            None => Err(NotAgain::NotPending),
            Some(change) if change.sends_left == 0 => Err(NotAgain::NoResendsLeft),
            Some(change) if change.next_send_at > now => {
                Err(NotAgain::TooSoon { wait: clock(seconds_until(change.next_send_at, now)) })
            }
            Some(change) => Ok(change),
        })
    }

    /// Gives a pending change up: its code or link is worth nothing any more. Answers with what it would have changed to;
    /// `None`: it is over already.
    pub(crate) async fn give_up(
        &self,
        session: &Session,
        client: &Client,
        contact: &Contact,
        id: &ChangeId,
    ) -> Result<Option<String>, AccessError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        let change = contact_changes::state_of(&mut db, &session.user_id, id).await.or_fault()?;
        let Some(change) = change.filter(|change| change.state == "pending" && change.kind == contact.kind) else {
            return Ok(None);
        };
        contact_changes::end(&mut db, &session.user_id, contact.kind, now).await.or_fault()?;
        outbox::supersede(&mut db, &(contact.topic)(&session.user_id), now).await.or_fault()?;
        self.record(&mut db, session.into(), client, contact.cancelled, "").await?;
        db.commit().await.or_fault()?;
        Ok(Some(change.new_value))
    }

    /// Ends what waits for a code, a link or a passkey, and takes messages about it out of the queue.
    pub(crate) async fn end_pending_changes(&self, db: &mut AnyConnection, user: &UserId) -> Result<(), AccessError> {
        let now = self.now();
        ceremonies::end_of_user(db, user).await.or_fault()?;
        contact_changes::end_all(db, user, now).await.or_fault()?;
        for contact in [EMAIL_ADDRESS, PHONE_NUMBER] {
            outbox::supersede(db, &(contact.topic)(user), now).await.or_fault()?;
        }
        Ok(())
    }
}
