//! Inviting an address into the organization, and joining by the link that comes to it.
//!
//! Whether the address has an account is not said: the answer and the list are the same, and only the mail differs. An
//! invitation stands until it is revoked, whatever becomes of who made it.

use crate::clock::{DAY, MINUTE};
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::notices::Notice;
use crate::organization_audit::{Actor, Change};
use crate::sign_in::too_many;
use crate::{Accounts, Client, Session, password_policy, random};
use perfil_models::error::{InviteError, JoinError, LinkError};
use perfil_models::password::MIN_CHARS;
use perfil_models::request::{Invite, Join, OneInvitation};
use perfil_models::view::Link;
use perfil_models::{
    AccessError, AuditKind, DisplayName, EmailAddress, EventKind, InvitationId, OrganizationId, Permission, Role,
    UserId,
};
use perfil_store::invitations::{self, InvitationRow, NewInvitation};
use perfil_store::throttle::{self, Bucket};
use perfil_store::users::{self, NewUser, UserRow};
use perfil_store::{AnyConnection, StoreError, organization_settings, organizations, outbox, undo, users_region};
use serde_json::json;

/// How long a link lives.
const LIFE: i64 = 7 * DAY;
/// Invitations that may wait in an organization.
pub(crate) const MOST_WAITING: i64 = 200;
/// Mails that one organization sends.
const PER_ORGANIZATION: Bucket = Bucket { burst: 30, drain: MINUTE };
/// Mails to one address, whoever invites it.
const PER_ADDRESS: Bucket = Bucket { burst: 3, drain: 20 * MINUTE };

impl Accounts {
    /// Invites an address by mail.
    pub async fn invite_member(&self, session: &Session, client: &Client, form: Invite) -> Result<(), InviteError> {
        let email = EmailAddress::parse(&form.email).map_err(|_| InviteError::Invalid)?;
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let role = self.lock_organization(&mut db, session, Permission::Invite).await?;
        if !role.invites_into().contains(&form.role) {
            return Err(InviteError::Role);
        }
        let known = users::by_email(&mut db, &email.folded()).await.or_fault()?;
        if known.is_some_and(|user| user.organization_id() == session.organization_id) {
            return Err(InviteError::Member);
        }
        if invitations::count_waiting(&mut db, &session.organization_id).await.or_fault()? >= MOST_WAITING {
            return Err(InviteError::TooMany { max: MOST_WAITING });
        }
        let id = InvitationId::new(self.new_id());
        let new = NewInvitation {
            id: &id,
            organization_id: &session.organization_id,
            email: &email,
            role: form.role,
            invited_by: &session.user_id,
        };
        if !invitations::insert(&mut db, &new, now).await.or_fault()? {
            return Err(InviteError::Waiting);
        }
        self.send_invitation(&mut db, session, client, &id, email.as_str(), form.role).await?;
        let change = Change::by(session, AuditKind::Invited, id.as_str()).saying("", form.role.as_str());
        self.note_change(&mut db, change).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// Sends an invitation again, with a new link; the one before is worth nothing any more.
    pub async fn resend_invitation(
        &self,
        session: &Session,
        client: &Client,
        form: OneInvitation,
    ) -> Result<(), InviteError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        let row = self.lock_invitation(&mut db, session, &form.invitation).await?;
        self.send_invitation(&mut db, session, client, &form.invitation, &row.email, row.role()).await?;
        let change = Change::by(session, AuditKind::InvitedAgain, form.invitation.as_str());
        self.note_change(&mut db, change.saying("", &row.role)).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// Makes the link of an invitation worthless, and takes its mail out of the queue.
    pub async fn revoke_invitation(&self, session: &Session, form: OneInvitation) -> Result<(), InviteError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        let row = self.lock_invitation(&mut db, session, &form.invitation).await?;
        invitations::end(&mut db, &form.invitation, "revoked", self.now()).await.or_fault()?;
        outbox::supersede(&mut db, &mails_of(&form.invitation), self.now()).await.or_fault()?;
        let change = Change::by(session, AuditKind::InvitationRevoked, form.invitation.as_str());
        self.note_change(&mut db, change.saying(&row.role, "")).await?;
        Ok(db.commit().await.or_fault()?)
    }

