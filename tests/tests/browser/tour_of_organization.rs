//! A walk past *Organization Settings* and past joining.

use crate::stage::press;
use crate::tour_of_links::types_new_password;
use perfil_models::Role;
use perfil_tests::browser::{Browser, Key};
use perfil_tests::letters::Letters;
use perfil_tests::{MEMBER, NEW_PASSWORD, Person, Scene};
use std::time::Duration;

const NINA: &str = "nina.with-a-rather-long-address@mail.harbour.example.test";
const WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The Owner is signed in; the member is in the end what the member was.
pub async fn past_the_organization(browser: &Browser, scene: &Scene, at: &mut impl AsyncFnMut(&str)) {
    browser.visit("/organization").await;
    browser.sees(".table").await;
    at("organization").await;
    let row = format!("#member-{}", scene.server.database.user_id(MEMBER.email).await);
    past_a_role(browser, scene, &row, at).await;
    past_deactivating(browser, &row, at).await;
    past_inviting(browser, scene, at).await;
    browser.fill("#member-search", "nobody").await;
    browser.press(Key::Enter).await;
    browser.reads_message("[aria-labelledby=members-heading]", "organization-nobody").await;
    at("organization-nobody").await;
}

async fn past_a_role(browser: &Browser, scene: &Scene, row: &str, at: &mut impl AsyncFnMut(&str)) {
    press(browser, &format!("{row} .manage > summary")).await;
    browser.sees(&format!("{row} .role-form")).await;
    at("organization-manage").await;
    scene.server.database.execute("UPDATE users SET role = 'admin' WHERE role = 'member'").await;
    press(browser, &format!("{row} .role-form button")).await;
    browser.reads_message(row, "role-stale").await;
    browser.is_idle().await;
    at("organization-stale").await;
    press(browser, &format!("{row} .role-form button")).await;
    browser.reads_message(row, "done-set-role").await;
    browser.is_idle().await;
    at("organization-role-changed").await;
}

async fn past_deactivating(browser: &Browser, row: &str, at: &mut impl AsyncFnMut(&str)) {
    press(browser, &format!("{row} .disclosure summary")).await;
    browser.sees(&format!("{row} .disclosure button")).await;
    at("organization-deactivate").await;
    press(browser, &format!("{row} .disclosure button")).await;
    browser.sees(&format!("{row} [id^=reactivate-member] button")).await;
    at("organization-deactivated").await;
    press(browser, &format!("{row} [id^=reactivate-member] button")).await;
    browser.sees(&format!("{row} .disclosure summary")).await;
}

async fn past_inviting(browser: &Browser, scene: &Scene, at: &mut impl AsyncFnMut(&str)) {
    for (email, shown, state) in [
        ("nina", "#invite-email-error", "organization-invite-refused"),
        (NINA, "#invite .notice-done", "organization-invited"),
    ] {
        browser.fill("#invite-email", email).await;
        press(browser, "#invite button[type=submit]").await;
        browser.sees(shown).await;
        browser.is_idle().await;
        at(state).await;
    }
    scene.server.database.execute("UPDATE invitations SET expires_at = 1").await;
    browser.reload().await;
    browser.sees(".waiting-invitations .badge-waiting").await;
    at("organization-invitation-expired").await;
    press(browser, "[id^=revoke-invitation] button").await;
    browser.sees("#invitations-result .notice-done").await;
    browser.is_idle().await;
    // So that nothing stands half below the top bar.
    browser.evaluate("scrollTo(0, 0)", &[]).await;
    at("organization-invitation-revoked").await;
}

/// Nobody is signed in.
pub async fn past_joining(browser: &Browser, letters: &Letters, person: &Person, at: &mut impl AsyncFnMut(&str)) {
    let owner = letters.server.client_of(person).await;
    for email in [NINA, "late@example.test"] {
        owner.invite(email, Role::Billing).await.expect(200);
    }
    let page = format!("/join?t={}", letters.token(NINA, "/join", 1).await);
    browser.visit(&page).await;
    at("join").await;
    types_new_password(browser, "join", "too short").await;
    browser.sees("#join-display_name-error").await;
    browser.fill("#join-display_name", "Nina Nyström").await;
    types_new_password(browser, "join", "too short").await;
    browser.sees("#join-new-error").await;
    at("join-refused").await;
    types_new_password(browser, "join", NEW_PASSWORD).await;
    browser.arrive("/sign-in").await;
    browser.sees("#sign-in .notice-done").await;
    at("join-done").await;
    browser.visit(&page).await;
    at("join-used").await;
    let late = letters.token("late@example.test", "/join", 1).await;
    letters.server.database.let_time_pass(WEEK).await;
    browser.visit(&format!("/join?t={late}")).await;
    browser.sees("[role=alert]").await;
    at("join-expired").await;
}
