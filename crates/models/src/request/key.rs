//! Keys of an organization.

use crate::key::{Overlap, Scope};
use crate::{KeyId, Secret};
use serde::{Deserialize, Serialize};

/// Make a key of the organization.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateKey {
    /// What to call it.
    pub name: String,
    /// [`Scope::Sessions`].
    #[serde(default)]
    pub sessions: bool,
    /// [`Scope::Events`].
    #[serde(default)]
    pub events: bool,
    /// [`Scope::Provisioning`].
    #[serde(default)]
    pub provisioning: bool,
    /// [`Scope::Preferences`].
    #[serde(default)]
    pub preferences: bool,
    /// The account's password.
    pub password: Secret,
}

impl CreateKey {
    /// What the key may do.
    pub fn scopes(&self) -> Vec<Scope> {
        let is_chosen = |scope: &Scope| match scope {
            Scope::Sessions => self.sessions,
            Scope::Events => self.events,
            Scope::Provisioning => self.provisioning,
            Scope::Preferences => self.preferences,
        };
        Scope::ALL.into_iter().filter(is_chosen).collect()
    }
}

/// Replace a key of the organization by a new one that may do the same.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RotateKey {
    /// Which.
    pub key: KeyId,
    /// How long it goes on.
    pub overlap: Overlap,
    /// The account's password.
    pub password: Secret,
}

/// A key of the organization, to be revoked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneKey {
    /// Which.
    pub key: KeyId,
}
