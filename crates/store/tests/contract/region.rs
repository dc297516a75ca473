//! Language, country and time zone.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{ChosenRegion, CountryCode, Language};
use perfil_store::users::{self, UserRow};
use perfil_store::users_region as region;
use perfil_store::{AnyConnection, organizations};

crate::on_both!(
    a_stale_choice_is_not_saved,
    what_is_detected_again_is_forgotten,
    only_a_chosen_zone_is_switched,
    a_declined_zone_is_remembered_until_the_next_switch,
    an_organization_has_a_currency
);

fn in_berlin() -> ChosenRegion {
    ChosenRegion {
        language: Some(Language::De),
        country: Some(CountryCode::DE),
        time_zone: Some("Europe/Berlin".to_owned()),
    }
}

async fn row(db: &mut AnyConnection, name: &str) -> UserRow {
    users::by_id(db, &user(name)).await.unwrap().unwrap()
}

async fn a_stale_choice_is_not_saved(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    assert!(region::set(&mut db, &user("ada"), &in_berlin(), 1, NOW).await.unwrap());
    assert!(!region::set(&mut db, &user("ada"), &ChosenRegion::default(), 1, NOW).await.unwrap());
    let saved = row(&mut db, "ada").await;
    let chosen = (saved.language.as_deref(), saved.country.as_deref(), saved.time_zone.as_deref());
    assert_eq!((chosen, saved.version), ((Some("de"), Some("DE"), Some("Europe/Berlin")), 2));
    assert_eq!(row(&mut db, "eve").await.language, None, "nobody else's");
}

async fn what_is_detected_again_is_forgotten(database: &Database) {
    let mut db = database.write().await;
    assert!(region::set(&mut db, &user("ada"), &in_berlin(), 1, NOW).await.unwrap());
    assert!(region::set(&mut db, &user("ada"), &ChosenRegion::default(), 2, NOW).await.unwrap());
    let saved = row(&mut db, "ada").await;
    assert_eq!((saved.language, saved.country, saved.time_zone, saved.version), (None, None, None, 3));
}

async fn only_a_chosen_zone_is_switched(database: &Database) {
    let mut db = database.write().await;
    let ada = user("ada");
    assert!(!region::switch_time_zone(&mut db, &ada, "Europe/Lisbon", NOW).await.unwrap(), "none is chosen");
    assert!(!region::decline_time_zone(&mut db, &ada, "Europe/Lisbon").await.unwrap(), "none is chosen");
    region::set(&mut db, &ada, &in_berlin(), 1, NOW).await.unwrap();
    assert!(region::switch_time_zone(&mut db, &ada, "Europe/Lisbon", NOW).await.unwrap());
    assert!(!region::switch_time_zone(&mut db, &ada, "Europe/Lisbon", NOW).await.unwrap(), "it is that one already");
    let saved = row(&mut db, "ada").await;
    assert_eq!((saved.time_zone.as_deref(), saved.version), (Some("Europe/Lisbon"), 3));
    assert_eq!(saved.language.as_deref(), Some("de"), "the rest stays");
}

async fn a_declined_zone_is_remembered_until_the_next_switch(database: &Database) {
    let mut db = database.write().await;
    let ada = user("ada");
    region::set(&mut db, &ada, &in_berlin(), 1, NOW).await.unwrap();
    assert!(region::decline_time_zone(&mut db, &ada, "Europe/Lisbon").await.unwrap());
    assert!(!region::decline_time_zone(&mut db, &ada, "Europe/Berlin").await.unwrap(), "it is that one");
    let saved = row(&mut db, "ada").await;
    let zones = (saved.time_zone.as_deref(), saved.time_zone_declined.as_deref());
    assert_eq!((zones, saved.version), ((Some("Europe/Berlin"), Some("Europe/Lisbon")), 2));
    region::switch_time_zone(&mut db, &ada, "Asia/Tokyo", NOW).await.unwrap();
    assert_eq!(row(&mut db, "ada").await.time_zone_declined, None);
}

async fn an_organization_has_a_currency(database: &Database) {
    let mut db = database.write().await;
    let found = organizations::currency(&mut db, &organization()).await.unwrap();
    assert_eq!(found.as_deref(), Some("EUR"));
    let nobody = perfil_models::OrganizationId::new("nobody");
    assert_eq!(organizations::currency(&mut db, &nobody).await.unwrap(), None);
}
