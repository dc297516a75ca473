//! The members of an organization: how they are listed, found and changed.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{DisplayName, EmailAddress, Language, OrganizationId, Region, Role, SessionId};
use perfil_store::members::{self, After, MemberRow};
use perfil_store::organizations::{self, NewOrganization};
use perfil_store::provisioning::{self, Profile};
use perfil_store::sessions::{self, NewSession};
use perfil_store::users::{self, NewUser};
use perfil_store::users_region;
use sqlx::AnyConnection;

crate::on_both!(
    a_page_goes_on_behind_the_last_member,
    equal_names_are_told_apart,
    a_search_finds_words_from_their_beginning_on,
    a_search_shows_each_member_once,
    wildcards_mean_themselves,
    words_follow_names_and_addresses,
    other_organizations_have_members_of_their_own,
    who_was_there_before_words_were_gets_them,
    a_member_is_locked_in_the_own_organization_only,
    a_role_and_a_deactivation_are_saved,
    the_last_visit_and_the_last_session_are_told,
);

async fn named(db: &mut AnyConnection, id: &str, name: &str) {
    of(db, &organization(), id, name).await;
}

async fn of(db: &mut AnyConnection, organization: &OrganizationId, id: &str, name: &str) {
    let new = NewUser {
        id: &user(id),
        organization_id: organization,
        external_id: id,
        email: &EmailAddress::parse(&format!("{id}@example.com")).unwrap(),
        display_name: &DisplayName::parse(name).unwrap(),
        role: Role::Member,
        password_hash: "hash",
        phone: None,
    };
    users::insert(db, &new, NOW).await.unwrap();
}

fn behind(row: &MemberRow) -> After {
    After { word: row.word.clone(), user: row.id.clone() }
}

async fn found(db: &mut AnyConnection, search: &str) -> Vec<String> {
    let rows = members::search(db, &organization(), search, &After::default(), 100).await.unwrap();
    rows.into_iter().map(|row| row.display_name).collect()
}

/// The names on all pages, `limit` on each; `None`: everybody.
async fn all(db: &mut AnyConnection, search: Option<&str>, limit: i64) -> Vec<String> {
    let (mut names, mut after) = (Vec::new(), After::default());
    loop {
        let rows = match search {
            Some(search) => members::search(db, &organization(), search, &after, limit).await.unwrap(),
            None => members::page(db, &organization(), &after, limit).await.unwrap(),
        };
        let Some(last) = rows.last() else { return names };
        after = behind(last);
        names.extend(rows.into_iter().map(|row| row.display_name));
    }
}

async fn a_page_goes_on_behind_the_last_member(database: &Database) {
    let mut db = database.write().await;
    for (id, name) in [("a", "Élodie"), ("b", "bob"), ("c", "Åse"), ("d", "Eduard")] {
        named(&mut db, id, name).await;
    }
    for limit in [1, 2, 3, 10] {
        assert_eq!(all(&mut db, None, limit).await, ["ada", "Åse", "bob", "Eduard", "Élodie"], "{limit} on a page");
    }
}

async fn equal_names_are_told_apart(database: &Database) {
    let mut db = database.write().await;
    for id in ["a", "b", "c", "d", "e"] {
        named(&mut db, id, "Kim Kelly").await;
    }
    assert_eq!(all(&mut db, None, 2).await.len(), 6);
    assert_eq!(all(&mut db, Some("ki"), 2).await.len(), 5);
}

async fn a_search_finds_words_from_their_beginning_on(database: &Database) {
    let mut db = database.write().await;
    for (id, name) in [("am", "Anna Müller"), ("jo", "José Ñáñez-Ibarra"), ("zh", "张 伟"), ("ss", "Jürgen Weiß")]
    {
        named(&mut db, id, name).await;
    }
    for (search, name) in [
        ("mul", "Anna Müller"),
        ("MÜLLER", "Anna Müller"),
        ("anna m", "Anna Müller"),
        (" am@example", "Anna Müller"),
        ("nanez-i", "José Ñáñez-Ibarra"),
        ("ibarra", "José Ñáñez-Ibarra"),
        ("伟", "张 伟"),
        ("wei", "Jürgen Weiß"),
        ("jurgen", "Jürgen Weiß"),
    ] {
        assert_eq!(found(&mut db, search).await, [name], "{search}");
    }
    for search in ["uller", "example", "annam", "muller a"] {
        assert!(found(&mut db, search).await.is_empty(), "{search}");
    }
}

async fn a_search_shows_each_member_once(database: &Database) {
    let mut db = database.write().await;
    named(&mut db, "mull", "Mull Mulligan Muller").await;
    named(&mut db, "muh", "Muh").await;
    assert_eq!(found(&mut db, "mu").await, ["Muh", "Mull Mulligan Muller"]);
    assert_eq!(all(&mut db, Some("mu"), 1).await.len(), 2);
    assert_eq!(found(&mut db, "mullig").await, ["Mull Mulligan Muller"]);
}

async fn wildcards_mean_themselves(database: &Database) {
    let mut db = database.write().await;
    named(&mut db, "per_cent", "50% Per_Cent").await;
    assert_eq!(found(&mut db, "50%").await, ["50% Per_Cent"]);
    assert_eq!(found(&mut db, "per_").await, ["50% Per_Cent"]);
    for search in ["%", "_", "5_%", "per%", "50_", "\\", "'", "*", "g"] {
        assert!(found(&mut db, search).await.is_empty(), "{search}");
    }
}

