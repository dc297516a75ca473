//! Where SMS gateways report. They send no cookies; a proof in the address says that we asked for the report.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{OriginalUri, Query, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use perfil_worker::receipts::{
    HTTP_PATH, HttpReceipt, KANNEL_PATH, KannelReceipt, ReceiptOutcome, Receipts, TWILIO_PATH, TwilioCallback,
};
use std::time::Duration;

/// The largest form that is read, in bytes, and how long it may take to come.
const FORM_LIMIT: usize = 16 * 1024;
const FORM_TIME: Duration = Duration::from_secs(10);

/// The addresses of all gateways.
pub fn router(receipts: Receipts) -> Router {
    Router::new()
        .route(KANNEL_PATH, get(kannel))
        .route(TWILIO_PATH, post(twilio))
        .route(HTTP_PATH, get(http).post(http))
        .with_state(receipts)
}

/// Kannel knows no other method than GET.
async fn kannel(State(receipts): State<Receipts>, receipt: Result<Query<KannelReceipt>, QueryRejection>) -> StatusCode {
    let Ok(Query(receipt)) = receipt else { return StatusCode::BAD_REQUEST };
    status(receipts.kannel(&receipt).await)
}

async fn twilio(
    State(receipts): State<Receipts>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Body,
) -> StatusCode {
    let Some(body) = read(body).await else { return StatusCode::BAD_REQUEST };
    let signature = headers.get("x-twilio-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let target = uri.path_and_query().map_or("", |target| target.as_str());
    status(receipts.twilio(&TwilioCallback { target, signature, body: &body }).await)
}

/// Takes id and proof from the address; the status from there too, or from a form.
async fn http(
    State(receipts): State<Receipts>,
    receipt: Result<Query<HttpReceipt>, QueryRejection>,
    request: Request,
) -> StatusCode {
    let Ok(Query(mut receipt)) = receipt else { return StatusCode::BAD_REQUEST };
    if receipt.status.is_empty() {
        let Some(form) = read(request.into_body()).await else { return StatusCode::BAD_REQUEST };
        receipt = receipt.with_form(&form);
    }
    status(receipts.http(&receipt).await)
}

async fn read(body: Body) -> Option<Vec<u8>> {
    let read = tokio::time::timeout(FORM_TIME, to_bytes(body, FORM_LIMIT)).await;
    read.ok()?.ok().map(Into::into)
}

fn status(outcome: ReceiptOutcome) -> StatusCode {
    match outcome {
        ReceiptOutcome::Recorded | ReceiptOutcome::Nothing => StatusCode::NO_CONTENT,
        ReceiptOutcome::Forged => StatusCode::FORBIDDEN,
        ReceiptOutcome::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_accounts::clock::SystemClock;
    use perfil_accounts::keys::{Keys, Purpose};
    use perfil_store::Store;
    use perfil_worker::Metrics;
    use perfil_worker::receipts::TwilioSigner;
    use std::net::SocketAddr;
    use std::path::{Path, PathBuf};
    use std::sync::Arc;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};

    const PUBLIC_URL: &str = "https://settings.example.com";

    /// A desk at a socket, on a database without messages in that folder.
    async fn desk(folder: &Path, keys: &Keys) -> SocketAddr {
        std::fs::create_dir_all(folder).unwrap();
        let store = Store::connect(&format!("sqlite:{}", folder.join("perfil.sqlite").display())).await.unwrap();
        store.migrate().await.unwrap();
        let url = "twilio://AC01:12345@api.twilio.com?from=Perfil";
        let twilio = TwilioSigner::from_url(url, PUBLIC_URL).unwrap().map(Arc::new);
        let (clock, metrics) = (Arc::new(SystemClock), Metrics::default());
        let receipts = Receipts { store, keys: keys.clone(), clock, metrics, twilio };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(perfil_web::serve(listener, router(receipts), std::future::pending()));
        address
    }

    fn folder(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("perfil-receipts-{name}-{}", std::process::id()))
    }

    async fn ask(desk: SocketAddr, method: &str, target: &str, headers: &str, body: &str) -> u16 {
        let mut socket = TcpStream::connect(desk).await.unwrap();
        let length = body.len();
        let head =
            format!("{method} {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n");
        socket.write_all(format!("{head}{headers}\r\n{body}").as_bytes()).await.unwrap();
        let mut answer = String::new();
        socket.read_to_string(&mut answer).await.unwrap();
        answer.split(' ').nth(1).unwrap().parse().unwrap()
    }

    #[tokio::test]
    async fn each_gateway_has_its_door_and_its_proof() {
        let keys = Keys::new(vec![[7; 32]]);
        let folder = folder("doors");
        let desk = desk(&folder, &keys).await;
        let proof = keys.mac(Purpose::Receipt, &["row"]);
        let (good, bad) = (format!("?id=row&proof={proof}"), "?id=row&proof=AAAA".to_owned());
        let form = "MessageStatus=delivered";
        for (method, target, body, status) in [
            ("GET", format!("/receipts/kannel{good}&status=1"), "", 204),
            ("GET", format!("/receipts/kannel{bad}&status=1"), "", 403),
            ("GET", "/receipts/kannel".to_owned(), "", 400),
            ("POST", format!("/receipts/kannel{good}&status=1"), "", 405),
            ("GET", format!("/receipts/http{good}&status=delivered"), "", 204),
            ("POST", format!("/receipts/http{good}"), "status=delivered", 204),
            ("POST", format!("/receipts/http{bad}"), "status=delivered", 403),
            ("GET", "/receipts/http?id=row".to_owned(), "", 400),
            ("GET", format!("/receipts/twilio{good}"), "", 405),
            ("POST", format!("/receipts/twilio{good}"), form, 403),
            ("POST", format!("/receipts/twilio{good}"), &"x".repeat(20_000), 400),
        ] {
            assert_eq!(ask(desk, method, &target, "", body).await, status, "{method} {target}");
        }
        std::fs::remove_dir_all(folder).unwrap();
    }

    /// The signature was made by Python's `hmac`, of the address and the form, with the token 12345.
    #[tokio::test]
    async fn what_twilio_signed_comes_in() {
        let keys = Keys::new(vec![[7; 32]]);
        let folder = folder("twilio");
        let desk = desk(&folder, &keys).await;
        let target = format!("/receipts/twilio?id=row&proof={}", keys.mac(Purpose::Receipt, &["row"]));
        let signature = "X-Twilio-Signature: ncN3CWwjobxbgSAnxZxtjQHGtFA=\r\n";
        assert_eq!(ask(desk, "POST", &target, signature, "MessageStatus=delivered").await, 204);
        assert_eq!(ask(desk, "POST", &target, signature, "MessageStatus=failed").await, 403);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
