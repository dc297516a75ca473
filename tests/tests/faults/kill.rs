//! Killed at any moment, a validation is wholly done or not at all.

use perfil_tests::people::number;
use perfil_tests::{Answer, Client, NEW_PASSWORD, OWNER, Scene, Server};
use serde_json::json;
use std::time::{Duration, Instant};

const KILLS: u32 = 60;

/// What a killed validation left behind.
struct Aftermath {
    confirmed: bool,
    answered: bool,
}

/// Validates and kills `after` the request was sent.
async fn validate_and_kill(scene: &mut Scene, client: &Client, new: &str, after: Duration) -> Aftermath {
    // Limits on texts are not what this test is about.
    scene.server.database.execute("DELETE FROM buckets").await;
    let before = scene.server.database.phone(OWNER.email).await;
    let change = client.change_phone(&OWNER, new).await;
    let code = scene.sms.wait_for_code(new, 1).await;
    let request = {
        let (client, change) = (client.clone(), change.clone());
        tokio::spawn(async move {
            let form = json!({ "form": { "change": change, "code": code } });
            client.post("/api/phone/validate").json(&form).try_send().await
        })
    };
    tokio::time::sleep(after).await;
    scene.server.kill();
    let answered = request.await.expect("the request ends").is_ok_and(|answer: Answer| answer.status == 200);
    scene.server.start_again().await;
    let confirmed = check(&scene.server, &change, before, new).await;
    Aftermath { confirmed, answered }
}

/// Code used ⇔ phone changed ⇔ event written ⇔ notices queued; whether they were.
async fn check(server: &Server, change: &str, before: Option<String>, new: &str) -> bool {
    let database = &server.database;
    assert!(database.is_sound().await, "SQLite finds a fault in the file");
    let row = database.changes(OWNER.email).await.into_iter().find(|row| row.id == change).expect("the change");
    let confirmed = row.state == "confirmed";
    assert!(confirmed || row.state == "pending", "{}", row.state);
    let expected = if confirmed { Some(new.to_owned()) } else { before };
    assert_eq!(database.phone(OWNER.email).await, expected, "the phone, with the code {}", row.state);
    let told = database.messages("phone-changed-new").await;
    let told = told.iter().filter(|message| message.recipient == new).count();
    assert_eq!(told, usize::from(confirmed), "the notice, with the code {}", row.state);
    confirmed
}

#[tokio::test]
async fn sixty_kills_during_validation_leave_all_or_nothing() {
    let mut scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    let usual = {
        let change = client.change_phone(&OWNER, &number(599)).await;
        let code = scene.sms.wait_for_code(&number(599), 1).await;
        let began = Instant::now();
        client.validate(&change, &code).await.expect(200);
        began.elapsed()
    };
    let (mut confirmed, mut events) = (0, 1);
    for round in 0..KILLS {
        // From at once to twice as long as a validation takes.
        let after = usual * 2 * round / KILLS;
        let new = number(600 + round as u16);
        let aftermath = validate_and_kill(&mut scene, &client, &new, after).await;
        assert!(aftermath.confirmed || !aftermath.answered, "what was answered is kept");
        confirmed += u32::from(aftermath.confirmed);
        events += usize::from(aftermath.confirmed);
        let kinds = scene.server.database.events(OWNER.email).await;
        assert_eq!(kinds.iter().filter(|kind| *kind == "phone-changed").count(), events);
    }
    println!("{confirmed} of {KILLS} validations were done before the kill");
    assert!((1..KILLS).contains(&confirmed), "the kills came all before or all after: {confirmed}");
}

#[tokio::test]
async fn a_client_that_goes_away_gets_all_or_nothing() {
    let mut server = Server::start().await;
    let (mut current, mut other) = (OWNER.password, NEW_PASSWORD);
    let (mut changed, mut rounds) = (0, 0);
    while rounds < 12 {
        server.database.execute("DELETE FROM buckets; DELETE FROM failures").await;
        let client = server.client();
        client.try_sign_in(OWNER.email, current).await.expect(200);
        let hash = server.database.password_hash(OWNER.email).await;
        let body = json!({ "form": { "current": current, "new": other, "repeat": other } });
        let call = client.post("/api/password").json(&body).try_send();
        // Dropping the request closes its connection, the later the further the server has come.
        let _ = tokio::time::timeout(Duration::from_millis(8 * rounds), call).await;
        // What the server still does for it ends before the server does.
        server.stop(Duration::from_secs(11)).await;
        if server.database.password_hash(OWNER.email).await != hash {
            std::mem::swap(&mut current, &mut other);
            changed += 1;
        }
        let events = server.database.events(OWNER.email).await;
        assert_eq!(events.iter().filter(|event| *event == "password-changed").count(), changed, "round {rounds}");
        assert_eq!(server.database.messages("password-changed").await.len(), changed, "round {rounds}");
        server.start_again().await;
        rounds += 1;
    }
    server.client().try_sign_in(OWNER.email, current).await.expect(200);
}
