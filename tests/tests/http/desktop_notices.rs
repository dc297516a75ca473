//! What the desktop app is told while it runs: low credit, failed payments and finished imports, each once, to whom they
//! concern, and not in quiet hours.

use crate::events::{payment, sample, silent};
use perfil_models::Role;
use perfil_tests::notifications::hours_around_now;
use perfil_tests::platform::balance;
use perfil_tests::{BILLING, Client, MEMBER, OWNER, Person, Platform, Server};
use serde_json::{Value, json};
use std::time::Duration;

/// Two looks, and some time for each.
const LIMIT: Duration = Duration::from_secs(6);
/// What is told at all is told by then.
const LONG_ENOUGH: Duration = Duration::from_millis(4_500);

struct Stage {
    server: Server,
    platform: Platform,
    app: Client,
}

impl Stage {
    async fn of(person: &Person) -> Self {
        let server = silent().with(BILLING).start().await;
        let app = server.client().as_desktop();
        app.sign_in(person).await;
        Self { platform: Platform::of(&server), server, app }
    }

    async fn tell_import(&self, person: &Person, kind: &str) {
        let (data, _) = sample(kind, &self.server.database.external_id(person.email).await);
        self.platform.tell(kind, data).await.expect(200);
    }

    async fn fail_payment(&self) {
        self.platform.tell("payment.failed", payment(1_999)).await.expect(200);
    }
}

async fn set_quiet_hours(client: &Client, [from, until]: [&str; 2]) {
    let version = client.notifications().await["version"].clone();
    let form = json!({ "from": from, "until": until, "version": version });
    client.call("/api/notifications/quiet-hours", form).await.expect(200);
}

async fn live_in(client: &Client, language: &str, zone: &str) {
    let version = client.account().await["version"].clone();
    let region = json!({ "language": language, "country": "GB", "time_zone": zone, "version": version });
    client.call("/api/region/save", region).await.expect(200);
}

fn words(notice: &Value) -> (&str, &str, &str) {
    let text = |field: &str| notice[field].as_str().unwrap_or_default();
    (text("kind"), text("title"), text("path"))
}

#[tokio::test]
async fn each_kind_is_told_once() {
    let stage = Stage::of(&OWNER).await;
    stage.app.choose_billing(json!({ "payments_sms": true, "low_credit_sms": true, "minimum": "50.00" })).await;
    let mut listener = stage.app.listen().await;
    stage.fail_payment().await;
    let notice = listener.notice(LIMIT).await;
    assert_eq!(words(&notice), ("failed-payment", "A payment failed", "/settings/notifications"));
    assert!(notice["body"].as_str().is_some_and(|body| body.contains("19.99") && body.contains("pay-1")), "{notice}");
    assert!(notice["id"].as_str().is_some_and(|id| id.len() == 26), "{notice}");

    stage.platform.tell("credit.balance", balance("harbour", 1, 4_200)).await.expect(200);
    let notice = listener.notice(LIMIT).await;
    assert_eq!(words(&notice), ("low-credit", "Your credit is running low", "/settings/notifications"));
    assert!(notice["body"].as_str().is_some_and(|body| body.contains("42.00") && body.contains("50.00")), "{notice}");

    stage.tell_import(&OWNER, "contact_import.completed").await;
    let notice = listener.notice(LIMIT).await;
    assert_eq!(words(&notice), ("finished-import", "Your contacts were imported", "/settings/notifications"));
    stage.tell_import(&OWNER, "contact_import.failed").await;
    let notice = listener.notice(LIMIT).await;
    assert_eq!(words(&notice).0, "finished-import");
    assert!(listener.hears_nothing(LONG_ENOUGH).await, "each once, though it goes out by two channels");
}

#[tokio::test]
async fn what_else_happens_and_what_happened_before_is_not_told() {
    let stage = Stage::of(&OWNER).await;
    stage.fail_payment().await;
    let mut listener = stage.app.listen().await;
    stage.platform.tell("payment.succeeded", payment(100)).await.expect(200);
    stage.tell_import(&OWNER, "contact_import.progress").await;
    stage.tell_import(&MEMBER, "contact_import.completed").await;
    stage.app.call("/api/notifications/test", json!({ "channel": "email" })).await.expect(200);
    assert!(listener.hears_nothing(LONG_ENOUGH).await);
}

