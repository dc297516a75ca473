//! SECURITY.md 9 and 10: what no page of Perfil would send is refused at the door, and nothing changes.

use crate::functions::FUNCTIONS;
use perfil_tests::client::Call;
use perfil_tests::{Client, MEMBER, OWNER, Scene, Server};
use reqwest::Method;
use serde_json::{Value, json};

/// A body for any function: those that take nothing get an empty object.
fn body_of(function: &crate::functions::Function) -> Value {
    function.body().unwrap_or_else(|| json!({}))
}

/// Ways in which another site could make a browser post, each with a word for messages.
fn attacks<'a>(client: &'a Client, path: &'static str, body: &Value) -> Vec<(&'static str, Call<'a>)> {
    let own = || client.post(path).json(body);
    let typed = |content_type| client.post(path).body(body.to_string()).header("content-type", content_type);
    vec![
        ("another origin", own().header("origin", "https://evil.example").without("sec-fetch-site")),
        ("no origin to speak of", own().header("origin", "null").without("sec-fetch-site")),
        (
            "an origin that begins alike",
            own().header("origin", "http://localhost.evil.example").without("sec-fetch-site"),
        ),
        ("another port", own().header("origin", "http://localhost:1").without("sec-fetch-site")),
        ("another scheme", own().header("origin", "https://localhost").without("sec-fetch-site")),
        ("cross-site", own().header("sec-fetch-site", "cross-site")),
        ("cross-site without an origin", own().header("sec-fetch-site", "cross-site").without("origin")),
        ("same-site", own().header("sec-fetch-site", "same-site")),
        ("typed into the address bar", own().header("sec-fetch-site", "none").without("origin")),
        ("no sign of where from", own().without("origin").without("sec-fetch-site")),
        ("no X-Request-Client", own().without("x-request-client")),
        ("text/plain", typed("text/plain")),
        ("text/plain that says JSON", typed("text/plain; application/json")),
        ("text/plain with JSON first", typed("text/plain;charset=application/json")),
        ("urlencoded", typed("application/x-www-form-urlencoded")),
        ("multipart", typed("multipart/form-data; boundary=x")),
        ("no type", client.post(path).body(body.to_string())),
    ]
}

#[tokio::test]
async fn s09_foreign_posts_are_refused_by_every_function_and_change_nothing() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    for function in FUNCTIONS {
        for (attack, call) in attacks(&client, function.path, &body_of(function)) {
            let answer = call.send().await;
            assert!(matches!(answer.status, 403 | 415), "{} took {attack}: {}", function.path, answer.status);
            assert!(answer.set_cookies().is_empty(), "{} set a cookie for {attack}", function.path);
        }
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s09_nobody_is_signed_in_by_another_site() {
    let server = Server::start().await;
    let victim = server.client();
    let body = json!({ "form": { "email": MEMBER.email, "password": MEMBER.password } });
    for (attack, call) in attacks(&victim, "/api/sign-in", &body) {
        let answer = call.send().await;
        assert!(matches!(answer.status, 403 | 415), "{attack}: {}", answer.status);
        assert_eq!(victim.session_token(), None, "{attack}");
    }
    assert_eq!(server.database.count("sessions").await, 0);
}

#[tokio::test]
async fn s09_the_browsers_own_requests_are_taken() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    // Dioxus' client sends neither body nor type to a function that takes nothing.
    client.post("/api/account").send().await.expect(200);
    client.post("/api/phone/countries").send().await.expect(200);
    let form = json!({ "form": { "country": "GB", "number": "07700 900123" } });
    let call = client.post("/api/phone/format").json(&form).header("content-type", "application/json; charset=utf-8");
    assert_eq!(call.send().await.expect(200).json()["display"], "07700 900123");
}

#[tokio::test]
async fn s10_only_post_reaches_a_function() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    for function in FUNCTIONS {
        for method in [Method::GET, Method::HEAD, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS] {
            let call = client.request(method.clone(), function.path).header("x-request-client", "dioxus");
            let call = call.header("sec-fetch-site", "same-origin").json(&body_of(function));
            let answer = call.header("x-http-method-override", "POST").send().await;
            assert_eq!(answer.status, 405, "{method} {}", function.path);
        }
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s10_pages_are_only_read_and_reading_changes_nothing() {
    let scene = Scene::start().await;
    let (client, change, _) = scene.pending(&OWNER, "+447700900110").await;
    let before = scene.server.database.snapshot().await;
    let query = format!("change={change}&code=123456&password=x&form_token=x");
    for path in [
        "/",
        "/settings/user",
        "/settings/password",
        "/settings/email",
        "/settings/phone",
        "/settings/notifications",
        "/organization",
        "/sign-in",
    ] {
        client.page(&format!("{path}?{query}")).await.expect(200);
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            let call = client.request(method.clone(), path).header("sec-fetch-site", "same-origin");
            call.send().await.expect(405);
        }
    }
    for form in
        ["sign-out", "validate-phone", "cancel-phone-change", "remove-phone", "rename", "alert-now", "unsubscribe"]
    {
        client.get(&format!("/forms/{form}?{query}")).send().await.expect(405);
    }
    for path in ["/healthz", "/readyz", "/.well-known/change-password", "/receipts/kannel?id=x&proof=x&status=1"] {
        client.get(path).send().await;
    }
    assert_eq!(scene.server.database.snapshot().await, before);
}
