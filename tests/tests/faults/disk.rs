//! The disk is full: 503 with a sentence, reading works, nothing is half-written, no guess is free; with room again all is
//! well without a restart.

use perfil_tests::disk::{self, SmallDisk};
use perfil_tests::people::number;
use perfil_tests::probes::at_once;
use perfil_tests::scene::another_code;
use perfil_tests::wait::until_true;
use perfil_tests::{Answer, Client, NEW_PASSWORD, OWNER, Scene, Server, WRONG_PASSWORD};
use serde_json::json;
use std::time::Duration;

const STRANGERS_EMAIL: &str = "nobody@example.test";

/// Somebody who is signed in and waits for a code.
struct Waiting {
    client: Client,
    change: String,
    code: String,
}

impl Waiting {
    async fn at(scene: &Scene) -> Self {
        let (client, change, code) = scene.pending(&OWNER, &number(700)).await;
        Self { client, change, code }
    }
}

#[track_caller]
fn refused(answer: Answer) -> Answer {
    let answer = answer.expect_error(503, "unavailable");
    assert!(answer.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
    let body = answer.body.to_lowercase();
    assert!(!body.contains("sqlite") && !body.contains("disk") && !body.contains("file"), "{body}");
    answer
}

async fn reading_works(scene: &Scene, waiting: &Waiting) {
    for path in ["/settings/user", "/settings/phone", "/settings/password", "/organization"] {
        waiting.client.page(path).await.expect(200);
    }
    let account = waiting.client.account().await;
    assert_eq!(account["pending_phone"]["change"], json!(waiting.change));
    scene.server.client().page("/sign-in").await.expect(200);
    scene.server.client().get("/readyz").send().await.expect(200);
}

async fn writing_is_refused_with_a_sentence(scene: &Scene, waiting: &Waiting) {
    let client = &waiting.client;
    let version = client.account().await["version"].clone();
    refused(client.call("/api/account/rename", json!({ "display_name": "Full", "version": version })).await);
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    refused(client.call("/api/password", form).await);
    refused(client.try_change_phone(&number(701), OWNER.password).await);
    refused(client.call("/api/phone/cancel", json!({ "change": waiting.change })).await);
    refused(client.ask("/api/sign-out").await);
    let answer = client.submit("/settings/user", "rename", &[("display_name", "Full")]).await.expect(303);
    let page = client.page(&answer.redirect().expect("a redirect")).await.expect(200);
    assert!(page.body.contains("nothing was changed. Try again in a few seconds"), "{}", page.body);
    assert!(scene.server.client().get("/healthz").send().await.status == 200);
}

/// Right and wrong guesses get the same answer, so that nothing is learnt by them while they cannot be counted.
async fn no_guess_is_free(scene: &Scene, waiting: &Waiting) {
    let mut answers = Vec::new();
    for (email, password) in
        [(OWNER.email, OWNER.password), (OWNER.email, WRONG_PASSWORD), (STRANGERS_EMAIL, WRONG_PASSWORD)]
    {
        answers.push(refused(scene.server.client().try_sign_in(email, password).await).body);
    }
    for password in [OWNER.password, WRONG_PASSWORD] {
        let form = json!({ "password": password });
        answers.push(refused(waiting.client.call("/api/phone/remove", form).await).data().to_string());
    }
    let codes = at_once(20, |index| {
        let (client, change) = (waiting.client.clone(), waiting.change.clone());
        let code = another_code(&waiting.code, index as u32 % 10);
        async move { client.validate(&change, &code).await }
    });
    answers.extend(codes.await.into_iter().map(|answer| refused(answer).data().to_string()));
    answers[..3].windows(2).for_each(|pair| assert_eq!(pair[0], pair[1]));
    answers[3..].windows(2).for_each(|pair| assert_eq!(pair[0], pair[1]));
}

async fn all_is_well_again(scene: &mut Scene, waiting: &Waiting) {
    let database = &scene.server.database;
    assert!(database.is_sound().await, "SQLite finds a fault in the file");
    assert_eq!(database.changes(OWNER.email).await[0].attempts_left, 5, "no attempt was looked at");
    assert_eq!(database.count("failures").await, 0, "no guess was looked at");
    waiting.client.validate(&waiting.change, &waiting.code).await.expect(200);
    scene.sms.wait_for(OWNER.phone.unwrap_or_default(), 1).await;
    scene.server.client().sign_in(&OWNER).await;
    let log = scene.server.log();
    assert!(!log.contains("panic"), "{log}");
    assert!(scene.server.running().ended().is_none());
    assert!(scene.server.database.is_sound().await);
}

async fn a_full_disk(scene: &mut Scene, mut fill: impl FnMut(&mut Server), mut make_room: impl FnMut(&mut Server)) {
    let waiting = Waiting::at(scene).await;
    let accepted = async || scene.server.database.messages("phone-code").await[0].state == "accepted";
    until_true("the code to be marked as sent", Duration::from_secs(10), accepted).await;
    // A session that was not used for a minute is to be noted as used by the next request.
    scene.server.database.let_time_pass(Duration::from_secs(90)).await;
    let before = scene.server.database.snapshot().await;

    fill(&mut scene.server);
    reading_works(scene, &waiting).await;
    writing_is_refused_with_a_sentence(scene, &waiting).await;
    no_guess_is_free(scene, &waiting).await;
    reading_works(scene, &waiting).await;
    assert_eq!(scene.server.database.snapshot().await, before);
    assert_eq!(scene.sms.texts().len(), 1, "nothing is sent that cannot be marked as sent");

    make_room(&mut scene.server);
    all_is_well_again(scene, &waiting).await;
}

#[tokio::test]
async fn files_that_cannot_grow_refuse_writing_and_nothing_else() {
    let mut scene = Scene::of(disk::limited(Server::builder())).await;
    a_full_disk(&mut scene, |server| disk::full(server.running()), |server| disk::has_room(server.running())).await;
}

/// The name says what is left out on a system that lets nobody mount a filesystem of their own; the other test is for it.
#[tokio::test]
async fn a_filesystem_without_room_refuses_writing_and_nothing_else_where_namespaces_are_allowed() {
    const NAME: &str = "disk::a_filesystem_without_room_refuses_writing_and_nothing_else_where_namespaces_are_allowed";
    let Some(disk) = SmallDisk::here() else {
        if !SmallDisk::run(NAME) {
            println!("left out: this system lets nobody mount a filesystem of their own");
        }
        return;
    };
    let mut scene = Scene::of(Server::builder().within(disk.folder())).await;
    a_full_disk(&mut scene, |_| disk.fill(), |_| disk.make_room()).await;
}
