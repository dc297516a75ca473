//! *Organization Settings*: inviting, joining, roles, and members who may come in no longer.

use crate::stage::{enter, open_menu, press, sign_in};
use perfil_models::Role;
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::letters::Letters;
use perfil_tests::organization::{ADMIN, SECOND_OWNER};
use perfil_tests::{BILLING, MEMBER, NEW_PASSWORD, OWNER, Person, Server, WRONG_PASSWORD};
use serde_json::json;
use std::time::Duration;

/// The page.
pub const PAGE: &str = "/organization";
/// Somebody who is invited.
pub const NINA: &str = "nina.new@example.test";
/// The members on it.
pub const ROWS: &str = ".member";
/// The invitations on it.
pub const WAITING: &str = "[aria-labelledby=invitations-heading] .entry";
const RESULT: &str = "#invitations-result";
const BILLING_FORM: &str = "#billing-notifications";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The row of a member.
async fn row(server: &Server, email: &str) -> String {
    format!("#member-{}", server.database.user_id(email).await)
}

/// Opens what may be done about a member.
async fn manage(browser: &Browser, row: &str) {
    browser.sees(row).await;
    if browser.count(&format!("{row} .role-form")).await == Some(0) {
        press(browser, &format!("{row} .manage > summary")).await;
    }
}

/// Chooses from a list of the browser's own, by keyboard.
async fn choose(browser: &Browser, select: &str, label: &str, value: &str) {
    browser.evaluate("document.querySelector(arguments[0]).focus()", &[json!(select)]).await;
    browser.type_text(label).await;
    browser.holds_value(select, value).await;
}

/// Gives a member another role; the labels are English.
async fn give(browser: &Browser, row: &str, label: &str, role: Role) {
    manage(browser, row).await;
    choose(browser, &format!("{row} .role-form select"), label, role.as_str()).await;
    press(browser, &format!("{row} .role-form button")).await;
}

/// Sends the form that invites.
pub async fn invite(browser: &Browser, email: &str) {
    browser.fill("#invite-email", email).await;
    press(browser, "#invite button[type=submit]").await;
}

async fn fills_in(browser: &Browser, name: &str, new: &str) {
    for (field, text) in [("display_name", name), ("new", new), ("repeat", new)] {
        browser.fill(&format!("#join-{field}"), text).await;
    }
    browser.click("#join button[type=submit]").await;
}

#[tokio::test]
async fn somebody_is_invited_joins_and_is_given_roles() {
    let letters = Letters::start().await;
    let open = || Browser::open(&letters.server, Setup::ENGLISH);
    let (owner, nina, member) = (open().await, open().await, open().await);
    enter(&member, &MEMBER, "/settings/user").await;
    enter(&owner, &OWNER, PAGE).await;
    invites(&owner).await;
    joins(&nina, &letters).await;
    is_demoted(&owner, &nina, &letters.server).await;
    asks_and_is_granted(&owner, &nina).await;
    is_shut_out(&owner, &member, &letters.server).await;
    for browser in [owner, nina, member] {
        browser.close().await;
    }
}

async fn invites(owner: &Browser) {
    invite(owner, "nina").await;
    owner.reads_message("#invite-email-error", "email-invalid").await;
    owner.is_at("#invite-email").await;
    invite(owner, MEMBER.email).await;
    owner.reads_message("#invite-email-error", "invite-member").await;
    choose(owner, "#invite-role", "Billing", "billing").await;
    invite(owner, NINA).await;
    owner.reads_message("#invite .notice-done", "done-invite").await;
    owner.holds_value("#invite-email", "").await;
    for words in [NINA, "Billing", OWNER.name] {
        owner.reads(WAITING, words).await;
    }
    invite(owner, NINA).await;
    owner.reads_message("#invite-email-error", "invite-waiting").await;
}

