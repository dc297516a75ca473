//! Receipts of the gateway: forged ones change nothing, true ones change once.

use perfil_tests::people::number;
use perfil_tests::wait::until_true;
use perfil_tests::{OWNER, Scene};
use std::time::Duration;

/// The receipt that the gateway was asked for, with that status, as path and query.
fn receipt(dlr_url: &str, status: &str) -> String {
    let url = dlr_url.replace("%d", status).replace("%A", "id%3A1+stat%3ADELIVRD");
    let path = url.split_once("://").and_then(|(_, rest)| rest.find('/').map(|slash| rest[slash..].to_owned()));
    path.expect("a URL with a path")
}

async fn states(scene: &Scene) -> Vec<String> {
    scene.server.database.messages("phone-code").await.into_iter().map(|message| message.state).collect()
}

/// Two codes that the gateway has taken; where their receipts go.
async fn two_accepted(scene: &Scene) -> (String, String) {
    let client = scene.server.client_of(&OWNER).await;
    for new in [number(541), number(542)] {
        client.change_phone(&OWNER, &new).await;
        scene.sms.wait_for(&new, 1).await;
        let accepted = async || states(scene).await.iter().all(|state| state == "accepted");
        until_true("the message to be marked", Duration::from_secs(10), accepted).await;
    }
    let url = |new: &str| scene.sms.texts_to(new)[0].parameters["dlr-url"].clone();
    (url(&number(541)), url(&number(542)))
}

#[tokio::test]
async fn forged_receipts_change_nothing() {
    let scene = Scene::start().await;
    let (first, second) = two_accepted(&scene).await;
    let part = |url: &str, name: &str| {
        let (_, rest) = url.split_once(&format!("{name}=")).expect("the parameter");
        rest.split('&').next().expect("its value").to_owned()
    };
    let crossed = receipt(&first, "1").replace(&part(&first, "proof"), &part(&second, "proof"));
    let proof = part(&first, "proof");
    let forged = [
        crossed,
        receipt(&first, "1").replace(&proof, ""),
        receipt(&first, "1").replace(&proof, &"A".repeat(43)),
        receipt(&first, "1").replace(&proof, &proof[..42]),
        receipt(&first, "1").replace(&part(&first, "id"), "01JDQZ00000000000000000000"),
        "/receipts/kannel?id=x&status=1".to_owned(),
        "/receipts/kannel".to_owned(),
    ];
    for path in forged {
        let answer = scene.server.client().get(&path).send().await;
        assert!(matches!(answer.status, 400 | 403), "{path}: {}", answer.status);
    }
    assert_eq!(states(&scene).await, ["accepted", "accepted"]);
}

#[tokio::test]
async fn receipts_that_come_twice_late_or_out_of_order_change_once() {
    let scene = Scene::start().await;
    let (first, second) = two_accepted(&scene).await;
    let tell = async |url: &str, status: &str| {
        scene.server.client().get(&receipt(url, status)).send().await.expect(204);
    };
    for status in ["4", "8", "32", "x", ""] {
        tell(&first, status).await;
    }
    assert_eq!(states(&scene).await, ["accepted", "accepted"], "steps on the way say nothing");
    tell(&first, "1").await;
    assert_eq!(states(&scene).await, ["delivered", "accepted"]);
    for status in ["1", "2", "16", "1"] {
        tell(&first, status).await;
    }
    tell(&second, "2").await;
    tell(&second, "1").await;
    assert_eq!(states(&scene).await, ["delivered", "failed"]);
}

#[tokio::test]
async fn a_thousand_receipts_at_once_are_one() {
    let scene = Scene::start().await;
    let (first, _) = two_accepted(&scene).await;
    let path = receipt(&first, "1");
    let client = scene.server.client();
    let answers = perfil_tests::probes::at_once(1_000, |_| {
        let (client, path) = (client.clone(), path.clone());
        async move { client.get(&path).send().await }
    })
    .await;
    assert!(answers.iter().all(|answer| answer.status == 204));
    assert_eq!(states(&scene).await, ["delivered", "accepted"]);
}
