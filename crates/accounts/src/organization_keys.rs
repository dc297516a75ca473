//! *API keys* of an organization: its Owners make them, replace them and revoke them. Each opens that organization only
//! ([`crate::key_reach`]), and goes on whatever becomes of who made it.

use crate::clock::{DAY, MINUTE};
use crate::fault::OrFault;
use crate::notices::Notice;
use crate::organization_audit::Change;
use crate::reauthentication::WrongPassword;
use crate::sign_in::too_many;
use crate::{Accounts, Client, Issued, NewKey, Session};
use perfil_models::error::KeyError;
use perfil_models::request::{CreateKey, OneKey, RotateKey};
use perfil_models::view::KeyState;
use perfil_models::{AccessError, AuditKind, KeyId, KeyName, Permission, Region, Scope, Secret};
use perfil_store::organization_keys::{self, OrganizationKeyRow};
use perfil_store::throttle::{self, Bucket};
use perfil_store::{AnyConnection, users};
use serde_json::json;

/// Keys of one organization that live at a time.
const MOST: i64 = 20;
/// Keys on the page; those that have ended leave it by and by.
const PAGE: i64 = 200;
/// How long a key that has ended is shown.
const SHOWN: i64 = 90 * DAY;
/// Keys that an organization makes: each is told to every Owner.
const PER_ORGANIZATION: Bucket = Bucket { burst: 40, drain: 5 * MINUTE };

/// The page as a whole, its times in milliseconds, to be put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysFacts {
    /// The keys that live or have ended a short while ago, the newest first.
    pub keys: Vec<KeyFacts>,
    /// How the reader writes times.
    pub region: Region,
}

/// A key of the organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFacts {
    /// Which.
    pub id: KeyId,
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// When it was made, milliseconds.
    pub created_at: i64,
    /// The name of who made it; `None`: gone by now.
    pub created_by: Option<String>,
    /// When it was last noted as used, milliseconds.
    pub last_used_at: Option<i64>,
    /// Whether it opens anything.
    pub state: KeyState,
    /// When it ends or has ended, milliseconds; `None`: it lives on.
    pub until: Option<i64>,
}

impl Accounts {
    /// The keys of the organization, for who manages them.
    pub async fn organization_keys(&self, session: &Session, client: &Client) -> Result<KeysFacts, AccessError> {
        if !session.may(Permission::ManageKeys) {
            return Err(AccessError::Forbidden);
        }
        let now = self.now();
        let mut db = self.parts.store.read().await.or_fault()?;
        let own = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let organization = &session.organization_id;
        let rows = organization_keys::of_organization(&mut db, organization, now - SHOWN, PAGE).await.or_fault()?;
        let keys = rows.into_iter().map(|row| facts(row, now)).collect();
        Ok(KeysFacts { keys, region: self.region_of(&own, client) })
    }

    /// Makes a key; every Owner is told by mail.
    pub async fn create_key(
        &self,
        session: &Session,
        client: &Client,
        form: CreateKey,
    ) -> Result<(Issued, NewKey), KeyError> {
        let (name, scopes) = (KeyName::parse(&form.name)?, form.scopes());
        if scopes.is_empty() {
            return Err(KeyError::NoScope);
        }
        self.check_password_for_keys(session, client, &form.password).await?;
        let mut db = self.parts.store.write().await.or_fault()?;
        self.lock_organization(&mut db, session, Permission::ManageKeys).await?;
        let key = self.add_key(&mut db, session, name.as_str(), &Scope::to_row(&scopes)).await?;
        let change = Change::by(session, AuditKind::KeyCreated, &key.id).saying("", name.as_str());
        self.note_change(&mut db, change).await?;
        self.tell_owners_of_key(&mut db, session, "key-created", &key, name.as_str()).await?;
        let issued = self.reauthenticated(&mut db, session).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        tracing::info!(event = "key-created", key = key.id, user = %session.user_id, "security");
        Ok((issued, key))
    }

