//! SECURITY.md 80: removing the phone number.

use perfil_tests::mail::MailServer;
use perfil_tests::people::number;
use perfil_tests::{MEMBER, OWNER, Scene, Server, WRONG_PASSWORD};
use serde_json::json;

#[tokio::test]
async fn s80_removing_needs_the_password_and_is_told_to_the_number() {
    let mail = MailServer::start().await;
    let scene = Scene::of(Server::builder().smtp(mail.url())).await;
    let client = scene.server.client_of(&OWNER).await;
    client.call("/api/phone/remove", json!({ "password": WRONG_PASSWORD })).await.expect_error(403, "wrong-password");
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone);

    let account = client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200).json();
    assert_eq!(account["phone"], json!(null));
    assert_eq!(scene.server.database.phone(OWNER.email).await, None);
    let text = scene.sms.wait_for(OWNER.phone.unwrap_or_default(), 1).await.text;
    assert!(text.contains("was removed"), "{text}");
    let told = mail.wait_for(OWNER.email, "phone number was removed").await;
    assert!(told.text.contains("+44*******001"), "{}", told.text);
    assert!(told.text.contains("now come by email"), "{}", told.text);

    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect_error(404, "no-phone");
}

#[tokio::test]
async fn s80_nobody_without_a_number_removes_one() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&MEMBER).await;
    client.call("/api/phone/remove", json!({ "password": MEMBER.password })).await.expect_error(404, "no-phone");
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), OWNER.phone, "nobody else's either");
}

#[tokio::test]
async fn s80_eight_parallel_removals_are_told_once() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    let answers = perfil_tests::probes::at_once(8, |_| {
        let client = client.clone();
        async move { client.call("/api/phone/remove", json!({ "password": OWNER.password })).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    let told = scene.server.database.messages("phone-removed").await;
    assert_eq!(told.len(), 2, "one text and one mail");
}

#[tokio::test]
async fn s80_a_change_that_waits_can_still_be_finished_after_it() {
    let scene = Scene::start().await;
    let (client, change, code) = scene.pending(&OWNER, &number(180)).await;
    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200);
    client.validate(&change, &code).await.expect(200);
    assert_eq!(scene.server.database.phone(OWNER.email).await, Some(number(180)));
    assert_eq!(scene.server.database.messages("phone-added").await.len(), 1);
    assert!(scene.server.database.messages("phone-changed-old").await.is_empty());
}
