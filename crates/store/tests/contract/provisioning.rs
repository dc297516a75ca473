//! Organizations and people as the platform tells of them.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::OrganizationId;
use perfil_store::credit_alerts::{self, Minimum};
use perfil_store::organizations::{self, NewOrganization};
use perfil_store::provisioning::{self, Profile};
use perfil_store::users::{self, NO_PASSWORD};
use perfil_store::{AnyConnection, StoreError, balances};

crate::on_both!(
    an_organization_is_inserted_once_and_saved,
    amounts_are_found,
    a_person_is_found_in_the_own_organization_only,
    other_owners_are_counted,
    a_profile_is_saved_whole,
    what_was_told_is_kept,
    who_has_no_password_is_known
);

async fn insert_other(db: &mut AnyConnection, name: &str) -> bool {
    let id = OrganizationId::new("organization-2");
    let other = NewOrganization { id: &id, external_id: "other", name, currency: "EUR" };
    provisioning::insert_organization(db, &other, NOW).await.unwrap()
}

async fn an_organization_is_inserted_once_and_saved(database: &Database) {
    let mut db = database.write().await;
    assert!(insert_other(&mut db, "Other").await);
    assert!(!insert_other(&mut db, "Another").await);
    let mut row = organizations::lock_by_external_id(&mut db, "other").await.unwrap().unwrap();
    assert_eq!((row.name.as_str(), row.currency.as_str(), row.reserve), ("Other", "EUR", 0));
    (row.name, row.currency, row.reserve) = ("Renamed".to_owned(), "USD".to_owned(), 500);
    provisioning::save_organization(&mut db, &row).await.unwrap();
    assert_eq!(organizations::lock_by_external_id(&mut db, "other").await.unwrap(), Some(row));
    assert_eq!(organizations::lock_by_external_id(&mut db, "nobody").await.unwrap(), None);
    let ours = organizations::lock_by_external_id(&mut db, "example").await.unwrap().unwrap();
    assert_eq!(ours.name, "Example Telecom", "nobody else's");
}

async fn amounts_are_found(database: &Database) {
    let mut db = database.write().await;
    assert!(!provisioning::has_amounts(&mut db, &organization()).await.unwrap());
    let minimum = Minimum { amount: 5_000, rearm_at: 5_500, is_below: false };
    credit_alerts::set(&mut db, &organization(), &user("ada"), &minimum, NOW).await.unwrap();
    assert!(provisioning::has_amounts(&mut db, &organization()).await.unwrap());
    credit_alerts::switch_off(&mut db, &user("ada"), NOW).await.unwrap();
    assert!(!provisioning::has_amounts(&mut db, &organization()).await.unwrap());
    let told = balances::Told { seq: 1, amount: 0, reserve: 0, occurred_at: NOW };
    balances::advance(&mut db, &organization(), &told, NOW).await.unwrap();
    assert!(provisioning::has_amounts(&mut db, &organization()).await.unwrap());
    assert!(!provisioning::has_amounts(&mut db, &OrganizationId::new("organization-2")).await.unwrap());
}

async fn a_person_is_found_in_the_own_organization_only(database: &Database) {
    let mut db = database.write().await;
    insert_other(&mut db, "Other").await;
    let other = OrganizationId::new("organization-2");
    assert_eq!(provisioning::user_named(&mut db, &organization(), "ada").await.unwrap(), Some(user("ada")));
    assert_eq!(provisioning::user_named(&mut db, &other, "ada").await.unwrap(), None);
    assert_eq!(provisioning::user_named(&mut db, &organization(), "eve").await.unwrap(), None);
}

async fn profile(db: &mut AnyConnection, name: &str) -> Profile {
    Profile::of(&users::by_id(db, &user(name)).await.unwrap().unwrap())
}

async fn other_owners_are_counted(database: &Database) {
    let mut db = database.write().await;
    let others = async |db: &mut AnyConnection| {
        provisioning::count_other_owners(db, &organization(), &user("ada")).await.unwrap()
    };
    for name in ["bob", "cyd", "dan"] {
        insert_user(&mut db, name).await.unwrap();
    }
    assert_eq!(others(&mut db).await, 0);
    for (name, disabled_at) in [("ada", None), ("bob", None), ("cyd", Some(NOW))] {
        let owner = Profile { role: "owner".to_owned(), disabled_at, ..profile(&mut db, name).await };
        provisioning::save(&mut db, &user(name), &owner, NOW).await.unwrap();
    }
    assert_eq!(others(&mut db).await, 1, "neither oneself nor who is deactivated");
}

async fn a_profile_is_saved_whole(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    let told = Profile {
        email: "Ada@New.example.com".to_owned(),
        display_name: "Ada Lovelace".to_owned(),
        role: "billing".to_owned(),
        phone: Some("+447700900123".to_owned()),
        language: Some("de".to_owned()),
        country: Some("AT".to_owned()),
        time_zone: Some("Europe/Vienna".to_owned()),
        disabled_at: Some(NOW),
    };
    provisioning::save(&mut db, &user("ada"), &told, NOW).await.unwrap();
    assert_eq!(profile(&mut db, "ada").await, told);
    let row = users::by_email(&mut db, "ada@new.example.com").await.unwrap().unwrap();
    assert_eq!((row.id(), row.version), (user("ada"), 2));
    assert_ne!(profile(&mut db, "eve").await.display_name, told.display_name, "nobody else's");
    let taken = Profile { email: "EVE@example.com".to_owned(), ..told };
    let saved = provisioning::save(&mut db, &user("ada"), &taken, NOW).await;
    assert!(matches!(saved, Err(StoreError::Taken(_))), "{saved:?}");
}

async fn what_was_told_is_kept(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    assert_eq!(provisioning::told(&mut db, &user("ada")).await.unwrap(), None);
    provisioning::note_told(&mut db, &user("ada"), "{}").await.unwrap();
    assert_eq!(provisioning::told(&mut db, &user("ada")).await.unwrap().as_deref(), Some("{}"));
    assert_eq!(provisioning::told(&mut db, &user("eve")).await.unwrap(), None);
}

async fn who_has_no_password_is_known(database: &Database) {
    let mut db = database.write().await;
    let ada = async |db: &mut AnyConnection| users::by_id(db, &user("ada")).await.unwrap().unwrap();
    assert!(ada(&mut db).await.has_password());
    assert!(users::set_password(&mut db, &user("ada"), "hash 1", NO_PASSWORD, NOW).await.unwrap());
    assert!(!ada(&mut db).await.has_password());
}
