//! *User info*.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::error::NameError;
use perfil_models::request::Rename;
use perfil_models::view::Account;

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// The whole of *My User Settings*.
    #[post("/api/account", visit: Extension<Visit>)]
    pub async fn account() -> Result<Account, Refusal<AccessError>> {
        Ok(visit.account().await?)
    }

    /// Changes the display name; answers with the account as it is then.
    #[post("/api/account/rename", visit: Extension<Visit>)]
    pub async fn rename(form: Rename) -> Result<Account, Refusal<NameError>> {
        let session = visit.session().map_err(NameError::from)?;
        visit.accounts().rename(session, visit.client(), form).await?;
        let account = visit.account().await;
        Ok(account.map_err(NameError::from)?)
    }
}
