//! The demo's panel *Play the platform*.

use super::{Done, Fields, Refused, refuse};
use crate::visit::Visit;
use perfil_accounts::Play;
use perfil_models::AccessError;

/// Tells what the platform might tell; outside the demo there is no such form.
pub async fn play(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    visit.shared().demo_outbox.as_ref().ok_or_else(|| refuse(AccessError::NotFound))?;
    let session = visit.session().map_err(refuse)?;
    let play = Play::from_word(&fields.text("play")).ok_or_else(|| refuse(AccessError::BadRequest))?;
    visit.accounts().play(session, play).await.map_err(refuse)?;
    Ok(Done::saying("done-play"))
}
