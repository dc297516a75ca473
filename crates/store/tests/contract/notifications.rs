//! What a person was told about, page by page.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_store::AnyConnection;
use perfil_store::events::Behind;
use perfil_store::notifications::{self, NotificationRow};
use perfil_store::outbox::{self, NewMessage};

crate::on_both!(messages_about_topics_come_newest_first_and_page_by_page, security_and_others_are_left_out);

/// Inserts messages of that person about a topic, all at `at`.
async fn insert(db: &mut AnyConnection, name: &str, ids: &[&str], topic: Option<&str>, at: i64) {
    let (organization, user) = (organization(), user(name));
    let message = |id| NewMessage {
        id,
        unique_key: id,
        topic_key: id,
        organization_id: &organization,
        user_id: &user,
        channel: "email",
        template: "payment-failed",
        language: "en",
        recipient: "ada@example.com",
        arguments: "{}",
        sealed: None,
        topic,
        suppressed: None,
        expires_at: at + 1_000,
    };
    let messages: Vec<NewMessage<'_>> = ids.iter().copied().map(message).collect();
    outbox::insert(db, &messages, at).await.unwrap();
}

async fn page(db: &mut AnyConnection, behind: &Behind, since: i64, limit: i64) -> Vec<NotificationRow> {
    notifications::of_user(db, &user("ada"), since, behind, limit).await.unwrap()
}

fn ids(rows: &[NotificationRow]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

async fn messages_about_topics_come_newest_first_and_page_by_page(database: &Database) {
    let mut db = database.write().await;
    insert(&mut db, "ada", &["a1", "a2", "a3"], Some("payments"), NOW).await;
    insert(&mut db, "ada", &["b1"], Some("test"), NOW + 1).await;
    let first = page(&mut db, &Behind::default(), 0, 2).await;
    assert_eq!(ids(&first), ["b1", "a3"]);
    let row = &first[1];
    let seen = (row.topic.as_str(), row.channel.as_str(), row.template.as_str(), row.state.as_str());
    assert_eq!(seen, ("payments", "email", "payment-failed", "pending"));
    let behind = Behind { at: row.created_at, id: row.id.clone() };
    assert_eq!(ids(&page(&mut db, &behind, 0, 9).await), ["a2", "a1"]);
    assert_eq!(ids(&page(&mut db, &Behind::default(), NOW + 1, 9).await), ["b1"]);
}

async fn security_and_others_are_left_out(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    insert(&mut db, "ada", &["security"], None, NOW).await;
    insert(&mut db, "eve", &["hers"], Some("payments"), NOW).await;
    assert!(page(&mut db, &Behind::default(), 0, 9).await.is_empty());
}
