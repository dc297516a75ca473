//! *Sign everyone out*: every session in the organization ends but the Owner's own.

use crate::audit::{ORGANIZATION, Subject};
use crate::fault::OrFault;
use crate::organization_audit::{Actor, Change};
use crate::reauthentication::WrongPassword;
use crate::{Accounts, Client, Issued, Session};
use perfil_models::error::OrganizationError;
use perfil_models::request::SignEveryoneOut;
use perfil_models::view::SignedOut;
use perfil_models::{AccessError, AuditKind, EventKind, Permission, UserId};
use perfil_store::sessions;
use std::collections::BTreeSet;

impl Accounts {
    /// Checks the password, then ends all sessions but this one; answers with how many were alive.
    pub async fn sign_everyone_out(
        &self,
        session: &Session,
        client: &Client,
        form: SignEveryoneOut,
    ) -> Result<(SignedOut, Issued), OrganizationError> {
        if !session.may(Permission::EditOrganization) {
            return Err(AccessError::Forbidden.into());
        }
        if let Err(WrongPassword) = self.check_password(session, client, &form.password).await? {
            return Err(OrganizationError::WrongPassword);
        }
        let now = self.now();
        let organization_id = &session.organization_id;
        let mut db = self.parts.store.write().await.or_fault()?;
        self.lock_organization(&mut db, session, Permission::EditOrganization).await?;
        let mut ended = sessions::delete_others_in(&mut db, organization_id, &session.id).await.or_fault()?;
        ended.retain(|row| row.idle_expires_at > now && row.expires_at > now);
        let people: BTreeSet<&str> = ended.iter().map(|row| row.user_id.as_str()).collect();
        let people: Vec<UserId> = people.into_iter().map(UserId::new).collect();
        let happened =
            |user_id| (Subject { organization_id, user_id, session_id: None }, EventKind::EveryoneSignedOut, "");
        self.record_all(&mut db, ORGANIZATION, &people.iter().map(happened).collect::<Vec<_>>()).await?;
        let change = Change {
            organization_id,
            actor: Actor::Member(&session.user_id),
            subject_id: None,
            kind: AuditKind::EveryoneSignedOut,
            before: "",
            after: "",
        };
        self.note_change(&mut db, change).await?;
        let issued = self.reauthenticated(&mut db, session).await?;
        db.commit().await.or_fault()?;
        Ok((SignedOut { sessions: ended.len() }, issued))
    }
}
