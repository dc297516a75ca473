//! SECURITY.md 22, 23, 24, 25, 69 and 81: adding and removing authenticator apps. `passkeys.rs` does the same for passkeys.

use perfil_tests::authenticator::Passkey;
use perfil_tests::factors::{App, Challenge, recovery_codes, settle};
use perfil_tests::letters::Letters;
use perfil_tests::wait::until_true;
use perfil_tests::{Answer, Client, MEMBER, NEW_PASSWORD, OWNER, Person, Server, WRONG_PASSWORD};
use serde_json::{Value, json};
use std::time::Duration;

/// Good enough beside a second factor only.
const SHORT: &str = "v7#kQz!m";

async fn change_password(client: &Client, current: &str, new: &str) -> Answer {
    client.call("/api/password", json!({ "current": current, "new": new, "repeat": new })).await
}

/// Every change of second factors that asks for the password, with the body it takes.
fn guarded_by_password() -> [(&'static str, Value); 4] {
    [
        ("/api/factors/add-app", json!({ "name": "Pocket", "password": OWNER.password })),
        ("/api/factors/remove", json!({ "factor": "01JDQZ00000000000000000002", "password": OWNER.password })),
        ("/api/factors/recovery-codes", json!({ "password": OWNER.password })),
        ("/api/passkeys/begin", json!({ "name": "Laptop", "password": OWNER.password })),
    ]
}

#[tokio::test]
async fn an_app_is_shown_confirmed_and_listed() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = client.factors().await;
    assert_eq!(
        (&before["factors"], &before["pending"], &before["recovery_codes_left"]),
        (&json!([]), &json!(null), &json!(0))
    );
    settle().await;
    let page = client.try_add_app("  Pocket ", OWNER.password).await.expect(200).json();
    let (app, pending) = (App::pending_on(&page), &page["pending"]);
    assert_eq!(pending["name"], "Pocket");
    assert!(app.secret.len() >= 32, "160 bits, as RFC 4226 recommends: {}", app.secret);
    let address = pending["address"].as_str().expect("an address");
    assert!(address.starts_with("otpauth://totp/") && address.contains(&app.secret), "{address}");
    assert!(pending["qr"]["size"].as_u64().is_some_and(|size| size >= 21), "{pending}");
    assert_eq!(page["factors"], json!([]), "it is not in use yet");
    assert_eq!(client.factors().await["pending"]["id"], app.id, "shown on every device until it is confirmed");

    let changed = client.confirm_app(&app, &app.code()).await.expect(200).json();
    assert_eq!(recovery_codes(&changed).len(), 10);
    let now = &changed["now"];
    assert_eq!((&now["pending"], &now["recovery_codes_left"]), (&json!(null), &json!(10)));
    assert_eq!((&now["factors"][0]["kind"], &now["factors"][0]["name"]), (&json!("app"), &json!("Pocket")));
    assert_eq!(now["factors"][0]["last_used"], json!(null));
    let body = client.ask("/api/factors").await.expect(200).body;
    assert!(!body.contains(&app.secret), "a secret is shown until it is confirmed");

    let (_, codes) = client.use_app("Tablet", &OWNER).await;
    assert_eq!(codes.len(), 0, "a second one leaves the recovery codes as they are");
    assert_eq!(server.database.factors(OWNER.email).await, ["active Pocket", "active Tablet"]);
}

#[tokio::test]
async fn an_app_that_waits_is_replaced_given_up_and_forgotten() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let (first, second) = (client.add_app("First", &OWNER).await, client.add_app("Second", &OWNER).await);
    client.confirm_app(&first, &first.code()).await.expect_error(410, "not-pending");
    client.confirm_app(&second, &first.code()).await.expect_error(422, "wrong-code");
    for wrong in [second.wrong_code(0).as_str(), "", "12345", "1234567", "abcdef", "١٢٣٤٥٦"] {
        client.confirm_app(&second, wrong).await.expect_error(422, "wrong-code");
    }
    client.cancel_app(&second).await.expect(200);
    client.confirm_app(&second, &second.code()).await.expect_error(410, "not-pending");
    client.cancel_app(&second).await.expect_error(410, "not-pending");
    assert!(server.database.factors(OWNER.email).await.is_empty());

    let page = client.try_add_app("Third", OWNER.password).await.expect(200).json();
    let third = App::pending_on(&page);
    let life = page["pending"]["expires_in"].as_u64().expect("seconds");
    assert!((300..=3_600).contains(&life), "{life}");
    server.database.let_time_pass(Duration::from_secs(life)).await;
    assert_eq!(client.factors().await["pending"], json!(null));
    client.confirm_app(&third, &third.code()).await.expect_error(410, "not-pending");
    assert_eq!(client.sign_in(&OWNER).await.json(), "done", "nothing of it asks for a second step");
}

