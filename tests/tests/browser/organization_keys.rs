//! *API keys* of the organization: an Owner makes one, a program uses it, the Owner replaces and revokes it.

use crate::stage::{enter, press};
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::platform::balance;
use perfil_tests::{OWNER, Platform, Server, WRONG_PASSWORD};
use serde_json::json;

const PAGE: &str = "/organization/keys";
const KEYS: &str = "[aria-labelledby=keys-heading] .entry";

/// An Owner at a browser.
struct Story {
    server: Server,
    browser: Browser,
}

impl Story {
    async fn begin(setup: Setup) -> Self {
        let server = Server::start().await;
        let browser = Browser::open(&server, setup).await;
        enter(&browser, &OWNER, "/organization").await;
        browser.click(&format!(".tab[href='{PAGE}']")).await;
        browser.arrive(PAGE).await;
        browser.reads_title("title-keys").await;
        browser.reads_message("[aria-labelledby=keys-heading]", "keys-empty").await;
        Self { server, browser }
    }

    /// Fills in what makes a key, and sends it.
    async fn types(&self, password: &str) {
        self.browser.fill("#create-key-password", password).await;
        press(&self.browser, "#create-key button[type=submit]").await;
    }

    async fn makes_a_key(&self) -> String {
        let browser = &self.browser;
        browser.fill("#create-key-name", "Web shop").await;
        self.types(OWNER.password).await;
        browser.reads_message("#create-key-scopes-error", "key-no-scope").await;
        assert_eq!(browser.value("#create-key-name").await, "Web shop", "what was typed is kept");
        press(browser, "#create-key [name=events]").await;
        self.types(WRONG_PASSWORD).await;
        browser.reads_message("#create-key-password-error", "password-wrong").await;
        assert!(browser.holds("document.querySelector('#create-key [name=events]').checked").await);
        self.types(OWNER.password).await;
        self.reads_the_new_key("done-create-key").await
    }

    async fn reads_the_new_key(&self, done: &str) -> String {
        let browser = &self.browser;
        browser.reads_message("#new-key", done).await;
        browser.reads_message("#new-key", "new-key-lead").await;
        let token = browser.text(".new-key code").await;
        assert!(token.starts_with("perfil_"), "{token}");
        browser.reload().await;
        assert_eq!(browser.count("#new-key").await, Some(0), "a key is shown once");
        token
    }

    async fn opens(&self, token: &str) -> bool {
        let program = Platform::with_key(&self.server, token);
        let answer = program.tell("credit.balance", balance(OWNER.organization, 1, 5_000)).await;
        assert!(matches!(answer.status, 200 | 401), "{answer:?}");
        answer.status == 200
    }

    /// Replaces the newest key at once; the new one.
    async fn replaces_it(&self) -> String {
        let browser = &self.browser;
        let entry = format!("{KEYS}:first-child");
        press(browser, &format!("{entry} details:has([name=overlap]) summary")).await;
        let choose = "const list = document.querySelector(arguments[0]); list.value = 'none'";
        browser.sees(&format!("{entry} select")).await;
        browser.evaluate(choose, &[json!(format!("{entry} select"))]).await;
        browser.fill(&format!("{entry} [name=password]"), OWNER.password).await;
        press(browser, &format!("{entry} details:has([name=overlap]) button[type=submit]")).await;
        self.reads_the_new_key("done-rotate-key").await
    }

    async fn revokes_it(&self) {
        let browser = &self.browser;
        let details = format!("{KEYS}:first-child details:has([action$=revoke-key])");
        press(browser, &format!("{details} summary")).await;
        press(browser, &format!("{details} button[type=submit]")).await;
        browser.reads_message("#keys-result .notice-done", "done-revoke-key").await;
        browser.reads_message(&format!("{KEYS}:first-child .badge"), "key-revoked").await;
        assert_eq!(browser.count(&format!("{KEYS} details")).await, Some(0), "nothing is left to do");
    }
}

async fn tell_of_a_key(setup: Setup) {
    let story = Story::begin(setup).await;
    let old = story.makes_a_key().await;
    assert!(story.opens(&old).await);
    story.browser.reload().await;
    story.browser.reads(&format!("{KEYS}:first-child"), &story.browser.words.say("scope-events")).await;
    story.browser.reads(&format!("{KEYS}:first-child"), &story.browser.words.beginning("activity-last-seen")).await;
    let new = story.replaces_it().await;
    assert!(!story.opens(&old).await && story.opens(&new).await, "the old one ended at once");
    story.browser.reads_message(&format!("{KEYS}:last-child .badge"), "key-replaced").await;
    story.revokes_it().await;
    assert!(!story.opens(&new).await);
    story.browser.close().await;
}

#[tokio::test]
async fn a_key_in_english() {
    tell_of_a_key(Setup::ENGLISH).await;
}

#[tokio::test]
async fn a_key_in_arabic() {
    tell_of_a_key(Setup::ARABIC).await;
}

#[tokio::test]
async fn a_key_without_script() {
    tell_of_a_key(Setup::ENGLISH.without_script()).await;
}

#[tokio::test]
async fn a_new_key_is_copied() {
    let story = Story::begin(Setup::ENGLISH).await;
    let browser = &story.browser;
    browser.may_use_the_clipboard().await;
    browser.fill("#create-key-name", "Web shop").await;
    press(browser, "#create-key [name=events]").await;
    story.types(OWNER.password).await;
    browser.sees("#new-key").await;
    browser.is_at("#new-key").await;
    press(browser, "#copy-key").await;
    browser.reads_message("#new-key .keep", "new-codes-copied").await;
    const CLIPBOARD: &str = "navigator.clipboard.readText().then(arguments[0], why => arguments[0](String(why)))";
    let copied = browser.evaluate_later(CLIPBOARD, &[]).await;
    assert_eq!(copied.as_str(), Some(browser.text(".new-key code").await.as_str()));
    story.browser.close().await;
}
