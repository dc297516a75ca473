//! One app at a time, and links that open in it.

use crate::stage::sign_in;
use perfil_tests::browser::Words;
use perfil_tests::desk::Desk;
use perfil_tests::letters::Letters;
use perfil_tests::wait::until_true;
use perfil_tests::{OWNER, Server};
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(10);

/// How long the app may take to notice that the server is gone.
const NOTICING: Duration = Duration::from_secs(3);

/// Starts the program again while the app runs, which has to take over.
async fn starts_again(desk: &Desk, arguments: &[&str]) {
    let (status, _) = desk.launch(arguments).wait(LIMIT).await;
    assert!(status.success(), "the second start ended with {status}:\n{}", desk.log());
}

#[tokio::test]
async fn a_second_start_brings_the_window_to_the_front() {
    let (server, words) = (Server::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    desk.open(&server.origin).await;
    sign_in(&desk, &words, &OWNER).await;
    let app = desk.app().id();
    until_true("the app to be in front", LIMIT, async || desk.in_front().await == Some(app)).await;
    desk.put_away().await;
    until_true("the window to be put away", LIMIT, async || desk.in_front().await != Some(app)).await;
    starts_again(&desk, &[]).await;
    until_true("the app to be in front again", LIMIT, async || desk.in_front().await == Some(app)).await;
    assert_eq!(desk.windows().await, 1);
    desk.reads(OWNER.name).await;
    desk.close().await;
}

/// A window that nobody sees paints no frames, and Dioxus waits for them before it does anything else.
#[tokio::test]
async fn a_window_that_was_put_away_lives_on_though_its_page_changes() {
    let (mut server, words) = (Server::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    desk.open(&server.origin).await;
    sign_in(&desk, &words, &OWNER).await;
    let app = desk.app().id();
    desk.put_away().await;
    until_true("the window to be put away", LIMIT, async || desk.in_front().await != Some(app)).await;
    server.kill();
    tokio::time::sleep(NOTICING).await;
    starts_again(&desk, &[]).await;
    until_true("the app to be in front again", LIMIT, async || desk.in_front().await == Some(app)).await;
    desk.reads(&words.say("desktop-offline")).await;
    desk.close().await;
}

#[tokio::test]
async fn a_link_of_a_mail_opens_in_the_app_that_runs() {
    const NEW: &str = "olive.oak@example.test";
    let (letters, words) = (Letters::start().await, Words::load("en"));
    let (_, token) = letters.changed(&OWNER, NEW).await;
    let mut desk = Desk::start().await;
    desk.open(&letters.server.origin).await;
    desk.arrives(&words.say("sign-in-title")).await;
    let place = letters.server.origin.trim_start_matches("http://");
    starts_again(&desk, &[&format!("perfil://{place}/undo?t={token}")]).await;
    desk.arrives(&words.say("undo-title")).await;
    assert_eq!(desk.windows().await, 1);
    desk.click("button", &words.say("undo-button")).await;
    desk.reads(&words.say("done-undo-email")).await;
    desk.close().await;
}
