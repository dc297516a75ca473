//! *Security activity*, SECURITY.md 7: one's sessions are listed and end when one says so; what happened is shown to
//! nobody else, page by page and without secrets.

use perfil_tests::scene::another_code;
use perfil_tests::{Client, Database, MEMBER, OWNER, Scene, Server, WRONG_PASSWORD};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(86_400);
const PAGE: &str = "/settings/activity";
const FIREFOX: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
const SAFARI: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
     Version/18.6 Mobile/15E148 Safari/604.1";

/// What the page shows first.
async fn activity(client: &Client) -> Value {
    shown(client, "all", None).await
}

async fn shown(client: &Client, filter: &str, before: Option<&str>) -> Value {
    client.call("/api/activity", json!({ "filter": filter, "before": before })).await.expect(200).json()
}

fn kinds(activity: &Value) -> Vec<String> {
    let events = activity["events"].as_array().expect("events").iter();
    events.map(|event| event["kind"].as_str().expect("a kind").to_owned()).collect()
}

fn ids(activity: &Value) -> Vec<String> {
    let sessions = activity["sessions"].as_array().expect("sessions").iter();
    sessions.map(|session| session["id"].as_str().expect("a place").to_owned()).collect()
}

/// The ids of the reader's other sessions.
async fn others(client: &Client) -> Vec<String> {
    ids(&activity(client).await).split_off(1)
}

async fn revoke(client: &Client, session: &str) -> perfil_tests::Answer {
    client.call("/api/sessions/revoke", json!({ "session": session })).await
}

/// A browser that describes itself so, signed in.
async fn browser(server: &Server, user_agent: &str) -> Client {
    let client = server.client().with("user-agent", user_agent);
    client.sign_in(&OWNER).await;
    client
}

async fn desktop(server: &Server) -> Client {
    let client = server.client().as_desktop();
    client.sign_in(&OWNER).await;
    client
}

#[tokio::test]
async fn s07_sessions_are_listed_with_device_network_and_times() {
    let server = Server::start().await;
    let (phone, _desktop) = (browser(&server, SAFARI).await, desktop(&server).await);
    server.client_of(&MEMBER).await;
    let client = browser(&server, FIREFOX).await;
    let answer = client.call("/api/activity", json!({ "filter": "all" })).await.expect(200);
    let seen = answer.json();
    let devices: Vec<_> = seen["sessions"].as_array().expect("sessions").iter().map(|one| &one["device"]).collect();
    assert_eq!(
        devices,
        [
            &json!({ "browser": "Firefox", "system": "Windows", "is_app": false }),
            &json!({ "browser": "", "system": "Linux", "is_app": true }),
            &json!({ "browser": "Safari", "system": "iPhone", "is_app": false }),
        ]
    );
    let own: Vec<_> = seen["sessions"].as_array().expect("sessions").iter().map(|one| &one["is_this"]).collect();
    assert_eq!(own, [true, false, false]);
    for session in seen["sessions"].as_array().expect("sessions") {
        assert_eq!(session["network"], "127.0.0.0/24");
        assert!(session["last_seen"].as_str().is_some_and(|time| time.contains(", ")), "{session}");
        assert!(session["signed_in"].as_str().is_some_and(|time| time.contains(", ")), "{session}");
    }
    for token in [client.session_token(), phone.session_token()].into_iter().flatten() {
        assert!(!answer.body.contains(&token));
    }
    for hash in server.database.session_hashes(OWNER.email).await {
        assert!(!answer.body.contains(&hash));
    }
}

#[tokio::test]
async fn s07_sessions_that_have_ended_are_not_listed() {
    let server = Server::start().await;
    let (idle, client) = (browser(&server, SAFARI).await, browser(&server, FIREFOX).await);
    server.database.let_time_pass(DAY / 2 - Duration::from_secs(60)).await;
    assert!(client.is_signed_in().await);
    server.database.let_time_pass(Duration::from_secs(120)).await;
    assert_eq!(ids(&activity(&client).await).len(), 1);
    assert!(!idle.is_signed_in().await);
}

