//! A walk past downloading one's data and deleting the account.

use crate::stage::press;
use perfil_tests::browser::Browser;
use perfil_tests::privacy::PRIVACY;
use perfil_tests::{MEMBER, NEW_PASSWORD, Scene};

const OPEN: &str = "[aria-labelledby=deletion-heading] summary";

/// The Owner is signed in with [`NEW_PASSWORD`], and the account stays in the end.
pub async fn past_privacy(browser: &Browser, scene: &Scene, at: &mut impl AsyncFnMut(&str)) {
    browser.visit(PRIVACY).await;
    at("privacy").await;
    press(browser, "#export-data button[type=submit]").await;
    browser.reads_message("#export-data-password-error", "privacy-password-wrong").await;
    browser.ready().await;
    at("privacy-export-refused").await;
    ask(browser).await;
    browser.reads_message("#deletion-result", "privacy-sole-owner").await;
    browser.is_idle().await;
    at("privacy-sole-owner").await;

    set_role(scene, "owner").await;
    browser.visit(PRIVACY).await;
    ask(browser).await;
    browser.reads_message("#deletion-result", "done-delete-account").await;
    browser.is_idle().await;
    at("privacy-deletion-waits").await;
    browser.visit("/settings/user").await;
    at("user-deletion-waits").await;
    browser.visit(PRIVACY).await;
    press(browser, "#keep-account button").await;
    browser.reads_message("#deletion-result", "done-keep-account").await;
    browser.is_idle().await;
    at("privacy-kept").await;
    set_role(scene, "member").await;
}

async fn ask(browser: &Browser) {
    press(browser, OPEN).await;
    browser.fill("#delete-account-password", NEW_PASSWORD).await;
    press(browser, "#delete-account button[type=submit]").await;
}

async fn set_role(scene: &Scene, role: &str) {
    let change = format!("UPDATE users SET role = '{role}' WHERE email = '{}'", MEMBER.email);
    scene.server.database.execute(&change).await;
}
