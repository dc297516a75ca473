//! SECURITY.md 81: nothing secret stands in clear in the database, its backups or the log.

use perfil_tests::authenticator::Passkey;
use perfil_tests::factors::{Challenge, recovery_codes};
use perfil_tests::people::number;
use perfil_tests::scene::another_code;
use perfil_tests::{NEW_PASSWORD, OWNER, Scene, Server, html};
use serde_json::json;
use std::path::Path;
use std::time::Duration;

/// Everything that a file holds, as bytes.
fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    assert!(needle.len() >= 6, "too short to search for: {needle}");
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

/// Whether the code stands there by itself: six digits within a longer number, such as a moment, are no code.
fn holds_code(haystack: &[u8], code: &str) -> bool {
    let is_digit = |at: Option<usize>| at.and_then(|at| haystack.get(at)).is_some_and(u8::is_ascii_digit);
    let places = haystack.windows(code.len()).enumerate().filter(|(_, window)| *window == code.as_bytes());
    let mut alone = places.filter(|(at, _)| !is_digit(at.checked_sub(1)) && !is_digit(Some(at + code.len())));
    alone.next().is_some()
}

/// The files of a server: database, write-ahead log, logs.
fn files(server: &Server) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(server.folder()).expect("the folder");
    let paths = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
    paths.map(|path| (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes(&path))).collect()
}

fn none_holds(files: &[(String, Vec<u8>)], secrets: &[String], codes: &[String]) {
    for (name, content) in files {
        for secret in secrets {
            assert!(!holds(content, secret), "{name} holds {secret}");
        }
        // One code may stand in a log by chance, as the end of a moment; a leak would show all of them.
        let found = codes.iter().filter(|code| holds_code(content, code)).count();
        assert!(found < 2, "{name} holds {found} of the codes {codes:?}");
    }
}

#[tokio::test]
async fn s81_nothing_secret_stands_in_database_backup_or_log() {
    let mut scene = Scene::of(Server::builder().set("PERFIL_LOG", "trace")).await;
    let mut secrets =
        vec![OWNER.password.to_owned(), NEW_PASSWORD.to_owned(), "a wrong password that leaks".to_owned()];
    let mut codes = Vec::new();
    let client = scene.server.client();
    client.try_sign_in(OWNER.email, &secrets[2]).await.expect(401);
    let page = client.page("/sign-in").await.expect(200);
    let seed = page.set_cookies().into_iter().map(|cookie| cookie.value);
    secrets.extend(seed.chain(html::forms(&page.body)[0].value("form_token").map(str::to_owned)));
    client.sign_in(&OWNER).await;
    secrets.extend(client.session_token());
    secrets.extend(client.cookies().device().map(|cookie| cookie.value.clone()));

    for round in 0..3 {
        scene.sms.down().await;
        let new = number(810 + round);
        let change = client.change_phone(&OWNER, &new).await;
        secrets.extend(client.session_token());
        // A backup while the code still waits to be sent.
        let backup = scene.server.folder().join(format!("backup-{round}.sqlite"));
        scene.server.database.execute(&format!("VACUUM INTO '{}'", backup.display())).await;
        scene.sms.up().await;
        let code = scene.sms.wait_for_code(&new, 1).await;
        let typed = another_code(&code, 1);
        client.validate(&change, &typed).await.expect(422);
        client.validate(&change, &code).await.expect(200);
        codes.extend([code, typed]);
    }
    let page = client.page("/settings/user").await.expect(200);
    secrets.extend(html::forms(&page.body)[0].value("form_token").map(str::to_owned));
    client.submit("/settings/user", "rename", &[("display_name", "Olive Owens")]).await.expect(303);
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    secrets.extend(client.session_token());

    let running = files(&scene.server);
    assert!(running.iter().any(|(name, _)| name.ends_with("-wal")), "the write-ahead log is looked at too");
    assert_eq!(running.iter().filter(|(name, _)| name.starts_with("backup")).count(), 3);
    none_holds(&running, &secrets, &codes);
    scene.server.kill();
    scene.server.start_again().await;
    none_holds(&files(&scene.server), &secrets, &codes);
}

