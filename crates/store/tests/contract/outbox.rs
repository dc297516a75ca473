//! Messages on their way out.

use crate::Database;
use crate::database::{NOW, organization, user};
use perfil_models::{OrganizationId, UserId};
use perfil_store::outbox::{self, NewMessage, Sent};
use perfil_store::{AnyConnection, StoreError};
use std::collections::BTreeSet;
use std::sync::LazyLock;

crate::on_both!(
    keys_are_unique,
    several_are_inserted_together_or_not_at_all,
    what_must_not_be_sent_leaves_its_row,
    parallel_claims_share_nothing,
    a_mark_needs_the_lease,
    a_lost_lease_is_claimed_again,
    secrets_are_erased_at_the_end,
    a_newer_message_supersedes,
    receipts_are_idempotent,
    given_up_messages_can_be_sent_again,
    a_channel_is_claimed_by_itself,
    what_waits_is_counted,
    a_message_is_found_by_its_providers_name,
    ended_messages_are_forgotten
);

async fn insert(db: &mut AnyConnection, id: &str, topic: &str) -> Result<(), StoreError> {
    insert_on(db, "sms", id, topic).await
}

async fn insert_on(db: &mut AnyConnection, channel: &str, id: &str, topic: &str) -> Result<(), StoreError> {
    outbox::insert(db, &[message(channel, id, topic)], NOW).await
}

fn message<'a>(channel: &'a str, id: &'a str, topic: &'a str) -> NewMessage<'a> {
    static ORGANIZATION: LazyLock<OrganizationId> = LazyLock::new(organization);
    static USER: LazyLock<UserId> = LazyLock::new(|| user("ada"));
    NewMessage {
        id,
        unique_key: id,
        topic_key: topic,
        organization_id: &ORGANIZATION,
        user_id: &USER,
        channel,
        template: "phone-changed-new",
        language: "en",
        recipient: "+447700900123",
        arguments: "{}",
        sealed: Some("sealed"),
        topic: None,
        suppressed: None,
        expires_at: NOW + 1_000,
    }
}

async fn state(db: &mut AnyConnection, id: &str) -> (String, Option<String>) {
    sqlx::query_as("SELECT state, sealed FROM outbox WHERE id = $1").bind(id).fetch_one(db).await.unwrap()
}

async fn keys_are_unique(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "t").await.unwrap();
    assert!(matches!(insert(&mut db, "m1", "t").await, Err(StoreError::Taken(_))));
}

async fn several_are_inserted_together_or_not_at_all(database: &Database) {
    let mut db = database.write().await;
    outbox::insert(&mut db, &[], NOW).await.unwrap();
    let about = |id| NewMessage { topic: Some("payments"), ..message("sms", id, "t") };
    outbox::insert(&mut db, &[about("m1"), about("m2")], NOW).await.unwrap();
    let rows = outbox::claim(&mut db, "sms", "w", 10, NOW, NOW + 30).await.unwrap();
    let seen: Vec<_> = rows.iter().map(|row| (row.user_id.as_str(), row.topic.as_deref())).collect();
    assert_eq!(seen, [("user-ada", Some("payments")); 2]);
    db.commit().await.unwrap();
    let mut db = database.write().await;
    let taken = outbox::insert(&mut db, &[about("m3"), about("m1")], NOW).await;
    assert!(matches!(taken, Err(StoreError::Taken(_))));
    drop(db);
    let mut db = database.write().await;
    let (count,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM outbox").fetch_one(&mut *db).await.unwrap();
    assert_eq!(count, 2);
}

async fn what_must_not_be_sent_leaves_its_row(database: &Database) {
    let mut db = database.write().await;
    let off = NewMessage { sealed: None, suppressed: Some("sms-off"), ..message("sms", "off", "t") };
    outbox::insert(&mut db, &[off], NOW).await.unwrap();
    insert(&mut db, "late", "t").await.unwrap();
    let rows = outbox::claim(&mut db, "sms", "w", 10, NOW, NOW + 30).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["late"]);
    assert!(outbox::mark(&mut db, "late", "w", &Sent::Suppressed("no-permission"), NOW).await.unwrap());
    assert_eq!(state(&mut db, "late").await, ("suppressed".to_owned(), None));
    let listed = outbox::list(&mut db, "suppressed", 10).await.unwrap();
    let mut why: Vec<_> = listed.iter().map(|row| (row.id.as_str(), row.last_error.as_deref())).collect();
    why.sort();
    assert_eq!(why, [("late", Some("no-permission")), ("off", Some("sms-off"))]);
    assert!(!outbox::receipt(&mut db, "off", true, None, NOW).await.unwrap());
    assert_eq!(outbox::delete_old(&mut db, NOW + 1).await.unwrap(), 2);
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
            let rows = outbox::claim(&mut db, "sms", &format!("w{worker}"), 10, NOW, NOW + 30).await.unwrap();
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
    let rest = outbox::claim(&mut db, "sms", "last", 100, NOW, NOW + 30).await.unwrap();
    assert_eq!(rest.len() + count, 40, "none lost");
}