#[tokio::test]
async fn every_app_of_a_person_is_told_in_the_persons_language() {
    let stage = Stage::of(&OWNER).await;
    live_in(&stage.app, "de", "Europe/Berlin").await;
    let other = stage.server.client().as_desktop();
    other.sign_in(&OWNER).await;
    let mut listeners = [stage.app.listen().await, other.listen().await];
    stage.fail_payment().await;
    let mut ids = Vec::new();
    for listener in &mut listeners {
        let notice = listener.notice(LIMIT).await;
        assert_eq!(words(&notice).1, "Eine Zahlung ist fehlgeschlagen");
        ids.push(notice["id"].clone());
    }
    assert_eq!(ids[0], ids[1], "it is the same one");
}

#[tokio::test]
async fn s58_nothing_about_bills_is_told_without_the_permission() {
    let stage = Stage::of(&MEMBER).await;
    let billing = stage.server.client().as_desktop();
    billing.sign_in(&BILLING).await;
    let (mut of_member, mut of_billing) = (stage.app.listen().await, billing.listen().await);
    stage.fail_payment().await;
    assert_eq!(words(&of_billing.notice(LIMIT).await).0, "failed-payment");
    stage.tell_import(&MEMBER, "contact_import.completed").await;
    assert_eq!(words(&of_member.notice(LIMIT).await).0, "finished-import", "the payment was not told before");

    let owner = stage.server.client_of(&OWNER).await;
    set_quiet_hours_around_now(&billing).await;
    stage.fail_payment().await;
    assert!(of_billing.hears_nothing(LONG_ENOUGH).await);
    let user = stage.server.database.user_id(BILLING.email).await;
    owner.set_role(&user, Role::Billing, Role::Member).await.expect(200);
    set_quiet_hours(&billing, ["", ""]).await;
    assert!(of_billing.hears_nothing(LONG_ENOUGH).await, "what was held is not for this role any more");
}

async fn set_quiet_hours_around_now(client: &Client) {
    live_in(client, "en", "UTC").await;
    let [from, until] = hours_around_now();
    set_quiet_hours(client, [&from, &until]).await;
}

#[tokio::test]
async fn a_topic_that_is_off_on_every_channel_is_not_told() {
    let stage = Stage::of(&OWNER).await;
    stage.app.choose_billing(json!({ "payments_email": false, "payments_sms": false })).await;
    let mut listener = stage.app.listen().await;
    stage.fail_payment().await;
    assert!(listener.hears_nothing(LONG_ENOUGH).await);
    stage.app.choose_billing(json!({ "payments_sms": true })).await;
    stage.fail_payment().await;
    assert_eq!(words(&listener.notice(LIMIT).await).0, "failed-payment", "one channel is enough");
    assert!(listener.hears_nothing(LONG_ENOUGH).await, "the one before is not told after all");
}

#[tokio::test]
async fn what_an_app_missed_while_it_was_cut_off_is_told_when_it_comes_back() {
    let mut stage = Stage::of(&OWNER).await;
    let mut listener = stage.app.listen().await;
    stage.fail_payment().await;
    let first = listener.notice(LIMIT).await;
    let (last, connected) = (listener.last.clone(), stage.app.listen().await.last);
    drop(listener);
    stage.tell_import(&OWNER, "contact_import.completed").await;
    stage.server.kill();
    stage.server.start_again().await;
    let mut back = stage.app.listen_after(&last).await;
    assert_eq!(words(&back.notice(LIMIT).await).0, "finished-import");
    assert_ne!(back.last, last);
    let (mut without_notices, mut up_to_date) =
        (stage.app.listen_after(&connected).await, stage.app.listen_after(&back.last).await);
    assert_eq!(words(&without_notices.notice(LIMIT).await).0, "finished-import");
    assert!(up_to_date.hears_nothing(LONG_ENOUGH).await && back.hears_nothing(LONG_ENOUGH).await);
    let mut all = stage.app.listen_after("00000000000000000000000000").await;
    assert_eq!(all.notice(LIMIT).await, first);
    assert_eq!(words(&all.notice(LIMIT).await).0, "finished-import");
    assert!(stage.app.listen().await.hears_nothing(LONG_ENOUGH).await, "who is new hears nothing of before");
}

#[tokio::test]
async fn what_comes_in_quiet_hours_is_told_once_after_them() {
    let stage = Stage::of(&OWNER).await;
    let mut listener = stage.app.listen().await;
    set_quiet_hours_around_now(&stage.app).await;
    stage.fail_payment().await;
    stage.tell_import(&OWNER, "contact_import.completed").await;
    assert!(listener.hears_nothing(LONG_ENOUGH).await);
    set_quiet_hours(&stage.app, ["", ""]).await;
    let kinds = [listener.notice(LIMIT).await, listener.notice(LIMIT).await];
    assert_eq!([words(&kinds[0]).0, words(&kinds[1]).0], ["failed-payment", "finished-import"], "in order");
    assert!(listener.hears_nothing(LONG_ENOUGH).await);
}
