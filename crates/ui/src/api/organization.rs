//! *Organization Settings*.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::view::Organization;

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// The organization and its members; only for who may view it.
    #[post("/api/organization", visit: Extension<Visit>)]
    pub async fn organization() -> Result<Organization, Refusal<AccessError>> {
        Ok(visit.accounts().organization(visit.session()?).await?)
    }
}
