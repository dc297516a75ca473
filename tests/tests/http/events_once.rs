//! SECURITY.md 72: an event is known by its source and id, and counts once however often it is told.

use crate::events::{code, joined, payment, sample, silent};
use perfil_tests::notifications::told;
use perfil_tests::platform::{balance, event};
use perfil_tests::probes::at_once;
use perfil_tests::{Answer, MEMBER, Platform, STRANGER};
use serde_json::json;

#[tokio::test]
async fn s72_an_event_is_known_by_source_and_id() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let first = platform.tell_as("one", "payment.succeeded", payment(100)).await.expect(200).json();
    let lines = told(&server).await;
    for _ in 0..3 {
        let again = platform.tell_as("one", "payment.succeeded", payment(100)).await.expect(200).json();
        assert_eq!(again, first);
    }
    for (kind, data) in [("payment.succeeded", payment(101)), ("payment.failed", payment(100))] {
        assert_eq!(code(&platform.tell_as("one", kind, data).await.expect(409)), "conflict");
    }
    assert_eq!(told(&server).await, lines);
    let elsewhere = joined(&event("one", "payment.failed", payment(100)), &json!({ "source": "/shop" }));
    assert_eq!(platform.send(&elsewhere).await.expect(200).json()["source"], "/shop", "another source, another event");
    let other_key = Platform::of(&server);
    assert_eq!(other_key.tell_as("one", "payment.succeeded", payment(100)).await.expect(200).json(), first);
}

#[tokio::test]
async fn s72_what_was_answered_first_is_answered_for_ever() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let tell = async |id: &str, seq: i64| {
        let answer = platform.tell_as(id, "credit.balance", balance("harbour", seq, 100 * seq)).await.expect(200);
        answer.json()["outcome"].as_str().expect("an outcome").to_owned()
    };
    assert_eq!(
        [tell("a", 5).await, tell("b", 3).await, tell("c", 9).await, tell("d", 9).await],
        ["applied", "late", "applied", "late"]
    );
    assert_eq!(
        [tell("a", 5).await, tell("b", 3).await, tell("c", 9).await, tell("d", 9).await],
        ["applied", "late", "applied", "late"]
    );
}

#[tokio::test]
async fn s72_the_first_answer_outlives_what_it_was_about() {
    let server = silent().start().await;
    let (platform, user) = (Platform::of(&server), server.database.external_id(MEMBER.email).await);
    let data = sample("contact_import.failed", &user).0;
    let first = platform.tell_as("one", "contact_import.failed", data.clone()).await.expect(200).json();
    let second = platform.tell_as("two", "payment.succeeded", payment(100)).await.expect(200).json();
    server.database.execute("UPDATE users SET external_id = 'renamed-' || external_id, disabled_at = 1").await;
    server.database.execute("UPDATE organizations SET currency = 'USD'").await;
    assert_eq!(platform.tell_as("one", "contact_import.failed", data).await.expect(200).json(), first);
    assert_eq!(platform.tell_as("two", "payment.succeeded", payment(100)).await.expect(200).json(), second);
}

#[tokio::test]
async fn s72_what_was_refused_may_be_told_again() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let data = joined(&payment(100), &json!({ "organization": STRANGER.organization }));
    let refused = platform.tell_as("one", "payment.succeeded", data.clone()).await.expect(422);
    assert_eq!(code(&refused), "unknown-organization");
    server.create(&STRANGER);
    platform.tell_as("one", "payment.succeeded", data).await.expect(200);
}

async fn tell_amount(platform: Platform, amount: i64) -> Answer {
    platform.tell_as("one", "payment.succeeded", payment(amount)).await
}

#[tokio::test]
async fn s72_of_parallel_ones_under_an_id_one_is_taken() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let answers = at_once(20, |_| tell_amount(platform.clone(), 100)).await;
    for answer in &answers {
        assert_eq!((answer.status, answer.json()), (200, answers[0].json()));
    }
    assert_eq!(server.database.count("platform_events").await, 1);
    assert_eq!(told(&server).await.len(), 2, "one person, two channels");

    server.database.execute("DELETE FROM outbox; DELETE FROM platform_events").await;
    let answers = at_once(20, |index| tell_amount(platform.clone(), index as i64)).await;
    assert!(answers.iter().all(|answer| matches!(answer.status, 200 | 409)), "{answers:?}");
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    assert_eq!(told(&server).await.len(), 2);
}
