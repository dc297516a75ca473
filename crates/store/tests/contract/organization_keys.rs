//! Keys of an organization: they end once, and another organization has none of them.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{KeyId, OrganizationId, Role};
use perfil_store::api_keys::{self, NewApiKey};
use perfil_store::users::NO_PASSWORD;
use perfil_store::{AnyConnection, organization_keys};

crate::on_both!(
    a_key_is_replaced_once_and_goes_on_for_a_while,
    a_key_is_revoked_once,
    another_organization_has_none_of_them,
    keys_are_listed_while_they_live_and_a_while_after,
    owners_who_can_sign_in_are_found
);

fn id(name: &str) -> KeyId {
    KeyId::new(name)
}

async fn insert(db: &mut AnyConnection, name: &str) {
    let (organization, maker, token_hash) = (organization(), user("ada"), format!("hash of {name}"));
    let (organization_id, created_by) = (Some(&organization), Some(&maker));
    let key = NewApiKey { id: name, name, token_hash: &token_hash, scopes: "events", organization_id, created_by };
    api_keys::insert(db, &key, NOW).await.unwrap();
}

async fn opens(db: &mut AnyConnection, name: &str, now: i64) -> bool {
    api_keys::by_token(db, &format!("hash of {name}"), now).await.unwrap().is_some()
}

async fn living(db: &mut AnyConnection, now: i64) -> i64 {
    organization_keys::count_living(db, &organization(), now).await.unwrap()
}

async fn a_key_is_replaced_once_and_goes_on_for_a_while(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "one").await;
    assert!(organization_keys::replace(&mut db, &organization(), &id("one"), NOW + 10).await.unwrap());
    assert!(!organization_keys::replace(&mut db, &organization(), &id("one"), NOW + 99).await.unwrap(), "once");
    assert!(opens(&mut db, "one", NOW + 9).await && !opens(&mut db, "one", NOW + 10).await);
    assert_eq!([living(&mut db, NOW + 9).await, living(&mut db, NOW + 10).await], [1, 0]);
    assert!(organization_keys::revoke(&mut db, &organization(), &id("one"), NOW + 5).await.unwrap(), "before it ends");
    assert!(!opens(&mut db, "one", NOW + 6).await);
}

async fn a_key_is_revoked_once(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "one").await;
    insert(&mut db, "ended").await;
    assert!(organization_keys::replace(&mut db, &organization(), &id("ended"), NOW).await.unwrap());
    assert!(!organization_keys::revoke(&mut db, &organization(), &id("ended"), NOW).await.unwrap(), "it has ended");
    assert!(organization_keys::revoke(&mut db, &organization(), &id("one"), NOW).await.unwrap());
    assert!(!organization_keys::revoke(&mut db, &organization(), &id("one"), NOW + 1).await.unwrap());
    assert!(!organization_keys::replace(&mut db, &organization(), &id("one"), NOW + 1).await.unwrap());
    assert_eq!(living(&mut db, NOW).await, 0);
}

async fn another_organization_has_none_of_them(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "one").await;
    let other = OrganizationId::new("organization-2");
    assert_eq!(organization_keys::by_id(&mut db, &other, &id("one")).await.unwrap(), None);
    assert!(!organization_keys::replace(&mut db, &other, &id("one"), NOW).await.unwrap());
    assert!(!organization_keys::revoke(&mut db, &other, &id("one"), NOW).await.unwrap());
    assert!(organization_keys::of_organization(&mut db, &other, 0, 10).await.unwrap().is_empty());
    let own = organization_keys::by_id(&mut db, &organization(), &id("one")).await.unwrap().unwrap();
    assert_eq!((own.name.as_str(), own.scopes.as_str()), ("one", "events"));
    assert!(opens(&mut db, "one", NOW).await);
}

async fn keys_are_listed_while_they_live_and_a_while_after(database: &Database) {
    let mut db = database.write().await;
    for name in ["a lives", "b is replaced", "c is revoked"] {
        insert(&mut db, name).await;
    }
    organization_keys::replace(&mut db, &organization(), &id("b is replaced"), NOW + 10).await.unwrap();
    organization_keys::revoke(&mut db, &organization(), &id("c is revoked"), NOW + 20).await.unwrap();
    for (since, expected) in [
        (NOW, vec!["c is revoked", "b is replaced", "a lives"]),
        (NOW + 11, vec!["c is revoked", "a lives"]),
        (NOW + 21, vec!["a lives"]),
    ] {
        let rows = organization_keys::of_organization(&mut db, &organization(), since, 10).await.unwrap();
        let names: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, expected, "since {since}");
        assert!(rows.iter().all(|row| row.created_by.is_some()), "{rows:?}");
    }
    let rows = organization_keys::of_organization(&mut db, &organization(), NOW, 1).await.unwrap();
    assert_eq!((rows.len(), rows[0].revoked_at, rows[0].expires_at), (1, Some(NOW + 20), None));
}

async fn owners_who_can_sign_in_are_found(database: &Database) {
    let mut db = database.write().await;
    for name in ["bea", "cleo", "dora"] {
        insert_user(&mut db, name).await.unwrap();
    }
    let statement = "UPDATE users SET role = $1";
    sqlx::query(statement).bind(Role::Owner.as_str()).execute(&mut *db).await.unwrap();
    for (statement, name) in [
        ("UPDATE users SET role = 'admin' WHERE id = $1", "bea"),
        ("UPDATE users SET disabled_at = 1 WHERE id = $1", "cleo"),
    ] {
        sqlx::query(statement).bind(user(name).as_str()).execute(&mut *db).await.unwrap();
    }
    let statement = "UPDATE users SET password_hash = $2 WHERE id = $1";
    sqlx::query(statement).bind(user("dora").as_str()).bind(NO_PASSWORD).execute(&mut *db).await.unwrap();
    assert_eq!(organization_keys::owners(&mut db, &organization()).await.unwrap(), [user("ada")]);
}
