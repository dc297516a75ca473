//! SECURITY.md 14, 15, 17, 48 and 76: a code of an app works once, and guessing it is slow and ends.

use crate::sign_in::{behind_proxy, from_network};
use perfil_tests::factors::{App, settle};
use perfil_tests::letters::Letters;
use perfil_tests::probes::at_once;
use perfil_tests::{Client, NEW_PASSWORD, OWNER, Server};
use std::time::Duration;

/// Wrong codes that cost nothing, and the one that begins the waits.
const LOOKED_AT_AT_ONCE: usize = 5;
/// Failures in a row after which nothing more is looked at.
const MOST: usize = 100;

/// As many sign-ins as a test likes, and an owner with an app.
async fn with_app() -> (Server, Client, App, Vec<String>) {
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let client = server.client_of(&OWNER).await;
    let (app, codes) = client.use_app("Pocket", &OWNER).await;
    (server, client, app, codes)
}

/// Wrong codes by the browsers that `guesser` makes, patiently, so that the next one must wait half a minute.
async fn guess_until_the_wait_is_long(server: &Server, app: &App, guesser: impl AsyncFn(usize) -> Client) {
    for index in 0..LOOKED_AT_AT_ONCE + 4 {
        server.database.let_time_pass(Duration::from_secs(20)).await;
        guesser(index).await.enter_code(&app.wrong_code(index)).await.expect_error(422, "wrong-code");
    }
}

#[tokio::test]
async fn s48_a_code_works_once() {
    let (server, client, app, _) = with_app().await;
    let first = server.half_way(&OWNER).await;
    let confirmed = app.code_in(-1);
    first.enter_code(&confirmed).await.expect_error(422, "wrong-code");
    let code = app.code();
    first.enter_code(&code).await.expect(200);
    let second = server.half_way(&OWNER).await;
    second.enter_code(&code).await.expect_error(422, "wrong-code");
    second.enter_code(&confirmed).await.expect_error(422, "wrong-code");
    assert!(!second.is_signed_in().await);
    let events = server.database.events(OWNER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "second-step-failed").count(), 3);
    assert!(client.is_signed_in().await);
}

