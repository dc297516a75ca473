//! Text messages that can wait do so while their reader's quiet hours last.

use crate::stage::{NOON, NUMBER, Peer, Running, Script, Stage, a_while, mail};
use perfil_accounts::clock::{HOUR, MINUTE};
use perfil_models::{ChosenRegion, QuietHours, UserId};
use perfil_store::outbox::NewMessage;
use perfil_store::{quiet_hours, users, users_region};
use perfil_worker::SendFailure;
use std::sync::Arc;

/// In Berlin it is a quarter past ten in the morning at [`NOON`].
const ZONE: &str = "Europe/Berlin";
const END: i64 = NOON + 45 * MINUTE;
const ARGUMENTS: &str = r#"{"name":"Ada","organization":"Acme","at":1795511700000,"country":"GB","time_zone":"UTC",
    "payment":"p-1","invoice":"i-1","amount":{"minor":5000,"currency":"EUR"},"import":"a.csv","imported":{"count":3},
    "balance":{"minor":4990,"currency":"EUR"},"minimum":{"minor":5000,"currency":"EUR"}}"#;

fn ada() -> UserId {
    UserId::new("ada")
}

/// A person in Berlin with a number, whose quiet hours last until eleven.
async fn stage() -> Stage {
    let stage = Stage::new().await;
    let mut db = stage.store.write().await.unwrap();
    let region = ChosenRegion { time_zone: Some(ZONE.to_owned()), ..ChosenRegion::default() };
    assert!(users_region::set(&mut db, &ada(), &region, 1, NOON).await.unwrap());
    users::set_phone(&mut db, &ada(), Some(NUMBER), NOON).await.unwrap();
    db.commit().await.unwrap();
    set(&stage, "22:00", "11:00").await;
    stage
}

async fn set(stage: &Stage, from: &str, until: &str) {
    let mut db = stage.store.write().await.unwrap();
    let version = users::by_id(&mut db, &ada()).await.unwrap().unwrap().version;
    let hours = QuietHours::parse(from, until).unwrap();
    assert!(quiet_hours::set(&mut db, &ada(), hours, version, NOON).await.unwrap());
    quiet_hours::follow(&mut db, &ada(), NOON).await.unwrap();
    db.commit().await.unwrap();
}

async fn text(stage: &Stage, id: &str, topic: Option<&str>, template: &str) {
    let text = NewMessage { channel: "sms", recipient: NUMBER, topic, template, arguments: ARGUMENTS, ..mail(id) };
    stage.queue(NewMessage { expires_at: NOON + 12 * HOUR, ..text }).await;
}

/// A payment was received, and its message was put off.
async fn waiting(stage: &Stage, peer: &Arc<Peer>) -> Running {
    text(stage, "text", Some("payments"), "payment-succeeded").await;
    let worker = stage.run(peer);
    puts_off(stage, "text", END).await;
    worker
}

async fn puts_off(stage: &Stage, id: &str, until: i64) {
    let is_put_off = async || {
        let row = stage.row(id).await;
        let waits = row.state == "pending" && row.last_error.as_deref() == Some(quiet_hours::WAITS);
        (waits && row.next_attempt_at == until).then_some(row)
    };
    let row = crate::stage::until(is_put_off).await;
    assert_eq!(row.attempts, 0, "it has not been tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_wait_waits_and_is_sent_when_they_are_over() {
    let (stage, peer) = (stage().await, Peer::with([]));
    for (id, topic, template) in [
        ("payment", "payments", "payment-succeeded"),
        ("import", "contact-imports", "import-completed"),
        ("invoice", "invoices", "invoice-issued-no-due"),
    ] {
        text(&stage, id, Some(topic), template).await;
    }
    let worker = stage.run(&peer);
    for id in ["payment", "import", "invoice"] {
        puts_off(&stage, id, END).await;
    }
    stage.clock.forward(45 * MINUTE - 1);
    a_while().await;
    assert!(peer.ids().is_empty(), "not before they are over");
    stage.clock.forward(1);
    for id in ["payment", "import", "invoice"] {
        stage.reaches(id, "accepted").await;
    }
    worker.stop().await;
    let row = stage.row("payment").await;
    assert_eq!((row.state.as_str(), row.attempts, row.last_error), ("accepted", 1, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_wait_is_sent_at_once() {
    let (stage, peer) = (stage().await, Peer::with([]));
    text(&stage, "low", Some("low-credit"), "credit-low").await;
    text(&stage, "failed", Some("payments"), "payment-failed-no-reason").await;
    text(&stage, "test", Some("test"), "test").await;
    stage.queue_code("code").await;
    let received = NewMessage { topic: Some("payments"), template: "payment-succeeded", ..mail("mail") };
    stage.queue(NewMessage { arguments: ARGUMENTS, ..received }).await;
    let worker = stage.run(&peer);
    for id in ["low", "failed", "test", "code", "mail"] {
        stage.reaches(id, "accepted").await;
    }
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_waited_does_not_expire_but_lives_as_long_as_ever_afterwards() {
    let stage = stage().await;
    set(&stage, "10:01", "10:00").await;
    text(&stage, "text", Some("payments"), "payment-succeeded").await;
    let end = NOON + 24 * HOUR - 15 * MINUTE;
    let peer = Peer::with([Script::Answer(Err(SendFailure::later("down")))]);
    let worker = stage.run(&peer);
    puts_off(&stage, "text", end).await;
    stage.clock.forward(24 * HOUR - 15 * MINUTE);
    peer.receives(1).await;
    stage.clock.forward(13 * HOUR);
    stage.reaches("text", "expired").await;
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_the_quiet_hours_holds_for_what_waits() {
    let (stage, peer) = (stage().await, Peer::with([]));
    let worker = waiting(&stage, &peer).await;
    set(&stage, "22:00", "12:30").await;
    puts_off(&stage, "text", NOON + 135 * MINUTE).await;
    set(&stage, "", "").await;
    stage.reaches("text", "accepted").await;
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_is_gone_gets_nothing_in_the_morning() {
    let (stage, peer) = (stage().await, Peer::with([]));
    let worker = waiting(&stage, &peer).await;
    let mut db = stage.store.write().await.unwrap();
    users::set_phone(&mut db, &ada(), None, NOON).await.unwrap();
    quiet_hours::follow(&mut db, &ada(), NOON).await.unwrap();
    db.commit().await.unwrap();
    let row = stage.reaches("text", "suppressed").await;
    assert_eq!(row.last_error.as_deref(), Some("other-phone"));
    stage.clock.forward(45 * MINUTE);
    a_while().await;
    worker.stop().await;
    assert!(peer.ids().is_empty());
}
