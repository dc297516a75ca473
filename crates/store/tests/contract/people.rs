//! Organizations, people, sessions, devices, events.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{DisplayName, OrganizationId, Role, SessionId};
use perfil_store::members::{self, After};
use perfil_store::organizations::LockedOrganization;
use perfil_store::sessions::NewSession;
use perfil_store::users::Standing;
use perfil_store::{StoreError, devices, events, organizations, sessions, users};

crate::on_both!(
    addresses_are_unique,
    a_stale_name_is_not_saved,
    a_save_beside_the_row_is_counted,
    what_a_person_is_now_is_told,
    the_platform_has_names_of_its_own,
    an_organization_is_locked_by_either_name,
    of_two_password_changes_one_wins,
    sessions_end_by_idleness_age_and_deactivation,
    a_renewed_token_replaces_the_old,
    other_sessions_end_together,
    devices_belong_to_one_person,
    members_come_by_name,
    history_is_forgotten,
    an_uncommitted_write_leaves_nothing
);

async fn addresses_are_unique(database: &Database) {
    let mut db = database.write().await;
    assert!(matches!(insert_user(&mut db, "ada").await, Err(StoreError::Taken(_))));
    drop(db);
    let mut db = database.store.read().await.unwrap();
    assert!(users::by_email(&mut db, "ada@example.com").await.unwrap().is_some());
    assert!(users::by_email(&mut db, "eve@example.com").await.unwrap().is_none());
    let found = organizations::by_external_id(&mut db, "example").await.unwrap();
    assert_eq!(found, Some(organization()));
}

async fn a_stale_name_is_not_saved(database: &Database) {
    let name = |text| DisplayName::parse(text).unwrap();
    let mut db = database.write().await;
    assert!(users::rename(&mut db, &user("ada"), &name("Ada L."), 1, NOW).await.unwrap());
    assert!(!users::rename(&mut db, &user("ada"), &name("Eve"), 1, NOW).await.unwrap());
    let row = users::by_id(&mut db, &user("ada")).await.unwrap().unwrap();
    assert_eq!((row.display_name.as_str(), row.version), ("Ada L.", 2));
    assert_eq!(row.organization_name, "Example Telecom");
}

async fn a_save_beside_the_row_is_counted(database: &Database) {
    let mut db = database.write().await;
    assert!(users::advance(&mut db, &user("ada"), 1, NOW).await.unwrap());
    assert!(!users::advance(&mut db, &user("ada"), 1, NOW).await.unwrap(), "stale");
    assert!(!users::advance(&mut db, &user("nobody"), 1, NOW).await.unwrap());
    assert_eq!(users::by_id(&mut db, &user("ada")).await.unwrap().unwrap().version, 2);
}

async fn what_a_person_is_now_is_told(database: &Database) {
    let mut db = database.write().await;
    let standing = users::standing(&mut db, &user("ada")).await.unwrap();
    assert_eq!(standing, Some(Standing { role: Role::Member, disabled: false }));
    let change = "UPDATE users SET role = 'owner', disabled_at = 1 WHERE id = 'user-ada'";
    sqlx::query(change).execute(&mut *db).await.unwrap();
    let standing = users::standing(&mut db, &user("ada")).await.unwrap();
    assert_eq!(standing, Some(Standing { role: Role::Owner, disabled: true }));
    assert_eq!(users::standing(&mut db, &user("nobody")).await.unwrap(), None);
}

async fn the_platform_has_names_of_its_own(database: &Database) {
    let mut db = database.write().await;
    let row = users::as_platform(&mut db, &user("ada")).await.unwrap().unwrap();
    assert_eq!((row.external_id.as_str(), row.organization_external_id.as_str()), ("ada", "example"));
    assert_eq!([row.language, row.country, row.time_zone], [None, None, None]);
    assert!(users::as_platform(&mut db, &user("nobody")).await.unwrap().is_none());
}

async fn an_organization_is_locked_by_either_name(database: &Database) {
    let mut db = database.write().await;
    let ours = Some(LockedOrganization {
        id: organization().to_string(),
        name: "Example Telecom".to_owned(),
        currency: "EUR".to_owned(),
        reserve: 0,
    });
    assert_eq!(organizations::lock_by_external_id(&mut db, "example").await.unwrap(), ours);
    assert_eq!(organizations::lock(&mut db, &organization()).await.unwrap(), ours);
    assert_eq!(organizations::lock_by_external_id(&mut db, "Example").await.unwrap(), None);
    assert_eq!(organizations::lock(&mut db, &OrganizationId::new("organization-2")).await.unwrap(), None);
}

async fn of_two_password_changes_one_wins(database: &Database) {
    let mut db = database.write().await;
    assert!(users::set_password(&mut db, &user("ada"), "hash 1", "hash 2", NOW).await.unwrap());
    assert!(!users::set_password(&mut db, &user("ada"), "hash 1", "hash 3", NOW).await.unwrap());
    assert!(users::lock(&mut db, &user("ada")).await.unwrap());
    assert!(!users::lock(&mut db, &user("nobody")).await.unwrap());
    users::set_phone(&mut db, &user("ada"), Some("+447700900123"), NOW).await.unwrap();
    let row = users::by_id(&mut db, &user("ada")).await.unwrap().unwrap();
    assert_eq!((row.password_hash.as_str(), row.phone.as_deref()), ("hash 2", Some("+447700900123")));
}

