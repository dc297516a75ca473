//! One's own data.

use crate::Secret;
use serde::{Deserialize, Serialize};

/// Export all that is kept about oneself.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportData {
    /// The account's password.
    pub password: Secret,
}

/// Ask for one's account to be deleted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteAccount {
    /// The account's password.
    pub password: Secret,
}
