//! *Notifications* as a person meets them: what is chosen, what the platform tells, and what comes of it.

use crate::stage::{Stage, enter, owner_with};
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::platform::balance;
use perfil_tests::{MEMBER, OWNER, Person, Platform, Server};
use serde_json::{Value, json};

const PAGE: &str = "/settings/notifications";
const CONTACTS: &str = "#contact-notifications";
const BILLING: &str = "#billing-notifications";
const MINIMUM: &str = "#billing-notifications-minimum";
const IMPORTS: &str = "[aria-labelledby=imports-heading]";
const CREDIT: &str = "[aria-labelledby=balance-heading]";
const DELIVERY: &str = "[aria-labelledby=test-heading]";

/// Somebody at a browser, and the platform that tells.
struct Story {
    stage: Stage,
    platform: Platform,
    browser: Browser,
    person: Person,
    has_script: bool,
}

impl Story {
    async fn begin(setup: Setup, has_script: bool, phone: &'static str) -> Self {
        let person = owner_with(phone);
        let stage = Stage::with(std::slice::from_ref(&person)).await;
        let platform = Platform::of(&stage.server);
        let browser = Browser::open(&stage.server, setup).await;
        enter(&browser, &person, "/settings/user").await;
        browser.click(".section-link[href='/settings/notifications']").await;
        browser.arrive(PAGE).await;
        browser.reads_title("title-notifications").await;
        Self { stage, platform, browser, person, has_script }
    }

    async fn saves(&self, form: &str, done: &str) {
        self.browser.click(&format!("{form} button[type=submit]")).await;
        self.browser.reads_message(&format!("{form} .notice-done"), done).await;
    }

    async fn tells(&self, kind: &str, data: Value) {
        self.platform.tell(kind, data).await.expect(200);
    }

    async fn tells_of_the_import(&self, what: &str, mut data: Value) {
        data["organization"] = json!(self.person.organization);
        data["user"] = json!(self.stage.server.database.external_id(self.person.email).await);
        data["import"] = json!("import-1");
        data["name"] = json!("Autumn fair.csv");
        self.tells(&format!("contact_import.{what}"), data).await;
    }

    async fn tells_the_balance(&self, seq: i64, cents: i64) {
        self.tells("credit.balance", balance(self.person.organization, seq, cents)).await;
    }

    /// Waits for what the page shows by itself with script, and else when it is loaded again.
    async fn comes_to_read(&self, css: &str, id: &str) {
        let wanted = self.browser.words.say(id);
        let reads = async || {
            if !self.has_script {
                self.browser.reload().await;
            }
            self.browser.texts(css).await.contains(&wanted)
        };
        self.browser.wait_until(&format!("{css} to say “{wanted}”"), reads).await;
    }

    async fn chooses_channels(&self) {
        let browser = &self.browser;
        assert_eq!([ticks(browser, CONTACTS, "email").await, ticks(browser, CONTACTS, "sms").await], [true, false]);
        browser.click(&format!("{CONTACTS} [name=sms]")).await;
        self.saves(CONTACTS, "done-contact-notifications").await;
        browser.reload().await;
        assert_eq!([ticks(browser, CONTACTS, "email").await, ticks(browser, CONTACTS, "sms").await], [true, true]);
    }

    async fn follows_an_import(&self) {
        let browser = &self.browser;
        browser.reads_message(IMPORTS, "imports-empty").await;
        self.tells_of_the_import("progress", json!({ "done": 1_200, "total": 5_000 })).await;
        browser.reload().await;
        browser.reads(IMPORTS, "Autumn fair.csv").await;
        browser.reads_message(&format!("{IMPORTS} .badge"), "import-running").await;
        assert_eq!(browser.attribute(".progress", "value").await.as_deref(), Some("24"));
        let reasons = json!([{ "reason": "No number", "count": 12 }, { "reason": "Twice in the file", "count": 8 }]);
        let result = json!({ "imported": 4_980, "rejected": 20, "reasons": reasons });
        self.tells_of_the_import("completed", result).await;
        self.comes_to_read(&format!("{IMPORTS} .badge"), "import-completed").await;
        browser.reads(".rejects", "Twice in the file").await;
        assert_eq!(browser.count(".progress").await, Some(0));
        let subject = browser.words.say("mail-import-completed-with-rejects-subject");
        self.stage.mail.wait_for(self.person.email, &subject).await;
        let text = self.stage.phones.wait_for_sms(self.person.phone.expect("a phone"), 1).await;
        assert!(text.text.contains("Autumn fair.csv"), "{text:?}");
    }

