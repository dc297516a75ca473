//! Signing in, with four limits: per network, per account and network, per account, and per known device.
//!
//! The last is why an attacker cannot lock the owner out: a browser that has signed in before is counted by itself, and
//! guesses from elsewhere do not touch it. An account that does not exist is treated like one that does, to the same
//! statements and the same hash, so that neither words nor time tell them apart.

use crate::audit::Subject;
use crate::clock::seconds_until;
use crate::fault::OrFault;
use crate::keys::{Purpose, token_hash};
use crate::notices::Notice;
use crate::password_policy::normalise;
use crate::sessions::lifetime;
use crate::{Accounts, Client, Issued, device, random};
use perfil_models::error::SignInError;
use perfil_models::request::SignIn;
use perfil_models::{AccessError, EmailAddress, EventKind, SessionId, UserId};
use perfil_store::sessions::NewSession;
use perfil_store::throttle::{self, MOST_TRIES};
use perfil_store::users::UserRow;
use perfil_store::{AnyConnection, devices, quiet_hours, sessions, users, users_region};

/// Under which names a try is counted.
struct Subjects {
    /// Account and network, or the known device.
    source: String,
    /// The account as a whole; `None` on a known device.
    account: Option<String>,
}

impl Accounts {
    /// Signs in. Every refusal for a wrong name or password is the same.
    pub async fn sign_in(&self, client: &Client, form: SignIn) -> Result<Issued, SignInError> {
        let email = EmailAddress::parse(&form.email).map_or_else(|_| form.email.to_lowercase(), |email| email.folded());
        // Counted as failed until it was looked at, a right try would be refused for others beside it that are right too.
        let _turn = self.turns.take(&self.source_subject(client, &email)).await?;
        let (user, subjects) = self.count_try(client, &email).await?;
        let stored = user.as_ref().filter(|user| user.disabled_at.is_none()).map(|user| user.password_hash.clone());
        let password = normalise(form.password.reveal());
        let verdict = self.parts.hasher.verify(password.clone(), stored).await.or_fault()?;
        match user {
            Some(user) if verdict.right => {
                let better_hash = if verdict.outdated { Some(self.new_hash(password).await?) } else { None };
                Ok(self.password_was_right(client, &user, &subjects, form.remember, better_hash).await?)
            }
            user => {
                self.note_failure(client, user.as_ref(), &subjects).await?;
                Err(SignInError::WrongCredentials)
            }
        }
    }