#[tokio::test]
async fn s48_eight_parallel_sign_ins_with_one_code_open_one_session() {
    let (server, client, app, _) = with_app().await;
    client.ask("/api/sign-out").await.expect(200);
    let mut browsers = Vec::new();
    for _ in 0..8 {
        browsers.push(server.half_way(&OWNER).await);
    }
    settle().await;
    let code = app.code();
    let answers = at_once(8, |index| {
        let (client, code) = (browsers[index].clone(), code.clone());
        async move { client.enter_code(&code).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    assert!(answers.iter().all(|answer| matches!(answer.status, 200 | 422 | 429)), "{answers:?}");
    assert_eq!(server.database.session_hashes(OWNER.email).await.len(), 1);
}

#[tokio::test]
async fn s48_codes_of_the_step_before_and_after_are_taken_and_no_others() {
    let (server, _, app, _) = with_app().await;
    for (steps, status) in [(-2, 422), (2, 422), (-1, 200), (0, 200), (1, 200), (-3, 422), (3, 422)] {
        settle().await;
        server.forget_used_codes().await;
        server.database.execute("DELETE FROM failures").await;
        let client = server.half_way(&OWNER).await;
        assert_eq!(client.enter_code(&app.code_in(steps)).await.status, status, "{steps} steps from now");
    }
    let client = server.half_way(&OWNER).await;
    let code = app.code_in(1);
    for nearly in [&code[..5], &format!("{code}0"), "", "      ", "0x1234", "१२३४५६"] {
        client.enter_code(nearly).await.expect_error(422, "wrong-code");
        server.database.execute("DELETE FROM failures").await;
    }
    server.forget_used_codes().await;
    client.enter_code(&format!(" {} {} ", &code[..3], &code[3..])).await.expect(200);
}

#[tokio::test]
async fn s38_an_app_that_waits_lets_nobody_in() {
    let (server, client, app, _) = with_app().await;
    let waiting = client.add_app("Tablet", &OWNER).await;
    let half = server.half_way(&OWNER).await;
    half.enter_code(&waiting.code()).await.expect_error(422, "wrong-code");
    half.enter_code(&app.code()).await.expect(200);
}

#[tokio::test]
async fn s38_a_removed_app_lets_nobody_in() {
    let (server, client, app, _) = with_app().await;
    let (second, _) = client.use_app("Tablet", &OWNER).await;
    let begun = server.half_way(&OWNER).await;
    client.remove_factor(&app.id, OWNER.password).await.expect(200);
    begun.enter_code(&second.code()).await.expect_error(410, "expired");
    let half = server.half_way(&OWNER).await;
    half.enter_code(&app.code()).await.expect_error(422, "wrong-code");
    half.enter_code(&second.code()).await.expect(200);
}

#[tokio::test]
async fn s14_waits_after_wrong_codes_grow_and_are_told() {
    let (server, _, app, codes) = with_app().await;
    let half = server.half_way(&OWNER).await;
    for index in 0..LOOKED_AT_AT_ONCE - 1 {
        half.enter_code(&app.wrong_code(index)).await.expect_error(422, "wrong-code");
    }
    for wait in [2, 4, 8] {
        half.enter_code(&app.wrong_code(99)).await.expect_error(422, "wrong-code");
        for right in [&app.code(), &codes[0]] {
            let refused = half.enter_code(right).await.expect_error(429, "too-many");
            let told: u64 = refused.header("retry-after").parse().expect("seconds");
            assert!(told == wait || told + 1 == wait, "{told} instead of {wait} seconds");
            assert_eq!(refused.data()["retry_after"], told);
        }
        server.database.let_time_pass(Duration::from_secs(wait)).await;
    }
    // Neither another ticket nor another code helps while it lasts.
    half.enter_code(&app.wrong_code(98)).await.expect_error(422, "wrong-code");
    let again = server.half_way(&OWNER).await;
    again.enter_code(&codes[0]).await.expect_error(429, "too-many");
    server.database.let_time_pass(Duration::from_secs(16)).await;
    again.enter_code(&codes[0]).await.expect(200);
    server.half_way(&OWNER).await.enter_code(&app.wrong_code(97)).await.expect_error(422, "wrong-code");
    server.half_way(&OWNER).await.enter_code(&codes[1]).await.expect(200);
}

#[tokio::test]
async fn s14_fifty_parallel_wrong_codes_are_looked_at_no_oftener_than_one_by_one() {
    let (server, _, app, _) = with_app().await;
    let mut browsers = Vec::new();
    for _ in 0..5 {
        browsers.push(server.half_way(&OWNER).await);
    }
    let answers = at_once(50, |index| {
        let (client, code) = (browsers[index % 5].clone(), app.wrong_code(index));
        async move { client.enter_code(&code).await }
    })
    .await;
    assert!(answers.iter().all(|answer| matches!(answer.status, 422 | 429)), "{answers:?}");
    let looked_at = answers.iter().filter(|answer| answer.status == 422).count();
    assert!(looked_at <= LOOKED_AT_AT_ONCE, "{looked_at} of 50 parallel guesses were looked at");
    let events = server.database.events(OWNER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "second-step-failed").count(), looked_at);
}

#[tokio::test]
async fn s14_even_a_patient_guesser_of_codes_gets_a_hundred_tries() {
    let (server, client, app, _) = with_app().await;
    client.ask("/api/sign-out").await.expect(200);
    server.database.execute("DELETE FROM known_devices").await;
    let mut looked_at = 0;
    for index in 0..MOST + 10 {
        let half = server.half_way(&OWNER).await;
        looked_at += usize::from(half.enter_code(&app.wrong_code(index)).await.status == 422);
        server.database.let_time_pass(Duration::from_secs(15 * 60)).await;
    }
    assert_eq!(looked_at, MOST);
}

#[tokio::test]
async fn s14_limits_of_codes_survive_a_kill() {
    let (mut server, _, app, codes) = with_app().await;
    let half = server.half_way(&OWNER).await;
    guess_until_the_wait_is_long(&server, &app, async |_| half.clone()).await;
    server.kill();
    server.start_again().await;
    half.enter_code(&codes[0]).await.expect_error(429, "too-many");
}

#[tokio::test]
async fn s17_wrong_codes_of_a_stranger_do_not_shut_out_a_known_device() {
    let server = behind_proxy().start().await;
    let known = from_network(&server, "203.0.113.1");
    known.sign_in(&OWNER).await;
    let (app, codes) = known.use_app("Pocket", &OWNER).await;
    known.cookies().retain(|cookie| cookie.is_of_device());
    let half_way_from = async |address: &str| {
        let client = from_network(&server, address);
        client.half_sign_in(&OWNER).await;
        client
    };
    guess_until_the_wait_is_long(&server, &app, async |index| half_way_from(&format!("198.51.100.{index}")).await)
        .await;
    let another = half_way_from("198.51.100.200").await;
    another.enter_code(&app.wrong_code(50)).await.expect_error(429, "too-many");
    another.enter_code(&codes[0]).await.expect_error(429, "too-many");
    known.half_sign_in(&OWNER).await;
    known.enter_code(&codes[0]).await.expect(200);
    assert!(known.is_signed_in().await);
}

#[tokio::test]
async fn s76_a_reset_lets_in_whom_wrong_codes_kept_out() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    let (app, _) = client.use_app("Pocket", &OWNER).await;
    let attacker = letters.server.half_way(&OWNER).await;
    guess_until_the_wait_is_long(&letters.server, &app, async |_| attacker.clone()).await;
    let token = letters.reset_token(OWNER.email, 1).await;
    client.reset(&token, NEW_PASSWORD).await.expect(200);
    let owner = letters.server.half_way(&perfil_tests::Person { password: NEW_PASSWORD, ..OWNER }).await;
    owner.enter_code(&app.code()).await.expect(200);
}
