//! What the platform may ask, by an API key: whose a session is.

use perfil_tests::client::Call;
use perfil_tests::platform::{self, newest_key, run};
use perfil_tests::probes::at_once;
use perfil_tests::{Answer, MEMBER, OWNER, Server};
use reqwest::Method;
use serde_json::{Value, json};

const INTROSPECT: &str = "/api/v1/sessions/introspect";

fn new_key(server: &Server) -> String {
    platform::new_key(server, "sessions")
}

/// A call as a program makes it: no cookies, no Origin, nothing of a browser.
fn call<'a>(client: &'a perfil_tests::Client, key: &str, body: &Value) -> Call<'a> {
    client
        .request(Method::POST, INTROSPECT)
        .without("origin")
        .header("authorization", &format!("Bearer {key}"))
        .json(body)
}

async fn ask(server: &Server, key: &str, token: &str) -> Answer {
    call(&server.client(), key, &json!({ "token": token })).send().await
}

async fn asking(client: perfil_tests::Client, key: String) -> Answer {
    call(&client, &key, &json!({ "token": "A" })).send().await
}

#[tokio::test]
async fn the_platform_asks_whose_a_session_is() {
    let server = Server::start().await;
    let key = new_key(&server);
    let client = server.client_of(&OWNER).await;
    let token = client.session_token().expect("a session");
    let told = ask(&server, &key, &token).await.expect(200).json();
    assert_eq!(told["organization"], OWNER.organization);
    assert!(!told["user"].as_str().expect("the platform's own name").is_empty());
    assert_eq!((told["active"].as_bool(), told["email"].as_str()), (Some(true), Some(OWNER.email)));
    assert_eq!(
        (&told["role"], &told["permissions"]),
        (&json!("owner"), &json!(["billing", "view-organization", "edit-roles"]))
    );
    assert_eq!((&told["language"], &told["time_zone"]), (&Value::Null, &Value::Null), "not chosen");

    let form = json!({ "language": "de", "country": "AT", "time_zone": "Europe/Vienna", "version": client.account().await["version"] });
    client.call("/api/region/save", form).await.expect(200);
    let told = ask(&server, &key, &token).await.expect(200).json();
    assert_eq!([&told["language"], &told["country"], &told["time_zone"]], ["de", "AT", "Europe/Vienna"]);

    client.ask("/api/sign-out").await.expect(200);
    assert_eq!(ask(&server, &key, &token).await.expect(200).json(), json!({ "active": false }));
}

#[tokio::test]
async fn a_token_that_opens_nothing_is_answered_like_one_that_never_did() {
    let server = Server::start().await;
    let key = new_key(&server);
    for token in ["", "A", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", &key] {
        assert_eq!(ask(&server, &key, token).await.expect(200).json(), json!({ "active": false }), "{token:?}");
    }
}

#[tokio::test]
async fn s71_only_a_living_key_opens_and_no_cookie_does() {
    let server = Server::start().await;
    let key = new_key(&server);
    let client = server.client_of(&OWNER).await;
    let token = client.session_token().expect("a session");
    for wrong in ["", "A", &token, &key[..key.len() - 1], &key.to_lowercase()] {
        let refused = ask(&server, wrong, &token).await.expect(401);
        assert_eq!(refused.header("www-authenticate"), "Bearer", "{wrong:?}");
        assert_eq!(refused.header("content-type"), "application/problem+json");
    }
    let by_cookie = client.post(INTROSPECT).json(&json!({ "token": token })).send().await;
    by_cookie.expect(401);
    ask(&server, &key, &token).await.expect(200);
}

