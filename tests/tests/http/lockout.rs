//! SECURITY.md 14, 17 and 24: guessing is slow and ends, and the owner is not shut out by it.

use crate::sign_in::{behind_proxy, from_network};
use perfil_tests::probes::at_once;
use perfil_tests::{OWNER, Server, WRONG_PASSWORD};
use serde_json::json;
use std::time::Duration;

/// Failures in a row after which nothing more is looked at.
const MOST: usize = 100;
const QUARTER: Duration = Duration::from_secs(15 * 60);

/// A try from the `index`th of many networks; true: it was looked at.
async fn is_looked_at(server: &Server, index: usize) -> bool {
    let client = from_network(server, &format!("10.{}.{}.1", index / 250, index % 250));
    let answer = client.try_sign_in(OWNER.email, WRONG_PASSWORD).await;
    match answer.status {
        401 => true,
        429 => false,
        _ => panic!("{answer:?}"),
    }
}

#[tokio::test]
async fn s14_s17_a_hundred_guesses_from_anywhere_and_the_owners_browser_still_works() {
    let server = behind_proxy().start().await;
    let known = from_network(&server, "203.0.113.1");
    known.sign_in(&OWNER).await;
    known.cookies().retain(|cookie| cookie.is_of_device());

    let mut looked_at = 0;
    for index in 0..MOST + 20 {
        looked_at += usize::from(is_looked_at(&server, index).await);
    }
    assert_eq!(looked_at, MOST);
    let stranger = from_network(&server, "203.0.113.2");
    stranger.try_sign_in(OWNER.email, OWNER.password).await.expect_error(429, "too-many");

    known.sign_in(&OWNER).await;
    let events = server.database.events(OWNER.email).await;
    assert!(events.contains(&"sign-in-shut".to_owned()));
    let told = server.database.messages("sign-in-blocked").await;
    assert_eq!(told.len(), 1, "the owner is told once");
    assert_eq!(told[0].recipient, OWNER.email);
}

#[tokio::test]
async fn s17_a_stolen_mark_of_a_browser_is_limited_like_anybody() {
    let server = behind_proxy().start().await;
    let known = from_network(&server, "203.0.113.1");
    known.sign_in(&OWNER).await;
    known.cookies().retain(|cookie| cookie.is_of_device());
    let mut looked_at = 0;
    for index in 0..30 {
        let thief = known.fork().with("x-forwarded-for", &format!("198.51.100.{index}"));
        looked_at += usize::from(thief.try_sign_in(OWNER.email, WRONG_PASSWORD).await.status == 401);
    }
    assert!(looked_at <= 6, "new networks gave new tries: {looked_at}");
    from_network(&server, "203.0.113.2").sign_in(&OWNER).await;
}

#[tokio::test]
async fn s17_the_mark_of_one_person_is_worth_nothing_for_another() {
    let server = behind_proxy().start().await;
    let marked = from_network(&server, "203.0.113.1");
    marked.sign_in(&perfil_tests::MEMBER).await;
    marked.cookies().retain(|cookie| cookie.is_of_device());
    for index in 0..MOST {
        is_looked_at(&server, index).await;
    }
    let answer = marked.try_sign_in(OWNER.email, OWNER.password).await;
    answer.expect_error(429, "too-many");
}

#[tokio::test]
async fn s14_waits_grow_and_are_told() {
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let attempt = async || server.client().try_sign_in(OWNER.email, WRONG_PASSWORD).await;
    for _ in 0..4 {
        attempt().await.expect_error(401, "wrong-credentials");
    }
    for wait in [2, 4, 8, 16, 32] {
        attempt().await.expect_error(401, "wrong-credentials");
        let refused = server.client().try_sign_in(OWNER.email, OWNER.password).await.expect_error(429, "too-many");
        assert_eq!(refused.header("retry-after"), refused.data()["retry_after"].to_string());
        let told: u64 = refused.header("retry-after").parse().expect("seconds");
        assert!(told == wait || told + 1 == wait, "{told} instead of {wait} seconds");
        server.database.let_time_pass(Duration::from_secs(wait)).await;
    }
    server.client().sign_in(&OWNER).await;
}

