//! What is looked up for apps that stay connected: sessions that live, and news of their people.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::{QuietHours, SessionId, UserId};
use perfil_store::AnyConnection;
use perfil_store::connected::{self, ConnectedRow, NewsRow};
use perfil_store::outbox::{self, NewMessage};
use perfil_store::sessions::{self, NewSession};

crate::on_both!(
    sessions_live_until_they_end_or_their_person_is_deactivated,
    a_living_session_says_how_its_person_is_told,
    many_are_looked_up_at_once,
    news_are_those_of_their_people_since_a_moment,
    what_is_off_or_not_allowed_is_no_news
);

async fn open(db: &mut AnyConnection, name: &str, [idle, end]: [i64; 2]) -> SessionId {
    let id = SessionId::new(format!("session-{name}-{idle}-{end}"));
    let session = NewSession {
        id: &id,
        user_id: &user(name),
        token_hash: id.as_str(),
        transport: "bearer",
        remembered: false,
        user_agent: "Perfil",
        ip_prefix: "192.0.2.0/24",
        idle_expires_at: idle,
        expires_at: end,
    };
    sessions::insert(db, &session, NOW).await.unwrap();
    id
}

async fn living(db: &mut AnyConnection, sessions: &[SessionId], now: i64) -> Vec<String> {
    let mut found: Vec<_> = connected::living(db, sessions, now).await.unwrap().into_iter().map(|row| row.id).collect();
    found.sort();
    found
}

async fn sessions_live_until_they_end_or_their_person_is_deactivated(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    let idle = open(&mut db, "ada", [NOW + 10, NOW + 90]).await;
    let long = open(&mut db, "ada", [NOW + 50, NOW + 60]).await;
    let hers = open(&mut db, "eve", [NOW + 90, NOW + 90]).await;
    let gone = SessionId::new("session-gone");
    let all = [idle.clone(), long.clone(), hers.clone(), gone];
    assert_eq!(living(&mut db, &all, NOW + 9).await, [idle.as_str(), long.as_str(), hers.as_str()]);
    assert_eq!(living(&mut db, &all, NOW + 10).await, [long.as_str(), hers.as_str()]);
    assert_eq!(living(&mut db, &all, NOW + 60).await, [hers.as_str()]);
    assert_eq!(
        living(&mut db, std::slice::from_ref(&long), NOW).await,
        [long.as_str()],
        "only those that are asked for"
    );
    assert!(living(&mut db, &[], NOW).await.is_empty());
    sqlx::query("UPDATE users SET disabled_at = 1 WHERE id = 'user-eve'").execute(&mut *db).await.unwrap();
    sessions::delete(&mut db, &idle).await.unwrap();
    assert_eq!(living(&mut db, &all, NOW).await, [long.as_str()]);
}

async fn found(db: &mut AnyConnection, session: &SessionId) -> ConnectedRow {
    connected::living(db, std::slice::from_ref(session), NOW).await.unwrap().pop().unwrap()
}

async fn a_living_session_says_how_its_person_is_told(database: &Database) {
    let mut db = database.write().await;
    let session = open(&mut db, "ada", [NOW + 10, NOW + 10]).await;
    let row = found(&mut db, &session).await;
    assert_eq!((row.user_id.as_str(), row.role.as_str(), row.language.as_deref()), ("user-ada", "member", None));
    assert_eq!(row.quiet().hours, None);
    let seen = "UPDATE users SET language_seen = 'es', country_seen = 'ES', time_zone_seen = 'Europe/Madrid', \
                quiet_from = 1320, quiet_until = 420 WHERE id = 'user-ada'";
    sqlx::query(seen).execute(&mut *db).await.unwrap();
    let row = found(&mut db, &session).await;
    let region = [&row.language, &row.country, &row.time_zone].map(|text| text.clone().unwrap_or_default());
    assert_eq!(region, ["es", "ES", "Europe/Madrid"]);
    let quiet = row.quiet();
    assert_eq!(
        (quiet.hours, quiet.time_zone.as_deref()),
        (QuietHours::parse("22:00", "07:00").unwrap(), Some("Europe/Madrid"))
    );
    let chosen = "UPDATE users SET language = 'de', role = 'owner' WHERE id = 'user-ada'";
    sqlx::query(chosen).execute(&mut *db).await.unwrap();
    let row = found(&mut db, &session).await;
    assert_eq!((row.role.as_str(), row.language.as_deref()), ("owner", Some("de")));
}

