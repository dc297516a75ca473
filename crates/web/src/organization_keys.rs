//! *API keys* of the organization in words: times as the reader writes them.

use crate::visit::Visit;
use perfil_accounts::{Issued, KeyFacts, NewKey};
use perfil_i18n::Format;
use perfil_models::error::KeyError;
use perfil_models::request::{CreateKey, OneKey, RotateKey};
use perfil_models::view::{KeysChanged, OrganizationKey, OrganizationKeys};
use perfil_models::{AccessError, Sentence};

impl Visit {
    /// The keys of the organization.
    pub async fn organization_keys(&self) -> Result<OrganizationKeys, AccessError> {
        let facts = self.accounts().organization_keys(self.session()?, self.client()).await?;
        let format = self.format(&facts.region)?;
        Ok(OrganizationKeys {
            keys: facts.keys.into_iter().map(|key| in_words(key, &format)).collect(),
            time_zone: self.city(&facts.region.time_zone),
        })
    }

    /// Makes a key.
    pub async fn create_key(&self, form: CreateKey) -> Result<KeysChanged, KeyError> {
        let made = self.accounts().create_key(self.session()?, self.client(), form).await?;
        self.with_new_key(made).await
    }

    /// Replaces a key.
    pub async fn rotate_key(&self, form: RotateKey) -> Result<KeysChanged, KeyError> {
        let made = self.accounts().rotate_key(self.session()?, self.client(), form).await?;
        self.with_new_key(made).await
    }

    /// Makes a key worthless.
    pub async fn revoke_key(&self, form: OneKey) -> Result<OrganizationKeys, KeyError> {
        self.accounts().revoke_key(self.session()?, form).await?;
        Ok(self.organization_keys().await?)
    }

    async fn with_new_key(&self, (issued, key): (Issued, NewKey)) -> Result<KeysChanged, KeyError> {
        self.hand_out(issued);
        Ok(KeysChanged { now: self.organization_keys().await?, token: key.token })
    }
}

/// What is said where a new key is shown, with the key.
pub(crate) fn with_token(id: &str, token: &str) -> Sentence {
    Sentence::new(id).with("token", token)
}

fn in_words(key: KeyFacts, format: &Format) -> OrganizationKey {
    let moment = |at: i64| format.brief_moment(at);
    OrganizationKey {
        id: key.id,
        name: key.name,
        scopes: key.scopes,
        created: moment(key.created_at),
        created_by: key.created_by,
        last_used: key.last_used_at.map(moment),
        state: key.state,
        until: key.until.map(moment),
    }
}
