//! Perfil's pages: rendered by the server, continued by the browser.
//!
//! - [`api`]: the server functions that the pages call;
//! - `pages`: one file per page; `components`: what they are built of; `route`: which address shows which page;
//! - `words`: the messages of the page's language; no sentence stands in Rust code;
//! - `json`: how what the server answers is read;
//! - `platform`: the only place that talks to the browser or to the desktop's window, with a stand-in for the server.
//!
//! A form works before the script does: see `components::form`.

#[cfg(all(feature = "web", feature = "server"))]
compile_error!("the features web and server exclude each other: together, a page's data silently goes missing");

#[cfg(all(feature = "desktop", any(feature = "web", feature = "server")))]
compile_error!("the desktop app is built apart: `cargo build --package perfil-desktop`");

#[macro_use]
mod server_functions;

pub mod api;
mod app;
mod components;
mod json;
mod pages;
mod platform;
mod route;
#[cfg(feature = "server")]
pub mod server;
mod words;

pub use api::READS;
pub use app::App;
pub use components::icon::{Icon, Shape};
#[cfg(all(feature = "desktop", not(target_arch = "wasm32")))]
pub use platform::desktop;
pub use route::{is_page, title_id};

/// Starts the browser's side of the application on the page that the server rendered.
#[cfg(feature = "web")]
pub fn launch() {
    dioxus::launch(App);
}
