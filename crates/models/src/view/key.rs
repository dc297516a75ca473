//! *API keys* of the organization.

use crate::KeyId;
use crate::key::Scope;
use serde::{Deserialize, Serialize};

/// The page as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationKeys {
    /// The keys that live or have ended a short while ago, the newest first.
    pub keys: Vec<OrganizationKey>,
    /// The time zone of all times on the page, by its city or as `UTC`.
    pub time_zone: String,
}

/// A key of the organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationKey {
    /// Which.
    pub id: KeyId,
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// When it was made, in the reader's language and time zone.
    pub created: String,
    /// The name of who made it; `None`: gone by now.
    pub created_by: Option<String>,
    /// When it was last used, likewise; `None`: never.
    pub last_used: Option<String>,
    /// Whether it opens anything.
    pub state: KeyState,
    /// When it ends or has ended, likewise; `None`: it lives on.
    pub until: Option<String>,
}

/// Whether a key opens anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyState {
    /// Yes.
    Living,
    /// Yes, for a while: another takes its place.
    Ending,
    /// Not any more: another took its place.
    Replaced,
    /// Not any more: it was revoked.
    Revoked,
}

/// The keys as they are after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeysChanged {
    /// What the page shows now.
    pub now: OrganizationKeys,
    /// The new key itself, shown this once.
    pub token: String,
}
