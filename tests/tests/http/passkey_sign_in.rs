//! Signing in with a passkey, as the second step and alone: SECURITY.md 3, 6, 8, 15, 22 and 38.

use perfil_tests::authenticator::Passkey;
use perfil_tests::factors::Challenge;
use perfil_tests::probes::at_once;
use perfil_tests::{Answer, Client, MEMBER, NEW_PASSWORD, OWNER, Server};
use serde_json::json;
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);
/// The default: so many questions at once from a network.
const BURST: usize = 20;

/// As many sign-ins as a test likes, and an owner with that passkey; the factor's id.
async fn with(passkey: &mut Passkey) -> (Server, Client, String) {
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let client = server.client_of(&OWNER).await;
    let changed = client.use_passkey(passkey, "Laptop", &OWNER).await;
    let id = changed["now"]["factors"][0]["id"].as_str().expect("an id").to_owned();
    (server, client, id)
}

async fn alone(client: &Client) -> Challenge {
    Challenge::of(client.begin_passkey_sign_in(false).await)
}

#[track_caller]
fn is_refused(answer: Answer, why: &str) {
    assert_eq!((answer.status, answer.error().as_str()), (422, "passkey-refused"), "{why}: {}", answer.body);
    assert!(answer.set_cookies().iter().all(|cookie| !cookie.is_of_session()), "{why}");
}

#[tokio::test]
async fn s38_a_passkey_is_the_second_step_after_the_password() {
    let mut passkey = Passkey::bound();
    let (server, client, _) = with(&mut passkey).await;
    let half = server.half_way(&OWNER).await;
    let ways = half.ask("/api/sign-in/second-step").await.expect(200).json();
    assert_eq!(ways, json!({ "app": false, "passkey": true, "recovery_code": true }));
    let challenge = Challenge::of(half.begin_second_step_passkey().await);
    let asked = challenge.asked();
    assert_eq!((&asked["rpId"], &asked["userVerification"]), (&json!("localhost"), &json!("required")));
    assert_eq!(asked["allowCredentials"][0]["id"], passkey.id());
    half.answer(&mut passkey, &challenge).await.expect(200);
    assert_eq!(half.account().await["email"], OWNER.email);
    assert_eq!(half.second_step_ticket(), None, "the browser forgets the ticket");
    assert!(!client.factors().await["factors"][0]["last_used"].is_null());

    server.client().begin_second_step_passkey().await.expect_error(410, "expired");
    let (app, _) = client.use_app("Pocket", &OWNER).await;
    let again = server.half_way(&OWNER).await;
    let challenge = Challenge::of(again.begin_second_step_passkey().await);
    again.answer(&mut passkey, &challenge).await.expect(200);
    server.half_way(&OWNER).await.enter_code(&app.code()).await.expect(200);
    assert!(!server.log().contains("cannot be read"), "a passkey is not taken for an app: {}", server.log());
}

#[tokio::test]
async fn s38_a_second_step_needs_the_ticket_it_was_begun_with() {
    let mut passkey = Passkey::synced();
    let (server, _, _) = with(&mut passkey).await;
    let half = server.half_way(&OWNER).await;
    let challenge = Challenge::of(half.begin_second_step_passkey().await);
    server.client().answer(&mut passkey, &challenge).await.expect_error(410, "expired");
    let member = server.client_of(&MEMBER).await;
    let mut others = Passkey::synced();
    member.use_passkey(&mut others, "Phone", &MEMBER).await;
    let ticket_of_another = server.half_way(&MEMBER).await;
    let challenge = Challenge::of(half.begin_second_step_passkey().await);
    is_refused(ticket_of_another.answer(&mut passkey, &challenge).await, "another person's ticket");
    let challenge = Challenge::of(half.begin_second_step_passkey().await);
    is_refused(half.answer(&mut others, &challenge).await, "another person's passkey");
    let challenge = Challenge::of(half.begin_second_step_passkey().await);
    server.database.let_time_pass(10 * MINUTE).await;
    half.answer(&mut passkey, &challenge).await.expect_error(410, "expired");
    assert!(!half.is_signed_in().await && !ticket_of_another.is_signed_in().await);
}

