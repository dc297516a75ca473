//! Who is told.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{Channels, ChosenRegion, CountryCode, Language, OrganizationId, Region, Role, Topic};
use perfil_store::recipients::{self, RecipientRow};
use perfil_store::{AnyConnection, notification_choices, users_region};

crate::on_both!(
    whoever_may_see_bills_is_told,
    a_person_is_found_by_the_platforms_name,
    the_choice_of_the_topic_comes_along,
    what_was_chosen_comes_before_what_was_seen
);

async fn set(db: &mut AnyConnection, name: &str, column: &str, value: &str) {
    let text = format!("UPDATE users SET {column} = {value} WHERE id = 'user-{name}'");
    sqlx::query(sqlx::AssertSqlSafe(text)).execute(db).await.unwrap();
}

async fn billed(db: &mut AnyConnection) -> Vec<String> {
    let rows = recipients::of_billing(db, &organization(), Topic::Payments).await.unwrap();
    let mut names: Vec<_> = rows.into_iter().map(|row| row.display_name).collect();
    names.sort();
    names
}

async fn one(db: &mut AnyConnection, name: &str, topic: Topic) -> Option<RecipientRow> {
    recipients::one(db, &organization(), name, topic).await.unwrap()
}

async fn whoever_may_see_bills_is_told(database: &Database) {
    let mut db = database.write().await;
    for (name, role) in [("bob", "'billing'"), ("eve", "'owner'"), ("kim", "'admin'"), ("pat", "'emperor'")] {
        insert_user(&mut db, name).await.unwrap();
        set(&mut db, name, "role", role).await;
    }
    assert_eq!(billed(&mut db).await, ["bob", "eve"]);
    set(&mut db, "eve", "disabled_at", "1").await;
    assert_eq!(billed(&mut db).await, ["bob"]);
    set(&mut db, "ada", "role", "'owner'").await;
    assert_eq!(billed(&mut db).await, ["ada", "bob"]);
    let other = OrganizationId::new("organization-2");
    assert!(recipients::of_billing(&mut db, &other, Topic::Payments).await.unwrap().is_empty());
}

async fn a_person_is_found_by_the_platforms_name(database: &Database) {
    let mut db = database.write().await;
    let row = one(&mut db, "ada", Topic::ContactImports).await.unwrap();
    assert_eq!((row.id(), row.organization_id(), row.role()), (user("ada"), organization(), Role::Member));
    let contact = (row.email.as_str(), row.phone.as_deref(), row.organization_name.as_str(), row.disabled_at);
    assert_eq!(contact, ("ada@example.com", None, "Example Telecom", None));
    assert!(one(&mut db, "Ada", Topic::ContactImports).await.is_none());
    let other = OrganizationId::new("organization-2");
    assert!(recipients::one(&mut db, &other, "ada", Topic::ContactImports).await.unwrap().is_none());
    set(&mut db, "ada", "disabled_at", "7").await;
    assert_eq!(one(&mut db, "ada", Topic::ContactImports).await.unwrap().disabled_at, Some(7));
}

async fn the_choice_of_the_topic_comes_along(database: &Database) {
    let mut db = database.write().await;
    set(&mut db, "ada", "role", "'owner'").await;
    let by_text = Channels { email: false, sms: true };
    notification_choices::set(&mut db, &user("ada"), &[(Topic::Payments, by_text)], NOW).await.unwrap();
    assert_eq!(one(&mut db, "ada", Topic::Payments).await.unwrap().channels(), by_text);
    assert_eq!(one(&mut db, "ada", Topic::ContactImports).await.unwrap().channels(), Channels::default());
    let billed = recipients::of_billing(&mut db, &organization(), Topic::Payments).await.unwrap();
    assert_eq!(billed.iter().map(RecipientRow::channels).collect::<Vec<_>>(), [by_text]);
    let billed = recipients::of_billing(&mut db, &organization(), Topic::Invoices).await.unwrap();
    assert_eq!(billed.iter().map(RecipientRow::channels).collect::<Vec<_>>(), [Channels::default()]);
}

async fn what_was_chosen_comes_before_what_was_seen(database: &Database) {
    async fn region(db: &mut AnyConnection) -> [Option<String>; 3] {
        let row = one(db, "ada", Topic::ContactImports).await.unwrap();
        [row.language, row.country, row.time_zone]
    }
    let words = |words: [&str; 3]| words.map(|word| Some(word.to_owned()));
    let mut db = database.write().await;
    assert_eq!(region(&mut db).await, [None, None, None]);
    let seen = Region { language: Language::De, country: Some(CountryCode::DE), time_zone: "Europe/Berlin".to_owned() };
    users_region::note_visit(&mut db, &user("ada"), &seen, 5).await.unwrap();
    assert_eq!(region(&mut db).await, words(["de", "DE", "Europe/Berlin"]));
    let chosen = ChosenRegion { language: Some(Language::Es), country: None, time_zone: Some("Asia/Tokyo".to_owned()) };
    assert!(users_region::set(&mut db, &user("ada"), &chosen, 1, NOW).await.unwrap(), "to see is no save");
    assert_eq!(region(&mut db).await, words(["es", "DE", "Asia/Tokyo"]));
    let seen = Region { language: Language::En, country: None, time_zone: "UTC".to_owned() };
    users_region::note_visit(&mut db, &user("ada"), &seen, 5).await.unwrap();
    assert_eq!(region(&mut db).await[1], None);
}