#[tokio::test]
async fn s07_a_revoked_session_is_dead_at_the_next_request() {
    let server = Server::start().await;
    let (phone, desktop) = (browser(&server, SAFARI).await, desktop(&server).await);
    let client = browser(&server, FIREFOX).await;
    for (session, other) in others(&client).await.iter().zip([&desktop, &phone]) {
        assert!(other.is_signed_in().await);
        revoke(&client, session).await.expect(200);
        assert!(!other.is_signed_in().await);
        revoke(&client, session).await.expect_error(404, "not-found");
    }
    let seen = activity(&client).await;
    assert_eq!(ids(&seen).len(), 1);
    let details: Vec<_> =
        (0..2).map(|place| (&seen["events"][place]["kind"], &seen["events"][place]["detail"])).collect();
    let revoked = |detail| (json!("session-revoked"), json!(detail));
    let (second, first) = (revoked("Safari · iPhone"), revoked("Perfil · Linux"));
    assert_eq!(details, [(&second.0, &second.1), (&first.0, &first.1)]);
}

#[tokio::test]
async fn s07_all_other_sessions_end_together_and_their_devices_are_forgotten() {
    let server = Server::start().await;
    let (phone, desktop) = (browser(&server, SAFARI).await, desktop(&server).await);
    let (client, bystander) = (browser(&server, FIREFOX).await, server.client_of(&MEMBER).await);
    assert_eq!(server.database.count("known_devices").await, 4);
    client.ask("/api/sessions/revoke-others").await.expect(200);
    assert!(client.is_signed_in().await && bystander.is_signed_in().await);
    assert!(!phone.is_signed_in().await && !desktop.is_signed_in().await);
    assert_eq!(server.database.count("known_devices").await, 2, "this one, and the bystander's");
    let seen = activity(&client).await;
    assert_eq!((&seen["events"][0]["kind"], &seen["events"][0]["detail"]), (&json!("session-revoked"), &json!("× 2")));
    client.ask("/api/sessions/revoke-others").await.expect(200);
    assert_eq!(kinds(&activity(&client).await).len(), 4, "nothing happened, nothing is told");
}

#[tokio::test]
async fn s07_ending_the_own_session_is_signing_out() {
    let server = Server::start().await;
    let client = browser(&server, FIREFOX).await;
    let copy = client.fork();
    let own = ids(&activity(&client).await).remove(0);
    revoke(&client, &own).await.expect(200);
    assert_eq!(client.session_token(), None, "the browser forgets it");
    assert!(!copy.is_signed_in().await, "and so does the server");
    assert_eq!(server.database.events(OWNER.email).await, ["signed-in", "signed-out"]);
}

#[tokio::test]
async fn s69_a_session_of_somebody_else_is_not_found() {
    let server = Server::start().await;
    let (victim, client) = (server.client_of(&MEMBER).await, server.client_of(&OWNER).await);
    let foreign = ids(&activity(&victim).await).remove(0);
    let before = server.database.snapshot().await;
    for session in [foreign.as_str(), "", "x", "' OR '1'='1", "01JDQZ00000000000000000000"] {
        revoke(&client, session).await.expect_error(404, "not-found");
    }
    assert_eq!(server.database.snapshot().await, before);
    assert!(victim.is_signed_in().await);
    assert_eq!(kinds(&activity(&victim).await), ["signed-in"], "nor does the other see what happened here");
}

#[tokio::test]
async fn s07_more_sessions_than_fit_are_counted() {
    let server = Server::start().await;
    let client = browser(&server, FIREFOX).await;
    let later = |place: i64| {
        format!(
            "INSERT INTO sessions SELECT 'copy-{place}', user_id, 'hash-{place}', transport, remembered, user_agent, \
             ip_prefix, created_at, authenticated_at, last_seen_at + {place}, idle_expires_at, expires_at \
             FROM sessions WHERE id NOT LIKE 'copy-%';"
        )
    };
    server.database.execute(&(1..=55).map(later).collect::<String>()).await;
    let seen = activity(&client).await;
    assert_eq!((ids(&seen).len(), &seen["more_sessions"]), (50, &json!(6)));
    assert_eq!((&seen["sessions"][0]["is_this"], ids(&seen)[1].as_str()), (&json!(true), "copy-55"));
}

