//! SECURITY.md 1 to 6.

use perfil_tests::http::Cookie;
use perfil_tests::people::number;
use perfil_tests::{Client, MEMBER, NEW_PASSWORD, OWNER, Scene, Server};
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

const PUBLIC: &str = "https://account.example.test";

fn is_kept_from_script_and_other_sites(cookie: &Cookie) -> bool {
    let same_site = cookie.has("samesite=lax") || cookie.has("samesite=strict");
    let bound = cookie.has("path=/") && !cookie.attributes.iter().any(|other| other.starts_with("domain"));
    cookie.has("httponly") && same_site && bound
}

/// Every cookie that a browser is given from the first page to signing out.
async fn all_cookies(server: &Server) -> Vec<Cookie> {
    let client = server.client();
    let mut cookies = client.page("/sign-in").await.expect(200).set_cookies();
    let refused = client.submit("/sign-in", "sign-in", &[("email", "x@example.test"), ("password", "x")]).await;
    cookies.extend(refused.expect(303).set_cookies());
    cookies.extend(client.sign_in(&OWNER).await.set_cookies());
    cookies.extend(client.ask("/api/sign-out").await.expect(200).set_cookies());
    cookies
}

#[tokio::test]
async fn s01_over_https_every_cookie_is_secure_and_bound_to_the_host() {
    let server = Server::builder().public_url(PUBLIC).start().await;
    let cookies = all_cookies(&server).await;
    let names: BTreeSet<_> = cookies.iter().map(|cookie| cookie.name.as_str()).collect();
    assert!(names.len() >= 4, "session, device, form and flash were seen: {names:?}");
    for cookie in &cookies {
        assert!(cookie.name.starts_with("__Host-"), "{cookie:?}");
        assert!(cookie.has("secure") && is_kept_from_script_and_other_sites(cookie), "{cookie:?}");
    }
}

#[tokio::test]
async fn s01_on_plain_loopback_only_the_prefix_and_secure_are_dropped() {
    let server = Server::start().await;
    for cookie in all_cookies(&server).await {
        assert!(!cookie.name.starts_with("__Host-") && !cookie.has("secure"), "{cookie:?}");
        assert!(is_kept_from_script_and_other_sites(&cookie), "{cookie:?}");
    }
}

#[tokio::test]
async fn s02_tokens_are_long_and_random_and_stored_hashed() {
    let server = Server::start().await;
    let mut tokens = BTreeSet::new();
    for _ in 0..10 {
        let client = server.client_of(&OWNER).await;
        let device = client.cookies().device().map(|cookie| cookie.value.clone());
        tokens.extend([client.session_token().expect("a session"), device.expect("a device")]);
    }
    assert_eq!(tokens.len(), 20, "each is new");
    for token in &tokens {
        // 256 bits take 43 characters of base64url.
        assert!(token.len() >= 43, "{token}");
    }
    let hashes = server.database.session_hashes(OWNER.email).await;
    assert_eq!(hashes.len(), 10);
    for hash in hashes {
        assert!(hash.len() == 64 && !tokens.contains(&hash), "{hash}");
    }
}

#[tokio::test]
async fn s03_signing_in_again_ends_the_session_before() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = client.fork();
    client.sign_in(&OWNER).await;
    assert_ne!(client.session_token(), before.session_token());
    assert!(!before.is_signed_in().await);
    assert!(client.is_signed_in().await);
}

#[tokio::test]
async fn s03_a_token_that_somebody_planted_is_not_taken_over() {
    let server = Server::start().await;
    let planted = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let client = server.client();
    client.cookies().take(&format!("perfil={planted}; Path=/"));
    client.sign_in(&OWNER).await;
    assert_ne!(client.session_token().as_deref(), Some(planted));
    let thief = server.client();
    thief.cookies().take(&format!("perfil={planted}; Path=/"));
    assert!(!thief.is_signed_in().await);
}

/// Does `act` in a session whose token somebody has copied: afterwards the copy is dead, the session lives on.
async fn renews(client: &Client, act: impl AsyncFnOnce()) {
    let copy = client.fork();
    assert!(copy.is_signed_in().await);
    act().await;
    assert_ne!(client.session_token(), copy.session_token());
    assert!(!copy.is_signed_in().await, "the old token is dead");
    assert!(client.is_signed_in().await, "the new one lives");
}

