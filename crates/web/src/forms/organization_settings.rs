//! The organization's own settings.

use super::{Done, Fields, Refused, refuse};
use crate::visit::Visit;
use perfil_models::Sentence;
use perfil_models::request::{ChangeOrganization, SignEveryoneOut};

/// Saves what the Owner decides.
pub async fn change(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = ChangeOrganization {
        name: fields.text("name"),
        currency: fields.text("currency"),
        language: fields.text("language"),
        country: fields.text("country"),
        time_zone: fields.text("time_zone"),
        password_min: fields.text("password_min"),
        sms_countries: fields.all("sms_countries"),
        version: fields.version().map_err(refuse)?,
    };
    visit.accounts().change_organization(session, form).await.map_err(refuse)?;
    Ok(Done::saying("done-change-organization"))
}

/// Ends every session in the organization but the own one.
pub async fn sign_everyone_out(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = SignEveryoneOut { password: fields.secret("password") };
    let done = visit.accounts().sign_everyone_out(session, visit.client(), form).await;
    let (ended, issued) = done.map_err(refuse)?;
    Ok(Done::telling(Sentence::new("done-sign-everyone-out").with("sessions", ended.sessions)).keeping(issued))
}