#[tokio::test]
async fn s71_a_key_is_replaced_without_a_gap_and_kept_hashed() {
    let server = Server::start().await;
    let old = new_key(&server);
    let old_id = newest_key(&server);
    let new = new_key(&server);
    assert_ne!(old, new);
    for key in [&old, &new] {
        ask(&server, key, "A").await.expect(200);
    }
    run(&server, &["api-key", "revoke", &old_id]);
    ask(&server, &old, "A").await.expect(401);
    ask(&server, &new, "A").await.expect(200);
    let again = server.command(["api-key", "revoke", &old_id]).output().expect("the program");
    assert!(!again.status.success(), "revoked before");
    let list = run(&server, &["api-key", "list"]);
    assert_eq!(list.lines().count(), 3, "{list}");
    for key in [&old, &new] {
        assert!(!list.contains(key.as_str()) && !server.log().contains(key.as_str()));
        assert!(server.database.snapshot().await.iter().all(|row| !row.contains(key.as_str())), "in clear");
    }
}

#[tokio::test]
async fn s73_bodies_are_bounded_and_typed() {
    let server = Server::start().await;
    let key = new_key(&server);
    let client = server.client();
    let large = json!({ "token": "A".repeat(64 * 1024) });
    call(&client, &key, &large).send().await.expect(413);
    for body in [json!({}), json!({ "token": 1 }), json!({ "token": "A", "role": "owner" }), json!([])] {
        call(&client, &key, &body).send().await.expect(422);
    }
    call(&client, &key, &json!({ "token": "A" })).header("content-type", "text/plain").send().await.expect(415);
    call(&client, &key, &json!({})).body("{").send().await.expect(422);
    client.request(Method::GET, INTROSPECT).send().await.expect(405);
    client.request(Method::POST, "/api/v1/nothing").send().await.expect(404);
}

#[tokio::test]
async fn a_hasty_platform_is_told_to_wait_by_its_key() {
    let server = Server::start().await;
    let (hasty, other) = (new_key(&server), new_key(&server));
    let client = server.client();
    let (mut taken, mut refused) = (0, None);
    // A slow machine lets the bucket drain meanwhile.
    while refused.is_none() && taken < 20_000 {
        let (client, key) = (client.clone(), hasty.clone());
        let answers = at_once(50, move |_| asking(client.clone(), key.clone())).await;
        taken += answers.iter().filter(|answer| answer.status == 200).count();
        refused = answers.into_iter().find(|answer| answer.status != 200);
    }
    let refused = refused.expect("600 at once, then a hundred a second").expect(429);
    assert!(taken >= 600, "{taken}");
    assert_eq!((refused.header("retry-after"), refused.json()["code"].as_str()), ("1", Some("too-many")));
    ask(&server, &other, "A").await.expect(200);
}

#[tokio::test]
async fn a_reverse_proxy_asks_before_it_lets_a_request_through() {
    let server = Server::start().await;
    let verify = |client: perfil_tests::Client| async move { client.get("/auth/verify").send().await };
    verify(server.client()).await.expect(401);
    let member = verify(server.client_of(&MEMBER).await).await.expect(200);
    assert_eq!((member.header("perfil-role"), member.header("perfil-permissions")), (MEMBER.role.as_str(), ""));
    let client = server.client_of(&OWNER).await;
    let owner = client.get("/auth/verify").send().await.expect(200);
    assert_eq!(owner.header("perfil-permissions"), "billing view-organization edit-roles");
    let key = new_key(&server);
    let told = ask(&server, &key, &client.session_token().expect("a session")).await.expect(200).json();
    assert_eq!(
        (owner.header("perfil-user"), owner.header("perfil-organization")),
        (told["user"].as_str().unwrap(), told["organization"].as_str().unwrap())
    );
    assert_eq!(owner.header("perfil-language"), "", "not chosen");
    client.ask("/api/sign-out").await.expect(200);
    client.get("/auth/verify").send().await.expect(401);
}

#[tokio::test]
async fn s8_of_a_person_who_was_deactivated_nobody_is_told() {
    let server = Server::start().await;
    let key = new_key(&server);
    let client = server.client_of(&MEMBER).await;
    let token = client.session_token().expect("a session");
    server.database.execute(&format!("UPDATE users SET disabled_at = 1 WHERE email = '{}'", MEMBER.email)).await;
    assert_eq!(ask(&server, &key, &token).await.expect(200).json(), json!({ "active": false }));
    client.get("/auth/verify").send().await.expect(401);
}