    /// An invitation that waits and that the person may manage; its lock is held, and the organization's.
    async fn lock_invitation(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        id: &InvitationId,
    ) -> Result<InvitationRow, InviteError> {
        let role = self.lock_organization(db, session, Permission::Invite).await?;
        let row = invitations::lock(db, &session.organization_id, id).await.or_fault()?.ok_or(AccessError::NotFound)?;
        if !role.invites_into().contains(&row.role()) {
            return Err(AccessError::Forbidden.into());
        }
        if row.state != "pending" {
            return Err(InviteError::Over);
        }
        Ok(row)
    }

    /// The mail: with a link to join, or saying that the address has an account.
    async fn send_invitation(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        client: &Client,
        id: &InvitationId,
        email: &str,
        role: Role,
    ) -> Result<(), AccessError> {
        let (now, folded) = (self.now(), email.to_ascii_lowercase());
        self.count_invitation(db, &session.organization_id, &folded).await?;
        let token = if self.is_taken(db, &folded).await? { None } else { Some(random::new_token(&*self.parts.random)) };
        invitations::renew(db, id, token.as_deref().map(token_hash).as_deref(), now + LIFE, now).await.or_fault()?;
        let inviter = self.in_the_words_of(db, session).await?;
        let cause = self.new_id();
        let notice = match &token {
            Some(token) => Notice::mail("member-invitation", email, &cause)
                .saying(json!({
                    "inviter": inviter.display_name, "email": email, "role": { "role": role.as_str() },
                }))
                .with_link(token),
            None => Notice::mail("member-invitation-known", email, &cause)
                .saying(json!({ "inviter": inviter.display_name, "email": email })),
        };
        self.notify(db, &inviter, client, notice.replacing(mails_of(id)).living(LIFE)).await
    }

    /// Counts a mail by which the organization invites that address.
    pub(crate) async fn count_invitation(
        &self,
        db: &mut AnyConnection,
        organization: &OrganizationId,
        folded: &str,
    ) -> Result<(), AccessError> {
        let now = self.now();
        for (subject, bucket) in [
            (format!("invite-organization:{organization}"), PER_ORGANIZATION),
            (format!("invite-address:{}", self.limit_key(folded)), PER_ADDRESS),
        ] {
            if let Some(until) = throttle::pour(db, &subject, bucket, now).await.or_fault()? {
                return Err(too_many(until, now));
            }
        }
        Ok(())
    }

    /// Who invites, with the language that the organization decides for new members in place of the own one.
    async fn in_the_words_of(&self, db: &mut AnyConnection, session: &Session) -> Result<UserRow, AccessError> {
        let mut inviter = self.member(db, &session.user_id).await?;
        let decided = organization_settings::of(db, &session.organization_id).await.or_fault()?;
        let decided = decided.ok_or(AccessError::Internal)?;
        for (own, decided) in [
            (&mut inviter.language, decided.default_language),
            (&mut inviter.country, decided.default_country),
            (&mut inviter.time_zone, decided.default_time_zone),
        ] {
            if decided.is_some() {
                *own = decided;
            }
        }
        Ok(inviter)
    }

    /// Whether an account has the address, or may still get it back.
    async fn is_taken(&self, db: &mut AnyConnection, folded: &str) -> Result<bool, AccessError> {
        let nobody = UserId::new("");
        Ok(users::by_email(db, folded).await.or_fault()?.is_some()
            || undo::reservation(db, folded, &nobody, self.now()).await.or_fault()?.is_some())
    }

    /// What a link to join is about.
    pub(crate) async fn open_join(&self, db: &mut AnyConnection, hash: &str) -> Result<Link, LinkError> {
        let row = self.invitation_of(db, hash).await?;
        let min = joining_min(db, &row).await?;
        Ok(Link::Join {
            role: row.role(),
            email: row.email,
            organization: row.organization_name,
            inviter: row.inviter,
            min,
        })
    }

