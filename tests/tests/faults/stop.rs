//! SIGTERM: what is under way ends, within ten seconds.

use perfil_tests::hanging::HangingPeer;
use perfil_tests::{OWNER, Server};
use serde_json::json;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// Ten seconds to drain, and one to close the database.
const LIMIT: Duration = Duration::from_secs(11);

#[tokio::test]
async fn an_idle_server_stops_at_once() {
    let mut server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    client.page("/settings/user").await.expect(200);
    let took = server.stop(LIMIT).await;
    assert!(took < Duration::from_secs(3), "{took:?}");
    server.start_again().await;
    assert!(client.is_signed_in().await, "sessions outlive it");
}

#[tokio::test]
async fn requests_under_way_are_answered() {
    let mut server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let before = 30;
    // Browsers that have signed in before are not counted together.
    let mut clients = Vec::new();
    for _ in 0..before {
        clients.push(server.client_of(&OWNER).await);
    }
    let requests: Vec<_> = clients
        .into_iter()
        .map(|client| {
            let body = json!({ "form": { "email": OWNER.email, "password": OWNER.password } });
            tokio::spawn(async move { client.post("/api/sign-in").json(&body).try_send().await })
        })
        .collect();
    let began = async || server.database.count("security_events").await >= before + 3;
    perfil_tests::wait::until_true("some sign-ins", Duration::from_secs(10), began).await;
    let took = server.stop(LIMIT).await;
    assert!(took < Duration::from_secs(10), "{took:?}");
    let mut answered = 0;
    for request in requests {
        // A connection that was not accepted any more is refused; one that was is answered to the end.
        if let Ok(answer) = request.await.expect("the request ends") {
            assert_eq!(answer.status, 200, "{}", answer.body);
            answered += 1;
        }
    }
    assert!(answered >= 3, "{answered}");
    let signed_in = server.database.events(OWNER.email).await.len() - before as usize;
    assert_eq!(signed_in, answered, "every sign-in that was done was answered");
}

#[tokio::test]
async fn a_client_that_stalls_does_not_keep_it() {
    let mut server = Server::start().await;
    let head = format!(
        "POST /api/sign-in HTTP/1.1\r\nhost: x\r\norigin: {}\r\nx-request-client: dioxus\r\n\
         content-type: application/json\r\ncontent-length: 1000\r\n\r\n{{",
        server.origin
    );
    let mut stalled = TcpStream::connect(server.address).await.expect("the server listens");
    stalled.write_all(head.as_bytes()).await.expect("the server reads");
    let idle = TcpStream::connect(server.address).await.expect("the server listens");
    server.client().get("/healthz").send().await.expect(200);
    let took = server.stop(Duration::from_secs(20)).await;
    assert!(took < LIMIT, "{took:?}");
    drop((stalled, idle));
}

#[tokio::test]
async fn apps_that_stay_connected_do_not_keep_it() {
    let mut server = Server::start().await;
    let app = server.client().as_desktop();
    app.sign_in(&OWNER).await;
    let mut streams = [app.listen().await, app.listen().await];
    let took = server.stop(LIMIT).await;
    assert!(took < Duration::from_secs(3), "{took:?}");
    for stream in &mut streams {
        assert_eq!(stream.next(Duration::from_secs(1)).await, None, "nobody is signed out by that");
    }
    server.start_again().await;
    app.listen().await;
}

#[tokio::test]
async fn a_mail_server_that_hangs_does_not_keep_it() {
    let mail = HangingPeer::start();
    let mut server = Server::builder().smtp(format!("smtp://127.0.0.1:{}", mail.port)).start().await;
    let client = server.client_of(&OWNER).await;
    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200);
    perfil_tests::wait::until_true("the mail server to be called", LIMIT, async || mail.taken() > 0).await;
    let took = server.stop(Duration::from_secs(20)).await;
    assert!(took < LIMIT, "{took:?}");
}
