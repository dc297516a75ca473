//! What whoever watches is told.

use crate::smsc::Smsc;
use crate::stage::{ADDRESS, CODE, NOON, NUMBER, Peer, Running, Script, Stage, mail, until};
use perfil_accounts::keys::Purpose;
use perfil_store::outbox::NewMessage;
use perfil_worker::receipts::KannelReceipt;
use perfil_worker::{Cleanup, Metrics, SendFailure, SmppSender, SmppTimes};
use std::sync::Arc;
use std::time::Duration;

async fn told(stage: &Stage) -> String {
    stage.metrics.text(&stage.store, &stage.clock).await
}

fn has(text: &str, line: &str) -> bool {
    text.lines().any(|told| told == line)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_step_of_a_message_is_counted() {
    let stage = Stage::new().await;
    stage.queue(mail("mail")).await;
    stage.queue_code("code").await;
    let peer = Peer::with([]);
    let worker = stage.run(&peer);
    stage.reaches("mail", "accepted").await;
    stage.reaches("code", "accepted").await;
    worker.stop().await;
    for (script, id) in [(SendFailure::later("down"), "later"), (SendFailure::dead("refused"), "dead")] {
        stage.queue(mail(id)).await;
        let worker = stage.run(&Peer::with([Script::Answer(Err(script))]));
        until(async || Some(stage.row(id).await).filter(|row| row.last_error.is_some())).await;
        worker.stop().await;
    }
    for proof in [stage.keys.mac(Purpose::Receipt, &["code"]), "forged".to_owned()] {
        let receipt = KannelReceipt { id: "code".to_owned(), proof, status: "1".to_owned(), answer: String::new() };
        stage.receipts(None).kannel(&receipt).await;
    }
    let text = told(&stage).await;
    for line in [
        r#"perfil_outbox_messages_total{channel="email",state="sending"} 3"#,
        r#"perfil_outbox_messages_total{channel="email",state="accepted"} 1"#,
        r#"perfil_outbox_messages_total{channel="email",state="pending"} 1"#,
        r#"perfil_outbox_messages_total{channel="email",state="dead"} 1"#,
        r#"perfil_outbox_messages_total{channel="sms",state="accepted"} 1"#,
        r#"perfil_outbox_messages_total{channel="sms",state="delivered"} 1"#,
        r#"perfil_receipts_total{provider="kannel",outcome="recorded"} 1"#,
        r#"perfil_receipts_total{provider="kannel",outcome="forged"} 1"#,
        r#"perfil_outbox_send_seconds_count{channel="email"} 3"#,
        r#"perfil_outbox_send_seconds_bucket{le="+Inf",channel="sms"} 1"#,
        "# TYPE perfil_outbox_send_seconds histogram",
        "# UNIT perfil_outbox_send_seconds seconds",
        "# EOF",
    ] {
        assert!(has(&text, line), "{line} is missing:\n{text}");
    }
    for personal in [ADDRESS, NUMBER, &NUMBER[1..], CODE] {
        assert!(!text.contains(personal), "{personal}:\n{text}");
    }
}

#[tokio::test]
async fn the_queue_is_measured_when_somebody_asks() {
    let stage = Stage::new().await;
    for id in ["a", "b"] {
        stage.queue(mail(id)).await;
    }
    stage.queue_code("c").await;
    stage.clock.forward(90_500);
    let text = told(&stage).await;
    for line in [
        r#"perfil_outbox_waiting{channel="email",state="pending"} 2"#,
        r#"perfil_outbox_waiting{channel="email",state="sending"} 0"#,
        r#"perfil_outbox_waiting{channel="sms",state="pending"} 1"#,
        r#"perfil_outbox_overdue_seconds{channel="email"} 90.5"#,
        r#"perfil_outbox_overdue_seconds{channel="sms"} 90.5"#,
        "perfil_outbox_readable 1",
        "perfil_outbox_expired_total 0",
    ] {
        assert!(has(&text, line), "{line} is missing:\n{text}");
    }

    stage.clock.forward(300_000);
    stage.queue(NewMessage { expires_at: NOON, ..mail("late") }).await;
    let metrics = stage.metrics.clone();
    Cleanup::new(stage.store.clone(), Arc::new(stage.clock.clone()), metrics).end_overdue().await;
    let text = told(&stage).await;
    for line in [
        r#"perfil_outbox_waiting{channel="sms",state="pending"} 0"#,
        r#"perfil_outbox_overdue_seconds{channel="sms"} 0.0"#,
        "perfil_outbox_expired_total 2",
    ] {
        assert!(has(&text, line), "{line} is missing:\n{text}");
    }

    stage.store.close().await;
    let text = told(&stage).await;
    assert!(has(&text, "perfil_outbox_readable 0") && !text.contains("perfil_outbox_waiting{"), "{text}");
}

#[tokio::test]
async fn answers_are_counted_by_the_class_of_their_status() {
    let stage = Stage::new().await;
    for (status, millis) in [(200, 3), (204, 30), (303, 1), (429, 1), (503, 20_000)] {
        stage.metrics.answered(status, Duration::from_millis(millis));
    }
    let text = told(&stage).await;
    for line in [
        r#"perfil_http_request_seconds_count{status="2xx"} 2"#,
        r#"perfil_http_request_seconds_bucket{le="0.005",status="2xx"} 1"#,
        r#"perfil_http_request_seconds_count{status="3xx"} 1"#,
        r#"perfil_http_request_seconds_count{status="4xx"} 1"#,
        r#"perfil_http_request_seconds_bucket{le="10.0",status="5xx"} 0"#,
        r#"perfil_http_request_seconds_sum{status="5xx"} 20.0"#,
    ] {
        assert!(has(&text, line), "{line} is missing:\n{text}");
    }
    assert!(!Metrics::default().text(&stage.store, &stage.clock).await.contains("2xx"), "each counts for itself");
}

#[tokio::test]
async fn a_standing_connection_is_told_to_be_up_or_down() {
    let (stage, smsc) = (Stage::new().await, Smsc::start([]).await);
    assert!(!told(&stage).await.contains("perfil_sms_link_up{"), "who has none need not worry");
    let sender = SmppSender::with_times(&smsc.url(), SmppTimes::default()).unwrap();
    let worker = Running::start(stage.worker(Peer::with([]), Arc::new(sender)));
    until(async || has(&told(&stage).await, r#"perfil_sms_link_up{provider="smpp"} 1"#).then_some(())).await;
    worker.stop().await;
    assert!(has(&told(&stage).await, r#"perfil_sms_link_up{provider="smpp"} 0"#));
}
