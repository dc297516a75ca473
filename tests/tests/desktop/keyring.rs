//! Where the app keeps that somebody is signed in.

use crate::stage::sign_in;
use perfil_tests::browser::Words;
use perfil_tests::desk::Desk;
use perfil_tests::{OWNER, Server};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

/// Where tokens are kept that a person agreed to keep there.
fn file(desk: &Desk) -> PathBuf {
    desk.home().join(".config/perfil/tokens.json")
}

#[tokio::test]
async fn the_keyring_keeps_the_session_and_no_file_does() {
    let (server, words) = (Server::start().await, Words::load("en"));
    let mut desk = Desk::start().await;
    assert_eq!(desk.secrets().await, 0);
    desk.open(&server.origin).await;
    sign_in(&desk, &words, &OWNER).await;
    desk.close().await;
    assert_eq!(desk.secrets().await, 1);
    assert!(!file(&desk).exists());
}

#[tokio::test]
async fn without_a_keyring_a_file_keeps_it_only_if_the_person_agrees() {
    let (mut server, words) = (Server::start().await, Words::load("en"));
    let mut desk = Desk::without_keyring().await;
    desk.open(&server.origin).await;
    sign_in(&desk, &words, &OWNER).await;
    desk.reads(&words.say("desktop-keep-text")).await;
    assert!(!file(&desk).exists(), "nothing is kept before it is allowed");
    server.kill();
    let strip = desk.sees("button", &words.say("desktop-offline-retry")).await.place;
    let question = desk.sees("alertdialog", &words.say("desktop-keep-title")).await.place;
    desk.picture("desktop-en-keep").await;
    assert!(question.y + question.height < strip.y, "it covers the strip: {question:?} {strip:?}");
    server.start_again().await;
    desk.click("button", &words.say("desktop-keep-yes")).await;
    desk.no_longer_reads(&words.say("desktop-keep-text")).await;
    desk.close().await;
    let mode = std::fs::metadata(file(&desk)).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    desk.reopen().await;
    desk.arrives(&words.say("user-title")).await;
    desk.close().await;
}

#[tokio::test]
async fn without_a_keyring_and_without_consent_one_signs_in_each_time() {
    let (server, words) = (Server::start().await, Words::load("en"));
    let mut desk = Desk::without_keyring().await;
    desk.open(&server.origin).await;
    sign_in(&desk, &words, &OWNER).await;
    desk.click("button", &words.say("desktop-keep-no")).await;
    desk.no_longer_reads(&words.say("desktop-keep-text")).await;
    desk.close().await;
    assert!(!file(&desk).exists());
    desk.reopen().await;
    sign_in(&desk, &words, &OWNER).await;
    assert!(!desk.look().await.iter().any(|node| node.says(&words.say("desktop-keep-text"))), "it is asked once");
    desk.close().await;
}
