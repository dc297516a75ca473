//! The second step of a sign-in by a code; [`crate::passkey_sign_in`] is the one by a passkey.
//!
//! After a right password the browser holds a ticket instead of a session: it opens nothing, and says only whose code or
//! passkey is asked for. Wrong answers are counted for the account, or for a known device by itself, so that a stranger who
//! knows the password shuts nobody out.

use crate::clock::MINUTE;
use crate::fault::OrFault;
use crate::keys::{Purpose, token_hash};
use crate::notices::Notice;
use crate::sign_in::too_many;
use crate::{Accounts, Client, Issued, random, recovery};
use perfil_models::error::SecondStepError;
use perfil_models::request::SecondStepCode;
use perfil_models::view::SecondStep;
use perfil_models::{AccessError, EventKind, FactorId, SmsCode, UserId};
use perfil_store::ceremonies::{self, NewCeremony};
use perfil_store::factors::{self, APP, FactorRow, PASSKEY};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, recovery_codes, throttle};
use serde_json::json;

/// How long a password that was typed in waits for its second step.
const TICKET_LIFE: i64 = 10 * MINUTE;

/// What the ceremony is for.
const TICKET: &str = "second-step";

/// A sign-in that waits for its second step.
pub(crate) struct Ticket {
    /// SHA-256 of its token.
    pub hash: String,
    /// Who has typed the password.
    pub user: UserRow,
    /// Whether the session shall outlive the browser.
    pub remembered: bool,
}

/// Something that waits for an answer.
#[derive(Default)]
pub(crate) struct Begun<'a> {
    /// What it is for.
    pub purpose: &'static str,
    /// Whose it is, if that is known.
    pub user: Option<&'a UserId>,
    /// Whether the session that comes of it outlives the browser.
    pub remembered: bool,
    /// What a new passkey will be called.
    pub name: &'a str,
    /// What the server must remember of its question.
    pub state: &'a str,
    /// Milliseconds until it ends.
    pub life: i64,
}

/// By what the second step was taken.
enum Proof {
    App,
    RecoveryCode,
}

impl Accounts {
    /// Lets the client wait for its second step.
    pub(crate) async fn ask_second_step(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        remembered: bool,
    ) -> Result<Issued, AccessError> {
        let begun =
            Begun { purpose: TICKET, user: Some(&user.id()), remembered, life: TICKET_LIFE, ..Begun::default() };
        let token = self.begin(db, &begun).await?;
        Ok(Issued { second_step: Some(token), ..Issued::default() })
    }

