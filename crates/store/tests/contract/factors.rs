//! Second factors, recovery codes, and what waits for an answer.

use crate::Database;
use crate::database::{NOW, insert_user, user};
use perfil_models::FactorId;
use perfil_store::ceremonies::{self, NewCeremony};
use perfil_store::factors::{self, APP, NewFactor, PASSKEY};
use perfil_store::{AnyConnection, StoreError, recovery_codes, users};

crate::on_both!(
    an_app_waits_and_is_confirmed_once,
    a_person_counts_the_factors_in_use,
    a_step_is_used_once_and_in_order,
    twenty_parallel_uses_of_a_step_use_it_once,
    a_passkey_belongs_to_one_account,
    a_passkey_is_used_as_it_was_read,
    a_factor_is_removed_by_its_owner_only,
    twenty_parallel_uses_of_a_recovery_code_use_it_once,
    recovery_codes_are_their_owners,
    a_ceremony_is_used_once_and_ends,
    twenty_parallel_answers_take_a_ceremony_once,
    a_person_gives_up_what_was_begun
);

fn id(name: &str) -> FactorId {
    FactorId::new(name)
}

async fn insert_app(db: &mut AnyConnection, name: &str, person: &str, expires_at: Option<i64>) {
    let app = NewFactor {
        id: &id(name),
        user_id: &user(person),
        kind: APP,
        name,
        secret: "sealed",
        credential_id: None,
        expires_at,
    };
    factors::insert(db, &app, NOW).await.unwrap();
}

async fn insert_passkey(db: &mut AnyConnection, name: &str, person: &str) -> Result<(), StoreError> {
    let passkey = NewFactor {
        id: &id(name),
        user_id: &user(person),
        kind: PASSKEY,
        name,
        secret: "{1}",
        credential_id: Some("credential"),
        expires_at: None,
    };
    factors::insert(db, &passkey, NOW).await
}

/// The names of a person's factors.
async fn names(db: &mut AnyConnection, person: &str, now: i64) -> Vec<String> {
    let rows = factors::of_user(db, &user(person), now).await.unwrap();
    rows.into_iter().map(|row| row.name).collect()
}

/// How many of twenty that run at once say yes.
async fn wins<F>(attempt: impl Fn() -> F) -> u32
where
    F: Future<Output = bool> + Send + 'static,
{
    let running: Vec<_> = (0..20).map(|_| tokio::spawn(attempt())).collect();
    let mut won = 0;
    for one in running {
        won += u32::from(one.await.unwrap());
    }
    won
}

async fn an_app_waits_and_is_confirmed_once(database: &Database) {
    let mut db = database.write().await;
    let (ada, app) = (user("ada"), id("app"));
    insert_app(&mut db, "app", "ada", Some(NOW + 60)).await;
    let row = factors::of_user(&mut db, &ada, NOW).await.unwrap().remove(0);
    assert_eq!((row.id.as_str(), row.kind.as_str(), row.state.as_str()), ("app", APP, "pending"));
    assert_eq!((row.last_used_at, row.expires_at, row.created_at), (None, Some(NOW + 60), NOW));
    assert!(!factors::use_step(&mut db, &app, 7, NOW).await.unwrap(), "a pending one lets nobody in");
    assert!(!factors::confirm(&mut db, &user("eve"), &app, 7, NOW).await.unwrap(), "somebody else's");
    assert!(!factors::confirm(&mut db, &ada, &app, 7, NOW + 60).await.unwrap(), "too late");
    assert!(names(&mut db, "ada", NOW + 60).await.is_empty(), "over, so not shown");
    assert!(factors::confirm(&mut db, &ada, &app, 7, NOW + 59).await.unwrap());
    assert!(!factors::confirm(&mut db, &ada, &app, 8, NOW + 59).await.unwrap(), "once");
    let row = factors::of_user(&mut db, &ada, NOW + 1_000).await.unwrap().remove(0);
    assert_eq!((row.state.as_str(), row.expires_at, row.created_at), ("active", None, NOW + 59));
    assert!(!factors::use_step(&mut db, &app, 7, NOW).await.unwrap(), "its first code is used up");
}

async fn a_person_counts_the_factors_in_use(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    insert_app(&mut db, "app", "ada", None).await;
    insert_app(&mut db, "waiting", "ada", Some(NOW + 60)).await;
    insert_passkey(&mut db, "passkey", "ada").await.unwrap();
    let ada = users::by_id(&mut db, &user("ada")).await.unwrap().unwrap();
    let eve = users::by_email(&mut db, "eve@example.com").await.unwrap().unwrap();
    assert_eq!((ada.factors, eve.factors), (2, 0));
}