    /// What was refused is shown again, a box that is no longer ticked as well.
    async fn sets_a_minimum(&self) {
        let browser = &self.browser;
        browser.reads_message(CREDIT, "balance-unknown").await;
        self.tells_the_balance(1, 12_000).await;
        browser.reload().await;
        browser.reads(".balance-now", "120").await;
        browser.reads_message(CREDIT, "balance-no-alert").await;

        browser.click(&format!("{BILLING} [name=payments_email]")).await;
        browser.click(&format!("{BILLING} [name=low_credit_sms]")).await;
        browser.fill(MINIMUM, "fifty").await;
        browser.click(&format!("{BILLING} button[type=submit]")).await;
        browser.reads_message(&format!("{MINIMUM}-error"), "notification-not-an-amount").await;
        if self.has_script {
            browser.is_at(MINIMUM).await;
        }
        assert_eq!(browser.value(MINIMUM).await, "fifty", "what was typed is kept");
        let boxes = ["payments_email", "payments_sms", "invoices_email", "low_credit_email", "low_credit_sms"];
        for (name, is_ticked) in boxes.into_iter().zip([false, false, true, true, true]) {
            assert_eq!(ticks(browser, BILLING, name).await, is_ticked, "{name} is not as it was sent");
        }
        browser.click(&format!("{BILLING} [name=low_credit_sms]")).await;
        browser.fill(MINIMUM, "50").await;
        self.saves(BILLING, "done-billing-notifications").await;
        browser.reads(".outlook", self.person.email).await;
        let saved = browser.value(MINIMUM).await;
        assert_ne!(saved, "50", "it is written out properly");
        browser.reload().await;
        assert_eq!(browser.value(MINIMUM).await, saved);
        assert_eq!(
            [ticks(browser, BILLING, "payments_email").await, ticks(browser, BILLING, "low_credit_email").await],
            [false, true]
        );
    }

    async fn is_alerted(&self) {
        let browser = &self.browser;
        self.tells_the_balance(2, 8_000).await;
        self.tells_the_balance(3, 4_000).await;
        let subject = browser.words.say("mail-credit-low-subject");
        self.stage.mail.wait_for(self.person.email, &subject).await;
        let hours = "UPDATE balance_points SET occurred_at = occurred_at - (3 - seq) * 3600000";
        self.stage.server.database.execute(hours).await;
        browser.reload().await;
        browser.reads_message(".balance-now", "balance-below").await;
        browser.sees(".chart-line").await;
        assert_eq!(browser.count(".ask").await, Some(0), "the alert was sent");
        let label = browser.attribute(".chart-picture", "aria-label").await;
        assert!(label.is_some_and(|label| !label.is_empty()), "the chart says what it shows");
    }

    async fn unsubscribes(&self) {
        let browser = &self.browser;
        let subject = browser.words.say("mail-credit-low-subject");
        let mail = self.stage.mail.wait_for(self.person.email, &subject).await;
        let token = mail.token("/unsubscribe");
        browser.visit(&format!("/unsubscribe?t={token}")).await;
        browser.reads_title("title-unsubscribe").await;
        browser.reads_message(".facts", "topic-low-credit").await;
        browser.click("#unsubscribe button[type=submit]").await;
        browser.reads_message("#link-result .notice-done", "done-unsubscribe").await;
        browser.arrive("/unsubscribe").await;
        browser.click(".actions a[href='/settings/notifications']").await;
        browser.arrive(PAGE).await;
        assert!(!ticks(browser, BILLING, "low_credit_email").await);
        browser.reads_message(CREDIT, "balance-no-alert").await;
    }

