//! *Two-step sign-in*: authenticator apps, passkeys and recovery codes.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::error::{FactorError, PasskeyError};
use perfil_models::request::{
    AddApp, BeginPasskey, CancelApp, ConfirmApp, MakeRecoveryCodes, PasskeyAnswer, RemoveFactor,
};
use perfil_models::view::{FactorsChanged, PasskeyChallenge, SecondFactors};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// The apps and passkeys in use.
    #[post("/api/factors", visit: Extension<Visit>)]
    pub async fn factors() -> Result<SecondFactors, Refusal<AccessError>> {
        Ok(visit.factors().await?)
    }

    /// Checks the password and makes the secret of a new authenticator app, which waits for its first code.
    #[post("/api/factors/add-app", visit: Extension<Visit>)]
    pub async fn add_app(form: AddApp) -> Result<SecondFactors, Refusal<FactorError>> {
        Ok(visit.add_app(form).await?)
    }

    /// Takes the app into use; with the first factor come the recovery codes.
    #[post("/api/factors/confirm-app", visit: Extension<Visit>)]
    pub async fn confirm_app(form: ConfirmApp) -> Result<FactorsChanged, Refusal<FactorError>> {
        Ok(visit.confirm_app(form).await?)
    }

    /// Gives up adding an app.
    #[post("/api/factors/cancel-app", visit: Extension<Visit>)]
    pub async fn cancel_app(form: CancelApp) -> Result<SecondFactors, Refusal<FactorError>> {
        Ok(visit.cancel_app(form).await?)
    }

    /// Removes an app or a passkey; with the last one go the recovery codes.
    #[post("/api/factors/remove", visit: Extension<Visit>)]
    pub async fn remove_factor(form: RemoveFactor) -> Result<SecondFactors, Refusal<FactorError>> {
        Ok(visit.remove_factor(form).await?)
    }

    /// Makes new recovery codes in place of those before.
    #[post("/api/factors/recovery-codes", visit: Extension<Visit>)]
    pub async fn make_recovery_codes(form: MakeRecoveryCodes) -> Result<FactorsChanged, Refusal<FactorError>> {
        Ok(visit.make_recovery_codes(form).await?)
    }

    /// Checks the password and says what the browser shall ask the authenticator for.
    #[post("/api/passkeys/begin", visit: Extension<Visit>)]
    pub async fn begin_passkey(form: BeginPasskey) -> Result<PasskeyChallenge, Refusal<FactorError>> {
        Ok(visit.begin_passkey(form).await?)
    }

    /// Takes a new passkey into use; with the first factor come the recovery codes.
    #[post("/api/passkeys/add", visit: Extension<Visit>)]
    pub async fn add_passkey(form: PasskeyAnswer) -> Result<FactorsChanged, Refusal<PasskeyError>> {
        Ok(visit.add_passkey(form).await?)
    }
}