#[tokio::test]
async fn s69_apps_of_others_are_not_there() {
    let server = Server::start().await;
    let owner = server.client_of(&OWNER).await;
    let (used, _) = owner.use_app("Pocket", &OWNER).await;
    let waiting = owner.add_app("Tablet", &OWNER).await;
    let member = server.client_of(&MEMBER).await;
    member.use_app("Phone", &MEMBER).await;
    for app in [&used, &waiting] {
        let refused = member.confirm_app(app, &app.code()).await;
        assert!(matches!(refused.status, 404 | 410), "{refused:?}");
        let refused = member.cancel_app(app).await;
        assert!(matches!(refused.status, 404 | 410), "{refused:?}");
        member.remove_factor(&app.id, MEMBER.password).await.expect_error(404, "gone");
    }
    assert_eq!(server.database.factors(OWNER.email).await, ["active Pocket", "pending Tablet"]);
    assert_eq!(server.database.factors(MEMBER.email).await, ["active Phone"]);
    let seen = member.ask("/api/factors").await.expect(200).body;
    assert!(!seen.contains("Pocket") && !seen.contains("Tablet"), "{seen}");
    owner.remove_factor(&waiting.id, OWNER.password).await.expect_error(404, "gone");
    owner.confirm_app(&waiting, &waiting.code()).await.expect(200);
}

#[tokio::test]
async fn names_of_factors_are_checked() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let long = "x".repeat(81);
    for (name, error) in [
        ("", "name-empty"),
        (" \t ", "name-empty"),
        (long.as_str(), "name-too-long"),
        ("a\nb", "name-unprintable"),
        ("\u{202E}evil", "name-unprintable"),
        ("a\u{0}b", "name-unprintable"),
        ("a\u{200B}b", "name-unprintable"),
    ] {
        client.try_add_app(name, OWNER.password).await.expect_error(422, error);
        client.try_begin_passkey(name, OWNER.password).await.expect_error(422, error);
    }
    assert!(server.database.factors(OWNER.email).await.is_empty());
    client.add_app(&long[1..], &OWNER).await;
    client.add_app("Mu\u{308}llers  <b>Telefon</b>", &OWNER).await;
    assert_eq!(
        client.factors().await["pending"]["name"],
        "Mu\u{308}llers <b>Telefon</b>",
        "as typed, in single blanks"
    );
    assert!(!client.page("/settings/two-step").await.expect(200).body.contains("<b>Telefon"), "shown as text");
}

#[tokio::test]
async fn ten_factors_are_the_most() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    for index in 0..9 {
        client.use_app(&format!("App {index}"), &OWNER).await;
    }
    let challenge = Challenge::of(client.try_begin_passkey("Laptop", OWNER.password).await);
    client.use_app("App 9", &OWNER).await;
    client.try_add_app("App 10", OWNER.password).await.expect_error(409, "too-many");
    client.try_begin_passkey("Phone", OWNER.password).await.expect_error(409, "too-many");
    let mut passkey = Passkey::synced();
    let credential = passkey.create(&challenge.options, client.origin());
    client.try_add_passkey(&challenge.ceremony, &credential).await.expect_error(409, "too-many");
    assert_eq!(server.database.factors(OWNER.email).await.len(), 10);
}

#[tokio::test]
async fn s23_every_change_of_factors_asks_for_the_password() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    client.use_app("Pocket", &OWNER).await;
    let before = server.database.snapshot().await;
    for (path, form) in guarded_by_password() {
        for (wrong, status) in [
            (json!(WRONG_PASSWORD), 403),
            (json!(""), 403),
            (json!(null), 422),
            (json!(["x"]), 422),
            (json!(true), 422),
        ] {
            let mut form = form.clone();
            form["password"] = wrong;
            let answer = client.call(path, form).await;
            assert_eq!(answer.status, status, "{path}: {}", answer.body);
            assert!(status == 422 || answer.error() == "wrong-password", "{path}: {}", answer.body);
        }
        let mut without = form;
        without.as_object_mut().expect("a form").remove("password");
        client.call(path, without).await.expect(422);
        server.database.execute("DELETE FROM failures").await;
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s24_wrong_passwords_beside_factors_share_the_limit_of_all_changes() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let wrong = |mut form: Value| {
        form["password"] = json!(WRONG_PASSWORD);
        form
    };
    for (path, form) in guarded_by_password() {
        client.call(path, wrong(form)).await.expect_error(403, "wrong-password");
    }
    change_password(&client, WRONG_PASSWORD, NEW_PASSWORD).await.expect_error(403, "wrong-password");
    for (path, form) in guarded_by_password() {
        let limited = client.call(path, form).await.expect_error(429, "too-many");
        assert!(!limited.header("retry-after").is_empty(), "{path}");
    }
    change_password(&client, OWNER.password, NEW_PASSWORD).await.expect_error(429, "too-many");
    assert!(server.database.factors(OWNER.email).await.is_empty());
}

