//! Whether a message about money would reach anybody.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::view::DeliveryState;
use perfil_models::{Channels, OrganizationId, Topic};
use perfil_store::credit_alerts::{self, Minimum};
use perfil_store::outbox::{self, NewMessage};
use perfil_store::users::NO_PASSWORD;
use perfil_store::{AnyConnection, notification_choices, reach};

crate::on_both!(
    whoever_may_see_bills_and_can_sign_in_is_told,
    a_channel_is_chosen_for_the_topic,
    low_credit_needs_a_minimum,
    the_last_message_of_a_channel_decides,
    every_state_counts_as_the_page_shows_it
);

const SMS: Channels = Channels { email: false, sms: true };

async fn set(db: &mut AnyConnection, name: &str, column: &str, value: &str) {
    let text = format!("UPDATE users SET {column} = {value} WHERE id = 'user-{name}'");
    sqlx::query(sqlx::AssertSqlSafe(text)).execute(db).await.unwrap();
}

async fn choose(db: &mut AnyConnection, name: &str, topic: Topic, channels: Channels) {
    notification_choices::set(db, &user(name), &[(topic, channels)], NOW).await.unwrap();
}

async fn is_told(db: &mut AnyConnection, topic: Topic) -> bool {
    reach::is_anyone_told(db, &organization(), topic, NOW).await.unwrap()
}

/// A message about payments to `ada` that has come to that state.
async fn sent(db: &mut AnyConnection, channel: &str, state: &str, topic: Option<&str>, at: i64) {
    let (organization, user, id) = (organization(), user("ada"), format!("{channel} {state} {at}"));
    let message = NewMessage {
        id: &id,
        unique_key: &id,
        topic_key: &id,
        organization_id: &organization,
        user_id: &user,
        channel,
        template: "payment-failed",
        language: "en",
        recipient: "ada@example.com",
        arguments: "{}",
        sealed: None,
        topic,
        suppressed: None,
        expires_at: at + 1_000,
    };
    outbox::insert(db, &[message], at).await.unwrap();
    sqlx::query("UPDATE outbox SET state = $2 WHERE id = $1").bind(id).bind(state).execute(db).await.unwrap();
}

async fn whoever_may_see_bills_and_can_sign_in_is_told(database: &Database) {
    let mut db = database.write().await;
    assert!(!is_told(&mut db, Topic::Payments).await, "a member is not");
    for (role, expected) in [("admin", false), ("owner", true), ("billing", true)] {
        set(&mut db, "ada", "role", &format!("'{role}'")).await;
        assert_eq!(is_told(&mut db, Topic::Payments).await, expected, "{role}");
    }
    for (column, shut, open) in
        [("disabled_at", "1", "NULL"), ("password_hash", &*format!("'{NO_PASSWORD}'"), "'hash 1'")]
    {
        set(&mut db, "ada", column, shut).await;
        assert!(!is_told(&mut db, Topic::Payments).await, "{column}");
        set(&mut db, "ada", column, open).await;
        assert!(is_told(&mut db, Topic::Payments).await, "{column}");
    }
    let other = OrganizationId::new("organization-2");
    assert!(!reach::is_anyone_told(&mut db, &other, Topic::Payments, NOW).await.unwrap());
}

async fn a_channel_is_chosen_for_the_topic(database: &Database) {
    let mut db = database.write().await;
    set(&mut db, "ada", "role", "'owner'").await;
    choose(&mut db, "ada", Topic::Payments, Channels { email: false, sms: false }).await;
    assert!(!is_told(&mut db, Topic::Payments).await);
    assert!(is_told(&mut db, Topic::Invoices).await, "of another topic nothing was chosen");
    choose(&mut db, "ada", Topic::Payments, SMS).await;
    assert!(!is_told(&mut db, Topic::Payments).await, "there is no number");
    set(&mut db, "ada", "phone", "'+447700900123'").await;
    assert!(is_told(&mut db, Topic::Payments).await);
    choose(&mut db, "ada", Topic::Payments, Channels { email: false, sms: false }).await;
    insert_user(&mut db, "bob").await.unwrap();
    set(&mut db, "bob", "role", "'billing'").await;
    assert!(is_told(&mut db, Topic::Payments).await, "one is enough");
}

async fn low_credit_needs_a_minimum(database: &Database) {
    let mut db = database.write().await;
    set(&mut db, "ada", "role", "'owner'").await;
    assert!(!is_told(&mut db, Topic::LowCredit).await);
    let minimum = Minimum { amount: 5_000, rearm_at: 5_500, is_below: true };
    credit_alerts::set(&mut db, &organization(), &user("ada"), &minimum, NOW).await.unwrap();
    assert!(is_told(&mut db, Topic::LowCredit).await);
    credit_alerts::switch_off(&mut db, &user("ada"), NOW).await.unwrap();
    assert!(!is_told(&mut db, Topic::LowCredit).await);
}

async fn the_last_message_of_a_channel_decides(database: &Database) {
    let mut db = database.write().await;
    set(&mut db, "ada", "role", "'owner'").await;
    sent(&mut db, "email", "failed", Some("payments"), NOW - 1).await;
    assert!(is_told(&mut db, Topic::Payments).await, "long ago");
    sent(&mut db, "email", "failed", None, NOW + 1).await;
    sent(&mut db, "sms", "failed", Some("payments"), NOW + 2).await;
    assert!(is_told(&mut db, Topic::Payments).await, "about security, or by another channel");
    sent(&mut db, "email", "failed", Some("test"), NOW + 3).await;
    assert!(!is_told(&mut db, Topic::Payments).await);
    sent(&mut db, "email", "delivered", Some("invoices"), NOW + 4).await;
    assert!(is_told(&mut db, Topic::Payments).await, "something arrived since");
    set(&mut db, "ada", "phone", "'+447700900123'").await;
    choose(&mut db, "ada", Topic::Payments, SMS).await;
    assert!(!is_told(&mut db, Topic::Payments).await, "the last text message failed");
    choose(&mut db, "ada", Topic::Payments, Channels { email: true, sms: true }).await;
    assert!(is_told(&mut db, Topic::Payments).await, "the mail will do");
}

async fn every_state_counts_as_the_page_shows_it(database: &Database) {
    let mut db = database.write().await;
    set(&mut db, "ada", "role", "'owner'").await;
    let states = "pending sending accepted delivered failed dead unknown expired superseded suppressed";
    for (place, state) in (1..).zip(states.split(' ')) {
        let standing = DeliveryState::of_word(state);
        sent(&mut db, "email", "delivered", Some("test"), NOW + 10 * place).await;
        sent(&mut db, "email", state, Some("payments"), NOW + 10 * place + 1).await;
        assert_eq!(is_told(&mut db, Topic::Payments).await, standing != DeliveryState::Failed, "{state}");
        sent(&mut db, "email", "failed", Some("test"), NOW + 10 * place + 2).await;
        sent(&mut db, "email", state, Some("payments"), NOW + 10 * place + 3).await;
        let arrived = standing.has_ended() && standing != DeliveryState::Failed;
        assert_eq!(is_told(&mut db, Topic::Payments).await, arrived, "{state}");
    }
}
