//! The loop: who sends what, when, and how often.

use crate::stage::{CODE, NUMBER, Peer, Running, Script, Stage, a_while, mail, within};
use perfil_store::Store;
use perfil_store::outbox as rows;
use perfil_worker::{Accepted, SendFailure, WorkerConfig};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_send_each_message_once() {
    let stage = Stage::new().await;
    let ids: Vec<String> = (0..60).map(|number| format!("row-{number}")).collect();
    for id in &ids {
        stage.queue(mail(id)).await;
    }
    let peer = Peer::with([]);
    let own_connections = Store::connect(&stage.url()).await.unwrap();
    let elsewhere = Stage { store: own_connections, ..stage.clone() };
    let workers = [stage.run(&peer), elsewhere.run(&peer)];
    peer.receives(60).await;
    a_while().await;
    assert_eq!(peer.ids().len(), 60);
    assert_eq!(peer.ids().into_iter().collect::<BTreeSet<_>>(), ids.iter().cloned().collect());
    for worker in workers {
        worker.stop().await;
    }
    assert_eq!(stage.row("row-0").await.state, "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wake_up_does_not_wait_for_the_next_look() {
    let stage = Stage::new().await;
    let peer = Peer::with([]);
    let config = WorkerConfig { poll: Duration::from_secs(600), ..WorkerConfig::new("https://example.com").unwrap() };
    let worker = Running::start(stage.worker_with(peer.clone(), peer.clone(), config));
    a_while().await;
    stage.queue(mail("row")).await;
    worker.waker.wake();
    peer.receives(1).await;
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_hangs_does_not_hold_the_mail_up() {
    let stage = Stage::new().await;
    let codes: Vec<String> = (0..20).map(|number| format!("code-{number}")).collect();
    for id in &codes {
        stage
            .queue(rows::NewMessage { channel: "sms", template: "phone-changed-new", recipient: NUMBER, ..mail(id) })
            .await;
    }
    let gateway = Peer::with((0..20).map(|_| Script::Silence));
    let mails = Peer::with([]);
    let worker = Running::start(stage.worker(mails.clone(), gateway.clone()));
    gateway.receives(16).await;
    stage.queue(mail("mail")).await;
    stage.reaches("mail", "accepted").await;
    assert_eq!(gateway.ids().len(), 16, "every place for text messages is taken");
    worker.kill().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_try_is_repeated_after_a_growing_wait() {
    let stage = Stage::new().await;
    stage.queue(mail("row")).await;
    let asked = SendFailure::Later { reason: "busy".to_owned(), retry_after: Some(45_000) };
    let peer = Peer::with([Script::Answer(Err(SendFailure::later("down"))), Script::Answer(Err(asked))]);
    let worker = stage.run(&peer);

    let first = stage.reaches("row", "pending").await;
    let row = if first.attempts == 0 { wait_for_attempt(&stage, 1).await } else { first };
    let wait = row.next_attempt_at - crate::stage::NOON;
    assert!((1_600..=2_400).contains(&wait), "two seconds, give or take a fifth: {wait}");
    assert_eq!(row.last_error.as_deref(), Some("down"));
    a_while().await;
    assert_eq!(peer.ids().len(), 1, "not before its time");

    stage.clock.forward(2_400);
    let row = wait_for_attempt(&stage, 2).await;
    assert_eq!(row.next_attempt_at, crate::stage::NOON + 2_400 + 45_000, "as the other side asked");

    stage.clock.forward(45_000);
    let row = stage.reaches("row", "accepted").await;
    assert_eq!((row.attempts, row.last_error), (3, None));
    let message_ids: BTreeSet<_> = peer.receives(3).await.into_iter().map(|(_, message_id)| message_id).collect();
    assert_eq!(message_ids, BTreeSet::from(["<row@settings.example.com>".to_owned()]), "the same key in every try");
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_for_good_is_given_up() {
    let stage = Stage::new().await;
    stage.queue(mail("refused")).await;
    stage.queue(rows::NewMessage { template: "no-such-thing", ..mail("unknown") }).await;
    stage.queue(rows::NewMessage { arguments: "{}", ..mail("wordless") }).await;
    stage.queue(rows::NewMessage { sealed: Some("broken"), ..mail("unsealable") }).await;
    stage.queue(rows::NewMessage { recipient: "ada", ..mail("nowhere") }).await;
    let peer = Peer::with([Script::Answer(Err(SendFailure::dead("RCPT: 550 5.1.1")))]);
    let worker = stage.run(&peer);
    for (id, reason) in [
        ("refused", "RCPT: 550 5.1.1"),
        ("unknown", "there is no email template no-such-thing"),
        ("wordless", "the words are missing"),
        ("unsealable", "the secret arguments cannot be opened"),
        ("nowhere", "the recipient is not one for email"),
    ] {
        let row = stage.reaches(id, "dead").await;
        let error = row.last_error.unwrap_or_default();
        assert!(error.starts_with(reason), "{error}");
    }
    assert_eq!(peer.ids(), ["refused"]);
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_expired_and_the_superseded_stay_unsent() {
    let stage = Stage::new().await;
    stage.queue_code("late").await;
    stage.clock.forward(300_000);
    stage.queue_code("old").await;
    let mut db = stage.store.write().await.unwrap();
    rows::supersede(&mut db, "phone-code:ada", crate::stage::NOON + 300_000).await.unwrap();
    db.commit().await.unwrap();
    stage.queue_code("new").await;

    let peer = Peer::with([]);
    let worker = stage.run(&peer);
    let row = stage.reaches("new", "accepted").await;
    assert_eq!(row.sealed, None, "the secret goes with the end state");
    assert_eq!(peer.ids(), ["new"]);
    for id in ["late", "old"] {
        let row = stage.row(id).await;
        assert!(matches!(row.state.as_str(), "expired" | "superseded"), "{id} {}", row.state);
        assert_eq!(row.sealed, None, "{id}");
    }
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s81_a_code_never_lies_in_the_file() {
    let stage = Stage::new().await;
    stage.queue_code("row").await;
    let peer = Peer::with([Script::Answer(Err(SendFailure::later("down")))]);
    let worker = stage.run(&peer);
    let row = wait_for_attempt(&stage, 1).await;
    assert!(row.sealed.is_some(), "still needed for the next try");
    stage.clock.forward(3_000);
    let row = stage.reaches("row", "accepted").await;
    assert_eq!(row.sealed, None);
    let got = peer.receives(2).await;
    assert!(got.iter().all(|(_, text)| text.ends_with(&format!("\n@settings.example.com #{CODE}"))), "{got:?}");
    worker.stop().await;
    let bytes = stage.bytes_on_disk();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds(NUMBER) && !holds(CODE));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_sends_again_what_may_have_been_sent() {
    let stage = Stage::new().await;
    stage.queue_code("row").await;
    let peer = Peer::with([Script::Answer(Err(SendFailure::unknown("no answer in time")))]);
    let worker = stage.run(&peer);
    let row = stage.reaches("row", "unknown").await;
    assert_eq!((row.sealed, row.last_error.as_deref()), (None, Some("no answer in time")));
    stage.clock.forward(200_000);
    a_while().await;
    assert_eq!(peer.ids().len(), 1);
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sender_that_never_ends_is_cut_off_within_the_lease() {
    let stage = Stage::new().await;
    stage.queue_code("code").await;
    stage.queue(mail("mail")).await;
    let peer = Peer::with([Script::Silence, Script::Silence]);
    let poll = Duration::from_millis(5);
    let config = WorkerConfig { lease: 400, poll, ..WorkerConfig::new("https://example.com").unwrap() };
    let worker = Running::start(stage.worker_with(peer.clone(), peer.clone(), config));
    stage.reaches("code", "unknown").await;
    assert_eq!(wait_for(&stage, "mail", 1).await.last_error.as_deref(), Some("no answer before the lease ran out"));
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_crash_between_send_and_mark_it_is_sent_again_with_the_same_key() {
    let stage = Stage::new().await;
    stage.queue(mail("mail")).await;
    stage.queue_code("code").await;
    let peer = Peer::with([Script::Silence, Script::Silence]);
    let first = stage.run(&peer);
    peer.receives(2).await;
    first.kill().await;

    let second = stage.run(&peer);
    a_while().await;
    assert_eq!(peer.ids().len(), 2, "the lease still holds");
    stage.clock.forward(30_000);
    let mut got = peer.receives(4).await;
    got.sort();
    assert_eq!(got[0], got[1], "the same code, the same id");
    assert_eq!(got[2], got[3]);
    assert_eq!(got[2].1, "<mail@settings.example.com>");
    assert_eq!(stage.reaches("mail", "accepted").await.attempts, 2);
    stage.reaches("code", "accepted").await;
    second.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_lease_marks_nothing() {
    let stage = Stage::new().await;
    stage.queue(mail("row")).await;
    let mut db = stage.store.write().await.unwrap();
    let now = crate::stage::NOON;
    let claimed = rows::claim(&mut db, "email", "other", 1, now, now + 30_000).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(claimed.len(), 1);
    stage.clock.forward(30_000);
    let peer = Peer::with([Script::Answer(Err(SendFailure::later("down")))]);
    let worker = stage.run(&peer);
    let row = wait_for_attempt(&stage, 2).await;
    let mut db = stage.store.write().await.unwrap();
    assert!(!rows::mark(&mut db, "row", "other", &rows::Sent::Accepted(None), now).await.unwrap());
    db.commit().await.unwrap();
    assert_eq!(row.state, "pending");
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_lets_what_is_in_flight_end_and_claims_nothing_more() {
    let stage = Stage::new().await;
    let peer = Arc::new(Slow::default());
    stage.queue(mail("first")).await;
    let worker = Running::start(stage.worker(peer.clone(), peer.clone()));
    peer.entered.notified().await;
    stage.queue(mail("second")).await;
    within(5, worker.stop()).await;
    assert_eq!(stage.row("first").await.state, "accepted");
    assert_eq!((stage.row("second").await.state.as_str(), stage.row("second").await.attempts), ("pending", 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hanging_sender_does_not_hold_the_end_up_for_more_than_ten_seconds() {
    let stage = Stage::new().await;
    stage.queue_code("code").await;
    stage.queue(mail("mail")).await;
    let peer = Peer::with([Script::Silence, Script::Silence]);
    let worker = stage.run(&peer);
    peer.receives(2).await;
    within(11, worker.stop()).await;
    assert_eq!(stage.row("code").await.state, "unknown");
    assert_eq!(stage.row("mail").await.state, "pending");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_superseded_in_flight_stays_superseded() {
    let stage = Stage::new().await;
    let peer = Arc::new(Slow::default());
    stage.queue(mail("row")).await;
    let worker = Running::start(stage.worker(peer.clone(), peer.clone()));
    peer.entered.notified().await;
    let mut db = stage.store.write().await.unwrap();
    sqlx::query("UPDATE outbox SET state = 'superseded', lease = NULL WHERE id = 'row'")
        .execute(&mut *db)
        .await
        .unwrap();
    db.commit().await.unwrap();
    worker.stop().await;
    assert_eq!(stage.row("row").await.state, "superseded");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_database_delays_the_mark_and_does_not_lose_it() {
    let stage = Stage::new().await;
    let peer = Arc::new(Slow::default());
    stage.queue(mail("row")).await;
    let worker = Running::start(stage.worker(peer.clone(), peer.clone()));
    peer.entered.notified().await;
    let other_process = Store::connect(&stage.url()).await.unwrap();
    let lock = other_process.write().await.unwrap();
    tokio::time::sleep(Duration::from_secs(7)).await;
    assert_eq!(stage.row("row").await.state, "sending");
    drop(lock);
    assert_eq!(stage.reaches("row", "accepted").await.attempts, 1);
    worker.stop().await;
}

#[derive(Default)]
struct Slow {
    entered: tokio::sync::Notify,
}

#[async_trait::async_trait]
impl perfil_worker::MailSender for Slow {
    async fn send(&self, _: &perfil_worker::MailMessage) -> Result<Accepted, SendFailure> {
        self.entered.notify_one();
        tokio::time::sleep(Duration::from_millis(300)).await;
        Ok(Accepted::default())
    }
}

#[async_trait::async_trait]
impl perfil_worker::SmsSender for Slow {
    async fn send(&self, _: &perfil_worker::SmsMessage) -> Result<Accepted, SendFailure> {
        Ok(Accepted::default())
    }
}

async fn wait_for_attempt(stage: &Stage, attempts: i64) -> crate::stage::Row {
    wait_for(stage, "row", attempts).await
}

/// Waits until a row has failed that often and is pending again.
async fn wait_for(stage: &Stage, id: &str, attempts: i64) -> crate::stage::Row {
    let failed = async || Some(stage.row(id).await).filter(|row| row.state == "pending" && row.attempts == attempts);
    crate::stage::until(failed).await
}
