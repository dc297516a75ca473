//! The window itself: its place, its menu, its shortcuts, its answers to the components.

use crate::stage::{go_to, sign_in};
use perfil_tests::browser::Words;
use perfil_tests::desk::{Desk, Place};
use perfil_tests::people::number;
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

#[tokio::test]
async fn no_answer_is_lost_where_it_collects_garbage() {
    let (server, words) = (Server::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    desk.often_collect_garbage();
    desk.open(&server.origin).await;
    sign_in(&desk, &words, &OWNER).await;
    go_to(&desk, &words, "section-phone", "phone-title").await;
    for last in 370..380 {
        desk.fill(&words.say("phone-number"), &number(last)).await;
        desk.click_field(&words.say("contact-password")).await;
        desk.holds(&words.say("phone-number"), &format!("07700 900{last}")).await;
    }
    desk.close().await;
}
