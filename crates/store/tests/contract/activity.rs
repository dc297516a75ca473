//! *Security activity*: open sessions, and events page by page.

use crate::Database;
use crate::database::{NOW, insert_user, organization, user};
use perfil_models::EventKind::{PasswordChanged, SignInFailed, SignedIn, SignedOut};
use perfil_models::{EventKind, SessionId};
use perfil_store::events::{self, Behind, EventRow, NewEvent};
use perfil_store::sessions::{self, NewSession};
use sqlx::AnyConnection;

crate::on_both!(
    living_sessions_come_by_last_use_the_own_one_first,
    a_session_is_revoked_by_its_person_alone,
    events_come_newest_first_and_page_by_page,
    events_are_found_by_kind,
    old_events_and_those_of_others_are_not_shown,
    more_events_than_fit_into_a_statement_are_kept
);

async fn insert_session(db: &mut AnyConnection, name: &str, id: &str, idle: i64) {
    let session = NewSession {
        id: &SessionId::new(id),
        user_id: &user(name),
        token_hash: &format!("token {id}"),
        transport: "bearer",
        remembered: false,
        user_agent: "test",
        ip_prefix: "192.0.2.0/24",
        idle_expires_at: NOW + idle,
        expires_at: NOW + 10_000,
    };
    sessions::insert(db, &session, NOW).await.unwrap();
}

async fn open_sessions(db: &mut AnyConnection, own: &str, now: i64, limit: i64) -> Vec<String> {
    let rows = sessions::of_user(db, &user("ada"), &SessionId::new(own), now, limit).await.unwrap();
    rows.into_iter().map(|row| row.id).collect()
}

async fn living_sessions_come_by_last_use_the_own_one_first(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    insert_session(&mut db, "eve", "foreign", 1_000).await;
    insert_session(&mut db, "ada", "idle", 100).await;
    for id in ["s1", "s2", "s3"] {
        insert_session(&mut db, "ada", id, 1_000).await;
    }
    sessions::touch(&mut db, &SessionId::new("s2"), NOW + 60, NOW + 20_000).await.unwrap();
    assert_eq!(open_sessions(&mut db, "s1", NOW + 99, 10).await, ["s1", "s2", "s3", "idle"]);
    assert_eq!(open_sessions(&mut db, "s1", NOW + 100, 10).await, ["s1", "s2", "s3"], "one has ended");
    assert_eq!(open_sessions(&mut db, "s1", NOW + 100, 2).await, ["s1", "s2"]);
    assert_eq!(sessions::count_of_user(&mut db, &user("ada"), NOW + 100).await.unwrap(), 3);
    assert_eq!(open_sessions(&mut db, "s1", NOW + 9_999, 10).await, ["s2"]);
    assert_eq!(open_sessions(&mut db, "s1", NOW + 10_000, 10).await, Vec::<String>::new(), "all have");
    assert_eq!(sessions::count_of_user(&mut db, &user("ada"), NOW + 10_000).await.unwrap(), 0);
    let own = sessions::of_user(&mut db, &user("ada"), &SessionId::new("s2"), NOW, 1).await.unwrap().remove(0);
    assert_eq!(
        (own.transport.as_str(), own.user_agent.as_str(), own.ip_prefix.as_str()),
        ("bearer", "test", "192.0.2.0/24")
    );
    assert_eq!((own.created_at, own.last_seen_at), (NOW, NOW + 60));
}

async fn a_session_is_revoked_by_its_person_alone(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    insert_session(&mut db, "ada", "s1", 1_000).await;
    let id = SessionId::new("s1");
    assert!(sessions::revoke(&mut db, &user("eve"), &id, NOW).await.unwrap().is_none(), "not hers");
    assert!(sessions::revoke(&mut db, &user("ada"), &SessionId::new("s2"), NOW).await.unwrap().is_none());
    assert!(sessions::revoke(&mut db, &user("ada"), &id, NOW + 1_000).await.unwrap().is_none(), "ended before");
    assert!(sessions::by_token(&mut db, "token s1", NOW).await.unwrap().is_some());
    let revoked = sessions::revoke(&mut db, &user("ada"), &id, NOW).await.unwrap();
    assert_eq!(revoked.map(|row| row.user_agent).as_deref(), Some("test"));
    assert!(sessions::by_token(&mut db, "token s1", NOW).await.unwrap().is_none());
    assert!(sessions::revoke(&mut db, &user("ada"), &id, NOW).await.unwrap().is_none(), "once only");
}

