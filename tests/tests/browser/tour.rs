//! A walk past every page in every state that a person can bring it to.

use crate::stage::{ask_for_code, open_menu, sign_in};
use crate::tour_of_keys::past_keys;
use crate::tour_of_notifications::past_notifications;
use crate::tour_of_organization::past_the_organization;
use crate::tour_of_organization_settings::past_the_organizations_settings;
use crate::tour_of_privacy::past_privacy;
use crate::tour_of_role_requests::past_role_requests;
use crate::tour_of_two_step::past_two_steps;
use perfil_tests::browser::{Browser, Key};
use perfil_tests::process::Program;
use perfil_tests::scene::another_code;
use perfil_tests::wait::{until_listening, until_true};
use perfil_tests::{MEMBER, NEW_PASSWORD, Person, Scene, Server, WRONG_PASSWORD};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

/// Calls `at` with the name of each state.
pub async fn tour(browser: &Browser, scene: &Scene, person: &Person, mut at: impl AsyncFnMut(&str)) {
    past_signing_in(browser, person, &mut at).await;
    past_user_info(browser, &mut at).await;
    past_the_password(browser, person, &mut at).await;
    past_two_steps(browser, scene, person, &mut at).await;
    past_the_region(browser, &mut at).await;
    past_notifications(browser, scene, person, &mut at).await;
    past_the_phone_form(browser, &mut at).await;
    past_the_code(browser, scene, person, &mut at).await;
    past_removing_the_phone(browser, &mut at).await;
    past_the_activity(browser, scene, &mut at).await;
    past_the_organization(browser, scene, &mut at).await;
    past_role_requests(browser, scene, person, &mut at).await;
    past_privacy(browser, scene, &mut at).await;
    past_the_organizations_settings(browser, scene, &mut at).await;
    past_the_rest(browser, &mut at).await;
}

async fn past_signing_in(browser: &Browser, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    browser.visit("/sign-in").await;
    at("sign-in").await;
    sign_in(browser, person.email, WRONG_PASSWORD).await;
    browser.sees("#sign-in-password-error").await;
    at("sign-in-refused").await;
    sign_in(browser, person.email, person.password).await;
    browser.arrive("/settings/user").await;
}

async fn past_user_info(browser: &Browser, at: &mut impl AsyncFnMut(&str)) {
    at("user").await;
    open_menu(browser).await;
    at("menu").await;
    browser.press(Key::Escape).await;
    browser.no_longer_sees("#account-menu").await;
    let name = browser.value("#rename-display_name").await;
    browser.fill("#rename-display_name", " ").await;
    browser.click("#rename button[type=submit]").await;
    browser.sees("#rename-display_name-error").await;
    at("user-refused").await;
    browser.fill("#rename-display_name", &name).await;
    browser.click("#rename button[type=submit]").await;
    browser.sees("#rename .notice-done").await;
    at("user-saved").await;
}

async fn past_the_password(browser: &Browser, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    browser.visit("/settings/password").await;
    at("password").await;
    for (current, new, error) in [(person.password, "short", "new"), (WRONG_PASSWORD, NEW_PASSWORD, "current")] {
        types_passwords(browser, current, new).await;
        browser.sees(&format!("#change-password-{error}-error")).await;
        at(&format!("password-refused-{error}")).await;
    }
    types_passwords(browser, person.password, NEW_PASSWORD).await;
    browser.sees("#change-password .notice-done").await;
    at("password-changed").await;
}

async fn types_passwords(browser: &Browser, current: &str, new: &str) {
    for (field, text) in [("current", current), ("new", new), ("repeat", new)] {
        browser.fill(&format!("#change-password-{field}"), text).await;
    }
    browser.click("#change-password button[type=submit]").await;
}

