//! SECURITY.md 23, 31, 32 and 33: changing the password.

use perfil_tests::mail::MailServer;
use perfil_tests::probes::at_once;
use perfil_tests::{NEW_PASSWORD, OWNER, Scene, Server, WRONG_PASSWORD, html};
use serde_json::{Value, json};

/// Each change that needs the password: path, form, and the field that holds it.
fn sensitive(change: &str, code: &str) -> Vec<(&'static str, Value, &'static str)> {
    vec![
        ("/api/password", json!({ "new": NEW_PASSWORD, "repeat": NEW_PASSWORD }), "current"),
        ("/api/phone/change", json!({ "country": "GB", "number": "07700 900125" }), "password"),
        ("/api/phone/remove", json!({}), "password"),
        ("/api/phone/validate", json!({ "change": change, "code": code }), "password"),
    ]
}

#[tokio::test]
async fn s23_every_sensitive_change_needs_the_right_password() {
    let scene = Scene::start().await;
    let (_, change, code) = scene.pending(&OWNER, "+447700900123").await;
    let client = scene.server.client_of(&OWNER).await;
    let before = scene.server.database.snapshot().await;
    for (path, form, field) in sensitive(&change, &code) {
        let given = async |value: Value| {
            // Failures share a limit, which is not what this test is about.
            scene.server.database.execute("DELETE FROM failures").await;
            let mut form = form.clone();
            form[field] = value;
            client.call(path, form).await
        };
        for wrong in [WRONG_PASSWORD.to_owned(), OWNER.password.to_uppercase(), format!("{} ", OWNER.password)] {
            given(json!(wrong)).await.expect_error(403, "wrong-password");
        }
        let empty = given(json!("")).await;
        assert_eq!(empty.status, 403, "{path}: {}", empty.body);
        assert!(matches!(empty.error().as_str(), "wrong-password" | "password-needed"), "{path}: {}", empty.body);
        for shapeless in [Value::Null, json!([]), json!(true), json!(0)] {
            given(shapeless).await.expect(422);
        }
        let missing = client.call(path, form.clone()).await;
        assert!(matches!(missing.status, 403 | 422), "{path}: {}", missing.body);
    }
    assert_eq!(scene.server.database.snapshot().await, before);
}

#[tokio::test]
async fn s23_the_password_of_somebody_else_is_wrong() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let form = json!({ "password": perfil_tests::MEMBER.password });
    client.call("/api/phone/remove", form).await.expect_error(403, "wrong-password");
}

#[tokio::test]
async fn s31_the_hash_names_argon2id_and_its_parameters() {
    let server = Server::start().await;
    let first = server.database.password_hash(OWNER.email).await;
    let client = server.client_of(&OWNER).await;
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    let second = server.database.password_hash(OWNER.email).await;
    for hash in [&first, &second] {
        let parts: Vec<&str> = hash.split('$').collect();
        assert_eq!(&parts[..3], ["", "argon2id", "v=19"], "{hash}");
        let parameter = |name: &str| -> u32 {
            let found = parts[3].split(',').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
            found.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("no {name} in {hash}"))
        };
        assert!(parameter("m") >= 19_456 && parameter("t") >= 2 && parameter("p") == 1, "{hash}");
        assert!(parts[4].len() >= 22, "a salt of 128 bits: {hash}");
    }
    assert_ne!(first.split('$').nth(4), second.split('$').nth(4), "each hash has a salt of its own");
}

#[tokio::test]
async fn s31_a_hash_of_less_cost_is_renewed_at_the_next_sign_in() {
    let mut server = Server::start().await;
    let before = server.database.password_hash(OWNER.email).await;
    server.kill();
    let mut stronger = Server::builder().set("PERFIL_HASH_MEMORY_KIB", "32768").people(&[]).prepare().await;
    std::fs::copy(server.database.file(), stronger.database.file()).expect("the database can be copied");
    stronger.start_again().await;
    stronger.client().sign_in(&OWNER).await;
    let after = stronger.database.password_hash(OWNER.email).await;
    assert_ne!(before, after);
    assert!(after.contains("m=32768"), "{after}");
    stronger.client().sign_in(&OWNER).await;
}

