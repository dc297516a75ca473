//! A walk past *Notifications*, and past unsubscribing.

use crate::stage::{enter, open_menu};
use perfil_tests::browser::Browser;
use perfil_tests::letters::Letters;
use perfil_tests::platform::balance;
use perfil_tests::{Person, Platform, Scene, Server};
use serde_json::{Value, json};

const PAGE: &str = "/settings/notifications";
const BILLING: &str = "#billing-notifications";
const MINIMUM: &str = "#billing-notifications-minimum";

/// From nothing told to everything told.
pub async fn past_notifications(browser: &Browser, scene: &Scene, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    browser.visit(PAGE).await;
    at("notifications").await;
    browser.visit("/settings/notifications/history").await;
    at("history-empty").await;
    tell_of_imports(&scene.server, person).await;
    tell_of_money(&scene.server, person).await;
    browser.visit(PAGE).await;
    past_refusals(browser, at).await;
    past_low_credit(browser, scene, at).await;
    past_deliveries(browser, scene, at).await;
}

async fn tell_of_imports(server: &Server, person: &Person) {
    let platform = Platform::of(server);
    let user = server.database.external_id(person.email).await;
    let reasons = json!([
        { "reason": "The number is not valid in its country", "count": 211 },
        { "reason": "The contact has unsubscribed", "count": 17 },
    ]);
    let imports = [
        (
            "completed",
            "Newsletter 2026 (subscribers).csv",
            json!({ "imported": 48_215, "rejected": 228, "reasons": reasons }),
        ),
        ("failed", "contacts-without-header.xlsx", json!({ "reason": "The file has no column with phone numbers." })),
        ("progress", "Autumn fair.csv", json!({ "done": 1_200, "total": 5_000 })),
        ("started", "CRM", json!({})),
    ];
    for (place, (what, name, mut data)) in imports.into_iter().enumerate() {
        for (field, value) in [
            ("organization", json!(person.organization)),
            ("user", json!(user)),
            ("import", json!(format!("i-{place}"))),
        ] {
            data[field] = value;
        }
        data["name"] = json!(name);
        platform.tell(&format!("contact_import.{what}"), data).await.expect(200);
    }
}

/// Balances over a week, a payment that failed and an invoice.
async fn tell_of_money(server: &Server, person: &Person) {
    let platform = Platform::of(server);
    for (place, cents) in [41_000, 38_210, 31_060, 24_900, 52_000, 43_870, 29_440, 18_130].into_iter().enumerate() {
        let told = balance(person.organization, 1 + place as i64, cents);
        platform.tell("credit.balance", told).await.expect(200);
    }
    server.database.execute("UPDATE balance_points SET occurred_at = occurred_at - (8 - seq) * 72000000").await;
    let money = |field: &str, name: &str| -> Value {
        json!({ "organization": person.organization, field: name, "amount": 12_345, "currency": "EUR" })
    };
    platform.tell("payment.failed", money("payment", "P-2026-118")).await.expect(200);
    platform.tell("invoice.issued", money("invoice", "R-2026-0042")).await.expect(200);
}

async fn past_refusals(browser: &Browser, at: &mut impl AsyncFnMut(&str)) {
    browser.click(&format!("{BILLING} [name=low_credit_email]")).await;
    browser.fill(MINIMUM, "50").await;
    browser.click(&format!("{BILLING} button[type=submit]")).await;
    browser.sees("#billing-notifications-low_credit").await;
    at("notifications-no-channel").await;
    browser.click(&format!("{BILLING} [name=low_credit_email]")).await;
    browser.fill(MINIMUM, "fifty").await;
    browser.click(&format!("{BILLING} button[type=submit]")).await;
    browser.sees(&format!("{MINIMUM}-error")).await;
    at("notifications-refused").await;
}

async fn past_low_credit(browser: &Browser, scene: &Scene, at: &mut impl AsyncFnMut(&str)) {
    browser.fill(MINIMUM, "50").await;
    browser.click(&format!("{BILLING} button[type=submit]")).await;
    browser.sees(&format!("{BILLING} .notice-done")).await;
    at("notifications-saved").await;
    browser.fill(MINIMUM, "200").await;
    browser.click(&format!("{BILLING} button[type=submit]")).await;
    browser.sees(".ask").await;
    at("notifications-below").await;
    browser.click(".ask button").await;
    browser.sees("#credit-result .notice-done").await;
    at("notifications-alerted").await;
    scene.server.database.execute("DELETE FROM contact_imports WHERE state = 'running'").await;
}

async fn past_deliveries(browser: &Browser, scene: &Scene, at: &mut impl AsyncFnMut(&str)) {
    for channel in ["email", "sms"] {
        browser.click(&format!("#send-test-{channel} button")).await;
        browser.sees("[aria-labelledby=test-heading] .notice-done").await;
    }
    let ends = [("email", "dead"), ("sms", "failed")];
    for (channel, state) in ends {
        let ended = format!("UPDATE outbox SET state = '{state}' WHERE topic = 'test' AND channel = '{channel}'");
        scene.server.database.execute(&ended).await;
    }
    browser.visit(PAGE).await;
    browser.sees(".badge-bad").await;
    at("notifications-troubles").await;
    browser.visit("/settings/notifications/history").await;
    browser.sees(".entries").await;
    at("history").await;
}

/// Ending mails about something by the link in one of them.
pub async fn past_unsubscribing(browser: &Browser, letters: &Letters, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    let payment = json!({ "organization": person.organization, "payment": "P-7", "amount": 5_000, "currency": "EUR" });
    Platform::of(&letters.server).tell("payment.succeeded", payment).await.expect(200);
    let token = letters.token(person.email, "/unsubscribe", 1).await;
    browser.visit(&format!("/unsubscribe?t={token}")).await;
    at("unsubscribe").await;
    browser.click("#unsubscribe button[type=submit]").await;
    browser.sees("#link-result .notice-done").await;
    at("unsubscribed").await;
    browser.visit("/unsubscribe?t=x").await;
    browser.sees("[role=alert]").await;
    at("unsubscribe-dead").await;
    tell_of_imports(&letters.server, person).await;
    tell_of_money(&letters.server, person).await;
    enter(browser, person, PAGE).await;
    browser.sees(".chart").await;
    at("notifications-told").await;
    open_menu(browser).await;
    browser.click("#sign-out button").await;
    browser.arrive("/sign-in").await;
}
