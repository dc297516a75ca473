//! Changing the phone number: password, then a code by SMS. The pending change is one row, bound to the person, the new
//! number and the session in which the password was given; another session of the same person gives it once more.

use crate::clock::{DAY, MINUTE, SECOND};
use crate::contacts::PHONE_NUMBER;
use crate::fault::OrFault;
use crate::keys::Purpose;
use crate::notices::{Notice, code_topic};
use crate::phone_plan::{self, PlannedNumber};
use crate::reauthentication::WrongPassword;
use crate::{Accounts, Client, Issued, Session, random};
use perfil_models::error::{PhoneError, RemovePhoneError};
use perfil_models::request::{ChangePhone, PendingChange, RemovePhone, ValidatePhone};
use perfil_models::view::FormattedPhone;
use perfil_models::{AccessError, ChangeId, EventKind, SmsCode, UserId};
use perfil_store::contact_changes::{self, ChangeRow, CodeLife, NewChange, PHONE};
use perfil_store::throttle::{self, Bucket};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, notification_choices, outbox, quiet_hours, undo};
use serde_json::json;

/// Codes that may be tried per change.
const ATTEMPTS: i64 = 5;
/// How often a code may be sent again per change.
const RESENDS: i64 = 4;
/// Between two sendings.
const RESEND_AFTER: i64 = 30 * SECOND;
/// How long a code lives.
const LIFE: CodeLife = CodeLife { of_code: 5 * MINUTE, of_change: 10 * MINUTE };
/// Text messages for one person, over all changes: five at once, then one each ten minutes, so that no ten minutes see
/// more than five.
const PER_PERSON: Bucket = Bucket { burst: 5, drain: 10 * MINUTE };
/// Text messages to one number.
const PER_NUMBER: Bucket = Bucket::per(10, DAY);
/// Text messages asked for from one network.
const PER_NETWORK: Bucket = Bucket::per(30, DAY);

/// A code on its way, and the change it is for.
struct CodeToSend<'a> {
    code: &'a SmsCode,
    change: &'a str,
    number: &'a str,
    sends_left: i64,
}

impl Accounts {
    /// Checks the password, then sends a code to the new number. A change that was pending before ends.
    pub async fn change_phone(
        &self,
        session: &Session,
        client: &Client,
        form: ChangePhone,
    ) -> Result<Issued, PhoneError> {
        let number = self.understand_for(session, &form.country, &form.number).await?;
        let user = match self.check_password(session, client, &form.password).await? {
            Ok(user) => user,
            Err(WrongPassword) => return Err(PhoneError::WrongPassword),
        };
        if let Some(wait) = self.frozen(&user) {
            return Err(PhoneError::Frozen { wait });
        }
        if user.phone.as_deref() == Some(number.number.as_str()) {
            return Err(PhoneError::Unchanged);
        }
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        self.count_message(&mut db, client, &session.user_id, &number).await?;
        contact_changes::end(&mut db, &session.user_id, PHONE, now).await.or_fault()?;
        let id = ChangeId::new(self.new_id());
        let code = random::new_code(&*self.parts.random);
        let change = NewChange {
            id: &id,
            organization_id: &session.organization_id,
            user_id: &session.user_id,
            session_id: &session.id,
            kind: PHONE,
            new_value: number.number.as_str(),
            code_hash: &self.code_hash(&session.user_id, id.as_str(), number.number.as_str(), &code),
            attempts: ATTEMPTS,
            resends: RESENDS,
            next_send_at: now + RESEND_AFTER,
            expires_at: now + LIFE.of_code,
        };
        contact_changes::insert(&mut db, &change, now).await.or_fault()?;
        let code = CodeToSend { code: &code, change: id.as_str(), number: number.number.as_str(), sends_left: RESENDS };
        self.send_code(&mut db, &user, client, code, LIFE.of_code).await?;
        let issued = self.reauthenticated(&mut db, session).await?;
        let masked = phone_plan::masked(number.number.as_str());
        self.record(&mut db, session.into(), client, EventKind::PhoneChangeRequested, &masked).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(issued)
    }

