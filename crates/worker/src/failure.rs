//! What can come of handing a message over.

use std::error::Error;
use std::io;

/// The other side took the message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// Its own name for the message, if it gave one.
    pub provider_id: Option<String>,
}

/// The other side did not take the message, or did not say so. A reason is for the operator; it holds no text, code,
/// address or number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendFailure {
    /// It was certainly not taken; another time it may be.
    #[error("not now: {reason}")]
    Later {
        /// Why.
        reason: String,
        /// How long the other side asks to be left alone, in milliseconds.
        retry_after: Option<i64>,
    },
    /// It was refused and always will be.
    #[error("refused: {reason}")]
    Dead {
        /// Why.
        reason: String,
    },
    /// It was handed over, but no answer came: it may have been taken.
    #[error("unknown: {reason}")]
    Unknown {
        /// What broke.
        reason: String,
    },
}

impl SendFailure {
    /// [`SendFailure::Later`] without a wish of the other side.
    pub fn later(reason: impl Into<String>) -> Self {
        Self::Later { reason: reason.into(), retry_after: None }
    }

    /// [`SendFailure::Dead`].
    pub fn dead(reason: impl Into<String>) -> Self {
        Self::Dead { reason: reason.into() }
    }

    /// [`SendFailure::Unknown`].
    pub fn unknown(reason: impl Into<String>) -> Self {
        Self::Unknown { reason: reason.into() }
    }
}

/// What TLS has against the other side, if that is why nothing was sent; the text names hosts and certificates only.
pub(crate) fn tls_fault(error: &(dyn Error + 'static)) -> Option<String> {
    let mut causes = std::iter::successors(Some(error), |cause| cause_of(*cause));
    let fault = causes.find_map(|cause| cause.downcast_ref::<rustls::Error>())?;
    Some(format!("TLS failed: {fault}"))
}

/// An `io::Error` names as its source that of the error it wraps, and so hides the wrapped one.
fn cause_of<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    wrapped.map(|wrapped| wrapped as &(dyn Error + 'static)).or_else(|| error.source())
}
