//! Keys of an organization: who makes, replaces and revokes them, and how they end. SECURITY.md 66, 69, 71 and 81.

use perfil_tests::browser::Words;
use perfil_tests::organization::{ADMIN, SECOND_OWNER};
use perfil_tests::organization_keys::{MOST, made, two_owners_make_the_last_key};
use perfil_tests::platform::{balance, new_key, newest_key, run};
use perfil_tests::{Answer, BILLING, Client, MEMBER, OWNER, Platform, STRANGER, Server, WRONG_PASSWORD, html};
use serde_json::{Value, json};
use std::time::Duration;

const PAGE: &str = "/organization/keys";
const HOUR: Duration = Duration::from_secs(60 * 60);

/// Whether a key opens what it may.
async fn opens(server: &Server, token: &str) -> bool {
    let answer = Platform::with_key(server, token).tell_batch(&[]).await;
    assert!(matches!(answer.status, 200 | 401), "{answer:?}");
    answer.status == 200
}

/// An organization's Owner, and a key that may tell events: itself and its id.
async fn stage() -> (Server, Client, String, String) {
    let server = Server::builder().set("PERFIL_WORKER", "none").start().await;
    let owner = server.client_of(&OWNER).await;
    let (token, id) = made(owner.create_key("Web shop", &["events"], OWNER.password).await);
    (server, owner, token, id)
}

#[tokio::test]
async fn s66_s69_only_an_owner_of_the_organization_manages_its_keys() {
    let people = [OWNER, MEMBER, BILLING, ADMIN, STRANGER];
    let server = Server::builder().set("PERFIL_WORKER", "none").people(&people).start().await;
    let owner = server.client_of(&OWNER).await;
    let (token, id) = made(owner.create_key("Web shop", &["events"], OWNER.password).await);
    for (person, status, word) in [
        (Some(&MEMBER), 403, "forbidden"),
        (Some(&BILLING), 403, "forbidden"),
        (Some(&ADMIN), 403, "forbidden"),
        (Some(&STRANGER), 404, "not-found"),
        (None, 401, "signed-out"),
    ] {
        let (client, password) = match person {
            Some(person) => (server.client_of(person).await, person.password),
            None => (server.client(), OWNER.password),
        };
        client.rotate_key(&id, "none", password).await.expect_error(status, word);
        client.revoke_key(&id).await.expect_error(status, word);
        if status == 404 {
            assert!(client.keys().await.is_empty(), "another organization sees none");
            continue;
        }
        client.ask("/api/organization/keys").await.expect_error(status, word);
        client.create_key("Mine", &["events"], password).await.expect_error(status, word);
    }
    assert!(opens(&server, &token).await);
    assert_eq!(owner.keys().await.len(), 1);
}

