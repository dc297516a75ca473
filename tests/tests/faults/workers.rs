//! Workers in processes of their own: each message once, whoever sends it, and at most twice when one dies.

use perfil_tests::people::number;
use perfil_tests::sms::Mood;
use perfil_tests::wait::until_true;
use perfil_tests::{OWNER, Scene, Server};
use serde_json::json;
use std::collections::BTreeMap;
use std::time::Duration;

/// Copies the one text that waits, for so many numbers.
const COPIES: usize = 80;

const COPY: &str = "WITH RECURSIVE copies (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM copies WHERE i < 80) \
     INSERT INTO outbox (id, unique_key, topic_key, organization_id, user_id, channel, template, language, recipient, \
     arguments, sealed, state, attempts, next_attempt_at, expires_at, created_at, updated_at) \
     SELECT id || '-' || i, unique_key || i, topic_key || i, organization_id, user_id, channel, template, language, \
     '+44770090' || (1000 + i), arguments, sealed, state, attempts, next_attempt_at, expires_at, created_at, updated_at \
     FROM outbox, copies WHERE channel = 'sms'";

async fn without_worker() -> Scene {
    let scene = Scene::of(Server::builder().set("PERFIL_WORKER", "none")).await;
    let client = scene.server.client_of(&OWNER).await;
    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200);
    scene
}

fn per_number(scene: &Scene) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in scene.sms.texts() {
        *counts.entry(text.to).or_default() += 1;
    }
    counts
}

async fn sent(scene: &Scene) -> usize {
    let messages = scene.server.database.messages("phone-removed").await;
    messages.iter().filter(|message| message.channel == "sms" && message.state == "accepted").count()
}

#[tokio::test]
async fn two_workers_send_each_message_once() {
    let scene = without_worker().await;
    scene.server.database.execute(COPY).await;
    assert!(scene.sms.texts().is_empty(), "a server without a worker sends nothing");
    let _workers = [scene.server.run(&["worker"], "worker-1.log"), scene.server.run(&["worker"], "worker-2.log")];
    until_true("all messages to be sent", Duration::from_secs(60), async || sent(&scene).await == COPIES + 1).await;
    let counts = per_number(&scene);
    assert_eq!(counts.len(), COPIES + 1);
    assert!(counts.values().all(|count| *count == 1), "{counts:?}");
}

#[tokio::test]
async fn a_worker_beside_a_serving_one_sends_each_message_once() {
    let scene = Scene::start().await;
    let _worker = scene.server.run(&["worker"], "worker.log");
    let client = scene.server.client_of(&OWNER).await;
    for round in 0..20 {
        scene.server.database.execute("DELETE FROM buckets").await;
        client.change_phone(&OWNER, &number(560 + round)).await;
        scene.sms.wait_for(&number(560 + round), 1).await;
    }
    let done = async || scene.server.database.messages("phone-code").await.iter().all(|code| code.state == "accepted");
    until_true("all messages to be marked", Duration::from_secs(30), done).await;
    assert!(per_number(&scene).values().all(|count| *count == 1));
}

#[tokio::test]
async fn a_worker_that_dies_between_send_and_mark_makes_one_duplicate_at_most() {
    let scene = without_worker().await;
    let phone = OWNER.phone.unwrap_or_default();
    scene.sms.is(Mood::Hangs);
    let mut worker = scene.server.run(&["worker"], "worker-1.log");
    scene.sms.wait_for(phone, 1).await;
    worker.kill();
    scene.sms.is(Mood::Accepts);
    let _second = scene.server.run(&["worker"], "worker-2.log");
    // Its lease runs out.
    scene.server.database.let_time_pass(Duration::from_secs(31)).await;
    until_true("the message to be marked", Duration::from_secs(30), async || sent(&scene).await == 1).await;
    let texts = scene.sms.texts_to(phone);
    assert_eq!(texts.len(), 2);
    assert_eq!(texts[0].parameters["dlr-url"], texts[1].parameters["dlr-url"], "both under the same key");
    assert_eq!(texts[0].text, texts[1].text);
}

#[tokio::test]
async fn a_worker_ends_when_it_is_asked_to() {
    let scene = without_worker().await;
    let mut worker = scene.server.run(&["worker"], "worker.log");
    scene.sms.wait_for(OWNER.phone.unwrap_or_default(), 1).await;
    worker.terminate();
    let (status, took) = worker.wait(Duration::from_secs(15)).await;
    assert!(status.success() && took < Duration::from_secs(11), "{status} after {took:?}");
}
