//! *Security activity*.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::request::{RevokeSession, ShowActivity};
use perfil_models::view::Activity;

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// Where the reader is signed in, and a page of what happened.
    #[post("/api/activity", visit: Extension<Visit>)]
    pub async fn activity(form: ShowActivity) -> Result<Activity, Refusal<AccessError>> {
        Ok(visit.activity(form).await?)
    }

    /// Ends one of the reader's sessions; the own one, too.
    #[post("/api/sessions/revoke", visit: Extension<Visit>)]
    pub async fn revoke_session(form: RevokeSession) -> Result<(), Refusal<AccessError>> {
        Ok(visit.revoke_session(form).await?)
    }

    /// Ends all sessions of the reader but this one.
    #[post("/api/sessions/revoke-others", visit: Extension<Visit>)]
    pub async fn revoke_other_sessions() -> Result<(), Refusal<AccessError>> {
        Ok(visit.accounts().revoke_other_sessions(visit.session()?, visit.client()).await?)
    }
}
