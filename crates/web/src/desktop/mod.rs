//! The server's side of the desktop app: what a server says of itself, and the streams on which apps that are signed in
//! hear what happens (docs/desktop.md).

mod hub;
mod stream;
mod words;

pub use hub::Hub;
pub use stream::events;

use axum::Json;
use perfil_models::client::ServerInfo;

/// `GET /.well-known/perfil`: what this server is and which apps it understands, for anybody.
pub async fn info() -> Json<ServerInfo> {
    Json(ServerInfo::current())
}
