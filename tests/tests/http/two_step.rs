//! SECURITY.md 1, 3, 6, 38 and 76: between the password and the second step there is a ticket and nothing else.

use perfil_tests::factors::{App, settle};
use perfil_tests::letters::Letters;
use perfil_tests::probes::at_once;
use perfil_tests::{Answer, Client, MEMBER, NEW_PASSWORD, OWNER, STRANGER, Server};
use serde_json::json;
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);
const NEW: &str = "olive.new@example.test";

/// A server whose owner has an app and recovery codes.
async fn with_app() -> (Server, Client, App, Vec<String>) {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let (app, codes) = client.use_app("Pocket", &OWNER).await;
    (server, client, app, codes)
}

#[track_caller]
fn is_over(answer: Answer) {
    answer.expect_error(410, "expired");
}

/// No way leads on from this browser's ticket.
async fn is_worth_nothing(client: &Client, app: &App, recovery_code: &str) {
    is_over(client.ask("/api/sign-in/second-step").await);
    is_over(client.enter_code(&app.code()).await);
    is_over(client.enter_code(recovery_code).await);
    is_over(client.begin_second_step_passkey().await);
    assert!(!client.is_signed_in().await);
}

#[tokio::test]
async fn s38_the_password_alone_opens_nothing() {
    let (server, client, app, _) = with_app().await;
    client.ask("/api/sign-out").await.expect(200);
    server.database.execute("DELETE FROM known_devices").await;
    let half = server.client();
    let answer = half.half_sign_in(&OWNER).await;
    let cookies = answer.set_cookies();
    assert!(cookies.iter().all(|cookie| !cookie.is_of_session() && !cookie.is_of_device()), "{cookies:?}");
    assert_eq!((server.database.count("sessions").await, server.database.count("known_devices").await), (0, 0));
    for path in ["/api/account", "/api/factors", "/api/notifications", "/api/region"] {
        half.ask(path).await.expect_error(401, "signed-out");
    }
    half.see_members().await.expect_error(401, "signed-out");
    half.try_add_app("Mine", OWNER.password).await.expect_error(401, "signed-out");
    let page = half.get("/settings/user").send().await;
    assert!(page.redirect().is_some_and(|to| to.starts_with("/sign-in")), "{}", page.status);
    assert_eq!(half.ask("/api/page").await.expect(200).json()["who"], json!(null));
    let ticket = half.second_step_ticket().expect("a ticket");
    assert!(ticket.len() >= 43, "256 bits: {ticket}");
    let thief = server.client();
    thief.cookies().take(&format!("perfil={ticket}"));
    assert!(!thief.is_signed_in().await, "a ticket is no session");
    let events = server.database.events(OWNER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "signed-in").count(), 1, "only the first time: {events:?}");

    let ways = half.ask("/api/sign-in/second-step").await.expect(200).json();
    assert_eq!(ways, json!({ "app": true, "passkey": false, "recovery_code": true }));
    let answer = half.enter_code(&app.code()).await.expect(200);
    let cookies = answer.set_cookies();
    assert!(cookies.iter().any(|cookie| cookie.is_of_session()) && cookies.iter().any(|cookie| cookie.is_of_device()));
    assert!(half.is_signed_in().await);
    assert_eq!(half.second_step_ticket(), None, "the browser forgets the ticket");
    assert!(!half.factors().await["factors"][0]["last_used"].is_null());
}

#[tokio::test]
async fn s01_the_ticket_is_kept_as_a_session_is() {
    let (server, _, _, _) = with_app().await;
    let answer = server.client().half_sign_in(&OWNER).await;
    let cookie = answer.set_cookies().into_iter().find(|cookie| cookie.is_of_second_step()).expect("a ticket");
    assert_eq!(cookie.max_age(), Some(600));
    for attribute in ["httponly", "path=/", "samesite=lax"] {
        assert!(cookie.has(attribute), "{cookie:?}");
    }
    let secure = Server::builder().public_url("https://account.example.test").start().await;
    secure.client_of(&OWNER).await.use_app("Pocket", &OWNER).await;
    let answer = secure.client().half_sign_in(&OWNER).await;
    let cookie = answer.set_cookies().into_iter().find(|cookie| cookie.is_of_second_step()).expect("a ticket");
    assert!(cookie.name.starts_with("__Host-") && cookie.has("secure"), "{cookie:?}");
}

