//! Mail through a server that speaks SMTP.

use crate::mail_server::{Behaviour, MailServer};
use crate::stage::{ADDRESS, NOON, Peer, Running, Stage, mail};
use perfil_models::EmailAddress;
use perfil_worker::{ConfigError, MailMessage, MailSender, SendFailure, SmtpSender};
use std::sync::Arc;
use std::time::Duration;

const FROM: &str = "Perfil <no-reply@example.com>";

fn message() -> MailMessage {
    MailMessage {
        id: "row".to_owned(),
        message_id: "<row@settings.example.com>".to_owned(),
        to: EmailAddress::parse(ADDRESS).unwrap(),
        subject: "Hello".to_owned(),
        text: "Hello\n.\nAda".to_owned(),
        unsubscribe: None,
        html: "<p>Hello</p>".to_owned(),
        at: NOON,
    }
}

fn sender(url: &str) -> SmtpSender {
    SmtpSender::new(url, FROM).unwrap().with_timeout(Duration::from_millis(300))
}

async fn failure(behaviour: Behaviour) -> SendFailure {
    let server = MailServer::start([behaviour]).await;
    sender(&server.url()).send(&message()).await.unwrap_err()
}

#[tokio::test]
async fn a_mail_is_handed_over() {
    let server = MailServer::start([]).await;
    let accepted = sender(&server.url()).send(&message()).await.unwrap();
    assert_eq!(accepted.provider_id.as_deref(), Some("4XYZ"));
    let commands = server.commands();
    assert_eq!(commands, ["EHLO example.com", "MAIL FROM:<no-reply@example.com>", "RCPT TO:<ada@example.com>", "DATA"]);
    let mail = &server.mails()[0];
    assert!(mail.starts_with("Message-ID: <row@settings.example.com>\n"), "{mail}");
    assert!(mail.contains("\nAuto-Submitted: auto-generated\n"), "{mail}");
    assert!(mail.contains("\nHello\n..\nAda\n"), "a lonely dot is doubled: {mail}");
}

#[tokio::test]
async fn a_connection_is_used_again_while_it_lives() {
    let server = MailServer::start([Behaviour::Take]).await;
    let sender = sender(&server.url());
    sender.send(&message()).await.unwrap();
    sender.send(&message()).await.unwrap();
    assert_eq!((server.connections(), server.mails().len()), (1, 2));

    let server = MailServer::start([Behaviour::CloseWhenIdle]).await;
    let sender = self::sender(&server.url());
    sender.send(&message()).await.unwrap();
    sender.send(&message()).await.unwrap();
    assert_eq!((server.connections(), server.mails().len()), (2, 2));
}

#[tokio::test]
async fn a_refusal_keeps_the_connection_and_gives_the_mail_up() {
    let server = MailServer::start([Behaviour::Refuse("RCPT", "550 5.1.1 <ada@example.com>: unknown")]).await;
    let sender = sender(&server.url());
    for _ in 0..2 {
        let told = sender.send(&message()).await.unwrap_err();
        assert_eq!(told, SendFailure::dead("RCPT: 550 5.1.1"), "without the address");
    }
    assert_eq!(server.connections(), 1);
    assert_eq!(failure(Behaviour::Refuse("MAIL", "553 no")).await, SendFailure::dead("MAIL: 553"));
    assert_eq!(failure(Behaviour::RefuseMail("554 5.7.1 spam")).await, SendFailure::dead("message: 554 5.7.1"));
}

#[tokio::test]
async fn what_may_pass_is_tried_again() {
    for (behaviour, reason) in [
        (Behaviour::Refuse("RCPT", "451 4.7.1 greylisted"), "RCPT: 451 4.7.1"),
        (Behaviour::RefuseMail("452 4.3.1 full"), "message: 452 4.3.1"),
        (Behaviour::Refuse("EHLO", "554 not today"), "connect: 554"),
        (Behaviour::Refuse("MAIL", "530 5.7.0 Authentication required"), "MAIL: 530 5.7.0"),
        (Behaviour::HangAt(""), "connect: no answer in time"),
        (Behaviour::HangAt("EHLO"), "connect: no answer in time"),
        (Behaviour::HangAt("RCPT"), "RCPT: no answer in time"),
        (Behaviour::HangAt("DATA"), "DATA: no answer in time"),
    ] {
        assert_eq!(failure(behaviour).await, SendFailure::later(reason), "{behaviour:?}");
    }
    assert_eq!(sender("smtp://127.0.0.1:1").send(&message()).await, Err(SendFailure::later("connect: no connection")));
}

