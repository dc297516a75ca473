//! Events in batches: each is answered for itself, in order, and what is taken is taken together.

use crate::events::{code, joined, padded, payment, silent};
use perfil_tests::notifications::told;
use perfil_tests::platform::{EVENTS, SOURCE, balance, event};
use perfil_tests::probes::at_once;
use perfil_tests::{Answer, OWNER, Platform};
use serde_json::{Value, json};

/// What came of each event of a batch.
fn events(answer: &Answer) -> Vec<Value> {
    answer.json()["events"].as_array().unwrap_or_else(|| panic!("no list of events: {}", answer.body)).clone()
}

fn statuses(answer: &Answer) -> Vec<i64> {
    events(answer).iter().map(|event| event["status"].as_i64().expect("a status")).collect()
}

fn payments(count: usize) -> Vec<Value> {
    (0..count).map(|index| event(&format!("pay-{index}"), "payment.succeeded", payment(100))).collect()
}

#[tokio::test]
async fn each_event_is_answered_for_itself_in_order() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    platform.tell_as("before", "payment.succeeded", payment(1)).await.expect(200);
    let batch = [
        event("one", "credit.balance", balance("harbour", 2, 900)),
        event("two", "payment.refunded", payment(100)),
        event("three", "payment.succeeded", joined(&payment(100), &json!({ "amount": "a lot" }))),
        event("four", "payment.succeeded", joined(&payment(100), &json!({ "organization": "nowhere" }))),
        event("before", "payment.succeeded", payment(2)),
        event("five", "payment.succeeded", joined(&payment(100), &json!({ "currency": "USD" }))),
        event("six", "credit.balance", balance("harbour", 1, 800)),
        event("before", "payment.succeeded", payment(1)),
    ];
    let answer = platform.tell_batch(&batch).await.expect(200);
    let told: Vec<_> = events(&answer);
    let told: Vec<_> = told
        .iter()
        .map(|event| {
            let word = if event["outcome"].is_string() { &event["outcome"] } else { &event["code"] };
            assert_eq!(event["source"], SOURCE);
            (
                event["id"].as_str().expect("an id"),
                event["status"].as_i64().expect("a status"),
                word.as_str().expect("a word"),
            )
        })
        .collect();
    let expected = [
        ("one", 200, "applied"),
        ("two", 422, "unknown-type"),
        ("three", 422, "invalid-event"),
        ("four", 422, "unknown-organization"),
        ("before", 409, "conflict"),
        ("five", 422, "wrong-currency"),
        ("six", 200, "late"),
        ("before", 200, "applied"),
    ];
    assert_eq!(told, expected);
    assert!(events(&answer)[2]["detail"].as_str().is_some_and(|detail| detail.contains("amount")), "{}", answer.body);
    assert_eq!(server.database.count("platform_events").await, 3);
}

#[tokio::test]
async fn a_batch_told_again_is_answered_as_before_and_tells_nobody_again() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let first = platform.tell_batch(&payments(100)).await.expect(200);
    assert_eq!(statuses(&first), [200; 100]);
    let lines = told(&server).await;
    assert_eq!(lines.len(), 200, "one person, two channels");
    assert_eq!(platform.tell_batch(&payments(100)).await.expect(200).json(), first.json());
    assert_eq!(told(&server).await, lines);
    assert_eq!(
        platform.tell_as("pay-7", "payment.succeeded", payment(100)).await.expect(200).json()["outcome"],
        "applied"
    );
}

#[tokio::test]
async fn s72_an_id_that_stands_twice_in_a_batch_counts_once() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let twice = |amount| event("twice", "payment.succeeded", payment(amount));
    let answer = platform.tell_batch(&[twice(100), twice(100), twice(101)]).await.expect(200);
    assert_eq!(statuses(&answer), [200, 200, 409], "{}", answer.body);
    assert_eq!(told(&server).await.len(), 2);
}

#[tokio::test]
async fn s72_of_the_same_batch_ten_times_at_once_each_event_counts_once() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let answers = at_once(10, |index| {
        let platform = platform.clone();
        let mut batch = payments(40);
        batch.rotate_left(index * 4);
        async move { platform.tell_batch(&batch).await }
    })
    .await;
    for answer in &answers {
        assert_eq!((answer.status, statuses(answer)), (200, vec![200; 40]));
    }
    assert_eq!(server.database.count("platform_events").await, 40);
    assert_eq!(told(&server).await.len(), 80);
}

#[tokio::test]
async fn s73_a_batch_has_a_hundred_events_and_a_mebibyte_at_most() {
    const LIMIT: usize = 1024 * 1024;
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let before = server.database.snapshot().await;
    platform.tell_batch(&payments(101)).await.expect(413);
    let send = async |length: usize| {
        let call = platform.post(EVENTS).header("content-type", "application/cloudevents-batch+json");
        call.body(padded(&json!(payments(100)), length)).send().await
    };
    send(LIMIT + 1).await.expect(413);
    assert_eq!(server.database.snapshot().await, before);
    assert_eq!(statuses(&send(LIMIT).await.expect(200)), [200; 100]);
}

#[tokio::test]
async fn what_is_no_batch_is_refused() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let one = payments(1).remove(0);
    for body in [one.to_string(), "null".to_owned(), "[".to_owned(), "{}".to_owned(), String::new()] {
        let call = platform.post(EVENTS).header("content-type", "application/cloudevents-batch+json");
        call.body(body).send().await.expect(422);
    }
    let several = json!(payments(2)).to_string();
    let call = platform.post(EVENTS).header("content-type", "application/cloudevents+json").body(several);
    assert_eq!(code(&call.send().await.expect(422)), "invalid-event");
    assert_eq!(platform.tell_batch(&[]).await.expect(200).json(), json!({ "events": [] }));
    let odd = [json!(7), json!({}), json!(null), json!([]), one];
    assert_eq!(statuses(&platform.tell_batch(&odd).await.expect(200)), [422, 422, 422, 422, 200]);
}

#[tokio::test]
async fn balances_of_a_batch_are_taken_one_after_the_other() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let client = server.client_of(&OWNER).await;
    client.choose_minimum("50").await;
    let cents = [10_000, 4_999, 6_000, 4_999, 4_998, 5_499, 4_000, 5_500, 0];
    let batch: Vec<_> = cents
        .iter()
        .enumerate()
        .map(|(index, cents)| {
            event(&format!("b{index}"), "credit.balance", balance("harbour", index as i64 + 1, *cents))
        })
        .collect();
    platform.tell_batch(&batch).await.expect(200);
    let alerts = perfil_tests::notifications::count(&server, "credit-low").await;
    assert_eq!(alerts, 3, "below, above, below, near, below, above, below");
    assert!(client.credit().await["balance"].as_str().is_some_and(|text| text.contains("0.00")));
}
