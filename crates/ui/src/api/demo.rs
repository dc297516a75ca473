//! The demo's Outbox page.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::view::DemoMessage;

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// What the demo would have sent, the newest first; not found outside demo mode.
    #[post("/api/dev/outbox", visit: Extension<Visit>)]
    pub async fn demo_outbox() -> Result<Vec<DemoMessage>, Refusal<AccessError>> {
        Ok(visit.demo_outbox()?)
    }
}
