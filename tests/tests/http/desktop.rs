//! The desktop app and its server: whether they understand each other, and the forms that the app posts without a browser.

use crate::events::silent;
use perfil_models::client::{Fit, NEWEST_CLIENT, OLDEST_CLIENT, SERVER_INFO_PATH, ServerInfo};
use perfil_tests::organization_settings::form_of;
use perfil_tests::privacy::unpacked;
use perfil_tests::{Answer, OWNER, Server, WRONG_PASSWORD};
use reqwest::Method;
use serde_json::{Value, json};

fn location(answer: Answer) -> String {
    answer.expect(303).redirect().unwrap_or_default()
}

#[tokio::test]
async fn a_server_says_to_anybody_what_it_is() {
    let server = Server::start().await;
    for client in [server.client(), server.client().as_desktop().with("perfil-client", "0")] {
        let answer = client.request(Method::GET, SERVER_INFO_PATH).send().await.expect(200);
        assert_eq!(answer.header("content-type"), "application/json");
        assert!(answer.set_cookies().is_empty());
        let info: ServerInfo = serde_json::from_str(&answer.body).expect("as it is documented");
        assert!(info.is_perfil());
        assert_eq!((info.clients.oldest, info.clients.newest), (OLDEST_CLIENT, NEWEST_CLIENT));
        assert_eq!(info.judge(OLDEST_CLIENT), Fit::Fine);
        assert_eq!(info.judge(NEWEST_CLIENT + 1), Fit::TooNew);
        assert_eq!(info.judge(0), Fit::TooOld);
    }
    server.client().request(Method::POST, SERVER_INFO_PATH).send().await.expect(405);
}

#[tokio::test]
async fn an_app_that_is_too_old_is_told_so_and_nothing_is_done() {
    let server = Server::start().await;
    let app = server.client().as_desktop();
    app.sign_in(&OWNER).await;
    let before = server.database.snapshot().await;
    for number in ["0", "", "x", "-1"] {
        let old = app.fork().with("perfil-client", number);
        old.ask("/api/account").await.expect_error(426, "client-too-old");
        old.ask("/api/sign-out").await.expect_error(426, "client-too-old");
        old.request(Method::GET, "/api/desktop/events").send().await.expect_error(426, "client-too-old");
        old.post_form("/forms/sign-out", &[]).send().await.expect(426);
        old.request(Method::GET, "/settings/user").send().await.expect(426);
    }
    assert_eq!(server.database.snapshot().await, before);
    for number in [OLDEST_CLIENT, NEWEST_CLIENT + 1] {
        app.fork().with("perfil-client", &number.to_string()).ask("/api/account").await.expect(200);
    }
    let browser = server.client_of(&OWNER).await.with("perfil-client", "0");
    assert!(browser.is_signed_in().await, "a browser is no app");
}

#[tokio::test]
async fn an_app_chooses_its_language_and_signs_in_by_forms() {
    let server = Server::start().await;
    let app = server.client().as_desktop();
    let page = app.ask("/api/page").await.expect(200);
    assert!(!page.header("perfil-seed").is_empty() && page.set_cookies().is_empty());
    assert_eq!(page.json()["language"], "en");
    let chosen = app.post_own_form("choose-language", &[("language", "ar"), ("next", "/settings/email")]).await;
    assert_eq!((chosen.header("perfil-language"), chosen.set_cookies().len()), ("ar", 0));
    assert_eq!(location(chosen), "/sign-in?next=%2Fsettings%2Femail");
    assert_eq!(app.ask("/api/page").await.json()["language"], "ar");

    let fields = |password| [("email", OWNER.email), ("password", password), ("next", "/settings/email")];
    let refused = app.post_own_form("sign-in", &fields(WRONG_PASSWORD)).await;
    assert!(!refused.header("perfil-flash").is_empty());
    assert_eq!(location(refused), "/sign-in?next=%2Fsettings%2Femail");
    assert_eq!(app.flashed().await, "sign-in-wrong");
    assert_eq!(app.flashed().await, "", "it is shown once");
    let signed_in = app.post_own_form("sign-in", &fields(OWNER.password)).await;
    assert!(!signed_in.header("perfil-session").is_empty() && signed_in.set_cookies().is_empty());
    assert_eq!(location(signed_in), "/settings/email");
    assert!(app.is_signed_in().await);

    let signed_out = app.post_own_form("sign-out", &[]).await;
    let forgotten = signed_out.headers.get("perfil-session").map(|value| value.is_empty());
    assert_eq!((forgotten, signed_out.header("clear-site-data")), (Some(true), ""));
    assert!(app.session_token().is_none() && !app.is_signed_in().await);
}