async fn insert_event(db: &mut AnyConnection, name: &str, id: &str, kind: EventKind, at: i64) {
    insert_events(db, name, &[id.to_owned()], kind, at).await;
}

async fn insert_events(db: &mut AnyConnection, name: &str, ids: &[String], kind: EventKind, at: i64) {
    let (organization_id, user_id) = (organization(), user(name));
    let event = |id| NewEvent {
        id,
        organization_id: &organization_id,
        user_id: &user_id,
        session_id: None,
        kind: kind.as_str(),
        detail: "detail",
        ip_prefix: "192.0.2.0/24",
    };
    let new: Vec<NewEvent<'_>> = ids.iter().map(|id| event(id.as_str())).collect();
    events::insert(db, &new, at).await.unwrap();
}

async fn shown(db: &mut AnyConnection, kinds: &[EventKind], since: i64, behind: &Behind) -> Vec<EventRow> {
    events::of_user(db, &user("ada"), kinds, since, behind, 2).await.unwrap()
}

fn ids(rows: &[EventRow]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

async fn events_come_newest_first_and_page_by_page(database: &Database) {
    let mut db = database.write().await;
    // Three at the same moment: only the id tells them apart.
    for (id, at) in [("a", NOW), ("b", NOW + 5), ("d", NOW + 5), ("c", NOW + 5), ("e", NOW + 6)] {
        insert_event(&mut db, "ada", id, SignedIn, at).await;
    }
    let mut behind = Behind::default();
    let mut pages = Vec::new();
    loop {
        let page = shown(&mut db, EventKind::ALL, 0, &behind).await;
        let Some(last) = page.last() else { break };
        behind = Behind { at: last.at, id: last.id.clone() };
        pages.push(ids(&page).join(" "));
    }
    assert_eq!(pages, ["e d", "c b", "a"]);
    let newest = &shown(&mut db, EventKind::ALL, 0, &Behind::default()).await[0];
    assert_eq!((newest.kind.as_str(), newest.detail.as_str()), ("signed-in", "detail"));
    assert_eq!((newest.ip_prefix.as_str(), newest.at), ("192.0.2.0/24", NOW + 6));
}

async fn events_are_found_by_kind(database: &Database) {
    let mut db = database.write().await;
    for (id, kind) in [("a", SignedIn), ("b", SignInFailed), ("c", PasswordChanged), ("d", SignedOut)] {
        insert_event(&mut db, "ada", id, kind, NOW).await;
    }
    let newest = Behind::default();
    assert_eq!(ids(&shown(&mut db, &[SignedIn, SignedOut], 0, &newest).await), ["d", "a"]);
    assert_eq!(ids(&shown(&mut db, &[SignInFailed], 0, &newest).await), ["b"]);
    assert!(shown(&mut db, &[], 0, &newest).await.is_empty());
}

async fn old_events_and_those_of_others_are_not_shown(database: &Database) {
    let mut db = database.write().await;
    insert_user(&mut db, "eve").await.unwrap();
    insert_event(&mut db, "eve", "foreign", SignedIn, NOW + 2).await;
    insert_event(&mut db, "ada", "old", SignedIn, NOW).await;
    insert_event(&mut db, "ada", "young", SignedIn, NOW + 1).await;
    let newest = Behind::default();
    assert_eq!(ids(&shown(&mut db, EventKind::ALL, NOW, &newest).await), ["young", "old"]);
    assert_eq!(ids(&shown(&mut db, EventKind::ALL, NOW + 1, &newest).await), ["young"]);
}

async fn more_events_than_fit_into_a_statement_are_kept(database: &Database) {
    let mut db = database.write().await;
    insert_events(&mut db, "ada", &[], SignedOut, NOW).await;
    let names: Vec<String> = (0..2_501).map(|number| format!("{number:04}")).collect();
    insert_events(&mut db, "ada", &names, SignedOut, NOW).await;
    let kept = events::of_user(&mut db, &user("ada"), &[SignedOut], 0, &Behind::default(), 10_000).await.unwrap();
    assert!(ids(&kept).into_iter().eq(names.iter().rev().map(String::as_str)), "{} of them", kept.len());
}
