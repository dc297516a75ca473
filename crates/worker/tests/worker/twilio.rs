//! Text messages through a peer that speaks like Twilio, and the callbacks that it signs.

use crate::gateway::{Answer, Gateway};
use crate::stage::{NUMBER, PUBLIC_URL, Peer, Running, Stage, a_while};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use perfil_accounts::keys::Purpose;
use perfil_models::PhoneNumber;
use perfil_worker::receipts::{ReceiptOutcome, ReceiptUrl, TwilioCallback, TwilioSigner};
use perfil_worker::{SendFailure, SmsMessage, SmsSender, TwilioSender};
use std::sync::Arc;
use std::time::Duration;

const SID: &str = "AC00000000000000000000000000000001";
const TOKEN: &str = "hunter2";
const TAKEN: Answer = Answer::Say(201, "", r#"{"sid":"SM0123456789abcdef","status":"queued","to":"+447700900123"}"#);

fn url(port: u16) -> String {
    format!("twilio://{SID}:{TOKEN}@127.0.0.1:{port}?from=+15005550006")
}

fn sender(url: &str) -> TwilioSender {
    let _ = rustls::crypto::ring::default_provider().install_default();
    TwilioSender::with_timeout(url, Duration::from_millis(300)).unwrap()
}

fn sms() -> SmsMessage {
    let receipt_url = ReceiptUrl::new(PUBLIC_URL, "row", "abc");
    let to = PhoneNumber::parse(NUMBER).unwrap();
    SmsMessage { id: "row".to_owned(), to, text: "5 € & 100%\n@x #1".to_owned(), receipt_url }
}

async fn failure(answer: Answer) -> SendFailure {
    let gateway = Gateway::with([], answer).await;
    sender(&url(gateway.port)).send(&sms()).await.unwrap_err()
}

#[tokio::test]
async fn a_request_says_everything_that_twilio_needs() {
    let gateway = Gateway::with([], TAKEN).await;
    let accepted = sender(&url(gateway.port)).send(&sms()).await.unwrap();
    assert_eq!(accepted.provider_id.as_deref(), Some("SM0123456789abcdef"));
    let request = gateway.whole_requests().remove(0);
    assert_eq!(request.line, format!("POST /2010-04-01/Accounts/{SID}/Messages.json HTTP/1.1"));
    assert_eq!(request.headers["authorization"], format!("Basic {}", STANDARD.encode(format!("{SID}:{TOKEN}"))));
    assert_eq!(request.headers["content-type"], "application/x-www-form-urlencoded");
    let form = request.form();
    let expected = [
        ("Body", "5 € & 100%\n@x #1"),
        ("From", "+15005550006"),
        ("StatusCallback", "https://settings.example.com/receipts/twilio?id=row&proof=abc"),
        ("To", NUMBER),
    ];
    assert_eq!(form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>(), expected);

    let by_service = format!("twilio://{SID}:{TOKEN}@127.0.0.1:{}?messaging_service=MG01", gateway.port);
    sender(&by_service).send(&sms()).await.unwrap();
    let form = gateway.whole_requests()[1].form();
    assert_eq!((form.get("MessagingServiceSid").map(String::as_str), form.get("From")), (Some("MG01"), None));
}

#[tokio::test]
async fn an_error_decides_whether_to_try_again() {
    let number =
        r#"{"code":21211,"message":"The 'To' number +447700900123 is not a valid phone number.","status":400}"#;
    for (answer, later, reason) in [
        (Answer::Say(429, "Retry-After: 7", r#"{"code":20429}"#), true, "Twilio answered 429, error 20429"),
        (Answer::Say(503, "", ""), true, "Twilio answered 503"),
        (Answer::Say(500, "", "<html>"), true, "Twilio answered 500"),
        (Answer::Say(401, "", r#"{"code":20003}"#), true, "Twilio answered 401, error 20003"),
        (Answer::Say(400, "", r#"{"code":21611}"#), true, "Twilio answered 400, error 21611"),
        (Answer::Say(400, "", r#"{"code":21606}"#), true, "Twilio answered 400, error 21606"),
        (Answer::Say(302, "Location: http://127.0.0.1:1/", ""), true, "Twilio answered 302"),
        (Answer::Say(400, "", number), false, "Twilio answered 400, error 21211"),
        (Answer::Say(400, "", r#"{"code":21610}"#), false, "Twilio answered 400, error 21610"),
        (Answer::Say(400, "", r#"{"code":21614}"#), false, "Twilio answered 400, error 21614"),
    ] {
        let told = failure(answer.clone()).await;
        let (was_later, why, wait) = match told {
            SendFailure::Later { reason, retry_after } => (true, reason, retry_after),
            SendFailure::Dead { reason } => (false, reason, None),
            SendFailure::Unknown { reason } => panic!("{reason}"),
        };
        assert_eq!((was_later, why.as_str()), (later, reason), "{answer:?}");
        assert_eq!(wait, reason.contains("429").then_some(7_000), "{answer:?}");
    }
}

#[tokio::test]
async fn without_an_answer_nobody_knows() {
    assert_eq!(failure(Answer::Hang).await, SendFailure::unknown("the gateway did not answer in time"));
    assert_eq!(failure(Answer::Close).await, SendFailure::unknown("the connection to the gateway broke"));
    let closed = sender(&url(1)).send(&sms()).await.unwrap_err();
    assert_eq!(closed, SendFailure::later("no connection to the gateway"));
}

/// What Twilio posts: target, signature and body.
struct Posted {
    target: String,
    signature: String,
    body: String,
}

/// Signs as Twilio's documentation says, with names that are in order already.
fn posted(token: &str, url: &str, fields: &[(&str, &str)]) -> Posted {
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(token.as_bytes()).unwrap();
    let mut text = url.to_owned();
    let mut body = form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields {
        text = text + name + value;
        body.append_pair(name, value);
    }
    mac.update(text.as_bytes());
    let signature = STANDARD.encode(mac.finalize().into_bytes());
    let target = url.split_once(".com").unwrap().1.trim_start_matches(":443").to_owned();
    Posted { target, signature, body: body.finish() }
}

async fn take(stage: &Stage, posted: &Posted) -> ReceiptOutcome {
    let signer = TwilioSigner::from_url(&url(1), PUBLIC_URL).unwrap();
    let Posted { target, signature, body } = posted;
    stage.receipts(signer).twilio(&TwilioCallback { target, signature, body: body.as_bytes() }).await
}

/// A code that Twilio has taken, and the address that it was told for callbacks.
async fn accepted() -> (Stage, String) {
    let stage = Stage::new().await;
    let gateway = Gateway::with([], TAKEN).await;
    stage.queue_code("row").await;
    let worker = Running::start(stage.worker(Peer::with([]), Arc::new(sender(&url(gateway.port)))));
    let row = stage.reaches("row", "accepted").await;
    assert_eq!(row.provider_id.as_deref(), Some("SM0123456789abcdef"));
    worker.stop().await;
    (stage, gateway.whole_requests()[0].form()["StatusCallback"].clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signed_callback_counts_once() {
    let (stage, url) = accepted().await;
    let proof = stage.keys.mac(Purpose::Receipt, &["row"]);
    assert_eq!(url, format!("https://settings.example.com/receipts/twilio?id=row&proof={proof}"));
    for step in ["queued", "sending", "sent", "nonsense"] {
        let callback = posted(TOKEN, &url, &[("MessageSid", "SM0123456789abcdef"), ("MessageStatus", step)]);
        assert_eq!(take(&stage, &callback).await, ReceiptOutcome::Nothing, "{step}");
    }
    let delivered = posted(TOKEN, &url, &[("MessageSid", "SM0123456789abcdef"), ("MessageStatus", "delivered")]);
    assert_eq!(take(&stage, &delivered).await, ReceiptOutcome::Recorded);
    assert_eq!(take(&stage, &delivered).await, ReceiptOutcome::Nothing);
    let late = posted(TOKEN, &url, &[("ErrorCode", "30003"), ("MessageStatus", "undelivered")]);
    assert_eq!(take(&stage, &late).await, ReceiptOutcome::Nothing);
    assert_eq!(stage.row("row").await.state, "delivered");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_is_noted_by_its_number() {
    for status in ["undelivered", "failed"] {
        let (stage, url) = accepted().await;
        let with_port = url.replace(".com/", ".com:443/");
        let fields = [("ErrorCode", "30003"), ("ErrorMessage", "no +447700900123"), ("MessageStatus", status)];
        assert_eq!(take(&stage, &posted(TOKEN, &with_port, &fields)).await, ReceiptOutcome::Recorded);
        let row = stage.row("row").await;
        assert_eq!(row.state, "failed");
        assert_eq!(row.last_error, Some(format!("not delivered: {status}, error 30003")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_callback_is_refused() {
    let (stage, url) = accepted().await;
    let fields = [("MessageStatus", "delivered")];
    let good = || posted(TOKEN, &url, &fields);
    let unproven = url.replace("proof=", "proof=A");
    let forged = [
        Posted { signature: String::new(), ..good() },
        Posted { signature: "not base64!".to_owned(), ..good() },
        Posted { body: "MessageStatus=failed".to_owned(), ..good() },
        Posted { target: good().target.replace("id=row", "id=other"), ..good() },
        posted("another token", &url, &fields),
        posted(TOKEN, &url.replace("settings.", "evil."), &fields),
        // Twilio signs whatever address it is told: without our proof that is worth nothing.
        posted(TOKEN, &unproven, &fields),
        posted(TOKEN, "https://settings.example.com/receipts/twilio", &fields),
    ];
    for posted in forged {
        assert_eq!(take(&stage, &posted).await, ReceiptOutcome::Forged, "{} {}", posted.target, posted.body);
    }
    let Posted { target, signature, body } = good();
    let callback = TwilioCallback { target: &target, signature: &signature, body: body.as_bytes() };
    assert_eq!(stage.receipts(None).twilio(&callback).await, ReceiptOutcome::Forged, "Twilio is not the gateway");
    assert_eq!(stage.row("row").await.state, "accepted");
    assert!(TwilioSigner::from_url("kannel://me:x@localhost/", PUBLIC_URL).unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_not_sent_twice_after_a_timeout() {
    let stage = Stage::new().await;
    let gateway = Gateway::with([Answer::Hang], TAKEN).await;
    stage.queue_code("row").await;
    let worker = Running::start(stage.worker(Peer::with([]), Arc::new(sender(&url(gateway.port)))));
    stage.reaches("row", "unknown").await;
    stage.clock.forward(100_000);
    a_while().await;
    assert_eq!(gateway.requests().len(), 1);
    worker.stop().await;
}
