//! Signing in with a second factor, or with a passkey alone.

use super::Refusal;
use perfil_models::error::SecondStepError;
use perfil_models::request::{PasskeyAnswer, PasskeySignIn, SecondStepCode};
use perfil_models::view::{PasskeyChallenge, SecondStep};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// How the sign-in that was begun here may go on.
    #[post("/api/sign-in/second-step", visit: Extension<Visit>)]
    pub async fn second_step() -> Result<SecondStep, Refusal<SecondStepError>> {
        Ok(visit.accounts().second_step(visit.client()).await?)
    }

    /// Completes a sign-in by a code of the authenticator app, or by a recovery code.
    #[post("/api/sign-in/code", visit: Extension<Visit>)]
    pub async fn enter_second_step_code(form: SecondStepCode) -> Result<(), Refusal<SecondStepError>> {
        let signed_in = visit.accounts().enter_second_step_code(visit.client(), form).await?;
        visit.hand_out(signed_in);
        Ok(())
    }

    /// What the browser shall ask the authenticator for, to complete a sign-in.
    #[post("/api/sign-in/second-step/passkey", visit: Extension<Visit>)]
    pub async fn begin_second_step_passkey() -> Result<PasskeyChallenge, Refusal<SecondStepError>> {
        Ok(visit.accounts().begin_second_step_passkey(visit.client()).await?)
    }

    /// What the browser shall ask the authenticator for, to sign in without a password.
    #[post("/api/sign-in/passkey/begin", visit: Extension<Visit>)]
    pub async fn begin_passkey_sign_in(form: PasskeySignIn) -> Result<PasskeyChallenge, Refusal<SecondStepError>> {
        Ok(visit.accounts().begin_passkey_sign_in(visit.client(), form).await?)
    }

    /// Signs in by what the authenticator answered to either.
    #[post("/api/sign-in/passkey", visit: Extension<Visit>)]
    pub async fn sign_in_with_passkey(form: PasskeyAnswer) -> Result<(), Refusal<SecondStepError>> {
        let signed_in = visit.accounts().sign_in_with_passkey(visit.client(), form).await?;
        visit.hand_out(signed_in);
        Ok(())
    }
}
