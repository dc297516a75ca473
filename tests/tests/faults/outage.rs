//! Mail server and SMS gateway are down, hang or refuse: pages stay fast, nothing is lost, nothing is sent twice.

use perfil_tests::hanging::HangingPeer;
use perfil_tests::mail::MailServer;
use perfil_tests::people::number;
use perfil_tests::sms::{Mood, SmsGateway};
use perfil_tests::wait::{until, until_true};
use perfil_tests::{Answer, Client, MEMBER, NEW_PASSWORD, OWNER, Scene, Server};
use serde_json::json;
use std::time::{Duration, Instant};

/// How long both peers are down.
const OUTAGE: Duration = Duration::from_secs(15);
/// How long a page may take meanwhile.
const FAST: Duration = Duration::from_secs(1);
/// The worker's third wait, 30 seconds with a fifth more, and some time to send.
const COMES_AFTER: Duration = Duration::from_secs(50);

async fn fast(what: &str, call: impl Future<Output = Answer>) -> Answer {
    let began = Instant::now();
    let answer = call.await;
    assert!(began.elapsed() < FAST, "{what} took {:?}", began.elapsed());
    answer
}

async fn change_password(client: &Client) -> Answer {
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await
}

#[tokio::test]
async fn after_an_outage_what_has_not_expired_arrives_once_and_newest() {
    let (mut mail, mut sms) = (MailServer::prepared(), SmsGateway::prepared());
    let server = Server::builder().smtp(mail.url()).sms(sms.url()).start().await;
    let client = server.client_of(&OWNER).await;
    fast("changing the password", change_password(&client)).await.expect(200);
    let new = number(501);
    let form = json!({ "country": "GB", "number": new, "password": NEW_PASSWORD });
    let account = fast("asking for a code", client.call("/api/phone/change", form)).await.expect(200).json();
    let change = perfil_tests::scene::change_of(&account);
    server.database.let_time_pass(Duration::from_secs(30)).await;
    fast("asking again", client.resend(&change)).await.expect(200);
    let began = Instant::now();
    while began.elapsed() < OUTAGE {
        fast("a page", client.page("/settings/phone")).await.expect(200);
        fast("the account", client.ask("/api/account")).await.expect(200);
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    assert!(mail.mails().is_empty() && sms.texts().is_empty());

    mail.up().await;
    sms.up().await;
    let code = until("the code", COMES_AFTER, async || sms.texts_to(&new).first()?.code()).await;
    until_true("the mail", COMES_AFTER, async || !mail.mails_to(OWNER.email).is_empty()).await;
    client.validate(&change, &code).await.expect(200);
    sms.wait_for(&new, 2).await;
    let codes = sms.texts().into_iter().filter(|text| text.code().is_some()).count();
    assert_eq!(codes, 1, "only the newest code went out");
    let states: Vec<_> = server.database.messages("phone-code").await.into_iter().map(|code| code.state).collect();
    assert_eq!(states, ["superseded", "accepted"]);
    assert_eq!(mail.mails_to(OWNER.email).iter().filter(|mail| mail.subject.contains("password")).count(), 1);
}

#[tokio::test]
async fn a_code_that_expired_during_the_outage_is_not_sent() {
    let mut sms = SmsGateway::prepared();
    let server = Server::builder().sms(sms.url()).start().await;
    let client = server.client_of(&OWNER).await;
    client.change_phone(&OWNER, &number(502)).await;
    let messages = async || server.database.messages("phone-code").await;
    until_true("a first try", Duration::from_secs(10), async || messages().await[0].attempts >= 1).await;
    server.database.let_time_pass(Duration::from_secs(300)).await;
    sms.up().await;
    until_true("the end of the message", Duration::from_secs(20), async || messages().await[0].state == "expired")
        .await;
    assert_eq!(messages().await[0].sealed, None, "its secret is erased");
    client.change_phone(&OWNER, &number(503)).await;
    sms.wait_for_code(&number(503), 1).await;
    assert!(sms.texts_to(&number(502)).is_empty());
}

#[tokio::test]
async fn peers_that_hang_do_not_slow_pages_down() {
    let (mail, gateway) = (HangingPeer::start(), HangingPeer::start());
    let sms = format!("kannel://perfil:gateway-password@127.0.0.1:{}/cgi-bin/sendsms", gateway.port);
    let server = Server::builder().smtp(format!("smtp://127.0.0.1:{}", mail.port)).sms(sms).start().await;
    let client = server.client_of(&OWNER).await;
    fast("changing the password", change_password(&client)).await.expect(200);
    for round in 0..4 {
        let form = json!({ "country": "GB", "number": number(510 + round), "password": NEW_PASSWORD });
        fast("asking for a code", client.call("/api/phone/change", form)).await.expect(200);
        fast("a page", client.page("/settings/phone")).await.expect(200);
    }
    until_true("both to be called", Duration::from_secs(10), async || mail.taken() > 0 && gateway.taken() > 0).await;
    fast("signing in", server.client().try_sign_in(MEMBER.email, MEMBER.password)).await.expect(200);
}

/// The gateway refuses with that status for a while: the same code comes later, and no other.
async fn refusal_makes_no_second_code(status: u16) {
    let scene = Scene::start().await;
    scene.sms.is(Mood::Answers(status));
    let client = scene.server.client_of(&OWNER).await;
    let new = number(520);
    let change = client.change_phone(&OWNER, &new).await;
    scene.sms.wait_for(&new, 2).await;
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
    scene.sms.is(Mood::Accepts);
    let tries = scene.sms.wait_for(&new, 3).await;
    let accepted = async || scene.server.database.messages("phone-code").await[0].state == "accepted";
    until_true("the message to be marked", Duration::from_secs(10), accepted).await;
    let codes: std::collections::BTreeSet<_> = scene.sms.texts_to(&new).iter().filter_map(|text| text.code()).collect();
    assert_eq!(codes.len(), 1, "every try carried the same code");
    assert_eq!(scene.server.database.messages("phone-code").await.len(), 1);
    client.validate(&change, &tries.code().expect("a code")).await.expect(200);
}

#[tokio::test]
async fn an_error_of_the_gateway_makes_no_second_code() {
    refusal_makes_no_second_code(500).await;
}

#[tokio::test]
async fn a_gateway_that_is_asked_too_often_makes_no_second_code() {
    refusal_makes_no_second_code(429).await;
}

#[tokio::test]
async fn a_gateway_that_never_answers_gets_the_code_once() {
    let scene = Scene::start().await;
    scene.sms.is(Mood::Hangs);
    let client = scene.server.client_of(&OWNER).await;
    let new = number(521);
    let change = client.change_phone(&OWNER, &new).await;
    let unknown = async || scene.server.database.messages("phone-code").await[0].state == "unknown";
    until_true("the time limit", Duration::from_secs(20), unknown).await;
    scene.sms.is(Mood::Accepts);
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
    // A later message shows that the worker has looked again since.
    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200);
    scene.sms.wait_for(OWNER.phone.unwrap_or_default(), 1).await;
    let texts = scene.sms.texts_to(&new);
    assert_eq!(texts.len(), 1, "it may have arrived, so it is not sent again");
    // It had arrived.
    client.validate(&change, &texts[0].code().expect("a code")).await.expect(200);
}

#[tokio::test]
async fn texts_that_failed_count_against_the_limits() {
    let scene = Scene::start().await;
    scene.sms.is(Mood::Answers(500));
    let client = scene.server.client_of(&OWNER).await;
    for round in 0..5 {
        client.change_phone(&OWNER, &number(530 + round)).await;
    }
    client.try_change_phone(&number(535), OWNER.password).await.expect_error(429, "too-many-messages");
}
