//! Asking the Owner for another role: who may ask and decide, what becomes of a request, and who is told.

use crate::events::silent;
use perfil_models::Role;
use perfil_tests::letters::Letters;
use perfil_tests::notifications::told;
use perfil_tests::organization::{ADMIN, SECOND_OWNER};
use perfil_tests::provisioning::{person, with};
use perfil_tests::role_requests::two_owners_decide_at_once;
use perfil_tests::wait::until_true;
use perfil_tests::{BILLING, Client, MEMBER, OWNER, Person, Platform, STRANGER, Server, html};
use serde_json::{Value, json};
use std::time::Duration;

const REASON: &str = "I keep the books.";
const HARBOUR: &str = OWNER.organization;

/// A server whose messages wait, the Owner's browser and the member's.
async fn stage() -> (Server, Client, Client) {
    let server = silent().people(&[OWNER, MEMBER, ADMIN, BILLING, STRANGER]).start().await;
    let (owner, member) = (server.client_of(&OWNER).await, server.client_of(&MEMBER).await);
    (server, owner, member)
}

async fn requests(owner: &Client) -> Vec<Value> {
    owner.organization().await["requests"].as_array().expect("requests").clone()
}

async fn asked(client: &Client) -> Value {
    client.account().await["asked_role"].clone()
}

#[tokio::test]
async fn everybody_but_the_owner_asks_for_any_other_role() {
    let (server, owner, _) = stage().await;
    for person in [MEMBER, ADMIN, BILLING] {
        let client = server.client_of(&person).await;
        for role in Role::ALL {
            server.database.execute("DELETE FROM buckets").await;
            let answer = client.ask_role(role, REASON).await;
            if role == person.role {
                answer.expect_error(422, "unchanged");
                continue;
            }
            let waits = answer.expect(200).json()["asked_role"].clone();
            assert_eq!(waits["role"], json!(role));
            client.ask_role(role, REASON).await.expect_error(409, "asked-before");
            client.withdraw(waits["request"].as_str().expect("an id")).await.expect(200);
            assert_eq!(asked(&client).await, Value::Null);
        }
    }
    owner.ask_role(Role::Member, REASON).await.expect_error(403, "forbidden");
    owner.ask_role(Role::Owner, REASON).await.expect_error(422, "unchanged");
    assert!(requests(&owner).await.is_empty());
}

#[tokio::test]
async fn a_reason_has_one_to_500_characters_on_one_line() {
    let (_server, owner, member) = stage().await;
    for blank in ["", "  \r\n\t", "\u{202E}\u{0}"] {
        member.ask_role(Role::Billing, blank).await.expect_error(422, "reason-missing");
    }
    let refused = member.ask_role(Role::Billing, &"é".repeat(501)).await.expect_error(422, "reason-too-long");
    assert_eq!(refused.data()["max"], json!(500));
    member.ask_role(Role::Billing, "<b>I</b> pay\r\nthe\u{202E} invoices").await.expect(200);
    let seen = requests(&owner).await.remove(0);
    assert_eq!(seen["reason"], json!("<b>I</b> pay the invoices"));
    let shown = ["display_name", "email", "is", "wants"].map(|field| seen[field].as_str().unwrap_or_default());
    assert_eq!(shown, [MEMBER.name, MEMBER.email, "member", "billing"]);
    let page = owner.page("/organization").await.expect(200).body;
    assert!(page.contains("&#60;b&#62;I") || page.contains("&lt;b&gt;I"), "as text");
}

