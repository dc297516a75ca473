//! Bringing back what was before a change, and who may have an address meanwhile.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{ChangeId, EmailAddress, SessionId};
use perfil_store::contact_changes::{self as changes, Before, EMAIL, NewChange};
use perfil_store::resets::{self, INVITATION, NewReset, RESET};
use perfil_store::{AnyConnection, StoreError, Write, undo, users};

crate::on_both!(
    a_link_finds_its_change,
    an_undo_works_once_and_in_time,
    the_address_of_before_is_reserved,
    eight_parallel_undos_undo_once,
    two_people_race_for_an_address,
    a_taken_address_waits_for_who_gives_it_up,
    what_was_changed_since_is_left_alone,
    all_pending_changes_end_together,
    a_reset_link_works_once_and_the_newest_only,
    old_reset_links_are_forgotten
);

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

/// A change of Ada's address to `new`, made, with the undo link `undo {id}`.
async fn changed(db: &mut AnyConnection, id: &str, old: &str, new: &str) {
    pending(db, id, new).await;
    let (hash, folded) = (format!("undo {id}"), old.to_lowercase());
    let before = Before { value: old, folded: &folded, undo_hash: &hash, undo_until: NOW + 700 };
    assert!(changes::confirm(db, id, Some(&before), NOW).await.unwrap());
    assert!(users::set_email(db, &user("ada"), old, &address(new), NOW).await.unwrap());
}

async fn pending(db: &mut AnyConnection, id: &str, new: &str) {
    let change = NewChange {
        id: &ChangeId::new(id),
        organization_id: &organization(),
        user_id: &user("ada"),
        session_id: &SessionId::new("session"),
        kind: EMAIL,
        new_value: new,
        code_hash: &format!("link {id}"),
        attempts: 1,
        resends: 2,
        next_send_at: NOW + 30,
        expires_at: NOW + 300,
    };
    changes::insert(db, &change, NOW).await.unwrap();
}

async fn a_link_finds_its_change(database: &Database) {
    let mut db = database.write().await;
    pending(&mut db, "c1", "Ada@new.example.com").await;
    let found = changes::by_link(&mut db, "link c1").await.unwrap().unwrap();
    assert_eq!((found.id.as_str(), found.state.as_str(), found.expires_at), ("c1", "pending", NOW + 300));
    assert_eq!((found.user_id.as_str(), found.new_value.as_str()), (user("ada").as_str(), "Ada@new.example.com"));
    assert!(changes::by_link(&mut db, "link c2").await.unwrap().is_none());
    assert!(!changes::confirm(&mut db, "c1", None, NOW + 300).await.unwrap(), "not after its end");
}

async fn an_undo_works_once_and_in_time(database: &Database) {
    let mut db = database.write().await;
    changed(&mut db, "c1", "ada@example.com", "ada@new.example.com").await;
    let found = undo::by_link(&mut db, "undo c1").await.unwrap().unwrap();
    assert_eq!((found.old_value.as_str(), found.new_value.as_str()), ("ada@example.com", "ada@new.example.com"));
    assert_eq!((found.kind.as_str(), found.state.as_str(), found.undo_until), (EMAIL, "confirmed", NOW + 700));
    assert!(undo::by_link(&mut db, "undo c2").await.unwrap().is_none());
    assert!(!undo::mark(&mut db, "c1", NOW + 700).await.unwrap(), "not after its end");
    assert!(undo::mark(&mut db, "c1", NOW + 699).await.unwrap());
    assert!(!undo::mark(&mut db, "c1", NOW + 699).await.unwrap(), "not twice");
}

async fn the_address_of_before_is_reserved(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    changed(&mut db, "c1", "ada@example.com", "ada@new.example.com").await;
    let reserved = undo::reservation(&mut db, "ada@example.com", &user("eve"), NOW + 699).await.unwrap().unwrap();
    assert_eq!((reserved.user_id.as_str(), reserved.old_value.as_str()), (user("ada").as_str(), "ada@example.com"));
    for (person, now) in [("ada", NOW), ("eve", NOW + 700)] {
        assert!(undo::reservation(&mut db, "ada@example.com", &user(person), now).await.unwrap().is_none(), "{person}");
    }
    assert!(undo::mark(&mut db, "c1", NOW).await.unwrap());
    assert!(undo::reservation(&mut db, "ada@example.com", &user("eve"), NOW).await.unwrap().is_none(), "undone");
}

async fn eight_parallel_undos_undo_once(database: &Database) {
    let mut db = database.write().await;
    changed(&mut db, "c1", "ada@example.com", "ada@new.example.com").await;
    db.commit().await.unwrap();
    let undos = (0..8).map(|_| {
        let store = database.store.clone();
        tokio::spawn(async move {
            let mut db = store.write().await.unwrap();
            let undone = undo::mark(&mut db, "c1", NOW).await.unwrap();
            db.commit().await.unwrap();
            undone
        })
    });
    let mut undone = 0;
    for undo in undos.collect::<Vec<_>>() {
        undone += u32::from(undo.await.unwrap());
    }
    assert_eq!(undone, 1, "s77");
}

