//! The way of an address: changed, confirmed in another browser, undone from the old mailbox; then a forgotten password.

use crate::stage::{enter, sign_in};
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::letters::Letters;
use perfil_tests::{NEW_PASSWORD, OWNER, WRONG_PASSWORD};

const MISTAKEN: &str = "olive.nwe@example.test";
const NEW: &str = "olive.new@example.test";
const PENDING: &str = "[aria-labelledby=pending-heading]";
const CURRENT: &str = "[aria-labelledby=current-heading]";

async fn tell(setup: Setup) {
    let letters = Letters::start().await;
    let browser = Browser::open(&letters.server, setup).await;
    let other = Browser::open(&letters.server, setup).await;
    asks_for_a_link_to_a_mistaken_address(&browser).await;
    every_device_shows_what_waits(&other).await;
    puts_the_address_right(&browser).await;
    confirms_in_another_browser(&letters, setup).await;
    sees_it_when_coming_back(&browser).await;
    undoes_it(&browser, &letters).await;
    chooses_a_new_password(&browser, &letters).await;
    contacts_stay_as_they_are(&browser).await;
    browser.close().await;
    other.close().await;
}

#[tokio::test]
async fn the_way_of_an_address_in_english() {
    tell(Setup::ENGLISH).await;
}

#[tokio::test]
async fn the_way_of_an_address_in_german() {
    tell(Setup::GERMAN).await;
}

#[tokio::test]
async fn the_way_of_an_address_in_spanish() {
    tell(Setup::SPANISH).await;
}

#[tokio::test]
async fn the_way_of_an_address_in_arabic() {
    tell(Setup::ARABIC).await;
}

async fn ask_for_link(browser: &Browser, email: &str, password: &str) {
    browser.fill("#change-email-email", email).await;
    browser.fill("#change-email-password", password).await;
    browser.click("#change-email button[type=submit]").await;
}

async fn asks_for_a_link_to_a_mistaken_address(browser: &Browser) {
    enter(browser, &OWNER, "/settings/user").await;
    browser.click("[aria-labelledby=contact-heading] a[href='/settings/email']").await;
    browser.arrive("/settings/email").await;
    browser.reads_title("title-email").await;
    browser.is_at("#page-title").await;
    browser.reads(CURRENT, OWNER.email).await;
    for kind in
        ["dependent-sign-in", "dependent-password-reset", "dependent-security-notices", "dependent-notifications"]
    {
        browser.reads_message("#change-email .dependents", kind).await;
    }
    ask_for_link(browser, "olive", OWNER.password).await;
    browser.reads_message("#change-email-email-error", "email-invalid").await;
    browser.is_at("#change-email-email").await;
    ask_for_link(browser, MISTAKEN, WRONG_PASSWORD).await;
    browser.reads_message("#change-email-password-error", "password-wrong").await;
    browser.is_at("#change-email-password").await;
    assert_eq!(browser.value("#change-email-email").await, MISTAKEN, "what was typed is kept");

    ask_for_link(browser, MISTAKEN, OWNER.password).await;
    browser.reads_message("#email-result .notice-done", "done-change-email").await;
    browser.is_at("#email-result").await;
    card_shows(browser, MISTAKEN).await;
    browser.reads(CURRENT, OWNER.email).await;
}

async fn card_shows(browser: &Browser, address: &str) {
    browser.reads(".pending-to", address).await;
    browser.reads_message(PENDING, "pending-time-left").await;
    browser.reads_message("#resend-email-link", "pending-resend-in").await;
    let resends = browser.words.say_with("pending-resends-left", &[("count", "4")]);
    browser.reads("#resend-email-link", &resends).await;
    assert!(browser.attribute("#resend-email-link button", "disabled").await.is_some(), "it was sent only just now");
}

async fn every_device_shows_what_waits(other: &Browser) {
    const WAITING: &str = "[aria-labelledby=pending-changes-heading]";
    enter(other, &OWNER, "/settings/user").await;
    other.reads(WAITING, MISTAKEN).await;
    other.click(&format!("{WAITING} a")).await;
    other.arrive("/settings/email").await;
    card_shows(other, MISTAKEN).await;
    other.visit("/settings/phone").await;
    other.reads(WAITING, MISTAKEN).await;
}