async fn many_are_looked_up_at_once(database: &Database) {
    let mut db = database.write().await;
    let mut all = Vec::new();
    for place in 1..=5 {
        all.push(open(&mut db, "ada", [NOW + place, NOW + 10]).await);
    }
    let missing = (0..4_000).map(|number| SessionId::new(format!("missing-{number}")));
    let asked: Vec<SessionId> = missing.chain(all).collect();
    assert_eq!(living(&mut db, &asked, NOW).await.len(), 5, "each once, however long the list is");
    let people: Vec<UserId> = (0..4_000).map(|number| UserId::new(format!("user-{number}"))).collect();
    assert!(connected::news(&mut db, &people, 0, 9).await.unwrap().is_empty());
}

/// A message, about a topic, that was written at `at`.
async fn write(db: &mut AnyConnection, key: &str, template: &str, suppressed: Option<&str>, at: i64) {
    let name = key.rsplit(':').next().unwrap_or_default();
    let message = NewMessage {
        id: key,
        unique_key: key,
        topic_key: key,
        organization_id: &organization(),
        user_id: &user(name),
        channel: "email",
        template,
        language: "en",
        recipient: "ada@example.com",
        arguments: r#"{"payment":"P-1"}"#,
        sealed: None,
        topic: (template != "password-changed").then_some("payments"),
        suppressed,
        expires_at: at + 1_000,
    };
    outbox::insert(db, &[message], at).await.unwrap();
}

async fn news(db: &mut AnyConnection, names: &[&str], since: i64, limit: i64) -> Vec<NewsRow> {
    let people: Vec<UserId> = names.iter().map(|name| user(name)).collect();
    connected::news(db, &people, since, limit).await.unwrap()
}

fn keys(rows: &[NewsRow]) -> Vec<&str> {
    rows.iter().map(|row| row.unique_key.as_str()).collect()
}

async fn news_are_those_of_their_people_since_a_moment(database: &Database) {
    let mut db = database.write().await;
    for name in ["eve", "bob"] {
        insert_user(&mut db, name).await.unwrap();
    }
    write(&mut db, "old:email:1:ada", "payment-failed", None, NOW - 1).await;
    write(&mut db, "a:email:2:ada", "payment-failed", None, NOW).await;
    write(&mut db, "b:email:3:eve", "credit-low", None, NOW + 1).await;
    write(&mut db, "c:email:4:bob", "import-completed", None, NOW + 2).await;
    let rows = news(&mut db, &["ada", "eve"], NOW, 9).await;
    assert_eq!(keys(&rows), ["b:email:3:eve", "a:email:2:ada"], "the newest first");
    let row = &rows[1];
    assert_eq!(
        (row.user_id.as_str(), row.topic.as_str(), row.template.as_str()),
        ("user-ada", "payments", "payment-failed")
    );
    assert_eq!((row.arguments.as_str(), row.created_at), (r#"{"payment":"P-1"}"#, NOW));
    assert_eq!(keys(&news(&mut db, &["ada", "eve", "bob"], 0, 2).await), ["c:email:4:bob", "b:email:3:eve"]);
    assert!(news(&mut db, &[], 0, 9).await.is_empty());
}

async fn what_is_off_or_not_allowed_is_no_news(database: &Database) {
    let mut db = database.write().await;
    for (place, why) in ["email-off", "sms-off", "no-permission", "no-phone", "other-phone"].into_iter().enumerate() {
        write(&mut db, &format!("{why}:email:{place}:ada"), "payment-failed", Some(why), NOW).await;
    }
    for template in ["payment-succeeded", "invoice-issued", "password-changed", "test"] {
        write(&mut db, &format!("{template}:email:9:ada"), template, None, NOW).await;
    }
    let rows = news(&mut db, &["ada"], 0, 99).await;
    assert_eq!(keys(&rows), ["other-phone:email:4:ada", "no-phone:email:3:ada"], "chosen, though it could not go out");
}