async fn insert_session(db: &mut sqlx::AnyConnection, id: &str) {
    let session = NewSession {
        id: &SessionId::new(id),
        user_id: &user("ada"),
        token_hash: &format!("token {id}"),
        transport: "cookie",
        remembered: true,
        user_agent: "test",
        ip_prefix: "192.0.2.0/24",
        idle_expires_at: NOW + 100,
        expires_at: NOW + 1_000,
    };
    sessions::insert(db, &session, NOW).await.unwrap();
}

async fn sessions_end_by_idleness_age_and_deactivation(database: &Database) {
    let mut db = database.write().await;
    insert_session(&mut db, "s1").await;
    let row = sessions::by_token(&mut db, "token s1", NOW + 99).await.unwrap().unwrap();
    assert_eq!((row.role.as_str(), row.remembered, row.last_seen_at), ("member", 1, NOW));
    assert!(sessions::by_token(&mut db, "token s1", NOW + 100).await.unwrap().is_none());
    assert!(sessions::is_over(&mut db, "token s1", NOW + 100).await.unwrap());
    assert!(!sessions::is_over(&mut db, "token s1", NOW + 99).await.unwrap());
    sessions::touch(&mut db, &SessionId::new("s1"), NOW + 50, NOW + 5_000).await.unwrap();
    assert!(sessions::by_token(&mut db, "token s1", NOW + 999).await.unwrap().is_some());
    assert!(sessions::by_token(&mut db, "token s1", NOW + 1_000).await.unwrap().is_none());
    assert!(sessions::is_over(&mut db, "token s1", NOW + 1_000).await.unwrap());
    assert!(!sessions::is_over(&mut db, "token s2", NOW + 1_000).await.unwrap(), "there is none");
    sqlx::query("UPDATE users SET disabled_at = 1").execute(&mut *db).await.unwrap();
    assert!(sessions::by_token(&mut db, "token s1", NOW + 60).await.unwrap().is_none());
    assert_eq!(sessions::delete_expired(&mut db, NOW + 1_001).await.unwrap(), 1);
}

async fn a_renewed_token_replaces_the_old(database: &Database) {
    let mut db = database.write().await;
    insert_session(&mut db, "s1").await;
    let id = SessionId::new("s1");
    assert!(sessions::renew(&mut db, &id, "fresh", NOW + 1).await.unwrap());
    assert!(sessions::by_token(&mut db, "token s1", NOW + 1).await.unwrap().is_none());
    assert!(sessions::by_token(&mut db, "fresh", NOW + 1).await.unwrap().is_some());
    sessions::delete_by_token(&mut db, "fresh").await.unwrap();
    assert!(!sessions::renew(&mut db, &id, "again", NOW + 1).await.unwrap());
    insert_session(&mut db, "s2").await;
    sessions::delete(&mut db, &SessionId::new("s2")).await.unwrap();
    assert!(sessions::by_token(&mut db, "token s2", NOW).await.unwrap().is_none());
}

async fn other_sessions_end_together(database: &Database) {
    let mut db = database.write().await;
    for id in ["s1", "s2", "s3"] {
        insert_session(&mut db, id).await;
    }
    assert_eq!(sessions::delete_others(&mut db, &user("ada"), Some(&SessionId::new("s2"))).await.unwrap(), 2);
    assert!(sessions::by_token(&mut db, "token s2", NOW).await.unwrap().is_some());
    assert_eq!(sessions::delete_others(&mut db, &user("ada"), None).await.unwrap(), 1);
}

async fn devices_belong_to_one_person(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    devices::remember(&mut db, &user("ada"), "device", NOW).await.unwrap();
    devices::remember(&mut db, &user("ada"), "device", NOW + 5).await.unwrap();
    assert!(devices::is_known(&mut db, &user("ada"), "device").await.unwrap());
    assert!(!devices::is_known(&mut db, &user("eve"), "device").await.unwrap());
    assert_eq!(devices::delete_unused(&mut db, NOW + 5).await.unwrap(), 0);
    assert_eq!(devices::delete_unused(&mut db, NOW + 6).await.unwrap(), 1);
}

async fn members_come_by_name(database: &Database) {
    let mut db = database.write().await;
    for name in ["cyd", "bob"] {
        insert_user(&mut db, name).await.unwrap();
    }
    let members = members::page(&mut db, &organization(), &After::default(), 2).await.unwrap();
    assert_eq!(members.iter().map(|member| member.display_name.as_str()).collect::<Vec<_>>(), ["ada", "bob"]);
}

async fn history_is_forgotten(database: &Database) {
    let mut db = database.write().await;
    let event = events::NewEvent {
        id: "event",
        organization_id: &organization(),
        user_id: &user("ada"),
        session_id: None,
        kind: "signed-in",
        detail: "",
        ip_prefix: "192.0.2.0/24",
    };
    events::insert(&mut db, &[event], NOW).await.unwrap();
    assert_eq!(events::delete_old(&mut db, NOW).await.unwrap(), 0);
    assert_eq!(events::delete_old(&mut db, NOW + 1).await.unwrap(), 1);
}

async fn an_uncommitted_write_leaves_nothing(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    drop(db);
    let mut db = database.store.read().await.unwrap();
    assert!(users::by_id(&mut db, &user("eve")).await.unwrap().is_none());
}
