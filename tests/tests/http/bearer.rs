//! The desktop app: its token travels in a header, never in a cookie.

use perfil_tests::{NEW_PASSWORD, OWNER, Server};
use serde_json::json;

#[tokio::test]
async fn the_desktop_app_gets_and_renews_its_token_in_headers() {
    let server = Server::start().await;
    let desktop = server.client().as_desktop();
    let answer = desktop.sign_in(&OWNER).await;
    assert!(answer.set_cookies().is_empty(), "{:?}", answer.set_cookies());
    let before = desktop.session_token().expect("a token");
    assert!(desktop.is_signed_in().await);

    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    desktop.call("/api/password", form).await.expect(200);
    assert_ne!(desktop.session_token().as_deref(), Some(before.as_str()));
    assert!(desktop.is_signed_in().await);
}

#[tokio::test]
async fn a_token_counts_only_the_way_it_was_meant_to_travel() {
    let server = Server::start().await;
    let browser = server.client_of(&OWNER).await;
    let both = browser.post("/api/account").header("authorization", "Bearer nothing").send().await;
    both.expect_error(401, "signed-out");
    let bare = browser.post("/api/account").header("perfil-transport", "bearer").send().await;
    bare.expect_error(401, "signed-out");
}

#[tokio::test]
async fn s09_a_page_of_another_site_cannot_pretend_to_be_the_desktop() {
    let server = Server::start().await;
    let browser = server.client_of(&OWNER).await;
    let body = json!({ "form": { "email": OWNER.email, "password": OWNER.password } });
    for (name, value) in [("authorization", "Bearer x"), ("perfil-transport", "bearer")] {
        let call = browser.post("/api/sign-in").json(&body).header(name, value);
        call.header("origin", "https://evil.example").header("sec-fetch-site", "cross-site").send().await.expect(403);
    }
    let form = [("form_token".to_owned(), "x".to_owned()), ("language".to_owned(), "ar".to_owned())];
    for (name, value) in [("authorization", "Bearer x"), ("perfil-transport", "bearer")] {
        let call = || browser.post_form("/forms/choose-language", &form).header(name, value);
        call().header("origin", "https://evil.example").header("sec-fetch-site", "cross-site").send().await.expect(403);
        call().header("origin", "https://evil.example").without("sec-fetch-site").send().await.expect(403);
        call().without("origin").header("sec-fetch-site", "same-site").send().await.expect(403);
    }
    let asked = browser
        .request(reqwest::Method::OPTIONS, "/api/sign-in")
        .header("origin", "https://evil.example")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "perfil-transport,content-type,x-request-client")
        .send()
        .await
        .expect(405);
    assert_eq!(asked.header("access-control-allow-origin"), "", "a preflight is never granted");
}
