//! What the logs must not hold.

use crate::gateway::{Answer, Gateway};
use crate::mail_server::{Behaviour, MailServer};
use crate::stage::{ADDRESS, CODE, NUMBER, Running, Stage, mail, until};
use perfil_worker::{KannelSender, SmtpSender};
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

#[tokio::test]
async fn s81_no_log_line_holds_a_code_a_number_an_address_or_a_password() {
    let paper = Paper::default();
    let writer = paper.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .with_ansi(false)
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

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