    /// Counts the try as failed before anything is looked at.
    async fn count_try(&self, client: &Client, email: &str) -> Result<(Option<UserRow>, Subjects), AccessError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let network = format!("sign-in-network:{}", self.limit_key(&client.limit_prefix()));
        if let Some(until) = throttle::pour(&mut db, &network, self.parts.policy.sign_in, now).await.or_fault()? {
            db.commit().await.or_fault()?;
            return Err(too_many(until, now));
        }
        let user = users::by_email(&mut db, email).await.or_fault()?;
        let subjects = self.subjects(&mut db, client, email, user.as_ref()).await?;
        let mut blocked = throttle::try_once(&mut db, &subjects.source, now).await.or_fault()?;
        if let (None, Some(account)) = (blocked, &subjects.account) {
            let count = throttle::count_up(&mut db, account, MOST_TRIES, now).await.or_fault()?;
            blocked = count.is_none().then_some(now + crate::clock::HOUR);
            if let (Some(MOST_TRIES), Some(user)) = (count, &user) {
                self.tell_of_shut_account(&mut db, client, user).await?;
            }
        }
        db.commit().await.or_fault()?;
        self.wake_worker();
        match blocked {
            Some(until) => Err(too_many(until, now)),
            None => Ok((user, subjects)),
        }
    }

    async fn subjects(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        email: &str,
        user: Option<&UserRow>,
    ) -> Result<Subjects, AccessError> {
        if let Some(user) = user
            && let Some(token) = self.known_device(db, client, &user.id()).await?
        {
            return Ok(Subjects { source: format!("sign-in-device:{}", token_hash(token)), account: None });
        }
        Ok(Subjects { source: self.source_subject(client, email), account: Some(self.account_subject(email)) })
    }

    /// Under which name tries at an account from one network are counted. `email` is folded.
    pub(crate) fn source_subject(&self, client: &Client, email: &str) -> String {
        format!("sign-in:{}:{}", self.limit_key(email), self.limit_key(&client.limit_prefix()))
    }

    /// Under which name tries at an account from anywhere are counted. `email` is folded.
    pub(crate) fn account_subject(&self, email: &str) -> String {
        format!("sign-in-account:{}", self.limit_key(email))
    }

    /// One write for a known account and for an unknown one.
    async fn note_failure(
        &self,
        client: &Client,
        user: Option<&UserRow>,
        subjects: &Subjects,
    ) -> Result<(), AccessError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        throttle::note(&mut db, &subjects.source, self.now()).await.or_fault()?;
        match user {
            Some(user) => {
                self.record_for(&mut db, user, client, EventKind::SignInFailed, &device::of_client(client)).await?;
            }
            None => tracing::info!(event = "sign-in-unknown", network = client.ip_prefix(), "security"),
        }
        db.commit().await.or_fault()
    }

    async fn tell_of_shut_account(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        user: &UserRow,
    ) -> Result<(), AccessError> {
        self.record_for(db, user, client, EventKind::SignInShut, "").await?;
        let cause = self.new_id();
        let notice = Notice::mail("sign-in-blocked", &user.email, &cause);
        self.notify(db, user, client, notice).await
    }

    async fn password_was_right(
        &self,
        client: &Client,
        user: &UserRow,
        subjects: &Subjects,
        remembered: bool,
        better_hash: Option<String>,
    ) -> Result<Issued, AccessError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        for subject in [Some(&subjects.source), subjects.account.as_ref()].into_iter().flatten() {
            throttle::clear(&mut db, subject).await.or_fault()?;
        }
        if let Some(hash) = better_hash {
            users::set_password(&mut db, &user.id(), &user.password_hash, &hash, self.now()).await.or_fault()?;
        }
        let issued = match user.factors {
            0 => self.open_session(&mut db, client, user, remembered).await?,
            _ => self.ask_second_step(&mut db, user, remembered).await?,
        };
        db.commit().await.or_fault()?;
        Ok(issued)
    }

    /// Opens a session for whoever has proven to be that person, and remembers the device.
    pub(crate) async fn open_session(
        &self,
        db: &mut AnyConnection,
        client: &Client,
        user: &UserRow,
        remembered: bool,
    ) -> Result<Issued, AccessError> {
        let now = self.now();
        let token = random::new_token(&*self.parts.random);
        let (user_id, organization_id) = (user.id(), user.organization_id());
        let known_device = self.known_device(db, client, &user_id).await?.cloned();
        let device = known_device.unwrap_or_else(|| random::new_token(&*self.parts.random));
        let id = SessionId::new(self.new_id());
        let lifetime = lifetime(remembered);
        if let Some(before) = &client.session_token {
            sessions::delete_by_token(db, &token_hash(before)).await.or_fault()?;
        }
        let session = NewSession {
            id: &id,
            user_id: &user_id,
            token_hash: &token_hash(&token),
            transport: client.transport.as_str(),
            remembered,
            user_agent: &client.user_agent.chars().take(200).collect::<String>(),
            ip_prefix: &client.ip_prefix(),
            idle_expires_at: now + lifetime.idle,
            expires_at: now + lifetime.absolute,
        };
        sessions::insert(db, &session, now).await.or_fault()?;
        devices::remember(db, &user_id, &token_hash(&device), now).await.or_fault()?;
        users_region::note_visit(db, &user_id, &self.detected(user, client), now).await.or_fault()?;
        quiet_hours::follow(db, &user_id, now).await.or_fault()?;
        let subject = Subject { organization_id: &organization_id, user_id: &user_id, session_id: Some(&id) };
        self.record(db, subject, client, EventKind::SignedIn, &device::of_client(client)).await?;
        Ok(Issued { session: Some(token), device: Some(device), remembered, ..Issued::default() })
    }

    /// The client's device token, if that person has signed in with it before.
    pub(crate) async fn known_device<'a>(
        &self,
        db: &mut AnyConnection,
        client: &'a Client,
        user: &UserId,
    ) -> Result<Option<&'a String>, AccessError> {
        let Some(token) = &client.device_token else { return Ok(None) };
        Ok(devices::is_known(db, user, &token_hash(token)).await.or_fault()?.then_some(token))
    }

    /// A name for an address or network in the tables of limits, which hold no personal data in clear.
    pub(crate) fn limit_key(&self, text: &str) -> String {
        self.parts.keys.mac(Purpose::Limit, &[text])
    }
}

pub(crate) fn too_many(until: i64, now: i64) -> AccessError {
    AccessError::TooMany { retry_after: seconds_until(until, now).max(1) }
}