#[tokio::test]
async fn s66_only_an_owner_of_the_organization_decides_and_only_who_asked_withdraws() {
    let (server, owner, member) = stage().await;
    let request = member.asked(Role::Billing).await;
    for person in [MEMBER, ADMIN, BILLING] {
        server.client_of(&person).await.decide(&request, true).await.expect_error(403, "forbidden");
    }
    let stranger = server.client_of(&STRANGER).await;
    for grant in [true, false] {
        stranger.decide(&request, grant).await.expect_error(404, "not-found");
        owner.decide("01JDQZ00000000000000000009", grant).await.expect_error(404, "not-found");
    }
    for other in [&owner, &stranger, &server.client_of(&ADMIN).await] {
        other.withdraw(&request).await.expect_error(404, "not-found");
    }
    assert_eq!(server.client_of(&ADMIN).await.organization().await["requests"], json!([]));
    assert!(requests(&stranger).await.is_empty());
    assert_eq!(requests(&owner).await[0]["id"], json!(request));
    server.client().decide(&request, true).await.expect_error(401, "signed-out");
    assert_eq!(server.database.role(MEMBER.email).await, "member");
}

#[tokio::test]
async fn s68_a_granted_role_counts_at_once_and_is_decided_on_once() {
    let (server, owner, member) = stage().await;
    assert!(member.notifications().await["billing"].is_null());
    let request = member.asked(Role::Billing).await;
    owner.decide(&request, true).await.expect(200);
    assert!(!member.notifications().await["billing"].is_null(), "without signing in again");
    assert_eq!(asked(&member).await, Value::Null);
    for grant in [true, false] {
        owner.decide(&request, grant).await.expect_error(409, "decided");
    }
    member.withdraw(&request).await.expect_error(409, "decided");
    let row = server.database.messages("role-granted").await.remove(0);
    assert_eq!((row.channel.as_str(), row.recipient.as_str()), ("email", MEMBER.email));
    let said: Value = serde_json::from_str(&row.arguments).expect("JSON");
    assert_eq!((&said["name"], &said["role"]), (&json!(MEMBER.name), &json!({ "role": "billing" })));
    let mut audit = server.database.audit(HARBOUR).await;
    audit.sort();
    assert_eq!(audit, ["role-asked member billing", "role-changed member billing", "role-granted member billing"]);
    assert!(server.database.events(MEMBER.email).await.contains(&"role-changed".to_owned()));
}

#[tokio::test]
async fn a_declined_request_changes_nothing_and_another_may_be_asked() {
    let (server, owner, member) = stage().await;
    let request = member.asked(Role::Owner).await;
    owner.decide(&request, false).await.expect(200);
    assert_eq!(server.database.role(MEMBER.email).await, "member");
    assert_eq!(server.database.messages("role-declined").await[0].recipient, MEMBER.email);
    owner.decide(&request, true).await.expect_error(409, "decided");
    let request = member.asked(Role::Admin).await;
    member.withdraw(&request).await.expect(200);
    member.withdraw(&request).await.expect_error(409, "decided");
    owner.decide(&request, true).await.expect_error(409, "decided");
    let audit = server.database.audit(HARBOUR).await;
    let expected =
        ["role-asked member owner", "role-declined member owner", "role-asked member admin", "role-withdrawn admin"];
    assert_eq!(audit, expected);
}

