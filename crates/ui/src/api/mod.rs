//! Server functions, one file per feature. Each is thin: who is asking → one use case → typed answer. What is allowed is
//! decided in `perfil-accounts`; how a request may arrive is decided by the outer layer of `perfil-web`.
//!
//! Paths are written out, because the default ones contain a hash of the build folder.

pub mod account;
pub mod activity;
#[cfg(target_arch = "wasm32")]
pub mod call;
pub mod demo;
pub mod email;
pub mod factors;
pub mod link;
pub mod notifications;
pub mod organization;
pub mod organization_keys;
pub mod organization_settings;
pub mod password;
pub mod phone;
pub mod privacy;
mod refusal;
pub mod region;
pub mod second_step;
pub mod session;

pub use refusal::Refusal;

#[cfg(feature = "server")]
use dioxus::server::axum::Extension;
#[cfg(feature = "server")]
use perfil_web::Visit;
