//! Files that a page hands out go to the downloads, and it is said where they are.

use crate::stage::sign_in;
use perfil_tests::browser::Words;
use perfil_tests::desk::Desk;
use perfil_tests::privacy::unpacked;
use perfil_tests::{OWNER, Server, WRONG_PASSWORD};

/// Waits until it is said that a file of that name was saved, and closes what says so; what the file holds.
async fn saved(desk: &Desk, words: &Words, name: &str) -> Vec<u8> {
    let path = desk.home().join("Downloads").join(name);
    let said = words.say_with("desktop-saved", &[("file", &path.display().to_string())]);
    desk.reads(&said).await;
    desk.sees("button", &words.say("desktop-saved-show")).await;
    desk.picture(&format!("desktop-en-saved-{name}")).await;
    desk.click("button", &words.say("desktop-close")).await;
    desk.no_longer_reads(&said).await;
    std::fs::read(path).expect("the file is there")
}

#[tokio::test]
async fn files_of_the_pages_go_to_the_downloads() {
    let (server, words) = (Server::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    desk.open(&server.origin).await;
    sign_in(&desk, &words, &OWNER).await;

    desk.press("ctrl+9").await;
    desk.arrives(&words.say("privacy-title")).await;
    desk.fill(&words.say("contact-password"), WRONG_PASSWORD).await;
    desk.click("button", &words.say("export-button")).await;
    desk.reads(&words.say("privacy-password-wrong")).await;
    desk.fill(&words.say("contact-password"), OWNER.password).await;
    desk.click("button", &words.say("export-button")).await;
    let files = unpacked(&saved(&desk, &words, "perfil-data.zip").await);
    assert!(files["perfil-data.json"].contains(OWNER.name), "{files:?}");

    desk.press("ctrl+0").await;
    desk.click("link", &words.say("changes-title")).await;
    desk.arrives(&words.say("changes-title")).await;
    desk.click("link", &words.say("changes-download")).await;
    let table = String::from_utf8(saved(&desk, &words, "changes.csv").await).expect("text");
    assert!(table.trim_start_matches('\u{feff}').starts_with("at,"), "{table}");
    desk.close().await;
}
