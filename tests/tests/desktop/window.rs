//! The window itself: its place, its menu, its shortcuts.

use crate::stage::sign_in;
use perfil_tests::browser::Words;
use perfil_tests::desk::{Desk, Place};
use perfil_tests::{OWNER, Server};

/// Below the upper edge of the window, its title can be taken there.
const TITLE: i32 = 10;
/// What its corner can be taken by.
const CORNER: i32 = 2;

#[tokio::test]
async fn it_comes_back_with_the_size_and_the_place_that_it_had() {
    let (server, words) = (Server::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    desk.open(&server.origin).await;
    desk.arrives(&words.say("sign-in-title")).await;
    let first = desk.window().await;
    let corner = |place: Place| (place.x + place.width - CORNER, place.bottom() - CORNER);
    let (x, y) = corner(first);
    desk.drag((x, y), (x - 180, y - 120)).await;
    let (x, y) = (first.middle().0, first.y + TITLE);
    desk.drag((x - 100, y), (x - 40, y + 30)).await;
    let moved = desk.window().await;
    assert!(moved.width < first.width && moved.height < first.height && moved.y > first.y, "{first:?} {moved:?}");
    desk.close().await;
    desk.reopen().await;
    desk.arrives(&words.say("sign-in-title")).await;
    assert_eq!(desk.window().await, moved);
    desk.close().await;
}

#[tokio::test]
async fn menu_and_shortcuts_lead_to_the_sections() {
    let (server, words) = (Server::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    desk.open(&server.origin).await;
    sign_in(&desk, &words, &OWNER).await;
    desk.press("ctrl+5").await;
    desk.arrives(&words.say("phone-title")).await;
    desk.choose_in_menu(&words.say("desktop-menu-settings"), &words.say("desktop-page-region")).await;
    desk.arrives(&words.say("region-title")).await;
    desk.choose_in_menu(&words.say("desktop-menu-server"), &words.say("desktop-switch-server")).await;
    desk.arrives(&words.say("desktop-welcome-title")).await;
    desk.picture("desktop-en-servers").await;
    desk.click("button", &words.say("desktop-welcome-back")).await;
    desk.arrives(&words.say("user-title")).await;
    desk.close().await;
}
