//! Low-credit alerts.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{OrganizationId, Topic};
use perfil_store::AnyConnection;
use perfil_store::credit_alerts::{self as alerts, AlertRow, Minimum};
use perfil_store::organizations::{self, LockedOrganization};
use perfil_store::recipients;

crate::on_both!(
    an_alert_falls_once_and_is_armed_again_at_its_margin,
    the_same_minimum_changes_nothing,
    a_minimum_above_the_balance_is_low_and_untold,
    an_alert_asked_for_is_taken_once,
    an_alert_that_is_off_never_falls,
    each_is_alerted_by_the_own_minimum,
    parallel_balances_make_one_alert
);

const FIFTY: Minimum = Minimum { amount: 5_000, rearm_at: 5_500, is_below: false };

async fn set(db: &mut AnyConnection, name: &str, minimum: Minimum) {
    alerts::set(db, &organization(), &user(name), &minimum, NOW).await.unwrap();
}

async fn state(db: &mut AnyConnection, name: &str) -> (String, i64) {
    let row = alerts::of_user(db, &user(name)).await.unwrap().unwrap();
    (row.state, row.told)
}

fn is(word: &str, told: i64) -> (String, i64) {
    (word.to_owned(), told)
}

async fn cross(db: &mut AnyConnection, amount: i64, cause: &str) -> u64 {
    alerts::cross(db, &organization(), amount, cause, NOW).await.unwrap()
}

async fn rearm(db: &mut AnyConnection, amount: i64) -> u64 {
    alerts::rearm(db, &organization(), amount, NOW).await.unwrap()
}

/// Whom a cause alerted, with the episode.
async fn alerted_by(db: &mut AnyConnection, cause: &str) -> Vec<(String, i64, i64)> {
    let rows = recipients::alerted_by(db, &organization(), cause).await.unwrap();
    let mut alerted: Vec<_> =
        rows.into_iter().map(|row| (row.recipient.display_name, row.minimum, row.episode)).collect();
    alerted.sort();
    alerted
}

async fn an_alert_falls_once_and_is_armed_again_at_its_margin(database: &Database) {
    let mut db = database.write().await;
    assert_eq!(alerts::of_user(&mut db, &user("ada")).await.unwrap(), None);
    set(&mut db, "ada", FIFTY).await;
    assert_eq!(cross(&mut db, 5_000, "e1").await, 0, "50 is not below 50");
    assert_eq!(cross(&mut db, 4_999, "e2").await, 1);
    assert_eq!(state(&mut db, "ada").await, is("low", 1));
    assert_eq!(cross(&mut db, 100, "e3").await, 0, "it is low already");
    assert_eq!(rearm(&mut db, 5_499).await, 0);
    assert_eq!(rearm(&mut db, 5_500).await, 1);
    assert_eq!(state(&mut db, "ada").await, is("ok", 0));
    assert_eq!(cross(&mut db, 0, "e4").await, 1);
    assert_eq!(alerted_by(&mut db, "e2").await, [], "only by what brought the latest about");
    assert_eq!(alerted_by(&mut db, "e4").await, [("ada".to_owned(), 5_000, 2)]);
}

async fn the_same_minimum_changes_nothing(database: &Database) {
    let mut db = database.write().await;
    set(&mut db, "ada", FIFTY).await;
    cross(&mut db, 4_000, "e1").await;
    set(&mut db, "ada", Minimum { is_below: true, ..FIFTY }).await;
    assert_eq!(state(&mut db, "ada").await, is("low", 1));
    set(&mut db, "ada", Minimum { amount: 6_000, rearm_at: 6_600, is_below: true }).await;
    assert_eq!(state(&mut db, "ada").await, is("low", 1), "it was told that it is low");
    set(&mut db, "ada", Minimum { amount: 1_000, rearm_at: 1_100, is_below: false }).await;
    assert_eq!(state(&mut db, "ada").await, is("ok", 0));
    assert_eq!(cross(&mut db, 999, "e2").await, 1);
    assert_eq!(alerted_by(&mut db, "e2").await, [("ada".to_owned(), 1_000, 2)], "episodes go on");
}

async fn a_minimum_above_the_balance_is_low_and_untold(database: &Database) {
    let mut db = database.write().await;
    set(&mut db, "ada", Minimum { is_below: true, ..FIFTY }).await;
    assert_eq!(state(&mut db, "ada").await, is("low", 0));
    assert_eq!(cross(&mut db, 100, "e1").await, 0);
    assert_eq!(rearm(&mut db, 5_500).await, 1);
    assert_eq!(cross(&mut db, 100, "e2").await, 1);
    let row = alerts::of_user(&mut db, &user("ada")).await.unwrap();
    assert_eq!(row, Some(AlertRow { minimum: 5_000, state: "low".to_owned(), told: 1 }));
}

