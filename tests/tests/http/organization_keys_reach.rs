//! How far a key of an organization opens: nowhere else, whatever it is asked for. SECURITY.md 69 and 71.

use perfil_tests::organization_keys::program;
use perfil_tests::platform::{balance, event};
use perfil_tests::provisioning::{ADA, ada, person, user_path, with};
use perfil_tests::{Answer, MEMBER, OWNER, Platform, STRANGER, Server};
use reqwest::Method;
use serde_json::json;

const INTROSPECT: &str = "/api/v1/sessions/introspect";

async fn server() -> Server {
    Server::builder().set("PERFIL_WORKER", "none").with(STRANGER).start().await
}

/// What is said of another organization is what is said of one that is not there.
#[track_caller]
fn is_unknown(other: Answer, nowhere: Answer, status: u16) {
    let other = other.expect_code(status, "unknown-organization");
    assert_eq!(other.body, nowhere.expect_code(status, "unknown-organization").body);
}

#[tokio::test]
async fn s69_a_key_tells_events_of_its_own_organization() {
    let server = server().await;
    let program = program(&server, &["events"]).await;
    program.tell("credit.balance", balance(OWNER.organization, 1, 5_000)).await.expect(200);
    let tell = async |organization: &str| program.tell("credit.balance", balance(organization, 1, 5_000)).await;
    is_unknown(tell(STRANGER.organization).await, tell("nowhere").await, 422);
    let events = [OWNER.organization, STRANGER.organization]
        .map(|organization| program.event("credit.balance", balance(organization, 2, 4_000)));
    let told = program.tell_batch(&events).await.expect(200).json();
    assert_eq!(
        (&told["events"][0]["status"], &told["events"][1]["code"]),
        (&json!(200), &json!("unknown-organization"))
    );
    assert_eq!(server.database.count("balances").await, 1);
}

#[tokio::test]
async fn s69_s72_the_names_of_events_of_others_are_neither_taken_nor_told() {
    let server = server().await;
    let (program, platform) = (program(&server, &["events"]).await, Platform::of(&server));
    let own = event("one", "credit.balance", balance(OWNER.organization, 1, 5_000));
    let others = event("one", "credit.balance", balance(STRANGER.organization, 1, 5_000));
    program.send(&own).await.expect(200);
    platform.send(&others).await.expect(200);
    assert_eq!(program.send(&own).await.expect(200).json()["outcome"], "applied", "told again");
    program.send(&others).await.expect_code(422, "unknown-organization");
    program.send(&event("one", "credit.balance", balance(OWNER.organization, 2, 1))).await.expect_code(409, "conflict");
    assert_eq!(server.database.count("platform_events").await, 2);
}

#[tokio::test]
async fn s69_a_key_provisions_its_own_organization() {
    let server = server().await;
    let program = program(&server, &["provisioning"]).await;
    let told = json!({ "name": "Harbour & Sons", "currency": "EUR" });
    program.tell_organization(OWNER.organization, &told).await.expect(200);
    let before = server.database.count("organizations").await;
    is_unknown(
        program.tell_organization(STRANGER.organization, &told).await,
        program.tell_organization("brand-new", &told).await,
        404,
    );
    assert_eq!(server.database.count("organizations").await, before, "none is created");
    for (field, value) in [("currency", json!("USD")), ("reserve", json!(500))] {
        let refused = program.tell_organization(OWNER.organization, &with(told.clone(), field, value)).await;
        assert_eq!(refused.expect_code(422, "invalid").json()["field"], field, "the platform's to say");
    }
    program.tell_person("ada", &ada()).await.expect(201);
    program.tell_person("ada", &with(ada(), "role", "billing")).await.expect(200);
    program.invite("ada").await.expect(204);
    let phone = with(ada(), "phone", "+447700900123");
    assert_eq!(program.tell_person("ada", &phone).await.expect_code(422, "invalid").json()["field"], "phone");
    let [other, nowhere] = [STRANGER.organization, "nowhere"];
    let stranger = server.database.external_id(STRANGER.email).await;
    let tell = async |organization: &str| program.tell_person_of(organization, &stranger, &ada()).await;
    is_unknown(tell(other).await, tell(nowhere).await, 404);
    let invite = async |organization: &str| {
        program.post(&format!("{}/invitation", user_path(organization, &stranger))).send().await
    };
    is_unknown(invite(other).await, invite(nowhere).await, 404);
}