async fn joins(nina: &Browser, letters: &Letters) {
    let token = letters.token(NINA, "/join", 1).await;
    let page = format!("/join?t={token}");
    nina.visit(&page).await;
    assert_eq!(nina.status().await, 200);
    nina.reads_title("title-join").await;
    let names = [("inviter", OWNER.name), ("organization", OWNER.organization)];
    nina.reads(".card", &nina.words.say_with("join-lead", &names)).await;
    nina.reads(".facts", "Billing").await;
    nina.holds_value("[autocomplete=username]", NINA).await;
    fills_in(nina, " ", NEW_PASSWORD).await;
    nina.reads_message("#join-display_name-error", "name-empty").await;
    fills_in(nina, "Nina Nyström", "passwordpassword").await;
    nina.reads_message("#join-new-error", "password-common").await;
    fills_in(nina, "Nina Nyström", NEW_PASSWORD).await;
    nina.arrive("/sign-in").await;
    nina.reads_message("#sign-in .notice-done", "done-join").await;
    nina.holds_value("#sign-in-email", NINA).await;
    sign_in(nina, NINA, NEW_PASSWORD).await;
    nina.arrive("/settings/user").await;
    nina.visit("/settings/notifications").await;
    nina.sees(BILLING_FORM).await;
    nina.visit(&page).await;
    assert_eq!(nina.status().await, 409);
    nina.reads_message("[role=alert]", "link-used").await;
    nina.visit("/settings/notifications").await;
}

async fn is_demoted(owner: &Browser, nina: &Browser, server: &Server) {
    let nina_row = row(server, NINA).await;
    owner.reload().await;
    owner.reads(&nina_row, "Nina Nyström").await;
    owner.reads(&format!("{nina_row} .member-role"), "Billing").await;
    owner.reads_message(".waiting-invitations", "invitations-empty").await;
    give(owner, &nina_row, "Member", Role::Member).await;
    owner.reads_message(&nina_row, "done-set-role").await;
    owner.reads(&format!("{nina_row} .member-role"), "Member").await;
    owner.is_at(&format!("{nina_row} .role-form button")).await;
    assert_eq!(nina.count(BILLING_FORM).await, Some(1), "what is shown already stays");
    nina.click(".section-link[href='/settings/password']").await;
    nina.sees("#change-password-current").await;
    nina.click(".section-link[href='/settings/notifications']").await;
    nina.sees("#contact-notifications").await;
    assert_eq!(nina.count(BILLING_FORM).await, Some(0), "without signing in again");
}

async fn asks_and_is_granted(owner: &Browser, nina: &Browser) {
    nina.visit("/settings/user").await;
    nina.click("[aria-labelledby=role-heading] .disclosure summary").await;
    choose(nina, "#ask-role-role", "Billing", "billing").await;
    nina.fill("#ask-role-reason", "I keep the books.").await;
    nina.click("#ask-role button[type=submit]").await;
    nina.reads_message("[aria-labelledby=role-heading]", "done-ask-role").await;
    owner.reload().await;
    owner.reads("[aria-labelledby=role-requests-heading]", "I keep the books.").await;
    press(owner, "[id^=grant-role] button").await;
    owner.reads_message("#role-requests-result", "done-grant-role").await;
    nina.click(".section-link[href='/settings/notifications']").await;
    nina.sees(BILLING_FORM).await;
}

async fn is_shut_out(owner: &Browser, member: &Browser, server: &Server) {
    let miro = row(server, MEMBER.email).await;
    manage(owner, &miro).await;
    press(owner, &format!("{miro} .disclosure summary")).await;
    owner.reads_message(&miro, "organization-deactivate-lead").await;
    press(owner, &format!("{miro} .disclosure button")).await;
    owner.reads_message(&miro, "done-deactivate-member").await;
    owner.reads_message(&format!("{miro} .badge-waiting"), "organization-deactivated").await;
    owner.is_at(&miro).await;
    member.go("/settings/phone").await;
    member.arrive("/sign-in?next=%2Fsettings%2Fphone").await;
    sign_in(member, MEMBER.email, MEMBER.password).await;
    member.reads_message("#sign-in-password-error", "sign-in-wrong").await;
    press(owner, &format!("{miro} [id^=reactivate-member] button")).await;
    owner.reads_message(&miro, "done-reactivate-member").await;
    owner.no_longer_sees(&format!("{miro} .badge-waiting")).await;
    sign_in(member, MEMBER.email, MEMBER.password).await;
    member.arrive("/settings/phone").await;
}

