//! Adding and removing passkeys: SECURITY.md 22, 33, 69 and 74. `passkey_sign_in.rs` signs in with them.

use perfil_tests::authenticator::Passkey;
use perfil_tests::browser::Words;
use perfil_tests::factors::{Challenge, recovery_codes};
use perfil_tests::letters::Letters;
use perfil_tests::{Answer, Client, MEMBER, NEW_PASSWORD, OWNER, Server};
use serde_json::json;
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

async fn begin(client: &Client) -> Challenge {
    Challenge::of(client.try_begin_passkey("Laptop", OWNER.password).await)
}

/// Has a passkey answer what was asked, and sends that as the answer to `begun`.
async fn add(client: &Client, passkey: &mut Passkey, begun: &Challenge, asked: &Challenge) -> Answer {
    let credential = passkey.create(&asked.options, client.origin());
    client.try_add_passkey(&begun.ceremony, &credential).await
}

#[tokio::test]
async fn a_passkey_is_asked_for_added_and_listed() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let page = client.factors().await;
    assert_eq!(page["passkeys_possible"], true);
    let challenge = begin(&client).await;
    let asked = challenge.asked();
    assert_eq!((&asked["rp"]["id"], &asked["user"]["name"]), (&json!("localhost"), &json!(OWNER.email)));
    let selection = &asked["authenticatorSelection"];
    assert_eq!((&selection["residentKey"], &selection["userVerification"]), (&json!("required"), &json!("required")));
    assert!(asked["pubKeyCredParams"].to_string().contains("-7"), "{asked}");
    assert!(asked["challenge"].as_str().is_some_and(|challenge| challenge.len() >= 22), "128 bits: {asked}");
    assert_eq!(asked["attestation"].as_str().unwrap_or("none"), "none");

    let mut passkey = Passkey::synced();
    let changed = add(&client, &mut passkey, &challenge, &challenge).await.expect(200).json();
    assert_eq!(recovery_codes(&changed).len(), 10);
    let factor = &changed["now"]["factors"][0];
    assert_eq!(
        (&factor["kind"], &factor["name"], &factor["last_used"]),
        (&json!("passkey"), &json!("Laptop"), &json!(null))
    );
    let second = begin(&client).await.asked();
    assert_eq!(second["excludeCredentials"][0]["id"], passkey.id(), "the browser shall not make it twice");
    assert_eq!(second["user"]["id"], asked["user"]["id"], "one account in the authenticator");
    assert!(client.use_passkey(&mut Passkey::bound(), "Key", &OWNER).await["recovery_codes"].is_null());
    assert_eq!(server.database.factors(OWNER.email).await, ["active Laptop", "active Key"]);
}

#[tokio::test]
async fn s22_adding_and_removing_a_passkey_is_told_and_written_down() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    let changed = client.use_passkey(&mut Passkey::synced(), "Blue laptop", &OWNER).await;
    let id = changed["now"]["factors"][0]["id"].as_str().expect("an id");
    client.remove_factor(id, OWNER.password).await.expect(200);
    let events = letters.server.database.events(OWNER.email).await;
    assert!(events.contains(&"factor-added".to_owned()) && events.contains(&"factor-removed".to_owned()), "{events:?}");
    for subject in ["mail-factor-added-subject", "mail-factor-removed-subject"] {
        let subject = Words::load("en").say(subject);
        let mail = letters.mail.wait_for(OWNER.email, &subject).await;
        assert!(mail.text.contains("Blue laptop"), "{}", mail.text);
    }
}

#[tokio::test]
async fn an_answer_that_proves_nothing_adds_nothing() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let begun = begin(&client).await;
    let other = begin(&client).await;
    for (lie, asked) in [
        ("another question", other.clone()),
        ("no challenge", begun.with("/challenge", "")),
        ("another challenge", begun.with("/challenge", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")),
        ("another site's id", begun.with("/rp/id", "evil.example")),
        ("a domain below", begun.with("/rp/id", "evil.localhost")),
    ] {
        let answer = add(&client, &mut Passkey::synced(), &begun, &asked).await;
        assert_eq!((answer.status, answer.error().as_str()), (422, "refused"), "{lie}: {}", answer.body);
    }
    for origin in
        ["https://evil.example", "http://localhost.evil.example", "http://evil.localhost", "https://localhost"]
    {
        let credential = Passkey::synced().create(&begun.options, origin);
        client.try_add_passkey(&begun.ceremony, &credential).await.expect_error(422, "refused");
    }
    let mut careless = Passkey::synced();
    careless.verifies_user = false;
    add(&client, &mut careless, &begun, &begun).await.expect_error(422, "refused");
    let signature = Passkey::synced()
        .get(&json!({ "challenge": begun.asked()["challenge"], "rpId": "localhost" }).to_string(), client.origin());
    client.try_add_passkey(&begun.ceremony, &signature).await.expect_error(422, "refused");
    assert!(server.database.factors(OWNER.email).await.is_empty());
    assert_eq!(server.database.count("recovery_codes").await, 0);
    add(&client, &mut Passkey::synced(), &begun, &begun).await.expect(200);
}

#[tokio::test]
async fn s74_what_is_no_credential_is_refused_without_details() {
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let client = server.client_of(&OWNER).await;
    let real = begin(&client).await;
    let made: serde_json::Value =
        serde_json::from_str(&Passkey::synced().create(&real.options, client.origin())).expect("JSON");
    let mut hollow = made.clone();
    hollow["response"]["attestationObject"] = json!("o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVkA_w");
    let mut foreign = made.clone();
    foreign["type"] = json!("password");
    let mut broken = made;
    broken["rawId"] = json!("not base64url!");
    let deep = "[".repeat(20_000);
    let credentials = [
        "",
        "x",
        "null",
        "[]",
        "5",
        "\"x\"",
        "{}",
        "{\"id\":1}",
        "{\"id\":\"x\",\"rawId\":\"eA\",\"response\":{}}",
        &deep,
    ];
    let more = [hollow, foreign, broken].map(|credential| credential.to_string());
    for credential in credentials.into_iter().chain(more.iter().map(String::as_str)) {
        let shown = &credential[..credential.len().min(60)];
        let answer = client.try_add_passkey(&begin(&client).await.ceremony, credential).await;
        assert_eq!((answer.status, answer.error().as_str()), (422, "refused"), "{shown}: {}", answer.body);
        let visitor = server.client();
        let alone = Challenge::of(visitor.begin_passkey_sign_in(false).await);
        let answer = visitor.sign_in_with_passkey(&alone.ceremony, credential).await;
        assert_eq!((answer.status, answer.error().as_str()), (422, "passkey-refused"), "{shown}: {}", answer.body);
        assert!(!answer.body.contains("expected") && !answer.body.contains("line 1"), "{}", answer.body);
        assert_eq!(visitor.session_token(), None);
    }
    for ceremony in ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' OR '1'='1"] {
        client.try_add_passkey(ceremony, "{}").await.expect_error(410, "expired");
        client.sign_in_with_passkey(ceremony, "{}").await.expect_error(410, "expired");
    }
    assert!(server.database.factors(OWNER.email).await.is_empty());
}

