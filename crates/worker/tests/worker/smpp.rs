//! Text messages through an SMSC.

use crate::smsc::*;
use crate::stage::{NUMBER, PUBLIC_URL, Peer, Running, Stage, a_while, until};
use perfil_models::PhoneNumber;
use perfil_worker::receipts::ReceiptUrl;
use perfil_worker::{SendFailure, SmppSender, SmppTimes, SmsMessage, SmsSender, Stop};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

const MESSAGE_STATE: u16 = 0x0427;
const RECEIPTED_MESSAGE_ID: u16 = 0x001E;
const MESSAGE_PAYLOAD: u16 = 0x0424;

const fn millis(count: u64) -> Duration {
    Duration::from_millis(count)
}

const TIMES: SmppTimes = SmppTimes {
    send: millis(1_500),
    connection: millis(500),
    answer: millis(500),
    enquire: millis(30_000),
    pause: millis(20),
};

fn sender(url: &str, times: SmppTimes) -> Arc<SmppSender> {
    Arc::new(SmppSender::with_times(url, times).unwrap())
}

/// A sender whose connection is kept, until it is stopped.
struct Bound {
    sender: Arc<SmppSender>,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Bound {
    fn start(stage: &Stage, sender: Arc<SmppSender>) -> Self {
        let (stop, stopped): (_, Stop) = watch::channel(false);
        let (attending, receipts) = (sender.clone(), stage.receipts(None));
        Self { sender, stop, task: tokio::spawn(async move { attending.attend(receipts, stopped).await }) }
    }

    async fn stop(self) {
        self.stop.send_replace(true);
        self.task.await.unwrap();
    }
}

async fn bound(smsc: &Smsc, more: &str) -> (Stage, Bound) {
    let stage = Stage::new().await;
    let bound = Bound::start(&stage, sender(&format!("{}{more}", smsc.url()), TIMES));
    (stage, bound)
}

fn sms(text: &str) -> SmsMessage {
    let receipt_url = ReceiptUrl::new(PUBLIC_URL, "row", "abc");
    SmsMessage { id: "row".to_owned(), to: PhoneNumber::parse(NUMBER).unwrap(), text: text.to_owned(), receipt_url }
}

#[tokio::test]
async fn it_binds_and_says_everything_that_an_smsc_needs() {
    let smsc = Smsc::start([]).await;
    let (_stage, bound) = bound(&smsc, "&system_type=cp").await;
    let accepted = bound.sender.send(&sms("5 € @\n")).await.unwrap();
    assert_eq!(accepted.provider_id.as_deref(), Some("id-1"));
    let bind = smsc.got(BIND_TRANSCEIVER).remove(0).body;
    let mut fields = Fields(&bind);
    assert_eq!([fields.text(), fields.text(), fields.text()], ["perfil", "hunter2", "cp"]);
    assert_eq!((fields.bytes(3), fields.text()), (vec![0x34, 0, 0], String::new()));
    let expected = Submitted {
        source: (5, 0, "Perfil".to_owned()),
        destination: (1, 1, "447700900123".to_owned()),
        esm_class: 0,
        registered_delivery: 1,
        data_coding: 0,
        text: vec![b'5', b' ', 0x1B, 0x65, b' ', 0, b'\n'],
        optional: vec![],
    };
    assert_eq!(smsc.messages(), [expected]);
    bound.stop().await;
    assert_eq!(smsc.got(UNBIND).len(), 1, "it says goodbye");
}

#[tokio::test]
async fn arabic_goes_out_in_sixteen_bits_and_in_parts() {
    let smsc = Smsc::start([]).await;
    let (_stage, bound) = bound(&smsc, "").await;
    let text = "مرحبا ".repeat(20);
    let accepted = bound.sender.send(&sms(&text)).await.unwrap();
    assert_eq!(accepted.provider_id.as_deref(), Some("id-2"), "the last part's name");
    let parts = smsc.messages();
    assert_eq!(parts.iter().map(|part| part.registered_delivery).collect::<Vec<_>>(), [0, 1]);
    let mut units = Vec::new();
    for (part, number) in parts.iter().zip(1..) {
        assert_eq!((part.esm_class, part.data_coding), (0x40, 8));
        assert_eq!((&part.text[..3], &part.text[4..6]), (&[5, 0, 3][..], &[2, number][..]));
        assert_eq!(part.text[3], parts[0].text[3], "one reference");
        assert!(part.text.len() <= 140);
        units.extend(part.text[6..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])));
    }
    assert_eq!(String::from_utf16(&units).unwrap(), text);
    bound.stop().await;
}

