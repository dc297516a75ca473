//! What changes of an address and of a number have in common.

use crate::clock::{DAY, seconds_until};
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::notices::{code_topic, link_topic};
use crate::{Accounts, random};
use perfil_models::error::hours;
use perfil_models::view::Dependent;
use perfil_models::{AccessError, UserId};
use perfil_store::contact_changes::{self, Before};
use perfil_store::users::UserRow;
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

/// What goes to the email address. New kinds of notices join here.
pub(crate) const EMAIL_DEPENDENTS: [Dependent; 3] =
    [Dependent::SignIn, Dependent::PasswordReset, Dependent::SecurityNotices];

/// What goes to the phone number.
pub(crate) const PHONE_DEPENDENTS: [Dependent; 1] = [Dependent::SecurityNotices];

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

    /// Ends what waits for a code or a link, and takes both out of the queue.
    pub(crate) async fn end_pending_changes(&self, db: &mut AnyConnection, user: &UserId) -> Result<(), AccessError> {
        let now = self.now();
        contact_changes::end_all(db, user, now).await.or_fault()?;
        for topic in [code_topic(user), link_topic(user)] {
            outbox::supersede(db, &topic, now).await.or_fault()?;
        }
        Ok(())
    }
}