#[tokio::test]
async fn s14_even_a_patient_guesser_gets_a_hundred_tries() {
    let server = Server::start().await;
    let mut looked_at = 0;
    for _ in 0..MOST + 10 {
        looked_at += usize::from(server.client().try_sign_in(OWNER.email, WRONG_PASSWORD).await.status == 401);
        server.database.let_time_pass(QUARTER).await;
    }
    assert_eq!(looked_at, MOST);
}

#[tokio::test]
async fn s14_a_quiet_day_does_not_give_another_hundred() {
    let mut server = behind_proxy().start().await;
    let mut looked_at = 0;
    for round in 0..2 {
        for index in 0..70 {
            looked_at += usize::from(is_looked_at(&server, round * 1_000 + index).await);
        }
        server.database.let_time_pass(Duration::from_secs(2 * 86_400)).await;
        // It cleans up when it starts.
        server.kill();
        server.start_again().await;
        let cleaned = async || server.database.count("buckets").await == 0;
        perfil_tests::wait::until_true("the clean-up", Duration::from_secs(10), cleaned).await;
    }
    assert!(looked_at <= MOST, "{looked_at} failures in a row were looked at");
}

#[tokio::test]
async fn s14_parallel_guesses_do_not_pass_together() {
    let server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    let client = server.client();
    let answers = at_once(60, |_| {
        let client = client.clone();
        async move { client.try_sign_in(OWNER.email, WRONG_PASSWORD).await }
    })
    .await;
    let looked_at = answers.iter().filter(|answer| answer.status == 401).count();
    assert!(looked_at <= 5, "{looked_at} of 60 parallel guesses were looked at");
}

#[tokio::test]
async fn s14_right_passwords_at_once_are_all_let_in() {
    let server = Server::start().await;
    let answers = at_once(15, |_| {
        let client = server.client();
        async move { client.try_sign_in(OWNER.email, OWNER.password).await }
    })
    .await;
    let statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
    assert_eq!(statuses, [200; 15]);
    assert_eq!(server.database.count("failures").await, 0);
}

#[tokio::test]
async fn s14_limits_survive_a_kill() {
    let mut server = Server::builder().set("PERFIL_SIGN_IN_BURST", "1000").start().await;
    while server.client().try_sign_in(OWNER.email, WRONG_PASSWORD).await.status == 401 {}
    // The first wait is over within seconds; a longer one outlives the restart.
    for _ in 0..4 {
        server.database.let_time_pass(Duration::from_secs(60)).await;
        server.client().try_sign_in(OWNER.email, WRONG_PASSWORD).await.expect(401);
    }
    server.kill();
    server.start_again().await;
    server.client().try_sign_in(OWNER.email, OWNER.password).await.expect_error(429, "too-many");
}

#[tokio::test]
async fn s24_wrong_passwords_in_all_changes_share_one_limit() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let change = async |password: &str| {
        let new = perfil_tests::NEW_PASSWORD;
        client.call("/api/password", json!({ "current": password, "new": new, "repeat": new })).await
    };
    let phone = async |password: &str| client.try_change_phone("+447700900124", password).await;
    let remove = async |password: &str| client.call("/api/phone/remove", json!({ "password": password })).await;
    change(WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    phone(WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    remove(WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    change(WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    phone(WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    for answer in [change(OWNER.password).await, phone(OWNER.password).await, remove(OWNER.password).await] {
        let answer = answer.expect_error(429, "too-many");
        assert!(!answer.header("retry-after").is_empty());
    }
    // Another session of the same person does not help.
    let second = server.client_of(&OWNER).await;
    second.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect_error(429, "too-many");
    server.database.let_time_pass(Duration::from_secs(3)).await;
    remove(OWNER.password).await.expect(200);
    change(WRONG_PASSWORD).await.expect_error(403, "wrong-password");
}

#[tokio::test]
async fn s24_parallel_wrong_passwords_do_not_pass_together() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let answers = at_once(40, |_| {
        let client = client.clone();
        async move { client.call("/api/phone/remove", json!({ "password": WRONG_PASSWORD })).await }
    })
    .await;
    let looked_at = answers.iter().filter(|answer| answer.status == 403).count();
    assert!(looked_at <= 5, "{looked_at} of 40 parallel guesses were looked at");
}