#[tokio::test]
async fn what_is_wrong_with_a_key_is_said_where_it_stands() {
    let server = Server::builder().set("PERFIL_WORKER", "none").start().await;
    let owner = server.client_of(&OWNER).await;
    let long = "x".repeat(61);
    for (name, scopes, password, status, word) in [
        ("", vec!["events"], OWNER.password, 422, "name-empty"),
        (long.as_str(), vec!["events"], OWNER.password, 422, "name-too-long"),
        ("a\nb", vec!["events"], OWNER.password, 422, "name-unprintable"),
        ("Web shop", vec![], OWNER.password, 422, "no-scope"),
        ("Web shop", vec!["events"], WRONG_PASSWORD, 403, "wrong-password"),
    ] {
        owner.create_key(name, &scopes, password).await.expect_error(status, word);
    }
    owner.create_key("Web shop", &["flying"], OWNER.password).await.expect(422);
    assert_eq!(server.database.count("api_keys").await, 0);
    let (_, id) = made(owner.create_key(&"ä".repeat(60), &["events", "sessions"], OWNER.password).await);
    owner.rotate_key(&id, "day", WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    owner.rotate_key(&id, "year", OWNER.password).await.expect(422);
    let key = owner.keys().await.remove(0);
    assert_eq!((&key["scopes"], &key["state"]), (&json!(["sessions", "events"]), &json!("living")));
    assert_eq!((&key["created_by"], &key["last_used"]), (&json!(OWNER.name), &Value::Null));
}

#[tokio::test]
async fn s71_a_key_that_is_replaced_goes_on_as_long_as_was_chosen() {
    let (server, owner, old, id) = stage().await;
    let (new, new_id) = made(owner.rotate_key(&id, "hour", OWNER.password).await);
    assert!(opens(&server, &old).await && opens(&server, &new).await, "both work meanwhile");
    owner.rotate_key(&id, "none", OWNER.password).await.expect_error(409, "over");
    let keys = owner.keys().await;
    let states: Vec<_> = keys.iter().map(|key| key["state"].as_str().unwrap_or_default()).collect();
    assert_eq!(states, ["living", "ending"]);
    assert!(keys.iter().all(|key| key["name"] == "Web shop" && key["scopes"] == json!(["events"])), "{keys:?}");
    server.database.let_time_pass(HOUR - Duration::from_secs(60)).await;
    assert!(opens(&server, &old).await, "until its hour is over");
    server.database.let_time_pass(Duration::from_secs(61)).await;
    assert!(!opens(&server, &old).await && opens(&server, &new).await);

    let (last, _) = made(owner.rotate_key(&new_id, "none", OWNER.password).await);
    assert!(!opens(&server, &new).await && opens(&server, &last).await, "at once");
}

#[tokio::test]
async fn s71_a_revoked_key_opens_nothing_from_the_next_request_on() {
    let (server, owner, token, id) = stage().await;
    assert!(opens(&server, &token).await);
    owner.revoke_key(&id).await.expect(200);
    assert!(!opens(&server, &token).await);
    owner.revoke_key(&id).await.expect_error(409, "over");
    owner.rotate_key(&id, "day", OWNER.password).await.expect_error(409, "over");
    let (ending, id) = made(owner.create_key("Till", &["events"], OWNER.password).await);
    made(owner.rotate_key(&id, "week", OWNER.password).await);
    owner.revoke_key(&id).await.expect(200);
    assert!(!opens(&server, &ending).await, "revoked while it was being replaced");
    assert_eq!(owner.keys().await.len(), 3);
    server.database.let_time_pass(91 * 24 * HOUR).await;
    let keys = server.client_of(&OWNER).await.keys().await;
    assert_eq!(keys.len(), 1, "what ended leaves the list after 90 days: {keys:?}");
}

#[tokio::test]
async fn an_organization_has_twenty_keys_at_most() {
    let (server, owner, _, id) = stage().await;
    for _ in 1..MOST {
        owner.create_key("One more", &["events"], OWNER.password).await.expect(200);
    }
    let full = owner.create_key("Too many", &["events"], OWNER.password).await.expect_error(409, "too-many");
    assert_eq!(full.data()["max"], MOST);
    owner.rotate_key(&id, "day", OWNER.password).await.expect_error(409, "too-many");
    made(owner.rotate_key(&id, "none", OWNER.password).await);
    let last = owner.keys().await[0]["id"].as_str().expect("an id").to_owned();
    owner.revoke_key(&last).await.expect(200);
    owner.create_key("In its place", &["events"], OWNER.password).await.expect(200);
    assert_eq!(server.database.count("api_keys").await, MOST as i64 + 2);
}

#[tokio::test]
async fn two_owners_at_once_make_the_last_key_once() {
    two_owners_make_the_last_key(Server::builder(), 10).await;
}

#[tokio::test]
async fn every_owner_is_told_and_the_changes_name_the_key() {
    let server = Server::builder().set("PERFIL_WORKER", "none").with(SECOND_OWNER).start().await;
    let owner = server.client_of(&OWNER).await;
    let (_, id) = made(owner.create_key("Web shop", &["events"], OWNER.password).await);
    let (_, new) = made(owner.rotate_key(&id, "day", OWNER.password).await);
    owner.revoke_key(&new).await.expect(200);
    let audit = server.database.audit(OWNER.organization).await;
    assert_eq!(audit, ["key-created  Web shop", "key-rotated Web shop", "key-revoked Web shop"]);
    for template in ["key-created", "key-rotated"] {
        let mails = server.database.messages(template).await;
        let mut told: Vec<_> = mails.iter().map(|mail| mail.recipient.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, [OWNER.email, SECOND_OWNER.email], "{template}");
        assert!(mails.iter().all(|mail| mail.arguments.contains("Web shop") && mail.arguments.contains(OWNER.name)));
    }
    let page = owner.call("/api/organization/audit", json!({ "filter": "organization" })).await.expect(200).json();
    assert_eq!(page["entries"][0]["before"], "Web shop", "{page}");
}

#[tokio::test]
async fn the_operator_sees_and_revokes_keys_of_organizations() {
    let (server, owner, token, id) = stage().await;
    assert_eq!(newest_key(&server), id);
    let operators = new_key(&server, "events");
    let list = run(&server, &["api-key", "list"]);
    let line = |id: &str| list.lines().find(|line| line.starts_with(id)).expect("a key").to_owned();
    assert!(line(&id).contains(OWNER.organization) && line(&id).contains("Web shop"), "{list}");
    assert_eq!(owner.keys().await.len(), 1, "the operator's is not the organization's");
    run(&server, &["api-key", "revoke", &id]);
    assert!(!opens(&server, &token).await && opens(&server, &operators).await);
    assert_eq!(owner.keys().await[0]["state"], "revoked");
    let page = owner.call("/api/organization/audit", json!({})).await.expect(200).json();
    let newest = &page["entries"][0];
    assert_eq!([&newest["kind"], &newest["by"]], ["key-revoked", "audit-by-operator"]);
}

#[tokio::test]
async fn a_use_is_noted() {
    let (server, owner, token, _) = stage().await;
    let program = Platform::with_key(&server, &token);
    program.tell("credit.balance", balance(OWNER.organization, 1, 5_000)).await.expect(200);
    let used = owner.keys().await[0]["last_used"].clone();
    assert!(used.is_string(), "{used}");
}

#[tokio::test]
async fn s81_a_key_stands_nowhere_in_clear() {
    let server = Server::builder().set("PERFIL_LOG", "trace").start().await;
    let owner = server.client_of(&OWNER).await;
    let (first, id) = made(owner.create_key("Web shop", &["events"], OWNER.password).await);
    let (second, _) = made(owner.rotate_key(&id, "day", OWNER.password).await);
    let answer = owner.submit(PAGE, "create-key", &typed(OWNER.password)).await;
    let third = token_on(&shown(&owner, answer).await).expect("a key");
    for token in [&first, &second, &third] {
        assert!(opens(&server, token).await);
    }
    for entry in std::fs::read_dir(server.folder()).expect("the folder") {
        let path = entry.expect("an entry").path();
        let bytes = if path.is_file() { std::fs::read(&path).expect("a file") } else { Vec::new() };
        for token in [&first, &second, &third] {
            let is_there = bytes.windows(token.len()).any(|window| window == token.as_bytes());
            assert!(!is_there, "{} holds a key", path.display());
        }
    }
}

/// What is typed to make a key.
fn typed(password: &str) -> [(&'static str, &str); 3] {
    [("name", "Till & scales"), ("events", "true"), ("password", password)]
}

/// What is typed to replace a key at once.
fn replacing(password: &str) -> [(&'static str, &str); 2] {
    [("overlap", "none"), ("password", password)]
}

/// The page that a form leads to.
async fn shown(client: &Client, answer: Answer) -> String {
    assert_eq!(answer.clone().expect(303).redirect().as_deref(), Some(PAGE), "no key in an address");
    client.page(PAGE).await.expect(200).body
}

fn says(page: &str, message: &str) -> bool {
    html::unescape(page).contains(&Words::load("en").say(message))
}

/// The key that a page shows.
fn token_on(page: &str) -> Option<String> {
    let (_, rest) = page.split_once(">perfil_")?;
    let is_of_token = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    Some(format!("perfil_{}", rest.chars().take_while(is_of_token).collect::<String>()))
}

#[tokio::test]
async fn keys_are_managed_without_script() {
    let server = Server::builder().set("PERFIL_WORKER", "none").start().await;
    let client = server.client_of(&OWNER).await;
    let page = client.page(PAGE).await.expect(200).body;
    assert!(says(&page, "keys-empty") && page.contains("href=\"/api/v1\""), "{page}");
    let page = shown(&client, client.submit(PAGE, "create-key", &typed(WRONG_PASSWORD)).await).await;
    assert!(
        says(&page, "password-wrong") && html::unescape(&page).contains("Till & scales"),
        "what was typed is kept: {page}"
    );
    assert!(!page.contains(WRONG_PASSWORD) && token_on(&page).is_none());

    let answer = client.submit(PAGE, "create-key", &typed(OWNER.password)).await;
    let cookies = format!("{:?}", answer.set_cookies());
    let page = shown(&client, answer).await;
    let token = token_on(&page).expect("the key is shown");
    assert!(says(&page, "done-create-key") && !cookies.contains(&token), "what the browser keeps is sealed");
    let again = client.page(PAGE).await.expect(200).body;
    assert!(!again.contains(&token) && !says(&again, "done-create-key"), "shown once");
    assert!(opens(&server, &token).await);

    let page = shown(&client, client.submit(PAGE, "rotate-key", &replacing(WRONG_PASSWORD)).await).await;
    assert!(says(&page, "password-wrong"), "{page}");
    let page = shown(&client, client.submit(PAGE, "rotate-key", &replacing(OWNER.password)).await).await;
    let new = token_on(&page).expect("the new key is shown");
    assert!(says(&page, "done-rotate-key") && says(&page, "key-replaced"), "{page}");
    assert!(!opens(&server, &token).await && opens(&server, &new).await);
    let page = shown(&client, client.submit(PAGE, "revoke-key", &[]).await).await;
    assert!(says(&page, "done-revoke-key") && says(&page, "key-revoked"), "{page}");
    assert!(!opens(&server, &new).await);
}
