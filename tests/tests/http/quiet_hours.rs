//! Quiet hours: when text messages wait, and which. SECURITY.md 61 and 70.

use crate::events::{payment, silent};
use perfil_tests::notifications::hours_around_now;
use perfil_tests::wait::until_true;
use perfil_tests::{Client, MEMBER, OWNER, Platform, Scene};
use serde_json::{Value, json};
use std::time::Duration;

const SAVE: &str = "/api/notifications/quiet-hours";
const PAGE: &str = "/settings/notifications";

fn form(from: &str, until: &str, shown: &Value) -> Value {
    json!({ "from": from, "until": until, "version": shown["version"] })
}

async fn set(client: &Client, [from, until]: [&str; 2]) -> Value {
    client.call(SAVE, form(from, until, &client.notifications().await)).await.expect(200).json()
}

#[tokio::test]
async fn they_hold_on_every_device_until_they_are_switched_off() {
    let server = silent().start().await;
    for person in [OWNER, MEMBER] {
        let (client, elsewhere) = (server.client_of(&person).await, server.client_of(&person).await);
        let off = client.notifications().await["quiet"].clone();
        assert_eq!((&off["from"], &off["until"], &off["holds"]["id"]), (&json!(""), &json!(""), &json!("quiet-off")));
        for (empty, ends) in [(["", ""], "07:30"), (["09:00", "09:00"], "00:00")] {
            let saved = set(&client, ["22:00", ends]).await;
            let quiet = &saved["quiet"];
            assert_eq!((&quiet["from"], &quiet["until"]), (&json!("22:00"), &json!(ends)));
            assert_eq!(quiet["holds"]["id"], "quiet-on");
            assert_eq!(elsewhere.notifications().await, saved);
            assert_eq!(set(&client, empty).await["quiet"], off);
        }
        let events = server.database.events(person.email).await;
        assert_eq!(events.iter().filter(|event| *event == "notifications-changed").count(), 4);
    }
}

#[tokio::test]
async fn they_are_shown_as_their_reader_writes_times() {
    let server = silent().start().await;
    let client = server.client_of(&OWNER).await;
    set(&client, ["22:00", "07:30"]).await;
    let account = client.account().await;
    let region =
        json!({ "language": "en", "country": "US", "time_zone": "Europe/Berlin", "version": account["version"] });
    client.call("/api/region/save", region).await.expect(200);
    let holds = client.notifications().await["quiet"]["holds"].to_string();
    for said in ["10:00\u{202f}PM", "7:30\u{202f}AM", "Berlin"] {
        assert!(holds.contains(said), "{holds}");
    }
}

