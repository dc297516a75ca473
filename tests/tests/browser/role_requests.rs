//! A member asks for another role, the Owner hears of it by mail and decides, and the member sees what came of it.

use crate::stage::enter;
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::letters::Letters;
use perfil_tests::{MEMBER, OWNER};
use serde_json::json;

const CARD: &str = "[aria-labelledby=role-heading]";
const REASON: &str = "I keep the books & pay the bills.";
const BILLING_FORM: &str = "#billing-notifications";

async fn tell(setup: Setup) {
    let letters = Letters::start().await;
    let (owner, member) = (Browser::open(&letters.server, setup).await, Browser::open(&letters.server, setup).await);
    enter(&owner, &OWNER, "/organization").await;
    enter(&member, &MEMBER, "/settings/user").await;
    ask(&member, " ").await;
    member.reads_message("#ask-role-reason-error", "role-reason-missing").await;
    ask(&member, REASON).await;
    member.reads_message(CARD, "done-ask-role").await;
    member.sees("#withdraw-role-request").await;

    let letter = letters.mail.wait_for(OWNER.email, &owner.words.say("mail-role-asked-subject")).await;
    let leads_there = letter.text.lines().any(|line| line.ends_with("/organization"));
    assert!(leads_there && letter.text.contains(REASON), "{}", letter.text);
    owner.reload().await;
    owner.reads("[aria-labelledby=role-requests-heading]", REASON).await;
    owner.click("[id^=grant-role] button").await;
    owner.reads_message("#role-requests-result", "done-grant-role").await;
    owner.no_longer_sees("[id^=decline-role]").await;

    letters.mail.wait_for(MEMBER.email, &member.words.say("mail-role-granted-subject")).await;
    member.visit("/settings/notifications").await;
    member.sees(BILLING_FORM).await;
    member.visit("/settings/user").await;
    member.reads_message(CARD, "role-billing").await;
    assert_eq!(member.count("#withdraw-role-request").await, Some(0));
    for browser in [owner, member] {
        browser.close().await;
    }
}

async fn ask(browser: &Browser, reason: &str) {
    if browser.count("#ask-role").await == Some(0) {
        browser.click(&format!("{CARD} .disclosure summary")).await;
    }
    const CHOOSE: &str = "document.querySelector('#ask-role-role').value = arguments[0]";
    browser.evaluate(CHOOSE, &[json!("billing")]).await;
    browser.fill("#ask-role-reason", reason).await;
    browser.click("#ask-role button[type=submit]").await;
}

#[tokio::test]
async fn a_member_asks_for_a_role_and_gets_it() {
    tell(Setup::ENGLISH).await;
}

#[tokio::test]
async fn a_member_asks_for_a_role_from_right_to_left() {
    tell(Setup::ARABIC).await;
}

#[tokio::test]
async fn a_member_asks_for_a_role_without_script() {
    tell(Setup::GERMAN.without_script()).await;
}
