//! A walk past *API keys*.

use crate::stage::press;
use perfil_tests::browser::Browser;
use perfil_tests::{NEW_PASSWORD, WRONG_PASSWORD};

const KEYS: &str = "[aria-labelledby=keys-heading] .entry";

/// The Owner is signed in.
pub async fn past_keys(browser: &Browser, at: &mut impl AsyncFnMut(&str)) {
    browser.visit("/organization/keys").await;
    browser.sees("#create-key-name").await;
    at("keys-none").await;
    press(browser, "#create-key button[type=submit]").await;
    browser.sees("#create-key-name-error").await;
    at("keys-refused").await;
    browser.fill("#create-key-name", "The web shop and everything that belongs to it").await;
    browser.fill("#create-key-password", WRONG_PASSWORD).await;
    press(browser, "#create-key button[type=submit]").await;
    browser.sees("#create-key-scopes-error").await;
    at("keys-no-scope").await;
    for scope in ["events", "provisioning"] {
        press(browser, &format!("#create-key [name={scope}]")).await;
    }
    browser.fill("#create-key-password", NEW_PASSWORD).await;
    press(browser, "#create-key button[type=submit]").await;
    browser.sees("#new-key").await;
    browser.is_idle().await;
    at("keys-new").await;
    past_what_may_be_done(browser, at).await;
}

async fn past_what_may_be_done(browser: &Browser, at: &mut impl AsyncFnMut(&str)) {
    browser.reload().await;
    for (form, state) in [("rotate-key", "keys-replace"), ("revoke-key", "keys-revoke")] {
        press(browser, &format!("{KEYS} details:has([action$={form}]) summary")).await;
        browser.sees(&format!("{KEYS} [action$={form}] button[type=submit]")).await;
        at(state).await;
    }
    press(browser, &format!("{KEYS} [action$=revoke-key] button[type=submit]")).await;
    browser.sees("#keys-result .notice-done").await;
    browser.is_idle().await;
    at("keys-revoked").await;
}
