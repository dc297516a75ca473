//! Text messages through a gateway that the operator describes.

use crate::gateway::{Answer, Gateway, Request};
use crate::stage::{NUMBER, PUBLIC_URL, Peer, Running, Stage};
use perfil_accounts::keys::Purpose;
use perfil_models::{PhoneNumber, Secret};
use perfil_worker::receipts::{HttpReceipt, ReceiptOutcome, ReceiptUrl};
use perfil_worker::{Accepted, HttpSender, HttpSettings, SendFailure, SmsMessage, SmsSender};
use std::sync::Arc;
use std::time::Duration;

const TEXT: &str = "5 € & \"100\"%\n{id} <@x> #1";
const TAKEN: Answer = Answer::Say(200, "", r#"{"messages":[{"id":4711}]}"#);

fn settings(port: u16) -> HttpSettings {
    HttpSettings {
        url: Secret::new(format!("http-template:http://127.0.0.1:{port}/v1/send")),
        headers: Some(Secret::new("Authorization: Bearer hunter2\n\nIdempotency-Key: {id}")),
        body: Some(Secret::new(r#"{"to":"{to}","text":"{text}","report":{"url":"{receipt_url}"},"ref":"{id}"}"#)),
        id: Some("/messages/0/id".to_owned()),
        ..HttpSettings::default()
    }
}

fn sender(settings: &HttpSettings) -> HttpSender {
    let _ = rustls::crypto::ring::default_provider().install_default();
    HttpSender::with_timeout(settings, Duration::from_millis(300)).unwrap()
}

fn sms() -> SmsMessage {
    let receipt_url = ReceiptUrl::new(PUBLIC_URL, "row", "abc");
    SmsMessage { id: "row".to_owned(), to: PhoneNumber::parse(NUMBER).unwrap(), text: TEXT.to_owned(), receipt_url }
}

/// The request that these settings make, and what came of it.
async fn sent(answer: Answer, settings: impl FnOnce(u16) -> HttpSettings) -> (Request, Result<Accepted, SendFailure>) {
    let gateway = Gateway::with([], answer).await;
    let sent = sender(&settings(gateway.port)).send(&sms()).await;
    (gateway.whole_requests().pop().unwrap(), sent)
}

#[tokio::test]
async fn json_is_posted_with_the_operators_headers() {
    let (request, sent) = sent(TAKEN, settings).await;
    assert_eq!(sent.unwrap().provider_id.as_deref(), Some("4711"));
    assert_eq!(request.line, "POST /v1/send HTTP/1.1");
    assert_eq!(request.headers["content-type"], "application/json");
    assert_eq!(request.headers["authorization"], "Bearer hunter2");
    assert_eq!(request.headers["idempotency-key"], "row");
    let body: serde_json::Value = serde_json::from_str(&request.body).unwrap();
    assert_eq!((body["to"].as_str(), body["text"].as_str()), (Some(NUMBER), Some(TEXT)));
    assert_eq!(body["report"]["url"], "https://settings.example.com/receipts/http?id=row&proof=abc");
}

#[tokio::test]
async fn forms_xml_and_queries_are_written_as_they_should() {
    let form = |port| HttpSettings {
        media_type: Some("application/x-www-form-urlencoded".to_owned()),
        body: Some(Secret::new("to={to_digits}&text={text}")),
        id: None,
        ..settings(port)
    };
    let (request, _) = sent(TAKEN, form).await;
    assert_eq!(request.form()["text"], TEXT);
    assert_eq!(request.form()["to"], NUMBER[1..]);

    let xml = |port| HttpSettings {
        media_type: Some("application/xml; charset=utf-8".to_owned()),
        method: Some("PUT".to_owned()),
        body: Some(Secret::new("<sms to=\"{to}\">{text}</sms>")),
        ..settings(port)
    };
    let (request, _) = sent(TAKEN, xml).await;
    assert!(request.line.starts_with("PUT ") && request.headers["content-type"] == "application/xml; charset=utf-8");
    let escaped = "<sms to=\"+447700900123\">5 € &amp; &quot;100&quot;%\n{id} &lt;@x&gt; #1</sms>";
    assert_eq!(request.body, escaped);

    let query = |port| HttpSettings {
        url: Secret::new(format!("http-template:http://127.0.0.1:{port}/send?to={{to}}&text={{text}}")),
        ..HttpSettings::default()
    };
    let (request, sent) = sent(Answer::Say(204, "", ""), query).await;
    let target = request.line.split(' ').nth(1).unwrap().to_owned();
    let url = reqwest::Url::parse(&format!("http://x{target}")).unwrap();
    let pairs: Vec<_> = url.query_pairs().into_owned().collect();
    assert_eq!(pairs, [("to".to_owned(), NUMBER.to_owned()), ("text".to_owned(), TEXT.to_owned())]);
    assert!(request.line.starts_with("GET ") && sent.unwrap().provider_id.is_none());
}

#[tokio::test]
async fn an_answer_decides_whether_to_try_again() {
    for (answer, wait) in [
        (Answer::Say(429, "Retry-After: 7", ""), Some(7_000)),
        (Answer::Say(503, "", ""), None),
        (Answer::Say(401, "", ""), None),
        (Answer::Say(404, "", ""), None),
        (Answer::Say(307, "Location: http://127.0.0.1:1/", ""), None),
    ] {
        let told = sent(answer.clone(), settings).await.1.unwrap_err();
        assert!(matches!(told, SendFailure::Later { retry_after, .. } if retry_after == wait), "{answer:?}: {told:?}");
    }
    let dead = sent(Answer::Say(422, "", "+447700900123"), settings).await.1.unwrap_err();
    assert_eq!(dead, SendFailure::dead("the gateway answered 422"));
}

#[tokio::test]
async fn what_is_neither_yes_nor_no_is_unknown() {
    let only_created = |port| HttpSettings { ok: Some("201".to_owned()), ..settings(port) };
    for (answer, why) in [
        (Answer::Say(200, "", r#"{"error":"no credit"}"#), "the gateway's answer holds no id where sms_http_id points"),
        (Answer::Say(200, "", "<html>"), "the gateway's answer holds no id where sms_http_id points"),
        (Answer::Hang, "the gateway did not answer in time"),
        (Answer::Close, "the connection to the gateway broke"),
    ] {
        assert_eq!(sent(answer, settings).await.1.unwrap_err(), SendFailure::unknown(why));
    }
    let unlisted = sent(TAKEN, only_created).await.1.unwrap_err();
    assert_eq!(unlisted, SendFailure::unknown("the gateway answered 200, which sms_http_ok does not list"));
}

#[tokio::test(flavor = "multi_thread")]
async fn its_receipts_count_once_and_need_the_proof() {
    let stage = Stage::new().await;
    let gateway = Gateway::with([], TAKEN).await;
    stage.queue_code("row").await;
    let worker = Running::start(stage.worker(Peer::with([]), Arc::new(sender(&settings(gateway.port)))));
    assert_eq!(stage.reaches("row", "accepted").await.provider_id.as_deref(), Some("4711"));
    worker.stop().await;
    let proof = stage.keys.mac(Purpose::Receipt, &["row"]);
    assert!(gateway.whole_requests()[0].body.contains(&format!("/receipts/http?id=row&proof={proof}\"")));

    let receipts = stage.receipts(None);
    let say = async |status: &str, proof: &str| {
        let (id, proof, status) = ("row".to_owned(), proof.to_owned(), status.to_owned());
        receipts.http(&HttpReceipt { id, proof, status }).await
    };
    assert_eq!(say("delivered", "AAAA").await, ReceiptOutcome::Forged);
    assert_eq!(say("queued", &proof).await, ReceiptOutcome::Nothing);
    assert_eq!(stage.row("row").await.state, "accepted");
    assert_eq!(say("FAILED", &proof).await, ReceiptOutcome::Recorded);
    assert_eq!(say("delivered", &proof).await, ReceiptOutcome::Nothing);
    let row = stage.row("row").await;
    assert_eq!((row.state.as_str(), row.last_error.as_deref()), ("failed", Some("not delivered: failed")));
}
