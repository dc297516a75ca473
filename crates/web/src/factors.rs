//! *Two-step sign-in* in words: the use cases tell times in milliseconds, a page shows them as the reader writes them.

use crate::visit::Visit;
use perfil_accounts::{FactorFacts, Issued};
use perfil_i18n::Format;
use perfil_models::error::{FactorError, PasskeyError};
use perfil_models::request::{
    AddApp, BeginPasskey, CancelApp, ConfirmApp, MakeRecoveryCodes, PasskeyAnswer, RemoveFactor,
};
use perfil_models::view::{Factor, FactorsChanged, PasskeyChallenge, SecondFactors};
use perfil_models::{AccessError, Sentence};

impl Visit {
    /// The apps and passkeys in use.
    pub async fn factors(&self) -> Result<SecondFactors, AccessError> {
        let facts = self.accounts().factors(self.session()?, self.client()).await?;
        let format = self.format(&facts.region)?;
        Ok(SecondFactors {
            factors: facts.factors.into_iter().map(|factor| in_words(factor, &format)).collect(),
            pending: facts.pending,
            recovery_codes_left: facts.recovery_codes_left,
            passkeys_possible: facts.passkeys_possible,
            device: facts.device,
        })
    }

    /// Makes the secret of a new app.
    pub async fn add_app(&self, form: AddApp) -> Result<SecondFactors, FactorError> {
        let issued = self.accounts().add_app(self.session()?, self.client(), form).await?;
        Ok(self.factors_after(issued).await?)
    }

    /// Takes an app into use.
    pub async fn confirm_app(&self, form: ConfirmApp) -> Result<FactorsChanged, FactorError> {
        let recovery_codes = self.accounts().confirm_app(self.session()?, self.client(), form).await?;
        Ok(FactorsChanged { now: self.factors().await?, recovery_codes })
    }

    /// Gives up adding an app.
    pub async fn cancel_app(&self, form: CancelApp) -> Result<SecondFactors, FactorError> {
        self.accounts().cancel_app(self.session()?, form).await?;
        Ok(self.factors().await?)
    }

    /// Removes an app or a passkey.
    pub async fn remove_factor(&self, form: RemoveFactor) -> Result<SecondFactors, FactorError> {
        let issued = self.accounts().remove_factor(self.session()?, self.client(), form).await?;
        Ok(self.factors_after(issued).await?)
    }

    /// Makes new recovery codes.
    pub async fn make_recovery_codes(&self, form: MakeRecoveryCodes) -> Result<FactorsChanged, FactorError> {
        let (issued, codes) = self.accounts().make_recovery_codes(self.session()?, self.client(), form).await?;
        Ok(FactorsChanged { now: self.factors_after(issued).await?, recovery_codes: Some(codes) })
    }

    /// What the browser shall ask the authenticator for, to make a passkey.
    pub async fn begin_passkey(&self, form: BeginPasskey) -> Result<PasskeyChallenge, FactorError> {
        let (issued, challenge) = self.accounts().begin_passkey(self.session()?, self.client(), form).await?;
        self.hand_out(issued);
        Ok(challenge)
    }

    /// Takes a new passkey into use.
    pub async fn add_passkey(&self, form: PasskeyAnswer) -> Result<FactorsChanged, PasskeyError> {
        let recovery_codes = self.accounts().add_passkey(self.session()?, self.client(), form).await?;
        Ok(FactorsChanged { now: self.factors().await?, recovery_codes })
    }

    async fn factors_after(&self, issued: Issued) -> Result<SecondFactors, AccessError> {
        self.hand_out(issued);
        self.factors().await
    }
}

/// What is said where recovery codes are shown, with the codes.
pub(crate) fn with_codes(id: &str, codes: &[String]) -> Sentence {
    Sentence::new(id).with("codes", codes.join(" "))
}

fn in_words(factor: FactorFacts, format: &Format) -> Factor {
    Factor {
        id: factor.id,
        kind: factor.kind,
        name: factor.name,
        added: format.brief_moment(factor.added),
        last_used: factor.last_used.map(|at| format.brief_moment(at)),
    }
}