#[tokio::test]
async fn an_app_changes_its_region_by_a_form() {
    let server = Server::start().await;
    let app = server.client().as_desktop();
    app.sign_in(&OWNER).await;
    let version = app.account().await["version"].to_string();
    let fields = [("language", "de"), ("country", "AT"), ("time_zone", "Europe/Vienna"), ("version", version.as_str())];
    let changed = app.post_own_form("change-region", &fields).await;
    assert!(changed.set_cookies().is_empty());
    assert_eq!(location(changed), "/settings/region");
    let page = app.ask("/api/page").await.expect(200);
    assert_eq!(page.json()["flash"]["outcome"]["done"]["id"], "done-change-region");
    assert_eq!(page.headers.get("perfil-flash").map(|value| value.is_empty()), Some(true));
    assert_eq!(page.json()["language"], "de");
    assert_eq!(location(app.post_own_form("change-region", &fields).await), "/settings/region");
    assert_eq!(app.flashed().await, "error-stale");
}

#[tokio::test]
async fn an_app_gets_the_file_of_an_export_and_its_new_token() {
    let server = silent().start().await;
    let app = server.client().as_desktop();
    app.sign_in(&OWNER).await;
    let refused = app.post_own_form("export-data", &[("password", WRONG_PASSWORD)]).await;
    assert_eq!(location(refused), "/settings/privacy");
    assert!(!app.flashed().await.is_empty());
    let before = app.session_token();
    let file = app.post_own_form("export-data", &[("password", OWNER.password)]).await.expect(200);
    assert_eq!(file.header("content-type"), "application/zip");
    assert!(unpacked(&file.bytes)["README.txt"].contains(OWNER.email));
    assert!(app.session_token() != before && app.is_signed_in().await && file.set_cookies().is_empty());
}

#[tokio::test]
async fn an_app_changes_the_organization_by_a_form() {
    let server = Server::start().await;
    let app = server.client().as_desktop();
    app.sign_in(&OWNER).await;
    let mut form = form_of(&app.organization_settings().await);
    form["name"] = json!("Harbour Ltd");
    let mut fields = Vec::new();
    for (name, value) in form.as_object().expect("fields") {
        match value {
            Value::Array(values) => fields.extend(values.iter().map(|value| (name.clone(), plain(value)))),
            value => fields.push((name.clone(), plain(value))),
        }
    }
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(location(app.post_own_form("change-organization", &fields).await), "/organization/settings");
    assert!(app.flashed().await.starts_with("done-"));
    assert_eq!(app.organization_settings().await["name"], "Harbour Ltd");
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[tokio::test]
async fn s09_a_form_of_an_app_needs_its_token() {
    let server = Server::start().await;
    let (app, other) = (server.client().as_desktop(), server.client().as_desktop());
    let fields = |token: String| vec![("language".to_owned(), "ar".to_owned()), ("form_token".to_owned(), token)];
    let foreign = other.form_token().await;
    app.form_token().await;
    for token in [String::new(), "x".to_owned(), foreign.clone()] {
        app.post_form("/forms/choose-language", &fields(token)).send().await.expect(403);
    }
    let without_seed = other.post_form("/forms/choose-language", &fields(foreign)).without("perfil-seed");
    without_seed.send().await.expect(403);
}

#[tokio::test]
async fn what_is_kept_counts_only_the_way_it_was_meant_to_travel() {
    let server = Server::start().await;
    let (app, browser) = (server.client().as_desktop(), server.client());
    let language = |answer: Answer| answer.expect(200).json()["language"].as_str().unwrap_or_default().to_owned();
    let by_cookie = app.post("/api/page").header("cookie", "perfil-language=ar; perfil-form=x; perfil-zone=UTC");
    assert_eq!(language(by_cookie.send().await), "en");
    assert_eq!(language(app.post("/api/page").header("perfil-language", "ar").send().await), "ar");
    let by_header = browser.post("/api/page").header("perfil-language", "ar").header("perfil-seed", "x");
    let answer = by_header.send().await;
    assert!(answer.header("perfil-seed").is_empty() && answer.header("perfil-language").is_empty());
    assert_eq!(language(answer), "en");

    let signed_in = server.client().as_desktop();
    signed_in.sign_in(&OWNER).await;
    let detected = async |zone: &str| {
        let answer = signed_in.post("/api/region").header("perfil-time-zone", zone).send().await.expect(200);
        answer.json()["detected"]["time_zone"].clone()
    };
    assert_eq!(detected("Europe/Lisbon").await, "Europe/Lisbon");
    assert_ne!(detected("Mars/Olympus").await, "Mars/Olympus");
}