async fn a_mark_needs_the_lease(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "t").await.unwrap();
    assert_eq!(outbox::next_due(&mut db, "sms").await.unwrap(), Some(NOW));
    let row = outbox::claim(&mut db, "sms", "w1", 10, NOW, NOW + 30).await.unwrap().remove(0);
    assert_eq!((row.attempts, row.sealed.as_deref(), row.channel.as_str()), (1, Some("sealed"), "sms"));
    assert!(!outbox::mark(&mut db, "m1", "w2", &Sent::Accepted(None), NOW).await.unwrap());
    assert!(outbox::mark(&mut db, "m1", "w1", &Sent::Later(NOW + 9, "down"), NOW).await.unwrap());
    assert_eq!(state(&mut db, "m1").await, ("pending".into(), Some("sealed".into())));
    assert!(outbox::claim(&mut db, "sms", "w1", 10, NOW + 8, NOW + 30).await.unwrap().is_empty());
    assert_eq!(outbox::claim(&mut db, "sms", "w1", 10, NOW + 9, NOW + 30).await.unwrap()[0].attempts, 2);
}

async fn a_lost_lease_is_claimed_again(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "t").await.unwrap();
    outbox::claim(&mut db, "sms", "w1", 10, NOW, NOW + 30).await.unwrap();
    assert!(outbox::claim(&mut db, "sms", "w2", 10, NOW + 29, NOW + 60).await.unwrap().is_empty());
    assert_eq!(outbox::claim(&mut db, "sms", "w2", 10, NOW + 30, NOW + 60).await.unwrap().len(), 1);
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
        outbox::claim(&mut db, "sms", "w", 10, NOW, NOW + 30).await.unwrap();
        assert!(outbox::mark(&mut db, name, "w", &end, NOW).await.unwrap());
        assert_eq!(state(&mut db, name).await, (name.to_owned(), None), "s81");
    }
    insert(&mut db, "late", "t").await.unwrap();
    assert!(
        outbox::claim(&mut db, "sms", "w", 10, NOW + 1_000, NOW + 2_000).await.unwrap().is_empty(),
        "not past its time"
    );
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
    outbox::claim(&mut db, "sms", "w", 10, NOW, NOW + 30).await.unwrap();
    outbox::mark(&mut db, "m1", "w", &Sent::Accepted(None), NOW).await.unwrap();
    assert!(outbox::receipt(&mut db, "m1", true, None, NOW).await.unwrap());
    assert!(!outbox::receipt(&mut db, "m1", false, Some("late"), NOW).await.unwrap());
    assert_eq!(state(&mut db, "m1").await.0, "delivered");
}

