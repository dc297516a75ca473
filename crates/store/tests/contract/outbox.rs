//! Messages on their way out.

use crate::Database;
use crate::database::{NOW, organization, user};
use perfil_store::outbox::{self, NewMessage, Sent};
use perfil_store::{AnyConnection, StoreError};

crate::on_both!(
    keys_are_unique,
    parallel_claims_share_nothing,
    a_mark_needs_the_lease,
    a_lost_lease_is_claimed_again,
    secrets_are_erased_at_the_end,
    a_newer_message_supersedes,
    receipts_are_idempotent,
    given_up_messages_can_be_sent_again,
    ended_messages_are_forgotten
);

async fn insert(db: &mut AnyConnection, id: &str, topic: &str) -> Result<(), StoreError> {
    let message = NewMessage {
        id,
        unique_key: id,
        topic_key: topic,
        organization_id: &organization(),
        user_id: &user("ada"),
        channel: "sms",
        template: "phone-changed-new",
        language: "en",
        recipient: "+447700900123",
        arguments: "{}",
        sealed: Some("sealed"),
        expires_at: NOW + 1_000,
    };
    outbox::insert(db, &message, NOW).await
}

async fn state(db: &mut AnyConnection, id: &str) -> (String, Option<String>) {
    sqlx::query_as("SELECT state, sealed FROM outbox WHERE id = $1").bind(id).fetch_one(db).await.unwrap()
}

async fn keys_are_unique(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "t").await.unwrap();
    assert!(matches!(insert(&mut db, "m1", "t").await, Err(StoreError::Taken(_))));
}

async fn parallel_claims_share_nothing(database: &Database) {
    let mut db = database.write().await;
    for number in 0..40 {
        insert(&mut db, &format!("m{number}"), "t").await.unwrap();
    }
    db.commit().await.unwrap();
    let claims = (0..8).map(|worker| {
        let store = database.store.clone();
        tokio::spawn(async move {
            let mut db = store.write().await.unwrap();
            let rows = outbox::claim(&mut db, &format!("w{worker}"), 10, NOW, NOW + 30).await.unwrap();
            db.commit().await.unwrap();
            rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
        })
    });
    let mut claimed = Vec::new();
    for claim in claims.collect::<Vec<_>>() {
        claimed.extend(claim.await.unwrap());
    }
    let count = claimed.len();
    claimed.sort();
    claimed.dedup();
    assert_eq!(claimed.len(), count, "none twice");
    assert!(count >= 10);
    let mut db = database.write().await;
    let rest = outbox::claim(&mut db, "last", 100, NOW, NOW + 30).await.unwrap();
    assert_eq!(rest.len() + count, 40, "none lost");
}

async fn a_mark_needs_the_lease(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "t").await.unwrap();
    assert_eq!(outbox::next_due(&mut db).await.unwrap(), Some(NOW));
    let row = outbox::claim(&mut db, "w1", 10, NOW, NOW + 30).await.unwrap().remove(0);
    assert_eq!((row.attempts, row.sealed.as_deref(), row.channel.as_str()), (1, Some("sealed"), "sms"));
    assert!(!outbox::mark(&mut db, "m1", "w2", &Sent::Accepted(None), NOW).await.unwrap());
    assert!(outbox::mark(&mut db, "m1", "w1", &Sent::Later(NOW + 9, "down"), NOW).await.unwrap());
    assert_eq!(state(&mut db, "m1").await, ("pending".into(), Some("sealed".into())));
    assert!(outbox::claim(&mut db, "w1", 10, NOW + 8, NOW + 30).await.unwrap().is_empty());
    assert_eq!(outbox::claim(&mut db, "w1", 10, NOW + 9, NOW + 30).await.unwrap()[0].attempts, 2);
}

async fn a_lost_lease_is_claimed_again(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "t").await.unwrap();
    outbox::claim(&mut db, "w1", 10, NOW, NOW + 30).await.unwrap();
    assert!(outbox::claim(&mut db, "w2", 10, NOW + 29, NOW + 60).await.unwrap().is_empty());
    assert_eq!(outbox::claim(&mut db, "w2", 10, NOW + 30, NOW + 60).await.unwrap().len(), 1);
    assert!(!outbox::mark(&mut db, "m1", "w1", &Sent::Accepted(None), NOW + 31).await.unwrap());
}

async fn secrets_are_erased_at_the_end(database: &Database) {
    let mut db = database.write().await;
    let ends = [
        ("accepted", Sent::Accepted(Some("their id"))),
        ("dead", Sent::Dead("no such number")),
        ("unknown", Sent::Unknown("timeout")),
    ];
    for (name, end) in ends {
        insert(&mut db, name, "t").await.unwrap();
        outbox::claim(&mut db, "w", 10, NOW, NOW + 30).await.unwrap();
        assert!(outbox::mark(&mut db, name, "w", &end, NOW).await.unwrap());
        assert_eq!(state(&mut db, name).await, (name.to_owned(), None), "s81");
    }
    insert(&mut db, "late", "t").await.unwrap();
    assert!(outbox::claim(&mut db, "w", 10, NOW + 1_000, NOW + 2_000).await.unwrap().is_empty(), "not past its time");
    assert_eq!(outbox::expire(&mut db, NOW + 1_000).await.unwrap(), 1);
    assert_eq!(state(&mut db, "late").await, ("expired".to_owned(), None));
}

async fn a_newer_message_supersedes(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "code").await.unwrap();
    insert(&mut db, "m2", "other").await.unwrap();
    assert_eq!(outbox::supersede(&mut db, "code", NOW).await.unwrap(), 1);
    assert_eq!(state(&mut db, "m1").await, ("superseded".into(), None));
    assert_eq!(state(&mut db, "m2").await.0, "pending");
}

async fn receipts_are_idempotent(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "t").await.unwrap();
    assert!(!outbox::receipt(&mut db, "m1", true, None, NOW).await.unwrap(), "not sent yet");
    outbox::claim(&mut db, "w", 10, NOW, NOW + 30).await.unwrap();
    outbox::mark(&mut db, "m1", "w", &Sent::Accepted(None), NOW).await.unwrap();
    assert!(outbox::receipt(&mut db, "m1", true, None, NOW).await.unwrap());
    assert!(!outbox::receipt(&mut db, "m1", false, Some("late"), NOW).await.unwrap());
    assert_eq!(state(&mut db, "m1").await.0, "delivered");
}

async fn given_up_messages_can_be_sent_again(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "t").await.unwrap();
    assert!(!outbox::retry(&mut db, "m1", NOW, NOW + 99).await.unwrap(), "it is still waiting");
    outbox::claim(&mut db, "w", 10, NOW, NOW + 30).await.unwrap();
    outbox::mark(&mut db, "m1", "w", &Sent::Dead("refused"), NOW).await.unwrap();
    let listed = outbox::list(&mut db, "dead", 10).await.unwrap();
    assert_eq!((listed.len(), listed[0].last_error.as_deref()), (1, Some("refused")));
    assert!(outbox::retry(&mut db, "m1", NOW, NOW + 99).await.unwrap());
    assert_eq!(outbox::claim(&mut db, "w", 10, NOW, NOW + 30).await.unwrap().len(), 1);
}

async fn ended_messages_are_forgotten(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "t").await.unwrap();
    assert_eq!(outbox::delete_old(&mut db, NOW + 1).await.unwrap(), 0);
    outbox::supersede(&mut db, "t", NOW).await.unwrap();
    assert_eq!(outbox::delete_old(&mut db, NOW + 1).await.unwrap(), 1);
}
