//! *Change email*.

use super::Refusal;
use perfil_models::error::EmailError;
use perfil_models::request::{ChangeEmail, PendingChange};
use perfil_models::view::Account;

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// Checks the password and sends a link to the new address; answers with the account, its pending card included.
    #[post("/api/email/change", visit: Extension<Visit>)]
    pub async fn change_email(form: ChangeEmail) -> Result<Account, Refusal<EmailError>> {
        let session = visit.session().map_err(EmailError::from)?;
        let renewed = visit.accounts().change_email(session, visit.client(), form).await?;
        visit.hand_out(renewed);
        fresh_account(&visit).await
    }

    /// Sends a new link for a pending change.
    #[post("/api/email/resend", visit: Extension<Visit>)]
    pub async fn resend_email_link(form: PendingChange) -> Result<Account, Refusal<EmailError>> {
        let session = visit.session().map_err(EmailError::from)?;
        visit.accounts().resend_email_link(session, visit.client(), form).await?;
        fresh_account(&visit).await
    }

    /// Gives a pending change up.
    #[post("/api/email/cancel", visit: Extension<Visit>)]
    pub async fn cancel_email_change(form: PendingChange) -> Result<Account, Refusal<EmailError>> {
        let session = visit.session().map_err(EmailError::from)?;
        visit.accounts().cancel_email_change(session, visit.client(), form).await?;
        fresh_account(&visit).await
    }
}

#[cfg(feature = "server")]
async fn fresh_account(visit: &Visit) -> Result<Account, Refusal<EmailError>> {
    let account = visit.account().await;
    Ok(account.map_err(EmailError::from)?)
}
