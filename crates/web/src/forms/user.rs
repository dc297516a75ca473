//! *User info*.

use super::{Done, Fields, Refused, refuse};
use crate::visit::Visit;
use perfil_models::request::Rename;

/// Changes the display name.
pub async fn rename(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    let form = Rename { display_name: fields.text("display_name"), version: fields.version().map_err(refuse)? };
    visit.accounts().rename(session, visit.client(), form).await.map_err(refuse)?;
    Ok(Done::saying("done-rename"))
}
