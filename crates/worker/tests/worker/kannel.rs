//! Text messages through a gateway that speaks like Kannel.

use crate::gateway::{Answer, Gateway};
use crate::stage::{NUMBER, PUBLIC_URL, Peer, Running, Stage, a_while};
use perfil_accounts::keys::Purpose;
use perfil_models::PhoneNumber;
use perfil_worker::receipts::ReceiptUrl;
use perfil_worker::{ConfigError, KannelSender, SendFailure, SmsMessage, SmsSender};
use std::sync::Arc;
use std::time::Duration;

fn sms(text: &str) -> SmsMessage {
    let receipt_url = ReceiptUrl::new(PUBLIC_URL, "row", "abc");
    SmsMessage { id: "row".to_owned(), to: PhoneNumber::parse(NUMBER).unwrap(), text: text.to_owned(), receipt_url }
}

fn sender(url: &str) -> KannelSender {
    let _ = rustls::crypto::ring::default_provider().install_default();
    KannelSender::with_timeout(url, Duration::from_millis(300)).unwrap()
}

async fn failure(answer: Answer) -> SendFailure {
    let gateway = Gateway::start([answer]).await;
    sender(&gateway.url()).send(&sms("Hello")).await.unwrap_err()
}

#[tokio::test]
async fn a_request_says_everything_that_kannel_needs() {
    let gateway = Gateway::start([]).await;
    sender(&gateway.url()).send(&sms("5 € & 100%\n@x #1")).await.unwrap();
    let line = gateway.requests()[0].clone();
    assert!(line.starts_with("GET /cgi-bin/sendsms?username=me&password=s%26cret&"), "{line}");
    assert!(line.contains("status%3D%25d%26answer%3D%25A"), "encoded once, so that Kannel sees %d and %A: {line}");
    let parameters = gateway.parameters();
    let expected = [
        ("charset", "UTF-8"),
        ("coding", "0"),
        ("dlr-mask", "19"),
        ("dlr-url", "https://settings.example.com/receipts/kannel?id=row&proof=abc&status=%d&answer=%A"),
        ("from", "Perfil"),
        ("password", "s&cret"),
        ("text", "5 € & 100%\n@x #1"),
        ("to", NUMBER),
        ("username", "me"),
    ];
    assert_eq!(parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn arabic_goes_out_in_sixteen_bits() {
    let gateway = Gateway::start([]).await;
    sender(&gateway.url()).send(&sms("مرحبا")).await.unwrap();
    assert_eq!(gateway.parameters()["coding"], "2");
    assert_eq!(gateway.parameters()["text"], "مرحبا");
}

#[tokio::test]
async fn queued_is_accepted_too() {
    let gateway = Gateway::start([Answer::Say(202, "", "3: Queued for later delivery")]).await;
    assert!(sender(&gateway.url()).send(&sms("Hello")).await.is_ok());
}

#[tokio::test]
async fn what_may_pass_is_tried_again() {
    for (answer, wait) in [
        (Answer::Say(503, "", "Temporal failure, try again later."), None),
        (Answer::Say(500, "", ""), None),
        (Answer::Say(429, "Retry-After: 7", ""), Some(7_000)),
        (Answer::Say(503, "Retry-After: 999999", ""), Some(3_600_000)),
        (Answer::Say(429, "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT", ""), None),
        (Answer::Say(403, "", "Authorization failed for sendsms"), None),
        (Answer::Say(302, "Location: http://127.0.0.1:1/", ""), None),
    ] {
        let told = failure(answer.clone()).await;
        assert!(matches!(told, SendFailure::Later { retry_after, .. } if retry_after == wait), "{answer:?}: {told:?}");
    }
    let closed = sender("kannel://me:x@127.0.0.1:1/cgi-bin/sendsms").send(&sms("Hello")).await.unwrap_err();
    assert_eq!(closed, SendFailure::later("no connection to the gateway"));
}

#[tokio::test]
async fn what_will_never_do_is_given_up() {
    for answer in [Answer::Say(400, "", "bad number"), Answer::Say(403, "", "Not routable. Do not try again.")] {
        let told = failure(answer.clone()).await;
        assert!(matches!(told, SendFailure::Dead { .. }), "{answer:?}: {told:?}");
    }
}

#[tokio::test]
async fn without_an_answer_nobody_knows() {
    assert_eq!(failure(Answer::Hang).await, SendFailure::unknown("the gateway did not answer in time"));
    assert_eq!(failure(Answer::Close).await, SendFailure::unknown("the connection to the gateway broke"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_not_sent_twice_after_a_timeout() {
    let stage = Stage::new().await;
    let gateway = Gateway::start([Answer::Hang]).await;
    stage.queue_code("row").await;
    let worker = Running::start(stage.worker(Peer::with([]), Arc::new(sender(&gateway.url()))));
    stage.reaches("row", "unknown").await;
    stage.clock.forward(100_000);
    a_while().await;
    assert_eq!(gateway.requests().len(), 1);
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_receipt_address_proves_itself() {
    let stage = Stage::new().await;
    let gateway = Gateway::start([Answer::Say(503, "", "")]).await;
    stage.queue_code("row").await;
    let worker = Running::start(stage.worker(Peer::with([]), Arc::new(sender(&gateway.url()))));
    crate::stage::until(async || (gateway.requests().len() == 1).then_some(())).await;
    crate::stage::until(async || (stage.row("row").await.state == "pending").then_some(())).await;
    stage.clock.forward(3_000);
    stage.reaches("row", "accepted").await;
    worker.stop().await;
    let proof = stage.keys.mac(Purpose::Receipt, &["row"]);
    let expected = format!("https://settings.example.com/receipts/kannel?id=row&proof={proof}&status=%d&answer=%A");
    assert_eq!(gateway.parameters()["dlr-url"], expected);
    assert_eq!(gateway.requests()[0], gateway.requests()[1], "the second try is the same message");
}

#[test]
fn a_wrong_address_is_explained_without_its_password() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    for url in [
        "http://me:hunter2@localhost:13013/cgi-bin/sendsms",
        "kannel://localhost:13013/cgi-bin/sendsms",
        "kannel://me:hunter2@localhost:13013/cgi-bin/sendsms?tls=maybe",
        "kannel://me:hunter2@localhost:13013/cgi-bin/sendsms?frm=x",
        "kannel://me:hunter2@:13013",
    ] {
        let why = KannelSender::from_url(url).err().unwrap_or_else(|| panic!("{url}"));
        assert!(!why.to_string().contains("hunter2"), "{url}: {why}");
        assert!(!matches!(why, ConfigError::Sender { .. }));
    }
    assert!(KannelSender::from_url("kannel://me:hunter2@sms.example.com/cgi-bin/sendsms?tls=false").is_ok());
}
