//! The same way without JavaScript: every form goes to `/forms`, and the page that follows says how it went.

use crate::stage::{Stage, ask_for_code, open_menu, owner_with, sign_in};
use perfil_models::DisplayName;
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::scene::another_code;
use perfil_tests::{NEW_PASSWORD, OWNER, Person, Server, WRONG_PASSWORD};
use std::time::Duration;

const PENDING: &str = "[aria-labelledby=pending-heading]";

#[tokio::test]
async fn the_story_without_script() {
    let person = owner_with("+447700900203");
    let stage = Stage::with(std::slice::from_ref(&person)).await;
    let browser = Browser::open(&stage.server, Setup::ENGLISH.without_script()).await;
    signs_in_and_goes_on_to_where_it_wanted(&browser, &person).await;
    changes_the_name(&browser).await;
    changes_the_password(&browser, &stage, &person).await;
    asks_for_a_code(&browser).await;
    gives_a_mistaken_number_up(&browser).await;
    enters_the_code(&browser, &stage).await;
    removes_the_number(&browser, &stage, &person).await;
    signs_out(&browser).await;
    browser.close().await;
}

#[tokio::test]
async fn what_was_ticked_is_kept_without_script() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH.without_script()).await;
    browser.visit("/sign-in").await;
    browser.click("#sign-in [name=remember]").await;
    sign_in(&browser, OWNER.email, WRONG_PASSWORD).await;
    browser.reads_message("#sign-in-password-error", "sign-in-wrong").await;
    assert!(browser.holds("document.querySelector('#sign-in [name=remember]').checked").await);
    browser.close().await;
}

async fn signs_in_and_goes_on_to_where_it_wanted(browser: &Browser, person: &Person) {
    browser.visit("/settings/phone").await;
    assert_eq!(browser.address().await, "/sign-in?next=%2Fsettings%2Fphone");
    assert!(!browser.holds("document.documentElement.dataset.hydrated").await, "no script runs");
    assert_eq!(browser.count(".input-toggle").await, Some(0), "what needs script is not offered");
    sign_in(browser, person.email, WRONG_PASSWORD).await;
    browser.reads_message("#sign-in-password-error", "sign-in-wrong").await;
    assert_eq!(browser.address().await, "/sign-in?next=%2Fsettings%2Fphone");
    assert_eq!(browser.value("#sign-in-email").await, person.email, "what was typed is kept");
    assert_eq!(browser.value("#sign-in-password").await, "", "but no password");

    browser.click("#sign-in [name=remember]").await;
    sign_in(browser, person.email, person.password).await;
    browser.arrive("/settings/phone").await;
    let cookie = browser.session_cookie().await.expect("somebody is signed in");
    assert!(cookie.seconds.is_some(), "it was asked to keep them signed in");
}

async fn changes_the_name(browser: &Browser) {
    open_menu(browser).await;
    browser.click("#account-menu .menu-item[href='/settings/user']").await;
    browser.arrive("/settings/user").await;
    let most = DisplayName::MAX_CHARS;
    let too_long = "x".repeat(most + 1);
    browser.fill("#rename-display_name", &too_long).await;
    browser.click("#rename button[type=submit]").await;
    let words = browser.words.say_with("name-too-long", &[("max", &most.to_string())]);
    browser.reads("#rename-display_name-error", &words).await;
    assert_eq!(browser.value("#rename-display_name").await, too_long, "what was typed is kept");

    browser.fill("#rename-display_name", "Olive Owens-Moreau").await;
    browser.click("#rename button[type=submit]").await;
    browser.reads_message("#rename .notice-done", "done-rename").await;
    browser.arrive("/settings/user").await;
    browser.reads(".menu-button-name", "Olive Owens-Moreau").await;
    browser.reload().await;
    assert_eq!(browser.count(".notice").await, Some(0), "what was done is said once");
}

async fn changes_the_password(browser: &Browser, stage: &Stage, person: &Person) {
    let types = async |current: &str, new: &str, repeat: &str| {
        for (field, text) in [("current", current), ("new", new), ("repeat", repeat)] {
            browser.fill(&format!("#change-password-{field}"), text).await;
        }
        browser.click("#change-password button[type=submit]").await;
    };
    browser.click(".section-link[href='/settings/password']").await;
    browser.arrive("/settings/password").await;
    types(person.password, NEW_PASSWORD, "eleven lanterns over Bergen").await;
    browser.reads_message("#change-password-repeat-error", "password-mismatch").await;
    assert_eq!(browser.value("#change-password-new").await, "", "passwords are not sent back");
    types(WRONG_PASSWORD, NEW_PASSWORD, NEW_PASSWORD).await;
    browser.reads_message("#change-password-current-error", "password-wrong").await;
    types(person.password, NEW_PASSWORD, NEW_PASSWORD).await;
    browser.reads_message("#change-password .notice-done", "done-change-password").await;
    stage.mail.wait_for(person.email, &browser.words.say("mail-password-changed-subject")).await;
}

