//! What the logs must not hold.

use crate::gateway::{Answer, Gateway};
use crate::mail_server::{Behaviour, MailServer};
use crate::smsc::{Deed, Smsc, THROTTLED};
use crate::stage::{ADDRESS, CODE, NUMBER, Peer, Running, Stage, mail, until};
use perfil_models::Secret;
use perfil_worker::{HttpSender, HttpSettings, KannelSender, SmppSender, SmsSender, SmtpSender, TwilioSender};
use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tracing::level_filters::LevelFilter;

#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Everything that is said while this lives.
fn listen(paper: &Paper) -> tracing::subscriber::DefaultGuard {
    let writer = paper.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .with_ansi(false)
        .finish();
    tracing::subscriber::set_default(subscriber)
}

#[tokio::test]
async fn s81_no_log_line_holds_a_code_a_number_an_address_or_a_password() {
    let paper = Paper::default();
    let _guard = listen(&paper);

    let stage = Stage::new().await;
    let gateway = Gateway::start([Answer::Say(500, "", CODE), Answer::Say(403, "", CODE), Answer::Hang]).await;
    let server = MailServer::start([Behaviour::Refuse("RCPT", "451 4.7.1 <ada@example.com> later")]).await;
    let sms = KannelSender::with_timeout(&gateway.url(), Duration::from_millis(300)).unwrap();
    let smtp = SmtpSender::new(&server.url().replace("//", "//me:hunter2@"), "no-reply@example.com").unwrap();
    stage.queue_code("code").await;
    stage.queue(mail("mail")).await;
    let worker = Running::start(stage.worker(Arc::new(smtp), Arc::new(sms)));
    for attempts in 1..=2 {
        until(async || {
            let row = stage.row("code").await;
            (row.state == "pending" && row.attempts == attempts).then_some(())
        })
        .await;
        stage.clock.forward(12_000);
    }
    stage.reaches("code", "unknown").await;
    until(async || stage.row("mail").await.last_error).await;
    worker.stop().await;

    let logs = String::from_utf8(paper.0.lock().unwrap().clone()).unwrap();
    assert!(
        logs.contains("a message must wait") && logs.contains("+44…123") && logs.contains("a…@example.com"),
        "{logs}"
    );
    for secret in [CODE, NUMBER, &NUMBER[1..], ADDRESS, "s&cret", "s%26cret", "hunter2"] {
        assert!(!logs.contains(secret), "{secret} in {logs}");
    }
}

/// The secrets of the senders below, as they are written or sent.
const SECRETS: [&str; 7] = [CODE, NUMBER, "447700900123", "%2B447700900123", "hunter2", "aHVudGVyMg", "OmhW50ZXIy"];

#[tokio::test]
async fn s81_no_other_gateway_makes_the_log_say_more() {
    let told: &str = r#"{"code":21211,"message":"031337 to +447700900123"}"#;
    let refuses = |status| Gateway::with([Answer::Say(500, "", CODE)], Answer::Say(status, "", told));
    let (twilio, http) = (refuses(401).await, refuses(403).await);
    let smsc = Smsc::start([Deed::Refuse(THROTTLED), Deed::Refuse(0x0A)]).await;
    let _ = rustls::crypto::ring::default_provider().install_default();
    let twilio = format!("twilio://AC01:hunter2@127.0.0.1:{}?from=Perfil", twilio.port);
    let http = HttpSettings {
        url: Secret::new(format!("http-template:http://me:hunter2@127.0.0.1:{}/?to={{to}}&text={{text}}", http.port)),
        headers: Some(Secret::new("Authorization: hunter2")),
        ..HttpSettings::default()
    };
    let senders: [(&str, Arc<dyn SmsSender>); 3] = [
        ("Twilio refuses us", Arc::new(TwilioSender::from_url(&twilio).unwrap())),
        ("the SMS gateway refuses us", Arc::new(HttpSender::new(&http).unwrap())),
        ("the SMSC refuses our sender", Arc::new(SmppSender::from_url(&smsc.url()).unwrap())),
    ];
    for (loud, sender) in senders {
        let paper = Paper::default();
        let _guard = listen(&paper);
        let stage = Stage::new().await;
        stage.queue_code("code").await;
        let worker = Running::start(stage.worker(Peer::with([]), sender));
        for attempts in 1..=2 {
            until(async || {
                Some(stage.row("code").await).filter(|row| row.state == "pending" && row.attempts == attempts)
            })
            .await;
            stage.clock.forward(12_000);
        }
        if loud.contains("SMSC") {
            until(async || (smsc.messages().len() == 3).then_some(())).await;
            smsc.receipt(0, 1, "id-3", "UNDELIV");
            stage.reaches("code", "failed").await;
        }
        worker.stop().await;
        let logs = String::from_utf8(paper.0.lock().unwrap().clone()).unwrap();
        assert!(logs.contains(loud) && logs.contains("+44…123"), "{logs}");
        for secret in SECRETS {
            assert!(!logs.contains(secret), "{secret} in {logs}");
        }
    }
}