    async fn tries_the_channels(&self) {
        let browser = &self.browser;
        browser.click("#send-test-email button").await;
        browser.reads_message(&format!("{DELIVERY} .notice-done"), "done-send-test").await;
        self.stage.mail.wait_for(self.person.email, &browser.words.say("mail-test-subject")).await;
        self.comes_to_read(".test-result .badge", "delivery-sent").await;
        browser.click("#send-test-sms button").await;
        self.stage.phones.wait_for_sms(self.person.phone.expect("a phone"), 2).await;
        browser.reload().await;
        assert_eq!(browser.count(".test-result .badge").await, Some(2), "one test by each channel");
    }

    async fn looks_back(&self) {
        let browser = &self.browser;
        let payment =
            json!({ "organization": self.person.organization, "payment": "P-7", "amount": 5_000, "currency": "EUR" });
        self.tells("payment.succeeded", payment).await;
        browser.click(".beside-link[href$='/history']").await;
        browser.arrive("/settings/notifications/history").await;
        browser.reads_title("title-notification-history").await;
        browser.reads(".section-link.is-current", &browser.words.say("section-notifications")).await;
        browser.reads_message(".entry-title", "notice-test").await;
        browser.reads(".entry-title", "P-7").await;
        browser.reads_message(".entry-text", "why-email-off").await;
        browser.reads_message(".entry-title .badge", "delivery-not-sent").await;
    }
}

/// Whether a box of the form is ticked.
async fn ticks(browser: &Browser, form: &str, name: &str) -> bool {
    browser.sees(&format!("{form} [name={name}]")).await;
    browser.holds(&format!("document.querySelector('{form} [name={name}]').checked")).await
}

async fn tell(setup: Setup, has_script: bool, phone: &'static str) {
    let story = Story::begin(setup, has_script, phone).await;
    story.chooses_channels().await;
    story.follows_an_import().await;
    story.sets_a_minimum().await;
    story.is_alerted().await;
    story.unsubscribes().await;
    story.tries_the_channels().await;
    story.looks_back().await;
    story.browser.close().await;
}

#[tokio::test]
async fn notifications_in_english() {
    tell(Setup::ENGLISH, true, "+447700900221").await;
}

#[tokio::test]
async fn notifications_in_german() {
    tell(Setup::GERMAN, true, "+447700900222").await;
}

#[tokio::test]
async fn notifications_in_spanish() {
    tell(Setup::SPANISH, true, "+447700900223").await;
}

#[tokio::test]
async fn notifications_in_arabic() {
    tell(Setup::ARABIC, true, "+447700900224").await;
}

#[tokio::test]
async fn notifications_without_script() {
    tell(Setup::ENGLISH.without_script(), false, "+447700900225").await;
}

/// Who saves a minimum above the credit is asked whether to be alerted now; the answer is the one alert.
#[tokio::test]
async fn credit_that_is_low_already_offers_an_alert() {
    for (setup, has_script, phone) in
        [(Setup::ENGLISH, true, "+447700900226"), (Setup::GERMAN.without_script(), false, "+447700900227")]
    {
        let story = Story::begin(setup, has_script, phone).await;
        let (browser, mail) = (&story.browser, &story.stage.mail);
        story.tells_the_balance(1, 2_000).await;
        browser.reload().await;
        browser.fill(MINIMUM, "50").await;
        story.saves(BILLING, "done-billing-notifications").await;
        browser.reads_message(".ask", "alert-now-lead").await;
        let subject = browser.words.say("mail-credit-low-subject");
        assert!(mail.mails_to(story.person.email).iter().all(|mail| !mail.subject.contains(&subject)));
        browser.click(".ask button").await;
        browser.reads_message("#credit-result .notice-done", "done-alert-now").await;
        assert_eq!(browser.count(".ask").await, Some(0), "one alert is enough");
        if has_script {
            browser.is_at("#credit-result").await;
        }
        mail.wait_for(story.person.email, &subject).await;
        story.browser.close().await;
    }
}

