//! *API keys* of the organization.

use super::{Done, Fields, Refused, refuse};
use crate::organization_keys::with_token;
use crate::visit::Visit;
use perfil_models::request::{CreateKey, OneKey, RotateKey};
use perfil_models::{AccessError, KeyId, Overlap, Scope};

/// Makes a key.
pub async fn create(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let is_ticked = |scope: Scope| fields.is_ticked(scope.as_str());
    let form = CreateKey {
        name: fields.text("name"),
        sessions: is_ticked(Scope::Sessions),
        events: is_ticked(Scope::Events),
        provisioning: is_ticked(Scope::Provisioning),
        preferences: is_ticked(Scope::Preferences),
        password: fields.secret("password"),
    };
    let changed = visit.create_key(form).await.map_err(refuse)?;
    Ok(Done::telling(with_token("done-create-key", &changed.token)))
}

/// Replaces a key.
pub async fn rotate(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let overlap = Overlap::from_word(&fields.text("overlap")).ok_or(AccessError::BadRequest).map_err(refuse)?;
    let form = RotateKey { key: key(fields), overlap, password: fields.secret("password") };
    let changed = visit.rotate_key(form).await.map_err(refuse)?;
    Ok(Done::telling(with_token("done-rotate-key", &changed.token)))
}

/// Makes a key worthless.
pub async fn revoke(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    visit.revoke_key(OneKey { key: key(fields) }).await.map_err(refuse)?;
    Ok(Done::saying("done-revoke-key"))
}

fn key(fields: &Fields) -> KeyId {
    KeyId::new(fields.text("key"))
}
