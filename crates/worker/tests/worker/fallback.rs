//! A text message that matters and does not arrive is told by mail, once.

use crate::gateway::{Answer, Gateway};
use crate::smsc::{Deed, INVALID_NUMBER, Smsc};
use crate::stage::{ADDRESS, NOON, NUMBER, Peer, Running, Stage, a_while, mail};
use perfil_accounts::clock::DAY;
use perfil_accounts::keys::Purpose;
use perfil_models::Role;
use perfil_store::outbox::NewMessage;
use perfil_worker::receipts::{KannelReceipt, ReceiptOutcome};
use perfil_worker::{DemoOutbox, KannelSender, MailSender, SmppSender, SmsSender};
use std::sync::Arc;

const LOW: &str = r#"{"name":"Ada","organization":"Acme","at":1795511700000,"country":"GB","time_zone":"Europe/Berlin",
    "balance":{"minor":4990,"currency":"EUR"},"minimum":{"minor":5000,"currency":"EUR"}}"#;
const PAYMENT: &str = r#"{"name":"Ada","organization":"Acme","at":1795511700000,"payment":"p-1","reason":"card expired",
    "amount":{"minor":5000,"currency":"EUR"}}"#;

/// The same thing by mail, which its reader wants none of, and by text message.
async fn queue(stage: &Stage, template: &str, mail_is_off: bool) {
    let (topic, arguments) = match template {
        "credit-low" => ("low-credit", LOW),
        _ => ("payments", PAYMENT),
    };
    let [by_mail, by_text] = ["email", "sms"].map(|channel| format!("{template}:{channel}:event:ada"));
    let new = NewMessage { topic: Some(topic), template, arguments, ..mail("mail") };
    let suppressed = mail_is_off.then_some("email-off");
    stage.queue(NewMessage { unique_key: &by_mail, topic_key: &by_mail, suppressed, ..new }).await;
    let new = NewMessage { topic: Some(topic), template, arguments, ..mail("text") };
    let text = NewMessage { channel: "sms", recipient: NUMBER, expires_at: NOON + DAY / 2, ..new };
    stage.queue(NewMessage { unique_key: &by_text, topic_key: &by_text, ..text }).await;
}

fn run(stage: &Stage, sms: impl SmsSender) -> (Running, DemoOutbox) {
    let mails = DemoOutbox::new(Arc::new(stage.clock.clone()));
    let carried: Arc<dyn MailSender> = Arc::new(mails.clone());
    (Running::start(stage.worker(carried, Arc::new(sms))), mails)
}

fn smpp(smsc: &Smsc) -> SmppSender {
    SmppSender::from_url(&smsc.url()).unwrap()
}