#[tokio::test]
async fn s38_a_ticket_lasts_ten_minutes() {
    let (server, _, app, codes) = with_app().await;
    let (early, late) = (server.half_way(&OWNER).await, server.half_way(&OWNER).await);
    server.database.let_time_pass(10 * MINUTE - Duration::from_secs(20)).await;
    early.enter_code(&app.code()).await.expect(200);
    server.database.let_time_pass(Duration::from_secs(20)).await;
    is_worth_nothing(&late, &app, &codes[0]).await;
}

#[tokio::test]
async fn s38_a_ticket_is_used_up_by_success_only() {
    let (server, _, app, codes) = with_app().await;
    let client = server.half_way(&OWNER).await;
    let copy = client.fork();
    client.enter_code(&app.wrong_code(0)).await.expect_error(422, "wrong-code");
    client.enter_code(&app.code()).await.expect(200);
    is_worth_nothing(&copy, &app, &codes[0]).await;
    assert_eq!(server.database.count("recovery_codes").await, 10, "nothing is used up by a dead ticket");
}

#[tokio::test]
async fn s38_one_ticket_opens_one_session_however_many_answers_come_at_once() {
    let (server, client, app, codes) = with_app().await;
    client.ask("/api/sign-out").await.expect(200);
    settle().await;
    let half = server.half_way(&OWNER).await;
    let right = [app.code(), codes[0].clone(), codes[1].clone(), codes[2].clone()];
    let answers = at_once(4, |index| {
        let (client, code) = (half.fork(), right[index].clone());
        async move { client.enter_code(&code).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    assert_eq!(server.database.session_hashes(OWNER.email).await.len(), 1);
    assert!(server.database.count("recovery_codes").await >= 9, "at most the winner's code is used up");
}

#[tokio::test]
async fn s38_a_ticket_is_worth_nothing_without_its_cookie_or_for_somebody_else() {
    let (server, _, app, codes) = with_app().await;
    let member = server.client_of(&MEMBER).await;
    let (others_app, others_codes) = member.use_app("Phone", &MEMBER).await;
    let half = server.half_way(&OWNER).await;
    is_worth_nothing(&server.client(), &app, &codes[0]).await;
    for made_up in ["x".to_owned(), "A".repeat(43), half.second_step_ticket().expect("a ticket").to_uppercase()] {
        let guesser = server.client();
        guesser.cookies().take(&format!("perfil-step={made_up}"));
        is_over(guesser.enter_code(&app.code()).await);
    }
    settle().await;
    half.enter_code(&others_app.code()).await.expect_error(422, "wrong-code");
    half.enter_code(&others_codes[0]).await.expect_error(422, "wrong-code");
    let others = server.half_way(&MEMBER).await;
    others.enter_code(&app.code()).await.expect_error(422, "wrong-code");
    others.enter_code(&others_app.code()).await.expect(200);
    assert_eq!(others.account().await["email"], MEMBER.email);
    assert_eq!(server.database.count("recovery_codes").await, 20, "no code was used up by a wrong person");
}

#[tokio::test]
async fn s38_each_sign_in_has_a_ticket_of_its_own() {
    let (server, _, app, codes) = with_app().await;
    let client = server.half_way(&OWNER).await;
    let before = client.fork();
    client.half_sign_in(&OWNER).await;
    assert_ne!(client.second_step_ticket(), before.second_step_ticket());
    client.enter_code(&app.code()).await.expect(200);
    before.enter_code(&codes[0]).await.expect(200);
    assert!(client.is_signed_in().await && before.is_signed_in().await, "two sign-ins, each with both steps");
    let form = json!({ "email": OWNER.email, "password": "not the password", "remember": false });
    let nobody = server.client();
    nobody.call("/api/sign-in", form).await.expect_error(401, "wrong-credentials");
    assert_eq!(nobody.second_step_ticket(), None);
}

#[tokio::test]
async fn s03_s06_the_second_step_ends_the_session_before_and_remembers_as_asked() {
    let (server, client, app, codes) = with_app().await;
    let before = client.fork();
    let form = json!({ "email": OWNER.email, "password": OWNER.password, "remember": true });
    assert_eq!(client.call("/api/sign-in", form).await.expect(200).json(), "second-step");
    let answer = client.enter_code(&app.code()).await.expect(200);
    let session = answer.set_cookies().into_iter().find(|cookie| cookie.is_of_session()).expect("a session");
    assert_eq!(session.max_age(), Some(30 * 86_400));
    assert!(!before.is_signed_in().await, "the session before has ended");
    server.database.let_time_pass(13 * 60 * MINUTE).await;
    assert!(client.is_signed_in().await, "kept beyond 12 hours");
    let answer = server.half_way(&OWNER).await.enter_code(&codes[0]).await.expect(200);
    let session = answer.set_cookies().into_iter().find(|cookie| cookie.is_of_session()).expect("a session");
    assert_eq!(session.max_age(), None);
}

#[tokio::test]
async fn s33_a_password_change_ends_tickets() {
    let (server, client, app, codes) = with_app().await;
    let half = server.half_way(&OWNER).await;
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    is_worth_nothing(&half, &app, &codes[0]).await;
}

#[tokio::test]
async fn s76_a_reset_ends_tickets_and_leaves_the_second_step() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    let (app, codes) = client.use_app("Pocket", &OWNER).await;
    let half = letters.server.half_way(&OWNER).await;
    let token = letters.reset_token(OWNER.email, 1).await;
    letters.server.client().reset(&token, NEW_PASSWORD).await.expect(200);
    is_worth_nothing(&half, &app, &codes[0]).await;
    let thief = letters.server.client();
    let answer = thief.try_sign_in(OWNER.email, NEW_PASSWORD).await.expect(200);
    assert_eq!(answer.json(), "second-step", "a mailbox alone does not get in");
    assert!(!thief.is_signed_in().await);
    thief.enter_code(&app.code()).await.expect(200);
}

#[tokio::test]
async fn s77_an_undo_ends_tickets() {
    let letters = Letters::start().await;
    let (thief, token) = letters.changed(&OWNER, NEW).await;
    let person = perfil_tests::Person { email: NEW, ..OWNER };
    let (app, codes) = thief.use_app("Pocket", &person).await;
    let half = letters.server.half_way(&person).await;
    letters.server.client().undo(&token).await.expect(200);
    is_worth_nothing(&half, &app, &codes[0]).await;
}

#[tokio::test]
async fn s08_whoever_was_deactivated_meanwhile_is_not_let_in() {
    let (server, _, app, codes) = with_app().await;
    let half = server.half_way(&OWNER).await;
    server.database.execute(&format!("UPDATE users SET disabled_at = 1 WHERE email = '{}'", OWNER.email)).await;
    for code in [&app.code(), &codes[0]] {
        let refused = half.enter_code(code).await;
        assert!(matches!(refused.status, 401 | 410), "{refused:?}");
    }
    assert!(!half.is_signed_in().await);
    assert_eq!(server.database.count("recovery_codes").await, 10);
}

#[tokio::test]
async fn without_a_factor_nothing_is_asked() {
    let server = Server::builder().with(STRANGER).start().await;
    let client = server.client_of(&OWNER).await;
    client.use_app("Pocket", &OWNER).await;
    let other = server.client();
    let answer = other.sign_in(&STRANGER).await;
    assert_eq!((answer.json(), other.second_step_ticket()), (json!("done"), None));
    is_over(other.ask("/api/sign-in/second-step").await);
}

#[tokio::test]
async fn the_desktop_app_carries_its_ticket_in_a_header() {
    let (server, _, app, codes) = with_app().await;
    let desktop = server.client().as_desktop();
    let answer = desktop.half_sign_in(&OWNER).await;
    assert!(answer.set_cookies().is_empty(), "{:?}", answer.set_cookies());
    assert_eq!(Some(answer.header("perfil-second-step")), desktop.second_step_ticket().as_deref());
    assert!(answer.header("perfil-session").is_empty() && answer.header("perfil-device").is_empty());
    let ticket = desktop.second_step_ticket().expect("a ticket");
    let browser = server.client();
    let code = json!({ "form": { "code": codes[0] } });
    let call = browser.post("/api/sign-in/code").json(&code).header("perfil-second-step", &ticket);
    is_over(call.send().await);
    let with_cookie = desktop.fork();
    with_cookie.cookies().retain(|_| false);
    let call = with_cookie.post("/api/sign-in/code").json(&code).header("cookie", &format!("perfil-step={ticket}"));
    is_over(call.send().await);
    let answer = desktop.enter_code(&app.code()).await.expect(200);
    assert!(answer.set_cookies().is_empty() && !answer.header("perfil-session").is_empty());
    assert!(desktop.is_signed_in().await);
}
