//! *API keys* of the organization.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::error::KeyError;
use perfil_models::request::{CreateKey, OneKey, RotateKey};
use perfil_models::view::{KeysChanged, OrganizationKeys};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// The keys of the organization.
    #[post("/api/organization/keys", visit: Extension<Visit>)]
    pub async fn organization_keys() -> Result<OrganizationKeys, Refusal<AccessError>> {
        Ok(visit.organization_keys().await?)
    }

    /// Checks the password and makes a key.
    #[post("/api/organization/keys/create", visit: Extension<Visit>)]
    pub async fn create_key(form: CreateKey) -> Result<KeysChanged, Refusal<KeyError>> {
        Ok(visit.create_key(form).await?)
    }

    /// Checks the password and replaces a key by a new one that may do the same.
    #[post("/api/organization/keys/rotate", visit: Extension<Visit>)]
    pub async fn rotate_key(form: RotateKey) -> Result<KeysChanged, Refusal<KeyError>> {
        Ok(visit.rotate_key(form).await?)
    }

    /// Makes a key worthless.
    #[post("/api/organization/keys/revoke", visit: Extension<Visit>)]
    pub async fn revoke_key(form: OneKey) -> Result<OrganizationKeys, Refusal<KeyError>> {
        Ok(visit.revoke_key(form).await?)
    }
}