async fn words_follow_names_and_addresses(database: &Database) {
    let mut db = database.write().await;
    let name = DisplayName::parse("Zoé Quill").unwrap();
    users::rename(&mut db, &user("ada"), &name, 1, NOW).await.unwrap();
    assert_eq!([found(&mut db, "zoe").await.len(), found(&mut db, "quill").await.len()], [1, 1]);
    let email = EmailAddress::parse("zoe.quill@example.com").unwrap();
    users::set_email(&mut db, &user("ada"), "ada@example.com", &email, NOW).await.unwrap();
    assert_eq!([found(&mut db, "zoe.q").await.len(), found(&mut db, "ada").await.len()], [1, 0]);
    let row = users::by_id(&mut db, &user("ada")).await.unwrap().unwrap();
    let profile =
        Profile { display_name: "Xenia Xu".to_owned(), email: "xu@example.com".to_owned(), ..Profile::of(&row) };
    provisioning::save(&mut db, &user("ada"), &profile, NOW).await.unwrap();
    assert_eq!([found(&mut db, "xu").await.len(), found(&mut db, "zoe").await.len()], [1, 0]);
}

async fn other_organizations_have_members_of_their_own(database: &Database) {
    let mut db = database.write().await;
    let elsewhere = OrganizationId::new("organization-2");
    let new = NewOrganization { id: &elsewhere, external_id: "other", name: "Other", currency: "EUR" };
    organizations::insert(&mut db, &new, NOW).await.unwrap();
    of(&mut db, &elsewhere, "adam", "Adam").await;
    assert_eq!(found(&mut db, "ad").await, ["ada"]);
    assert_eq!(all(&mut db, None, 10).await, ["ada"]);
    assert_eq!(members::page(&mut db, &elsewhere, &After::default(), 10).await.unwrap().len(), 1);
    assert!(members::lock(&mut db, &elsewhere, &user("ada")).await.unwrap().is_none());
}

async fn who_was_there_before_words_were_gets_them(database: &Database) {
    let mut db = database.write().await;
    for name in ["bob", "cyd"] {
        insert_user(&mut db, name).await.unwrap();
    }
    for statement in [
        "DELETE FROM member_words",
        "INSERT INTO members_without_words (user_id) SELECT id FROM users WHERE id <> 'user-x'",
    ] {
        sqlx::query(statement).execute(&mut *db).await.unwrap();
    }
    assert!(found(&mut db, "b").await.is_empty());
    assert!(members::note_missing_words(&mut db, 2).await.unwrap());
    assert!(members::note_missing_words(&mut db, 2).await.unwrap());
    assert!(!members::note_missing_words(&mut db, 2).await.unwrap());
    assert_eq!(all(&mut db, None, 10).await, ["ada", "bob", "cyd"]);
    assert_eq!(found(&mut db, "cyd@").await, ["cyd"]);
}

async fn a_member_is_locked_in_the_own_organization_only(database: &Database) {
    let mut db = database.write().await;
    let locked = members::lock(&mut db, &organization(), &user("ada")).await.unwrap().unwrap();
    assert_eq!((locked.role(), locked.disabled_at), (Role::Member, None));
    assert!(members::lock(&mut db, &organization(), &user("nobody")).await.unwrap().is_none());
    assert!(members::lock(&mut db, &OrganizationId::new("other"), &user("ada")).await.unwrap().is_none());
}

async fn a_role_and_a_deactivation_are_saved(database: &Database) {
    let mut db = database.write().await;
    let before = users::by_id(&mut db, &user("ada")).await.unwrap().unwrap().version;
    members::set_role(&mut db, &user("ada"), Role::Billing, NOW + 1).await.unwrap();
    members::set_disabled(&mut db, &user("ada"), Some(NOW + 2), NOW + 2).await.unwrap();
    let locked = members::lock(&mut db, &organization(), &user("ada")).await.unwrap().unwrap();
    assert_eq!((locked.role(), locked.disabled_at), (Role::Billing, Some(NOW + 2)));
    members::set_disabled(&mut db, &user("ada"), None, NOW + 3).await.unwrap();
    let row = users::by_id(&mut db, &user("ada")).await.unwrap().unwrap();
    assert_eq!((row.role(), row.disabled_at, row.version), (Role::Billing, None, before + 3), "an open page is stale");
}

async fn the_last_visit_and_the_last_session_are_told(database: &Database) {
    let mut db = database.write().await;
    let times = async |db: &mut AnyConnection| {
        let row = members::page(db, &organization(), &After::default(), 1).await.unwrap().remove(0);
        [row.visited_at, row.last_seen_at]
    };
    assert_eq!(times(&mut db).await, [None, None]);
    let region = Region { language: Language::En, country: None, time_zone: "UTC".to_owned() };
    users_region::note_visit(&mut db, &user("ada"), &region, NOW).await.unwrap();
    for (id, at) in [("s1", NOW + 7), ("s2", NOW + 5)] {
        let session = NewSession {
            id: &SessionId::new(id),
            user_id: &user("ada"),
            token_hash: id,
            transport: "cookie",
            remembered: false,
            user_agent: "test",
            ip_prefix: "192.0.2.0/24",
            idle_expires_at: NOW + 100,
            expires_at: NOW + 1_000,
        };
        sessions::insert(&mut db, &session, at).await.unwrap();
    }
    assert_eq!(times(&mut db).await, [Some(NOW), Some(NOW + 7)]);
    sessions::delete_others(&mut db, &user("ada"), None).await.unwrap();
    assert_eq!(times(&mut db).await, [Some(NOW), None]);
}
