//! Pending changes of a phone number.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{ChangeId, SessionId};
use perfil_store::contact_changes::{self as changes, CodeLife, NewChange, PHONE};
use perfil_store::{AnyConnection, StoreError};

crate::on_both!(
    one_change_is_pending_per_person,
    attempts_run_out,
    fifty_parallel_attempts_take_five,
    eight_parallel_confirmations_confirm_once,
    a_resend_keeps_the_attempts_and_moves_the_end_within_the_change,
    a_resend_waits_its_turn,
    foreign_and_expired_changes_are_out_of_reach,
    ended_changes_are_forgotten,
    a_clock_that_was_set_back_ends_changes
);

const LIFE: CodeLife = CodeLife { of_code: 300, of_change: 600 };

async fn insert(db: &mut AnyConnection, id: &str) -> Result<(), StoreError> {
    let change = NewChange {
        id: &ChangeId::new(id),
        organization_id: &organization(),
        user_id: &user("ada"),
        session_id: &SessionId::new("session"),
        kind: PHONE,
        new_value: "+447700900123",
        code_hash: "hash 1",
        attempts: 5,
        resends: 2,
        next_send_at: NOW + 30,
        expires_at: NOW + 300,
    };
    changes::insert(db, &change, NOW).await
}

async fn one_change_is_pending_per_person(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "c1").await.unwrap();
    db.commit().await.unwrap();
    let mut db = database.write().await;
    assert!(matches!(insert(&mut db, "c2").await, Err(StoreError::Taken(_))));
    drop(db);
    let mut db = database.write().await;
    let ended = changes::end(&mut db, &user("ada"), PHONE, NOW).await.unwrap();
    assert_eq!(ended, Some(ChangeId::new("c1")));
    insert(&mut db, "c2").await.unwrap();
    let pending = changes::pending(&mut db, &user("ada"), NOW).await.unwrap().pop().unwrap();
    assert_eq!((pending.id.as_str(), pending.attempts_left, pending.sends_left), ("c2", 5, 2));
    let first = changes::state_of(&mut db, &user("ada"), &ChangeId::new("c1")).await.unwrap().unwrap();
    assert_eq!(first.state, "cancelled");
}

async fn attempts_run_out(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "c1").await.unwrap();
    let id = ChangeId::new("c1");
    for left in [4, 3, 2, 1, 0] {
        let row = changes::take_attempt(&mut db, &user("ada"), &id, NOW).await.unwrap().unwrap();
        assert_eq!(row.attempts_left, left);
    }
    assert!(changes::take_attempt(&mut db, &user("ada"), &id, NOW).await.unwrap().is_none());
    assert!(changes::pending(&mut db, &user("ada"), NOW).await.unwrap().is_empty());
}

async fn committed(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "c1").await.unwrap();
    db.commit().await.unwrap();
}

async fn fifty_parallel_attempts_take_five(database: &Database) {
    committed(database).await;
    let attempts = (0..50).map(|_| {
        let store = database.store.clone();
        tokio::spawn(async move {
            let mut db = store.write().await.unwrap();
            let taken = changes::take_attempt(&mut db, &user("ada"), &ChangeId::new("c1"), NOW).await.unwrap();
            db.commit().await.unwrap();
            taken.is_some()
        })
    });
    let mut taken = 0;
    for attempt in attempts.collect::<Vec<_>>() {
        taken += u32::from(attempt.await.unwrap());
    }
    assert_eq!(taken, 5, "s47");
}

async fn eight_parallel_confirmations_confirm_once(database: &Database) {
    committed(database).await;
    let confirmations = (0..8).map(|_| {
        let store = database.store.clone();
        tokio::spawn(async move {
            let mut db = store.write().await.unwrap();
            let confirmed = changes::confirm(&mut db, "c1", None, NOW).await.unwrap();
            db.commit().await.unwrap();
            confirmed
        })
    });
    let mut confirmed = 0;
    for confirmation in confirmations.collect::<Vec<_>>() {
        confirmed += u32::from(confirmation.await.unwrap());
    }
    assert_eq!(confirmed, 1, "s48");
}

async fn a_resend_keeps_the_attempts_and_moves_the_end_within_the_change(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "c1").await.unwrap();
    let id = ChangeId::new("c1");
    changes::take_attempt(&mut db, &user("ada"), &id, NOW).await.unwrap();
    let now = NOW + 100;
    let row = changes::resend(&mut db, &user("ada"), &id, "hash 2", now + 30, &LIFE, now).await.unwrap().unwrap();
    assert_eq!((row.attempts_left, row.sends_left, row.code_hash.as_str()), (4, 1, "hash 2"));
    assert_eq!(row.expires_at, now + 300);
    let now = NOW + 390;
    let row = changes::resend(&mut db, &user("ada"), &id, "hash 3", now + 30, &LIFE, now).await.unwrap().unwrap();
    assert_eq!((row.expires_at, row.sends_left), (NOW + 600, 0), "the change as a whole lives no longer");
    let now = NOW + 500;
    assert!(changes::resend(&mut db, &user("ada"), &id, "hash 4", now, &LIFE, now).await.unwrap().is_none());
}

async fn a_resend_waits_its_turn(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "c1").await.unwrap();
    let id = ChangeId::new("c1");
    let early = NOW + 29;
    assert!(changes::resend(&mut db, &user("ada"), &id, "hash", early, &LIFE, early).await.unwrap().is_none());
    let late = NOW + 300;
    assert!(changes::resend(&mut db, &user("ada"), &id, "hash", late, &LIFE, late).await.unwrap().is_none());
}

async fn foreign_and_expired_changes_are_out_of_reach(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    insert(&mut db, "c1").await.unwrap();
    let id = ChangeId::new("c1");
    assert!(changes::take_attempt(&mut db, &user("eve"), &id, NOW).await.unwrap().is_none());
    assert!(changes::state_of(&mut db, &user("eve"), &id).await.unwrap().is_none());
    assert!(changes::take_attempt(&mut db, &user("ada"), &id, NOW + 300).await.unwrap().is_none());
    assert_eq!(changes::expire(&mut db, NOW + 300).await.unwrap(), 1);
    let state = changes::state_of(&mut db, &user("ada"), &id).await.unwrap().unwrap();
    assert_eq!((state.state.as_str(), state.session_id.as_str(), state.attempts_left), ("expired", "session", 5));
}

async fn ended_changes_are_forgotten(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "c1").await.unwrap();
    assert_eq!(changes::delete_old(&mut db, NOW + 1_000).await.unwrap(), 0, "pending ones stay");
    assert!(changes::confirm(&mut db, "c1", None, NOW).await.unwrap());
    assert_eq!(changes::delete_old(&mut db, NOW + 1_000).await.unwrap(), 1);
}

async fn a_clock_that_was_set_back_ends_changes(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "c1").await.unwrap();
    assert_eq!(changes::expire(&mut db, NOW - 60_000).await.unwrap(), 0, "two clocks may differ");
    assert_eq!(changes::expire(&mut db, NOW - 60_001).await.unwrap(), 1);
    let state = changes::state_of(&mut db, &user("ada"), &ChangeId::new("c1")).await.unwrap().unwrap();
    assert_eq!(state.state, "expired");
}
