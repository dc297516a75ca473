//! Changing the password.

use crate::fault::OrFault;
use crate::hasher::SALT_BYTES;
use crate::notices::Notice;
use crate::password_policy::min_chars;
use crate::reauthentication::WrongPassword;
use crate::{Accounts, Client, Issued, Session, password_policy};
use perfil_models::error::PasswordError;
use perfil_models::password::PasswordProblem;
use perfil_models::request::ChangePassword;
use perfil_models::{AccessError, EventKind};
use perfil_store::{sessions, users};
use serde_json::json;

impl Accounts {
    /// Changes the password: all other sessions end, a pending phone change ends, a mail tells.
    pub async fn change_password(
        &self,
        session: &Session,
        client: &Client,
        form: ChangePassword,
    ) -> Result<Issued, PasswordError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        drop(db);
        let personal = [session.email.clone(), session.display_name.clone()];
        let new = password_policy::judge(min_chars(&user), form.new, form.repeat, personal).await??;
        let user = match self.check_password(session, client, &form.current).await? {
            Ok(user) => user,
            Err(WrongPassword) => return Err(PasswordError::WrongPassword),
        };
        if new == password_policy::normalise(form.current.reveal()) {
            return Err(PasswordProblem::Unchanged.into());
        }
        let hash = self.new_hash(new).await?;
        let mut db = self.parts.store.write().await.or_fault()?;
        let replaced = users::set_password(&mut db, &session.user_id, &user.password_hash, &hash, self.now()).await;
        if !replaced.or_fault()? {
            return Err(PasswordError::WrongPassword);
        }
        let issued = self.reauthenticated(&mut db, session).await?;
        sessions::delete_others(&mut db, &session.user_id, Some(&session.id)).await.or_fault()?;
        self.end_pending_changes(&mut db, &session.user_id).await?;
        self.record(&mut db, session.into(), client, EventKind::PasswordChanged, "").await?;
        let cause = self.new_id();
        let notice = Notice::mail("password-changed", &user.email, &cause).saying(json!({ "email": user.email }));
        self.notify(&mut db, &user, client, notice).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(issued)
    }

    /// Hashes a normalised password with a new salt.
    pub(crate) async fn new_hash(&self, password: String) -> Result<String, AccessError> {
        let mut salt = [0; SALT_BYTES];
        self.parts.random.fill(&mut salt);
        self.parts.hasher.hash(password, salt).await.or_fault()
    }
}