#[tokio::test]
async fn s81_no_secret_of_the_second_step_stands_in_database_or_log() {
    let mut server = Server::builder().set("PERFIL_LOG", "trace").start().await;
    let client = server.client_of(&OWNER).await;
    let (app, recovery) = client.use_app("Pocket", &OWNER).await;
    let waiting = client.add_app("Tablet", &OWNER).await;
    let mut passkey = Passkey::synced();
    client.use_passkey(&mut passkey, "Laptop", &OWNER).await;
    let mut secrets = vec![waiting.secret, app.secret.clone()];
    let codes = vec![app.code_in(-1), app.code(), app.wrong_code(0), app.wrong_code(1)];
    for code in [&codes[2], &codes[3], &codes[1], &recovery[0], &recovery[1]] {
        let half = server.half_way(&OWNER).await;
        secrets.extend(half.second_step_ticket());
        half.enter_code(code).await;
    }
    let half = server.half_way(&OWNER).await;
    for challenge in [half.begin_second_step_passkey().await, half.begin_passkey_sign_in(false).await] {
        let challenge = Challenge::of(challenge);
        half.answer(&mut passkey, &challenge).await.expect(200);
        secrets.push(challenge.ceremony);
    }
    let unanswered = Challenge::of(client.try_begin_passkey("Key", OWNER.password).await);
    let begun = server.half_way(&OWNER).await;
    secrets.extend([unanswered.ceremony, begun.second_step_ticket().expect("a ticket")]);
    let made = recovery_codes(&client.make_recovery_codes(OWNER.password).await.expect(200).json());
    for code in recovery.into_iter().chain(made) {
        secrets.extend([code.replace('-', ""), code]);
    }
    none_holds(&files(&server), &secrets, &codes);
    server.kill();
    server.start_again().await;
    none_holds(&files(&server), &secrets, &codes);
}

#[tokio::test]
async fn s81_the_secrets_of_a_message_are_erased_when_it_is_sent() {
    let scene = Scene::start().await;
    let (_, _, _) = scene.pending(&OWNER, &number(820)).await;
    let sent = async || scene.server.database.messages("phone-code").await[0].state == "accepted";
    perfil_tests::wait::until_true("the message to be marked", Duration::from_secs(10), sent).await;
    assert_eq!(scene.server.database.messages("phone-code").await[0].sealed, None);
}

#[tokio::test]
async fn s81_the_gateways_password_is_not_logged_when_it_refuses() {
    let scene = Scene::of(Server::builder().set("PERFIL_LOG", "trace")).await;
    let client = scene.server.client_of(&OWNER).await;
    for (round, mood) in [403, 500, 400].into_iter().enumerate() {
        scene.sms.is(perfil_tests::sms::Mood::Answers(mood));
        let new = number(830 + round as u16);
        client.change_phone(&OWNER, &new).await;
        scene.sms.wait_for(&new, 1).await;
    }
    let log = scene.server.log();
    for secret in ["gateway-password", "proof=", "text="] {
        assert!(!log.contains(secret), "the log holds {secret}");
    }
}

#[tokio::test]
async fn s81_the_configuration_is_shown_without_its_secrets() {
    let key = "c2VjcmV0IGtleSBvZiB0aGUgdGVzdHMgMzIgYnl0ZSE=";
    let server = Server::builder()
        .set("PERFIL_SECRET_KEY", key)
        .set("PERFIL_SMTP_URL", "smtp://me:mail-password@127.0.0.1:9")
        .people(&[])
        .prepare()
        .await;
    let output = server.command(["check-config"]).output().expect("the program runs");
    let said = [output.stdout, output.stderr].concat();
    assert!(holds(&said, "smtp_url"), "{}", String::from_utf8_lossy(&said));
    for secret in [key, "mail-password", "gateway-password"] {
        assert!(!holds(&said, secret), "{secret} is shown");
    }
}