#[tokio::test]
async fn long_texts_go_out_as_the_smsc_wants_them() {
    let text = "a".repeat(161);
    let smsc = Smsc::start([]).await;
    let (_stage, payload) = bound(&smsc, "&long=payload").await;
    payload.sender.send(&sms(&text)).await.unwrap();
    let message = smsc.messages().remove(0);
    assert_eq!((message.text, message.optional), (vec![], vec![(MESSAGE_PAYLOAD, text.clone().into_bytes())]));
    payload.stop().await;

    let smsc = Smsc::start([]).await;
    let (_stage, sar) = bound(&smsc, "&long=sar").await;
    sar.sender.send(&sms(&text)).await.unwrap();
    let parts = smsc.messages();
    assert_eq!(parts.iter().map(|part| part.text.len()).collect::<Vec<_>>(), [153, 8]);
    for (part, number) in parts.iter().zip(1..) {
        assert_eq!(part.esm_class, 0);
        let tags: Vec<_> = part.optional.iter().map(|(tag, _)| *tag).collect();
        assert_eq!(tags, [0x020C, 0x020E, 0x020F]);
        assert_eq!((&part.optional[1].1[..], &part.optional[2].1[..]), (&[2][..], &[number][..]));
    }
    sar.stop().await;
}

#[tokio::test]
async fn a_refusal_decides_whether_to_try_again() {
    let deeds = [THROTTLED, QUEUE_FULL, INVALID_NUMBER].map(Deed::Refuse);
    let smsc = Smsc::start(deeds).await;
    let (_stage, bound) = bound(&smsc, "").await;
    assert_eq!(bound.sender.send(&sms("x")).await.unwrap_err(), SendFailure::later("the SMSC answered 0x00000058"));
    assert_eq!(bound.sender.send(&sms("x")).await.unwrap_err(), SendFailure::later("the SMSC answered 0x00000014"));
    assert_eq!(bound.sender.send(&sms("x")).await.unwrap_err(), SendFailure::dead("the SMSC answered 0x0000000b"));
    bound.stop().await;
}

#[tokio::test]
async fn without_an_answer_nobody_knows_and_the_connection_comes_back() {
    let smsc = Smsc::start([Deed::Drop, Deed::Silence]).await;
    let (_stage, bound) = bound(&smsc, "").await;
    let dropped = bound.sender.send(&sms("x")).await.unwrap_err();
    assert_eq!(dropped, SendFailure::unknown("the connection to the SMSC broke before the answer"));
    let silent = bound.sender.send(&sms("x")).await.unwrap_err();
    assert_eq!(silent, SendFailure::unknown("the SMSC did not answer in time"));
    assert_eq!(bound.sender.send(&sms("x")).await.unwrap().provider_id.as_deref(), Some("id-3"));
    assert_eq!(smsc.got(BIND_TRANSCEIVER).len(), 2);
    bound.stop().await;
}

#[tokio::test]
async fn without_a_connection_the_message_waits() {
    let (stage, later) = (Stage::new().await, SendFailure::later("no connection to the SMSC"));
    let nobody = Bound::start(&stage, sender("smpp://perfil:hunter2@127.0.0.1:1?from=Perfil", TIMES));
    assert_eq!(nobody.sender.send(&sms("x")).await.unwrap_err(), later);
    nobody.stop().await;

    let smsc = Smsc::start([]).await;
    smsc.answers_binds_with(WRONG_PASSWORD);
    let refused = Bound::start(&stage, sender(&smsc.url(), TIMES));
    assert_eq!(refused.sender.send(&sms("x")).await.unwrap_err(), later);
    assert!(smsc.got(BIND_TRANSCEIVER).len() < 3, "it does not insist");
    smsc.answers_binds_with(0);
    until(async || refused.sender.send(&sms("x")).await.ok()).await;
    refused.stop().await;
}

#[tokio::test]
async fn half_a_message_is_not_sent_again() {
    let smsc = Smsc::start([Deed::Accept("1"), Deed::Refuse(INVALID_NUMBER)]).await;
    let (_stage, bound) = bound(&smsc, "").await;
    let half = bound.sender.send(&sms(&"a".repeat(161))).await.unwrap_err();
    assert_eq!(half, SendFailure::unknown("part 2 of 2 was not taken: the SMSC answered 0x0000000b"));
    bound.stop().await;

    let smsc = Smsc::start([Deed::Accept("1"), Deed::Refuse(THROTTLED), Deed::Accept("2")]).await;
    let (_stage, bound) = self::bound(&smsc, "").await;
    assert_eq!(bound.sender.send(&sms(&"a".repeat(161))).await.unwrap().provider_id.as_deref(), Some("2"));
    assert_eq!(smsc.messages().len(), 3, "the second part is offered again");
    bound.stop().await;
}

