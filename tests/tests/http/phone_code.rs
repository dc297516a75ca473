//! SECURITY.md 44 to 48, 51 and 53: the code, and guessing it.

use perfil_tests::people::number;
use perfil_tests::scene::another_code;
use perfil_tests::{NEW_PASSWORD, OWNER, Scene, WRONG_PASSWORD, probes};
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn s44_no_text_goes_out_before_the_password_is_proven() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    client.try_change_phone(&number(144), WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    client.try_change_phone(&number(144), "").await.expect_error(403, "wrong-password");
    scene.server.client().try_change_phone(&number(144), OWNER.password).await.expect_error(401, "signed-out");
    assert!(scene.server.database.changes(OWNER.email).await.is_empty());
    // Once a text has come for another number, one for the first would have come before it.
    client.change_phone(&OWNER, &number(145)).await;
    scene.sms.wait_for(&number(145), 1).await;
    assert!(scene.sms.texts_to(&number(144)).is_empty());
}

#[tokio::test]
async fn s45_codes_are_six_digits_and_never_the_same_for_long() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    let mut codes = BTreeSet::new();
    for index in 0..12 {
        client.change_phone(&OWNER, &number(200 + index)).await;
        let code = scene.sms.wait_for_code(&number(200 + index), 1).await;
        assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
        codes.insert(code);
        scene.server.database.let_time_pass(11 * MINUTE).await;
    }
    // That two of twelve draws from a million are equal happens once in 15,000 runs; that three are, never.
    assert!(codes.len() >= 11, "{codes:?}");
}

#[tokio::test]
async fn s46_a_code_lives_five_minutes() {
    let scene = Scene::start().await;
    let (client, change, code) = scene.pending(&OWNER, &number(146)).await;
    scene.server.database.let_time_pass(5 * MINUTE).await;
    client.validate(&change, &code).await.expect_error(410, "expired");
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
    client.resend(&change).await.expect_error(409, "not-pending");

    let (client, change, code) = scene.pending(&OWNER, &number(147)).await;
    scene.server.database.let_time_pass(4 * MINUTE + Duration::from_secs(50)).await;
    client.validate(&change, &code).await.expect(200);
}

#[tokio::test]
async fn s46_resending_never_stretches_a_change_beyond_ten_minutes() {
    let scene = Scene::start().await;
    let (client, change, _) = scene.pending(&OWNER, &number(148)).await;
    let pass = async |time: Duration| scene.server.database.let_time_pass(time).await;
    pass(4 * MINUTE + Duration::from_secs(40)).await;
    client.resend(&change).await.expect(200);
    pass(4 * MINUTE + Duration::from_secs(40)).await;
    let account = client.resend(&change).await.expect(200).json();
    let left = account["pending_phone"]["expires_in"].as_u64().expect("seconds");
    assert!((35..=40).contains(&left), "what is left of ten minutes: {left}");
    let code = scene.sms.wait_for_code(&number(148), 3).await;
    pass(Duration::from_secs(41)).await;
    client.validate(&change, &code).await.expect_error(410, "expired");
}

#[tokio::test]
async fn s47_fifty_parallel_guesses_evaluate_five() {
    probes::fifty_parallel_guesses_evaluate_five(&Scene::start().await).await;
}

#[tokio::test]
async fn s47_right_codes_among_wrong_ones_win_at_most_once() {
    probes::right_codes_among_wrong_ones_win_at_most_once(&Scene::start().await).await;
}

#[tokio::test]
async fn s47_resending_does_not_renew_the_attempts() {
    let scene = Scene::start().await;
    let (client, change, code) = scene.pending(&OWNER, &number(151)).await;
    for left in [4, 3, 2] {
        let answer = client.validate(&change, &another_code(&code, 1)).await.expect_error(422, "wrong-code");
        assert_eq!(answer.data()["attempts_left"], left);
    }
    scene.server.database.let_time_pass(Duration::from_secs(30)).await;
    let account = client.resend(&change).await.expect(200).json();
    assert_eq!(account["pending_phone"]["attempts_left"], 2);
    let second = scene.sms.wait_for_code(&number(151), 2).await;
    for left in [Some(1), None] {
        let answer = client.validate(&change, &another_code(&second, 1)).await;
        assert_eq!(answer.data()["attempts_left"].as_u64(), left, "{answer:?}");
    }
    client.validate(&change, &second).await.expect_error(410, "no-attempts-left");
    client.resend(&change).await.expect_error(409, "not-pending");
}