#[tokio::test]
async fn a_minimum_needs_a_channel() {
    for (setup, has_script, phone) in
        [(Setup::ENGLISH, true, "+447700900228"), (Setup::ENGLISH.without_script(), false, "+447700900229")]
    {
        let story = Story::begin(setup, has_script, phone).await;
        let browser = &story.browser;
        browser.click(&format!("{BILLING} [name=low_credit_email]")).await;
        browser.fill(MINIMUM, "50").await;
        browser.click(&format!("{BILLING} button[type=submit]")).await;
        browser.reads_message("#billing-notifications-low_credit", "notification-no-channel").await;
        assert!(!ticks(browser, BILLING, "low_credit_email").await);
        assert_eq!(browser.value(MINIMUM).await, "50");
        if has_script {
            browser.is_at("#billing-notifications-low_credit").await;
        }
        story.browser.close().await;
    }
}

#[tokio::test]
async fn a_member_without_a_phone_chooses_email_for_imports_alone() {
    for setup in [Setup::ENGLISH, Setup::ENGLISH.without_script()] {
        let server = Server::start().await;
        let browser = Browser::open(&server, setup).await;
        enter(&browser, &MEMBER, PAGE).await;
        assert_eq!(browser.count(BILLING).await, Some(0));
        assert_eq!(browser.count(CREDIT).await, Some(0));
        browser.reads_message(CONTACTS, "channels-no-phone").await;
        assert!(browser.holds(&format!("document.querySelector('{CONTACTS} [name=sms]').disabled")).await);
        assert_eq!(browser.count("#send-test-sms").await, Some(0));
        browser.click(&format!("{CONTACTS} [name=email]")).await;
        browser.click(&format!("{CONTACTS} button[type=submit]")).await;
        browser.reads_message(&format!("{CONTACTS} .notice-done"), "done-contact-notifications").await;
        browser.reload().await;
        assert!(!ticks(&browser, CONTACTS, "email").await);
        browser.click(&format!("{CONTACTS} a[href='/settings/phone']")).await;
        browser.arrive("/settings/phone").await;
        browser.close().await;
    }
}

/// A page that was open while the same was saved elsewhere does not overwrite it.
#[tokio::test]
async fn choices_saved_elsewhere_are_not_overwritten() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, PAGE).await;
    let elsewhere = Browser::open(&server, Setup::ENGLISH).await;
    enter(&elsewhere, &OWNER, PAGE).await;
    elsewhere.click(&format!("{CONTACTS} [name=sms]")).await;
    elsewhere.click(&format!("{CONTACTS} button[type=submit]")).await;
    elsewhere.reads_message(&format!("{CONTACTS} .notice-done"), "done-contact-notifications").await;
    elsewhere.click(&format!("{BILLING} [name=invoices_sms]")).await;
    elsewhere.click(&format!("{BILLING} button[type=submit]")).await;
    elsewhere.reads_message(&format!("{BILLING} .notice-done"), "done-billing-notifications").await;
    elsewhere.click(".section-link[href='/settings/user']").await;
    elsewhere.arrive("/settings/user").await;
    elsewhere.fill("#rename-display_name", "Olive Owens-Moreau").await;
    elsewhere.click("#rename button[type=submit]").await;
    elsewhere.reads_message("#rename .notice-done", "done-rename").await;
    browser.click("#send-test-email button").await;
    browser.reads_message(&format!("{DELIVERY} .notice-done"), "done-send-test").await;
    // The driver would bring the button to the edge of the window, below the top bar.
    browser.evaluate("scrollTo(0, 0)", &[]).await;
    browser.click(&format!("{CONTACTS} button[type=submit]")).await;
    browser.reads_message(&format!("{CONTACTS} .notice-refused"), "error-stale").await;
    browser.reload().await;
    assert!(ticks(&browser, CONTACTS, "sms").await);
    browser.close().await;
    elsewhere.close().await;
}
