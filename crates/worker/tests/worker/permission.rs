//! Whoever may no longer be told when a message is to be sent is not told.

use crate::stage::{NOON, NUMBER, Peer, Stage, mail};
use perfil_models::Role;
use perfil_store::outbox::NewMessage;

const ARGUMENTS: &str = r#"{"name":"Ada","organization":"Acme","at":1795511700000,"payment":"p-1",
    "amount":{"minor":5000,"currency":"EUR"},"import":"a.csv","imported":{"count":3}}"#;

/// What becomes of a message about that topic to a person who is that by now.
async fn sent(topic: Option<&str>, template: &str, role: Role, disabled_at: Option<i64>) -> (String, Option<String>) {
    let stage = Stage::new().await;
    for (id, channel, recipient) in [("mail", "email", crate::stage::ADDRESS), ("text", "sms", NUMBER)] {
        stage.queue(NewMessage { channel, recipient, topic, template, arguments: ARGUMENTS, ..mail(id) }).await;
    }
    stage.make(role, disabled_at).await;
    let peer = Peer::with([]);
    let worker = stage.run(&peer);
    let ended = async |id: &str| {
        crate::stage::until(async || {
            Some(stage.row(id).await).filter(|row| row.state != "pending" && row.state != "sending")
        })
        .await
    };
    let (mail, text) = (ended("mail").await, ended("text").await);
    worker.stop().await;
    assert_eq!((&mail.state, &mail.last_error), (&text.state, &text.last_error), "both channels alike");
    assert_eq!(peer.ids().len(), if mail.state == "accepted" { 2 } else { 0 });
    (mail.state, mail.last_error)
}

#[tokio::test(flavor = "multi_thread")]
async fn s58_who_lost_the_permission_is_not_told() {
    let no_permission = ("suppressed".to_owned(), Some("no-permission".to_owned()));
    let accepted = ("accepted".to_owned(), None);
    for role in [Role::Owner, Role::Billing] {
        assert_eq!(sent(Some("payments"), "payment-succeeded", role, None).await, accepted, "{role:?}");
    }
    for role in [Role::Admin, Role::Member] {
        assert_eq!(sent(Some("payments"), "payment-succeeded", role, None).await, no_permission, "{role:?}");
    }
    assert_eq!(sent(Some("contact-imports"), "import-completed", Role::Member, None).await, accepted);
    assert_eq!(sent(Some("payments"), "payment-succeeded", Role::Owner, Some(NOON)).await, no_permission);
    assert_eq!(sent(Some("contact-imports"), "import-completed", Role::Member, Some(NOON)).await, no_permission);
}

#[tokio::test(flavor = "multi_thread")]
async fn tests_need_no_permission() {
    assert_eq!(sent(Some("test"), "test", Role::Member, None).await, ("accepted".to_owned(), None));
}

#[tokio::test(flavor = "multi_thread")]
async fn notices_about_security_reach_everybody() {
    let stage = Stage::new().await;
    stage.queue(mail("row")).await;
    stage.make(Role::Member, Some(NOON)).await;
    let worker = stage.run(&Peer::with([]));
    stage.reaches("row", "accepted").await;
    worker.stop().await;
}
