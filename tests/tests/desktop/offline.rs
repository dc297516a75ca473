//! While the server cannot be reached: it is said, what was typed stays, and nothing is sent twice.

use crate::stage::{ask_for_code, go_to, sign_in};
use perfil_tests::browser::Words;
use perfil_tests::desk::Desk;
use perfil_tests::people::number;
use perfil_tests::{OWNER, Scene};

#[tokio::test]
async fn what_was_typed_waits_for_the_server_and_is_sent_once() {
    let (mut scene, words) = (Scene::start().await, Words::load("en"));
    let (new, as_written) = (number(351), "07700 900351");
    let mut desk = Desk::start().await;
    desk.open(&scene.server.origin).await;
    sign_in(&desk, &words, &OWNER).await;
    go_to(&desk, &words, "section-phone", "phone-title").await;
    desk.fill(&words.say("phone-number"), &new).await;
    desk.click_field(&words.say("contact-password")).await;
    desk.holds(&words.say("phone-number"), as_written).await;
    desk.type_text(OWNER.password).await;

    scene.server.kill();
    desk.click("button", &words.say("phone-change-button")).await;
    desk.reads(&words.say("error-offline")).await;
    desk.reads(&words.say("desktop-offline")).await;
    desk.holds(&words.say("phone-number"), as_written).await;
    desk.picture("desktop-en-offline").await;
    assert!(scene.server.database.changes(OWNER.email).await.is_empty(), "nothing arrived");

    scene.server.start_again().await;
    desk.click("button", &words.say("phone-change-button")).await;
    // The page first: where it does not come, a picture is left.
    desk.is_at(&words.say("phone-code")).await;
    let code = scene.sms.wait_for_code(&new, 1).await;
    desk.type_text(&code).await;
    desk.reads(&words.say("done-validate-phone")).await;
    desk.no_longer_reads(&words.say("error-offline")).await;
    desk.no_longer_reads(&words.say("desktop-offline")).await;
    assert_eq!(scene.server.database.changes(OWNER.email).await.len(), 1, "it was asked for once");
    assert_eq!(scene.server.database.messages("phone-code").await.len(), 1, "one code was sent");
    assert_eq!(scene.server.database.phone(OWNER.email).await, Some(new));
    desk.close().await;
}

#[tokio::test]
async fn a_page_that_cannot_be_read_comes_when_the_server_is_back() {
    let (mut scene, words) = (Scene::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    desk.open(&scene.server.origin).await;
    sign_in(&desk, &words, &OWNER).await;
    scene.server.kill();
    desk.click("link", &words.say("section-region")).await;
    desk.reads(&words.say("desktop-offline")).await;
    let before = desk.sees("link", &words.say("section-phone")).await.place;
    scene.server.start_again().await;
    desk.sees("button", &words.say("region-button")).await;
    desk.no_longer_reads(&words.say("desktop-offline")).await;
    let after = desk.sees("link", &words.say("section-phone")).await.place;
    assert_eq!(after, before, "what one aims at stays where it was");
    // The session is what it was: nothing had to be done to go on.
    go_to(&desk, &words, "section-phone", "phone-title").await;
    ask_for_code(&desk, &words, &OWNER, &number(352)).await;
    desk.is_at(&words.say("phone-code")).await;
    desk.close().await;
}
