//! *Security activity*: one's devices, and what happened to the account.

use crate::stage::{enter, sign_in};
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::wait::until_true;
use perfil_tests::{OWNER, Server, WRONG_PASSWORD};
use serde_json::json;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(20);
const PAGE: &str = "/settings/activity";
const SESSIONS: &str = "[aria-labelledby=sessions-heading] .entry";
const EVENTS: &str = "[aria-labelledby=events-heading] .entry";
const OLDER: &str = "a.older";
const RESULT: &str = "#sessions-result";

/// Marks the heading, and says whether it is still the same one.
const MARK: &str = "document.querySelector('h1').dataset.same = 'yes'";
const IS_SAME: &str = "document.querySelector('h1').dataset.same === 'yes'";

/// A person with a wrong password and that many changes behind her.
async fn history(server: &Server, changes: i64) {
    let client = server.client();
    client.try_sign_in(OWNER.email, WRONG_PASSWORD).await.expect(401);
    client.sign_in(&OWNER).await;
    for version in 1..=changes {
        let form = json!({ "display_name": OWNER.name, "version": version });
        client.call("/api/account/rename", form).await.expect(200);
    }
    client.ask("/api/sign-out").await.expect(200);
}

/// Scrolls up to the filters, which the top bar would cover otherwise, and chooses one.
async fn filter(browser: &Browser, filter: &str) {
    browser.evaluate("scrollTo(0, 0)", &[]).await;
    browser.click(&format!(".filter[href$='filter={filter}']")).await;
}

async fn has(browser: &Browser, css: &str, count: usize) {
    let what = format!("{count} times {css}");
    until_true(&what, LIMIT, async || browser.count(css).await == Some(count)).await;
}

#[tokio::test]
async fn one_browser_signs_the_other_out() {
    let server = Server::start().await;
    let (one, other) = (Browser::open(&server, Setup::ENGLISH).await, Browser::open(&server, Setup::ENGLISH).await);
    enter(&other, &OWNER, "/settings/password").await;
    enter(&one, &OWNER, "/settings/user").await;
    one.click(".section-link[href='/settings/activity']").await;
    one.is_at("#page-title").await;
    one.reads_title("title-activity").await;
    has(&one, SESSIONS, 2).await;
    one.reads(&format!("{SESSIONS}:first-child"), "Chrome on Linux This device Last used: ").await;
    assert_eq!(one.count(&format!("{SESSIONS}:first-child form")).await, Some(0), "there is the menu for that");
    one.reads(&format!("{SESSIONS}:nth-child(2)"), "127.0.0.0/24").await;

    one.click(".entry-action button").await;
    one.reads_message(RESULT, "done-revoke-session").await;
    one.is_at(RESULT).await;
    has(&one, SESSIONS, 1).await;
    one.reads_message("[aria-labelledby=sessions-heading]", "activity-no-others").await;
    one.reads(&format!("{EVENTS}:first-child"), "Chrome · Linux").await;
    one.reads_message(&format!("{EVENTS}:first-child"), "event-session-revoked").await;

    other.click(".section-link[href='/settings/phone']").await;
    other.reads_message("[role=alert]", "error-signed-out").await;
    other.click("[role=alert] a").await;
    other.arrive("/sign-in?next=/settings/phone").await;
    sign_in(&other, OWNER.email, OWNER.password).await;
    other.arrive("/settings/phone").await;

    one.reload().await;
    one.click("#revoke-other-sessions button").await;
    one.reads_message(RESULT, "done-revoke-other-sessions").await;
    other.go(PAGE).await;
    other.arrive("/sign-in?next=%2Fsettings%2Factivity").await;
    one.close().await;
    other.close().await;
}

#[tokio::test]
async fn events_are_filtered_and_continued_without_a_new_page() {
    let server = Server::start().await;
    history(&server, 24).await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, PAGE).await;
    browser.evaluate(MARK, &[]).await;
    has(&browser, EVENTS, 20).await;
    filter(&browser, "changes").await;
    browser.arrive("/settings/activity?filter=changes").await;
    browser.is_at(".filter[aria-current=page]").await;
    assert_eq!(browser.text(".filter[aria-current=page]").await, browser.words.say("activity-filter-changes"));
    assert_eq!(browser.count(".section-link[aria-current=page]").await, Some(1), "the list of sections knows it too");
    browser.click(OLDER).await;
    has(&browser, EVENTS, 24).await;
    browser.is_at("#event-20").await;
    browser.no_longer_sees(OLDER).await;
    filter(&browser, "failures").await;
    has(&browser, EVENTS, 1).await;
    browser.reads_message(EVENTS, "event-sign-in-failed").await;
    browser.back().await;
    browser.arrive("/settings/activity?filter=changes").await;
    has(&browser, EVENTS, 20).await;
    assert!(browser.holds(IS_SAME).await, "the page was never loaded anew");
    browser.close().await;
}

#[tokio::test]
async fn what_does_not_come_is_said_and_can_be_asked_for_again() {
    let server = Server::start().await;
    history(&server, 21).await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, PAGE).await;
    browser.block(&["*/api/activity"]).await;
    browser.click(OLDER).await;
    browser.reads_message(".notice-refused", "error-offline").await;
    has(&browser, EVENTS, 20).await;
    browser.block(&[]).await;
    browser.click(OLDER).await;
    has(&browser, EVENTS, 25).await;
    browser.no_longer_sees(".notice-refused").await;
    browser.block(&["*/api/activity"]).await;
    filter(&browser, "failures").await;
    browser.reads_message(".notice-refused", "error-offline").await;
    has(&browser, EVENTS, 0).await;
    browser.block(&[]).await;
    browser.click(".notice-slot + .button").await;
    has(&browser, EVENTS, 1).await;
    browser.reads_message(".filter[aria-current=page]", "activity-filter-failures").await;
    // The console tells of the requests that were kept away.
    let complaints = browser.complaints().await;
    assert!(complaints.iter().all(|text| text.contains("ERR_BLOCKED_BY_CLIENT")), "{complaints:?}");
    browser.close().await;
}

#[tokio::test]
async fn all_of_it_works_without_script() {
    let server = Server::start().await;
    history(&server, 24).await;
    let elsewhere = server.client_of(&OWNER).await;
    let browser = Browser::open(&server, Setup::ENGLISH.without_script()).await;
    enter(&browser, &OWNER, PAGE).await;
    filter(&browser, "changes").await;
    browser.arrive("/settings/activity?filter=changes").await;
    browser.click(OLDER).await;
    has(&browser, EVENTS, 4).await;
    browser.click(".newest").await;
    browser.arrive("/settings/activity?filter=changes").await;
    has(&browser, EVENTS, 20).await;
    browser.click(".filter[href='/settings/activity']").await;
    browser.arrive(PAGE).await;
    browser.click(".entry-action button").await;
    browser.reads_message(RESULT, "done-revoke-session").await;
    has(&browser, SESSIONS, 1).await;
    assert!(!elsewhere.is_signed_in().await);
    browser.close().await;
}
