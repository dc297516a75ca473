//! *Your data*: a member downloads all that is kept about them, asks for the account to be deleted, and keeps it by the link
//! of the mail.

use crate::stage::{enter, press};
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::letters::Letters;
use perfil_tests::privacy::{PRIVACY, unpacked};
use perfil_tests::wait::until;
use perfil_tests::{MEMBER, WRONG_PASSWORD};
use std::time::Duration;

const DELETION: &str = "[aria-labelledby=deletion-heading]";
const RESULT: &str = "#deletion-result";

async fn tell(setup: Setup) {
    let letters = Letters::start().await;
    let browser = Browser::open(&letters.server, setup).await;
    enter(&browser, &MEMBER, PRIVACY).await;
    downloads(&browser, &letters).await;

    browser.visit(PRIVACY).await;
    press(&browser, &format!("{DELETION} summary")).await;
    asks(&browser, WRONG_PASSWORD).await;
    browser.reads_message("#delete-account-password-error", "privacy-password-wrong").await;
    asks(&browser, MEMBER.password).await;
    browser.reads_message(RESULT, "done-delete-account").await;
    letters.token(MEMBER.email, "/undo", 1).await;
    press(&browser, "#keep-account button").await;
    browser.reads_message(RESULT, "done-keep-account").await;
    press(&browser, &format!("{DELETION} summary")).await;
    asks(&browser, MEMBER.password).await;
    browser.reads_message(RESULT, "done-delete-account").await;
    browser.visit("/settings/password").await;
    browser.reads_message(".offer", "deletion-bar-link").await;

    let token = letters.token(MEMBER.email, "/undo", 2).await;
    browser.visit(&format!("/undo?t={token}")).await;
    browser.reads_message(".facts", "undo-account").await;
    browser.click("#undo button[type=submit]").await;
    browser.reads_message("#link-result", "done-undo-deletion").await;
    enter(&browser, &MEMBER, PRIVACY).await;
    browser.sees(DELETION).await;
    assert_eq!(browser.count("#keep-account").await, Some(0));
    browser.close().await;
}

async fn downloads(browser: &Browser, letters: &Letters) {
    let folder = letters.server.folder();
    browser.downloads_to(folder).await;
    for (password, is_right) in [(WRONG_PASSWORD, false), (MEMBER.password, true)] {
        browser.fill("#export-data-password", password).await;
        press(browser, "#export-data button[type=submit]").await;
        if !is_right {
            browser.reads_message("#export-data-password-error", "privacy-password-wrong").await;
        }
    }
    let file = folder.join("perfil-data.zip");
    let whole = async || std::fs::read(&file).ok().filter(|bytes| bytes.ends_with(&[0, 0]));
    let files = unpacked(&until("the file", Duration::from_secs(20), whole).await);
    assert!(files["perfil-data.json"].contains(MEMBER.name));
}

async fn asks(browser: &Browser, password: &str) {
    browser.fill("#delete-account-password", password).await;
    press(browser, "#delete-account button[type=submit]").await;
}

#[tokio::test]
async fn a_member_downloads_deletes_and_keeps() {
    tell(Setup::ENGLISH).await;
}

#[tokio::test]
async fn a_member_downloads_deletes_and_keeps_from_right_to_left() {
    tell(Setup::ARABIC).await;
}

#[tokio::test]
async fn a_member_downloads_deletes_and_keeps_without_script() {
    tell(Setup::GERMAN.without_script()).await;
}
