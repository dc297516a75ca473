//! Server functions, one file per feature. Each is thin: who is asking → one use case → typed answer. What is allowed is
//! decided in `perfil-accounts`; how a request may arrive is decided by the outer layer of `perfil-web`.
//!
//! Paths are written out, because the default ones contain a hash of the build folder.

pub mod account;
pub mod activity;
#[cfg(not(feature = "server"))]
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

/// The server functions that change nothing: whoever got no answer may ask again. Sorted.
pub const READS: [&str; 17] = [
    "/api/account",
    "/api/activity",
    "/api/dev/outbox",
    "/api/factors",
    "/api/link",
    "/api/notifications",
    "/api/notifications/history",
    "/api/organization",
    "/api/organization/audit",
    "/api/organization/keys",
    "/api/organization/settings",
    "/api/page",
    "/api/phone/countries",
    "/api/phone/format",
    "/api/region",
    "/api/region/preview",
    "/api/sign-in/second-step",
];

#[cfg(feature = "server")]
use dioxus::server::axum::Extension;
#[cfg(feature = "server")]
use perfil_web::Visit;

#[cfg(all(test, feature = "server"))]
mod tests {
    use super::READS;

    #[test]
    fn what_only_reads_is_sorted_and_exists() {
        assert!(READS.is_sorted());
        let declared = [
            include_str!("account.rs"),
            include_str!("activity.rs"),
            include_str!("demo.rs"),
            include_str!("factors.rs"),
            include_str!("link.rs"),
            include_str!("notifications.rs"),
            include_str!("organization.rs"),
            include_str!("organization_keys.rs"),
            include_str!("organization_settings.rs"),
            include_str!("phone.rs"),
            include_str!("region.rs"),
            include_str!("second_step.rs"),
            include_str!("session.rs"),
        ]
        .concat();
        for path in READS {
            assert!(declared.contains(&format!("post({path:?},")), "{path}");
        }
    }
}
