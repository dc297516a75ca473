//! Accounts that wait to be deleted.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_store::deletions::{self, NewDeletion};
use perfil_store::{AnyConnection, own_data};

crate::on_both!(
    a_deletion_waits_once,
    a_deletion_that_is_taken_back_can_be_asked_for_anew,
    the_first_that_are_due_come_first,
    a_person_is_reminded_once,
    who_is_about_to_go_is_no_owner_that_stays,
    a_person_without_traces_is_erased
);

const HOUR: i64 = 3_600_000;

/// Whether `name` could ask to be deleted in that many hours, and reminded an hour before.
async fn ask(db: &mut AnyConnection, name: &str, hash: &str, hours: i64) -> bool {
    let erase_at = NOW + hours * HOUR;
    let new = NewDeletion { user_id: &user(name), undo_hash: hash, erase_at, remind_at: erase_at - HOUR };
    deletions::insert(db, &new, NOW).await.unwrap()
}

async fn a_deletion_waits_once(database: &Database) {
    let mut db = database.write().await;
    assert_eq!(deletions::pending(&mut db, &user("ada")).await.unwrap(), None);
    assert!(ask(&mut db, "ada", "first", 5).await);
    assert!(!ask(&mut db, "ada", "second", 9).await, "one waits");
    assert_eq!(deletions::pending(&mut db, &user("ada")).await.unwrap(), Some(NOW + 5 * HOUR));
    let found = deletions::by_link(&mut db, "first").await.unwrap().unwrap();
    assert_eq!(
        (found.user_id(), found.organization_id(), found.state.as_str()),
        (user("ada"), organization(), "pending")
    );
    assert_eq!(deletions::by_link(&mut db, "second").await.unwrap(), None);
}

async fn a_deletion_that_is_taken_back_can_be_asked_for_anew(database: &Database) {
    let mut db = database.write().await;
    assert!(!deletions::keep(&mut db, &user("ada")).await.unwrap(), "none waits");
    ask(&mut db, "ada", "first", 5).await;
    assert!(deletions::keep(&mut db, &user("ada")).await.unwrap());
    assert!(!deletions::keep(&mut db, &user("ada")).await.unwrap(), "once");
    assert_eq!(deletions::pending(&mut db, &user("ada")).await.unwrap(), None);
    assert_eq!(deletions::by_link(&mut db, "first").await.unwrap().unwrap().state, "kept");
    assert!(deletions::due(&mut db, NOW + 9 * HOUR, 9).await.unwrap().is_empty());
    assert!(ask(&mut db, "ada", "second", 7).await);
    assert_eq!(deletions::by_link(&mut db, "first").await.unwrap(), None, "its link leads nowhere");
    assert_eq!(deletions::pending(&mut db, &user("ada")).await.unwrap(), Some(NOW + 7 * HOUR));
}

async fn the_first_that_are_due_come_first(database: &Database) {
    let mut db = database.write().await;
    for (name, hours) in [("bob", 3), ("eve", 2), ("kim", 4)] {
        insert_user(&mut db, name).await.unwrap();
        ask(&mut db, name, name, hours).await;
    }
    let due = deletions::due(&mut db, NOW + 3 * HOUR, 9).await.unwrap();
    assert_eq!(due.iter().map(|row| row.user_id()).collect::<Vec<_>>(), [user("eve"), user("bob")]);
    assert_eq!(deletions::due(&mut db, NOW + 3 * HOUR, 1).await.unwrap().len(), 1);
    assert!(deletions::due(&mut db, NOW, 9).await.unwrap().is_empty());
}

async fn a_person_is_reminded_once(database: &Database) {
    let mut db = database.write().await;
    ask(&mut db, "ada", "first", 5).await;
    assert!(deletions::to_remind(&mut db, NOW + 3 * HOUR, 9).await.unwrap().is_empty());
    let now = NOW + 4 * HOUR;
    assert_eq!(deletions::to_remind(&mut db, now, 9).await.unwrap().len(), 1);
    assert!(!deletions::note_reminded(&mut db, &user("ada"), NOW).await.unwrap(), "too early");
    assert!(deletions::note_reminded(&mut db, &user("ada"), now).await.unwrap());
    assert!(!deletions::note_reminded(&mut db, &user("ada"), now).await.unwrap());
    assert!(deletions::to_remind(&mut db, now, 9).await.unwrap().is_empty());
}

async fn who_is_about_to_go_is_no_owner_that_stays(database: &Database) {
    let mut db = database.write().await;
    for name in ["bob", "eve"] {
        insert_user(&mut db, name).await.unwrap();
    }
    sqlx::query("UPDATE users SET role = 'owner'").execute(&mut *db).await.unwrap();
    let count = async |db: &mut AnyConnection, name| {
        deletions::count_lasting_owners(db, &organization(), &user(name)).await.unwrap()
    };
    assert_eq!(count(&mut db, "ada").await, 2);
    ask(&mut db, "bob", "bob", 5).await;
    assert_eq!((count(&mut db, "ada").await, count(&mut db, "bob").await), (1, 2));
    sqlx::query("UPDATE users SET disabled_at = 1 WHERE id = 'user-eve'").execute(&mut *db).await.unwrap();
    assert_eq!((count(&mut db, "ada").await, count(&mut db, "bob").await), (0, 1));
    deletions::keep(&mut db, &user("bob")).await.unwrap();
    assert_eq!(count(&mut db, "ada").await, 1);
}

async fn a_person_without_traces_is_erased(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "bob").await.unwrap();
    ask(&mut db, "ada", "first", 5).await;
    own_data::erase(&mut db, &user("ada")).await.unwrap();
    let own = own_data::of_user(&mut db, &user("ada")).await.unwrap();
    assert!(own.iter().all(|table| table.rows.is_empty()), "{own:?}");
    let other = own_data::of_user(&mut db, &user("bob")).await.unwrap();
    assert!(other.iter().any(|table| table.table == "users" && table.rows.len() == 1), "{other:?}");
    insert_user(&mut db, "ada").await.unwrap();
}