#[tokio::test]
async fn what_is_no_time_is_refused_at_its_field() {
    let server = silent().start().await;
    let client = server.client_of(&OWNER).await;
    let shown = client.notifications().await;
    let before = server.database.snapshot().await;
    for wrong in ["", "24:00", "7:00", "07:00:00", "soon", "٠٧:٠٠"] {
        client.call(SAVE, form(wrong, "07:00", &shown)).await.expect_error(422, "no-quiet-from");
        client.call(SAVE, form("22:00", wrong, &shown)).await.expect_error(422, "no-quiet-until");
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s61_a_stale_page_does_not_overwrite_them() {
    let server = silent().start().await;
    let client = server.client_of(&OWNER).await;
    let seen = client.notifications().await;
    let saved = set(&client, ["22:00", "07:00"]).await;
    client.call(SAVE, form("", "", &seen)).await.expect_error(409, "stale");
    assert_eq!(client.notifications().await, saved);
}

#[tokio::test]
async fn s70_extra_fields_are_refused() {
    let server = silent().start().await;
    let client = server.client_of(&OWNER).await;
    for field in ["user_id", "time_zone", "topics"] {
        let mut form = form("22:00", "07:00", &client.notifications().await);
        form[field] = json!("x");
        client.call(SAVE, form).await.expect(422);
    }
    assert_eq!(client.notifications().await["quiet"]["from"], "");
}

/// An owner whose quiet hours last, and who wants text messages about payments.
struct Night {
    scene: Scene,
    client: Client,
    platform: Platform,
    /// When they are over.
    until: String,
}

impl Night {
    async fn begin() -> Self {
        let scene = Scene::start().await;
        let client = scene.server.client_of(&OWNER).await;
        let platform = Platform::of(&scene.server);
        let [from, until] = hours_around_now();
        let night = Self { scene, client, platform, until };
        night.lives_in("UTC").await;
        night.client.choose_billing(json!({ "payments_email": false, "payments_sms": true })).await;
        set(&night.client, [&from, &night.until]).await;
        night
    }

    async fn lives_in(&self, zone: &str) {
        let version = self.client.account().await["version"].clone();
        let region = json!({ "language": "en", "country": "GB", "time_zone": zone, "version": version });
        self.client.call("/api/region/save", region).await.expect(200);
    }

    /// A payment was received; what the history says of the text message about it.
    async fn waits(&self) -> Value {
        self.platform.tell("payment.succeeded", payment(100)).await.expect(200);
        until_true("the message to wait", Duration::from_secs(10), async || self.entry().await["state"] == "put-off")
            .await;
        self.entry().await
    }

    /// What the history says of the latest text message.
    async fn entry(&self) -> Value {
        let history = self.client.notification_history(None).await;
        let entries = history["entries"].as_array().expect("entries");
        entries.iter().find(|entry| entry["channel"] == "sms").cloned().unwrap_or_default()
    }

    async fn receives(&self, count: usize) -> String {
        self.scene.sms.wait_for(OWNER.phone.expect("a number"), count).await.text
    }

    fn received(&self) -> usize {
        self.scene.sms.texts_to(OWNER.phone.expect("a number")).len()
    }
}

#[tokio::test]
async fn a_payment_waits_a_failed_one_and_a_test_do_not() {
    let night = Night::begin().await;
    let entry = night.waits().await;
    assert_eq!(entry["why"]["id"], "why-quiet-hours");
    assert!(entry["why"].to_string().contains(&night.until), "{entry}");
    night.platform.tell("payment.failed", payment(100)).await.expect(200);
    assert!(night.receives(1).await.contains("failed"));
    night.client.call("/api/notifications/test", json!({ "channel": "sms" })).await.expect(200);
    night.receives(2).await;
    set(&night.client, ["", ""]).await;
    assert!(night.receives(3).await.contains("received"));
}

#[tokio::test]
async fn another_time_zone_holds_for_what_waits() {
    let night = Night::begin().await;
    night.waits().await;
    night.lives_in("Asia/Tokyo").await;
    night.receives(1).await;
}

#[tokio::test]
async fn nothing_waits_for_a_number_that_was_removed() {
    let night = Night::begin().await;
    night.waits().await;
    night.client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200);
    let entry = night.entry().await;
    assert_eq!((&entry["state"], &entry["why"]["id"]), (&json!("not-sent"), &json!("why-other-phone")));
    night.receives(1).await;
    assert_eq!(night.received(), 1, "only that it was removed");
}

#[tokio::test]
async fn they_are_set_without_script() {
    let server = silent().start().await;
    let client = server.client_of(&OWNER).await;
    let submit = async |from: &str, until: &str| {
        let answer = client.submit(PAGE, "quiet-hours", &[("from", from), ("until", until)]).await.expect(303);
        client.page(&answer.redirect().expect("a redirect")).await.expect(200).body
    };
    let words = perfil_tests::browser::Words::load("en");
    let page = submit("22:00", "").await;
    assert!(page.contains(&words.say("notification-not-a-time")) && page.contains("value=\"22:00\""), "typed again");
    assert_eq!(client.notifications().await["quiet"]["from"], "");
    let page = submit("22:00", "07:00").await;
    assert!(page.contains(&words.say("done-quiet-hours")) && page.contains("value=\"07:00\""));
    assert_eq!(client.notifications().await["quiet"]["until"], "07:00");
}
