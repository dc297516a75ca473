//! *Two-step sign-in*: adding and removing authenticator apps and passkeys, and recovery codes.

use crate::clock::{MINUTE, seconds_until};
use crate::fault::OrFault;
use crate::keys::Purpose;
use crate::notices::Notice;
use crate::password_policy::is_long_enough_alone;
use crate::reauthentication::WrongPassword;
use crate::totp::{self, App};
use crate::{Accounts, Client, Issued, Session, device};
use perfil_models::error::FactorError;
use perfil_models::password::MIN_CHARS;
use perfil_models::request::{AddApp, CancelApp, ConfirmApp, MakeRecoveryCodes, RemoveFactor};
use perfil_models::view::{AppToConfirm, FactorKind};
use perfil_models::{AccessError, DisplayName, EventKind, FactorId, Region, Secret, SmsCode};
use perfil_store::factors::{self, APP, FactorRow, NewFactor, PASSKEY};
use perfil_store::users::{self, UserRow};
use perfil_store::{AnyConnection, ceremonies, recovery_codes};
use serde_json::json;

/// The most apps and passkeys of a person.
const MOST: i64 = 10;
/// How long an app waits for its first code.
const APP_LIFE: i64 = 15 * MINUTE;

/// The page as a whole, its times in milliseconds, to be put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorsFacts {
    /// The apps and passkeys in use, the oldest first.
    pub factors: Vec<FactorFacts>,
    /// An app that waits for its first code.
    pub pending: Option<AppToConfirm>,
    /// How many recovery codes are unused.
    pub recovery_codes_left: u32,
    /// Whether passkeys can be used here.
    pub passkeys_possible: bool,
    /// What the browser is, in short; may be empty.
    pub device: String,
    /// How the reader writes times.
    pub region: Region,
}

/// A second factor in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorFacts {
    /// Which.
    pub id: FactorId,
    /// What it is.
    pub kind: FactorKind,
    /// What its owner calls it.
    pub name: String,
    /// When it was added, milliseconds.
    pub added: i64,
    /// When somebody last signed in with it, milliseconds.
    pub last_used: Option<i64>,
}

impl Accounts {
    /// The apps and passkeys of whoever is signed in.
    pub async fn factors(&self, session: &Session, client: &Client) -> Result<FactorsFacts, AccessError> {
        let now = self.now();
        let mut db = self.parts.store.read().await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let rows = factors::of_user(&mut db, &session.user_id, now).await.or_fault()?;
        let left = recovery_codes::count(&mut db, &session.user_id).await.or_fault()?;
        drop(db);
        let pending = rows.iter().find(|row| row.state == "pending");
        Ok(FactorsFacts {
            pending: pending.map(|row| self.to_confirm(row, &user)).transpose()?,
            factors: rows.into_iter().filter_map(factor_facts).collect(),
            recovery_codes_left: u32::try_from(left).unwrap_or(0),
            passkeys_possible: self.parts.passkeys.is_some(),
            device: device::of_client(client),
            region: self.region_of(&user, client),
        })
    }

    /// Makes the secret of a new app. Of a person one app waits at most; a newer one replaces it.
    pub async fn add_app(&self, session: &Session, client: &Client, form: AddApp) -> Result<Issued, FactorError> {
        let name = DisplayName::parse(&form.name)?;
        self.check_factor_password(session, client, &form.password).await?;
        let (now, id) = (self.now(), FactorId::new(self.new_id()));
        let secret = App::new_secret(&*self.parts.random);
        let sealed = self.parts.keys.seal(Purpose::Factor, id.as_str(), &secret, &*self.parts.random);
        let mut db = self.parts.store.write().await.or_fault()?;
        self.with_room(&mut db, session).await?.map_err(|max| FactorError::TooMany { max })?;
        factors::remove_pending(&mut db, &session.user_id).await.or_fault()?;
        let factor = NewFactor {
            id: &id,
            user_id: &session.user_id,
            kind: APP,
            name: name.as_str(),
            secret: &sealed,
            credential_id: None,
            expires_at: Some(now + APP_LIFE),
        };
        factors::insert(&mut db, &factor, now).await.or_fault()?;
        let issued = self.reauthenticated(&mut db, session).await?;
        db.commit().await.or_fault()?;
        Ok(issued)
    }

