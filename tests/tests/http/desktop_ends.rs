//! Streams of the desktop app: who may open one, that it says so when its session ends anywhere, and how many there may be.

use crate::events::silent;
use perfil_models::client::EVENTS_PATH;
use perfil_tests::client::Call;
use perfil_tests::desktop::Listener;
use perfil_tests::organization::ADMIN;
use perfil_tests::{Client, MEMBER, NEW_PASSWORD, OWNER, Person, Server};
use reqwest::Method;
use serde_json::json;
use std::time::Duration;

/// How soon an app must hear that its session has ended.
const SOON: Duration = Duration::from_secs(3);

async fn app_of(server: &Server, person: &Person) -> Client {
    let app = server.client().as_desktop();
    app.sign_in(person).await;
    app
}

fn get(client: &Client) -> Call<'_> {
    client.request(Method::GET, EVENTS_PATH).header("accept", "text/event-stream")
}

/// It is told that the session has ended, and nothing after that.
async fn is_signed_out(listener: &mut Listener) {
    let heard = listener.next(SOON).await.expect("it is said before the stream ends");
    assert_eq!(heard.event, "signed-out");
    assert_eq!(listener.next(SOON).await, None);
}

#[tokio::test]
async fn only_an_app_that_is_signed_in_hears_anything() {
    let server = silent().start().await;
    let (browser, app) = (server.client_of(&OWNER).await, app_of(&server, &OWNER).await);
    let (nobody, stranger) = (server.client().as_desktop(), server.client());
    let calls = [
        get(&nobody),
        get(&nobody).header("authorization", "Bearer nothing"),
        get(&nobody).header("authorization", "Basic nothing"),
        get(&browser),
        get(&stranger),
        get(&browser).without("origin").header("perfil-transport", "bearer"),
    ];
    for call in calls {
        let answer = call.send().await;
        assert_eq!((answer.status, answer.error().as_str()), (401, "signed-out"), "{}", answer.body);
    }
    get(&app).header("origin", "https://evil.example").send().await.expect(403);
    get(&app).header("sec-fetch-site", "cross-site").send().await.expect(403);
    for method in [Method::POST, Method::PUT, Method::OPTIONS, Method::HEAD] {
        let answer = app.request(method, EVENTS_PATH).header("x-request-client", "perfil").send().await;
        assert_eq!((answer.status, answer.header("allow")), (405, "GET"));
    }
    let stream = get(&app).open().await.expect("an answer");
    assert_eq!(stream.headers()["cache-control"], "no-store");
}

#[tokio::test]
async fn s07_an_app_hears_that_it_was_signed_out_elsewhere() {
    let server = silent().start().await;
    let browser = server.client_of(&OWNER).await;
    let app = app_of(&server, &OWNER).await;
    let mut listener = app.listen().await;
    let activity = browser.call("/api/activity", json!({ "filter": "all" })).await.expect(200).json();
    let sessions = activity["sessions"].as_array().expect("sessions").clone();
    let other = sessions.iter().find(|session| session["is_this"] != json!(true)).expect("the app's");
    browser.call("/api/sessions/revoke", json!({ "session": other["id"] })).await.expect(200);
    is_signed_out(&mut listener).await;
    assert!(!app.is_signed_in().await && browser.is_signed_in().await);
}

#[tokio::test]
async fn s05_an_app_hears_that_the_password_was_changed_elsewhere() {
    let server = silent().start().await;
    let (one, other) = (app_of(&server, &OWNER).await, app_of(&server, &OWNER).await);
    let (mut changing, mut ended) = (one.listen().await, other.listen().await);
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    one.call("/api/password", form).await.expect(200);
    is_signed_out(&mut ended).await;
    assert!(changing.hears_nothing(SOON).await, "the own session goes on under its new token");
    one.ask("/api/sign-out").await.expect(200);
    is_signed_out(&mut changing).await;
}

#[tokio::test]
async fn s08_an_app_hears_that_its_person_was_deactivated() {
    let server = silent().people(&[OWNER, MEMBER, ADMIN]).start().await;
    let owner = server.client_of(&OWNER).await;
    let (mut member, mut admin) =
        (app_of(&server, &MEMBER).await.listen().await, app_of(&server, &ADMIN).await.listen().await);
    owner.deactivate(&server.database.user_id(MEMBER.email).await).await.expect(200);
    is_signed_out(&mut member).await;
    let disable = format!("UPDATE users SET disabled_at = 1 WHERE email = '{}'", ADMIN.email);
    server.database.execute(&disable).await;
    is_signed_out(&mut admin).await;
}

#[tokio::test]
async fn s06_an_app_hears_that_the_time_of_its_session_is_over() {
    let server = silent().start().await;
    let mut listener = app_of(&server, &OWNER).await.listen().await;
    server.database.let_time_pass(Duration::from_secs(12 * 3_600)).await;
    is_signed_out(&mut listener).await;
}

#[tokio::test]
async fn a_session_has_three_streams_and_a_fourth_ends_the_first() {
    let server = silent().start().await;
    let app = app_of(&server, &OWNER).await;
    let mut streams = [app.listen().await, app.listen().await, app.listen().await];
    let mut of_another = app_of(&server, &OWNER).await.listen().await;
    let mut fourth = app.listen().await;
    assert_eq!(streams[0].next(SOON).await, None, "nobody is signed out by that");
    app.ask("/api/sign-out").await.expect(200);
    for stream in [&mut fourth].into_iter().chain(&mut streams[1..]) {
        is_signed_out(stream).await;
    }
    assert!(of_another.hears_nothing(SOON).await);
}

#[tokio::test]
async fn a_silent_stream_gives_signs_of_life() {
    let server = silent().start().await;
    let mut listener = app_of(&server, &OWNER).await.listen().await;
    let sign = listener.block(Duration::from_secs(17)).await.expect("the stream goes on");
    assert!(sign.starts_with(':'), "{sign}");
}