/// Two Owners look at the same page, and one of them is late.
async fn is_late(setup: Setup) {
    let server = Server::builder().with(SECOND_OWNER).start().await;
    let browser = Browser::open(&server, setup).await;
    enter(&browser, &OWNER, PAGE).await;
    let miro = row(&server, MEMBER.email).await;
    let id = server.database.user_id(MEMBER.email).await;
    manage(&browser, &miro).await;
    let second = server.client_of(&SECOND_OWNER).await;
    second.set_role(&id, Role::Member, Role::Billing).await.expect(200);
    give(&browser, &miro, "Admin", Role::Admin).await;
    browser.reads_message(&miro, "role-stale").await;
    browser.reads(&format!("{miro} .member-role"), "Billing").await;
    browser.holds_value(&format!("{miro} .role-form select"), "admin").await;
    assert_eq!(server.database.role(MEMBER.email).await, "billing");
    press(&browser, &format!("{miro} .role-form button")).await;
    browser.reads_message("[aria-labelledby=members-heading]", "done-set-role").await;
    browser.reads(&format!("{miro} .member-role"), "Admin").await;
    browser.close().await;
}

#[tokio::test]
async fn an_owner_who_is_late_is_told_and_keeps_the_choice() {
    is_late(Setup::ENGLISH).await;
}

#[tokio::test]
async fn an_owner_who_is_late_is_told_without_script() {
    is_late(Setup::ENGLISH.without_script()).await;
}

/// The only Owner stays; one of two may go, and is led away.
async fn gives_the_own_role_away(setup: Setup) {
    let server = Server::builder().with(SECOND_OWNER).start().await;
    let browser = Browser::open(&server, setup).await;
    enter(&browser, &OWNER, PAGE).await;
    let olive = row(&server, OWNER.email).await;
    give(&browser, &olive, "Member", Role::Member).await;
    browser.arrive("/settings/user").await;
    browser.reads_message(".notice-done", "done-set-role").await;
    browser.reads("[aria-labelledby=role-heading] .badge", "Member").await;
    open_menu(&browser).await;
    assert_eq!(browser.count("#account-menu a[href='/organization']").await, Some(0));
    browser.visit(PAGE).await;
    assert_eq!(browser.status().await, 403);

    let second = Browser::open(&server, setup).await;
    enter(&second, &SECOND_OWNER, PAGE).await;
    let oscar = row(&server, SECOND_OWNER.email).await;
    give(&second, &oscar, "Admin", Role::Admin).await;
    second.reads_message(&oscar, "role-last-owner").await;
    assert_eq!(second.count(&format!("{oscar} .disclosure")).await, Some(0), "nobody deactivates the own account");
    browser.close().await;
    second.close().await;
}

#[tokio::test]
async fn an_owner_gives_the_own_role_away() {
    gives_the_own_role_away(Setup::ENGLISH).await;
}

#[tokio::test]
async fn an_owner_gives_the_own_role_away_without_script() {
    gives_the_own_role_away(Setup::ENGLISH.without_script()).await;
}

#[tokio::test]
async fn an_admin_invites_members_only() {
    let server = Server::builder().with(ADMIN).with(BILLING).start().await;
    let owner = server.client_of(&OWNER).await;
    owner.invite("bo.books@example.test", Role::Billing).await.expect(200);
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &ADMIN, "/settings/user").await;
    open_menu(&browser).await;
    browser.click("#account-menu a[href='/organization']").await;
    browser.arrive(PAGE).await;
    browser.is_at("#page-title").await;
    assert_eq!(browser.count(ROWS).await, Some(4));
    assert_eq!(browser.count(".manage, a[href='/organization/changes']").await, Some(0));
    assert_eq!(browser.count("#invite select").await, Some(0));
    browser.reads("#invite .only-role", "Member").await;
    invite(&browser, NINA).await;
    browser.reads(WAITING, NINA).await;
    assert_eq!(browser.count(WAITING).await, Some(2));
    assert_eq!(browser.count("[id^=revoke-invitation]").await, Some(1), "the Owner's is seen, no more");

    press(&browser, "[id^=resend-invitation] button").await;
    browser.reads_message(RESULT, "done-resend-invitation").await;
    browser.is_at(RESULT).await;
    server.database.let_time_pass(8 * DAY).await;
    browser.reload().await;
    browser.arrive("/sign-in?next=%2Forganization").await;
    sign_in(&browser, ADMIN.email, ADMIN.password).await;
    browser.reads_message(&format!("{WAITING} .badge-waiting"), "invitation-expired-badge").await;
    press(&browser, "[id^=revoke-invitation] button").await;
    browser.reads_message(RESULT, "done-revoke-invitation").await;
    browser.is_at(RESULT).await;
    browser.no_longer_sees("[id^=revoke-invitation]").await;
    assert_eq!(browser.count(WAITING).await, Some(1));
    browser.close().await;
}

