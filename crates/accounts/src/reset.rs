//! A forgotten password: a link by mail, then a new password.
//!
//! Whether an account exists is not said: the answer is the same, and so is the work but for a few inserts inside one
//! transaction that commits either way.

use crate::clock::{HOUR, MINUTE};
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::notices::{Notice, reset_topic};
use crate::password_policy::min_chars;
use crate::second_step::second_step_subject;
use crate::sign_in::too_many;
use crate::{Accounts, Client, password_policy, random, reauthentication};
use perfil_models::error::{EmailError, LinkError, ResetError};
use perfil_models::request::{ForgotPassword, ResetPassword};
use perfil_models::{AccessError, EmailAddress, EventKind, UserId};
use perfil_store::resets::{self, NewReset, RESET, ResetRow};
use perfil_store::throttle::{self, Bucket};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, devices, sessions};
use serde_json::json;

/// How long a link lives.
const LIFE: i64 = HOUR;
/// Links asked for from one network.
const PER_NETWORK: Bucket = Bucket { burst: 10, drain: MINUTE };
/// Links for one address; what is beyond is answered alike and not sent.
const PER_ADDRESS: Bucket = Bucket { burst: 3, drain: 20 * MINUTE };

impl Accounts {
    /// Sends a link, if there is an account of that address; the answer does not tell. Only what is no address at all is
    /// refused.
    pub async fn forgot_password(&self, client: &Client, form: ForgotPassword) -> Result<(), EmailError> {
        let now = self.now();
        let email = EmailAddress::parse(&form.email).map_err(|_| EmailError::Invalid)?.folded();
        let mut db = self.parts.store.write().await.or_fault()?;
        let network = format!("reset-network:{}", self.limit_key(&client.limit_prefix()));
        if let Some(until) = throttle::pour(&mut db, &network, PER_NETWORK, now).await.or_fault()? {
            return Err(too_many(until, now).into());
        }
        let address = format!("reset-address:{}", self.limit_key(&email));
        let is_over = throttle::pour(&mut db, &address, PER_ADDRESS, now).await.or_fault()?.is_some();
        let user = users::by_email(&mut db, &email).await.or_fault()?;
        if let Some(user) = user.filter(|user| user.disabled_at.is_none() && !is_over) {
            self.send_reset_link(&mut db, client, &user).await?;
        }
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    async fn send_reset_link(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        user: &UserRow,
    ) -> Result<(), AccessError> {
        let (now, id) = (self.now(), self.new_id());
        let token = random::new_token(&*self.parts.random);
        let user_id = user.id();
        resets::replace(db, &user_id, RESET).await.or_fault()?;
        let reset = NewReset {
            id: &id,
            user_id: &user_id,
            purpose: RESET,
            token_hash: &token_hash(&token),
            expires_at: now + LIFE,
        };
        resets::insert(db, &reset, now).await.or_fault()?;
        self.record_for(db, user, client, EventKind::PasswordResetRequested, "").await?;
        let notice = Notice::mail("password-reset", &user.email, &id)
            .saying(json!({ "email": user.email }))
            .with_link(&token)
            .replacing(reset_topic(&user.id()))
            .living(LIFE);
        self.notify(db, user, client, notice).await
    }

    /// Sets a new password by a link: it works once; all sessions and pending changes end, every contact is told.
    pub async fn set_forgotten_password(&self, client: &Client, form: ResetPassword) -> Result<(), ResetError> {
        let (reset, password_hash) = self.judge_by_link(RESET, form).await?;
        let user_id = UserId::new(reset.user_id);
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &user_id).await.or_fault()?;
        if !resets::take(&mut db, &reset.id, self.now()).await.or_fault()? {
            return Err(LinkError::Used.into());
        }
        let user = self.linked_user(&mut db, user_id.as_str()).await?;
        users::set_password(&mut db, &user_id, &user.password_hash, &password_hash, self.now()).await.or_fault()?;
        self.end_links(&mut db, &user_id).await?;
        sessions::delete_others(&mut db, &user_id, None).await.or_fault()?;
        devices::forget_others(&mut db, &user_id, None).await.or_fault()?;
        self.end_pending_changes(&mut db, &user_id).await?;
        self.let_in_again(&mut db, client, &user).await?;
        self.record_for(&mut db, &user, client, EventKind::PasswordReset, "").await?;
        let mail = Notice::mail("password-was-reset", &user.email, &reset.id);
        self.notify(&mut db, &user, client, mail.saying(json!({ "email": user.email }))).await?;
        if let Some(number) = &user.phone {
            self.notify(&mut db, &user, client, Notice::sms("password-was-reset", number, &reset.id)).await?;
        }
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// The link, if its form may be sent now, and the hash of the password that was chosen in it.
    pub(crate) async fn judge_by_link(
        &self,
        purpose: &str,
        form: ResetPassword,
    ) -> Result<(ResetRow, String), ResetError> {
        let hash = token_hash(form.token.reveal());
        let mut db = self.parts.store.read().await.or_fault()?;
        let link = resets::by_link(&mut db, purpose, &hash).await.or_fault()?.ok_or(LinkError::Unknown)?;
        let user = self.linked_user(&mut db, &link.user_id).await?;
        drop(db);
        self.check_reset(&link)?;
        let personal = [user.email.clone(), user.display_name.clone()];
        let password = password_policy::judge(min_chars(&user), form.new, form.repeat, personal).await??;
        Ok((link, self.new_hash(password).await?))
    }

    /// Whoever holds the link may sign in from here at once, however many wrong passwords were typed here before.
    pub(crate) async fn let_in_again(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        user: &UserRow,
    ) -> Result<(), AccessError> {
        self.lift_limits(db, user).await?;
        let source = self.source_subject(client, &user.email.to_ascii_lowercase());
        throttle::clear(db, &source).await.or_fault()
    }

    /// Whether the link's form may be sent now.
    pub(crate) fn check_reset(&self, reset: &ResetRow) -> Result<(), LinkError> {
        match reset.state.as_str() {
            "open" if reset.expires_at > self.now() => Ok(()),
            "open" => Err(LinkError::Expired),
            "used" => Err(LinkError::Used),
            _ => Err(LinkError::Replaced),
        }
    }

    /// A new password makes the wrong ones before it worthless.
    pub(crate) async fn lift_limits(&self, db: &mut AnyConnection, user: &UserRow) -> Result<(), AccessError> {
        throttle::clear(db, &self.account_subject(&user.email.to_ascii_lowercase())).await.or_fault()?;
        throttle::clear(db, &reauthentication::subject(&user.id())).await.or_fault()?;
        throttle::clear(db, &second_step_subject(&user.id())).await.or_fault()
    }
}
