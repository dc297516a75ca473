//! Signing in with a passkey: as the second step after the password, or alone. A passkey that was made here checks its
//! owner by itself (a finger, a face, a PIN), and so counts as both steps.

use crate::clock::MINUTE;
use crate::factors::stored_passkeys;
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::passkeys::{Answer, NoProof, Passkeys, Question};
use crate::second_step::{Begun, Ticket};
use crate::sign_in::too_many;
use crate::{Accounts, Client, Issued};
use perfil_models::error::SecondStepError;
use perfil_models::request::{PasskeyAnswer, PasskeySignIn};
use perfil_models::view::PasskeyChallenge;
use perfil_models::{AccessError, EventKind, FactorId, Secret, UserId};
use perfil_store::ceremonies::{self, CeremonyRow};
use perfil_store::factors::{self, FactorRow};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, throttle};

/// How long a browser may take over a passkey.
pub(crate) const PASSKEY_LIFE: i64 = 5 * MINUTE;

/// What the ceremonies are for.
const WITH_TICKET: &str = "second-step-passkey";
const ALONE: &str = "passkey-sign-in";

impl Accounts {
    /// What the browser shall ask the authenticator for, to complete a sign-in.
    pub async fn begin_second_step_passkey(&self, client: &Client) -> Result<PasskeyChallenge, SecondStepError> {
        let passkeys = self.parts.passkeys.as_ref().ok_or(SecondStepError::PasskeysUnavailable)?;
        let mut db = self.parts.store.write().await.or_fault()?;
        self.count_ceremony(&mut db, client).await?;
        let Ticket { user, remembered, .. } = self.ticket(&mut db, client).await?;
        let rows = factors::of_user(&mut db, &user.id(), self.now()).await.or_fault()?;
        let stored = stored_passkeys(&rows);
        if stored.is_empty() {
            return Err(SecondStepError::PasskeyRefused);
        }
        let question = passkeys.ask_for_one_of(&stored).or_fault()?;
        let begun = Begun { purpose: WITH_TICKET, user: Some(&user.id()), remembered, ..Begun::default() };
        let challenge = self.ask_browser(&mut db, begun, question).await?;
        db.commit().await.or_fault()?;
        Ok(challenge)
    }

    /// What the browser shall ask the authenticator for, to sign in without a password.
    pub async fn begin_passkey_sign_in(
        &self,
        client: &Client,
        form: PasskeySignIn,
    ) -> Result<PasskeyChallenge, SecondStepError> {
        let passkeys = self.parts.passkeys.as_ref().ok_or(SecondStepError::PasskeysUnavailable)?;
        let mut db = self.parts.store.write().await.or_fault()?;
        self.count_ceremony(&mut db, client).await?;
        let begun = Begun { purpose: ALONE, remembered: form.remember, ..Begun::default() };
        let challenge = self.ask_browser(&mut db, begun, passkeys.ask_for_any().or_fault()?).await?;
        db.commit().await.or_fault()?;
        Ok(challenge)
    }

    /// Signs in by what the authenticator answered to either. A question is answered once, rightly or wrongly.
    pub async fn sign_in_with_passkey(&self, client: &Client, form: PasskeyAnswer) -> Result<Issued, SecondStepError> {
        let passkeys = self.parts.passkeys.as_ref().ok_or(SecondStepError::PasskeysUnavailable)?;
        let mut db = self.parts.store.write().await.or_fault()?;
        let begun = ceremonies::take(&mut db, &token_hash(form.ceremony.reveal()), self.now()).await.or_fault()?;
        let begun = begun.filter(|begun| [WITH_TICKET, ALONE].contains(&begun.purpose.as_str()));
        let begun = begun.ok_or(SecondStepError::Expired)?;
        let ticket = match begun.purpose.as_str() {
            WITH_TICKET => Some(self.ticket(&mut db, client).await?),
            _ => None,
        };
        let proven = match self.answered(&mut db, passkeys, &begun, form.credential.reveal()).await? {
            Some(answered) => self.accept(&mut db, client, ticket.as_ref(), answered).await?,
            None => None,
        };
        let Some(user) = proven else {
            db.commit().await.or_fault()?;
            return Err(SecondStepError::PasskeyRefused);
        };
        if let Some(ticket) = ticket {
            ceremonies::take(&mut db, &ticket.hash, self.now()).await.or_fault()?;
        }
        let issued = self.open_session(&mut db, client, &user, begun.remembered != 0).await?;
        db.commit().await.or_fault()?;
        Ok(issued)
    }

    /// Lets the browser wait for the authenticator.
    pub(crate) async fn ask_browser(
        &self,
        db: &mut AnyConnection,
        begun: Begun<'_>,
        question: Question,
    ) -> Result<PasskeyChallenge, AccessError> {
        let token = self.begin(db, &Begun { state: &question.state, life: PASSKEY_LIFE, ..begun }).await?;
        Ok(PasskeyChallenge { ceremony: Secret::new(token), options: question.options })
    }

    /// Nobody fills the database with questions.
    async fn count_ceremony(&self, db: &mut AnyConnection, client: &Client) -> Result<(), AccessError> {
        let now = self.now();
        let network = format!("passkey-network:{}", self.limit_key(&client.limit_prefix()));
        match throttle::pour(db, &network, self.parts.policy.sign_in, now).await.or_fault()? {
            Some(until) => Err(too_many(until, now)),
            None => Ok(()),
        }
    }

    /// The passkey that answers, and what its answer proves. `None`: no account has it.
    async fn answered(
        &self,
        db: &mut AnyConnection,
        passkeys: &Passkeys,
        begun: &CeremonyRow,
        credential: &str,
    ) -> Result<Option<Answered>, AccessError> {
        let Ok(answer) = Answer::parse(credential) else { return Ok(None) };
        let factor = factors::by_credential(db, &answer.credential_id()).await.or_fault()?;
        let Some(factor) = factor else { return Ok(None) };
        let user_id = UserId::new(factor.user_id.clone());
        let user = users::by_id(db, &user_id).await.or_fault()?;
        let Some(user) = user.filter(|user| user.disabled_at.is_none()) else { return Ok(None) };
        let after = match begun.purpose.as_str() {
            WITH_TICKET => passkeys.check_one_of(&answer, &begun.state, &factor.secret),
            _ => passkeys.check_any(&answer, &begun.state, &user_id, &factor.secret),
        };
        Ok(Some(Answered { user, factor, after }))
    }

    /// The person, if the answer proves it and is the one that was asked for. Notes the use, or the failure.
    async fn accept(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        ticket: Option<&Ticket>,
        answered: Answered,
    ) -> Result<Option<UserRow>, AccessError> {
        let Answered { user, factor, after } = answered;
        let is_asked_for = ticket.is_none_or(|ticket| ticket.user.id == user.id);
        let proven = match after {
            Ok(after) if is_asked_for => {
                let id = FactorId::new(factor.id);
                factors::use_passkey(db, &id, &factor.secret, &after, self.now()).await.or_fault()?
            }
            Ok(_) => false,
            Err(reason) => {
                tracing::info!(%reason, "a passkey was refused");
                false
            }
        };
        if proven {
            return Ok(Some(user));
        }
        self.record_for(db, &user, client, EventKind::SecondStepFailed, "").await?;
        Ok(None)
    }
}

/// A passkey that has answered.
struct Answered {
    user: UserRow,
    factor: FactorRow,
    /// What to keep of it from now on, if the answer is right.
    after: Result<String, NoProof>,
}