#[tokio::test]
async fn s03_every_proof_of_the_password_renews_the_token() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    renews(&client, async || {
        client.change_phone(&OWNER, &number(303)).await;
    })
    .await;
    let code = scene.sms.wait_for_code(&number(303), 1).await;
    let change = client.account().await["pending_phone"]["change"].clone();

    let elsewhere = scene.server.client_of(&OWNER).await;
    renews(&elsewhere, async || {
        let form = json!({ "change": change, "code": code, "password": OWNER.password });
        elsewhere.call("/api/phone/validate", form).await.expect(200);
    })
    .await;
    renews(&client, async || {
        client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200);
    })
    .await;
    let (mut app, mut spare) = (None, None);
    renews(&client, async || app = Some(client.use_app("Pocket", &OWNER).await.0)).await;
    renews(&client, async || spare = Some(client.use_app("Tablet", &OWNER).await.0)).await;
    renews(&client, async || {
        client.make_recovery_codes(OWNER.password).await.expect(200);
    })
    .await;
    renews(&client, async || {
        client.try_begin_passkey("Laptop", OWNER.password).await.expect(200);
    })
    .await;
    for app in [app, spare].into_iter().flatten() {
        renews(&client, async || {
            client.remove_factor(&app.id, OWNER.password).await.expect(200);
        })
        .await;
    }
    renews(&client, async || {
        let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
        client.call("/api/password", form).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn s04_signing_out_ends_the_session_on_the_server() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let copy = client.fork();
    let answer = client.ask("/api/sign-out").await.expect(200);
    assert!(!answer.header("clear-site-data").is_empty());
    assert_eq!(client.session_token(), None, "the browser forgets it");
    assert!(!copy.is_signed_in().await, "and so does the server");
    copy.ask("/api/sign-out").await.expect(401);
    assert!(server.database.session_hashes(OWNER.email).await.is_empty());
}

#[tokio::test]
async fn s05_a_password_change_ends_all_other_sessions_of_that_person() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let second = server.client_of(&OWNER).await;
    let desktop = server.client().as_desktop();
    desktop.sign_in(&OWNER).await;
    let bystander = server.client_of(&MEMBER).await;

    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    assert!(client.is_signed_in().await);
    assert!(!second.is_signed_in().await);
    assert!(!desktop.is_signed_in().await, "the desktop too");
    assert!(bystander.is_signed_in().await, "nobody else");
}

#[tokio::test]
async fn s06_an_ordinary_session_ends_after_12_hours_unused_or_24_in_all() {
    let server = Server::start().await;
    let unused = server.client_of(&OWNER).await;
    let used = server.client_of(&OWNER).await;
    let pass = async |time: Duration| server.database.let_time_pass(time).await;
    pass(11 * HOUR + 59 * MINUTE).await;
    assert!(used.is_signed_in().await);
    pass(2 * MINUTE).await;
    assert!(!unused.is_signed_in().await, "12 hours unused");
    assert!(used.is_signed_in().await);
    pass(11 * HOUR + 57 * MINUTE).await;
    assert!(used.is_signed_in().await, "2 minutes before the end");
    pass(3 * MINUTE).await;
    assert!(!used.is_signed_in().await, "24 hours in all");
}

#[tokio::test]
async fn s06_a_kept_session_ends_after_14_days_unused_or_30_in_all() {
    let server = Server::start().await;
    let keep = async |client: &Client| {
        let form = json!({ "email": OWNER.email, "password": OWNER.password, "remember": true });
        client.call("/api/sign-in", form).await.expect(200);
    };
    let (unused, used) = (server.client(), server.client());
    keep(&unused).await;
    keep(&used).await;
    let max_age = used.cookies().session().and_then(Cookie::max_age).expect("it outlives the browser");
    assert!(max_age <= 30 * 86_400, "{max_age}");
    let pass = async |time: Duration| server.database.let_time_pass(time).await;
    pass(14 * DAY - MINUTE).await;
    assert!(used.is_signed_in().await);
    pass(2 * MINUTE).await;
    assert!(!unused.is_signed_in().await, "14 days unused");
    pass(13 * DAY).await;
    assert!(used.is_signed_in().await);
    pass(3 * DAY - 3 * MINUTE).await;
    assert!(used.is_signed_in().await, "2 minutes before the end");
    pass(3 * MINUTE).await;
    assert!(!used.is_signed_in().await, "30 days in all");
}

#[tokio::test]
async fn s06_an_ordinary_cookie_ends_with_the_browser() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    assert_eq!(client.cookies().session().and_then(Cookie::max_age), None);
}

#[tokio::test]
async fn s08_a_disabled_persons_sessions_die_now() {
    let server = Server::start().await;
    let client = server.client_of(&MEMBER).await;
    let disable = format!("UPDATE users SET disabled_at = 1 WHERE email = '{}'", MEMBER.email);
    server.database.execute(&disable).await;
    assert!(!client.is_signed_in().await);
    client.try_sign_in(MEMBER.email, MEMBER.password).await.expect_error(401, "wrong-credentials");
}