#[tokio::test]
async fn no_more_is_submitted_than_the_window_holds() {
    let smsc = Smsc::start([Deed::Silence]).await;
    let stage = Stage::new().await;
    let url = format!("{}&window=1", smsc.url());
    let bound = Bound::start(&stage, sender(&url, SmppTimes { send: millis(600), ..TIMES }));
    let (first, second) = (bound.sender.clone(), bound.sender.clone());
    let first = tokio::spawn(async move { first.send(&sms("first")).await });
    until(async || (smsc.messages().len() == 1).then_some(())).await;
    let second = tokio::spawn(async move { second.send(&sms("second")).await });
    a_while().await;
    assert_eq!(smsc.messages().len(), 1, "the second waits for a place");
    assert!(matches!(first.await.unwrap(), Err(SendFailure::Unknown { .. })));
    assert!(second.await.unwrap().is_ok());
    bound.stop().await;
}

#[tokio::test]
async fn a_connection_that_is_dead_is_noticed_and_made_anew() {
    let smsc = Smsc::start([]).await;
    let stage = Stage::new().await;
    let bound =
        Bound::start(&stage, sender(&smsc.url(), SmppTimes { enquire: millis(50), answer: millis(100), ..TIMES }));
    until(async || (smsc.got(ENQUIRE_LINK).len() >= 3).then_some(())).await;
    assert_eq!(smsc.got(BIND_TRANSCEIVER).len(), 1, "answers keep it alive");
    smsc.is_mute(true);
    until(async || (smsc.got(BIND_TRANSCEIVER).len() >= 2).then_some(())).await;
    smsc.is_mute(false);
    until(async || bound.sender.send(&sms("x")).await.ok()).await;
    bound.stop().await;
}

#[tokio::test]
async fn the_smsc_may_enquire_and_talk_nonsense() {
    let smsc = Smsc::start([]).await;
    let (_stage, bound) = bound(&smsc, "").await;
    until(async || bound.sender.send(&sms("x")).await.ok()).await;
    smsc.send(0, unit(ENQUIRE_LINK, 0, 77, b""));
    smsc.send(0, unit(DELIVER_SM, 0, 78, b"no end"));
    smsc.send(0, unit(0x0000_9999, 0, 79, b""));
    until(async || smsc.got(0x8000_0015).into_iter().find(|pdu| pdu.sequence == 77)).await;
    until(async || smsc.got(GENERIC_NACK).into_iter().find(|pdu| pdu.sequence == 78)).await;
    assert!(bound.sender.send(&sms("x")).await.is_ok(), "the connection stands");
    assert_eq!(smsc.got(BIND_TRANSCEIVER).len(), 1);
    bound.stop().await;
}

/// The answer to the `deliver_sm` of that sequence number.
async fn answered(smsc: &Smsc, sequence: u32) -> u32 {
    until(async || smsc.got(DELIVER_SM_RESP).into_iter().find(|pdu| pdu.sequence == sequence)).await.status
}