async fn past_the_region(browser: &Browser, at: &mut impl AsyncFnMut(&str)) {
    const ZONE: &str = "#change-region-time_zone";
    browser.visit("/settings/region").await;
    at("region").await;
    browser.click(ZONE).await;
    browser.sees(".listbox").await;
    at("zones").await;
    browser.type_text("zzz").await;
    browser.sees(".listbox-empty").await;
    at("zones-none").await;
    browser.press_with(Key::Control, 'a').await;
    browser.type_text("tokyo").await;
    browser.sees(".option.is-active").await;
    browser.press(Key::Enter).await;
    browser.click("#change-region button[type=submit]").await;
    browser.sees("#region-result .notice-done").await;
    browser.ready().await;
    browser.sees(".offer").await;
    at("region-saved").await;
    browser.click(".offer [value=false]").await;
    browser.sees("#zone-offer-result .notice-done").await;
    browser.ready().await;
    at("zone-kept").await;
}

async fn past_the_phone_form(browser: &Browser, at: &mut impl AsyncFnMut(&str)) {
    browser.visit("/settings/phone").await;
    at("phone").await;
    browser.click("#change-phone-country").await;
    browser.sees(".listbox").await;
    at("countries").await;
    browser.type_text("zzz").await;
    browser.sees(".listbox-empty").await;
    at("countries-none").await;
    browser.press(Key::Escape).await;
    browser.fill("#change-phone-number", "123").await;
    browser.press(Key::Tab).await;
    browser.sees(".doubt").await;
    at("phone-doubt").await;
    ask_for_code(browser, "07700 900160", WRONG_PASSWORD).await;
    browser.sees("#change-phone-password-error").await;
    at("phone-refused").await;
}

async fn past_the_code(browser: &Browser, scene: &Scene, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    ask_for_code(browser, "07700 900160", NEW_PASSWORD).await;
    browser.sees("#validate-phone-code").await;
    at("pending").await;
    let code = scene.sms.wait_for_code("+447700900160", 1).await;
    browser.click("#validate-phone-code").await;
    browser.type_text(&another_code(&code, 1)).await;
    browser.sees("#validate-phone-code-error").await;
    at("pending-wrong-code").await;
    browser.type_text("123").await;
    at("pending-half-typed").await;
    browser.visit("/settings/user").await;
    at("user-pending").await;
    scene.server.database.let_time_pass(6 * MINUTE).await;
    browser.visit("/settings/phone").await;
    at("pending-expired").await;

    let elsewhere = scene.server.client();
    elsewhere.try_sign_in(person.email, NEW_PASSWORD).await.expect(200);
    elsewhere.try_change_phone("07700 900161", NEW_PASSWORD).await.expect(200);
    browser.reload().await;
    browser.sees("#validate-phone-password").await;
    at("pending-elsewhere").await;
    let code = scene.sms.wait_for_code("+447700900161", 1).await;
    browser.fill("#validate-phone-code", &code).await;
    browser.fill("#validate-phone-password", NEW_PASSWORD).await;
    browser.click("#validate-phone button[type=submit]").await;
    browser.sees("#phone-result .notice-done").await;
    at("phone-changed").await;
}

async fn past_removing_the_phone(browser: &Browser, at: &mut impl AsyncFnMut(&str)) {
    browser.click(".disclosure summary").await;
    browser.sees("#remove-phone-password").await;
    at("remove").await;
    browser.fill("#remove-phone-password", WRONG_PASSWORD).await;
    browser.click("#remove-phone button[type=submit]").await;
    browser.sees("#remove-phone-password-error").await;
    at("remove-refused").await;
    browser.fill("#remove-phone-password", NEW_PASSWORD).await;
    browser.click("#remove-phone button[type=submit]").await;
    browser.sees("#phone-result .notice-done").await;
    at("phone-removed").await;
    browser.visit("/settings/user").await;
    at("user-without-phone").await;
}

async fn past_the_activity(browser: &Browser, scene: &Scene, at: &mut impl AsyncFnMut(&str)) {
    browser.visit("/settings/activity").await;
    browser.sees(".entry-action").await;
    at("activity").await;
    browser.click(".filter[href$='filter=failures']").await;
    browser.reads(".filter[aria-current]", &browser.words.say("activity-filter-failures")).await;
    browser.is_idle().await;
    at("activity-failures").await;
    scene.server.database.execute("DELETE FROM security_events").await;
    browser.reload().await;
    browser.click(".entry-action button").await;
    browser.sees("#sessions-result .notice-done").await;
    browser.no_longer_sees(".entry-action").await;
    at("activity-revoked").await;
}

