//! SECURITY.md 73 and 74: bodies that are too long, too slow or not what was asked for.

use crate::functions::FUNCTIONS;
use perfil_tests::{OWNER, Server, http};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const LIMIT: usize = 64 * 1024;

/// Words of libraries that no client may see.
const INTERNALS: [&str; 14] = [
    "serde",
    "expected",
    "missing field",
    "unknown field",
    "invalid type",
    "line 1",
    "column",
    "EOF",
    "panicked",
    "sqlx",
    "SQLITE",
    "UNIQUE",
    ".rs:",
    "dioxus",
];

fn names_nothing_internal(body: &str) -> bool {
    !INTERNALS.iter().any(|word| body.contains(word))
}

#[tokio::test]
async fn s73_a_body_beyond_64_kib_is_refused() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    for function in FUNCTIONS {
        let call = client.post(function.path).header("content-type", "application/json").body(vec![b' '; LIMIT + 1]);
        let answer = call.send().await;
        assert_eq!(answer.status, 413, "{}: {}", function.path, answer.body);
    }
    let fields = [("form_token".to_owned(), "x".repeat(LIMIT))];
    client.post_form("/forms/rename", &fields).send().await.expect(413);
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s73_a_body_of_64_kib_is_still_read() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let mut form = json!({ "form": { "display_name": "", "version": 1 } });
    let name = "x".repeat(LIMIT - form.to_string().len());
    form["form"]["display_name"] = json!(name);
    assert_eq!(form.to_string().len(), LIMIT);
    client.post("/api/account/rename").json(&form).send().await.expect_error(422, "too-long");
}

#[tokio::test]
async fn s73_an_endless_body_without_a_length_is_refused() {
    let server = Server::start().await;
    let mut request = head(&server, "transfer-encoding: chunked").into_bytes();
    for _ in 0..20 {
        request.extend_from_slice(b"1000\r\n");
        request.extend_from_slice(&[b' '; 0x1000]);
        request.extend_from_slice(b"\r\n");
    }
    request.extend_from_slice(b"0\r\n\r\n");
    let answer = http::raw(server.address, &request, Duration::from_secs(5)).await.expect("an answer and the end");
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
}

fn head(server: &Server, more: &str) -> String {
    format!(
        "POST /api/sign-in HTTP/1.1\r\nhost: {}\r\norigin: {}\r\nsec-fetch-site: same-origin\r\n\
         x-request-client: dioxus\r\ncontent-type: application/json\r\nconnection: close\r\n{more}\r\n\r\n",
        server.address, server.origin
    )
}

/// Sends `start`, then a byte each two seconds if it `drips`; how long until the server closes.
pub async fn time_until_cut(server: &Server, start: String, drips: bool) -> Duration {
    let mut stream = TcpStream::connect(server.address).await.expect("the server listens");
    let began = Instant::now();
    stream.write_all(start.as_bytes()).await.expect("the server reads");
    let mut buffer = [0; 1024];
    loop {
        tokio::select! {
            read = stream.read(&mut buffer) => if !matches!(read, Ok(1..)) { return began.elapsed() },
            () = tokio::time::sleep(Duration::from_secs(2)) => {
                // An error means that the server has closed, which the next read tells.
                if drips { let _ = stream.write_all(b" ").await; }
            }
        }
        assert!(began.elapsed() < Duration::from_secs(60), "the server waits for ever");
    }
}

#[tokio::test]
async fn s73_whoever_stalls_or_drips_is_cut_within_30_seconds() {
    let server = Server::start().await;
    let slow_body = head(&server, "content-length: 1000") + "{";
    let slow_head = "POST /api/sign-in HTTP/1.1\r\nhost: x\r\nx-slow:".to_owned();
    let (stalled, dripped, headless, dripping_head) = tokio::join!(
        time_until_cut(&server, slow_body.clone(), false),
        time_until_cut(&server, slow_body, true),
        time_until_cut(&server, slow_head.clone(), false),
        time_until_cut(&server, slow_head, true),
    );
    for took in [stalled, dripped, headless, dripping_head] {
        assert!(took < Duration::from_secs(32), "{took:?}");
    }
    server.client().sign_in(&OWNER).await;
}

