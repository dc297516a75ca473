//! `POST /unsubscribe?t=…`: one click in a mail program ends mails of that kind (RFC 8058). It comes without cookies and
//! with whatever body; the token alone proves that Perfil wrote the link. A browser's GET shows a page with a button.

use crate::{Shared, address};
use axum::extract::{ConnectInfo, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use perfil_accounts::Client;
use perfil_models::Explain;
use serde::Deserialize;
use std::net::SocketAddr;
use std::sync::Arc;

/// What the link carries.
#[derive(Deserialize)]
pub struct Token {
    #[serde(default)]
    t: String,
}

/// The handler.
pub async fn one_click(
    State(shared): State<Arc<Shared>>,
    peer: ConnectInfo<SocketAddr>,
    Query(token): Query<Token>,
    headers: HeaderMap,
) -> Response {
    let client = Client::silent(address::client_ip(peer.0.ip(), &headers, &shared.trusted_proxies));
    match shared.accounts.unsubscribe(&client, &token.t).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => StatusCode::from_u16(error.status()).unwrap_or(StatusCode::NOT_FOUND).into_response(),
    }
}