async fn puts_the_address_right(browser: &Browser) {
    let wrong = browser.words.say("email-wrong-address");
    assert_eq!(browser.texts(".inline-forms button").await[0], wrong);
    browser.click("#wrong-contact button").await;
    browser.no_longer_sees(PENDING).await;
    browser.holds_value("#change-email-email", MISTAKEN).await;
    browser.is_at("#change-email-email").await;
    ask_for_link(browser, NEW, OWNER.password).await;
    card_shows(browser, NEW).await;
}

async fn confirms_in_another_browser(letters: &Letters, setup: Setup) {
    let phone = Browser::open(&letters.server, setup).await;
    let token = letters.token(NEW, "/confirm-email", 1).await;
    phone.visit(&format!("/confirm-email?t={token}")).await;
    assert_eq!(phone.status().await, 200);
    phone.reads_title("title-confirm-email").await;
    phone.reads(".facts", NEW).await;
    phone.reads(".facts", "o…@example.test").await;
    phone.click("#confirm-email button[type=submit]").await;
    phone.reads_message("#link-result .notice-done", "done-confirm-email").await;
    phone.is_at("#link-result").await;
    assert_eq!(phone.address().await, "/confirm-email", "the token is gone from the address bar");
    phone.reads_message(".actions a[href='/sign-in']", "sign-in-button").await;
    phone.back().await;
    phone.visit(&format!("/confirm-email?t={token}")).await;
    assert_eq!(phone.status().await, 409);
    phone.reads_message("[role=alert]", "link-used").await;
    phone.close().await;
}

async fn sees_it_when_coming_back(browser: &Browser) {
    browser.evaluate("document.dispatchEvent(new Event('visibilitychange'))", &[]).await;
    browser.reads_message("#email-result .notice-done", "done-confirm-email").await;
    browser.no_longer_sees(PENDING).await;
    browser.reads(CURRENT, NEW).await;
}

async fn undoes_it(browser: &Browser, letters: &Letters) {
    let token = letters.token(OWNER.email, "/undo", 1).await;
    browser.visit(&format!("/undo?t={token}")).await;
    browser.reads_title("title-undo").await;
    browser.reads(".facts", OWNER.email).await;
    browser.reads(".facts", "o…@example.test").await;
    browser.reads_message("#undo", "undo-hint").await;
    browser.click("#undo button[type=submit]").await;
    browser.reads_message("#link-result .notice-done", "done-undo-email").await;
    browser.is_at("#link-result").await;
    assert_eq!(browser.address().await, "/undo", "the token is gone from the address bar");
    assert_eq!(browser.count("#account-menu-button").await, Some(0), "nobody is signed in any more");
    assert_eq!(browser.session_cookie().await, None);
    browser.reload().await;
    browser.reads_message("[role=alert]", "link-unknown").await;
    browser.visit(&format!("/undo?t={token}")).await;
    assert_eq!(browser.status().await, 409);
    browser.reads_message("[role=alert]", "undo-done-before").await;
}

async fn chooses_a_new_password(browser: &Browser, letters: &Letters) {
    browser.click(".actions a[href='/forgot-password']").await;
    browser.arrive("/forgot-password").await;
    browser.reads_title("title-forgot-password").await;
    browser.fill("#forgot-password-email", OWNER.email).await;
    browser.click("#forgot-password button[type=submit]").await;
    browser.reads_message("#forgot-password .notice-done", "done-forgot-password").await;
    browser.reads_message("#forgot-password .dependents", "forgot-password-spam").await;

    let token = letters.token(OWNER.email, "/reset-password", 1).await;
    browser.visit(&format!("/reset-password?t={token}")).await;
    browser.reads_title("title-reset-password").await;
    assert_eq!(browser.attribute("[autocomplete=username]", "value").await.as_deref(), Some(OWNER.email));
    choose(browser, NEW_PASSWORD, "eleven lanterns over Bergen").await;
    browser.reads_message("#reset-password-repeat-error", "password-mismatch").await;
    browser.is_at("#reset-password-repeat").await;
    choose(browser, NEW_PASSWORD, NEW_PASSWORD).await;
    browser.arrive("/sign-in").await;
    browser.reads_title("title-sign-in").await;
    browser.reads_message("#sign-in .notice-done", "done-reset-password").await;
    sign_in(browser, OWNER.email, NEW_PASSWORD).await;
    browser.arrive("/settings/user").await;
}

