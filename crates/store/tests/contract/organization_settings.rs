//! What the Owner decides of an organization as a whole.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{DisplayName, EmailAddress, OrganizationId, Role, SessionId, UserId};
use perfil_store::organization_settings::{self as settings, SettingsRow, ToldOrganization};
use perfil_store::organizations::{self, NewOrganization};
use perfil_store::sessions::{self, NewSession};
use perfil_store::users::{self, NewUser};
use perfil_store::{AnyConnection, provisioning};

crate::on_both!(
    a_stale_page_saves_nothing,
    a_reserve_is_none_in_another_currency,
    a_new_member_begins_with_the_defaults,
    the_fewest_characters_come_with_the_person,
    what_the_platform_told_is_kept,
    all_sessions_of_one_organization_end_but_one
);

async fn saved(db: &mut AnyConnection) -> SettingsRow {
    settings::of(db, &organization()).await.unwrap().unwrap()
}

fn chosen(row: &SettingsRow) -> SettingsRow {
    SettingsRow {
        name: "Renamed".to_owned(),
        default_language: Some("de".to_owned()),
        default_country: Some("DE".to_owned()),
        default_time_zone: Some("Europe/Berlin".to_owned()),
        sms_countries: Some("DE GB".to_owned()),
        password_min: Some(20),
        ..row.clone()
    }
}

async fn insert_elsewhere(db: &mut AnyConnection) -> UserId {
    let (id, person) = (OrganizationId::new("organization-2"), user("sten"));
    let other = NewOrganization { id: &id, external_id: "other", name: "Other", currency: "EUR" };
    organizations::insert(db, &other, NOW).await.unwrap();
    let new = NewUser {
        id: &person,
        organization_id: &id,
        external_id: "sten",
        email: &EmailAddress::parse("sten@example.com").unwrap(),
        display_name: &DisplayName::parse("Sten").unwrap(),
        role: Role::Owner,
        password_hash: "hash 1",
        phone: None,
    };
    users::insert(db, &new, NOW).await.unwrap();
    person
}

async fn a_stale_page_saves_nothing(database: &Database) {
    let mut db = database.write().await;
    insert_elsewhere(&mut db).await;
    let before = saved(&mut db).await;
    assert_eq!((before.name.as_str(), before.currency.as_str(), before.version), ("Example Telecom", "EUR", 1));
    assert!(settings::save(&mut db, &organization(), &chosen(&before)).await.unwrap());
    assert!(!settings::save(&mut db, &organization(), &before).await.unwrap());
    assert_eq!(saved(&mut db).await, SettingsRow { version: 2, ..chosen(&before) });
    let other = settings::of(&mut db, &OrganizationId::new("organization-2")).await.unwrap().unwrap();
    assert_eq!((other.name.as_str(), other.version), ("Other", 1), "nobody else's");
    assert_eq!(settings::of(&mut db, &OrganizationId::new("organization-3")).await.unwrap(), None);
}

async fn a_reserve_is_none_in_another_currency(database: &Database) {
    let mut db = database.write().await;
    let mut row = organizations::lock(&mut db, &organization()).await.unwrap().unwrap();
    row.reserve = 500;
    provisioning::save_organization(&mut db, &row).await.unwrap();
    for (currency, reserve) in [("EUR", 500), ("USD", 0)] {
        let row = SettingsRow { currency: currency.to_owned(), ..saved(&mut db).await };
        assert!(settings::save(&mut db, &organization(), &row).await.unwrap());
        let locked = organizations::lock(&mut db, &organization()).await.unwrap().unwrap();
        assert_eq!((locked.currency.as_str(), locked.reserve), (currency, reserve));
    }
}

async fn a_new_member_begins_with_the_defaults(database: &Database) {
    let mut db = database.write().await;
    let row = chosen(&saved(&mut db).await);
    settings::save(&mut db, &organization(), &row).await.unwrap();
    insert_user(&mut db, "eve").await.unwrap();
    settings::give_defaults(&mut db, &user("eve")).await.unwrap();
    let row = users::by_id(&mut db, &user("eve")).await.unwrap().unwrap();
    let begins = [row.language.as_deref(), row.country.as_deref(), row.time_zone.as_deref()];
    assert_eq!((begins, row.version), ([Some("de"), Some("DE"), Some("Europe/Berlin")], 1));
    let other = users::by_id(&mut db, &user("ada")).await.unwrap().unwrap();
    assert_eq!([other.language, other.country, other.time_zone], [None, None, None], "nobody else");
}

async fn the_fewest_characters_come_with_the_person(database: &Database) {
    let mut db = database.write().await;
    assert_eq!(users::by_id(&mut db, &user("ada")).await.unwrap().unwrap().password_min, None);
    let row = chosen(&saved(&mut db).await);
    settings::save(&mut db, &organization(), &row).await.unwrap();
    assert_eq!(users::by_id(&mut db, &user("ada")).await.unwrap().unwrap().password_min, Some(20));
    assert_eq!(users::by_email(&mut db, "ada@example.com").await.unwrap().unwrap().password_min, Some(20));
}

async fn what_the_platform_told_is_kept(database: &Database) {
    let mut db = database.write().await;
    assert_eq!(settings::told(&mut db, &organization()).await.unwrap(), ToldOrganization::default());
    let told = ToldOrganization { platform_name: Some("Told".into()), platform_currency: Some("EUR".into()) };
    settings::note_told(&mut db, &organization(), &told).await.unwrap();
    assert_eq!(settings::told(&mut db, &organization()).await.unwrap(), told);
    let nobody = OrganizationId::new("organization-3");
    assert_eq!(settings::told(&mut db, &nobody).await.unwrap(), ToldOrganization::default());
}

async fn insert_session(db: &mut AnyConnection, id: &str, user_id: &UserId, life: i64) {
    let session = NewSession {
        id: &SessionId::new(id),
        user_id,
        token_hash: &format!("token {id}"),
        transport: "cookie",
        remembered: true,
        user_agent: "test",
        ip_prefix: "192.0.2.0/24",
        idle_expires_at: NOW + life,
        expires_at: NOW + 1_000,
    };
    sessions::insert(db, &session, NOW).await.unwrap();
}

async fn all_sessions_of_one_organization_end_but_one(database: &Database) {
    let mut db = database.write().await;
    let stranger = insert_elsewhere(&mut db).await;
    insert_user(&mut db, "eve").await.unwrap();
    for (id, person, life) in [
        ("own", user("ada"), 100),
        ("own-2", user("ada"), 100),
        ("over", user("eve"), 1),
        ("eve", user("eve"), 100),
        ("sten", stranger, 100),
    ] {
        insert_session(&mut db, id, &person, life).await;
    }
    let ended = sessions::delete_others_in(&mut db, &organization(), &SessionId::new("own")).await.unwrap();
    let mut ended: Vec<_> = ended.iter().map(|row| (row.user_id.as_str(), row.idle_expires_at - NOW)).collect();
    ended.sort_unstable();
    assert_eq!(ended, [("user-ada", 100), ("user-eve", 1), ("user-eve", 100)]);
    for (id, lives) in [("own", true), ("own-2", false), ("eve", false), ("sten", true)] {
        let found = sessions::by_token(&mut db, &format!("token {id}"), NOW).await.unwrap();
        assert_eq!(found.is_some(), lives, "{id}");
    }
}
