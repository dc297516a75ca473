//! What the roles see.

use crate::stage::{enter, open_menu};
use perfil_tests::browser::{Browser, Setup};
use perfil_tests::{MEMBER, OWNER, Server};

#[tokio::test]
async fn a_member_gets_no_organization_settings() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &MEMBER, "/settings/user").await;
    browser.reads_message("[aria-labelledby=role-heading]", "user-role-note").await;
    open_menu(&browser).await;
    let wanted = ["menu-user", "menu-sign-out"].map(|id| browser.words.say(id));
    assert_eq!(browser.texts("#account-menu .menu-item").await, wanted);

    browser.visit("/organization").await;
    assert_eq!(browser.status().await, 403);
    browser.reads_message("[role=alert]", "error-forbidden").await;
    assert_eq!(browser.count("table").await, Some(0));
    assert!(!browser.text("body").await.contains(OWNER.name), "nobody else's name is shown");
    browser.close().await;
}

#[tokio::test]
async fn the_owner_sees_who_is_in_the_organization() {
    let server = Server::start().await;
    let browser = Browser::open(&server, Setup::ENGLISH).await;
    enter(&browser, &OWNER, "/organization").await;
    assert_eq!(browser.status().await, 200);
    browser.reads_title("title-organization").await;
    browser.reads(".lead", OWNER.organization).await;
    let rows = browser.texts(".member").await;
    assert_eq!(rows.len(), 2);
    for (row, wanted) in [
        (&rows[0], [MEMBER.name, MEMBER.email, "Not yet signed in", "Member", "No phone number"]),
        (&rows[1], [OWNER.name, OWNER.email, "You", "Owner", "Phone verified"]),
    ] {
        for word in wanted {
            assert!(row.contains(word), "{word} is missing in {row}");
        }
    }
    browser.close().await;
}