    /// The invitation of a link that still works.
    async fn invitation_of(&self, db: &mut AnyConnection, hash: &str) -> Result<InvitationRow, LinkError> {
        let row = invitations::by_link(db, hash).await.or_fault()?.ok_or(LinkError::Unknown)?;
        match row.state.as_str() {
            "pending" if row.expires_at > self.now() => Ok(row),
            "pending" => Err(LinkError::Expired),
            "accepted" => Err(LinkError::Used),
            _ => Err(LinkError::Replaced),
        }
    }

    /// Makes an account by the link of an invitation; answers with the address to sign in with.
    pub async fn join(&self, client: &Client, form: Join) -> Result<String, JoinError> {
        let hash = token_hash(form.token.reveal());
        let mut db = self.parts.store.read().await.or_fault()?;
        let row = self.invitation_of(&mut db, &hash).await?;
        let min = joining_min(&mut db, &row).await?;
        drop(db);
        let name = DisplayName::parse(&form.display_name)?;
        let email = EmailAddress::parse(&row.email).map_err(|_| AccessError::Internal)?;
        let personal = [row.email.clone(), name.as_str().to_owned()];
        let password = password_policy::judge(min, form.new, form.repeat, personal).await??;
        let password_hash = self.new_hash(password).await?;
        let id = UserId::new(self.new_id());
        let organization_id = row.organization_id();
        let new = NewUser {
            id: &id,
            organization_id: &organization_id,
            external_id: id.as_str(),
            email: &email,
            display_name: &name,
            role: row.role(),
            password_hash: &password_hash,
            phone: None,
        };
        self.make_member(client, &row.id(), &hash, &new).await?;
        Ok(row.email)
    }

    async fn make_member(
        &self,
        client: &Client,
        invitation: &InvitationId,
        hash: &str,
        new: &NewUser<'_>,
    ) -> Result<(), JoinError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        organizations::lock(&mut db, new.organization_id).await.or_fault()?.ok_or(AccessError::Internal)?;
        self.invitation_of(&mut db, hash).await?;
        if !invitations::end(&mut db, invitation, "accepted", now).await.or_fault()? {
            return Err(LinkError::Used.into());
        }
        if undo::reservation(&mut db, &new.email.folded(), new.id, now).await.or_fault()?.is_some() {
            return Err(JoinError::HasAccount);
        }
        match users::insert(&mut db, new, now).await {
            Err(StoreError::Taken(_)) => return Err(JoinError::HasAccount),
            inserted => inserted.or_fault()?,
        }
        organization_settings::give_defaults(&mut db, new.id).await.or_fault()?;
        let user = self.member(&mut db, new.id).await?;
        users_region::note_visit(&mut db, new.id, &self.detected(&user, client), now).await.or_fault()?;
        outbox::supersede(&mut db, &mails_of(invitation), now).await.or_fault()?;
        self.let_in_again(&mut db, client, &user).await?;
        self.record_for(&mut db, &user, client, EventKind::InvitationAccepted, "").await?;
        let change = Change {
            organization_id: new.organization_id,
            actor: Actor::Member(new.id),
            subject_id: Some(new.id.as_str()),
            kind: AuditKind::Joined,
            before: "",
            after: new.role.as_str(),
        };
        self.note_change(&mut db, change).await?;
        Ok(db.commit().await.or_fault()?)
    }
}

/// The fewest characters of the password of who joins by that invitation.
async fn joining_min(db: &mut AnyConnection, row: &InvitationRow) -> Result<usize, AccessError> {
    let decided = organization_settings::of(db, &row.organization_id()).await.or_fault()?;
    let min = decided.and_then(|decided| password_policy::organization_min(decided.password_min));
    Ok(min.map_or(MIN_CHARS, |min| min.max(MIN_CHARS)))
}

/// The topic under which the mails of an invitation replace each other.
fn mails_of(invitation: &InvitationId) -> String {
    format!("member-invitation:{invitation}")
}
