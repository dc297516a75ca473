//! *Changes*: what was changed in the organization, as its Owner reads it.

use crate::stage::enter;
use perfil_models::Role;
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::{MEMBER, OWNER, Server};

const ENTRIES: &str = "[aria-labelledby=changes-heading] .entry";
const PAGE: &str = "/organization/changes";

/// A server on which the Owner has changed a role, and a browser of hers.
async fn stage(setup: Setup) -> (Server, Browser) {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let id = server.database.user_id(MEMBER.email).await;
    client.set_role(&id, Role::Member, Role::Billing).await.expect(200);
    let browser = Browser::open(&server, setup).await;
    enter(&browser, &OWNER, "/organization").await;
    (server, browser)
}

async fn changes_are_found_and_filtered(setup: Setup) {
    let (_server, browser) = stage(setup).await;
    browser.click(&format!("a[href='{PAGE}']")).await;
    browser.arrive(PAGE).await;
    browser.reads_title("title-changes").await;
    assert_eq!(browser.count(ENTRIES).await, Some(3));
    for words in [&browser.words.say("audit-role-changed"), "Member → Billing", OWNER.email, MEMBER.email] {
        browser.reads(&format!("{ENTRIES}:first-child"), words).await;
    }
    browser.reads_message(&format!("{ENTRIES}:last-child"), "audit-by-operator").await;
    browser.click(".filter[href$='filter=roles']").await;
    browser.arrive(&format!("{PAGE}?filter=roles")).await;
    browser.reads_message(".filter[aria-current]", "changes-filter-roles").await;
    assert_eq!(browser.count(ENTRIES).await, Some(1));
    assert_eq!(browser.count("a[href='/organization/changes.csv?filter=roles']").await, Some(1));
    browser.click(".filter[href$='filter=organization']").await;
    browser.reads_message("[aria-labelledby=changes-heading]", "changes-empty").await;
    browser.click(".tab[href='/organization']").await;
    browser.arrive("/organization").await;
    browser.close().await;
}

#[tokio::test]
async fn changes_are_found_and_filtered_with_script() {
    changes_are_found_and_filtered(Setup::ENGLISH).await;
}

#[tokio::test]
async fn changes_are_found_and_filtered_without_script() {
    changes_are_found_and_filtered(Setup::ENGLISH.without_script()).await;
}
