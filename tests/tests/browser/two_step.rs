//! Two-step sign-in: an authenticator app with its recovery codes, in each language and without script, and passkeys by
//! an authenticator of the browser's own.

use crate::stage::{enter, open_menu, sign_in};
use perfil_models::password::{MIN_CHARS, MIN_CHARS_WITH_SECOND_FACTOR};
use perfil_tests::browser::{Browser, Setup, plain};
use perfil_tests::factors::{App, settle};
use perfil_tests::{OWNER, Server, WRONG_PASSWORD};

const PAGE: &str = "/settings/two-step";
const SECOND_STEP: &str = "/sign-in/second-step?next=/settings/user";
const FACTORS: &str = "[aria-labelledby=factors-heading]";

/// The address, which a form without script leads to by an escaped query.
async fn address(browser: &Browser) -> String {
    browser.address().await.replace("%2F", "/")
}

/// Somebody at a browser.
struct Story {
    server: Server,
    browser: Browser,
    /// Whether forms send themselves at the last digit.
    has_script: bool,
}

impl Story {
    async fn begin(setup: Setup, has_script: bool) -> Self {
        let server = Server::start().await;
        let browser = Browser::open(&server, setup).await;
        enter(&browser, &OWNER, "/settings/user").await;
        browser.click(".section-link[href='/settings/two-step']").await;
        browser.arrive(PAGE).await;
        browser.reads_title("title-two-step").await;
        browser.reads_message(".two-step-state", "two-step-off").await;
        browser.reads_message(FACTORS, "two-step-factors-empty").await;
        Self { server, browser, has_script }
    }

    async fn enters_a_code(&self, form: &str, code: &str) {
        self.browser.fill(&format!("#{form}-code"), code).await;
        if !self.has_script {
            self.browser.click(&format!("#{form} button[type=submit]")).await;
        }
    }

    async fn adds_an_app(&self) -> App {
        let browser = &self.browser;
        assert_eq!(browser.value("#add-app-name").await, browser.words.say("two-step-app-name"));
        browser.fill("#add-app-name", "Pocket").await;
        browser.fill("#add-app-password", WRONG_PASSWORD).await;
        browser.click("#add-app button[type=submit]").await;
        browser.reads_message("#add-app-password-error", "factor-password-wrong").await;
        assert_eq!(browser.value("#add-app-name").await, "Pocket", "what was typed is kept");
        browser.fill("#add-app-password", OWNER.password).await;
        browser.click("#add-app button[type=submit]").await;
        browser.reads_message("#two-step-result .notice-done", "done-add-app").await;
        if self.has_script {
            browser.is_at("#two-step-result").await;
        }
        browser.sees(".qr path").await;
        let secret = browser.text(".secret").await;
        let id = browser.evaluate("return document.querySelector('#confirm-app [name=factor]').value", &[]).await;
        App { id: id.as_str().unwrap_or_default().to_owned(), secret: secret.replace(' ', "") }
    }

    /// The code of the step before, so that the one of now can still be used; the recovery codes.
    async fn confirms_the_app(&self, app: &App) -> Vec<String> {
        let browser = &self.browser;
        self.enters_a_code("confirm-app", &app.wrong_code(0)).await;
        browser.reads_message("#confirm-app-code-error", "factor-code-wrong").await;
        self.enters_a_code("confirm-app", &app.code_in(-1)).await;
        browser.reads_message("#new-codes", "done-recovery-codes-first").await;
        self.shows_new_codes().await
    }

    async fn shows_new_codes(&self) -> Vec<String> {
        let browser = &self.browser;
        browser.reads_message("#new-codes", "new-codes-lead").await;
        if self.has_script {
            browser.is_at("#new-codes").await;
        }
        browser.reads_message(".two-step-state", "two-step-on").await;
        let left = browser.words.say_with("recovery-left", &[("count", "10")]);
        browser.reads("[aria-labelledby=recovery-heading]", &left).await;
        let codes = browser.texts(".recovery-codes code").await;
        assert_eq!(codes.len(), 10);
        codes
    }