#[tokio::test]
async fn all_of_it_works_without_script() {
    let letters = Letters::start().await;
    let browser = Browser::open(&letters.server, Setup::ENGLISH.without_script()).await;
    enter(&browser, &OWNER, PAGE).await;
    invite(&browser, "nina").await;
    browser.reads_message("#invite-email-error", "email-invalid").await;
    browser.holds_value("#invite-email", "nina").await;
    invite(&browser, NINA).await;
    browser.reads_message("#invite .notice-done", "done-invite").await;
    browser.reads(WAITING, NINA).await;
    let dead = letters.token(NINA, "/join", 1).await;
    press(&browser, "[id^=resend-invitation] button").await;
    browser.reads_message(RESULT, "done-resend-invitation").await;
    let nina = Browser::open(&letters.server, Setup::ENGLISH.without_script()).await;
    nina.visit(&format!("/join?t={dead}")).await;
    nina.reads_message("[role=alert]", "link-unknown").await;
    let page = format!("/join?t={}", letters.token(NINA, "/join", 2).await);
    nina.visit(&page).await;
    fills_in(&nina, "Nina Nyström", "passwordpassword").await;
    nina.reads_message("#join-new-error", "password-common").await;
    nina.holds_value("#join-display_name", "Nina Nyström").await;
    fills_in(&nina, "Nina Nyström", NEW_PASSWORD).await;
    nina.arrive("/sign-in").await;
    nina.reads_message("#sign-in .notice-done", "done-join").await;
    nina.holds_value("#sign-in-email", NINA).await;
    shuts_out_and_lets_in(&browser, &row(&letters.server, NINA).await).await;
    sign_in(&nina, NINA, NEW_PASSWORD).await;
    nina.arrive("/settings/user").await;
    browser.close().await;
    nina.close().await;
}

async fn shuts_out_and_lets_in(browser: &Browser, row: &str) {
    const CARD: &str = "[aria-labelledby=members-heading]";
    browser.reload().await;
    give(browser, row, "Billing", Role::Billing).await;
    browser.reads_message(CARD, "done-set-role").await;
    browser.reads(&format!("{row} .member-role"), "Billing").await;
    manage(browser, row).await;
    press(browser, &format!("{row} .disclosure summary")).await;
    press(browser, &format!("{row} .disclosure button")).await;
    browser.reads_message(CARD, "done-deactivate-member").await;
    browser.reads_message(&format!("{row} .badge-waiting"), "organization-deactivated").await;
    manage(browser, row).await;
    press(browser, &format!("{row} [id^=reactivate-member] button")).await;
    browser.reads_message(CARD, "done-reactivate-member").await;
}

/// Somebody who is signed in already opens the link of another address.
#[tokio::test]
async fn joining_beside_an_account_leaves_that_one_signed_in() {
    const STRANGER: Person = perfil_tests::STRANGER;
    let letters = Letters::of(Server::builder().with(STRANGER)).await;
    let owner = letters.server.client_of(&OWNER).await;
    for email in [NINA, "noa.new@example.test"] {
        owner.invite(email, Role::Member).await.expect(200);
    }
    for (email, setup) in [(NINA, Setup::ENGLISH), ("noa.new@example.test", Setup::ENGLISH.without_script())] {
        let browser = Browser::open(&letters.server, setup).await;
        enter(&browser, &STRANGER, "/settings/user").await;
        browser.visit(&format!("/join?t={}", letters.token(email, "/join", 1).await)).await;
        fills_in(&browser, "Nina Nyström", WRONG_PASSWORD).await;
        browser.reads_message("#link-result", "done-join").await;
        assert_eq!(browser.address().await, "/join");
        browser.visit("/settings/user").await;
        browser.reads(".menu-button-name", STRANGER.name).await;
        browser.close().await;
    }
}