/// Codes that the SMSC has taken under these names, the rows called like them, and a worker.
async fn accepted(names: &[&'static str]) -> (Stage, Smsc, Running) {
    let (stage, smsc) = (Stage::new().await, Smsc::start(names.iter().map(|name| Deed::Accept(name))).await);
    let worker = Running::start(stage.worker(Peer::with([]), sender(&smsc.url(), TIMES)));
    for name in names {
        stage.queue_code(name).await;
        assert_eq!(stage.reaches(name, "accepted").await.provider_id.as_deref(), Some(*name));
    }
    (stage, smsc, worker)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_is_recorded_once_and_then_acknowledged() {
    let (stage, smsc, worker) = accepted(&["a-1", "a-2", "a-3"]).await;
    smsc.receipt(0, 1, "a-1", "ENROUTE");
    assert_eq!(answered(&smsc, 1).await, 0);
    assert_eq!(stage.row("a-1").await.state, "accepted");
    smsc.receipt(0, 2, "a-1", "DELIVRD");
    assert_eq!(answered(&smsc, 2).await, 0);
    assert_eq!(stage.row("a-1").await.state, "delivered");
    smsc.receipt(0, 3, "a-1", "UNDELIV");
    assert_eq!(answered(&smsc, 3).await, 0);
    assert_eq!(stage.row("a-1").await.state, "delivered", "too late to fail");
    smsc.receipt(0, 4, "a-2", "UNDELIV");
    assert_eq!(answered(&smsc, 4).await, 0);
    let row = stage.row("a-2").await;
    assert_eq!(
        (row.state.as_str(), row.last_error.as_deref()),
        ("failed", Some("not delivered: stat:UNDELIV, err:011"))
    );

    let optional: [(u16, &[u8]); 2] = [(RECEIPTED_MESSAGE_ID, b"a-3\0"), (MESSAGE_STATE, &[2])];
    smsc.send(0, deliver(5, 0x04, "447700900123", b"", &optional));
    assert_eq!(answered(&smsc, 5).await, 0);
    assert_eq!(stage.row("a-3").await.state, "delivered");
    worker.stop().await;
    assert_eq!(smsc.got(UNBIND).len(), 1, "a worker that stops says goodbye");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_may_come_back_in_another_number_system() {
    let (stage, smsc, worker) = accepted(&["1A2B", "0000000255"]).await;
    smsc.receipt(0, 1, "6699", "DELIVRD");
    smsc.receipt(0, 2, "ff", "UNDELIV");
    stage.reaches("1A2B", "delivered").await;
    stage.reaches("0000000255", "failed").await;
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_may_be_faster_than_the_answer() {
    let stage = Stage::new().await;
    let smsc = Smsc::start([Deed::ReceiptFirst("fast", "DELIVRD")]).await;
    stage.queue_code("row").await;
    let worker = Running::start(stage.worker(Peer::with([]), sender(&smsc.url(), TIMES)));
    stage.reaches("row", "delivered").await;
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_may_come_to_another_worker() {
    let (stage, smsc, worker) = accepted(&["b-1"]).await;
    let elsewhere = perfil_store::Store::connect(&stage.url()).await.unwrap();
    let other = Stage { store: elsewhere, ..stage.clone() };
    let other = Bound::start(&other, sender(&smsc.url(), TIMES));
    until(async || (smsc.got(BIND_TRANSCEIVER).len() == 2).then_some(())).await;
    smsc.receipt(1, 1, "b-1", "DELIVRD");
    stage.reaches("b-1", "delivered").await;
    worker.stop().await;
    other.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_receipt_of_ours_changes_nothing() {
    let (stage, smsc, worker) = accepted(&["c-1"]).await;
    smsc.send(0, deliver(1, 0x00, "447700900123", receipt_text("c-1", "DELIVRD").as_bytes(), &[]));
    assert_eq!(answered(&smsc, 1).await, 0, "a text from a phone");
    smsc.send(0, deliver(2, 0x04, "447700900123", b"STOP", &[]));
    assert_eq!(answered(&smsc, 2).await, 0);
    smsc.receipt(0, 3, "c-2", "DELIVRD");
    assert_eq!(answered(&smsc, 3).await, 0, "nobody knows it, so it need not come again");
    assert_eq!(stage.row("c-1").await.state, "accepted");
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_database_the_smsc_is_asked_to_come_again() {
    let (stage, smsc) = (Stage::new().await, Smsc::start([]).await);
    let bound = Bound::start(&stage, sender(&smsc.url(), TIMES));
    until(async || bound.sender.send(&sms("x")).await.ok()).await;
    stage.store.close().await;
    smsc.receipt(0, 1, "id-1", "DELIVRD");
    assert_eq!(answered(&smsc, 1).await, TRY_AGAIN);
    bound.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_smsc_gets_the_same_message_later() {
    let stage = Stage::new().await;
    let smsc = Smsc::start([Deed::Refuse(THROTTLED), Deed::Accept("d-1")]).await;
    stage.queue_code("row").await;
    let worker = Running::start(stage.worker(Peer::with([]), sender(&smsc.url(), TIMES)));
    until(async || Some(stage.row("row").await).filter(|row| row.state == "pending" && row.attempts == 1)).await;
    stage.clock.forward(3_000);
    stage.reaches("row", "accepted").await;
    let messages = smsc.messages();
    assert_eq!(messages.len(), 2);
    assert_eq!(messages[0], messages[1]);
    worker.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_not_sent_twice_when_the_connection_breaks() {
    let stage = Stage::new().await;
    let smsc = Smsc::start([Deed::Drop]).await;
    stage.queue_code("row").await;
    let worker = Running::start(stage.worker(Peer::with([]), sender(&smsc.url(), TIMES)));
    stage.reaches("row", "unknown").await;
    stage.clock.forward(100_000);
    until(async || (smsc.got(BIND_TRANSCEIVER).len() == 2).then_some(())).await;
    a_while().await;
    assert_eq!(smsc.messages().len(), 1);
    worker.stop().await;
}
