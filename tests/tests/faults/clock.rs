//! Somebody sets the system's clock a day forward or back, and perhaps right again, while the program runs.

use perfil_tests::clock::SystemClock;
use perfil_tests::meter::Meter;
use perfil_tests::people::number;
use perfil_tests::wait::until_true;
use perfil_tests::{Client, MEMBER, OWNER, Scene, Server, WRONG_PASSWORD};
use serde_json::json;
use std::time::Duration;

const RIGHT: &str = "+0";
const A_DAY_AHEAD: &str = "+1d";
const A_DAY_BACK: &str = "-1d";

/// How long a server is watched, and how much of that it may be busy when nobody asks it for anything.
const WATCHED: Duration = Duration::from_secs(3);
const BUSY_MS: f64 = 600.0;

async fn scene(clock: &SystemClock) -> Scene {
    Scene::of(clock.of(Server::builder())).await
}

/// A browser of the owner's that ticked *keep me signed in*.
async fn kept(scene: &Scene) -> Client {
    let client = scene.server.client();
    let form = json!({ "email": OWNER.email, "password": OWNER.password, "remember": true });
    client.call("/api/sign-in", form).await.expect(200);
    client
}

/// Cleans up as it starts.
async fn restart(scene: &mut Scene) {
    scene.server.stop(Duration::from_secs(11)).await;
    scene.server.start_again().await;
}

#[tokio::test]
async fn a_code_that_has_expired_is_not_revived_by_a_clock_that_goes_back() {
    let clock = SystemClock::right();
    let scene = scene(&clock).await;
    let client = kept(&scene).await;
    let change = client.change_phone(&OWNER, &number(720)).await;
    let code = scene.sms.wait_for_code(&number(720), 1).await;
    clock.set(A_DAY_AHEAD);
    client.validate(&change, &code).await.expect_error(410, "expired");
    clock.set(RIGHT);
    client.validate(&change, &code).await.expect_error(410, "expired");
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
}

#[tokio::test]
async fn a_code_does_not_live_a_day_longer_on_a_clock_that_was_set_back() {
    let clock = SystemClock::right();
    let mut scene = scene(&clock).await;
    let client = kept(&scene).await;
    let change = client.change_phone(&OWNER, &number(721)).await;
    let code = scene.sms.wait_for_code(&number(721), 1).await;
    clock.set(A_DAY_BACK);
    restart(&mut scene).await;
    let ended = async || scene.server.database.changes(OWNER.email).await[0].state == "expired";
    until_true("the clean-up", Duration::from_secs(10), ended).await;
    client.validate(&change, &code).await.expect_error(410, "expired");
    clock.set(RIGHT);
    client.validate(&change, &code).await.expect_error(410, "expired");
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
}

#[tokio::test]
async fn a_kept_session_outlives_both_and_an_ended_one_stays_ended() {
    let clock = SystemClock::right();
    let scene = scene(&clock).await;
    let (kept, ordinary) = (kept(&scene).await, scene.server.client_of(&MEMBER).await);
    clock.set(A_DAY_BACK);
    assert!(kept.is_signed_in().await && ordinary.is_signed_in().await);
    clock.set(A_DAY_AHEAD);
    assert!(kept.is_signed_in().await);
    assert!(!ordinary.is_signed_in().await, "it was not used for twelve hours");
    for apart in [RIGHT, A_DAY_BACK, RIGHT] {
        clock.set(apart);
        assert!(kept.is_signed_in().await, "{apart}");
        assert!(!ordinary.is_signed_in().await, "{apart}");
    }
}

#[tokio::test]
async fn nobody_is_shut_out_for_a_day_by_a_clock_that_was_set_back() {
    let clock = SystemClock::right();
    let scene = scene(&clock).await;
    while scene.server.client().try_sign_in(OWNER.email, WRONG_PASSWORD).await.status == 401 {}
    scene.server.client().sign_in(&MEMBER).await;
    clock.set(A_DAY_BACK);
    for person in [OWNER, MEMBER] {
        let mut longest = 0;
        let signed_in = async || {
            let answer = scene.server.client().try_sign_in(person.email, person.password).await;
            longest = longest.max(answer.header("retry-after").parse().unwrap_or(0));
            answer.status == 200
        };
        until_true("a sign-in", Duration::from_secs(30), signed_in).await;
        assert!(longest < 60, "told to wait for {longest} seconds");
    }
}

#[tokio::test]
async fn the_server_goes_on_delivering_and_is_at_peace() {
    let clock = SystemClock::right();
    let mut scene = scene(&clock).await;
    let meter = Meter(scene.server.running().id());
    for (index, apart) in [A_DAY_AHEAD, RIGHT, A_DAY_BACK, RIGHT].into_iter().enumerate() {
        clock.set(apart);
        // Limits on texts are not what this test is about.
        scene.server.database.execute("DELETE FROM buckets").await;
        let new = number(730 + index as u16);
        let (client, change, code) = scene.pending(&OWNER, &new).await;
        client.validate(&change, &code).await.expect(200);
        scene.sms.wait_for(&new, 2).await;
        let before = meter.cpu_ms();
        tokio::time::sleep(WATCHED).await;
        let busy = meter.cpu_ms() - before;
        assert!(busy < BUSY_MS, "{apart}: busy for {busy} of {WATCHED:?}");
    }
    let log = scene.server.log();
    assert!(!log.contains("panic") && !log.contains("ERROR"), "{log}");
}