async fn past_the_rest(browser: &Browser, at: &mut impl AsyncFnMut(&str)) {
    browser.visit("/organization/changes").await;
    browser.sees(".entry").await;
    at("changes").await;
    browser.visit("/organization/changes?filter=organization").await;
    browser.sees(".card .muted").await;
    at("changes-none").await;
    past_keys(browser, at).await;
    browser.visit("/nowhere").await;
    at("not-found").await;
    browser.go("/dev/outbox").await;
    browser.sees("main.problem").await;
    at("problem").await;
    browser.visit("/settings/user").await;
    open_menu(browser).await;
    browser.click("#sign-out button").await;
    browser.arrive("/sign-in").await;
    sign_in(browser, MEMBER.email, MEMBER.password).await;
    browser.arrive("/settings/user").await;
    at("user-member").await;
    browser.visit("/settings/notifications").await;
    at("notifications-member").await;
    browser.visit("/organization").await;
    at("organization-refused").await;
}

/// The demo, which shows what it would have sent.
pub struct Demo {
    server: Server,
    _program: Program,
}

impl Demo {
    /// Starts it.
    pub async fn start() -> Self {
        let server = Server::builder().people(&[]).smtp("demo:").sms("demo:").prepare().await;
        let program = server.run(&["serve", "--demo"], "demo.log");
        until_listening("the demo", server.address.port()).await;
        Self { server, _program: program }
    }

    /// Where it is.
    pub fn origin(&self) -> &str {
        &self.server.origin
    }

    /// The password that it has printed for that address.
    fn password(&self, email: &str) -> String {
        let log = std::fs::read_to_string(self.server.folder().join("demo.log")).expect("the demo has said something");
        let line = log.lines().find(|line| line.contains(email)).unwrap_or_else(|| panic!("no password in:\n{log}"));
        line.split_whitespace().last().unwrap_or_default().to_owned()
    }
}

/// The same for the demo's own states.
pub async fn tour_of_the_demo(browser: &Browser, demo: &Demo, mut at: impl AsyncFnMut(&str)) {
    browser.visit("/dev/outbox").await;
    at("outbox-empty").await;
    browser.visit("/sign-in").await;
    let password = demo.password("owner@example.com");
    sign_in(browser, "owner@example.com", &password).await;
    browser.arrive("/settings/user").await;
    at("demo").await;
    browser.visit("/settings/phone").await;
    ask_for_code(browser, "07700 900162", &password).await;
    browser.sees("#validate-phone-code").await;
    browser.visit("/settings/password").await;
    types_passwords(browser, &password, NEW_PASSWORD).await;
    browser.sees("#change-password .notice-done").await;
    browser.click(".demo-bar a").await;
    browser.arrive("/dev/outbox").await;
    browser.sees(".message").await;
    browser.reads(".messages", "+447700900162").await;
    let subject = browser.words.say("mail-password-changed-subject");
    let arrives = async || {
        browser.click(".head-with-action .button").await;
        browser.texts(".messages h2").await.contains(&subject)
    };
    until_true("the mail in the Outbox", MINUTE, arrives).await;
    at("outbox").await;
    plays_the_platform(browser).await;
    at("outbox-played").await;
}

/// Lets the demo's buttons tell something, and sees what follows.
async fn plays_the_platform(browser: &Browser) {
    for play in ["import", "spend", "invoice"] {
        browser.click(&format!("[name=play][value={play}]")).await;
        browser.reads_message(".notice-done", "done-play").await;
    }
    let arrives = async || {
        browser.click(".head-with-action .button").await;
        let texts = browser.texts(".message-text").await;
        ["customers.csv", "D-"].iter().all(|name| texts.iter().any(|text| text.contains(name)))
    };
    until_true("what the platform told", MINUTE, arrives).await;
}
