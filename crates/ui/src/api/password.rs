//! *Change password*, a forgotten one, and the first one.

use super::Refusal;
use perfil_models::error::{EmailError, PasswordError, ResetError};
use perfil_models::request::{ChangePassword, ForgotPassword, ResetPassword};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// Changes the password. All other sessions end; this one goes on under a new token.
    #[post("/api/password", visit: Extension<Visit>)]
    pub async fn change_password(form: ChangePassword) -> Result<(), Refusal<PasswordError>> {
        let session = visit.session().map_err(PasswordError::from)?;
        let renewed = visit.accounts().change_password(session, visit.client(), form).await?;
        visit.hand_out(renewed);
        Ok(())
    }

    /// Sends a link to choose a new password, if there is an account of that address; the answer does not tell.
    #[post("/api/password/forgot", visit: Extension<Visit>)]
    pub async fn forgot_password(form: ForgotPassword) -> Result<(), Refusal<EmailError>> {
        Ok(visit.accounts().forgot_password(visit.client(), form).await?)
    }

    /// Sets a new password by a link. All sessions of the account end, the visitor's own too if it is one of them.
    #[post("/api/password/reset", visit: Extension<Visit>)]
    pub async fn reset_password(form: ResetPassword) -> Result<(), Refusal<ResetError>> {
        visit.accounts().set_forgotten_password(visit.client(), form).await?;
        visit.forget_if_ended().await;
        Ok(())
    }

    /// Sets the first password by the link of an invitation.
    #[post("/api/invitation", visit: Extension<Visit>)]
    pub async fn accept_invitation(form: ResetPassword) -> Result<(), Refusal<ResetError>> {
        visit.accounts().accept_invitation(visit.client(), form).await?;
        Ok(())
    }
}
