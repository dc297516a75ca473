//! While the server cannot be reached: it is said, what was typed stays, and nothing is sent twice.

use crate::stage::{ask_for_code, go_to, sign_in};
use perfil_tests::browser::Words;
use perfil_tests::desk::Desk;
use perfil_tests::people::number;
use perfil_tests::{OWNER, Scene, Server};
use std::time::{Duration, Instant};

/// Longer than the longest time between two questions to a server that did not answer the first four.
const WHILE: Duration = Duration::from_secs(21);
/// Between two looks; what would show stays for a second.
const LOOKS: Duration = Duration::from_millis(250);

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

/// Types a server's address in; what was typed.
async fn names(desk: &Desk, words: &Words, server: &Server) -> String {
    desk.arrives(&words.say("desktop-welcome-title")).await;
    let address = format!("localhost:{}", server.address.port());
    desk.fill(&words.say("desktop-welcome-address"), &address).await;
    address
}

/// Opens the app when the server that it knows does not answer, and names another.
async fn names_another(desk: &mut Desk, words: &Words, left: &mut Server, other: &Server) -> String {
    desk.open_without_server().await;
    names(desk, words, left).await;
    desk.press("Return").await;
    desk.arrives(&words.say("sign-in-title")).await;
    desk.close().await;
    left.kill();
    desk.reopen().await;
    desk.reads(&words.say("desktop-offline")).await;
    desk.choose_in_menu(&words.say("desktop-menu-server"), &words.say("desktop-switch-server")).await;
    names(desk, words, other).await
}

#[tokio::test]
async fn a_server_that_was_left_is_no_longer_missed() {
    let (mut left, server, words) = (Server::start().await, Server::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    names_another(&mut desk, &words, &mut left, &server).await;
    desk.press("Return").await;
    desk.arrives(&words.say("sign-in-title")).await;
    let started = Instant::now();
    while started.elapsed() < WHILE {
        let strip = desk.look().await.into_iter().find(|node| node.says(&words.say("desktop-offline")));
        assert!(strip.is_none(), "{strip:?}");
        tokio::time::sleep(LOOKS).await;
    }
    desk.close().await;
}

#[tokio::test]
async fn another_server_can_be_named_while_the_one_of_before_comes_back() {
    let (mut left, server, words) = (Server::start().await, Server::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    let address = names_another(&mut desk, &words, &mut left, &server).await;
    left.start_again().await;
    desk.no_longer_reads(&words.say("desktop-offline")).await;
    desk.holds(&words.say("desktop-welcome-address"), &address).await;
    desk.press("Return").await;
    desk.arrives(&words.say("sign-in-title")).await;
    desk.close().await;
}
