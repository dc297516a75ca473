//! Requests for roles: one of a person waits, and it is decided on once.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{OrganizationId, Reason, Role, RoleRequestId, Topic};
use perfil_store::role_requests::{self, DECLINED, GRANTED, NewRoleRequest};
use perfil_store::users::NO_PASSWORD;
use perfil_store::{AnyConnection, recipients};

crate::on_both!(
    one_request_of_a_person_waits,
    a_request_is_decided_on_once,
    a_request_is_withdrawn_by_its_own_person,
    the_oldest_request_comes_first,
    a_role_that_is_given_settles_what_asked_for_it,
    what_ended_is_deleted_when_it_is_old,
    every_owner_who_can_sign_in_is_told
);

fn id(name: &str) -> RoleRequestId {
    RoleRequestId::new(name)
}

/// Whether `name` could ask to be `role` at `at`.
async fn ask(db: &mut AnyConnection, request: &str, name: &str, role: Role, at: i64) -> bool {
    let (organization, user, reason) = (organization(), user(name), Reason::parse("I keep the books.").unwrap());
    let (id, organization_id, user_id) = (&id(request), &organization, &user);
    let new = NewRoleRequest { id, organization_id, user_id, role, reason: &reason };
    role_requests::insert(db, &new, at).await.unwrap()
}

async fn waits(db: &mut AnyConnection, name: &str) -> Option<Role> {
    role_requests::waiting_of_user(db, &user(name)).await.unwrap().map(|asked| asked.role())
}

async fn state(db: &mut AnyConnection, request: &str) -> String {
    let text = "SELECT state FROM role_requests WHERE id = $1";
    let (state,): (String,) = sqlx::query_as(text).bind(request).fetch_one(db).await.unwrap();
    state
}

async fn one_request_of_a_person_waits(database: &Database) {
    let mut db = database.write().await;
    assert!(ask(&mut db, "first", "ada", Role::Billing, NOW).await);
    assert!(!ask(&mut db, "second", "ada", Role::Admin, NOW).await, "one waits");
    assert_eq!(waits(&mut db, "ada").await, Some(Role::Billing));
    assert!(role_requests::decide(&mut db, &id("first"), DECLINED, &user("ada"), NOW).await.unwrap());
    assert!(ask(&mut db, "third", "ada", Role::Admin, NOW).await, "and then another may");
    assert_eq!(waits(&mut db, "ada").await, Some(Role::Admin));
}

async fn a_request_is_decided_on_once(database: &Database) {
    let mut db = database.write().await;
    ask(&mut db, "first", "ada", Role::Billing, NOW).await;
    let found = role_requests::by_id(&mut db, &organization(), &id("first")).await.unwrap().unwrap();
    assert_eq!((found.id(), found.user_id(), found.role()), (id("first"), user("ada"), Role::Billing));
    let other = OrganizationId::new("organization-2");
    assert_eq!(role_requests::by_id(&mut db, &other, &id("first")).await.unwrap(), None);
    assert!(role_requests::decide(&mut db, &id("first"), GRANTED, &user("ada"), NOW + 1).await.unwrap());
    assert!(!role_requests::decide(&mut db, &id("first"), DECLINED, &user("ada"), NOW + 2).await.unwrap());
    assert_eq!(role_requests::withdraw(&mut db, &user("ada"), &id("first"), NOW + 2).await.unwrap(), None);
    assert_eq!((state(&mut db, "first").await.as_str(), waits(&mut db, "ada").await), (GRANTED, None));
}

async fn a_request_is_withdrawn_by_its_own_person(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "bob").await.unwrap();
    ask(&mut db, "first", "ada", Role::Billing, NOW).await;
    assert_eq!(role_requests::withdraw(&mut db, &user("bob"), &id("first"), NOW).await.unwrap(), None);
    let role = role_requests::withdraw(&mut db, &user("ada"), &id("first"), NOW).await.unwrap();
    assert_eq!(role.as_deref(), Some("billing"));
    assert!(!role_requests::decide(&mut db, &id("first"), GRANTED, &user("bob"), NOW).await.unwrap());
    assert_eq!(state(&mut db, "first").await, "withdrawn");
}

async fn the_oldest_request_comes_first(database: &Database) {
    let mut db = database.write().await;
    for (name, role, at) in [("bob", Role::Admin, NOW + 5), ("eve", Role::Owner, NOW + 1), ("kim", Role::Billing, NOW)]
    {
        insert_user(&mut db, name).await.unwrap();
        ask(&mut db, name, name, role, at).await;
    }
    role_requests::end(&mut db, &user("kim"), NOW + 9).await.unwrap();
    let rows = role_requests::waiting(&mut db, &organization(), 9).await.unwrap();
    let first = &rows[0];
    assert_eq!((first.display_name.as_str(), first.email.as_str()), ("eve", "eve@example.com"));
    assert_eq!((first.current.as_str(), first.role.as_str()), ("member", "owner"));
    assert_eq!((first.reason.as_str(), first.created_at), ("I keep the books.", NOW + 1));
    assert_eq!(rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["eve", "bob"]);
    assert_eq!(role_requests::waiting(&mut db, &organization(), 1).await.unwrap().len(), 1);
    let other = OrganizationId::new("organization-2");
    assert!(role_requests::waiting(&mut db, &other, 9).await.unwrap().is_empty());
}

async fn a_role_that_is_given_settles_what_asked_for_it(database: &Database) {
    let mut db = database.write().await;
    for (given, expected) in
        [(Role::Billing, "granted"), (Role::Owner, "withdrawn"), (Role::Admin, "pending"), (Role::Member, "pending")]
    {
        let request = given.as_str();
        role_requests::end(&mut db, &user("ada"), NOW).await.unwrap();
        ask(&mut db, request, "ada", Role::Billing, NOW).await;
        role_requests::settle(&mut db, &user("ada"), given, NOW).await.unwrap();
        assert_eq!(state(&mut db, request).await, expected, "{request}");
    }
}

async fn what_ended_is_deleted_when_it_is_old(database: &Database) {
    let mut db = database.write().await;
    ask(&mut db, "first", "ada", Role::Billing, NOW).await;
    assert_eq!(role_requests::delete_old(&mut db, NOW + 99).await.unwrap(), 0, "what waits is kept");
    role_requests::end(&mut db, &user("ada"), NOW + 5).await.unwrap();
    assert_eq!(role_requests::delete_old(&mut db, NOW + 5).await.unwrap(), 0);
    assert_eq!(role_requests::delete_old(&mut db, NOW + 6).await.unwrap(), 1);
}

async fn every_owner_who_can_sign_in_is_told(database: &Database) {
    let mut db = database.write().await;
    let no_password = format!("password_hash = '{NO_PASSWORD}'");
    for (name, change) in
        [("bob", "role = 'owner'"), ("eve", "disabled_at = 1"), ("kim", &*no_password), ("pat", "role = 'admin'")]
    {
        insert_user(&mut db, name).await.unwrap();
        let text = format!("UPDATE users SET role = 'owner' WHERE id = 'user-{name}'");
        sqlx::query(sqlx::AssertSqlSafe(text)).execute(&mut *db).await.unwrap();
        let text = format!("UPDATE users SET {change} WHERE id = 'user-{name}'");
        sqlx::query(sqlx::AssertSqlSafe(text)).execute(&mut *db).await.unwrap();
    }
    let told = recipients::of_owners(&mut db, &organization(), Topic::RoleRequests).await.unwrap();
    assert_eq!(told.iter().map(|row| row.display_name.as_str()).collect::<Vec<_>>(), ["bob"]);
}
