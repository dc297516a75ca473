//! The server's side: renders the pages and answers the server functions.

use crate::App;
use dioxus::server::axum::Router;
use dioxus::server::{DioxusRouterExt, FullstackState, ServeConfig};

/// Pages and server functions. They expect a `perfil_web::Visit` among the extensions of each request. The head that
/// dioxus puts around a page is a placeholder: `perfil_web` writes the real one.
pub fn router() -> Router {
    Router::<FullstackState>::new().serve_api_application(ServeConfig::new(), App)
}
