//! SECURITY.md 52: a code belongs to one person, one number, one change, and the session that proved the password.

use perfil_tests::people::number;
use perfil_tests::scene::another_code;
use perfil_tests::{MEMBER, OWNER, Scene, WRONG_PASSWORD};
use serde_json::json;

#[tokio::test]
async fn s52_a_code_for_one_number_does_not_prove_another() {
    let scene = Scene::start().await;
    let (client, first, first_code) = scene.pending(&OWNER, &number(181)).await;
    let second = client.change_phone(&OWNER, &number(182)).await;
    let second_code = scene.sms.wait_for_code(&number(182), 1).await;
    assert_ne!(first, second);
    client.validate(&first, &first_code).await.expect_error(409, "not-pending");
    client.validate(&first, &second_code).await.expect_error(409, "not-pending");
    if first_code != second_code {
        client.validate(&second, &first_code).await.expect_error(422, "wrong-code");
    }
    client.validate(&second, &second_code).await.expect(200);
    assert_eq!(scene.server.database.phone(OWNER.email).await, Some(number(182)));
}

#[tokio::test]
async fn s52_another_persons_change_cannot_be_touched() {
    let scene = Scene::start().await;
    let (_, change, code) = scene.pending(&OWNER, &number(183)).await;
    let attacker = scene.server.client_of(&MEMBER).await;
    let before = scene.server.database.snapshot().await;
    let with_password = json!({ "change": change, "code": code, "password": MEMBER.password });
    attacker.validate(&change, &code).await.expect_error(409, "not-pending");
    attacker.call("/api/phone/validate", with_password).await.expect_error(409, "not-pending");
    attacker.validate(&change, &another_code(&code, 1)).await.expect_error(409, "not-pending");
    attacker.resend(&change).await.expect_error(409, "not-pending");
    attacker.call("/api/phone/cancel", json!({ "change": change })).await.expect_error(409, "not-pending");
    assert_eq!(scene.server.database.snapshot().await, before, "not even an attempt is gone");
}

#[tokio::test]
async fn s52_two_people_with_the_same_number_have_two_codes() {
    let scene = Scene::start().await;
    let (owner, owners, owners_code) = scene.pending(&OWNER, &number(184)).await;
    let (member, members, members_code) = scene.pending(&MEMBER, &number(184)).await;
    assert_ne!(owners, members);
    if owners_code != members_code {
        owner.validate(&owners, &members_code).await.expect_error(422, "wrong-code");
    }
    member.validate(&members, &members_code).await.expect(200);
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
    owner.validate(&owners, &owners_code).await.expect(200);
}

#[tokio::test]
async fn s52_another_session_of_the_same_person_must_prove_the_password() {
    let scene = Scene::start().await;
    let (_, change, code) = scene.pending(&OWNER, &number(185)).await;
    let elsewhere = scene.server.client_of(&OWNER).await;
    let pending = elsewhere.account().await["pending_phone"].clone();
    assert_eq!(pending["elsewhere"], true);
    let before = scene.server.database.changes(OWNER.email).await;
    let validate = async |password: &str| {
        let form = json!({ "change": change, "code": code, "password": password });
        elsewhere.call("/api/phone/validate", form).await
    };
    elsewhere.validate(&change, &code).await.expect_error(403, "password-needed");
    validate("").await.expect_error(403, "password-needed");
    validate(WRONG_PASSWORD).await.expect_error(403, "wrong-password");
    let after = scene.server.database.changes(OWNER.email).await;
    assert_eq!(after[0].attempts_left, before[0].attempts_left, "no attempt is gone");
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);
    validate(OWNER.password).await.expect(200);
    assert_eq!(scene.server.database.phone(OWNER.email).await, Some(number(185)));
}

#[tokio::test]
async fn s52_the_code_of_a_session_that_was_stolen_and_ended_is_of_no_use() {
    let scene = Scene::start().await;
    let (client, change, code) = scene.pending(&OWNER, &number(186)).await;
    let copy = client.fork();
    client.ask("/api/sign-out").await.expect(200);
    copy.validate(&change, &code).await.expect_error(401, "signed-out");
    client.sign_in(&OWNER).await;
    client.validate(&change, &code).await.expect_error(403, "password-needed");
}

#[tokio::test]
async fn s52_a_change_is_named_by_its_id_alone_never_by_being_the_only_one() {
    let scene = Scene::start().await;
    let (client, change, code) = scene.pending(&OWNER, &number(187)).await;
    for id in ["", "0", "' OR '1'='1", "%", &change[..25], &format!("{change}0"), &change.to_lowercase()] {
        client.validate(id, &code).await.expect_error(409, "not-pending");
        client.resend(id).await.expect_error(409, "not-pending");
        client.call("/api/phone/cancel", json!({ "change": id })).await.expect_error(409, "not-pending");
    }
    client.validate(&change, &code).await.expect(200);
}