#[tokio::test]
async fn s67_a_key_shuts_out_no_last_owner() {
    let server = server().await;
    let program = program(&server, &["provisioning"]).await;
    let owner = server.database.external_id(OWNER.email).await;
    let told = with(person(OWNER.email, OWNER.name), "role", "owner");
    program.tell_person(&owner, &with(told.clone(), "disabled", true)).await.expect_code(409, "last-owner");
    program.tell_person(&owner, &with(told, "role", "member")).await.expect_code(409, "last-owner");
    assert_eq!(server.database.owners(OWNER.organization).await, [OWNER.email]);
}

#[tokio::test]
async fn s50_a_key_writes_to_no_crowds_and_finds_out_about_none() {
    let server = server().await;
    let program = program(&server, &["provisioning"]).await;
    program.tell_person("sten", &person(STRANGER.email, "Sten")).await.expect_code(409, "email-taken");
    for number in 1..30 {
        let email = format!("crowd{number}@example.test");
        program.tell_person(&format!("crowd-{number}"), &person(&email, "Crowd")).await.expect(201);
    }
    for email in [STRANGER.email, "free@example.test"] {
        program.tell_person("late", &person(email, "Late")).await.expect_code(429, "too-many");
    }
    let opened = with(person("crowd2@example.test", "Crowd"), "disabled", false);
    program.tell_person("crowd-2", &with(opened.clone(), "disabled", true)).await.expect(200);
    program.tell_person("crowd-2", &opened).await.expect_code(429, "too-many");
    let member = server.database.external_id(MEMBER.email).await;
    program.tell_person(&member, &person(MEMBER.email, "Miro M.")).await.expect(200);
    program.tell_person("crowd-1", &person("crowd1@example.test", "Crowd One")).await.expect(200);
    Platform::provisioning(&server).tell_person("ada", &person(ADA, "Ada")).await.expect(201);
}

#[tokio::test]
async fn s69_a_key_asks_about_its_own_people() {
    let server = server().await;
    let program = program(&server, &["preferences", "sessions"]).await;
    let member = server.database.external_id(MEMBER.email).await;
    program.preferences(&member).await.expect(200);
    let stranger = server.database.external_id(STRANGER.email).await;
    let ask = async |organization: &str| {
        let path = format!("{}/preferences", user_path(organization, &stranger));
        program.request(Method::GET, &path).send().await
    };
    is_unknown(ask(STRANGER.organization).await, ask("nowhere").await, 404);

    let introspect =
        async |token: &str| program.post(INTROSPECT).json(&json!({ "token": token })).send().await.expect(200).json();
    let own = server.client_of(&MEMBER).await.session_token().expect("a session");
    assert_eq!(introspect(&own).await["email"], MEMBER.email);
    let others = server.client_of(&STRANGER).await.session_token().expect("a session");
    assert_eq!(introspect(&others).await, json!({ "active": false }));
}

#[tokio::test]
async fn s71_a_key_of_an_organization_does_what_its_scopes_say() {
    let server = server().await;
    let program = program(&server, &["events"]).await;
    program.tell_person("ada", &ada()).await.expect_code(403, "forbidden");
    program.preferences("ada").await.expect_code(403, "forbidden");
    program.post(INTROSPECT).json(&json!({ "token": "A" })).send().await.expect_code(403, "forbidden");
    program.tell_organization(OWNER.organization, &json!({})).await.expect_code(403, "forbidden");
}
