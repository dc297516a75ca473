//! Members on *Organization Settings*: searched for, continued, and not to be had.

use crate::organization::{NINA, PAGE, ROWS, WAITING, invite};
use crate::stage::{enter, press};
use perfil_tests::browser::{Browser, Key, Setup};
use perfil_tests::{MEMBER, OWNER, Server};

/// The page and its search box, with more members than one page holds.
async fn searches(setup: Setup, has_script: bool) {
    let server = Server::start().await;
    server.add_members((0..60).map(|number| format!("Crowd Number{number:02}"))).await;
    let browser = Browser::open(&server, setup).await;
    enter(&browser, &OWNER, PAGE).await;
    assert_eq!(browser.count(ROWS).await, Some(50));
    press(&browser, "a.older").await;
    if has_script {
        browser.wait_until("all members", async || browser.count(ROWS).await == Some(62)).await;
        browser.no_longer_sees("a.older").await;
        browser.is_at(".member:nth-child(51)").await;
        assert_eq!(browser.address().await, PAGE);
    } else {
        browser.wait_until("the other members", async || browser.count(ROWS).await == Some(12)).await;
        press(&browser, ".members-status a").await;
        browser.arrive(PAGE).await;
    }
    search(&browser, "miro m").await;
    let address = if has_script { "/organization?search=miro%20m" } else { "/organization?search=miro+m" };
    browser.arrive(address).await;
    browser.wait_until("one member", async || browser.count(ROWS).await == Some(1)).await;
    browser.reads(ROWS, MEMBER.name).await;
    let found = browser.words.say_with("organization-found", &[("search", "miro m"), ("count", "1")]);
    browser.reads(".members-status [role=status]", &found).await;
    search(&browser, "nobody+100% & more").await;
    browser.reads_message("[aria-labelledby=members-heading]", "organization-nobody").await;
    browser.reload().await;
    browser.reads_message("[aria-labelledby=members-heading]", "organization-nobody").await;
    browser.back().await;
    browser.arrive(address).await;
    browser.reads(ROWS, MEMBER.name).await;
    if has_script {
        browser.holds_value("#member-search", "miro m").await;
    }
    press(&browser, ".members-status a").await;
    browser.arrive(PAGE).await;
    browser.wait_until("the first members", async || browser.count(ROWS).await == Some(50)).await;
    browser.holds_value("#member-search", "").await;
    browser.close().await;
}

async fn search(browser: &Browser, text: &str) {
    browser.evaluate("scrollTo(0, 0)", &[]).await;
    browser.fill("#member-search", text).await;
    browser.press(Key::Enter).await;
}

#[tokio::test]
async fn members_are_found_and_continued() {
    searches(Setup::ENGLISH, true).await;
}

#[tokio::test]
async fn members_are_found_and_continued_without_script() {
    searches(Setup::ENGLISH.without_script(), false).await;
}

#[tokio::test]
async fn what_does_not_come_is_said_and_can_be_asked_for_again() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, PAGE).await;
    browser.block(&["*/api/organization*"]).await;
    search(&browser, "miro").await;
    browser.reads_message(".notice-refused", "error-offline").await;
    assert_eq!(browser.count(ROWS).await, Some(0), "others are not shown in their place");
    let miro = "a.button[href='/organization?search=miro']";
    browser.block(&[]).await;
    browser.click(miro).await;
    browser.reads(ROWS, MEMBER.name).await;
    browser.block(&["*/api/organization/invite"]).await;
    invite(&browser, NINA).await;
    browser.reads_message("#invite .notice-refused", "error-offline").await;
    browser.holds_value("#invite-email", NINA).await;
    browser.block(&[]).await;
    press(&browser, "#invite button[type=submit]").await;
    browser.reads(WAITING, NINA).await;
    // The console tells of the requests that were kept away.
    let complaints = browser.complaints().await;
    assert!(complaints.iter().all(|text| text.contains("ERR_BLOCKED_BY_CLIENT")), "{complaints:?}");
    browser.close().await;
}
