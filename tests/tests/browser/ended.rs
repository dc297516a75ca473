//! A code that can no longer be used says so, though its card goes.

use crate::stage::{ask_for_code, enter};
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::scene::another_code;
use perfil_tests::{OWNER, Scene};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);
const NEW: &str = "+447700900180";

async fn waiting(scene: &Scene) -> (Browser, String) {
    let browser = Browser::open(&scene.server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, "/settings/phone").await;
    ask_for_code(&browser, NEW, OWNER.password).await;
    browser.is_at("#validate-phone-code").await;
    (browser, scene.sms.wait_for_code(NEW, 1).await)
}

#[tokio::test]
async fn the_fifth_wrong_code_says_that_it_was_the_last() {
    let scene = Scene::start().await;
    let (browser, code) = waiting(&scene).await;
    for step in 1..=4 {
        browser.type_text(&another_code(&code, step)).await;
        let left = (5 - step).to_string();
        browser.reads(".pending-state", &browser.words.say_with("phone-attempts-left", &[("count", &left)])).await;
        browser.holds_value("#validate-phone-code", "").await;
        browser.is_at("#validate-phone-code").await;
    }
    browser.type_text(&another_code(&code, 5)).await;
    browser.reads_message("main", "phone-code-used-up").await;
    // Not only until the page has asked the server how things are.
    browser.is_idle().await;
    browser.reads_message("main", "phone-code-used-up").await;
    browser.close().await;
}

#[tokio::test]
async fn an_expired_code_says_so() {
    let scene = Scene::start().await;
    let (browser, code) = waiting(&scene).await;
    scene.server.database.let_time_pass(6 * MINUTE).await;
    browser.type_text(&code).await;
    browser.reads_message("main", "phone-code-expired").await;
    browser.is_idle().await;
    browser.reads_message("main", "phone-code-expired").await;
    browser.close().await;
}
