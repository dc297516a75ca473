//! SECURITY.md 22: what happened is written down, in UTC, without secrets, and nobody can write lines of his own.

use perfil_tests::{NEW_PASSWORD, OWNER, Scene, Server, WRONG_PASSWORD};
use serde_json::json;

/// `2026-11-24T08:23:29.123456Z` at the beginning of a line.
fn begins_with_utc(line: &str) -> bool {
    let moment = line.split(' ').next().unwrap_or_default();
    let shape: String = moment.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape.starts_with("0000-00-00T00:00:00") && shape.ends_with('Z')
}

#[tokio::test]
async fn s22_security_events_are_kept_in_order() {
    let scene = Scene::start().await;
    let server = &scene.server;
    server.client().try_sign_in(OWNER.email, WRONG_PASSWORD).await.expect(401);
    let (client, change, code) = scene.pending(&OWNER, "+447700900122").await;
    client.validate(&change, &perfil_tests::scene::another_code(&code, 1)).await.expect(422);
    client.validate(&change, &code).await.expect(200);
    client.call("/api/phone/remove", json!({ "password": WRONG_PASSWORD })).await.expect(403);
    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200);
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    client.ask("/api/sign-out").await.expect(200);
    let expected = [
        "sign-in-failed",
        "signed-in",
        "phone-change-requested",
        "phone-code-refused",
        "phone-changed",
        "password-refused",
        "phone-removed",
        "password-changed",
        "signed-out",
    ];
    assert_eq!(server.database.events(OWNER.email).await, expected);
    let log = server.log();
    for event in expected {
        assert!(log.contains(event), "the log lacks {event}");
    }
}

#[tokio::test]
async fn s22_every_line_of_the_log_is_one_of_ours_and_in_utc() {
    let server = Server::builder().set("PERFIL_LOG", "debug").start().await;
    let client = server.client();
    let forged = "x\r\n2026-01-01T00:00:00Z ERROR forged";
    for email in [forged, "a\nb@example.test", "a\u{2028}b@example.test", "a\u{1b}[31mb@example.test"] {
        client.try_sign_in(email, forged).await;
    }
    client.get("/%0d%0aforged/%1b%5b31m").send().await;
    client.get("/nowhere?x=%0d%0aforged").send().await;
    client.post("/api/%0aforged").send().await;
    let agent = client.clone().with("user-agent", "agent\tforged=1 ERROR");
    agent.sign_in(&OWNER).await;
    agent.call("/api/account/rename", json!({ "display_name": forged, "version": 1 })).await.expect(422);

    let log = server.log();
    assert!(log.lines().count() > 5, "something is logged:\n{log}");
    for line in log.lines().filter(|line| !line.starts_with("Perfil is listening on ")) {
        assert!(begins_with_utc(line), "not a line of the log: {line:?}");
        assert!(!line.contains(['\u{1b}', '\u{2028}', '\u{85}']), "a control character: {line:?}");
    }
    assert!(!log.contains(" ERROR "), "{log}");
}

#[tokio::test]
async fn s22_the_log_names_nobody_in_clear() {
    let scene = Scene::of(Server::builder().set("PERFIL_LOG", "debug")).await;
    let (client, change, code) = scene.pending(&OWNER, "+447700900122").await;
    client.validate(&change, &code).await.expect(200);
    scene.sms.wait_for("+447700900122", 2).await;
    let log = scene.server.log();
    for personal in [OWNER.email, OWNER.name, "+447700900122", "447700900122", "7700900122", OWNER.phone.unwrap_or("-")]
    {
        assert!(!log.contains(personal), "the log holds {personal}");
    }
}
