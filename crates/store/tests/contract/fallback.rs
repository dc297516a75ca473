//! A mail in place of a text message.

use crate::Database;
use crate::database::{NOW, organization, user};
use perfil_store::AnyConnection;
use perfil_store::outbox::{self, NewMessage, Sent};

crate::on_both!(
    a_text_message_that_failed_brings_its_mail_once,
    one_that_was_given_up_brings_it_too,
    what_is_not_urgent_or_not_lost_brings_none,
    a_mail_that_is_not_off_is_left_alone
);

const ARGUMENTS: &str = r#"{"name":"Ada"}"#;

/// A mail that is not sent because of `suppressed`, and a text message that was sent, about the same.
async fn told(db: &mut AnyConnection, template: &str, suppressed: Option<&str>) {
    for (channel, recipient, why_not) in [("email", "ada@example.com", suppressed), ("sms", "+447700900123", None)] {
        let key = format!("{template}:{channel}:event:ada");
        let message = NewMessage {
            id: channel,
            unique_key: &key,
            topic_key: &key,
            organization_id: &organization(),
            user_id: &user("ada"),
            channel,
            template,
            language: "en",
            recipient,
            arguments: ARGUMENTS,
            sealed: None,
            topic: Some("payments"),
            suppressed: why_not,
            expires_at: NOW + 1_000,
        };
        outbox::insert(db, &[message], NOW).await.unwrap();
    }
    outbox::claim(db, "sms", "lease", 1, NOW, NOW + 30).await.unwrap();
}

async fn mail(db: &mut AnyConnection) -> (String, Option<String>, String, i64, i64) {
    sqlx::query_as("SELECT state, last_error, arguments, next_attempt_at, expires_at FROM outbox WHERE id = 'email'")
        .fetch_one(db)
        .await
        .unwrap()
}

async fn fails(db: &mut AnyConnection) {
    outbox::mark(db, "sms", "lease", &Sent::Accepted(None), NOW).await.unwrap();
    assert!(outbox::receipt(db, "sms", false, Some("undeliverable"), NOW + 5).await.unwrap());
}

async fn a_text_message_that_failed_brings_its_mail_once(database: &Database) {
    let mut db = database.write().await;
    told(&mut db, "credit-low", Some("email-off")).await;
    assert!(!outbox::fall_back(&mut db, "sms", NOW + 5, NOW + 9_000).await.unwrap(), "it is still on its way");
    fails(&mut db).await;
    assert!(outbox::fall_back(&mut db, "sms", NOW + 5, NOW + 9_000).await.unwrap());
    let arguments = r#"{"sms":"failed","name":"Ada"}"#.to_owned();
    assert_eq!(mail(&mut db).await, ("pending".to_owned(), None, arguments, NOW + 5, NOW + 9_000));
    assert!(!outbox::fall_back(&mut db, "sms", NOW + 6, NOW + 9_000).await.unwrap(), "it waits already");
    outbox::claim(&mut db, "email", "lease", 1, NOW + 5, NOW + 30).await.unwrap();
    assert!(outbox::mark(&mut db, "email", "lease", &Sent::Suppressed("no-permission"), NOW + 6).await.unwrap());
    assert!(!outbox::fall_back(&mut db, "sms", NOW + 7, NOW + 9_000).await.unwrap(), "its time is over");
    assert!(!outbox::fall_back(&mut db, "email", NOW + 7, NOW + 9_000).await.unwrap(), "it is no text message");
}

async fn one_that_was_given_up_brings_it_too(database: &Database) {
    let mut db = database.write().await;
    told(&mut db, "payment-failed-no-reason", Some("email-off")).await;
    outbox::mark(&mut db, "sms", "lease", &Sent::Dead("refused"), NOW).await.unwrap();
    assert!(outbox::fall_back(&mut db, "sms", NOW + 5, NOW + 9_000).await.unwrap());
}

async fn what_is_not_urgent_or_not_lost_brings_none(database: &Database) {
    let mut db = database.write().await;
    told(&mut db, "payment-succeeded", Some("email-off")).await;
    fails(&mut db).await;
    assert!(!outbox::fall_back(&mut db, "sms", NOW + 5, NOW + 9_000).await.unwrap());
    drop(db);
    for (lost, sent) in
        [(false, Sent::Accepted(None)), (false, Sent::Unknown("timeout")), (true, Sent::Dead("refused"))]
    {
        let mut db = database.write().await;
        told(&mut db, "payment-failed", Some("email-off")).await;
        outbox::mark(&mut db, "sms", "lease", &sent, NOW).await.unwrap();
        assert_eq!(outbox::fall_back(&mut db, "sms", NOW + 5, NOW + 9_000).await.unwrap(), lost, "{sent:?}");
    }
}

async fn a_mail_that_is_not_off_is_left_alone(database: &Database) {
    for suppressed in [None, Some("no-permission")] {
        let mut db = database.write().await;
        told(&mut db, "credit-low", suppressed).await;
        fails(&mut db).await;
        assert!(!outbox::fall_back(&mut db, "sms", NOW + 5, NOW + 9_000).await.unwrap(), "{suppressed:?}");
        assert_eq!(mail(&mut db).await.2, ARGUMENTS);
    }
}