async fn an_alert_asked_for_is_taken_once(database: &Database) {
    let mut db = database.write().await;
    assert!(!alerts::tell_now(&mut db, &user("ada"), "a0", NOW).await.unwrap(), "there is none");
    set(&mut db, "ada", FIFTY).await;
    assert!(!alerts::tell_now(&mut db, &user("ada"), "a1", NOW).await.unwrap(), "it is not low");
    set(&mut db, "ada", Minimum { amount: 6_000, rearm_at: 6_600, is_below: true }).await;
    assert!(alerts::tell_now(&mut db, &user("ada"), "a2", NOW).await.unwrap());
    assert!(!alerts::tell_now(&mut db, &user("ada"), "a3", NOW).await.unwrap());
    assert_eq!(alerted_by(&mut db, "a2").await, [("ada".to_owned(), 6_000, 1)]);
}

async fn an_alert_that_is_off_never_falls(database: &Database) {
    let mut db = database.write().await;
    alerts::switch_off(&mut db, &user("ada"), NOW).await.unwrap();
    assert_eq!(alerts::of_user(&mut db, &user("ada")).await.unwrap(), None, "off without a row");
    set(&mut db, "ada", FIFTY).await;
    cross(&mut db, 0, "e1").await;
    alerts::switch_off(&mut db, &user("ada"), NOW).await.unwrap();
    assert_eq!(state(&mut db, "ada").await, is("off", 0));
    assert_eq!((rearm(&mut db, 99_999).await, cross(&mut db, -5, "e2").await), (0, 0));
    set(&mut db, "ada", FIFTY).await;
    assert_eq!(cross(&mut db, 0, "e3").await, 1);
    assert_eq!(alerted_by(&mut db, "e3").await, [("ada".to_owned(), 5_000, 2)]);
}

async fn each_is_alerted_by_the_own_minimum(database: &Database) {
    let mut db = database.write().await;
    for (name, amount) in [("bob", 2_000), ("eve", 9_000)] {
        insert_user(&mut db, name).await.unwrap();
        set(&mut db, name, Minimum { amount, rearm_at: amount + 500, is_below: false }).await;
    }
    set(&mut db, "ada", FIFTY).await;
    assert_eq!(cross(&mut db, 4_000, "e1").await, 2);
    assert_eq!(alerted_by(&mut db, "e1").await, [("ada".to_owned(), 5_000, 1), ("eve".to_owned(), 9_000, 1)]);
    assert_eq!(cross(&mut db, 1_000, "e2").await, 1);
    assert_eq!(alerted_by(&mut db, "e2").await, [("bob".to_owned(), 2_000, 1)]);
    sqlx::query("UPDATE users SET disabled_at = 1 WHERE id = 'user-eve'").execute(&mut *db).await.unwrap();
    assert_eq!(alerted_by(&mut db, "e1").await, [("ada".to_owned(), 5_000, 1)], "not who was deactivated");
    let nobody = OrganizationId::new("organization-2");
    assert_eq!(alerts::cross(&mut db, &nobody, -1, "e3", NOW).await.unwrap(), 0);
    assert!(recipients::alerted_by(&mut db, &nobody, "e1").await.unwrap().is_empty());
    let billed = recipients::of_billing(&mut db, &organization(), Topic::LowCredit).await.unwrap();
    assert!(billed.is_empty(), "an alert needs no permission to fall: who asks for it has been asked for one");
}

async fn parallel_balances_make_one_alert(database: &Database) {
    let mut db = database.write().await;
    set(&mut db, "ada", FIFTY).await;
    db.commit().await.unwrap();
    let crossings: Vec<_> = (0..16)
        .map(|number| {
            let store = database.store.clone();
            tokio::spawn(async move {
                let mut db = store.write().await.unwrap();
                let locked = organizations::lock(&mut db, &organization()).await.unwrap();
                let expected = LockedOrganization {
                    id: "organization-1".to_owned(),
                    name: "Example Telecom".to_owned(),
                    currency: "EUR".to_owned(),
                    reserve: 0,
                };
                assert_eq!(locked, Some(expected));
                let crossed = cross(&mut db, 4_000 - number, &format!("e{number}")).await;
                db.commit().await.unwrap();
                crossed
            })
        })
        .collect();
    let mut crossed = 0;
    for crossing in crossings {
        crossed += crossing.await.unwrap();
    }
    assert_eq!(crossed, 1);
}