async fn receipt(stage: &Stage, status: &str) -> ReceiptOutcome {
    let (id, proof) = ("text".to_owned(), stage.keys.mac(Purpose::Receipt, &["text"]));
    let receipt = KannelReceipt { id, proof, status: status.to_owned(), answer: String::new() };
    stage.receipts(None).kannel(&receipt).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_over_smpp_that_says_failed_brings_the_mail() {
    let (stage, smsc) = (Stage::new().await, Smsc::start([Deed::Accept("a-1")]).await);
    queue(&stage, "credit-low", true).await;
    let (worker, mails) = run(&stage, smpp(&smsc));
    stage.reaches("text", "accepted").await;
    a_while().await;
    assert_eq!(stage.row("mail").await.state, "suppressed", "nobody knows yet that it does not arrive");
    smsc.receipt(0, 1, "a-1", "UNDELIV");
    stage.reaches("mail", "accepted").await;
    smsc.receipt(0, 2, "a-1", "UNDELIV");
    a_while().await;
    worker.stop().await;
    let sent = mails.messages();
    assert_eq!(sent.len(), 1, "once");
    assert_eq!((sent[0].channel.as_str(), sent[0].recipient.as_str()), ("email", ADDRESS));
    for said in [
        "the credit of Acme was €49.90. This is below your minimum of €50.00.",
        "A text message about this could not be delivered to you.",
        "You receive this mail because a text message to you could not be delivered.",
    ] {
        assert!(sent[0].text.contains(said), "{said}: {}", sent[0].text);
    }
    assert!(!sent[0].text.contains("because you are told by email"), "{}", sent[0].text);
    assert_eq!(stage.row("text").await.state, "failed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_message_that_the_smsc_refuses_brings_the_mail() {
    for template in ["payment-failed", "payment-failed-no-reason", "credit-low"] {
        let (stage, smsc) = (Stage::new().await, Smsc::start([Deed::Refuse(INVALID_NUMBER)]).await);
        queue(&stage, template, true).await;
        let (worker, mails) = run(&stage, smpp(&smsc));
        stage.reaches("text", "dead").await;
        stage.reaches("mail", "accepted").await;
        worker.stop().await;
        assert_eq!(mails.messages().len(), 1, "{template}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_of_kannel_that_says_failed_brings_the_mail() {
    let (stage, gateway) = (Stage::new().await, Gateway::start([]).await);
    queue(&stage, "payment-failed", true).await;
    let (worker, mails) = run(&stage, KannelSender::from_url(&gateway.url()).unwrap());
    stage.reaches("text", "accepted").await;
    assert_eq!(receipt(&stage, "2").await, ReceiptOutcome::Recorded);
    stage.reaches("mail", "accepted").await;
    assert_eq!(receipt(&stage, "16").await, ReceiptOutcome::Nothing);
    a_while().await;
    worker.stop().await;
    assert_eq!(mails.messages().len(), 1, "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_message_that_the_gateway_refuses_brings_the_mail() {
    let (stage, gateway) = (Stage::new().await, Gateway::start([Answer::Say(400, "", "no")]).await);
    queue(&stage, "credit-low", true).await;
    let (worker, mails) = run(&stage, KannelSender::from_url(&gateway.url()).unwrap());
    stage.reaches("mail", "accepted").await;
    worker.stop().await;
    assert_eq!((stage.row("text").await.state.as_str(), mails.messages().len()), ("dead", 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_arrives_or_does_not_matter_brings_no_mail() {
    for (template, status) in [("credit-low", "1"), ("payment-succeeded", "2")] {
        let stage = Stage::new().await;
        queue(&stage, template, true).await;
        let worker = stage.run(&Peer::with([]));
        stage.reaches("text", "accepted").await;
        assert_eq!(receipt(&stage, status).await, ReceiptOutcome::Recorded);
        a_while().await;
        worker.stop().await;
        let row = stage.row("mail").await;
        assert_eq!((row.state.as_str(), row.last_error.as_deref()), ("suppressed", Some("email-off")), "{template}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_gets_the_mail_anyway_gets_it_once_and_without_excuses() {
    let stage = Stage::new().await;
    queue(&stage, "credit-low", false).await;
    let (worker, mails) = run(&stage, smpp(&Smsc::start([Deed::Refuse(INVALID_NUMBER)]).await));
    stage.reaches("text", "dead").await;
    stage.reaches("mail", "accepted").await;
    a_while().await;
    worker.stop().await;
    assert_eq!(mails.messages().len(), 1);
    assert!(!mails.messages()[0].text.contains("text message"), "{}", mails.messages()[0].text);
}

#[tokio::test(flavor = "multi_thread")]
async fn s58_who_lost_the_permission_meanwhile_gets_no_mail_either() {
    let stage = Stage::new().await;
    queue(&stage, "credit-low", true).await;
    let worker = stage.run(&Peer::with([]));
    stage.reaches("text", "accepted").await;
    stage.make(Role::Member, None).await;
    assert_eq!(receipt(&stage, "2").await, ReceiptOutcome::Recorded);
    let no_longer =
        async || Some(stage.row("mail").await).filter(|row| row.last_error.as_deref() == Some("no-permission"));
    crate::stage::until(no_longer).await;
    worker.stop().await;
    assert_eq!(stage.row("mail").await.state, "suppressed");
}
