//! *Change phone number*.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::error::{PhoneError, RemovePhoneError};
use perfil_models::request::{ChangePhone, FormatPhone, PendingChange, RemovePhone, ValidatePhone};
use perfil_models::view::{Account, Country, FormattedPhone};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// The countries that a number may belong to, by name in the page's language.
    #[post("/api/phone/countries", visit: Extension<Visit>)]
    pub async fn countries() -> Result<Vec<Country>, Refusal<AccessError>> {
        Ok(visit.countries().await?)
    }

    /// Writes a number as its country does.
    #[post("/api/phone/format", visit: Extension<Visit>)]
    pub async fn format_phone(form: FormatPhone) -> Result<FormattedPhone, Refusal<PhoneError>> {
        let session = visit.session().map_err(PhoneError::from)?;
        Ok(visit.accounts().format_phone(session, &form).await?)
    }

    /// Checks the password and sends a code to the new number; answers with the account, its pending card included.
    #[post("/api/phone/change", visit: Extension<Visit>)]
    pub async fn change_phone(form: ChangePhone) -> Result<Account, Refusal<PhoneError>> {
        let session = visit.session().map_err(PhoneError::from)?;
        let renewed = visit.accounts().change_phone(session, visit.client(), form).await?;
        visit.hand_out(renewed);
        fresh_account(&visit).await
    }

    /// Sends the code of a pending change again.
    #[post("/api/phone/resend", visit: Extension<Visit>)]
    pub async fn resend_phone_code(form: PendingChange) -> Result<Account, Refusal<PhoneError>> {
        let session = visit.session().map_err(PhoneError::from)?;
        visit.accounts().resend_phone_code(session, visit.client(), form).await?;
        fresh_account(&visit).await
    }

    /// Gives a pending change up.
    #[post("/api/phone/cancel", visit: Extension<Visit>)]
    pub async fn cancel_phone_change(form: PendingChange) -> Result<Account, Refusal<PhoneError>> {
        let session = visit.session().map_err(PhoneError::from)?;
        visit.accounts().cancel_phone_change(session, visit.client(), form).await?;
        fresh_account(&visit).await
    }

    /// Checks the code; if it is right, the number is changed.
    #[post("/api/phone/validate", visit: Extension<Visit>)]
    pub async fn validate_phone(form: ValidatePhone) -> Result<Account, Refusal<PhoneError>> {
        let session = visit.session().map_err(PhoneError::from)?;
        let renewed = visit.accounts().validate_phone(session, visit.client(), form).await?;
        visit.hand_out(renewed);
        fresh_account(&visit).await
    }

    /// Removes the phone number.
    #[post("/api/phone/remove", visit: Extension<Visit>)]
    pub async fn remove_phone(form: RemovePhone) -> Result<Account, Refusal<RemovePhoneError>> {
        let session = visit.session().map_err(RemovePhoneError::from)?;
        let renewed = visit.accounts().remove_phone(session, visit.client(), form).await?;
        visit.hand_out(renewed);
        let account = visit.account().await;
        Ok(account.map_err(RemovePhoneError::from)?)
    }
}

#[cfg(feature = "server")]
async fn fresh_account(visit: &Visit) -> Result<Account, Refusal<PhoneError>> {
    let account = visit.account().await;
    Ok(account.map_err(PhoneError::from)?)
}
