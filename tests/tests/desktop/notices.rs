//! What happens while the app runs is shown by the desktop, and a click leads to it.

use crate::stage::sign_in;
use perfil_tests::browser::Words;
use perfil_tests::desk::Desk;
use perfil_tests::platform::balance;
use perfil_tests::{OWNER, Platform, Server};
use serde_json::json;
use std::time::Duration;

/// What happened before the app listens is not told, and nothing shows when it does.
const LISTENING: Duration = Duration::from_secs(3);

#[tokio::test]
async fn low_credit_is_shown_and_a_click_opens_its_section() {
    let (server, words) = (Server::start().await, Words::load("en"));
    let browser = server.client_of(&OWNER).await;
    browser.choose_billing(json!({ "low_credit_email": true, "minimum": "50.00" })).await;
    let mut desk = Desk::start().await;
    let notices = desk.notices().await;
    desk.open(&server.origin).await;
    sign_in(&desk, &words, &OWNER).await;
    tokio::time::sleep(LISTENING).await;

    Platform::of(&server).tell("credit.balance", balance("harbour", 1, 4_200)).await.expect(200);
    let notice = notices.wait_for(1).await;
    assert_eq!(notice.app, words.say("product-name"));
    assert_eq!(notice.title, words.say("mail-credit-low-subject"));
    assert!(notice.body.contains("42.00") && notice.body.contains("50.00"), "{notice:?}");
    assert_eq!(notice.actions, ["default", &words.say("desktop-notice-open")]);

    desk.put_away().await;
    notices.click(1).await;
    desk.arrives(&words.say("notifications-title")).await;
    assert_eq!(notices.all().len(), 1, "it is shown once");
    desk.close().await;
}
