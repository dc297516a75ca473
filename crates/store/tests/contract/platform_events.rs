//! What the platform told.

use crate::Database;
use crate::database::{NOW, organization};
use perfil_store::AnyConnection;
use perfil_store::platform_events::{self, KnownEvent, NewPlatformEvent};

crate::on_both!(
    an_event_is_known_by_source_and_id,
    how_it_is_answered_is_noted,
    of_parallel_ones_of_a_name_one_is_inserted,
    old_events_are_forgotten
);

async fn insert(db: &mut AnyConnection, source: &str, event_id: &str, body: &str, now: i64) -> bool {
    let event = NewPlatformEvent {
        id: &format!("{source} {event_id} {body}"),
        source,
        event_id,
        organization_id: &organization(),
        kind: "payment.succeeded",
        body_hash: body,
        outcome: "applied",
        occurred_at: NOW,
    };
    platform_events::insert(db, &event, now).await.unwrap()
}

async fn known(db: &mut AnyConnection, source: &str, event_id: &str) -> Option<KnownEvent> {
    platform_events::known(db, source, event_id).await.unwrap()
}

fn answered(body: &str, outcome: &str) -> Option<KnownEvent> {
    Some(KnownEvent { body_hash: body.to_owned(), outcome: outcome.to_owned() })
}

async fn an_event_is_known_by_source_and_id(database: &Database) {
    let mut db = database.write().await;
    assert!(insert(&mut db, "shop", "1", "body 1", NOW).await);
    assert!(!insert(&mut db, "shop", "1", "body 2", NOW).await, "the transaction goes on");
    for (source, id) in [("shop", "2"), ("till", "1")] {
        assert!(insert(&mut db, source, id, "body 1", NOW).await, "{source} {id}");
    }
    assert_eq!(known(&mut db, "shop", "1").await, answered("body 1", "applied"));
    assert_eq!(known(&mut db, "shop", "3").await, None);
}

async fn how_it_is_answered_is_noted(database: &Database) {
    let mut db = database.write().await;
    for id in ["1", "2"] {
        insert(&mut db, "shop", id, "body", NOW).await;
    }
    platform_events::set_outcome(&mut db, "shop 1 body", "late").await.unwrap();
    assert_eq!(known(&mut db, "shop", "1").await, answered("body", "late"));
    assert_eq!(known(&mut db, "shop", "2").await, answered("body", "applied"));
}

async fn of_parallel_ones_of_a_name_one_is_inserted(database: &Database) {
    let inserts: Vec<_> = (0..8)
        .map(|number| {
            let store = database.store.clone();
            tokio::spawn(async move {
                let mut db = store.write().await.unwrap();
                let inserted = insert(&mut db, "shop", "1", &format!("body {number}"), NOW).await;
                db.commit().await.unwrap();
                inserted
            })
        })
        .collect();
    let mut inserted = 0;
    for insert in inserts {
        inserted += usize::from(insert.await.unwrap());
    }
    assert_eq!(inserted, 1);
}

async fn old_events_are_forgotten(database: &Database) {
    let mut db = database.write().await;
    for (id, at) in [("1", NOW - 2), ("2", NOW - 1), ("3", NOW)] {
        insert(&mut db, "shop", id, "body", at).await;
    }
    assert_eq!(platform_events::delete_old(&mut db, NOW - 1).await.unwrap(), 1);
    assert_eq!(known(&mut db, "shop", "1").await, None);
    assert!(known(&mut db, "shop", "2").await.is_some());
}
