//! *Security activity*.

use super::{Done, Fields, Refused, refuse};
use crate::visit::Visit;
use perfil_models::SessionId;
use perfil_models::request::RevokeSession;

/// Ends one session. Whoever ends the own one is led to the sign-in page, like everybody who is signed out.
pub async fn revoke_session(visit: &Visit, fields: &Fields) -> Result<Done, Refused> {
    let form = RevokeSession { session: SessionId::new(fields.text("session")) };
    visit.revoke_session(form).await.map_err(refuse)?;
    Ok(Done::saying("done-revoke-session"))
}

/// Ends all sessions but this one.
pub async fn revoke_other_sessions(visit: &Visit) -> Result<Done, Refused> {
    let session = visit.session().map_err(refuse)?;
    visit.accounts().revoke_other_sessions(session, visit.client()).await.map_err(refuse)?;
    Ok(Done::saying("done-revoke-other-sessions"))
}