async fn two_people_race_for_an_address(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    db.commit().await.unwrap();
    let races = ["ada", "eve"].map(|name| {
        let store = database.store.clone();
        tokio::spawn(async move {
            let mut db = store.write().await.unwrap();
            let from = format!("{name}@example.com");
            let set = users::set_email(&mut db, &user(name), &from, &address("prize@example.com"), NOW).await;
            match set {
                Ok(won) => {
                    db.commit().await.unwrap();
                    won
                }
                Err(StoreError::Taken(_)) => false,
                Err(other) => panic!("{other}"),
            }
        })
    });
    let mut winners = 0;
    for race in races {
        winners += u32::from(race.await.unwrap());
    }
    assert_eq!(winners, 1, "s40");
}

/// Eve asks for Ada's old address while Ada's change commits: the reservation is seen after the write.
async fn a_taken_address_waits_for_who_gives_it_up(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    db.commit().await.unwrap();
    let mut ada: Write = database.write().await;
    changed(&mut ada, "c1", "ada@example.com", "ada@new.example.com").await;
    let store = database.store.clone();
    let eve = tokio::spawn(async move {
        let mut db = store.write().await.unwrap();
        let wanted = address("ada@example.com");
        let set = users::set_email(&mut db, &user("eve"), "eve@example.com", &wanted, NOW).await.unwrap();
        let reserved = undo::reservation(&mut db, "ada@example.com", &user("eve"), NOW).await.unwrap();
        (set, reserved.is_some())
    });
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    ada.commit().await.unwrap();
    assert_eq!(eve.await.unwrap(), (true, true), "s78: written, but reserved, so rolled back");
}

async fn what_was_changed_since_is_left_alone(database: &Database) {
    let mut db = database.write().await;
    changed(&mut db, "c1", "ada@example.com", "ada@new.example.com").await;
    let (old, newest) = (address("ada@example.com"), address("ada@newest.example.com"));
    assert!(users::set_email(&mut db, &user("ada"), "ada@new.example.com", &newest, NOW).await.unwrap());
    assert!(!users::set_email(&mut db, &user("ada"), "ada@new.example.com", &old, NOW).await.unwrap());
    users::set_phone(&mut db, &user("ada"), Some("+447700900123"), NOW).await.unwrap();
    let (from, to) = ("+447700900999", "+447700900456");
    assert!(!users::restore_phone(&mut db, &user("ada"), from, to, NOW).await.unwrap());
    assert!(users::restore_phone(&mut db, &user("ada"), "+447700900123", to, NOW).await.unwrap());
    users::freeze_contacts(&mut db, &user("ada"), NOW + 5).await.unwrap();
    let ada = users::by_id(&mut db, &user("ada")).await.unwrap().unwrap();
    assert_eq!((ada.email.as_str(), ada.phone.as_deref()), ("ada@newest.example.com", Some(to)));
    assert_eq!(ada.contacts_frozen_until, Some(NOW + 5));
}

async fn all_pending_changes_end_together(database: &Database) {
    let mut db = database.write().await;
    pending(&mut db, "c1", "ada@new.example.com").await;
    assert_eq!(changes::end_all(&mut db, &user("ada"), NOW).await.unwrap(), 1);
    assert!(changes::pending(&mut db, &user("ada"), NOW).await.unwrap().is_empty());
    assert_eq!(changes::by_link(&mut db, "link c1").await.unwrap().unwrap().state, "cancelled");
}

async fn insert_reset(db: &mut AnyConnection, id: &str) {
    let reset = NewReset {
        id,
        user_id: &user("ada"),
        purpose: RESET,
        token_hash: &format!("token {id}"),
        expires_at: NOW + 60,
    };
    resets::insert(db, &reset, NOW).await.unwrap();
}

async fn a_reset_link_works_once_and_the_newest_only(database: &Database) {
    let mut db = database.write().await;
    insert_reset(&mut db, "1").await;
    assert_eq!(resets::replace(&mut db, &user("ada"), INVITATION).await.unwrap(), 0);
    assert_eq!(resets::replace(&mut db, &user("ada"), RESET).await.unwrap(), 1);
    insert_reset(&mut db, "2").await;
    assert!(!resets::take(&mut db, "1", NOW).await.unwrap(), "s75: replaced");
    assert!(!resets::take(&mut db, "2", NOW + 60).await.unwrap(), "s75: over");
    assert!(resets::take(&mut db, "2", NOW + 59).await.unwrap());
    assert!(!resets::take(&mut db, "2", NOW + 59).await.unwrap(), "s75: used");
    let states = ["token 1", "token 2", "token 3"];
    let mut found = Vec::new();
    for token in states {
        found.push(resets::by_link(&mut db, RESET, token).await.unwrap().map(|row| (row.user_id, row.state)));
        assert!(resets::by_link(&mut db, INVITATION, token).await.unwrap().is_none(), "s38: for another purpose");
    }
    let ada = user("ada").to_string();
    assert_eq!(found, [Some((ada.clone(), "replaced".to_owned())), Some((ada, "used".to_owned())), None]);
}

async fn old_reset_links_are_forgotten(database: &Database) {
    let mut db = database.write().await;
    insert_reset(&mut db, "1").await;
    assert_eq!(resets::end(&mut db, &user("ada")).await.unwrap(), 1);
    assert_eq!(resets::delete_old(&mut db, NOW + 60).await.unwrap(), 0);
    assert_eq!(resets::delete_old(&mut db, NOW + 61).await.unwrap(), 1);
}