    /// Sends a new code for the same change: the attempts are not renewed, the old code is worth nothing any more.
    pub async fn resend_phone_code(
        &self,
        session: &Session,
        client: &Client,
        form: PendingChange,
    ) -> Result<(), PhoneError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        let pending = self.sendable_again(&mut db, session, &PHONE_NUMBER, &form.change).await??;
        let number = phone_plan::understand("", &pending.new_value)?;
        self.count_message(&mut db, client, &session.user_id, &number).await?;
        let code = random::new_code(&*self.parts.random);
        let hash = self.code_hash(&session.user_id, &pending.id, &pending.new_value, &code);
        let next = now + RESEND_AFTER;
        let change = contact_changes::resend(&mut db, &session.user_id, &form.change, &hash, next, &LIFE, now);
        let change = change.await.or_fault()?.ok_or(PhoneError::NotPending)?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let (number, sends_left) = (change.new_value.as_str(), change.sends_left);
        let code = CodeToSend { code: &code, change: &change.id, number, sends_left };
        self.send_code(&mut db, &user, client, code, change.expires_at - now).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }

    /// Gives a pending change up; its code is worth nothing any more. Answers with the number, for who wants to correct it.
    pub async fn cancel_phone_change(
        &self,
        session: &Session,
        client: &Client,
        form: PendingChange,
    ) -> Result<Option<FormattedPhone>, PhoneError> {
        let given_up = self.give_up(session, client, &PHONE_NUMBER, &form.change).await?;
        let number = given_up.ok_or(PhoneError::NotPending)?;
        let country = phone_plan::country_of(&number);
        Ok(country.map(|country| FormattedPhone { display: phone_plan::international(&number), country }))
    }

    /// Checks the code. Right: number, notices and event are written together, once; wrong: the attempt is gone.
    pub async fn validate_phone(
        &self,
        session: &Session,
        client: &Client,
        form: ValidatePhone,
    ) -> Result<Issued, PhoneError> {
        let code = SmsCode::parse(form.code.reveal()).map_err(|_| PhoneError::MalformedCode)?;
        let password_given = self.prove_session(session, client, &form).await?;
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        let taken = contact_changes::take_attempt(&mut db, &session.user_id, &form.change, now).await.or_fault()?;
        let Some(change) = taken else {
            let why = self.why_not_pending(&mut db, session, &form.change).await?;
            if why == PhoneError::Expired {
                // Before the next clean-up, and so for good, should the clock be set back.
                contact_changes::expire(&mut db, now).await.or_fault()?;
                db.commit().await.or_fault()?;
            }
            return Err(why);
        };
        if !self.is_code(&session.user_id, &change, &code) {
            self.record(&mut db, session.into(), client, EventKind::PhoneCodeRefused, "").await?;
            db.commit().await.or_fault()?;
            return Err(match u32::try_from(change.attempts_left) {
                Ok(attempts_left) if attempts_left > 0 => PhoneError::WrongCode { attempts_left },
                _ => PhoneError::NoAttemptsLeft,
            });
        }
        if !self.switch_phone(&mut db, session, client, &change).await? {
            drop(db);
            return Err(self.refuse_reserved(session, client).await?);
        }
        let issued = match password_given {
            true => self.reauthenticated(&mut db, session).await?,
            false => Issued::default(),
        };
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(issued)
    }

    /// Where the change was asked for in another session, this one must give the password. True: it did.
    async fn prove_session(
        &self,
        session: &Session,
        client: &Client,
        form: &ValidatePhone,
    ) -> Result<bool, PhoneError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        let change = contact_changes::state_of(&mut db, &session.user_id, &form.change).await.or_fault()?;
        drop(db);
        if change.is_none_or(|change| change.session_id == session.id.as_str()) {
            return Ok(false);
        }
        if form.password.is_empty() {
            return Err(PhoneError::PasswordNeeded);
        }
        match self.check_password(session, client, &form.password).await? {
            Ok(_) => Ok(true),
            Err(WrongPassword) => Err(PhoneError::WrongPassword),
        }
    }

    async fn why_not_pending(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        id: &ChangeId,
    ) -> Result<PhoneError, AccessError> {
        let change = contact_changes::state_of(db, &session.user_id, id).await.or_fault()?;
        Ok(match change.filter(|change| change.kind == PHONE) {
            Some(change) if change.state == "pending" && change.attempts_left == 0 => PhoneError::NoAttemptsLeft,
            Some(change) if change.state == "pending" || change.state == "expired" => PhoneError::Expired,
            _ => PhoneError::NotPending,
        })
    }

    /// Confirms the change and tells everybody. False: the number may still go back to another account; roll back then.
    async fn switch_phone(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        client: &Client,
        change: &ChangeRow,
    ) -> Result<bool, PhoneError> {
        let now = self.now();
        let user = users::by_id(db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let undo = self.new_undo_link();
        let before = user.phone.as_deref().map(|number| undo.keeping(number, number));
        if !contact_changes::confirm(db, &change.id, before.as_ref(), now).await.or_fault()? {
            return Err(PhoneError::NotPending);
        }
        users::set_phone(db, &session.user_id, Some(&change.new_value), now).await.or_fault()?;
        if undo::reservation(db, &change.new_value, &session.user_id, now).await.or_fault()?.is_some() {
            return Ok(false);
        }
        outbox::supersede(db, &code_topic(&session.user_id), now).await.or_fault()?;
        quiet_hours::withdraw(db, &session.user_id, now).await.or_fault()?;
        let new = phone_plan::masked(&change.new_value);
        self.record(db, session.into(), client, EventKind::PhoneChanged, &new).await?;
        let old = user.phone.as_deref().map(phone_plan::masked);
        if let Some(number) = &user.phone {
            let notice = Notice::sms("phone-changed-old", number, &change.id).saying(json!({ "new": new }));
            self.notify(db, &user, client, notice.with_link(&undo.token)).await?;
        }
        let notice = Notice::sms("phone-changed-new", &change.new_value, &change.id);
        self.notify(db, &user, client, notice).await?;
        let template = if old.is_some() { "phone-changed" } else { "phone-added" };
        let mail = Notice::mail(template, &user.email, &change.id).saying(json!({ "new": new, "old": old }));
        self.notify(db, &user, client, mail).await?;
        Ok(true)
    }

    /// Ends a change to a number that may still go back to another account.
    async fn refuse_reserved(&self, session: &Session, client: &Client) -> Result<PhoneError, AccessError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        contact_changes::end(&mut db, &session.user_id, PHONE, self.now()).await.or_fault()?;
        self.record(&mut db, session.into(), client, EventKind::PhoneChangeCancelled, "").await?;
        db.commit().await.or_fault()?;
        Ok(PhoneError::Reserved)
    }

    /// Removes the phone number. It is told, and so is the mail address.
    pub async fn remove_phone(
        &self,
        session: &Session,
        client: &Client,
        form: RemovePhone,
    ) -> Result<Issued, RemovePhoneError> {
        let user = match self.check_password(session, client, &form.password).await? {
            Ok(user) => user,
            Err(WrongPassword) => return Err(RemovePhoneError::WrongPassword),
        };
        if let Some(wait) = self.frozen(&user) {
            return Err(RemovePhoneError::Frozen { wait });
        }
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        let Some(number) = self.current_phone(&mut db, &user).await? else {
            return Err(RemovePhoneError::NoPhone);
        };
        users::set_phone(&mut db, &session.user_id, None, self.now()).await.or_fault()?;
        notification_choices::move_to_email(&mut db, &session.user_id, self.now()).await.or_fault()?;
        quiet_hours::withdraw(&mut db, &session.user_id, self.now()).await.or_fault()?;
        let masked = phone_plan::masked(&number);
        self.record(&mut db, session.into(), client, EventKind::PhoneRemoved, &masked).await?;
        let cause = self.new_id();
        let notices =
            [Notice::sms("phone-removed", &number, &cause), Notice::mail("phone-removed", &user.email, &cause)];
        for notice in notices {
            self.notify(&mut db, &user, client, notice.saying(json!({ "number": masked }))).await?;
        }
        let issued = self.reauthenticated(&mut db, session).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(issued)
    }

    async fn current_phone(&self, db: &mut AnyConnection, user: &UserRow) -> Result<Option<String>, AccessError> {
        Ok(users::by_id(db, &user.id()).await.or_fault()?.and_then(|user| user.phone))
    }

    /// Queues a code by SMS that lives for `life` milliseconds, in place of any older one that still waits.
    async fn send_code(
        &self,
        db: &mut AnyConnection,
        user: &UserRow,
        client: &Client,
        send: CodeToSend<'_>,
        life: i64,
    ) -> Result<(), AccessError> {
        let cause = format!("{}:{}", send.change, send.sends_left);
        let minutes = (life / MINUTE).max(1);
        let notice = Notice::sms("phone-code", send.number, &cause)
            .saying(json!({ "host": self.parts.policy.host, "minutes": minutes }))
            .with_secret(json!({ "code": send.code.reveal() }))
            .replacing(code_topic(&user.id()))
            .living(life);
        self.notify(db, user, client, notice).await
    }

    /// Counts a text message against every cap, before it is queued.
    pub(crate) async fn count_message(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        user: &UserId,
        number: &PlannedNumber,
    ) -> Result<(), PhoneError> {
        let per_dial_code = Bucket::per(self.parts.policy.sms_per_dial_code, DAY);
        let caps = [
            (format!("sms-person:{user}"), PER_PERSON),
            (format!("sms-number:{}", self.limit_key(number.number.as_str())), PER_NUMBER),
            (format!("sms-network:{}", self.limit_key(&client.limit_prefix())), PER_NETWORK),
            (format!("sms-dial-code:{}", number.dial_code), per_dial_code),
        ];
        for (subject, bucket) in caps {
            if throttle::pour(db, &subject, bucket, self.now()).await.or_fault()?.is_some() {
                tracing::warn!(cap = subject.split(':').next(), "a text message was refused");
                return Err(PhoneError::TooManyMessages);
            }
        }
        Ok(())
    }

    fn code_hash(&self, user: &UserId, change: &str, number: &str, code: &SmsCode) -> String {
        self.parts.keys.mac(Purpose::Code, &[user.as_str(), change, number, code.reveal()])
    }

    fn is_code(&self, user: &UserId, change: &ChangeRow, code: &SmsCode) -> bool {
        let parts = [user.as_str(), &change.id, &change.new_value, code.reveal()];
        self.parts.keys.verify(Purpose::Code, &parts, &change.code_hash)
    }
}