    async fn signs_out_and_types_the_password(&self) {
        let browser = &self.browser;
        open_menu(browser).await;
        browser.click("#sign-out button").await;
        browser.arrive("/sign-in").await;
        sign_in(browser, OWNER.email, OWNER.password).await;
        browser.wait_until("the second step", async || address(browser).await == SECOND_STEP).await;
        browser.ready().await;
        browser.reads_title("title-second-step").await;
        assert_eq!(browser.session_cookie().await, None, "the password alone signs nobody in");
    }

    async fn signs_in_with_the_app(&self, app: &App) {
        let browser = &self.browser;
        self.signs_out_and_types_the_password().await;
        self.enters_a_code("second-step", &app.wrong_code(1)).await;
        browser.reads_message("#second-step-code-error", "second-step-wrong").await;
        assert_eq!(address(browser).await, SECOND_STEP, "it still knows where to go");
        self.enters_a_code("second-step", &app.code()).await;
        browser.arrive("/settings/user").await;
    }

    async fn signs_in_with_a_recovery_code(&self, code: &str) {
        let browser = &self.browser;
        self.signs_out_and_types_the_password().await;
        browser.click(".disclosure summary").await;
        for (typed, is_right) in [("7k2m-q9xd-4hvn-w3tp", false), (code, true)] {
            browser.fill("#recovery-code-code", &typed.to_uppercase().replace('-', " ")).await;
            browser.click("#recovery-code button[type=submit]").await;
            if !is_right {
                browser.reads_message("#recovery-code-code-error", "second-step-wrong").await;
            }
        }
        browser.arrive("/settings/user").await;
        browser.visit(PAGE).await;
        let left = browser.words.say_with("recovery-left", &[("count", "9")]);
        browser.reads("[aria-labelledby=recovery-heading]", &left).await;
    }

    async fn makes_new_codes(&self, old: &[String]) {
        let browser = &self.browser;
        browser.click("[aria-labelledby=recovery-heading] summary").await;
        browser.fill("#make-recovery-codes-password", OWNER.password).await;
        browser.click("#make-recovery-codes button[type=submit]").await;
        browser.reads_message("#new-codes", "done-recovery-codes-new").await;
        let codes = self.shows_new_codes().await;
        assert!(codes.iter().all(|code| !old.contains(code)), "the codes are new");
        browser.reload().await;
        assert_eq!(browser.count("#new-codes").await, Some(0), "codes are shown once");
    }

    async fn asks_for_a_password_of(&self, characters: usize) {
        let browser = &self.browser;
        browser.visit("/settings/password").await;
        let hint = browser.words.say_with("password-new-hint", &[("min", &characters.to_string())]);
        browser.reads("#change-password-new-hint", &hint).await;
        browser.visit(PAGE).await;
    }

    /// Of `names`, the first one; then the next.
    async fn removes_all(&self, names: &[&str]) {
        let browser = &self.browser;
        for (place, name) in names.iter().enumerate() {
            let is_last = place + 1 == names.len();
            let lead = if is_last { "two-step-remove-last" } else { "two-step-remove-lead" };
            browser.reads(&format!("{FACTORS} li:first-child .entry-title"), name).await;
            browser.click(&format!("{FACTORS} li:first-child summary")).await;
            browser.reads_message(&format!("{FACTORS} li:first-child form"), lead).await;
            for password in [WRONG_PASSWORD, OWNER.password] {
                browser.fill(&format!("{FACTORS} li:first-child [name=password]"), password).await;
                browser.click(&format!("{FACTORS} li:first-child form button[type=submit]")).await;
                if password == WRONG_PASSWORD {
                    browser
                        .reads_message(&format!("{FACTORS} li:first-child .field-error"), "factor-password-wrong")
                        .await;
                }
            }
            browser.reads_message("#two-step-result .notice-done", "done-remove-factor").await;
        }
        browser.reads_message(".two-step-state", "two-step-off").await;
        assert_eq!(browser.count("[aria-labelledby=recovery-heading]").await, Some(0));
    }
}

