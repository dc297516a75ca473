//! Where SMS gateways report. They send no cookies; a proof in the address says that we asked for the report.

use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::get;
use perfil_accounts::clock::SystemClock;
use perfil_accounts::keys::Keys;
use perfil_store::Store;
use perfil_worker::receipts::{KANNEL_PATH, KannelReceipt, ReceiptOutcome, kannel_receipt};

/// What receipts need.
#[derive(Clone)]
struct Desk {
    store: Store,
    keys: Keys,
}

/// The addresses of all gateways.
pub fn router(store: Store, keys: Keys) -> Router {
    Router::new().route(KANNEL_PATH, get(kannel)).with_state(Desk { store, keys })
}

/// Kannel knows no other method than GET.
async fn kannel(
    State(Desk { store, keys }): State<Desk>,
    receipt: Result<Query<KannelReceipt>, QueryRejection>,
) -> StatusCode {
    let Ok(Query(receipt)) = receipt else { return StatusCode::BAD_REQUEST };
    match kannel_receipt(&store, &keys, &SystemClock, &receipt).await {
        ReceiptOutcome::Recorded | ReceiptOutcome::Nothing => StatusCode::NO_CONTENT,
        ReceiptOutcome::Forged => StatusCode::FORBIDDEN,
        ReceiptOutcome::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}