/// Lets that many harmless things happen.
async fn rename(client: &Client, times: i64) {
    for version in 1..=times {
        let form = json!({ "display_name": format!("Olive {version}"), "version": version });
        client.call("/api/account/rename", form).await.expect(200);
    }
}

/// Names each after its place in the order: two of one millisecond are told apart by their ids only.
async fn number_events(database: &Database) {
    database.execute("UPDATE security_events SET detail = at || '-' || id WHERE kind = 'name-changed'").await;
}

#[tokio::test]
async fn s22_events_come_page_by_page_and_by_filter() {
    let server = Server::start().await;
    server.client().try_sign_in(OWNER.email, WRONG_PASSWORD).await.expect(401);
    let client = browser(&server, FIREFOX).await;
    rename(&client, 45).await;
    number_events(&server.database).await;
    let mut seen = Vec::new();
    let mut before: Option<String> = None;
    let mut sizes = Vec::new();
    loop {
        let page = shown(&client, "changes", before.as_deref()).await;
        let events = page["events"].as_array().expect("events");
        seen.extend(events.iter().map(|event| event["detail"].as_str().expect("a place").to_owned()));
        sizes.push(events.len());
        let Some(more) = page["more"].as_str() else { break };
        before = Some(more.to_owned());
    }
    assert_eq!(sizes, [20, 20, 5]);
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 45, "each once");
    assert!(seen.is_sorted_by(|newer, older| newer > older), "the newest first");

    assert_eq!(kinds(&shown(&client, "sign-ins", None).await), ["signed-in"]);
    assert_eq!(kinds(&shown(&client, "failures", None).await), ["sign-in-failed"]);
    assert_eq!(
        kinds(&shown(&client, "all", before.as_deref()).await).last().map(String::as_str),
        Some("sign-in-failed")
    );
    for nonsense in ["", "x", "5", "-", "99999999999999999999-x"] {
        let form = json!({ "filter": "all", "before": nonsense });
        client.call("/api/activity", form).await.expect_error(400, "bad-request");
    }
    client.call("/api/activity", json!({ "filter": "everything" })).await.expect_error(422, "bad-request");
}

#[tokio::test]
async fn s22_events_are_shown_for_90_days() {
    let server = Server::start().await;
    server.client_of(&OWNER).await;
    server.database.let_time_pass(90 * DAY - Duration::from_secs(60)).await;
    let client = server.client_of(&OWNER).await;
    let seen = activity(&client).await;
    assert_eq!((kinds(&seen).len(), &seen["kept_days"]), (2, &json!(90)));
    server.database.let_time_pass(Duration::from_secs(120)).await;
    assert_eq!(kinds(&activity(&client).await), ["signed-in"]);
}

/// The minute of the day in a time such as `24.11.2026, 12:08`.
fn minute(event: &Value) -> i32 {
    let text = event["at"].as_str().expect("a time");
    let (hours, minutes) = text.rsplit(' ').next().and_then(|time| time.split_once(':')).expect("hours and minutes");
    hours.parse::<i32>().expect("hours") * 60 + minutes.parse::<i32>().expect("minutes")
}

#[tokio::test]
async fn s22_times_are_in_the_readers_zone_and_language() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let choose = async |zone: &str| {
        let choice = format!("time_zone = '{zone}', language = 'de', country = 'DE'");
        server.database.execute(&format!("UPDATE users SET {choice} WHERE email = '{}'", OWNER.email)).await;
        activity(&client).await
    };
    let (here, there) = (choose("UTC").await, choose("Asia/Kathmandu").await);
    assert_eq!((&here["time_zone"], &there["time_zone"]), (&json!("UTC"), &json!("Kathmandu")));
    let (here, there) = (&here["events"][0], &there["events"][0]);
    assert_eq!((minute(there) - minute(here)).rem_euclid(24 * 60), 5 * 60 + 45, "{here} {there}");
    assert!(there["at"].as_str().is_some_and(|text| text.matches('.').count() == 2), "as Germans write it: {there}");
    assert!(client.page(PAGE).await.body.contains("Kathmandu"));
}