async fn tell_of_an_app(setup: Setup, has_script: bool) {
    let story = Story::begin(setup, has_script).await;
    settle().await;
    let app = story.adds_an_app().await;
    let codes = story.confirms_the_app(&app).await;
    story.signs_in_with_the_app(&app).await;
    story.asks_for_a_password_of(MIN_CHARS_WITH_SECOND_FACTOR).await;
    story.signs_in_with_a_recovery_code(&codes[3]).await;
    story.makes_new_codes(&codes).await;
    story.removes_all(&["Pocket"]).await;
    story.asks_for_a_password_of(MIN_CHARS).await;
    story.browser.close().await;
}

#[tokio::test]
async fn an_app_in_english() {
    tell_of_an_app(Setup::ENGLISH, true).await;
}

#[tokio::test]
async fn an_app_in_german() {
    tell_of_an_app(Setup::GERMAN, true).await;
}

#[tokio::test]
async fn an_app_in_spanish() {
    tell_of_an_app(Setup::SPANISH, true).await;
}

#[tokio::test]
async fn an_app_in_arabic() {
    tell_of_an_app(Setup::ARABIC, true).await;
}

#[tokio::test]
async fn an_app_without_script() {
    tell_of_an_app(Setup::ENGLISH.without_script(), false).await;
}

#[tokio::test]
async fn what_needs_script_is_said_without_it() {
    let story = Story::begin(Setup::ENGLISH.without_script(), false).await;
    let browser = &story.browser;
    browser.reads_message("[aria-labelledby=add-passkey-heading]", "two-step-passkey-script").await;
    assert_eq!(browser.count("#add-passkey-name").await, Some(0));
    open_menu(browser).await;
    browser.click("#sign-out button").await;
    browser.arrive("/sign-in").await;
    assert_eq!(browser.count("#passkey-sign-in").await, Some(0));
    story.browser.close().await;
}

/// One app is given up, and what the page offers then is what it offered before.
#[tokio::test]
async fn an_app_that_waits_can_be_given_up() {
    for (setup, has_script) in [(Setup::ENGLISH, true), (Setup::ENGLISH.without_script(), false)] {
        let story = Story::begin(setup, has_script).await;
        let browser = &story.browser;
        story.adds_an_app().await;
        browser.reload().await;
        browser.sees(".qr").await;
        assert_eq!(browser.count("#add-app").await, Some(0), "one after the other");
        browser.click("#cancel-app button").await;
        browser.reads_message("#two-step-result .notice-done", "done-cancel-app").await;
        assert_eq!(browser.count(".qr").await, Some(0));
        browser.sees("#add-app-name").await;
        story.browser.close().await;
    }
}

#[tokio::test]
async fn codes_are_copied_and_handed_out_as_a_file() {
    let story = Story::begin(Setup::ENGLISH, true).await;
    let browser = &story.browser;
    let app = story.adds_an_app().await;
    let codes = story.confirms_the_app(&app).await;
    browser.may_use_the_clipboard().await;
    browser.click("#copy-codes").await;
    browser.reads_message(".keep", "new-codes-copied").await;
    const CLIPBOARD: &str = "navigator.clipboard.readText().then(arguments[0], why => arguments[0](String(why)))";
    let copied = browser.evaluate_later(CLIPBOARD, &[]).await;
    assert_eq!(copied.as_str().unwrap_or_default().lines().collect::<Vec<_>>(), codes);

    let file = story.server.folder().join("perfil-recovery-codes.txt");
    browser.downloads_to(story.server.folder()).await;
    browser.click("#download-codes").await;
    let read = async || std::fs::read_to_string(&file).is_ok_and(|text| codes.iter().all(|code| text.contains(code)));
    perfil_tests::wait::until_true("the file", std::time::Duration::from_secs(20), read).await;
    story.browser.close().await;
}