#[tokio::test]
async fn s32_password_managers_and_paste_work() {
    let server = Server::start().await;
    let autocomplete = |page: &str, form: &str, name: &str| {
        let action = format!("/forms/{form}");
        let tags = html::tags(page);
        let start = tags.iter().position(|tag| tag.attribute("action") == Some(&action)).expect("the form");
        let inputs = tags[start..].iter().take_while(|tag| tag.name != "/form");
        let input = inputs.clone().find(|tag| tag.name == "input" && tag.attribute("name") == Some(name));
        let input = input.unwrap_or_else(|| panic!("{form} has no {name}"));
        assert_eq!((input.attribute("onpaste"), input.attribute("readonly")), (None, None));
        assert!(input.attribute("maxlength").is_none_or(|most| most.parse().is_ok_and(|most: u32| most >= 64)));
        input.attribute("autocomplete").map(str::to_owned)
    };
    let page = server.client().page("/sign-in").await.expect(200).body;
    assert_eq!(autocomplete(&page, "sign-in", "email").as_deref(), Some("username"));
    assert_eq!(autocomplete(&page, "sign-in", "password").as_deref(), Some("current-password"));
    let client = server.client_of(&OWNER).await;
    let page = client.page("/settings/password").await.expect(200).body;
    assert_eq!(autocomplete(&page, "change-password", "current").as_deref(), Some("current-password"));
    assert_eq!(autocomplete(&page, "change-password", "new").as_deref(), Some("new-password"));
    assert_eq!(autocomplete(&page, "change-password", "repeat").as_deref(), Some("new-password"));
    let page = client.page("/settings/phone").await.expect(200).body;
    assert_eq!(autocomplete(&page, "change-phone", "password").as_deref(), Some("current-password"));
}

#[tokio::test]
async fn s33_a_change_is_told_by_mail_and_ends_what_waited() {
    let mail = MailServer::start().await;
    let scene = Scene::of(Server::builder().smtp(mail.url())).await;
    let (client, change, code) = scene.pending(&OWNER, "+447700900133").await;
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);

    client.validate(&change, &code).await.expect_error(409, "not-pending");
    client.resend(&change).await.expect_error(409, "not-pending");
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
    let told = mail.wait_for(OWNER.email, "password was changed").await;
    assert!(told.text.contains(OWNER.name) && told.text.contains(OWNER.email), "{}", told.text);
    for secret in [OWNER.password, NEW_PASSWORD, code.as_str()] {
        assert!(!told.source.contains(secret), "the mail holds a secret");
    }
    scene.server.client().try_sign_in(OWNER.email, OWNER.password).await.expect(401);
    scene.server.client().try_sign_in(OWNER.email, NEW_PASSWORD).await.expect(200);
}

#[tokio::test]
async fn s33_a_code_that_still_waits_to_be_sent_is_not_sent_after_it() {
    let mut scene = Scene::start().await;
    scene.sms.down().await;
    let client = scene.server.client_of(&OWNER).await;
    client.change_phone(&OWNER, "+447700900134").await;
    let tried = async || scene.server.database.messages("phone-code").await[0].attempts >= 1;
    perfil_tests::wait::until_true("a first try", std::time::Duration::from_secs(10), tried).await;
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    let messages = scene.server.database.messages("phone-code").await;
    assert_eq!((messages[0].state.as_str(), &messages[0].sealed), ("superseded", &None));
}

#[tokio::test]
async fn of_two_parallel_changes_one_wins() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let passwords = ["rivers bend near the old mill", "rivers bend near the new mill"];
    let answers =
        at_once(2, |index| {
            let (client, new) = (client.clone(), passwords[index]);
            async move {
                client.call("/api/password", json!({ "current": OWNER.password, "new": new, "repeat": new })).await
            }
        })
        .await;
    let won = answers.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(won, 1, "{answers:?}");
    assert_eq!(server.database.messages("password-changed").await.len(), 1);
    let mut let_in = 0;
    for password in passwords {
        let_in += usize::from(server.client().try_sign_in(OWNER.email, password).await.status == 200);
    }
    assert_eq!(let_in, 1);
}