#[tokio::test]
async fn s22_events_tell_no_secrets() {
    let scene = Scene::start().await;
    let server = &scene.server;
    server.client().try_sign_in(OWNER.email, WRONG_PASSWORD).await.expect(401);
    let (client, change, code) = scene.pending(&OWNER, "+447700900122").await;
    let wrong = another_code(&code, 1);
    client.validate(&change, &wrong).await.expect(422);
    client.validate(&change, &code).await.expect(200);
    let form = json!({ "email": "olive.new@example.test", "password": OWNER.password });
    client.call("/api/email/change", form).await.expect(200);
    client.call("/api/phone/remove", json!({ "password": WRONG_PASSWORD })).await.expect(403);
    let agent = client.clone().with("user-agent", "<script>agent</script>\tFirefox/1");
    agent.sign_in(&OWNER).await;
    let seen = agent.call("/api/activity", json!({ "filter": "all" })).await.expect(200);
    assert_eq!(kinds(&seen.json())[..4], ["signed-in", "password-refused", "email-change-requested", "phone-changed"]);
    let token = client.session_token().unwrap_or_default();
    for secret in [OWNER.password, WRONG_PASSWORD, &code, &wrong, &token, "7700900122", "olive.new@", "<script>agent"] {
        assert!(!seen.body.contains(secret), "{secret} is told: {}", seen.body);
    }
    assert!(
        seen.body.contains("22") && seen.body.contains("@example.test"),
        "what it was about is told: {}",
        seen.body
    );
}

#[tokio::test]
async fn s07_sessions_end_without_script_too() {
    let server = Server::start().await;
    let (phone, desktop) = (browser(&server, SAFARI).await, desktop(&server).await);
    let client = browser(&server, FIREFOX).await;
    let page = client.page(PAGE).await.expect(200);
    for word in ["Firefox on Windows", "Safari on iPhone", "Perfil app on Linux", "This device", "127.0.0.0/24"] {
        assert!(page.body.contains(word), "{word} is missing");
    }
    let answer = client.submit(PAGE, "revoke-session", &[]).await.expect(303);
    let page = client.page(&answer.redirect().expect("a redirect")).await.expect(200);
    assert!(page.body.contains("The device has been signed out."));
    assert!(!desktop.is_signed_in().await && phone.is_signed_in().await);
    client.submit(PAGE, "revoke-session", &[("session", "01JDQZ00000000000000000000")]).await.expect(303);
    assert!(client.page(PAGE).await.body.contains("This does not exist, or no longer."));
    client.submit(PAGE, "revoke-other-sessions", &[]).await.expect(303);
    let page = client.page(PAGE).await.expect(200);
    assert!(page.body.contains("All your other devices have been signed out."));
    assert!(page.body.contains("You are not signed in on any other device."));
    assert!(!phone.is_signed_in().await && client.is_signed_in().await);

    browser(&server, SAFARI).await;
    let own = ids(&activity(&client).await).remove(0);
    client.submit(PAGE, "revoke-session", &[("session", &own)]).await.expect(303);
    assert!(!client.is_signed_in().await, "one's own is signing out");
    assert!(client.page(PAGE).await.body.contains("Sign in to Perfil"));
}

#[tokio::test]
async fn s22_filter_and_paging_are_links() {
    let server = Server::start().await;
    server.client().try_sign_in(OWNER.email, WRONG_PASSWORD).await.expect(401);
    let client = browser(&server, FIREFOX).await;
    let sees = async |path: &str| {
        let page = client.page(path).await.expect(200).body;
        ["Signed in<", "A sign-in failed", "The display name was changed"].map(|text| page.contains(text))
    };
    rename(&client, 21).await;
    assert_eq!(sees(PAGE).await, [false, false, true]);
    assert_eq!(sees(&format!("{PAGE}?filter=failures")).await, [false, true, false]);
    assert_eq!(sees(&format!("{PAGE}?filter=sign-ins")).await, [true, false, false]);
    assert_eq!(sees(&format!("{PAGE}?filter=nonsense")).await, [false, false, true]);
    let more = activity(&client).await["more"].as_str().expect("more").to_owned();
    let older = format!("{PAGE}?before={more}");
    assert!(client.page(PAGE).await.body.contains(&older), "the link to older ones");
    assert_eq!(sees(&older).await, [true, true, true]);
    assert!(client.page(&older).await.body.contains("Show the newest"));
    client.page(&format!("{PAGE}?before=nonsense")).await.expect(400);
}
