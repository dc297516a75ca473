//! The organization's own settings as its Owner meets them.

use crate::stage::{enter, press};
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::organization_settings::SETTINGS_PAGE;
use perfil_tests::{MEMBER, OWNER, Server, WRONG_PASSWORD};
use serde_json::json;

const FORM: &str = "#change-organization";
const NAME: &str = "#change-organization-name";
const LANGUAGE: &str = "#change-organization-language";
const MINIMUM: &str = "#change-organization-password_min";
const COUNTRIES: &str = "#change-organization-sms_countries";
const RESULT: &str = "#organization-settings-result";
const EVERYONE: &str = "#sign-everyone-out";

/// Comes from the members by the list of pages.
async fn comes_to_the_page(browser: &Browser) {
    enter(browser, &OWNER, "/organization").await;
    browser.reads_message(".tab[aria-current=page]", "organization-tab-members").await;
    browser.click(&format!(".tab[href='{SETTINGS_PAGE}']")).await;
    browser.arrive(SETTINGS_PAGE).await;
    browser.reads_title("title-organization-settings").await;
    browser.reads_message(".tab[aria-current=page]", "organization-settings-title").await;
    browser.sees(NAME).await;
}

async fn saves(browser: &Browser) {
    press(browser, &format!("{FORM} button[type=submit]")).await;
}

async fn chooses(browser: &Browser, list: &str, letters: &str, value: &str) {
    browser.evaluate("document.querySelector(arguments[0]).focus()", &[json!(list)]).await;
    browser.type_text(letters).await;
    browser.holds_value(list, value).await;
}

async fn ticks(browser: &Browser, country: &str) {
    press(browser, &format!("{COUNTRIES} summary")).await;
    press(browser, &format!("{COUNTRIES} [value={country}]")).await;
}

async fn the_owner_decides(setup: Setup) {
    let server = Server::start().await;
    let browser = Browser::open(&server, setup).await;
    comes_to_the_page(&browser).await;
    browser.fill(NAME, "Harbour & Sons").await;
    chooses(&browser, LANGUAGE, "Deu", "de").await;
    ticks(&browser, "GB").await;
    browser.fill(MINIMUM, "3").await;
    saves(&browser).await;
    let refused = browser.words.say_with("organization-password-min-outside", &[("min", "15"), ("max", "64")]);
    browser.reads(&format!("{MINIMUM}-error"), &refused).await;
    browser.ready().await;
    browser.holds_value(NAME, "Harbour & Sons").await;
    browser.holds_value(LANGUAGE, "de").await;
    assert!(browser.holds(&format!("document.querySelector('{COUNTRIES} [value=GB]').checked")).await);
    browser.fill(MINIMUM, "20").await;
    saves(&browser).await;
    browser.reads_message(&format!("{RESULT} .notice-done"), "done-change-organization").await;
    browser.ready().await;
    browser.holds_value(NAME, "Harbour & Sons").await;
    browser.holds_value(MINIMUM, "20").await;
    let chosen = browser.words.say_with("organization-sms-some", &[("count", "1")]);
    browser.reads(&format!("{COUNTRIES} summary"), &chosen).await;
    press(&browser, ".tab[href='/organization']").await;
    browser.arrive("/organization").await;
    browser.reads(".page-head .lead", "Harbour & Sons").await;
    browser.close().await;
}

#[tokio::test]
async fn the_owner_decides_with_script() {
    the_owner_decides(Setup::ENGLISH).await;
}

#[tokio::test]
async fn the_owner_decides_without_script() {
    the_owner_decides(Setup::ENGLISH.without_script()).await;
}

#[tokio::test]
async fn the_owner_decides_from_right_to_left() {
    the_owner_decides(Setup::ARABIC).await;
}

#[tokio::test]
async fn of_two_windows_the_second_keeps_what_was_typed() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, SETTINGS_PAGE).await;
    browser.fill(NAME, "Harbour & Sons").await;
    server.client_of(&OWNER).await.change_organization("name", "Harbour Ltd").await.expect(200);
    saves(&browser).await;
    browser.reads_message(&format!("{RESULT} .notice-refused"), "organization-stale").await;
    browser.ready().await;
    browser.holds_value(NAME, "Harbour & Sons").await;
    let meanwhile = browser.words.say_with("organization-meanwhile", &[("value", "Harbour Ltd")]);
    browser.reads(&format!("{NAME}-hint"), &meanwhile).await;
    saves(&browser).await;
    browser.reads_message(&format!("{RESULT} .notice-done"), "done-change-organization").await;
    browser.close().await;
}

#[tokio::test]
async fn everyone_else_is_signed_out() {
    let server = Server::start().await;
    let member = server.client_of(&MEMBER).await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, SETTINGS_PAGE).await;
    for password in [WRONG_PASSWORD, OWNER.password] {
        browser.fill("#sign-everyone-out-password", password).await;
        press(&browser, &format!("{EVERYONE} button[type=submit]")).await;
        if password == WRONG_PASSWORD {
            browser.reads_message("#sign-everyone-out-password-error", "password-wrong").await;
        }
    }
    let done = browser.words.say_with("done-sign-everyone-out", &[("sessions", "1")]);
    browser.reads(&format!("{EVERYONE} .notice-done"), &done).await;
    browser.holds_value("#sign-everyone-out-password", "").await;
    assert!(!member.is_signed_in().await);
    browser.visit("/settings/activity").await;
    browser.arrive("/settings/activity").await;
    browser.close().await;
}
