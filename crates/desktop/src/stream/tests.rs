use super::*;
use perfil_models::client::{EVENTS_PATH, NoticeKind};
use reqwest::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinHandle;

const NOTICE: &str = r#"{"id":"7","kind":"low-credit","title":"Low","body":"5 €","path":"/settings/notifications"}"#;

/// Serves each connection one of the answers and then closes it: the events that a follower of it tells, and the follower,
/// which brings what it asked for.
async fn followed(answers: Vec<String>) -> (UnboundedReceiver<Event>, JoinHandle<Vec<String>>) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = format!("http://{}{EVENTS_PATH}", listener.local_addr().expect("its address"));
    let server = tokio::spawn(async move {
        let mut requests = Vec::new();
        for answer in answers {
            let (mut stream, _) = listener.accept().await.expect("a connection");
            let mut request = [0; 4096];
            let length = stream.read(&mut request).await.expect("a request");
            requests.push(String::from_utf8_lossy(&request[..length]).into_owned());
            let _ = stream.write_all(answer.as_bytes()).await;
            let _ = stream.shutdown().await;
        }
        requests
    });
    let (sender, events) = unbounded_channel();
    let http = Client::builder().no_proxy().build().expect("a client");
    let task = tokio::spawn(async move {
        follow(move || http.get(&address), move |event| _ = sender.send(event)).await;
        server.await.expect("a server")
    });
    (events, task)
}

fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n{body}")
}

fn refused(status: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
}

async fn all(mut events: UnboundedReceiver<Event>) -> Vec<Event> {
    let mut found = Vec::new();
    while let Some(event) = events.recv().await {
        found.push(event);
    }
    found
}

fn notice() -> Event {
    Event::Notice(serde_json::from_str(NOTICE).expect("a notice"))
}

#[tokio::test]
async fn follows_until_the_session_ends() {
    let body = format!(": here\n\nevent: notice\ndata: {NOTICE}\n\nevent: signed-out\ndata: {{}}\n\nevent: notice\n");
    let (events, task) = followed(vec![ok(&body)]).await;
    assert_eq!(all(events).await, [Event::Connected, notice(), Event::SignedOut]);
    task.await.expect("an end");
}

#[tokio::test]
async fn comes_back_after_a_break() {
    let broken = ok(&format!("id: 41\nevent: notice\ndata: {NOTICE}\n\nevent: notice\ndata: {{\"id\":\n\n"));
    let (events, task) = followed(vec![broken, refused("503 Service Unavailable"), refused("401 Unauthorized")]).await;
    assert_eq!(all(events).await, [Event::Connected, notice(), Event::Lost, Event::Lost, Event::SignedOut]);
    let goes_on = |request: &String| request.contains("last-event-id: 41\r\n");
    let requests = task.await.expect("an end");
    assert_eq!(requests.iter().map(goes_on).collect::<Vec<_>>(), [false, true, true]);
}

#[tokio::test]
async fn stops_where_the_app_is_too_old() {
    let (events, task) = followed(vec![refused("426 Upgrade Required")]).await;
    assert_eq!(all(events).await, [Event::TooOld]);
    task.await.expect("an end");
}

#[test]
fn shows_what_only_a_newer_server_knows() {
    let text = NOTICE.replace("low-credit", "new-kind");
    let notice: Notice = serde_json::from_str(&text).expect("a notice");
    assert_eq!(notice.kind, NoticeKind::Other);
}
