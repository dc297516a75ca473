//! The hours of each day in which text messages wait, and those that do.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{ChosenRegion, Language, QuietHours, Region};
use perfil_store::outbox::{self, NewMessage};
use perfil_store::quiet_hours::{self, Quiet};
use perfil_store::{AnyConnection, users, users_region};

crate::on_both!(
    they_are_off_until_they_are_set,
    a_stale_save_changes_nothing,
    the_chosen_zone_comes_before_the_one_seen,
    what_is_put_off_has_not_been_tried,
    what_waits_follows_a_change,
    what_waits_for_another_number_is_withdrawn
);

const NUMBER: &str = "+447700900123";
const MORNING: i64 = NOW + 30_000_000;
const LATER: i64 = MORNING + 40_000_000;

fn hours(from: &str, until: &str) -> Option<QuietHours> {
    QuietHours::parse(from, until).unwrap()
}

async fn of(db: &mut AnyConnection, name: &str) -> Quiet {
    quiet_hours::of_user(db, &user(name)).await.unwrap()
}

async fn they_are_off_until_they_are_set(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    assert_eq!([of(&mut db, "ada").await, of(&mut db, "nobody").await], [Quiet::default(), Quiet::default()]);
    assert!(quiet_hours::set(&mut db, &user("ada"), hours("22:00", "07:30"), 1, NOW).await.unwrap());
    assert_eq!(of(&mut db, "ada").await.hours, hours("22:00", "07:30"));
    assert_eq!(of(&mut db, "eve").await, Quiet::default(), "nobody else's");
    assert!(quiet_hours::set(&mut db, &user("ada"), None, 2, NOW).await.unwrap());
    assert_eq!(of(&mut db, "ada").await, Quiet::default());
}

async fn a_stale_save_changes_nothing(database: &Database) {
    let mut db = database.write().await;
    assert!(quiet_hours::set(&mut db, &user("ada"), hours("22:00", "07:00"), 1, NOW).await.unwrap());
    assert!(!quiet_hours::set(&mut db, &user("ada"), None, 1, NOW).await.unwrap());
    assert_eq!(of(&mut db, "ada").await.hours, hours("22:00", "07:00"));
}

async fn the_chosen_zone_comes_before_the_one_seen(database: &Database) {
    let mut db = database.write().await;
    let ada = user("ada");
    let seen = Region { language: Language::En, country: None, time_zone: "Asia/Tokyo".to_owned() };
    users_region::note_visit(&mut db, &ada, &seen, 5).await.unwrap();
    assert_eq!(of(&mut db, "ada").await.time_zone.as_deref(), Some("Asia/Tokyo"));
    let chosen = ChosenRegion { time_zone: Some("Europe/Lisbon".to_owned()), ..ChosenRegion::default() };
    assert!(users_region::set(&mut db, &ada, &chosen, 1, NOW).await.unwrap());
    assert_eq!(of(&mut db, "ada").await.time_zone.as_deref(), Some("Europe/Lisbon"));
}

/// Queues text messages of that person, to the person's number.
async fn queue(db: &mut AnyConnection, name: &str, ids: &[&str]) {
    let (organization, user) = (organization(), user(name));
    let message = |id| NewMessage {
        id,
        unique_key: id,
        topic_key: id,
        organization_id: &organization,
        user_id: &user,
        channel: "sms",
        template: "import-completed",
        language: "en",
        recipient: NUMBER,
        arguments: "{}",
        sealed: None,
        topic: Some("contact-imports"),
        suppressed: None,
        expires_at: NOW + 1_000,
    };
    let messages: Vec<NewMessage<'_>> = ids.iter().copied().map(message).collect();
    outbox::insert(db, &messages, NOW).await.unwrap();
    users::set_phone(db, &user, Some(NUMBER), NOW).await.unwrap();
}

async fn claim(db: &mut AnyConnection, now: i64) -> Vec<String> {
    let rows = outbox::claim(db, "sms", "lease", 9, now, now + 30_000).await.unwrap();
    let mut ids: Vec<_> = rows.into_iter().map(|row| row.id).collect();
    ids.sort();
    ids
}

async fn put_off(db: &mut AnyConnection, id: &str, lease: &str) -> bool {
    quiet_hours::put_off(db, id, lease, MORNING, LATER, NOW).await.unwrap()
}

/// State, why, tries, when it is due, and until when it lives.
async fn row(db: &mut AnyConnection, id: &str) -> (String, Option<String>, i64, i64, i64) {
    sqlx::query_as("SELECT state, last_error, attempts, next_attempt_at, expires_at FROM outbox WHERE id = $1")
        .bind(id)
        .fetch_one(db)
        .await
        .unwrap()
}

async fn what_is_put_off_has_not_been_tried(database: &Database) {
    let mut db = database.write().await;
    queue(&mut db, "ada", &["m"]).await;
    assert!(!put_off(&mut db, "m", "lease").await, "it is not claimed");
    assert_eq!(claim(&mut db, NOW).await, ["m"]);
    assert!(!put_off(&mut db, "m", "another").await, "another worker's");
    assert!(put_off(&mut db, "m", "lease").await);
    assert_eq!(row(&mut db, "m").await, ("pending".to_owned(), Some(quiet_hours::WAITS.to_owned()), 0, MORNING, LATER));
    assert_eq!(outbox::expire(&mut db, MORNING).await.unwrap(), 0, "it was only waiting");
    assert!(claim(&mut db, MORNING - 1).await.is_empty());
    assert_eq!(claim(&mut db, MORNING).await, ["m"]);
    assert_eq!(row(&mut db, "m").await.2, 1);
}

async fn what_waits_follows_a_change(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    queue(&mut db, "ada", &["hers", "sent", "tried"]).await;
    queue(&mut db, "eve", &["other"]).await;
    assert_eq!(claim(&mut db, NOW).await.len(), 4);
    for id in ["hers", "other"] {
        assert!(put_off(&mut db, id, "lease").await);
    }
    let later = outbox::Sent::Later(MORNING, "busy");
    assert!(outbox::mark(&mut db, "sent", "lease", &outbox::Sent::Accepted(None), NOW).await.unwrap());
    assert!(outbox::mark(&mut db, "tried", "lease", &later, NOW).await.unwrap());
    quiet_hours::follow(&mut db, &user("ada"), NOW + 1).await.unwrap();
    assert_eq!(row(&mut db, "hers").await, ("pending".to_owned(), None, 0, NOW + 1, LATER));
    assert_eq!(row(&mut db, "other").await.3, MORNING, "nobody else's");
    assert_eq!((row(&mut db, "sent").await.0.as_str(), row(&mut db, "tried").await.3), ("accepted", MORNING));
}

async fn what_waits_for_another_number_is_withdrawn(database: &Database) {
    for phone in [None, Some("+447700900124")] {
        let mut db = database.write().await;
        queue(&mut db, "ada", &["m"]).await;
        assert_eq!(claim(&mut db, NOW).await, ["m"]);
        assert!(put_off(&mut db, "m", "lease").await);
        quiet_hours::withdraw(&mut db, &user("ada"), NOW).await.unwrap();
        assert_eq!(row(&mut db, "m").await.0, "pending", "the number is still the person's");
        users::set_phone(&mut db, &user("ada"), phone, NOW).await.unwrap();
        quiet_hours::follow(&mut db, &user("ada"), NOW).await.unwrap();
        let (state, why, ..) = row(&mut db, "m").await;
        assert_eq!((state.as_str(), why.as_deref()), ("suppressed", Some("other-phone")));
    }
}