#[tokio::test]
async fn s74_a_body_of_the_wrong_shape_is_422_and_nothing_internal_is_told() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    let deep = "[".repeat(30_000);
    let bodies: [&[u8]; 12] = [
        b"{",
        b"null",
        b"[]",
        b"5",
        b"\"form\"",
        b"{}",
        b"{\"form\":null}",
        b"{\"form\":[]}",
        b"{\"form\":{}}",
        b"{\"form\":\"\xFF\xFE\"}",
        b"{\"form\":{\"unheard\":1}}",
        deep.as_bytes(),
    ];
    for function in FUNCTIONS {
        let Some(taken) = function.body() else { continue };
        // Where everything may be left out, serde reads an empty list as well.
        let is_empty = |body: &[u8]| [b"{\"form\":{}}".as_slice(), b"{\"form\":[]}"].contains(&body);
        let is_taken = |body: &[u8]| taken == json!({ "form": {} }) && is_empty(body);
        for body in bodies.into_iter().filter(|body| !is_taken(body)) {
            let call = client.post(function.path).header("content-type", "application/json").body(body);
            let answer = call.send().await;
            let shown = String::from_utf8_lossy(&body[..body.len().min(30)]).into_owned();
            assert_eq!(answer.status, 422, "{} took {shown}: {}", function.path, answer.body);
            assert!(names_nothing_internal(&answer.body), "{} told about {shown}: {}", function.path, answer.body);
        }
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s74_a_field_of_the_wrong_type_missing_or_unknown_is_422() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    for function in FUNCTIONS {
        let Some(body) = function.body() else { continue };
        let fields: Vec<String> = body["form"].as_object().expect("a form").keys().cloned().collect();
        let mut broken = Vec::new();
        for field in &fields {
            let wrong = [json!(null), json!([]), json!({}), json!(1.5), json!(true)].into_iter();
            let right = &body["form"][field];
            let is_of_its_type =
                |wrong: &Value| wrong.is_boolean() && right.is_boolean() || wrong.is_array() && right.is_array();
            for wrong in wrong.filter(|wrong| !is_of_its_type(wrong)) {
                let mut body = body.clone();
                body["form"][field] = wrong;
                broken.push(body);
            }
            let mut body = body.clone();
            body["form"].as_object_mut().expect("a form").remove(field);
            broken.push(body);
        }
        let extras = ["role", "user_id", "email_verified", "is_admin"].into_iter();
        for extra in extras.filter(|extra| !fields.iter().any(|field| field == extra)) {
            let mut body = body.clone();
            body["form"][extra] = json!("owner");
            broken.push(body);
        }
        for body in broken {
            let answer = client.post(function.path).json(&body).send().await;
            assert_eq!(answer.status, 422, "{} took {body}: {}", function.path, answer.body);
            assert!(names_nothing_internal(&answer.body), "{}", answer.body);
        }
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s74_an_unknown_path_is_404_without_details() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    for path in ["/api/nothing", "/api", "/api/phone", "/api/Account", "/api/account/"] {
        let answer = client.post(path).json(&json!({})).send().await;
        assert!(matches!(answer.status, 404 | 405), "{path}: {}", answer.status);
        assert!(names_nothing_internal(&answer.body), "{path}: {}", answer.body);
    }
    let fields = [("form_token".to_owned(), String::new())];
    assert_ne!(client.post_form("/forms/nothing", &fields).send().await.status, 200);
}

#[tokio::test]
async fn s74_a_function_never_redirects_by_what_the_browser_says() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    for body in [json!({ "form": { "country": "GB", "number": "x" } }), json!({ "form": 1 })] {
        let call = client.post("/api/phone/format").json(&body).header("accept", "text/html");
        let answer = call.header("referer", "https://evil.example/").send().await;
        assert_eq!((answer.status, answer.header("location")), (422, ""), "{}", answer.body);
    }
}
