//! Deleting one's own account: asking for it, and keeping the account after all within the days of grace. What happens
//! at their end stands in [`crate::erasure`].

use crate::clock::DAY;
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::notices::Notice;
use crate::reauthentication::{WrongPassword, subject};
use crate::{Accounts, Client, Issued, Session, random};
use perfil_models::error::{LinkError, PrivacyError};
use perfil_models::request::DeleteAccount;
use perfil_models::view::Undone;
use perfil_models::{AccessError, EventKind, OrganizationId, Role, UserId};
use perfil_store::deletions::{self, DeletionRow, NewDeletion};
use perfil_store::members::{self, LockedMember};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, Write, organizations, throttle};
use serde_json::json;

/// How long an account can be kept after its deletion was asked for.
const GRACE: i64 = 14 * DAY;
/// How long before the end its person is reminded.
const REMINDER: i64 = 2 * DAY;

impl Accounts {
    /// Asks for the account to be deleted; a mail brings a link that keeps it. Asked again, the first time holds.
    pub async fn delete_account(
        &self,
        session: &Session,
        client: &Client,
        form: DeleteAccount,
    ) -> Result<Issued, PrivacyError> {
        let user = match self.check_password(session, client, &form.password).await? {
            Ok(user) => user,
            Err(WrongPassword) => return Err(PrivacyError::WrongPassword),
        };
        let mut db = self.parts.store.write().await.or_fault()?;
        let (organization_id, user_id) = (&session.organization_id, &session.user_id);
        let member = lock_person(&mut db, organization_id, user_id).await?.ok_or(AccessError::SignedOut)?;
        if member.disabled_at.is_some() {
            return Err(AccessError::SignedOut.into());
        }
        if is_sole_owner(&mut db, organization_id, user_id, &member).await? {
            throttle::clear(&mut db, &subject(user_id)).await.or_fault()?;
            db.commit().await.or_fault()?;
            return Err(PrivacyError::SoleOwner);
        }
        let issued = self.reauthenticated(&mut db, session).await?;
        self.begin_deletion(&mut db, session, client, &user).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(issued)
    }

    async fn begin_deletion(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        client: &Client,
        user: &UserRow,
    ) -> Result<(), AccessError> {
        let now = self.now();
        let token = random::new_token(&*self.parts.random);
        let erase_at = now + GRACE;
        let new = NewDeletion {
            user_id: &session.user_id,
            undo_hash: &token_hash(&token),
            erase_at,
            remind_at: erase_at - REMINDER,
        };
        if !deletions::insert(db, &new, now).await.or_fault()? {
            return Ok(());
        }
        self.record(db, session.into(), client, EventKind::DeletionRequested, "").await?;
        let cause = self.new_id();
        let notice = Notice::mail("deletion-requested", &user.email, &cause)
            .saying(json!({ "email": user.email, "end": { "moment": erase_at } }))
            .with_link(&token);
        self.notify(db, user, client, notice).await
    }

    /// Keeps the account of the person who is signed in.
    pub async fn keep_account(&self, session: &Session, client: &Client) -> Result<(), AccessError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        if deletions::keep(&mut db, &session.user_id).await.or_fault()? {
            self.record(&mut db, session.into(), client, EventKind::DeletionCancelled, "").await?;
        }
        db.commit().await.or_fault()
    }

    /// Keeps an account by the link that came when its deletion was asked for. Whoever asked may not have been its owner,
    /// so everybody is signed out, as by any undo.
    pub(crate) async fn undo_deletion(&self, mut db: Write, client: &Client, hash: &str) -> Result<Undone, LinkError> {
        let user_id = deletion_of(&mut db, hash).await?.user_id();
        users::lock(&mut db, &user_id).await.or_fault()?;
        let user = self.linked_user(&mut db, user_id.as_str()).await?;
        if !deletions::keep(&mut db, &user_id).await.or_fault()? {
            return Err(LinkError::Undone);
        }
        self.record_for(&mut db, &user, client, EventKind::DeletionCancelled, "").await?;
        self.distrust(&mut db, &user_id).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(Undone::Deletion)
    }

    /// Whose account a link keeps, if its button may be pressed now.
    pub(crate) async fn open_undo_of_deletion(&self, db: &mut AnyConnection, hash: &str) -> Result<UserRow, LinkError> {
        let deletion = deletion_of(db, hash).await?;
        let user = self.linked_user(db, &deletion.user_id).await?;
        if deletion.state == "pending" { Ok(user) } else { Err(LinkError::Undone) }
    }
}

async fn deletion_of(db: &mut AnyConnection, hash: &str) -> Result<DeletionRow, LinkError> {
    deletions::by_link(db, hash).await.or_fault()?.ok_or(LinkError::Unknown)
}

/// Takes the locks of the organization and of the person; `None`: the person is gone.
pub(crate) async fn lock_person(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    user: &UserId,
) -> Result<Option<LockedMember>, AccessError> {
    organizations::lock(db, organization).await.or_fault()?.ok_or(AccessError::Internal)?;
    members::lock(db, organization, user).await.or_fault()
}

/// Whether the organization would have no Owner without this one; the locks of both are held. Whoever is deactivated is
/// none already.
pub(crate) async fn is_sole_owner(
    db: &mut AnyConnection,
    organization: &OrganizationId,
    user: &UserId,
    member: &LockedMember,
) -> Result<bool, AccessError> {
    if member.role() != Role::Owner || member.disabled_at.is_some() {
        return Ok(false);
    }
    Ok(deletions::count_lasting_owners(db, organization, user).await.or_fault()? == 0)
}