async fn given_up_messages_can_be_sent_again(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "secret", "t").await.unwrap();
    let plain = NewMessage { sealed: None, ..message("sms", "plain", "t") };
    outbox::insert(&mut db, &[plain], NOW).await.unwrap();
    assert!(!outbox::retry(&mut db, "plain", NOW, NOW + 99).await.unwrap(), "it is still waiting");
    outbox::claim(&mut db, "sms", "w", 10, NOW, NOW + 30).await.unwrap();
    for id in ["secret", "plain"] {
        outbox::mark(&mut db, id, "w", &Sent::Dead("refused"), NOW).await.unwrap();
    }
    let listed = outbox::list(&mut db, "dead", 10).await.unwrap();
    assert_eq!((listed.len(), listed[0].last_error.as_deref()), (2, Some("refused")));
    assert!(outbox::retry(&mut db, "plain", NOW, NOW + 99).await.unwrap());
    assert!(!outbox::retry(&mut db, "secret", NOW, NOW + 99).await.unwrap(), "its secret is erased");
    assert_eq!(outbox::claim(&mut db, "sms", "w", 10, NOW, NOW + 30).await.unwrap().len(), 1);
}

async fn ended_messages_are_forgotten(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "m1", "t").await.unwrap();
    assert_eq!(outbox::delete_old(&mut db, NOW + 1).await.unwrap(), 0);
    outbox::supersede(&mut db, "t", NOW).await.unwrap();
    assert_eq!(outbox::delete_old(&mut db, NOW + 1).await.unwrap(), 1);
}

async fn a_channel_is_claimed_by_itself(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "text", "t").await.unwrap();
    insert_on(&mut db, "email", "mail", "t").await.unwrap();
    let ids = |rows: Vec<outbox::MessageRow>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(outbox::claim(&mut db, "email", "w", 10, NOW, NOW + 30).await.unwrap()), ["mail"]);
    assert_eq!(outbox::next_due(&mut db, "email").await.unwrap(), Some(NOW + 30));
    assert_eq!(outbox::next_due(&mut db, "sms").await.unwrap(), Some(NOW));
    assert_eq!(outbox::next_due(&mut db, "pigeon").await.unwrap(), None);
    assert_eq!(ids(outbox::claim(&mut db, "sms", "w", 10, NOW, NOW + 30).await.unwrap()), ["text"]);
}

async fn what_waits_is_counted(database: &Database) {
    let mut db = database.write().await;
    assert_eq!(outbox::waiting(&mut db).await.unwrap(), []);
    for id in ["m1", "m2", "m3"] {
        insert(&mut db, id, id).await.unwrap();
    }
    insert_on(&mut db, "email", "mail", "t").await.unwrap();
    outbox::supersede(&mut db, "m3", NOW).await.unwrap();
    outbox::claim(&mut db, "sms", "w", 1, NOW, NOW + 30).await.unwrap();
    let mut waiting = outbox::waiting(&mut db).await.unwrap();
    waiting.sort_by(|a, b| (&a.channel, &a.state).cmp(&(&b.channel, &b.state)));
    let told: Vec<_> =
        waiting.iter().map(|row| (row.channel.as_str(), row.state.as_str(), row.messages, row.due_at)).collect();
    assert_eq!(told, [("email", "pending", 1, NOW), ("sms", "pending", 1, NOW), ("sms", "sending", 1, NOW + 30)]);
}

async fn a_message_is_found_by_its_providers_name(database: &Database) {
    let mut db = database.write().await;
    for (id, name, at) in [("old", "1a2b", NOW), ("new", "1a2b", NOW + 5), ("other", "6699", NOW), ("far", "77", NOW)] {
        insert(&mut db, id, id).await.unwrap();
        outbox::claim(&mut db, "sms", "w", 1, NOW, NOW + 30).await.unwrap();
        assert!(outbox::mark(&mut db, id, "w", &Sent::Accepted(Some(name)), at).await.unwrap());
    }
    let names = ["1a2b", "1A2B", "6699", "6699", "6699", "6699"].map(str::to_owned);
    let found = outbox::named(&mut db, &names).await.unwrap();
    let told: BTreeSet<_> = found.iter().map(|row| (row.id.as_str(), row.provider_id.as_str())).collect();
    assert_eq!(told, BTreeSet::from([("new", "1a2b"), ("old", "1a2b"), ("other", "6699")]));
    assert_eq!((found[0].id.as_str(), found[0].recipient.as_str()), ("new", "+447700900123"), "the newest first");
    let unknown = ["x", "x", "x", "x", "x", "x"].map(str::to_owned);
    assert!(outbox::named(&mut db, &unknown).await.unwrap().is_empty());
}
