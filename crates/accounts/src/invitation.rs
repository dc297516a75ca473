//! An invitation: a link by mail, by which a person chooses the first password.

use crate::audit::{PLATFORM, Subject};
use crate::clock::{DAY, MINUTE};
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::notices::{Notice, invitation_topic};
use crate::provisioning::ProvisioningError;
use crate::sign_in::too_many;
use crate::{Accounts, Client, Reach, random};
use perfil_models::error::{LinkError, ResetError};
use perfil_models::request::ResetPassword;
use perfil_models::{AccessError, EventKind, UserId};
use perfil_store::resets::{self, INVITATION, NewReset};
use perfil_store::throttle::{self, Bucket};
use perfil_store::users::{self, NO_PASSWORD, UserRow};
use perfil_store::{AnyConnection, outbox};
use serde_json::json;
use std::net::Ipv4Addr;

/// How long a link lives.
const LIFE: i64 = 7 * DAY;
/// Invitations of one person that are asked for.
const PER_PERSON: Bucket = Bucket { burst: 3, drain: 20 * MINUTE };

impl Accounts {
    /// Sends a link to choose the first password; the one before is worth nothing any more.
    pub(crate) async fn invite(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        network: &str,
    ) -> Result<(), AccessError> {
        let (now, id) = (self.now(), self.new_id());
        let (user_id, organization_id) = (user.id(), user.organization_id());
        let token = random::new_token(&*self.parts.random);
        resets::replace(db, &user_id, INVITATION).await.or_fault()?;
        let link = NewReset {
            id: &id,
            user_id: &user_id,
            purpose: INVITATION,
            token_hash: &token_hash(&token),
            expires_at: now + LIFE,
        };
        resets::insert(db, &link, now).await.or_fault()?;
        let subject = Subject { organization_id: &organization_id, user_id: &user_id, session_id: None };
        self.record_from(db, subject, network, EventKind::Invited, "").await?;
        let notice = Notice::mail("invitation", &user.email, &id)
            .saying(json!({ "email": user.email }))
            .with_link(&token)
            .replacing(invitation_topic(&user_id))
            .living(LIFE);
        self.notify(db, user, &Client::silent(Ipv4Addr::LOCALHOST.into()), notice).await
    }

    /// Makes every link that chooses a password worthless, and takes an invitation out of the queue.
    pub(crate) async fn end_links(&self, db: &mut AnyConnection, user: &UserId) -> Result<(), AccessError> {
        resets::end(db, user).await.or_fault()?;
        outbox::supersede(db, &invitation_topic(user), self.now()).await.or_fault()?;
        Ok(())
    }

    /// Sends the invitation of a person again, in the platform's own names.
    pub async fn invite_again(
        &self,
        reach: &Reach,
        organization: &str,
        external_id: &str,
    ) -> Result<(), ProvisioningError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let user_id = self.person_named(&mut db, reach, organization, external_id).await?;
        users::lock(&mut db, &user_id).await.or_fault()?;
        let user = users::by_id(&mut db, &user_id).await.or_fault()?.ok_or(ProvisioningError::UnknownUser)?;
        if user.has_password() {
            return Err(ProvisioningError::HasPassword);
        }
        if user.disabled_at.is_some() {
            return Err(ProvisioningError::Deactivated);
        }
        let subject = format!("invitation:{user_id}");
        if let Some(until) = throttle::pour(&mut db, &subject, PER_PERSON, now).await.or_fault()? {
            return Err(too_many(until, now).into());
        }
        self.invite(&mut db, &user, PLATFORM).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// Sets the first password by a link, which works once; answers with the address to sign in with.
    pub async fn accept_invitation(&self, client: &Client, form: ResetPassword) -> Result<String, ResetError> {
        let now = self.now();
        let (link, password_hash) = self.judge_by_link(INVITATION, form).await?;
        let user_id = UserId::new(link.user_id);
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &user_id).await.or_fault()?;
        if !resets::take(&mut db, &link.id, now).await.or_fault()? {
            return Err(LinkError::Used.into());
        }
        let user = self.linked_user(&mut db, user_id.as_str()).await?;
        if !users::set_password(&mut db, &user_id, NO_PASSWORD, &password_hash, now).await.or_fault()? {
            return Err(LinkError::Replaced.into());
        }
        self.end_links(&mut db, &user_id).await?;
        self.let_in_again(&mut db, client, &user).await?;
        self.record_for(&mut db, &user, client, EventKind::InvitationAccepted, "").await?;
        db.commit().await.or_fault()?;
        Ok(user.email)
    }
}