#[tokio::test]
async fn without_an_answer_the_mail_is_sent_again() {
    let hung = failure(Behaviour::HangAfterMail).await;
    assert_eq!(hung, SendFailure::later("message: no answer in time"));
    let closed = failure(Behaviour::CloseAfterMail).await;
    assert_eq!(closed, SendFailure::later("message: the connection broke before the answer"));
}

#[tokio::test]
async fn nothing_is_said_in_clear_where_encryption_is_required() {
    let server = MailServer::start([]).await;
    let url = format!("smtp://me:hunter2@127.0.0.1:{}?tls=required", server.port);
    let told = sender(&url).send(&message()).await.unwrap_err();
    assert_eq!(told, SendFailure::later("connect: no connection"));
    assert!(server.commands().iter().all(|command| command.starts_with("EHLO")), "{:?}", server.commands());
}

#[tokio::test]
async fn credentials_are_given_and_their_refusal_is_the_operators() {
    let server = MailServer::start([Behaviour::Take, Behaviour::Refuse("AUTH", "535 5.7.8 no")]).await;
    let url = format!("smtp://me%40example.com:hunter2@127.0.0.1:{}", server.port);
    sender(&url).send(&message()).await.unwrap();
    assert!(server.commands().iter().any(|command| command.starts_with("AUTH PLAIN ")));
    let told = sender(&url).send(&message()).await.unwrap_err();
    assert_eq!(told, SendFailure::later("connect: 535 5.7.8"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_arrives_once_the_server_is_back() {
    let stage = Stage::new().await;
    let server = MailServer::start([Behaviour::HangAt("")]).await;
    stage.queue(mail("row")).await;
    let worker = Running::start(stage.worker(Arc::new(sender(&server.url())), Peer::with([])));
    crate::stage::until(async || stage.row("row").await.last_error).await;
    stage.clock.forward(3_000);
    let row = stage.reaches("row", "accepted").await;
    assert_eq!((row.attempts, row.provider_id.as_deref()), (2, Some("4XYZ")));
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].contains("Message-ID: <row@settings.example.com>"));
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_names_do_no_harm() {
    let stage = Stage::new().await;
    let server = MailServer::start([]).await;
    let arguments = r#"{"name":"<script>x</script>","organization":"Acme\r\nBcc: eve@example.com","email":"ada@example.com","at":0}"#;
    stage.queue(perfil_store::outbox::NewMessage { arguments, ..mail("row") }).await;
    let worker = Running::start(stage.worker(Arc::new(sender(&server.url())), Peer::with([])));
    stage.reaches("row", "accepted").await;
    worker.stop().await;
    let mail = server.mails()[0].clone();
    let (head, body) = mail.split_once("\n\n").unwrap();
    assert!(!head.contains("Bcc") && !head.contains("script"), "{head}");
    let html = body.split("Content-Type: text/html").nth(1).unwrap().replace("=\n", "");
    assert!(html.contains("&lt;script&gt;x&lt;/script&gt;") && !html.contains("<script"), "{html}");
    assert!(html.contains("lang=3D\"en\" dir=3D\"ltr\"") || html.contains("lang=\"en\" dir=\"ltr\""), "{html}");
}

#[test]
fn a_wrong_sender_is_explained() {
    for from in ["", "Perfil", "Perfil <perfil>x", "a@b\r\nBcc: eve@example.com"] {
        let told = SmtpSender::new("smtp://localhost", from).err();
        assert!(matches!(told, Some(ConfigError::Sender { .. })), "{from:?}: {told:?}");
    }
}
