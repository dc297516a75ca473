//! Who may what: every function without a session, with a dead one, and by role.

use crate::functions::FUNCTIONS;
use perfil_models::Role;
use perfil_tests::{ACCOUNT_PAGES, Client, MEMBER, OWNER, Person, STRANGER, Server};
use serde_json::json;
use std::time::Duration;

async fn answer_nobody(server: &Server, client: &Client) {
    let before = server.database.snapshot().await;
    for function in FUNCTIONS.iter().filter(|function| function.needs_session) {
        let call = client.post(function.path);
        let call = if let Some(body) = function.body() { call.json(&body) } else { call };
        let answer = call.send().await;
        assert_eq!((answer.status, answer.error().as_str()), (401, "signed-out"), "{}", function.path);
        assert!(answer.set_cookies().iter().all(|cookie| !cookie.is_of_session()), "{}", function.path);
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn nothing_is_done_for_nobody() {
    let server = Server::start().await;
    answer_nobody(&server, &server.client()).await;
}

#[tokio::test]
async fn nothing_is_done_for_a_made_up_session() {
    let server = Server::start().await;
    let hash = {
        server.client_of(&OWNER).await;
        server.database.session_hashes(OWNER.email).await[0].clone()
    };
    for token in ["x", "' OR '1'='1", "null", hash.as_str(), &"A".repeat(43), &"A".repeat(4_000)] {
        let client = server.client();
        client.cookies().take(&format!("perfil={token}; Path=/"));
        answer_nobody(&server, &client).await;
    }
}

#[tokio::test]
async fn nothing_is_done_for_a_session_that_has_ended() {
    let server = Server::start().await;
    let signed_out = server.client_of(&OWNER).await;
    let copy = signed_out.fork();
    signed_out.ask("/api/sign-out").await.expect(200);
    answer_nobody(&server, &copy).await;
    let expired = server.client_of(&OWNER).await;
    server.database.let_time_pass(Duration::from_secs(12 * 3_600)).await;
    assert!(!expired.is_signed_in().await);
    assert!(server.database.session_hashes(OWNER.email).await.is_empty(), "found ended, it is deleted");
    answer_nobody(&server, &expired).await;
}

#[tokio::test]
async fn only_pages_that_say_nothing_are_shown_to_nobody() {
    let server = Server::start().await;
    let client = server.client();
    for path in ACCOUNT_PAGES.into_iter().chain(["/"]) {
        let answer = client.get(path).send().await;
        assert!(answer.redirect().is_some_and(|to| to.starts_with("/sign-in")), "{path}: {}", answer.status);
        assert!(!answer.body.contains(OWNER.email) && !answer.body.contains(OWNER.name), "{path}");
    }
    let page = client.ask("/api/page").await.expect(200).json();
    assert_eq!(page["who"], json!(null));
}

fn one_of_each_role() -> [Person; 4] {
    let person = |email, role| Person { email, role, ..MEMBER };
    [
        OWNER,
        person("ada.admin@example.test", Role::Admin),
        person("ben.billing@example.test", Role::Billing),
        person("mia.member@example.test", Role::Member),
    ]
}

#[tokio::test]
async fn s66_only_roles_with_the_permission_see_the_organization() {
    let people = one_of_each_role();
    let server = Server::builder().people(&people).start().await;
    for person in &people {
        let client = server.client_of(person).await;
        let answer = client.see_members().await;
        let page = client.page("/organization").await;
        let offered = client.ask("/api/page").await.json()["who"]["may_view_organization"].clone();
        let others: Vec<_> = people.iter().filter(|other| other.email != person.email).collect();
        if matches!(person.role, Role::Owner | Role::Admin) {
            assert_eq!((answer.status, page.status, offered), (200, 200, json!(true)));
            assert!(others.iter().all(|other| answer.body.contains(other.email) && page.body.contains(other.email)));
        } else {
            assert_eq!((answer.status, answer.error().as_str(), offered), (403, "forbidden", json!(false)));
            assert_eq!(page.status, 403, "{:?}", person.role);
            for other in others {
                assert!(!answer.body.contains(other.email) && !page.body.contains(other.email), "{:?}", person.role);
            }
        }
    }
}

#[tokio::test]
async fn s66_only_roles_with_the_permission_choose_and_see_what_concerns_money() {
    let people = one_of_each_role();
    let server = Server::builder().people(&people).start().await;
    let function = |path: &str| FUNCTIONS.iter().find(|function| function.path == path).expect("a function");
    for person in &people {
        let client = server.client_of(person).await;
        let may = matches!(person.role, Role::Owner | Role::Billing);
        let mut body = function("/api/notifications/billing").body().expect("a form");
        body["form"]["version"] = client.account().await["version"].clone();
        body["form"]["payments_sms"] = json!(false);
        let saved = client.post("/api/notifications/billing").json(&body).send().await;
        let alerted = client.ask("/api/notifications/alert-now").await;
        let expected = if may { ((200, ""), (409, "not-below")) } else { ((403, "forbidden"), (403, "forbidden")) };
        let found = ((saved.status, saved.error()), (alerted.status, alerted.error()));
        let found = ((found.0.0, found.0.1.as_str()), (found.1.0, found.1.1.as_str()));
        assert_eq!(found, expected, "{:?}", person.role);
        let seen = client.ask("/api/notifications").await.expect(200).json();
        assert_eq!(seen["billing"].is_null(), !may, "{:?}", person.role);
    }
}

#[tokio::test]
async fn s68_a_demotion_works_from_the_next_request() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    client.see_members().await.expect(200);
    let demote = format!("UPDATE users SET role = 'member' WHERE email = '{}'", OWNER.email);
    server.database.execute(&demote).await;
    client.see_members().await.expect_error(403, "forbidden");
    server.database.execute(&format!("UPDATE users SET role = 'emperor' WHERE email = '{}'", OWNER.email)).await;
    client.see_members().await.expect_error(403, "forbidden");
}

#[tokio::test]
async fn s69_an_owner_sees_only_the_own_organization() {
    let server = Server::builder().with(STRANGER).start().await;
    let client = server.client_of(&STRANGER).await;
    let seen = client.see_members().await.expect(200).json();
    let members: Vec<_> = seen["members"].as_array().expect("members").iter().map(|member| &member["email"]).collect();
    assert_eq!(members, [STRANGER.email]);
    assert!(!client.page("/organization").await.expect(200).body.contains(OWNER.email));
    let own = server.client_of(&OWNER).await.see_members().await.expect(200);
    assert!(own.body.contains(MEMBER.email) && !own.body.contains(STRANGER.email));
}

#[tokio::test]
async fn s69_numbers_of_others_are_not_shown_even_to_the_owner() {
    let server = Server::builder().people(&[OWNER, Person { phone: Some("+447700900444"), ..MEMBER }]).start().await;
    let client = server.client_of(&OWNER).await;
    for body in [client.see_members().await.body, client.page("/organization").await.body] {
        assert!(!body.contains("900444"), "{body}");
    }
}

#[tokio::test]
async fn s61_a_stale_page_does_not_overwrite() {
    let server = Server::start().await;
    let (one, other) = (server.client_of(&OWNER).await, server.client_of(&OWNER).await);
    let version = one.account().await["version"].clone();
    let rename = async |client: &Client, name: &str| {
        client.call("/api/account/rename", json!({ "display_name": name, "version": version })).await
    };
    rename(&one, "First").await.expect(200);
    rename(&other, "Second").await.expect_error(409, "stale");
    assert_eq!(server.database.display_name(OWNER.email).await, "First");
}

#[tokio::test]
async fn names_are_checked_on_the_server() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    for (name, error) in [
        ("", "empty"),
        ("   ", "empty"),
        (&*"x".repeat(81), "too-long"),
        ("a\nb", "unprintable"),
        ("\u{202E}evil", "unprintable"),
        ("\u{0}", "unprintable"),
        ("a\u{200B}b", "unprintable"),
    ] {
        let form = json!({ "display_name": name, "version": 1 });
        client.call("/api/account/rename", form).await.expect_error(422, error);
    }
    assert_eq!(server.database.snapshot().await, before);
}
