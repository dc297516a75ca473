//! The first start, when the app knows no server yet.

use crate::stub::Stub;
use perfil_tests::Server;
use perfil_tests::browser::Words;
use perfil_tests::desk::Desk;
use perfil_tests::wait::free_port;

const SITE: &str = "<!doctype html><title>Somewhere else</title><h1>Somewhere else</h1>";

/// Types an address that does not work; what is said about it, and that it is still there to be mended.
async fn tries(desk: &Desk, words: &Words, typed: &str, message: &str) {
    let field = words.say("desktop-welcome-address");
    desk.fill(&field, typed).await;
    desk.click("button", &words.say("desktop-welcome-connect")).await;
    desk.reads(&words.say_with(message, &[("server", typed)])).await;
    desk.holds(&field, typed).await;
}

#[tokio::test]
async fn the_first_start_asks_for_a_server_and_remembers_it() {
    let (server, words) = (Server::start().await, Words::load("en"));
    let site = Stub::answering(|_| (200, "text/html", SITE)).await;
    let mut desk = Desk::start().await;
    desk.open_without_server().await;
    desk.arrives(&words.say("desktop-welcome-title")).await;
    tries(&desk, &words, &format!("localhost:{}", free_port()), "desktop-check-nobody-listens").await;
    tries(&desk, &words, &site.name(), "desktop-check-not-perfil").await;
    tries(&desk, &words, "http://account.example.com", "desktop-check-no-https").await;
    tries(&desk, &words, "two words", "desktop-check-not-an-address").await;
    desk.picture("desktop-en-welcome").await;

    let address = format!("localhost:{}", server.address.port());
    desk.fill(&words.say("desktop-welcome-address"), &address).await;
    desk.press("Return").await;
    desk.arrives(&words.say("sign-in-title")).await;
    desk.close().await;
    desk.reopen().await;
    desk.arrives(&words.say("sign-in-title")).await;
    desk.close().await;
}

#[tokio::test]
async fn before_any_server_is_known_it_speaks_the_systems_language() {
    for (language, system) in [("de", "de_AT.UTF-8"), ("ar", "ar_EG.UTF-8")] {
        let words = Words::load(language);
        let mut desk = Desk::speaking(system).await;
        desk.open_without_server().await;
        desk.arrives(&words.say("desktop-welcome-title")).await;
        desk.sees("button", &words.say("desktop-welcome-connect")).await;
        let first = desk.sees("menu", &words.say("desktop-menu-server")).await.place;
        let last = desk.sees("menu", &words.say("desktop-menu-help")).await.place;
        assert_eq!(first.x > last.x, language == "ar", "the menu begins where one begins to read");
        desk.picture(&format!("desktop-{language}-welcome")).await;
        desk.close().await;
    }
}
