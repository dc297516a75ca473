//! What the platform around Perfil may ask: who a session belongs to. It proves itself by an API key, which the operator
//! makes on the command line, or an Owner for one organization ([`crate::organization_keys`]).

use crate::audit::COMMAND_LINE;
use crate::clock::MINUTE;
use crate::fault::OrFault;
use crate::keys::token_hash;
use crate::organization_audit::{Actor, Change};
use crate::sign_in::too_many;
use crate::{Accounts, Reach, Session, random};
use perfil_models::{AccessError, AuditKind, OrganizationId, Permission, Role, Scope, UserId};
use perfil_store::AnyConnection;
use perfil_store::api_keys::{self, ApiKeyRow, NewApiKey};
use perfil_store::throttle::Bucket;
use perfil_store::users;

/// By this a key is known for what it is, wherever it is found.
const MARK: &str = "perfil_";
/// What platforms are told about.
const PERMISSIONS: [Permission; 3] = [Permission::Billing, Permission::ViewOrganization, Permission::EditRoles];
/// Calls with one key: so many at once, then a hundred a second.
const CALLS: Bucket = Bucket { burst: 600, drain: 10 };
/// Calls that tell events, which come in crowds: then a thousand a second, each of up to a hundred events.
const TELLING_CALLS: Bucket = Bucket { burst: 20_000, drain: 1 };
/// Calls with one key of an organization, whatever they are about: so many at once, then ten a second.
const CALLS_OF_ORGANIZATION: Bucket = Bucket { burst: 300, drain: 100 };
/// Keys in the operator's list.
const MOST_KEYS: i64 = 200;

/// A key that was just made.
pub struct NewKey {
    /// Its id.
    pub id: String,
    /// The key itself, which is kept nowhere.
    pub token: String,
}

/// Who is signed in, in the platform's own names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoIs {
    /// The platform's own name for the person.
    pub user: String,
    /// The platform's own name for the organization.
    pub organization: String,
    /// The name that others see.
    pub display_name: String,
    /// The address.
    pub email: String,
    /// The role as of now.
    pub role: Role,
    /// What the role permits.
    pub permissions: Vec<Permission>,
    /// BCP 47, if chosen.
    pub language: Option<String>,
    /// ISO 3166-1, if chosen.
    pub country: Option<String>,
    /// IANA, if chosen.
    pub time_zone: Option<String>,
}

impl Accounts {
    /// Makes a key of the operator's.
    pub async fn create_api_key(&self, name: &str, scopes: &[Scope]) -> Result<NewKey, AccessError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        let key = self.insert_api_key(&mut db, name, &Scope::to_row(scopes), None).await?;
        db.commit().await.or_fault()?;
        tracing::info!(event = "api-key-created", key = key.id, network = COMMAND_LINE, "security");
        Ok(key)
    }

    /// Makes a key that may do what those words say, of the organization and by the person who are named, if any are.
    pub(crate) async fn insert_api_key(
        &self,
        db: &mut AnyConnection,
        name: &str,
        scopes: &str,
        owned: Option<(&OrganizationId, &UserId)>,
    ) -> Result<NewKey, AccessError> {
        let id = self.new_id();
        let token = format!("{MARK}{}", random::new_token(&*self.parts.random));
        let (organization_id, created_by) = owned.unzip();
        let token_hash = &token_hash(&token);
        let key = NewApiKey { id: &id, name, token_hash, scopes, organization_id, created_by };
        api_keys::insert(db, &key, self.now()).await.or_fault()?;
        Ok(NewKey { id, token })
    }

    /// The keys, those of organizations too, the newest first, revoked ones among them.
    pub async fn api_keys(&self) -> Result<Vec<ApiKeyRow>, AccessError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        api_keys::list(&mut db, MOST_KEYS).await.or_fault()
    }

    /// Makes a key worthless from the next request on. False: there is none of that id, or not any more.
    pub async fn revoke_api_key(&self, id: &str) -> Result<bool, AccessError> {
        let mut db = self.parts.store.write().await.or_fault()?;
        let Some(key) = api_keys::revoke(&mut db, id, self.now()).await.or_fault()? else { return Ok(false) };
        if let Some(organization) = key.organization_id.map(OrganizationId::new) {
            let change = Change {
                organization_id: &organization,
                actor: Actor::Operator,
                subject_id: Some(id),
                kind: AuditKind::KeyRevoked,
                before: &key.name,
                after: "",
            };
            self.note_change(&mut db, change).await?;
        }
        db.commit().await.or_fault()?;
        tracing::info!(event = "api-key-revoked", key = id, network = COMMAND_LINE, "security");
        Ok(true)
    }

    /// How far whoever sends this key may do that: [`AccessError::SignedOut`] for no key of ours,
    /// [`AccessError::Forbidden`] for one without the scope, [`AccessError::TooMany`] for one that asks too often. Notes its
    /// use at most once a minute.
    pub async fn check_api_key(&self, token: &str, scope: Scope) -> Result<Reach, AccessError> {
        let now = self.now();
        let mut db = self.parts.store.read().await.or_fault()?;
        let key = api_keys::by_token(&mut db, &token_hash(token), now).await.or_fault()?;
        let key = key.ok_or(AccessError::SignedOut)?;
        drop(db);
        if !Scope::of_row(&key.scopes).contains(&scope) {
            return Err(AccessError::Forbidden);
        }
        let reach = Reach::of_row(key.organization_id);
        if let Some(until) = self.platform_calls.pour(&key.id, calls(&reach, scope), now) {
            return Err(too_many(until, now));
        }
        if key.last_used_at.is_none_or(|at| now - at >= MINUTE) {
            let mut db = self.parts.store.write().await.or_fault()?;
            api_keys::touch(&mut db, &key.id, now).await.or_fault()?;
            db.commit().await.or_fault()?;
        }
        Ok(reach)
    }

    /// Whose a living session is. `None`: of nobody within reach.
    pub async fn introspect(&self, reach: &Reach, token: &str) -> Result<Option<WhoIs>, AccessError> {
        match self.session(token).await?.filter(|session| reach.covers(&session.organization_id)) {
            Some(session) => self.who_is(&session).await.map(Some),
            None => Ok(None),
        }
    }

    /// Who is signed in by this session.
    pub async fn who_is(&self, session: &Session) -> Result<WhoIs, AccessError> {
        let mut db = self.parts.store.read().await.or_fault()?;
        let row = users::as_platform(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        Ok(WhoIs {
            user: row.external_id,
            organization: row.organization_external_id,
            display_name: session.display_name.clone(),
            email: session.email.clone(),
            role: session.role,
            permissions: PERMISSIONS.into_iter().filter(|permission| session.may(*permission)).collect(),
            language: row.language,
            country: row.country,
            time_zone: row.time_zone,
        })
    }
}

fn calls(reach: &Reach, scope: Scope) -> Bucket {
    match scope {
        _ if reach.is_limited() => CALLS_OF_ORGANIZATION,
        Scope::Events => TELLING_CALLS,
        _ => CALLS,
    }
}