#[tokio::test]
async fn s69_what_one_person_began_is_nothing_to_another() {
    let server = Server::start().await;
    let owner = server.client_of(&OWNER).await;
    let member = server.client_of(&MEMBER).await;
    let begun = begin(&owner).await;
    add(&member, &mut Passkey::synced(), &begun, &begun).await.expect_error(410, "expired");
    add(&server.client(), &mut Passkey::synced(), &begun, &begun).await.expect_error(401, "signed-out");
    let alone = Challenge::of(server.client().begin_passkey_sign_in(false).await);
    add(&owner, &mut Passkey::synced(), &alone, &begun).await.expect_error(410, "expired");
    let credential = Passkey::synced().create(&begun.options, owner.origin());
    server.client().sign_in_with_passkey(&begun.ceremony, &credential).await.expect_error(410, "expired");
    for person in [OWNER, MEMBER] {
        assert!(server.database.factors(person.email).await.is_empty());
    }
}

#[tokio::test]
async fn an_answer_is_taken_once_and_within_five_minutes() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let begun = begin(&client).await;
    let credential = Passkey::synced().create(&begun.options, client.origin());
    client.try_add_passkey(&begun.ceremony, &credential).await.expect(200);
    client.try_add_passkey(&begun.ceremony, &credential).await.expect_error(410, "expired");
    let late = begin(&client).await;
    server.database.let_time_pass(5 * MINUTE).await;
    add(&client, &mut Passkey::synced(), &late, &late).await.expect_error(410, "expired");
    let ended = begin(&client).await;
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    add(&client, &mut Passkey::synced(), &ended, &ended).await.expect_error(410, "expired");
    assert_eq!(server.database.factors(OWNER.email).await.len(), 1);
}

#[tokio::test]
async fn one_passkey_belongs_to_one_account_once() {
    let server = Server::start().await;
    let owner = server.client_of(&OWNER).await;
    let mut passkey = Passkey::synced();
    let (first, second) = (begin(&owner).await, begin(&owner).await);
    add(&owner, &mut passkey, &first, &first).await.expect(200);
    add(&owner, &mut passkey, &second, &second).await.expect_error(409, "taken");
    let excluded = begin(&owner).await;
    let refused = add(&owner, &mut passkey, &excluded, &excluded).await;
    assert!(matches!(refused.status, 409 | 422), "{refused:?}");
    let member = server.client_of(&MEMBER).await;
    let begun = Challenge::of(member.try_begin_passkey("Mine", MEMBER.password).await);
    add(&member, &mut passkey, &begun, &begun).await.expect_error(409, "taken");
    assert_eq!(server.database.factors(OWNER.email).await, ["active Laptop"]);
    assert!(server.database.factors(MEMBER.email).await.is_empty());
    assert_eq!(server.database.count("recovery_codes").await, 10);
}

#[tokio::test]
async fn passkeys_need_a_host_name() {
    let server = Server::builder().public_url("https://203.0.113.7").start().await;
    let client = server.client_of(&OWNER).await;
    assert_eq!(client.factors().await["passkeys_possible"], false);
    client.try_begin_passkey("Laptop", OWNER.password).await.expect_error(409, "passkeys-unavailable");
    client.begin_passkey_sign_in(false).await.expect_error(409, "passkeys-unavailable");
    client.try_add_passkey("x", "{}").await.expect(409);
    let (app, _) = client.use_app("Pocket", &OWNER).await;
    let half = server.half_way(&OWNER).await;
    half.begin_second_step_passkey().await.expect_error(409, "passkeys-unavailable");
    half.enter_code(&app.code()).await.expect(200);
}