#[tokio::test]
async fn s25_with_a_second_factor_eight_characters_are_enough() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    assert_eq!(client.account().await["password_min"], 15);
    let refused = change_password(&client, OWNER.password, SHORT).await.expect_error(422, "refused");
    assert_eq!(refused.data()["problem"], json!({ "why": "too-short", "min": 15 }));
    client.use_app("Pocket", &OWNER).await;
    assert_eq!(client.account().await["password_min"], 8);
    for (new, why) in [("v7#kQz!", "too-short"), ("password", "common"), ("olive.owner", "personal")] {
        let refused = change_password(&client, OWNER.password, new).await.expect_error(422, "refused");
        assert_eq!(refused.data()["problem"]["why"], why, "{new}");
    }
    change_password(&client, OWNER.password, SHORT).await.expect(200);
    letters.server.client().try_sign_in(OWNER.email, SHORT).await.expect(200);

    let owner = letters.reset_token(OWNER.email, 1).await;
    let link = letters.server.client().look("reset-password", &owner).await.expect(200).json();
    assert_eq!(link["ResetPassword"]["min"], 8);
    letters.server.client().reset(&owner, "kQz!m-v7").await.expect(200);
    let member = letters.reset_token(MEMBER.email, 1).await;
    let refused = letters.server.client().reset(&member, SHORT).await.expect_error(422, "refused");
    assert_eq!(refused.data()["problem"], json!({ "why": "too-short", "min": 15 }));
}

#[tokio::test]
async fn s25_the_last_factor_does_not_leave_a_short_password_alone() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let (first, _) = client.use_app("Pocket", &OWNER).await;
    let (second, _) = client.use_app("Tablet", &OWNER).await;
    change_password(&client, OWNER.password, SHORT).await.expect(200);
    client.remove_factor(&first.id, SHORT).await.expect(200);
    let refused = client.remove_factor(&second.id, SHORT).await.expect_error(422, "password-too-short");
    assert_eq!(refused.data()["min"], 15);
    assert_eq!(server.database.factors(OWNER.email).await, ["active Tablet"]);
    assert_eq!(server.database.count("recovery_codes").await, 10);
    change_password(&client, SHORT, NEW_PASSWORD).await.expect(200);
    let page = client.remove_factor(&second.id, NEW_PASSWORD).await.expect(200).json();
    assert_eq!((&page["factors"], &page["recovery_codes_left"]), (&json!([]), &json!(0)));
    assert_eq!(server.database.count("recovery_codes").await, 0);
    assert_eq!(client.account().await["password_min"], 15);
    let owner = Person { password: NEW_PASSWORD, ..OWNER };
    assert_eq!(server.client().sign_in(&owner).await.json(), "done", "one step again");
}

#[tokio::test]
async fn s22_adding_and_removing_is_told_and_written_down() {
    let letters = Letters::start().await;
    let client = letters.server.client_of(&OWNER).await;
    let (app, _) = client.use_app("Pocket telephone", &OWNER).await;
    client.remove_factor(&app.id, OWNER.password).await.expect(200);
    let events = letters.server.database.events(OWNER.email).await;
    let of_factors: Vec<_> = events.iter().filter(|event| event.starts_with("factor")).collect();
    assert_eq!(of_factors, ["factor-added", "factor-removed"]);
    let activity = client.call("/api/activity", json!({ "filter": "changes" })).await.expect(200);
    assert!(activity.body.contains("Pocket telephone"), "{}", activity.body);
    for template in ["factor-added", "factor-removed"] {
        let told = letters.server.database.messages(template).await;
        assert_eq!((told.len(), told[0].recipient.as_str()), (1, OWNER.email), "{template}");
    }
    let told = async || {
        let mails = letters.mail.mails_to(OWNER.email);
        mails.iter().filter(|mail| mail.text.contains("Pocket telephone") && mail.text.contains(OWNER.name)).count()
            == 2
    };
    until_true("both mails", Duration::from_secs(60), told).await;
    assert!(letters.mail.mails().iter().all(|mail| !mail.source.contains(&app.secret)));
}

#[tokio::test]
async fn the_operator_removes_all_factors_of_somebody_who_lost_them() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    client.use_app("Pocket", &OWNER).await;
    let waiting = server.half_way(&OWNER).await;
    let mut command = server.command(["user", "remove-second-factors", "--email", OWNER.email]);
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(server.database.factors(OWNER.email).await.is_empty());
    assert_eq!(server.database.count("recovery_codes").await, 0);
    waiting.enter_code("123456").await.expect_error(410, "expired");
    assert_eq!(server.client().sign_in(&OWNER).await.json(), "done");
    assert!(server.database.events(OWNER.email).await.contains(&"factor-removed".to_owned()));
    assert_eq!(server.database.messages("factor-removed").await.len(), 1, "the owner is told");
}
