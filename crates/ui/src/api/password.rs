//! *Change password*.

use super::Refusal;
use dioxus::prelude::*;
use perfil_models::error::PasswordError;
use perfil_models::request::ChangePassword;

#[cfg(feature = "server")]
use super::{Extension, Visit};

/// Changes the password. All other sessions end; this one goes on under a new token.
#[post("/api/password", visit: Extension<Visit>)]
pub async fn change_password(form: ChangePassword) -> Result<(), Refusal<PasswordError>> {
    let session = visit.session().map_err(PasswordError::from)?;
    let renewed = visit.accounts().change_password(session, visit.client(), form).await?;
    visit.hand_out(renewed);
    Ok(())
}