async fn adds_a_passkey(browser: &Browser, name: &str, password: &str) {
    browser.fill("#add-passkey-name", name).await;
    browser.fill("#add-passkey-password", password).await;
    browser.click("#add-passkey button[type=submit]").await;
}

#[tokio::test]
async fn a_passkey_takes_the_second_step_or_both() {
    let story = Story::begin(Setup::ENGLISH, true).await;
    let browser = &story.browser;
    browser.has_authenticator().await;
    assert!(!browser.value("#add-passkey-name").await.is_empty(), "a name is suggested");
    adds_a_passkey(browser, "This desk", WRONG_PASSWORD).await;
    browser.reads_message("#add-passkey-password-error", "factor-password-wrong").await;
    adds_a_passkey(browser, "This desk", OWNER.password).await;
    browser.reads_message("#new-codes", "done-recovery-codes-first").await;
    story.shows_new_codes().await;
    browser.reads(FACTORS, "This desk").await;
    browser.reads_message(FACTORS, "two-step-never-used").await;
    adds_a_passkey(browser, "The same desk", OWNER.password).await;
    browser.reads_message("#add-passkey .notice-refused", "passkey-taken").await;
    browser.sees("#new-codes").await;

    story.signs_out_and_types_the_password().await;
    assert_eq!(browser.count("#second-step-code").await, Some(0), "there is no app");
    browser.click("#passkey-sign-in").await;
    browser.arrive("/settings/user").await;
    assert_eq!(browser.session_cookie().await.and_then(|cookie| cookie.seconds), None);

    open_menu(browser).await;
    browser.click("#sign-out button").await;
    browser.arrive("/sign-in").await;
    browser.click("#sign-in [name=remember]").await;
    browser.click("#passkey-sign-in").await;
    browser.arrive("/settings/user").await;
    let cookie = browser.session_cookie().await.expect("somebody is signed in");
    assert!(cookie.seconds.is_some(), "it was asked to keep them signed in");
    browser.visit(PAGE).await;
    browser.reads(FACTORS, &plain(&browser.words.beginning("activity-last-seen"))).await;
    story.removes_all(&["This desk"]).await;

    open_menu(browser).await;
    browser.click("#sign-out button").await;
    browser.arrive("/sign-in").await;
    browser.click("#passkey-sign-in").await;
    browser.reads_message("#sign-in .notice-refused", "second-step-passkey-refused").await;
    story.browser.close().await;
}

/// A closed dialogue is no error.
#[tokio::test]
async fn a_closed_dialogue_is_noted_quietly() {
    let story = Story::begin(Setup::ENGLISH, true).await;
    let browser = &story.browser;
    browser.has_authenticator().await;
    browser.refuses_passkeys().await;
    adds_a_passkey(browser, "This desk", OWNER.password).await;
    browser.reads_message("#add-passkey .closed", "passkey-closed").await;
    assert_eq!(browser.count("#add-passkey .notice").await, Some(0));
    browser.reads_message(FACTORS, "two-step-factors-empty").await;
    open_menu(browser).await;
    browser.click("#sign-out button").await;
    browser.arrive("/sign-in").await;
    browser.refuses_passkeys().await;
    browser.click("#passkey-sign-in").await;
    browser.reads_message("#sign-in .closed", "passkey-closed").await;
    assert_eq!(browser.count("#sign-in .notice").await, Some(0));
    story.browser.close().await;
}

/// Where the browser knows no passkeys, it is said or not offered.
#[tokio::test]
async fn an_old_browser_offers_no_passkeys() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    browser.knows_no_passkeys().await;
    browser.visit("/sign-in").await;
    browser.no_longer_sees("#passkey-sign-in").await;
    sign_in(&browser, OWNER.email, OWNER.password).await;
    browser.arrive("/settings/user").await;
    browser.visit(PAGE).await;
    browser.reads_message("[aria-labelledby=add-passkey-heading]", "two-step-passkey-unknown").await;
    assert_eq!(browser.count("#add-passkey").await, Some(0));
    browser.close().await;
}