async fn a_step_is_used_once_and_in_order(database: &Database) {
    let mut db = database.write().await;
    insert_app(&mut db, "app", "ada", None).await;
    for (step, is_new) in [(5, true), (5, false), (4, false), (6, true)] {
        assert_eq!(factors::use_step(&mut db, &id("app"), step, NOW + step).await.unwrap(), is_new, "{step}");
    }
    let row = factors::of_user(&mut db, &user("ada"), NOW).await.unwrap().remove(0);
    assert_eq!(row.last_used_at, Some(NOW + 6));
}

async fn twenty_parallel_uses_of_a_step_use_it_once(database: &Database) {
    let mut db = database.write().await;
    insert_app(&mut db, "app", "ada", None).await;
    db.commit().await.unwrap();
    let used = wins(|| {
        let store = database.store.clone();
        async move {
            let mut db = store.write().await.unwrap();
            let used = factors::use_step(&mut db, &id("app"), 5, NOW).await.unwrap();
            db.commit().await.unwrap();
            used
        }
    });
    assert_eq!(used.await, 1);
}

async fn a_passkey_belongs_to_one_account(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    insert_passkey(&mut db, "first", "ada").await.unwrap();
    db.commit().await.unwrap();
    for (name, person) in [("second", "eve"), ("third", "ada")] {
        let mut db = database.write().await;
        let refused = insert_passkey(&mut db, name, person).await;
        assert!(matches!(refused, Err(StoreError::Taken(_))), "{refused:?}");
    }
    let mut db = database.write().await;
    let found = factors::by_credential(&mut db, "credential").await.unwrap().unwrap();
    assert_eq!((found.id.as_str(), found.user_id.as_str(), found.kind.as_str()), ("first", "user-ada", PASSKEY));
    assert!(factors::by_credential(&mut db, "another").await.unwrap().is_none());
}

async fn a_passkey_is_used_as_it_was_read(database: &Database) {
    let mut db = database.write().await;
    insert_passkey(&mut db, "passkey", "ada").await.unwrap();
    let passkey = id("passkey");
    assert!(factors::use_passkey(&mut db, &passkey, "{1}", "{2}", NOW + 1).await.unwrap());
    assert!(!factors::use_passkey(&mut db, &passkey, "{1}", "{3}", NOW + 2).await.unwrap(), "it was used meanwhile");
    let row = factors::by_credential(&mut db, "credential").await.unwrap().unwrap();
    assert_eq!((row.secret.as_str(), row.last_used_at), ("{2}", Some(NOW + 1)));
    factors::remove(&mut db, &user("ada"), &passkey).await.unwrap();
    assert!(!factors::use_passkey(&mut db, &passkey, "{2}", "{3}", NOW + 3).await.unwrap(), "it was removed");
}

async fn a_factor_is_removed_by_its_owner_only(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    for (name, expires_at) in [("app", None), ("other", None), ("waiting", Some(NOW + 60))] {
        insert_app(&mut db, name, "ada", expires_at).await;
    }
    assert_eq!(factors::remove(&mut db, &user("eve"), &id("app")).await.unwrap(), None);
    assert_eq!(factors::remove(&mut db, &user("ada"), &id("waiting")).await.unwrap(), None, "it is not in use");
    assert_eq!(factors::remove(&mut db, &user("ada"), &id("app")).await.unwrap().as_deref(), Some("app"));
    assert_eq!(factors::remove(&mut db, &user("ada"), &id("app")).await.unwrap(), None, "once");
    assert_eq!(factors::remove_pending(&mut db, &user("eve")).await.unwrap(), 0);
    assert_eq!(factors::remove_pending(&mut db, &user("ada")).await.unwrap(), 1);
    assert_eq!(names(&mut db, "ada", NOW).await, ["other"]);

    insert_app(&mut db, "waiting", "ada", Some(NOW + 60)).await;
    assert_eq!(factors::delete_expired(&mut db, NOW + 59).await.unwrap(), 0);
    assert_eq!(factors::delete_expired(&mut db, NOW + 60).await.unwrap(), 1);
    assert_eq!(factors::remove_all(&mut db, &user("eve")).await.unwrap(), 0);
    assert_eq!(factors::remove_all(&mut db, &user("ada")).await.unwrap(), 1);
}

