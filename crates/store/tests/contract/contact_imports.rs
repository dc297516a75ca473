//! Imports of contacts.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_store::AnyConnection;
use perfil_store::contact_imports::{self as imports, ImportRow, ImportStep};

crate::on_both!(
    an_import_goes_forward_only,
    what_is_over_stays_over,
    a_failed_one_keeps_how_far_it_came,
    the_latest_come_first,
    old_imports_are_forgotten
);

/// A step of the import of that name; `state` and how many contacts were looked at.
async fn step(db: &mut AnyConnection, id: &str, state: &str, done: i64, total: Option<i64>) -> bool {
    let step = ImportStep {
        organization_id: &organization(),
        external_id: id,
        user_id: &user("ada"),
        name: &format!("{id}.csv"),
        state,
        done,
        total,
        imported: if state == "completed" { done } else { 0 },
        rejected: 0,
        reasons: "[]",
        failure: (state == "failed").then_some("no such file"),
        occurred_at: NOW + done,
    };
    imports::step(db, &step).await.unwrap()
}

async fn of_ada(db: &mut AnyConnection, since: i64, limit: i64) -> Vec<ImportRow> {
    imports::latest_of_user(db, &user("ada"), since, limit).await.unwrap()
}

async fn an_import_goes_forward_only(database: &Database) {
    let mut db = database.write().await;
    assert!(step(&mut db, "i1", "running", 0, Some(100)).await);
    assert!(step(&mut db, "i1", "running", 50, None).await);
    assert!(!step(&mut db, "i1", "running", 40, Some(90)).await, "late");
    let row = of_ada(&mut db, 0, 9).await.remove(0);
    let seen = (row.external_id.as_str(), row.name.as_str(), row.state.as_str(), row.done, row.total);
    assert_eq!(seen, ("i1", "i1.csv", "running", 50, Some(100)), "a total that was told once is known");
}

async fn what_is_over_stays_over(database: &Database) {
    let mut db = database.write().await;
    step(&mut db, "i1", "running", 50, Some(100)).await;
    assert!(step(&mut db, "i1", "completed", 30, None).await, "the end counts whatever was told before");
    for state in ["running", "completed", "failed"] {
        assert!(!step(&mut db, "i1", state, 99, None).await, "{state}");
    }
    let row = of_ada(&mut db, 0, 9).await.remove(0);
    assert_eq!((row.state.as_str(), row.done, row.imported, row.failure), ("completed", 30, 30, None));
    assert!(step(&mut db, "i2", "completed", 1, None).await, "one whose begin was never told");
}

async fn a_failed_one_keeps_how_far_it_came(database: &Database) {
    let mut db = database.write().await;
    step(&mut db, "i1", "running", 50, Some(100)).await;
    assert!(step(&mut db, "i1", "failed", 0, None).await);
    let row = of_ada(&mut db, 0, 9).await.remove(0);
    assert_eq!((row.state.as_str(), row.done, row.total), ("failed", 50, Some(100)));
    assert_eq!((row.failure.as_deref(), row.reasons.as_str(), row.rejected), (Some("no such file"), "[]", 0));
}

async fn the_latest_come_first(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    for (id, done) in [("i2", 2), ("i1", 1), ("i3", 3)] {
        step(&mut db, id, "running", done, None).await;
    }
    let ids = |rows: Vec<ImportRow>| rows.into_iter().map(|row| row.external_id).collect::<Vec<_>>();
    assert_eq!(ids(of_ada(&mut db, 0, 2).await), ["i3", "i2"]);
    assert_eq!(ids(of_ada(&mut db, NOW + 3, 9).await), ["i3"]);
    assert!(imports::latest_of_user(&mut db, &user("eve"), 0, 9).await.unwrap().is_empty());
}

async fn old_imports_are_forgotten(database: &Database) {
    let mut db = database.write().await;
    for done in 1..=3 {
        step(&mut db, &format!("i{done}"), "running", done, None).await;
    }
    assert_eq!(imports::delete_old(&mut db, NOW + 3).await.unwrap(), 2);
    assert_eq!(of_ada(&mut db, 0, 9).await.len(), 1);
}
