//! Adding a passkey: a question to the browser, and its answer.

use crate::factors::stored_passkeys;
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::second_step::Begun;
use crate::{Accounts, Client, Issued, Session};
use perfil_models::error::{FactorError, PasskeyError};
use perfil_models::request::{BeginPasskey, PasskeyAnswer};
use perfil_models::view::PasskeyChallenge;
use perfil_models::{DisplayName, FactorId};
use perfil_store::factors::{self, NewFactor, PASSKEY};
use perfil_store::{StoreError, ceremonies};

/// What the ceremony is for.
const NEW_PASSKEY: &str = "new-passkey";

impl Accounts {
    /// What the browser shall ask the authenticator for, to make a passkey.
    pub async fn begin_passkey(
        &self,
        session: &Session,
        client: &Client,
        form: BeginPasskey,
    ) -> Result<(Issued, PasskeyChallenge), FactorError> {
        let name = DisplayName::parse(&form.name)?;
        let passkeys = self.parts.passkeys.as_ref().ok_or(FactorError::PasskeysUnavailable)?;
        self.check_factor_password(session, client, &form.password).await?;
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let user = self.with_room(&mut db, session).await?.map_err(|max| FactorError::TooMany { max })?;
        let rows = factors::of_user(&mut db, &session.user_id, now).await.or_fault()?;
        let known = stored_passkeys(&rows);
        let question = passkeys.ask_for_new(&session.user_id, &user.email, &user.display_name, &known).or_fault()?;
        let begun =
            Begun { purpose: NEW_PASSKEY, user: Some(&session.user_id), name: name.as_str(), ..Begun::default() };
        let challenge = self.ask_browser(&mut db, begun, question).await?;
        let issued = self.reauthenticated(&mut db, session).await?;
        db.commit().await.or_fault()?;
        Ok((issued, challenge))
    }

    /// Takes a new passkey into use. Answers with recovery codes, if it is the first second factor.
    pub async fn add_passkey(
        &self,
        session: &Session,
        client: &Client,
        form: PasskeyAnswer,
    ) -> Result<Option<Vec<String>>, PasskeyError> {
        let passkeys = self.parts.passkeys.as_ref().ok_or(PasskeyError::Unavailable)?;
        let (now, id) = (self.now(), FactorId::new(self.new_id()));
        let mut db = self.parts.store.write().await.or_fault()?;
        let begun = ceremonies::take(&mut db, &token_hash(form.ceremony.reveal()), now).await.or_fault()?;
        let is_own = |user_id: &Option<String>| user_id.as_deref() == Some(session.user_id.as_str());
        let begun = begun.filter(|begun| begun.purpose == NEW_PASSKEY && is_own(&begun.user_id));
        let begun = begun.ok_or(PasskeyError::Expired)?;
        let user = self.with_room(&mut db, session).await?.map_err(|max| PasskeyError::TooMany { max })?;
        let passkey = passkeys.accept_new(form.credential.reveal(), &begun.state).map_err(|reason| {
            tracing::info!(%reason, "a new passkey was refused");
            PasskeyError::Refused
        })?;
        let factor = NewFactor {
            id: &id,
            user_id: &session.user_id,
            kind: PASSKEY,
            name: &begun.name,
            secret: &passkey.stored,
            credential_id: Some(&passkey.credential_id),
            expires_at: None,
        };
        match factors::insert(&mut db, &factor, now).await {
            Err(StoreError::Taken(_)) => return Err(PasskeyError::Taken),
            inserted => inserted.or_fault()?,
        }
        let codes = self.added(&mut db, session, client, &user, &begun.name, id.as_str()).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(codes)
    }
}
