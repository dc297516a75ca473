//! The password, asked for again before a sensitive change. All such changes share one limit.

use crate::clock::seconds_until;
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::password_policy::normalise;
use crate::{Accounts, Client, Issued, Session, random};
use perfil_models::{AccessError, EventKind, Secret, UserId};
use perfil_store::users::UserRow;
use perfil_store::{AnyConnection, sessions, throttle, users};

/// The password was not the account's.
pub(crate) struct WrongPassword;

/// Under which name a person's wrong passwords beside changes are counted.
pub(crate) fn subject(user: &UserId) -> String {
    format!("password:{user}")
}

impl Accounts {
    /// Checks the password of the person who is signed in. The try is counted before it is looked at, so that parallel
    /// guesses cannot pass the limit together; [`Accounts::reauthenticated`] takes the count back.
    pub(crate) async fn check_password(
        &self,
        session: &Session,
        client: &Client,
        password: &Secret,
    ) -> Result<Result<UserRow, WrongPassword>, AccessError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let blocked = throttle::try_once(&mut db, &subject(&session.user_id), now).await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        db.commit().await.or_fault()?;
        if let Some(until) = blocked {
            return Err(AccessError::TooMany { retry_after: seconds_until(until, now).max(1) });
        }
        let stored = Some(user.password_hash.clone());
        if self.parts.hasher.verify(normalise(password.reveal()), stored).await.or_fault()?.right {
            return Ok(Ok(user));
        }
        let mut db = self.parts.store.write().await.or_fault()?;
        self.record(&mut db, session.into(), client, EventKind::PasswordRefused, "").await?;
        db.commit().await.or_fault()?;
        Ok(Err(WrongPassword))
    }

    /// In the transaction of the change: the password was right, so the failures before it no longer count, and the
    /// session goes on under a new token (ASVS 7.2.4).
    pub(crate) async fn reauthenticated(
        &self,
        db: &mut AnyConnection,
        session: &Session,
    ) -> Result<Issued, AccessError> {
        throttle::clear(db, &subject(&session.user_id)).await.or_fault()?;
        let token = random::new_token(&*self.parts.random);
        let alive = sessions::renew(db, &session.id, &token_hash(&token), self.now()).await.or_fault()?;
        if !alive {
            return Err(AccessError::SignedOut);
        }
        Ok(Issued { session: Some(token), remembered: session.remembered, ..Issued::default() })
    }
}