async fn asks_for_a_code(browser: &Browser) {
    browser.click(".section-link[href='/settings/phone']").await;
    browser.arrive("/settings/phone").await;
    browser.sees("select#change-phone-country").await;
    chooses_germany(browser).await;
    ask_for_code(browser, "0171 3920030", WRONG_PASSWORD).await;
    browser.reads_message("#change-phone-password-error", "password-wrong").await;
    browser.arrive("/settings/phone").await;
    assert_eq!(browser.value("#change-phone-number").await, "0171 3920030", "what was typed is kept");
    assert_eq!(browser.value("#change-phone-country").await, "DE", "what was chosen is kept");

    ask_for_code(browser, "0171 3920030", NEW_PASSWORD).await;
    browser.reads_message("#phone-result .notice-done", "done-change-phone").await;
    browser.reads(PENDING, "+49 171 3920030").await;
}

/// By keyboard, as in any list of the browser's own.
async fn chooses_germany(browser: &Browser) {
    browser.evaluate("document.getElementById('change-phone-country').focus()", &[]).await;
    browser.type_text("Germ").await;
    browser.holds_value("#change-phone-country", "DE").await;
}

async fn gives_a_mistaken_number_up(browser: &Browser) {
    browser.click("#resend-phone-code button").await;
    browser.reads(PENDING, &browser.words.beginning("phone-resend-too-soon")).await;
    browser.click(".inline-forms form:first-child button").await;
    browser.reads_message("#phone-result .notice-done", "done-cancel-phone-change").await;
    browser.no_longer_sees(PENDING).await;
    browser.holds_value("#change-phone-number", "+49 171 3920030").await;
    ask_for_code(browser, "+49 171 3920031", NEW_PASSWORD).await;
    browser.reads(PENDING, "+49 171 3920031").await;
}

async fn enters_the_code(browser: &Browser, stage: &Stage) {
    let code = stage.phones.wait_for_code("+491713920031", 1).await;
    let enters = async |code: &str| {
        browser.fill("#validate-phone-code", code).await;
        browser.click("#validate-phone button[type=submit]").await;
    };
    enters(&another_code(&code, 1)).await;
    let wrong = browser.words.say_with("phone-code-wrong", &[("attempts_left", "4")]);
    browser.reads("#validate-phone-code-error", &wrong).await;
    assert_eq!(browser.value("#validate-phone-code").await, "", "codes are not sent back");

    stage.server.database.let_time_pass(Duration::from_secs(31)).await;
    browser.click("#resend-phone-code button").await;
    browser.reads_message("#phone-result .notice-done", "done-resend-phone-code").await;
    let code = stage.phones.wait_for_code("+491713920031", 2).await;
    enters(&code).await;
    browser.reads_message("#phone-result .notice-done", "done-validate-phone").await;
    browser.reads(".current-contact", "+49 171 3920031").await;
}

async fn removes_the_number(browser: &Browser, stage: &Stage, person: &Person) {
    browser.click(".disclosure summary").await;
    browser.fill("#remove-phone-password", WRONG_PASSWORD).await;
    browser.click("#remove-phone button[type=submit]").await;
    browser.reads_message("#remove-phone-password-error", "password-wrong").await;
    browser.fill("#remove-phone-password", NEW_PASSWORD).await;
    browser.click("#remove-phone button[type=submit]").await;
    browser.reads_message("#phone-result .notice-done", "done-remove-phone").await;
    browser.reads_message("[aria-labelledby=current-heading]", "phone-absent-lead").await;
    stage.mail.wait_for(person.email, &browser.words.say("mail-phone-removed-subject")).await;
}

async fn signs_out(browser: &Browser) {
    open_menu(browser).await;
    browser.click("#sign-out button").await;
    browser.arrive("/sign-in").await;
    assert_eq!(browser.session_cookie().await, None);
    // Without script, Back shows Chromium's frozen picture of the page; whatever is asked of the server is refused.
    browser.back().await;
    browser.reload().await;
    browser.reads_message("h1", "sign-in-title").await;
    assert_eq!(browser.count("#account-menu-button").await, Some(0));
}
