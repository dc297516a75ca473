//! A walk past asking for another role, and past deciding on it.

use crate::stage::press;
use perfil_models::Role;
use perfil_tests::browser::Browser;
use perfil_tests::{MEMBER, Person, Scene};

const CARD: &str = "[aria-labelledby=role-heading]";
const REASON: &str = "I pay the invoices, and need to hear of it in time when the credit is running low.";

/// The Owner is signed in, and Owner again in the end.
pub async fn past_role_requests(browser: &Browser, scene: &Scene, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    let member = scene.server.client_of(&MEMBER).await;
    member.ask_role(Role::Billing, &[REASON; 4].join(" ")).await.expect(200);
    browser.visit("/organization").await;
    browser.sees("[id^=decline-role] button").await;
    at("organization-request").await;
    press(browser, "[id^=decline-role] button").await;
    browser.reads_message("#role-requests-result", "done-decline-role").await;
    browser.is_idle().await;
    at("organization-request-declined").await;

    become_a(scene, person, Role::Admin).await;
    browser.visit("/settings/user").await;
    press(browser, &format!("{CARD} .disclosure summary")).await;
    press(browser, "#ask-role button[type=submit]").await;
    browser.sees("#ask-role-reason-error").await;
    at("user-role-refused").await;
    browser.fill("#ask-role-reason", REASON).await;
    press(browser, "#ask-role button[type=submit]").await;
    browser.reads_message(CARD, "done-ask-role").await;
    browser.is_idle().await;
    at("user-role-asked").await;
    press(browser, "#withdraw-role-request button").await;
    browser.reads_message(CARD, "done-withdraw-role-request").await;
    browser.is_idle().await;
    become_a(scene, person, Role::Owner).await;
}

async fn become_a(scene: &Scene, person: &Person, role: Role) {
    let change = format!("UPDATE users SET role = '{}' WHERE email = '{}'", role.as_str(), person.email);
    scene.server.database.execute(&change).await;
}
