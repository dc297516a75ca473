//! The axum side: everything between a socket and a use case.
//!
//! A request passes [`layers`] from the outside in: request id and log line, panic to 500, security headers, the
//! [`guard`] that refuses what Perfil's own pages would not send, and [`visit`], which finds out who is asking. Only then
//! comes the router: [`assets`], [`forms`], [`desktop`], [`health`], and the pages and server functions of `perfil-ui`, which reach
//! this crate through [`Visit`] alone.

mod activity;
mod address;
mod api;
mod assets;
mod changes;
mod cookies;
mod desktop;
mod export;
mod factors;
mod forms;
mod guard;
mod health;
mod kept;
mod layers;
mod notifications;
mod organization;
mod organization_keys;
mod organization_settings;
mod pages;
mod platform;
mod problem;
mod region;
mod serve;
mod unsubscribe;
mod visit;

pub use assets::{Site, SiteError};
pub use serve::serve;
pub use visit::Visit;

use axum::Router;
use axum::http::HeaderValue;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use ipnet::IpNet;
use perfil_accounts::Accounts;
use perfil_i18n::Locales;
use perfil_models::client::{EVENTS_PATH, SERVER_INFO_PATH};
use perfil_models::view::DemoMessage;
use std::sync::Arc;
use tokio::sync::watch;
use tower_http::catch_panic::CatchPanicLayer;

/// Reads the demo's messages, the newest first.
pub type DemoOutbox = Arc<dyn Fn() -> Vec<DemoMessage> + Send + Sync>;

/// What the web side works with.
pub struct Web {
    /// The use cases.
    pub accounts: Accounts,
    /// The words.
    pub locales: Locales,
    /// The browser's files.
    pub site: Site,
    /// Where people reach the server, without a trailing slash; links and the Origin check follow it.
    pub public_url: String,
    /// Proxies whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// The demo's messages; `None` outside the demo.
    pub demo_outbox: Option<DemoOutbox>,
    /// The message id of a page's title, by its path.
    pub title_id: fn(&str) -> &'static str,
    /// Loses its sender when the server stops: then answers end that would go on for ever.
    pub stopped: watch::Receiver<()>,
}

/// What every request shares.
pub(crate) struct Shared {
    pub accounts: Accounts,
    pub locales: Locales,
    pub site: Site,
    pub origin: address::Origin,
    pub trusted_proxies: Vec<IpNet>,
    pub demo_outbox: Option<DemoOutbox>,
    pub title_id: fn(&str) -> &'static str,
    pub cookies: cookies::Names,
    pub hub: desktop::Hub,
    /// The Content-Security-Policy, with `{nonce}` where a page's nonce goes.
    pub content_security_policy: String,
}

impl Web {
    /// The whole server. `pages` renders pages and answers server functions; `machines` answers gateways and platforms,
    /// which send no cookies and prove themselves in another way.
    pub fn router(self, pages: Router, machines: Router) -> Router {
        let origin = address::Origin::of(&self.public_url);
        let shared = Arc::new(Shared {
            cookies: cookies::Names::for_origin(&origin),
            content_security_policy: pages::content_security_policy(),
            accounts: self.accounts,
            locales: self.locales,
            site: self.site,
            origin,
            trusted_proxies: self.trusted_proxies,
            demo_outbox: self.demo_outbox,
            title_id: self.title_id,
            hub: desktop::Hub::new(self.stopped),
        });
        let pages = pages.layer(from_fn_with_state(shared.clone(), pages::finish)).layer(from_fn(api::finish));
        let people = Router::new()
            .route("/forms/{form}", post(forms::submit))
            .route("/auth/verify", get(platform::verify))
            .route("/organization/changes.csv", get(changes::download::download))
            .route(EVENTS_PATH, get(desktop::events))
            .route("/.well-known/change-password", get(pages::change_password))
            .fallback_service(pages)
            .with_state(shared.clone())
            .layer(from_fn_with_state(shared.clone(), visit::enter))
            .layer(from_fn_with_state(shared.clone(), guard::check));
        Router::new()
            .route("/healthz", get(health::alive))
            .route(SERVER_INFO_PATH, get(desktop::info))
            .route("/readyz", get(health::ready).with_state(shared.clone()))
            .nest_service("/assets", assets::service(&shared.site))
            .merge(platform::router(shared.clone()))
            .merge(machines)
            .route(
                "/unsubscribe",
                post(unsubscribe::one_click).with_state(shared.clone()).fallback_service(people.clone()),
            )
            .fallback_service(people)
            .layer(CatchPanicLayer::custom(problem::panicked))
            .layer(from_fn_with_state(shared.clone(), layers::secure))
            .layer(from_fn(layers::observe))
    }
}

/// A header value made of characters that are known to fit.
pub(crate) fn header(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static(""))
}