#[tokio::test]
async fn s47_a_kill_does_not_renew_the_attempts() {
    let mut scene = Scene::start().await;
    let (client, change, code) = scene.pending(&OWNER, &number(152)).await;
    for _ in 0..4 {
        client.validate(&change, &another_code(&code, 2)).await.expect(422);
    }
    scene.server.kill();
    scene.server.start_again().await;
    client.validate(&change, &another_code(&code, 3)).await.expect_error(410, "no-attempts-left");
    client.validate(&change, &code).await.expect_error(410, "no-attempts-left");
}

#[tokio::test]
async fn s48_eight_parallel_right_codes_win_once() {
    probes::eight_parallel_right_codes_win_once(&Scene::start().await).await;
}

#[tokio::test]
async fn s48_a_used_code_is_refused() {
    probes::a_used_code_is_refused(&Scene::start().await).await;
}

#[tokio::test]
async fn s48_a_code_that_is_cancelled_while_it_is_used_wins_or_loses_whole() {
    let scene = Scene::start().await;
    for round in 0..4 {
        let new = number(160 + round);
        let before = scene.server.database.phone(OWNER.email).await;
        let (client, change, code) = scene.pending(&OWNER, &new).await;
        let pending = json!({ "change": change });
        let cancel = client.call("/api/phone/cancel", pending);
        let (validated, cancelled) = tokio::join!(client.validate(&change, &code), cancel);
        assert_ne!(validated.status == 200, cancelled.status == 200, "{validated:?} {cancelled:?}");
        let expected = if validated.status == 200 { Some(new) } else { before };
        assert_eq!(scene.server.database.phone(OWNER.email).await, expected);
    }
}

#[tokio::test]
async fn s51_wrong_codes_and_wrong_passwords_are_counted_apart() {
    let scene = Scene::start().await;
    let (client, change, code) = scene.pending(&OWNER, &number(153)).await;
    for _ in 0..4 {
        client.validate(&change, &another_code(&code, 4)).await.expect(422);
    }
    for _ in 0..5 {
        client
            .call("/api/phone/remove", json!({ "password": WRONG_PASSWORD }))
            .await
            .expect_error(403, "wrong-password");
    }
    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect_error(429, "too-many");
    client.validate(&change, &code).await.expect(200);

    let (client, change, code) = scene.pending_after_wait(&number(154)).await;
    for _ in 0..5 {
        client.validate(&change, &another_code(&code, 5)).await;
    }
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
}

#[tokio::test]
async fn s53_a_code_is_stored_keyed_and_never_answered() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    let form = json!({ "country": "GB", "number": number(155), "password": OWNER.password });
    let asked = client.call("/api/phone/change", form).await.expect(200);
    let change = perfil_tests::scene::change_of(&asked.json());
    let code = scene.sms.wait_for_code(&number(155), 1).await;
    let wrong = client.validate(&change, &another_code(&code, 6)).await;
    let account = client.ask("/api/account").await;
    let page = client.page("/settings/phone").await;
    for answer in [&asked, &wrong, &account, &page] {
        assert!(!answer.body.contains(&code), "the code is in an answer");
    }
    let stored = scene.server.database.changes(OWNER.email).await[0].code_hash.clone();
    // A keyed hash of 256 bits in base64url; SHA-256 in hexadecimal, which anybody could try out, has 64.
    assert_eq!(stored.len(), 43, "{stored}");

    // The same code for another change has another hash: it is bound to person, change and number.
    let set = format!("UPDATE contact_changes SET code_hash = '{stored}'");
    client.change_phone(&OWNER, &number(156)).await;
    scene.server.database.execute(&set).await;
    let other = client.account().await["pending_phone"]["change"].as_str().expect("a change").to_owned();
    client.validate(&other, &code).await.expect_error(422, "wrong-code");
}

#[tokio::test]
async fn a_code_is_understood_as_it_is_typed_or_pasted() {
    let scene = Scene::start().await;
    let arabic =
        |code: &str| code.chars().map(|c| char::from_u32(c as u32 - 48 + 0x0660).unwrap_or(c)).collect::<String>();
    let spaced = |code: &str| format!(" {}-{} ", &code[..3], &code[3..]);
    let writings: [&dyn Fn(&str) -> String; 2] = [&arabic, &spaced];
    for (index, writing) in writings.into_iter().enumerate() {
        let new = number(170 + index as u16);
        let (client, change, code) = scene.pending(&OWNER, &new).await;
        for malformed in ["", "12345", "1234567", "12345a", "１２３４５６", "-12345.0"] {
            client.validate(&change, malformed).await.expect_error(422, "malformed-code");
        }
        client.validate(&change, &writing(&code)).await.expect(200);
    }
}