    /// Makes a key of the same name that may do the same; the one before ends at once or in a while. Every Owner is told by
    /// mail.
    pub async fn rotate_key(
        &self,
        session: &Session,
        client: &Client,
        form: RotateKey,
    ) -> Result<(Issued, NewKey), KeyError> {
        self.check_password_for_keys(session, client, &form.password).await?;
        let (organization, ends_at) = (&session.organization_id, self.now() + form.overlap.millis());
        let mut db = self.parts.store.write().await.or_fault()?;
        self.lock_organization(&mut db, session, Permission::ManageKeys).await?;
        let old = organization_keys::by_id(&mut db, organization, &form.key).await.or_fault()?;
        let old = old.ok_or(AccessError::NotFound)?;
        if !organization_keys::replace(&mut db, organization, &form.key, ends_at).await.or_fault()? {
            return Err(KeyError::Over);
        }
        let key = self.add_key(&mut db, session, &old.name, &old.scopes).await?;
        let change = Change::by(session, AuditKind::KeyRotated, &key.id).saying(&old.name, "");
        self.note_change(&mut db, change).await?;
        self.tell_owners_of_key(&mut db, session, "key-rotated", &key, &old.name).await?;
        let issued = self.reauthenticated(&mut db, session).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        tracing::info!(event = "key-rotated", key = %form.key, by = key.id, user = %session.user_id, "security");
        Ok((issued, key))
    }

    /// Makes a key worthless from the next request on.
    pub async fn revoke_key(&self, session: &Session, form: OneKey) -> Result<(), KeyError> {
        let organization = &session.organization_id;
        let mut db = self.parts.store.write().await.or_fault()?;
        self.lock_organization(&mut db, session, Permission::ManageKeys).await?;
        let key = organization_keys::by_id(&mut db, organization, &form.key).await.or_fault()?;
        let key = key.ok_or(AccessError::NotFound)?;
        if !organization_keys::revoke(&mut db, organization, &form.key, self.now()).await.or_fault()? {
            return Err(KeyError::Over);
        }
        let change = Change::by(session, AuditKind::KeyRevoked, form.key.as_str()).saying(&key.name, "");
        self.note_change(&mut db, change).await?;
        db.commit().await.or_fault()?;
        tracing::info!(event = "key-revoked", key = %form.key, user = %session.user_id, "security");
        Ok(())
    }

    /// Nobody's password is tried on by who could not make a key with it.
    async fn check_password_for_keys(
        &self,
        session: &Session,
        client: &Client,
        password: &Secret,
    ) -> Result<(), KeyError> {
        if !session.may(Permission::ManageKeys) {
            return Err(AccessError::Forbidden.into());
        }
        let checked = self.check_password(session, client, password).await?;
        checked.map(|_| ()).map_err(|WrongPassword| KeyError::WrongPassword)
    }

    /// One more key, if there is room for it; the organization's lock is held.
    async fn add_key(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        name: &str,
        scopes: &str,
    ) -> Result<NewKey, KeyError> {
        let (organization, now) = (&session.organization_id, self.now());
        if organization_keys::count_living(db, organization, now).await.or_fault()? >= MOST {
            return Err(KeyError::TooMany { max: MOST });
        }
        let subject = format!("organization-keys:{organization}");
        if let Some(until) = throttle::pour(db, &subject, PER_ORGANIZATION, now).await.or_fault()? {
            return Err(too_many(until, now).into());
        }
        Ok(self.insert_api_key(db, name, scopes, Some((organization, &session.user_id))).await?)
    }

    async fn tell_owners_of_key(
        &self,
        db: &mut AnyConnection,
        session: &Session,
        template: &'static str,
        key: &NewKey,
        name: &str,
    ) -> Result<(), AccessError> {
        for id in organization_keys::owners(db, &session.organization_id).await.or_fault()? {
            let owner = self.member(db, &id).await?;
            let cause = format!("{}:{id}", key.id);
            let notice = Notice::mail(template, &owner.email, &cause);
            let words = json!({ "key": name, "by": session.display_name });
            self.notify_absent(db, &owner, notice.saying(words)).await?;
        }
        Ok(())
    }
}

fn facts(row: OrganizationKeyRow, now: i64) -> KeyFacts {
    let (state, until) = match (row.revoked_at, row.expires_at) {
        (Some(at), _) => (KeyState::Revoked, Some(at)),
        (None, Some(at)) if at <= now => (KeyState::Replaced, Some(at)),
        (None, Some(at)) => (KeyState::Ending, Some(at)),
        (None, None) => (KeyState::Living, None),
    };
    KeyFacts {
        id: KeyId::new(row.id),
        name: row.name,
        scopes: Scope::of_row(&row.scopes),
        created_at: row.created_at,
        created_by: row.created_by,
        last_used_at: row.last_used_at,
        state,
        until,
    }
}
