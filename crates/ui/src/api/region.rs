//! *Language and region*.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::error::RegionError;
use perfil_models::request::{AnswerZoneOffer, ChangeRegion, PreviewRegion};
use perfil_models::view::{Account, Preview, RegionSettings};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// What is chosen, what is detected, and what can be chosen.
    #[post("/api/region", visit: Extension<Visit>)]
    pub async fn region() -> Result<RegionSettings, Refusal<AccessError>> {
        Ok(visit.region().await?)
    }

    /// Saves language, country and time zone; answers with the account as it is then.
    #[post("/api/region/save", visit: Extension<Visit>)]
    pub async fn change_region(form: ChangeRegion) -> Result<Account, Refusal<RegionError>> {
        let session = visit.session().map_err(RegionError::from)?;
        visit.accounts().change_region(session, visit.client(), form).await?;
        Ok(visit.account().await.map_err(RegionError::from)?)
    }

    /// How dates and numbers would look; nothing is saved.
    #[post("/api/region/preview", visit: Extension<Visit>)]
    pub async fn preview_region(form: PreviewRegion) -> Result<Preview, Refusal<AccessError>> {
        Ok(visit.preview_region(&form).await?)
    }

    /// Switches to the browser's time zone, or keeps the chosen one for good; answers with the account as it is then.
    #[post("/api/region/zone-offer", visit: Extension<Visit>)]
    pub async fn answer_zone_offer(form: AnswerZoneOffer) -> Result<Account, Refusal<RegionError>> {
        let session = visit.session().map_err(RegionError::from)?;
        visit.accounts().answer_zone_offer(session, visit.client(), form).await?;
        Ok(visit.account().await.map_err(RegionError::from)?)
    }
}
