//! The organization's own settings.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::error::OrganizationError;
use perfil_models::request::{ChangeOrganization, SignEveryoneOut};
use perfil_models::view::{OrganizationSettings, SignedOut};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// What the Owner decides, and what can be chosen.
    #[post("/api/organization/settings", visit: Extension<Visit>)]
    pub async fn organization_settings() -> Result<OrganizationSettings, Refusal<AccessError>> {
        Ok(visit.organization_settings().await?)
    }

    /// Saves it; answers with the settings as they are then.
    #[post("/api/organization/settings/save", visit: Extension<Visit>)]
    pub async fn change_organization(
        form: ChangeOrganization,
    ) -> Result<OrganizationSettings, Refusal<OrganizationError>> {
        let session = visit.session().map_err(OrganizationError::from)?;
        visit.accounts().change_organization(session, form).await?;
        Ok(visit.organization_settings().await.map_err(OrganizationError::from)?)
    }

    /// Ends every session in the organization but the own one, which goes on under a new token.
    #[post("/api/organization/sign-everyone-out", visit: Extension<Visit>)]
    pub async fn sign_everyone_out(form: SignEveryoneOut) -> Result<SignedOut, Refusal<OrganizationError>> {
        let session = visit.session().map_err(OrganizationError::from)?;
        let (ended, renewed) = visit.accounts().sign_everyone_out(session, visit.client(), form).await?;
        visit.hand_out(renewed);
        Ok(ended)
    }
}
