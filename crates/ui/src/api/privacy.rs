//! *Your data*. What is kept comes as a file, which no server function brings: its form is always posted.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::error::PrivacyError;
use perfil_models::request::DeleteAccount;
use perfil_models::view::Account;

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// Asks for the account to be deleted; answers with the account as it is then.
    #[post("/api/account/delete", visit: Extension<Visit>)]
    pub async fn delete_account(form: DeleteAccount) -> Result<Account, Refusal<PrivacyError>> {
        let session = visit.session().map_err(PrivacyError::from)?;
        let renewed = visit.accounts().delete_account(session, visit.client(), form).await?;
        visit.hand_out(renewed);
        let account = visit.account().await;
        Ok(account.map_err(PrivacyError::from)?)
    }

    /// Keeps the account after all; answers with the account as it is then.
    #[post("/api/account/keep", visit: Extension<Visit>)]
    pub async fn keep_account() -> Result<Account, Refusal<AccessError>> {
        visit.accounts().keep_account(visit.session()?, visit.client()).await?;
        Ok(visit.account().await?)
    }
}
