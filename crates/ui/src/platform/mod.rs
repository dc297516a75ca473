//! What only a browser or the desktop's window can do. Elsewhere (in the server's rendering) each function does nothing.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub use browser::*;

#[cfg(all(feature = "desktop", not(target_arch = "wasm32")))]
pub mod desktop;
#[cfg(all(feature = "desktop", not(target_arch = "wasm32")))]
pub use desktop::*;

#[cfg(not(any(target_arch = "wasm32", feature = "desktop")))]
mod elsewhere;
#[cfg(not(any(target_arch = "wasm32", feature = "desktop")))]
pub use elsewhere::*;

/// Why a browser made or showed no passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyFailure {
    /// The person closed its dialogue, let its time pass, or has no such passkey: browsers tell no difference.
    Cancelled,
    /// The authenticator holds one of this account already.
    AlreadyThere,
    /// Anything else.
    Failed,
}

impl PasskeyFailure {
    /// What the name of a `DOMException` means (WebAuthn level 3, §5.1.3 and §5.1.4).
    fn named(name: &str) -> Self {
        match name {
            "NotAllowedError" | "AbortError" => Self::Cancelled,
            "InvalidStateError" => Self::AlreadyThere,
            _ => Self::Failed,
        }
    }
}

/// Answers the page with this HTTP status; only the server's rendering can.
pub fn answer_with_status(status: u16) {
    #[cfg(feature = "server")]
    if let Ok(status) = dioxus::prelude::StatusCode::from_u16(status) {
        dioxus::fullstack::FullstackContext::commit_http_status(status, None);
    }
    #[cfg(not(feature = "server"))]
    let _ = status;
}
