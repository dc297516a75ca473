//! From what the database or the machine reports to what a client may know: a kind, never a text.

use crate::hasher::Overloaded;
use crate::keys::BrokenSeal;
use crate::passkeys::NoProof;
use perfil_models::AccessError;
use perfil_store::StoreError;

/// Turns an internal failure into an [`AccessError`], writing the reason to the log.
pub(crate) trait OrFault<T> {
    fn or_fault(self) -> Result<T, AccessError>;
}

impl<T> OrFault<T> for Result<T, StoreError> {
    fn or_fault(self) -> Result<T, AccessError> {
        self.map_err(|error| match error {
            StoreError::Unavailable(_) => {
                tracing::warn!(%error, "refused with 503");
                AccessError::Unavailable
            }
            _ => {
                tracing::error!(%error, "a statement failed");
                AccessError::Internal
            }
        })
    }
}

impl<T> OrFault<T> for Result<T, Overloaded> {
    fn or_fault(self) -> Result<T, AccessError> {
        self.map_err(|error| {
            tracing::warn!(%error, "refused with 503");
            AccessError::Unavailable
        })
    }
}

impl<T> OrFault<T> for Result<T, BrokenSeal> {
    fn or_fault(self) -> Result<T, AccessError> {
        self.map_err(|error| {
            tracing::error!(%error, "a secret of the database cannot be read with this server's keys");
            AccessError::Internal
        })
    }
}

impl<T> OrFault<T> for Result<T, NoProof> {
    fn or_fault(self) -> Result<T, AccessError> {
        self.map_err(|error| {
            tracing::error!(%error, "no passkey can be asked for");
            AccessError::Internal
        })
    }
}
