//! A walk past the change of the address, and past every page behind a link in each of its states.

use crate::stage::{ask_for_code, enter, sign_in};
use crate::tour_of_notifications::past_unsubscribing;
use crate::tour_of_organization::past_joining;
use perfil_tests::browser::Browser;
use perfil_tests::letters::Letters;
use perfil_tests::mail::link_token;
use perfil_tests::provisioning::{ADA, ada};
use perfil_tests::{NEW_PASSWORD, Person, Platform, WRONG_PASSWORD};
use std::time::Duration;

/// Calls `at` with the name of each state.
pub async fn tour_of_links(browser: &Browser, letters: &Letters, person: &Person, mut at: impl AsyncFnMut(&str)) {
    past_an_invitation(browser, letters, &mut at).await;
    past_joining(browser, letters, person, &mut at).await;
    past_unsubscribing(browser, letters, person, &mut at).await;
    past_the_email_form(browser, person, &mut at).await;
    past_changes_that_wait(browser, letters, person, &mut at).await;
    past_confirming(browser, letters, &mut at).await;
    past_undoing(browser, letters, person, &mut at).await;
    past_frozen_contacts(browser, person, &mut at).await;
    past_a_forgotten_password(browser, letters, person, &mut at).await;
}

async fn past_an_invitation(browser: &Browser, letters: &Letters, at: &mut impl AsyncFnMut(&str)) {
    Platform::provisioning(&letters.server).tell_person("ada", &ada()).await.expect(201);
    let page = format!("/welcome?t={}", letters.token(ADA, "/welcome", 1).await);
    browser.visit(&page).await;
    at("welcome").await;
    types_new_password(browser, "welcome", "too short").await;
    browser.sees("#welcome-new-error").await;
    at("welcome-refused").await;
    types_new_password(browser, "welcome", NEW_PASSWORD).await;
    browser.arrive("/sign-in").await;
    browser.sees("#sign-in .notice-done").await;
    at("welcome-done").await;
    browser.visit(&page).await;
    at("welcome-used").await;
}

async fn ask_for_link(browser: &Browser, email: &str, password: &str) {
    browser.fill("#change-email-email", email).await;
    browser.fill("#change-email-password", password).await;
    browser.click("#change-email button[type=submit]").await;
}

async fn past_the_email_form(browser: &Browser, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    enter(browser, person, "/settings/email").await;
    at("email").await;
    ask_for_link(browser, "olive", person.password).await;
    browser.sees("#change-email-email-error").await;
    at("email-refused").await;
    ask_for_link(browser, "olive@example.test", WRONG_PASSWORD).await;
    browser.sees("#change-email-password-error").await;
    at("email-refused-password").await;
    ask_for_link(browser, "olive.with-a-rather-long-address@mail.harbour.example.test", person.password).await;
    browser.sees("#email-result .notice-done").await;
    at("email-pending").await;
}

async fn past_changes_that_wait(browser: &Browser, letters: &Letters, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    browser.visit("/settings/phone").await;
    at("phone-beside-pending-email").await;
    ask_for_code(browser, "07700 900163", person.password).await;
    browser.sees("#validate-phone-code").await;
    letters.sms.wait_for_code("+447700900163", 1).await;
    browser.visit("/settings/user").await;
    at("user-two-pending").await;
    browser.visit("/settings/email").await;
    at("email-beside-pending-phone").await;
    browser.click("#cancel-phone-change button").await;
    browser.sees("#pending-result .notice-done").await;
    at("email-other-cancelled").await;
    browser.click("#wrong-contact button").await;
    browser.sees("#change-email-email").await;
    ask_for_link(browser, "olive.new@example.test", person.password).await;
    browser.sees("#email-result .notice-done").await;
}

async fn past_confirming(browser: &Browser, letters: &Letters, at: &mut impl AsyncFnMut(&str)) {
    let token = letters.token("olive.new@example.test", "/confirm-email", 1).await;
    browser.visit(&format!("/confirm-email?t={token}")).await;
    at("confirm-email").await;
    browser.click("#confirm-email button[type=submit]").await;
    browser.sees("#link-result .notice-done").await;
    at("confirm-email-done").await;
    browser.visit(&format!("/confirm-email?t={token}")).await;
    at("confirm-email-used").await;
    browser.visit("/confirm-email?t=nonsense").await;
    at("confirm-email-unknown").await;
}

async fn past_undoing(browser: &Browser, letters: &Letters, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    browser.visit("/settings/phone").await;
    ask_for_code(browser, "07700 900164", person.password).await;
    browser.sees("#validate-phone-code").await;
    browser.fill("#validate-phone-code", &letters.sms.wait_for_code("+447700900164", 1).await).await;
    browser.sees("#phone-result .notice-done").await;
    let text = letters.sms.wait_for(person.phone.expect("a number"), 1).await.text;
    browser.visit(&format!("/undo?t={}", link_token(&text, "/undo"))).await;
    at("undo-phone").await;
    let undo = format!("/undo?t={}", letters.token(person.email, "/undo", 1).await);
    browser.visit(&undo).await;
    at("undo-email").await;
    browser.click("#undo button[type=submit]").await;
    browser.sees("#link-result .notice-done").await;
    at("undo-done").await;
    browser.visit(&undo).await;
    at("undo-done-before").await;
}

async fn past_frozen_contacts(browser: &Browser, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    enter(browser, person, "/settings/email").await;
    browser.sees("[aria-labelledby=frozen-heading]").await;
    at("email-frozen").await;
    browser.visit("/settings/phone").await;
    browser.sees("[aria-labelledby=frozen-heading]").await;
    at("phone-frozen").await;
}

async fn past_a_forgotten_password(
    browser: &Browser,
    letters: &Letters,
    person: &Person,
    at: &mut impl AsyncFnMut(&str),
) {
    browser.visit("/forgot-password").await;
    at("forgot-password").await;
    browser.click("#forgot-password button[type=submit]").await;
    browser.sees("#forgot-password-email-error").await;
    at("forgot-password-refused").await;
    browser.fill("#forgot-password-email", person.email).await;
    browser.click("#forgot-password button[type=submit]").await;
    browser.sees("#forgot-password .notice-done").await;
    at("forgot-password-sent").await;

    let page = format!("/reset-password?t={}", letters.token(person.email, "/reset-password", 1).await);
    browser.visit(&page).await;
    at("reset-password").await;
    types_new_password(browser, "reset-password", "too short").await;
    browser.sees("#reset-password-new-error").await;
    at("reset-password-refused").await;
    types_new_password(browser, "reset-password", NEW_PASSWORD).await;
    browser.arrive("/sign-in").await;
    browser.sees("#sign-in .notice-done").await;
    at("reset-password-done").await;
    sign_in(browser, person.email, NEW_PASSWORD).await;
    browser.arrive("/settings/user").await;
    letters.server.database.let_time_pass(Duration::from_secs(3_600)).await;
    browser.visit(&page).await;
    at("reset-password-used").await;
}

/// Fills in both passwords of that form, and sends it.
pub async fn types_new_password(browser: &Browser, form: &str, new: &str) {
    for field in ["new", "repeat"] {
        browser.fill(&format!("#{form}-{field}"), new).await;
    }
    browser.click(&format!("#{form} button[type=submit]")).await;
}