async fn choose(browser: &Browser, new: &str, repeat: &str) {
    browser.fill("#reset-password-new", new).await;
    browser.fill("#reset-password-repeat", repeat).await;
    browser.click("#reset-password button[type=submit]").await;
}

async fn contacts_stay_as_they_are(browser: &Browser) {
    browser.visit("/settings/email").await;
    browser.reads(CURRENT, OWNER.email).await;
    for page in ["email", "phone"] {
        browser.visit(&format!("/settings/{page}")).await;
        browser.reads_message("[aria-labelledby=frozen-heading]", "frozen-lead").await;
        assert_eq!(browser.count("form[action^='/forms/change-'], form[action='/forms/remove-phone']").await, Some(0));
    }
}

#[tokio::test]
async fn the_way_of_an_address_without_script() {
    let letters = Letters::start().await;
    let browser = Browser::open(&letters.server, Setup::ENGLISH.without_script()).await;
    enter(&browser, &OWNER, "/settings/email").await;
    ask_for_link(&browser, MISTAKEN, WRONG_PASSWORD).await;
    browser.reads_message("#change-email-password-error", "password-wrong").await;
    assert_eq!(browser.value("#change-email-email").await, MISTAKEN, "what was typed is kept");
    ask_for_link(&browser, MISTAKEN, OWNER.password).await;
    browser.reads_message("#email-result .notice-done", "done-change-email").await;
    browser.click("#resend-email-link button").await;
    browser.reads(PENDING, &browser.words.beginning("email-resend-too-soon")).await;
    browser.click("#wrong-contact button").await;
    browser.reads_message("#email-result .notice-done", "done-cancel-email-change").await;
    browser.holds_value("#change-email-email", MISTAKEN).await;
    ask_for_link(&browser, NEW, OWNER.password).await;
    browser.reads(PENDING, NEW).await;

    let confirm = letters.token(NEW, "/confirm-email", 1).await;
    browser.visit(&format!("/confirm-email?t={confirm}")).await;
    browser.click("#confirm-email button").await;
    browser.arrive("/confirm-email").await;
    browser.reads_message("#link-result .notice-done", "done-confirm-email").await;
    let undo = letters.token(OWNER.email, "/undo", 1).await;
    browser.visit(&format!("/undo?t={undo}")).await;
    browser.click("#undo button").await;
    browser.arrive("/undo").await;
    browser.reads_message("#link-result .notice-done", "done-undo-email").await;
    assert_eq!(browser.session_cookie().await, None);

    browser.click(".actions a[href='/forgot-password']").await;
    browser.arrive("/forgot-password").await;
    browser.fill("#forgot-password-email", OWNER.email).await;
    browser.click("#forgot-password button").await;
    browser.reads_message("#forgot-password .notice-done", "done-forgot-password").await;
    assert_eq!(browser.value("#forgot-password-email").await, OWNER.email);
    let reset = letters.token(OWNER.email, "/reset-password", 1).await;
    browser.visit(&format!("/reset-password?t={reset}")).await;
    choose(&browser, "too short", "too short").await;
    browser.sees("#reset-password-new-error").await;
    choose(&browser, NEW_PASSWORD, NEW_PASSWORD).await;
    browser.arrive("/sign-in").await;
    browser.reads_message("#sign-in .notice-done", "done-reset-password").await;
    sign_in(&browser, OWNER.email, NEW_PASSWORD).await;
    browser.arrive("/settings/user").await;
    contacts_stay_as_they_are(&browser).await;
    browser.close().await;
}
