//! Quiet hours as a person sets them, and a text message that waits until they are over.

use crate::stage::{Stage, enter, owner_with};
use perfil_tests::Platform;
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::notifications::hours_around_now;
use serde_json::json;

const PAGE: &str = "/settings/notifications";
const FORM: &str = "#quiet-hours";
const INPUTS: [&str; 2] = ["#quiet-hours-from", "#quiet-hours-until"];

/// Fills in the times. How they are typed depends on the system's language, not on the page's.
async fn sends(browser: &Browser, times: [&str; 2]) {
    for (css, time) in INPUTS.into_iter().zip(times) {
        browser.sees(css).await;
        browser.evaluate("document.querySelector(arguments[0]).value = arguments[1]", &[json!(css), json!(time)]).await;
    }
    browser.click(&format!("{FORM} button[type=submit]")).await;
}

async fn shows(browser: &Browser, times: [&str; 2]) {
    for (css, time) in INPUTS.into_iter().zip(times) {
        browser.holds_value(css, time).await;
    }
}

async fn saves(browser: &Browser, times: [&str; 2]) {
    sends(browser, times).await;
    browser.reads_message(&format!("{FORM} .notice-done"), "done-quiet-hours").await;
}

async fn tell(setup: Setup, has_script: bool, phone: &'static str) {
    let person = owner_with(phone);
    let stage = Stage::with(std::slice::from_ref(&person)).await;
    stage.server.database.execute("UPDATE users SET time_zone = 'UTC'").await;
    let browser = Browser::open(&stage.server, setup).await;
    enter(&browser, &person, PAGE).await;
    browser.reads(FORM, &browser.words.beginning("quiet-off")).await;

    let [from, until] = hours_around_now();
    sends(&browser, [&from, ""]).await;
    browser.reads_message("#quiet-hours-until-error", "notification-not-a-time").await;
    shows(&browser, [&from, ""]).await;
    if has_script {
        browser.is_at(INPUTS[1]).await;
    }
    saves(&browser, [&from, &until]).await;
    browser.reads(FORM, &browser.words.beginning("quiet-on")).await;
    browser.reload().await;
    shows(&browser, [&from, &until]).await;

    browser.click("#billing-notifications [name=payments_sms]").await;
    browser.click("#billing-notifications button[type=submit]").await;
    browser.reads_message("#billing-notifications .notice-done", "done-billing-notifications").await;
    let payment = json!({ "organization": person.organization, "payment": "P-9", "amount": 5_000, "currency": "EUR" });
    Platform::of(&stage.server).tell("payment.succeeded", payment).await.expect(200);
    browser.visit("/settings/notifications/history").await;
    let why = browser.words.beginning("why-quiet-hours");
    let is_told = async || {
        browser.reload().await;
        browser.text(".entries").await.contains(&why)
    };
    browser.wait_until("the message to wait for quiet hours to end", is_told).await;
    browser.reads_message(".entry-title .badge", "delivery-put-off").await;

    browser.visit(PAGE).await;
    saves(&browser, ["", ""]).await;
    stage.phones.wait_for_sms(phone, 1).await;
    browser.close().await;
}

#[tokio::test]
async fn a_payment_waits_for_the_end_of_quiet_hours() {
    tell(Setup::ENGLISH, true, "+447700900292").await;
}

#[tokio::test]
async fn a_payment_waits_for_the_end_of_quiet_hours_without_script() {
    tell(Setup::GERMAN.without_script(), false, "+447700900293").await;
}

#[tokio::test]
async fn the_same_time_twice_switches_them_off() {
    let stage = Stage::with(&[owner_with("+447700900294")]).await;
    let browser = Browser::open(&stage.server, Setup::ARABIC).await;
    enter(&browser, &owner_with("+447700900294"), PAGE).await;
    saves(&browser, ["22:00", "22:00"]).await;
    shows(&browser, ["", ""]).await;
    browser.reads(FORM, &browser.words.beginning("quiet-off")).await;
    browser.close().await;
}
