//! What only a browser can do. Elsewhere (in the server's rendering) each function does nothing.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub use browser::*;

#[cfg(not(target_arch = "wasm32"))]
mod elsewhere;
#[cfg(not(target_arch = "wasm32"))]
pub use elsewhere::*;

/// Answers the page with this HTTP status; only the server's rendering can.
pub fn answer_with_status(status: u16) {
    #[cfg(feature = "server")]
    if let Ok(status) = dioxus::prelude::StatusCode::from_u16(status) {
        dioxus::fullstack::FullstackContext::commit_http_status(status, None);
    }
    #[cfg(not(feature = "server"))]
    let _ = status;
}