    /// How the client's sign-in may go on.
    pub async fn second_step(&self, client: &Client) -> Result<SecondStep, SecondStepError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        let user = self.ticket(&mut db, client).await?.user.id();
        let rows = factors::of_user(&mut db, &user, self.now()).await.or_fault()?;
        let has = |kind: &str| rows.iter().any(|row| row.kind == kind && row.state == "active");
        Ok(SecondStep {
            app: has(APP),
            passkey: has(PASSKEY) && self.parts.passkeys.is_some(),
            recovery_code: recovery_codes::count(&mut db, &user).await.or_fault()? > 0,
        })
    }

    /// Completes a sign-in by a code of an app, or by a recovery code.
    pub async fn enter_second_step_code(
        &self,
        client: &Client,
        form: SecondStepCode,
    ) -> Result<Issued, SecondStepError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let ticket = self.ticket(&mut db, client).await?;
        let user_id = ticket.user.id();
        users::lock(&mut db, &user_id).await.or_fault()?;
        let subject = self.second_step_subject(&mut db, client, &user_id).await?;
        if let Some(until) = throttle::try_once(&mut db, &subject, now).await.or_fault()? {
            return Err(too_many(until, now).into());
        }
        let Some(proof) = self.check_code(&mut db, &ticket.user, form.code.reveal()).await? else {
            self.record_for(&mut db, &ticket.user, client, EventKind::SecondStepFailed, "").await?;
            db.commit().await.or_fault()?;
            return Err(SecondStepError::WrongCode);
        };
        if ceremonies::take(&mut db, &ticket.hash, now).await.or_fault()?.is_none() {
            return Err(SecondStepError::Expired);
        }
        throttle::clear(&mut db, &subject).await.or_fault()?;
        if let Proof::RecoveryCode = proof {
            self.tell_of_recovery_code(&mut db, client, &ticket.user).await?;
        }
        let issued = self.open_session(&mut db, client, &ticket.user, ticket.remembered).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(issued)
    }

    /// The client's ticket, if it still holds.
    pub(crate) async fn ticket(&self, db: &mut AnyConnection, client: &Client) -> Result<Ticket, SecondStepError> {
        let token = client.second_step_token.as_deref().ok_or(SecondStepError::Expired)?;
        let hash = token_hash(token);
        let begun = ceremonies::find(db, &hash, self.now()).await.or_fault()?;
        let begun = begun.filter(|begun| begun.purpose == TICKET).ok_or(SecondStepError::Expired)?;
        let user = match &begun.user_id {
            Some(id) => users::by_id(db, &UserId::new(id.clone())).await.or_fault()?,
            None => None,
        };
        let user = user.filter(|user| user.disabled_at.is_none()).ok_or(SecondStepError::Expired)?;
        Ok(Ticket { hash, user, remembered: begun.remembered != 0 })
    }

    /// Remembers that something was begun; answers with the token that leads back to it.
    pub(crate) async fn begin(&self, db: &mut AnyConnection, begun: &Begun<'_>) -> Result<String, AccessError> {
        let now = self.now();
        let token = random::new_token(&*self.parts.random);
        let ceremony = NewCeremony {
            token_hash: &token_hash(&token),
            purpose: begun.purpose,
            user_id: begun.user,
            remembered: begun.remembered,
            name: begun.name,
            state: begun.state,
            expires_at: now + begun.life,
        };
        ceremonies::insert(db, &ceremony, now).await.or_fault()?;
        Ok(token)
    }

    /// Under which name wrong answers are counted.
    async fn second_step_subject(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        user: &UserId,
    ) -> Result<String, AccessError> {
        Ok(match self.known_device(db, client, user).await? {
            Some(token) => format!("second-step-device:{}", token_hash(token)),
            None => second_step_subject(user),
        })
    }

    /// By what the typed code proves that it is this person; uses the code up.
    async fn check_code(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        typed: &str,
    ) -> Result<Option<Proof>, AccessError> {
        if let Some(code) = recovery::understand(typed) {
            return Ok(self.take_recovery_code(db, &user.id(), &code).await?.then_some(Proof::RecoveryCode));
        }
        let Ok(code) = SmsCode::parse(typed) else { return Ok(None) };
        let now = self.now();
        let rows = factors::of_user(db, &user.id(), now).await.or_fault()?;
        for row in rows.into_iter().filter(|row| row.kind == APP) {
            // One whose key is gone matches nothing; other factors still do.
            if let Some(step) = self.app_of(&row, user).ok().and_then(|app| app.step_of(code.reveal(), now))
                && factors::use_step(db, &FactorId::new(row.id.clone()), step, now).await.or_fault()?
            {
                self.seal_anew(db, row).await?;
                return Ok(Some(Proof::App));
            }
        }
        Ok(None)
    }

    /// Seals an app's secret with the key in use, so that the one before is needed no longer.
    async fn seal_anew(&self, db: &mut AnyConnection, row: FactorRow) -> Result<(), AccessError> {
        let keys = &self.parts.keys;
        if keys.seals_now(&row.secret) {
            return Ok(());
        }
        let secret = keys.open(Purpose::Factor, &row.id, &row.secret).or_fault()?;
        let sealed = keys.seal(Purpose::Factor, &row.id, &secret, &*self.parts.random);
        factors::replace_secret(db, &FactorId::new(row.id), &sealed).await.or_fault()
    }

    async fn tell_of_recovery_code(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        user: &UserRow,
    ) -> Result<(), AccessError> {
        let left = recovery_codes::count(db, &user.id()).await.or_fault()?;
        self.record_for(db, user, client, EventKind::RecoveryCodeUsed, "").await?;
        let cause = self.new_id();
        let notice = Notice::mail("recovery-code-used", &user.email, &cause);
        self.notify(db, user, client, notice.saying(json!({ "left": left }))).await
    }
}

/// Under which name a stranger's wrong answers are counted.
pub(crate) fn second_step_subject(user: &UserId) -> String {
    format!("second-step:{user}")
}
