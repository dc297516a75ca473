//! App and server of different ages.

use crate::stub::{Said, Stub};
use perfil_tests::browser::Words;
use perfil_tests::desk::Desk;

const JSON: &str = "application/json";
const TOLD: &str = "/.well-known/perfil";

async fn says(answers: fn(&str) -> Said, message: &str) {
    let server = Stub::answering(answers).await;
    let mut desk = Desk::start().await;
    desk.open(&server.name()).await;
    desk.reads(&Words::load("en").say_with(message, &[("server", &server.name())])).await;
    desk.picture(message).await;
    desk.close().await;
}

#[tokio::test]
async fn a_server_that_takes_only_newer_apps_is_known_at_once() {
    let newer = |_: &str| (200, JSON, r#"{"product":"perfil","version":"9.0.0","clients":{"oldest":99,"newest":120}}"#);
    says(newer, "desktop-check-app-too-old").await;
}

#[tokio::test]
async fn a_server_that_takes_only_older_apps_is_known_at_once() {
    let older = |_: &str| (200, JSON, r#"{"product":"perfil","version":"0.0.1","clients":{"oldest":0,"newest":0}}"#);
    says(older, "desktop-check-server-too-old").await;
}

/// It was replaced by a newer one after the app had looked at it.
#[tokio::test]
async fn a_server_that_no_longer_takes_this_app_is_noticed() {
    let replaced = |path: &str| match path {
        TOLD => (200, JSON, r#"{"product":"perfil","version":"0.1.0","clients":{"oldest":1,"newest":1}}"#),
        _ => (426, JSON, r#"{"message":"client-too-old","code":426,"data":{"error":"client-too-old"}}"#),
    };
    says(replaced, "desktop-too-old-text").await;
}