#[tokio::test]
async fn s38_a_passkey_alone_counts_as_both_steps() {
    let mut passkey = Passkey::synced();
    let (server, _, _) = with(&mut passkey).await;
    let visitor = server.client();
    let challenge = alone(&visitor).await;
    let allowed = &challenge.asked()["allowCredentials"];
    assert!(allowed.as_array().is_none_or(Vec::is_empty), "nobody is named before: {allowed}");
    assert_eq!(challenge.asked()["userVerification"], "required");
    let answer = visitor.answer(&mut passkey, &challenge).await.expect(200);
    let cookies = answer.set_cookies();
    let session = cookies.iter().find(|cookie| cookie.is_of_session()).expect("a session");
    assert!(session.max_age().is_none() && cookies.iter().any(|cookie| cookie.is_of_device()), "{cookies:?}");
    assert_eq!(visitor.account().await["email"], OWNER.email);
    let events = server.database.events(OWNER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "signed-in").count(), 2);

    let before = visitor.fork();
    let challenge = Challenge::of(visitor.begin_passkey_sign_in(true).await);
    let answer = visitor.answer(&mut passkey, &challenge).await.expect(200);
    let session = answer.set_cookies().into_iter().find(|cookie| cookie.is_of_session()).expect("a session");
    assert_eq!(session.max_age(), Some(30 * 86_400));
    assert!(!before.is_signed_in().await, "the session before has ended");
}

#[tokio::test]
async fn s38_an_answer_is_taken_once_whoever_sends_it() {
    let mut passkey = Passkey::synced();
    let (server, client, _) = with(&mut passkey).await;
    client.ask("/api/sign-out").await.expect(200);
    let challenge = alone(&server.client()).await;
    let credential = passkey.get(&challenge.options, client.origin());
    let answers = at_once(8, |_| {
        let (client, ceremony, credential) = (server.client(), challenge.ceremony.clone(), credential.clone());
        async move { client.sign_in_with_passkey(&ceremony, &credential).await }
    })
    .await;
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410, 410, 410, 410, 410, 410, 410]);
    assert_eq!(server.database.session_hashes(OWNER.email).await.len(), 1);
    let another = alone(&server.client()).await;
    is_refused(server.client().sign_in_with_passkey(&another.ceremony, &credential).await, "an older answer");
    let late = alone(&server.client()).await;
    server.database.let_time_pass(5 * MINUTE).await;
    server.client().answer(&mut passkey, &late).await.expect_error(410, "expired");
}

#[tokio::test]
async fn s38_an_answer_that_proves_nothing_lets_nobody_in() {
    let mut passkey = Passkey::synced();
    let (server, client, _) = with(&mut passkey).await;
    let visitor = server.client();
    for origin in
        ["https://evil.example", "http://localhost.evil.example", "http://evil.localhost", "https://localhost"]
    {
        let challenge = alone(&visitor).await;
        let credential = passkey.get(&challenge.options, origin);
        is_refused(visitor.sign_in_with_passkey(&challenge.ceremony, &credential).await, origin);
    }
    for (place, value) in [("/challenge", ""), ("/challenge", "AAAAAAAAAAAAAAAAAAAAAA"), ("/rpId", "evil.example")] {
        let challenge = alone(&visitor).await.with(place, value);
        is_refused(visitor.answer(&mut passkey, &challenge).await, place);
    }
    passkey.verifies_user = false;
    is_refused(visitor.answer(&mut passkey, &alone(&visitor).await).await, "nobody was verified");
    let half = server.half_way(&OWNER).await;
    let challenge = Challenge::of(half.begin_second_step_passkey().await);
    is_refused(half.answer(&mut passkey, &challenge).await, "nobody was verified at the second step");
    passkey.verifies_user = true;
    let challenge = alone(&visitor).await;
    is_refused(visitor.answer(&mut Passkey::synced(), &challenge).await, "a passkey of nobody");
    let mut forged: serde_json::Value =
        serde_json::from_str(&Passkey::synced().get(&alone(&visitor).await.options, client.origin())).expect("JSON");
    let challenge = alone(&visitor).await;
    let real: serde_json::Value =
        serde_json::from_str(&passkey.get(&challenge.options, client.origin())).expect("JSON");
    for place in ["id", "rawId"] {
        forged[place] = real[place].clone();
    }
    for part in ["clientDataJSON", "userHandle"] {
        forged["response"][part] = real["response"][part].clone();
    }
    is_refused(visitor.sign_in_with_passkey(&challenge.ceremony, &forged.to_string()).await, "another key signed");
    passkey.belongs_to(&[7; 16]);
    is_refused(visitor.answer(&mut passkey, &alone(&visitor).await).await, "another user's handle");
    passkey.belongs_to(b"");
    is_refused(visitor.answer(&mut passkey, &alone(&visitor).await).await, "no user's handle");
    assert!(!visitor.is_signed_in().await && !half.is_signed_in().await);
    let events = server.database.events(OWNER.email).await;
    assert!(events.contains(&"second-step-failed".to_owned()), "{events:?}");
}

