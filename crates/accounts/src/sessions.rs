//! Finding, keeping and ending sessions.

use crate::clock::{DAY, HOUR, MINUTE};
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::{Accounts, Client, Session, device};
use perfil_models::{AccessError, EventKind, Language, OrganizationId, Role, SessionId, UserId};
use perfil_store::sessions::{self, SessionRow};

/// A session's ends, in milliseconds from its beginning or last use.
pub(crate) struct Lifetime {
    pub idle: i64,
    pub absolute: i64,
}

/// *Keep me signed in*: 14 days unused, 30 days in all; else 12 and 24 hours.
pub(crate) fn lifetime(remembered: bool) -> Lifetime {
    if remembered {
        Lifetime { idle: 14 * DAY, absolute: 30 * DAY }
    } else {
        Lifetime { idle: 12 * HOUR, absolute: 24 * HOUR }
    }
}

impl Accounts {
    /// The living session of a token, if there is one. Notes its use at most once a minute.
    pub async fn session(&self, token: &str) -> Result<Option<Session>, AccessError> {
        let now = self.now();
        let mut db = self.parts.store.read().await.or_fault()?;
        let token = token_hash(token);
        let row = sessions::by_token(&mut db, &token, now).await.or_fault()?;
        let is_over = row.is_none() && sessions::is_over(&mut db, &token, now).await.or_fault()?;
        drop(db);
        if is_over {
            self.forget(&token).await;
        }
        let Some(row) = row else { return Ok(None) };
        let session = session_of(&row);
        if now - row.last_seen_at >= MINUTE {
            self.note_use(&session, row.expires_at, now).await;
        }
        Ok(Some(session))
    }

    /// A session that cannot be noted as used (disk full, say) is still one to read with.
    async fn note_use(&self, session: &Session, expires_at: i64, now: i64) {
        let idle = (now + lifetime(session.remembered).idle).min(expires_at);
        let noted = async {
            let mut db = self.parts.store.write().await?;
            sessions::touch(&mut db, &session.id, now, idle).await?;
            db.commit().await?;
            Ok::<_, perfil_store::StoreError>(())
        };
        if let Err(error) = noted.await {
            tracing::warn!(%error, "the use of a session was not noted");
        }
    }

    /// Deletes a session that is over before the clean-up does: a clock that is set back must not revive it.
    async fn forget(&self, token_hash: &str) {
        let forgotten = async {
            let mut db = self.parts.store.write().await?;
            sessions::delete_by_token(&mut db, token_hash).await?;
            db.commit().await
        };
        if let Err(error) = forgotten.await {
            tracing::warn!(%error, "a session that is over was not deleted");
        }
    }

    /// Ends the session on the server.
    pub async fn sign_out(&self, session: &Session, client: &Client) -> Result<(), AccessError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        sessions::delete(&mut db, &session.id).await.or_fault()?;
        self.record(&mut db, session.into(), client, EventKind::SignedOut, &device::of_client(client)).await?;
        db.commit().await.or_fault()
    }
}

fn session_of(row: &SessionRow) -> Session {
    Session {
        id: SessionId::new(row.id.clone()),
        user_id: UserId::new(row.user_id.clone()),
        organization_id: OrganizationId::new(row.organization_id.clone()),
        role: Role::of_row(&row.role),
        display_name: row.display_name.clone(),
        email: row.email.clone(),
        language: row.language.as_deref().and_then(Language::from_tag),
        remembered: row.remembered != 0,
    }
}