    /// Takes an app into use by its first code. Answers with recovery codes, if it is the first second factor.
    pub async fn confirm_app(
        &self,
        session: &Session,
        client: &Client,
        form: ConfirmApp,
    ) -> Result<Option<Vec<String>>, FactorError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let user = self.with_room(&mut db, session).await?.map_err(|max| FactorError::TooMany { max })?;
        let rows = factors::of_user(&mut db, &session.user_id, now).await.or_fault()?;
        let row = rows.iter().find(|row| row.state == "pending" && row.id == form.factor.as_str());
        let row = row.ok_or(FactorError::NotPending)?;
        let code = SmsCode::parse(form.code.reveal()).map_err(|_| FactorError::WrongCode)?;
        let step = self.app_of(row, &user)?.step_of(code.reveal(), now).ok_or(FactorError::WrongCode)?;
        if !factors::confirm(&mut db, &session.user_id, &form.factor, step, now).await.or_fault()? {
            return Err(FactorError::NotPending);
        }
        let codes = self.added(&mut db, session, client, &user, &row.name, &row.id).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(codes)
    }

    /// Gives up adding an app.
    pub async fn cancel_app(&self, session: &Session, form: CancelApp) -> Result<(), FactorError> {
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        let rows = factors::of_user(&mut db, &session.user_id, now).await.or_fault()?;
        if !rows.iter().any(|row| row.state == "pending" && row.id == form.factor.as_str()) {
            return Err(FactorError::NotPending);
        }
        factors::remove_pending(&mut db, &session.user_id).await.or_fault()?;
        Ok(db.commit().await.or_fault()?)
    }

    /// Removes an app or a passkey. The last one leaves only with a password that is long enough to stand alone.
    pub async fn remove_factor(
        &self,
        session: &Session,
        client: &Client,
        form: RemoveFactor,
    ) -> Result<Issued, FactorError> {
        self.check_factor_password(session, client, &form.password).await?;
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        let name = factors::remove(&mut db, &session.user_id, &form.factor).await.or_fault()?;
        let name = name.ok_or(FactorError::Gone)?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        if user.factors == 0 {
            if !is_long_enough_alone(&form.password) {
                return Err(FactorError::PasswordTooShort { min: MIN_CHARS });
            }
            recovery_codes::delete_all(&mut db, &session.user_id).await.or_fault()?;
        }
        ceremonies::end_of_user(&mut db, &session.user_id).await.or_fault()?;
        let issued = self.reauthenticated(&mut db, session).await?;
        self.record(&mut db, session.into(), client, EventKind::FactorRemoved, &name).await?;
        let notice = Notice::mail("factor-removed", &user.email, form.factor.as_str());
        self.notify(&mut db, &user, client, notice.saying(json!({ "factor": name }))).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(issued)
    }

    /// Makes new recovery codes; those before are worth nothing any more.
    pub async fn make_recovery_codes(
        &self,
        session: &Session,
        client: &Client,
        form: MakeRecoveryCodes,
    ) -> Result<(Issued, Vec<String>), FactorError> {
        self.check_factor_password(session, client, &form.password).await?;
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        if user.factors == 0 {
            return Err(FactorError::NoFactors);
        }
        let codes = self.new_recovery_codes(&mut db, &session.user_id).await?;
        let issued = self.reauthenticated(&mut db, session).await?;
        self.record(&mut db, session.into(), client, EventKind::RecoveryCodesMade, "").await?;
        let cause = self.new_id();
        self.notify(&mut db, &user, client, Notice::mail("recovery-codes-made", &user.email, &cause)).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok((issued, codes))
    }

    /// What the first code is checked against, and what tells it to the app.
    pub(crate) fn app_of(&self, row: &FactorRow, user: &UserRow) -> Result<App, AccessError> {
        let secret = self.parts.keys.open(Purpose::Factor, &row.id, &row.secret).or_fault()?;
        App::new(&secret, &user.email).ok_or(AccessError::Internal)
    }

    fn to_confirm(&self, row: &FactorRow, user: &UserRow) -> Result<AppToConfirm, AccessError> {
        let secret = self.parts.keys.open(Purpose::Factor, &row.id, &row.secret).or_fault()?;
        let address = App::new(&secret, &user.email).ok_or(AccessError::Internal)?.address();
        Ok(AppToConfirm {
            id: FactorId::new(row.id.clone()),
            name: row.name.clone(),
            secret: totp::in_groups(&secret),
            qr: totp::qr_code(&address),
            address,
            expires_in: row.expires_at.map_or(0, |until| seconds_until(until, self.now())),
        })
    }

    pub(crate) async fn check_factor_password(
        &self,
        session: &Session,
        client: &Client,
        password: &Secret,
    ) -> Result<(), FactorError> {
        let checked = self.check_password(session, client, password).await?;
        checked.map(|_| ()).map_err(|WrongPassword| FactorError::WrongPassword)
    }

    /// Locks the person, who may have one more factor; `Err` tells how many are the most.
    pub(crate) async fn with_room(
        &self,
        db: &mut AnyConnection,
        session: &Session,
    ) -> Result<Result<UserRow, i64>, AccessError> {
        users::lock(db, &session.user_id).await.or_fault()?;
        let user = users::by_id(db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        Ok(if user.factors < MOST { Ok(user) } else { Err(MOST) })
    }

    /// After a factor came into use; `user` is as before. Makes recovery codes with the first one.
    pub(crate) async fn added(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        client: &Client,
        user: &UserRow,
        name: &str,
        id: &str,
    ) -> Result<Option<Vec<String>>, AccessError> {
        self.record(db, session.into(), client, EventKind::FactorAdded, name).await?;
        let notice = Notice::mail("factor-added", &user.email, id);
        self.notify(db, user, client, notice.saying(json!({ "factor": name }))).await?;
        Ok(match user.factors {
            0 => Some(self.new_recovery_codes(db, &session.user_id).await?),
            _ => None,
        })
    }
}

/// The passkeys among these factors, as stored.
pub(crate) fn stored_passkeys(rows: &[FactorRow]) -> Vec<&str> {
    rows.iter().filter(|row| row.kind == PASSKEY).map(|row| row.secret.as_str()).collect()
}

fn factor_facts(row: FactorRow) -> Option<FactorFacts> {
    let kind = FactorKind::from_word(&row.kind).filter(|_| row.state == "active")?;
    Some(FactorFacts {
        id: FactorId::new(row.id),
        kind,
        name: row.name,
        added: row.created_at,
        last_used: row.last_used_at,
    })
}