#[tokio::test]
async fn s38_a_counter_that_goes_back_is_refused() {
    let mut passkey = Passkey::bound();
    let (server, _, _) = with(&mut passkey).await;
    let visitor = server.client();
    visitor.answer(&mut passkey, &alone(&visitor).await).await.expect(200);
    let reached = passkey.counter;
    for stale in [0, reached - 2, reached - 1] {
        passkey.counter = stale;
        is_refused(server.client().answer(&mut passkey, &alone(&visitor).await).await, "a copy of the key");
        let half = server.half_way(&OWNER).await;
        passkey.counter = stale;
        let challenge = Challenge::of(half.begin_second_step_passkey().await);
        is_refused(half.answer(&mut passkey, &challenge).await, "a copy of the key at the second step");
    }
    passkey.counter = reached;
    visitor.answer(&mut passkey, &alone(&visitor).await).await.expect(200);
}

#[tokio::test]
async fn s38_a_counter_goes_back_between_two_questions_no_more_than_after_one() {
    let mut passkey = Passkey::bound();
    let (server, _, _) = with(&mut passkey).await;
    let (first, second) = (server.half_way(&OWNER).await, server.half_way(&OWNER).await);
    let asked = [
        Challenge::of(first.begin_second_step_passkey().await),
        Challenge::of(second.begin_second_step_passkey().await),
    ];
    passkey.counter = 10;
    first.answer(&mut passkey, &asked[0]).await.expect(200);
    passkey.counter = 5;
    is_refused(second.answer(&mut passkey, &asked[1]).await, "a copy of the key");
}

#[tokio::test]
async fn s38_a_removed_passkey_lets_nobody_in() {
    let mut passkey = Passkey::synced();
    let (server, client, id) = with(&mut passkey).await;
    client.use_app("Pocket", &OWNER).await;
    let (visitor, half) = (server.client(), server.half_way(&OWNER).await);
    let begun = alone(&visitor).await;
    let second = Challenge::of(half.begin_second_step_passkey().await);
    client.remove_factor(&id, OWNER.password).await.expect(200);
    is_refused(visitor.answer(&mut passkey, &begun).await, "begun before it was removed");
    half.answer(&mut passkey, &second).await.expect_error(410, "expired");
    is_refused(visitor.answer(&mut passkey, &alone(&visitor).await).await, "begun after it was removed");
    let half = server.half_way(&OWNER).await;
    assert_eq!(half.ask("/api/sign-in/second-step").await.expect(200).json()["passkey"], false);
    is_refused(half.begin_second_step_passkey().await, "there is none to ask for");
}

#[tokio::test]
async fn s08_a_deactivated_persons_passkey_lets_nobody_in() {
    let mut passkey = Passkey::synced();
    let (server, _, _) = with(&mut passkey).await;
    let visitor = server.client();
    let half = server.half_way(&OWNER).await;
    let second = Challenge::of(half.begin_second_step_passkey().await);
    server.database.execute(&format!("UPDATE users SET disabled_at = 1 WHERE email = '{}'", OWNER.email)).await;
    is_refused(visitor.answer(&mut passkey, &alone(&visitor).await).await, "deactivated");
    let refused = half.answer(&mut passkey, &second).await;
    assert!(matches!(refused.status, 410 | 422), "{refused:?}");
    assert_eq!(half.session_token(), None);
}

#[tokio::test]
async fn s33_a_password_change_ends_what_was_begun_at_the_second_step() {
    let mut passkey = Passkey::synced();
    let (server, client, _) = with(&mut passkey).await;
    let half = server.half_way(&OWNER).await;
    let challenge = Challenge::of(half.begin_second_step_passkey().await);
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    half.answer(&mut passkey, &challenge).await.expect_error(410, "expired");
    let visitor = server.client();
    visitor.answer(&mut passkey, &alone(&visitor).await).await.expect(200);
}

#[tokio::test]
async fn s15_a_network_asks_for_so_many_passkeys_and_then_waits() {
    let server = Server::start().await;
    for _ in 0..BURST {
        server.client().begin_passkey_sign_in(false).await.expect(200);
    }
    let refused = server.client().begin_passkey_sign_in(false).await.expect_error(429, "too-many");
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(server.database.count("ceremonies").await, BURST as i64);
    server.client().sign_in(&OWNER).await;
    server.database.let_time_pass(Duration::from_secs(6)).await;
    server.client().begin_passkey_sign_in(false).await.expect(200);
}

#[tokio::test]
async fn the_desktop_app_signs_in_with_what_its_browser_part_answers() {
    let mut passkey = Passkey::synced();
    let (server, _, _) = with(&mut passkey).await;
    let desktop = server.client().as_desktop();
    let challenge = alone(&desktop).await;
    let answer = desktop.answer(&mut passkey, &challenge).await.expect(200);
    assert!(answer.set_cookies().is_empty() && desktop.is_signed_in().await);
}
