//! Somebody whom the platform created comes in: the mail, its link, a password, the sign-in.

use crate::stage::sign_in;
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::letters::Letters;
use perfil_tests::provisioning::{ADA, ada};
use perfil_tests::{NEW_PASSWORD, OWNER, Platform};

async fn tell(setup: Setup) {
    let letters = Letters::start().await;
    Platform::provisioning(&letters.server).tell_person("ada", &ada()).await.expect(201);
    let token = letters.token(ADA, "/welcome", 1).await;
    let browser = Browser::open(&letters.server, setup).await;
    browser.visit(&format!("/welcome?t={token}")).await;
    assert_eq!(browser.status().await, 200);
    browser.reads_title("title-welcome").await;
    let lead = browser.words.say_with("welcome-lead", &[("organization", OWNER.organization), ("email", ADA)]);
    browser.reads(".card", &lead).await;
    assert_eq!(browser.attribute("[autocomplete=username]", "value").await.as_deref(), Some(ADA));

    choose(&browser, "passwordpassword", "passwordpassword").await;
    browser.reads_message("#welcome-new-error", "password-common").await;
    choose(&browser, NEW_PASSWORD, "eleven lanterns over Bergen").await;
    browser.reads_message("#welcome-repeat-error", "password-mismatch").await;
    choose(&browser, NEW_PASSWORD, NEW_PASSWORD).await;
    browser.arrive("/sign-in").await;
    browser.reads_message("#sign-in .notice-done", "done-welcome").await;
    browser.holds_value("#sign-in-email", ADA).await;
    sign_in(&browser, ADA, NEW_PASSWORD).await;
    browser.arrive("/settings/user").await;

    browser.visit(&format!("/welcome?t={token}")).await;
    assert_eq!(browser.status().await, 409);
    browser.reads_message("[role=alert]", "link-used").await;
    browser.close().await;
}

async fn choose(browser: &Browser, new: &str, repeat: &str) {
    browser.fill("#welcome-new", new).await;
    browser.fill("#welcome-repeat", repeat).await;
    browser.click("#welcome button[type=submit]").await;
}

#[tokio::test]
async fn an_invited_person_comes_in() {
    tell(Setup::ENGLISH).await;
}

#[tokio::test]
async fn an_invited_person_comes_in_from_right_to_left() {
    tell(Setup::ARABIC).await;
}

#[tokio::test]
async fn an_invited_person_comes_in_without_script() {
    tell(Setup::ENGLISH.without_script()).await;
}