#[tokio::test]
async fn whoever_asks_and_withdraws_without_end_is_stopped() {
    let (server, _, member) = stage().await;
    for _ in 0..3 {
        let request = member.asked(Role::Billing).await;
        member.withdraw(&request).await.expect(200);
    }
    let refused = member.ask_role(Role::Billing, REASON).await.expect_error(429, "too-many");
    assert!(refused.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
    assert_eq!(asked(&member).await, Value::Null);
    server.database.let_time_pass(Duration::from_secs(21 * 60)).await;
    member.ask_role(Role::Billing, REASON).await.expect(200);
}

#[tokio::test]
async fn two_owners_at_once_decide_once() {
    two_owners_decide_at_once(Server::builder(), 20).await;
}

#[tokio::test]
async fn a_request_ends_with_what_it_was_about() {
    let (server, owner, member) = stage().await;
    let user = server.database.user_id(MEMBER.email).await;
    let request = member.asked(Role::Billing).await;
    owner.set_role(&user, Role::Member, Role::Admin).await.expect(200);
    assert_eq!(requests(&owner).await[0]["is"], json!("admin"), "another role than the one that was asked for");
    owner.set_role(&user, Role::Admin, Role::Billing).await.expect(200);
    assert!(requests(&owner).await.is_empty() && asked(&member).await.is_null());
    owner.decide(&request, true).await.expect_error(409, "decided");
    assert!(server.database.messages("role-granted").await.is_empty(), "told of as a change");

    let request = member.asked(Role::Admin).await;
    owner.deactivate(&user).await.expect(200);
    assert!(requests(&owner).await.is_empty());
    owner.reactivate(&user).await.expect(200);
    owner.decide(&request, true).await.expect_error(409, "decided");
    assert_eq!(asked(&server.client_of(&MEMBER).await).await, Value::Null);
}

#[tokio::test]
async fn a_request_ends_with_what_the_platform_tells() {
    let (server, owner, member) = stage().await;
    let (platform, user) = (Platform::provisioning(&server), server.database.external_id(MEMBER.email).await);
    let told = person(MEMBER.email, MEMBER.name);
    member.asked(Role::Billing).await;
    platform.tell_person(&user, &with(told.clone(), "role", "billing")).await.expect(200);
    assert!(requests(&owner).await.is_empty());
    let request = member.asked(Role::Admin).await;
    platform.tell_person(&user, &with(with(told, "role", "billing"), "disabled", true)).await.expect(200);
    assert!(requests(&owner).await.is_empty());
    owner.decide(&request, true).await.expect_error(409, "decided");
}

/// Chooses how to be told about requests for roles.
async fn choose(client: &Client, email: bool, sms: bool) -> perfil_tests::Answer {
    let version = client.account().await["version"].clone();
    client.call("/api/notifications/organization", json!({ "email": email, "sms": sms, "version": version })).await
}

#[tokio::test]
async fn owners_are_told_as_they_chose_and_nobody_else() {
    const NEW_OWNER: Person = Person { email: "nora.new@example.test", ..SECOND_OWNER };
    let people = [OWNER, SECOND_OWNER, NEW_OWNER, MEMBER, ADMIN, BILLING, STRANGER];
    let server = silent().people(&people).start().await;
    server.database.execute("UPDATE users SET password_hash = '!' WHERE email LIKE 'nora%'").await;
    let (owner, second) = (server.client_of(&OWNER).await, server.client_of(&SECOND_OWNER).await);
    choose(&owner, false, true).await.expect(200);
    choose(&second, false, true).await.expect_error(422, "no-phone");
    let member = server.client_of(&MEMBER).await;
    member.asked(Role::Billing).await;
    let expected = [
        "olive.owner email role-asked: email-off",
        "olive.owner sms role-asked",
        "oscar.owner email role-asked",
        "oscar.owner sms role-asked: sms-off",
    ];
    assert_eq!(told(&server).await, expected);
    let history = second.notification_history(None).await;
    let what = &history["entries"][0]["what"];
    assert_eq!(what["id"], json!("notice-role-asked"));
    let args = what["args"].as_array().expect("arguments");
    assert!(args.contains(&json!(["role", "Billing"])) && args.contains(&json!(["asker", MEMBER.name])), "{args:?}");
}

#[tokio::test]
async fn s58_only_an_owner_chooses_how_to_be_told_of_requests() {
    let (server, owner, _) = stage().await;
    for person in [MEMBER, ADMIN, BILLING] {
        let client = server.client_of(&person).await;
        choose(&client, true, true).await.expect_error(403, "forbidden");
        assert!(client.notifications().await["role_requests"].is_null());
        assert!(!client.page("/settings/notifications").await.expect(200).body.contains("organization-notifications"));
    }
    assert_eq!(owner.notifications().await["role_requests"], json!({ "email": true, "sms": false }));
    let saved = choose(&owner, true, true).await.expect(200).json();
    assert_eq!(saved["role_requests"], json!({ "email": true, "sms": true }));
    let form = json!({ "email": false, "sms": false, "version": 1 });
    owner.call("/api/notifications/organization", form).await.expect_error(409, "stale");
}

#[tokio::test]
async fn s68_an_owner_who_is_owner_no_more_is_not_told() {
    let letters = Letters::of(silent().people(&[OWNER, SECOND_OWNER, MEMBER])).await;
    let server = &letters.server;
    server.client_of(&MEMBER).await.asked(Role::Admin).await;
    server.database.execute("UPDATE users SET role = 'billing' WHERE email LIKE 'oscar%'").await;
    let _worker = server.run(&["worker"], "worker.log");
    let is_decided = |state: &str| !matches!(state, "pending" | "sending");
    let decided = async || server.database.notifications().await.iter().all(|row| is_decided(&row.state));
    until_true("every message to be decided", Duration::from_secs(30), decided).await;
    let lines = told(server).await;
    assert!(lines.contains(&"oscar.owner email role-asked: no-permission".to_owned()), "{lines:?}");
    let letter = letters.mail.wait_for(OWNER.email, "").await;
    assert!(letter.text.contains(REASON) && letter.text.contains(MEMBER.name), "{}", letter.text);
    assert!(letter.header("List-Unsubscribe").is_some(), "s60: about a topic");
    assert!(letters.mail.mails_to(SECOND_OWNER.email).is_empty());
}

#[tokio::test]
async fn the_forms_do_the_same_without_script() {
    let (server, owner, member) = stage().await;
    let typed = [("role", "billing"), ("reason", "")];
    member.submit("/settings/user", "ask-role", &typed).await.expect(303);
    let page = member.page("/settings/user").await.expect(200).body;
    let chosen = html::tags(&page).into_iter().find(|tag| tag.name == "option" && tag.attribute("selected").is_some());
    assert_eq!(chosen.as_ref().and_then(|tag| tag.attribute("value")), Some("billing"));
    assert!(page.contains("ask-role-reason-error"), "{page}");
    let long = format!("{}<i>", "x".repeat(300));
    let typed = [("role", "owner"), ("reason", &*long)];
    member.submit("/settings/user", "ask-role", &typed).await.expect(303);
    let page = member.page("/settings/user").await.expect(200).body;
    assert!(page.contains("withdraw-role-request") && !page.contains("ask-role-reason"), "it waits");
    member.submit("/settings/user", "withdraw-role-request", &[]).await.expect(303);
    assert_eq!(asked(&member).await, Value::Null);

    for (form, role) in [("decline-role", "member"), ("grant-role", "billing")] {
        member.submit("/settings/user", "ask-role", &[("role", "billing"), ("reason", REASON)]).await.expect(303);
        let answer = owner.submit("/organization", form, &[]).await.expect(303);
        assert_eq!(answer.redirect().as_deref(), Some("/organization"));
        assert_eq!(server.database.role(MEMBER.email).await, role);
    }
    owner.submit("/settings/notifications", "organization-notifications", &[("sms", "true")]).await.expect(303);
    assert_eq!(owner.notifications().await["role_requests"]["sms"], json!(true));
}

#[tokio::test]
async fn what_was_typed_stays_when_it_is_refused_without_script() {
    let (server, _, member) = stage().await;
    server.database.execute("UPDATE users SET role = 'billing' WHERE email LIKE 'miro%'").await;
    let long = format!("{}<i>", "x".repeat(497));
    let other = server.client_of(&MEMBER).await;
    let page = member.page("/settings/user").await.expect(200);
    assert!(page.body.contains("maxlength=\"500\""));
    server.database.execute("UPDATE users SET role = 'member' WHERE email LIKE 'miro%'").await;
    member.submit("/settings/user", "ask-role", &[("role", "member"), ("reason", &*long)]).await.expect(303);
    let page = member.page("/settings/user").await.expect(200).body;
    assert!(page.contains(&format!("{}&lt;i&gt;</textarea>", "x".repeat(497))), "{page}");
    assert!(asked(&other).await.is_null());
}