fn hashes() -> [String; recovery_codes::CODES] {
    std::array::from_fn(|number| format!("hash {number}"))
}

async fn twenty_parallel_uses_of_a_recovery_code_use_it_once(database: &Database) {
    let mut db = database.write().await;
    recovery_codes::insert(&mut db, &user("ada"), &hashes(), NOW).await.unwrap();
    db.commit().await.unwrap();
    let used = wins(|| {
        let store = database.store.clone();
        async move {
            let mut db = store.write().await.unwrap();
            let used = recovery_codes::take(&mut db, &user("ada"), "hash 1").await.unwrap();
            db.commit().await.unwrap();
            used
        }
    });
    assert_eq!(used.await, 1);
}

async fn recovery_codes_are_their_owners(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    recovery_codes::insert(&mut db, &user("ada"), &hashes(), NOW).await.unwrap();
    assert!(!recovery_codes::take(&mut db, &user("eve"), "hash 3").await.unwrap());
    assert!(recovery_codes::take(&mut db, &user("ada"), "hash 3").await.unwrap());
    assert!(!recovery_codes::take(&mut db, &user("ada"), "hash 3").await.unwrap(), "once");
    assert_eq!(recovery_codes::count(&mut db, &user("ada")).await.unwrap(), 9);
    assert_eq!(recovery_codes::delete_all(&mut db, &user("eve")).await.unwrap(), 0);
    assert_eq!(recovery_codes::delete_all(&mut db, &user("ada")).await.unwrap(), 9);
    assert_eq!(recovery_codes::count(&mut db, &user("ada")).await.unwrap(), 0);
}

async fn begin(db: &mut AnyConnection, token_hash: &str, purpose: &str, person: Option<&str>) {
    let person = person.map(user);
    let ceremony = NewCeremony {
        token_hash,
        purpose,
        user_id: person.as_ref(),
        remembered: true,
        name: "Laptop",
        state: "{}",
        expires_at: NOW + 60,
    };
    ceremonies::insert(db, &ceremony, NOW).await.unwrap();
}

async fn a_ceremony_is_used_once_and_ends(database: &Database) {
    let mut db = database.write().await;
    begin(&mut db, "token", "add", Some("ada")).await;
    begin(&mut db, "anybody", "sign-in", None).await;
    for (token, now) in [("other", NOW), ("token", NOW + 60)] {
        assert!(ceremonies::find(&mut db, token, now).await.unwrap().is_none(), "{token}");
        assert!(ceremonies::take(&mut db, token, now).await.unwrap().is_none(), "{token}");
    }
    let found = ceremonies::find(&mut db, "token", NOW + 59).await.unwrap().unwrap();
    assert_eq!((found.purpose.as_str(), found.user_id.as_deref()), ("add", Some("user-ada")));
    assert_eq!((found.remembered, found.name.as_str(), found.state.as_str()), (1, "Laptop", "{}"));
    assert!(ceremonies::take(&mut db, "token", NOW + 59).await.unwrap().is_some(), "looking does not use it up");
    assert!(ceremonies::find(&mut db, "token", NOW).await.unwrap().is_none(), "it was used");
    let anybody = ceremonies::take(&mut db, "anybody", NOW).await.unwrap().unwrap();
    assert_eq!((anybody.purpose.as_str(), anybody.user_id), ("sign-in", None));
}

async fn twenty_parallel_answers_take_a_ceremony_once(database: &Database) {
    let mut db = database.write().await;
    begin(&mut db, "token", "sign-in", None).await;
    db.commit().await.unwrap();
    let taken = wins(|| {
        let store = database.store.clone();
        async move {
            let mut db = store.write().await.unwrap();
            let taken = ceremonies::take(&mut db, "token", NOW).await.unwrap();
            db.commit().await.unwrap();
            taken.is_some()
        }
    });
    assert_eq!(taken.await, 1);
}

async fn a_person_gives_up_what_was_begun(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    for (token, person) in [("a", Some("ada")), ("b", Some("ada")), ("c", Some("eve")), ("d", None)] {
        begin(&mut db, token, "add", person).await;
    }
    assert_eq!(ceremonies::end_of_user(&mut db, &user("ada")).await.unwrap(), 2);
    assert!(ceremonies::find(&mut db, "c", NOW).await.unwrap().is_some());
    assert_eq!(ceremonies::delete_expired(&mut db, NOW + 59).await.unwrap(), 0);
    assert_eq!(ceremonies::delete_expired(&mut db, NOW + 60).await.unwrap(), 2);
}
