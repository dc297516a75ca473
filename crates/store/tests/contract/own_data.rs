//! All that is kept about a person: every column of the register, every table that refers to people, the person's own rows
//! alone; and nothing of it once the person is erased.

use crate::Database;
use crate::database::{NOW, insert_user, user};
use perfil_store::personal::{Export, PERSONAL_COLUMNS};
use perfil_store::personal_tables::{Erased, PERSONAL_TABLES, Told};
use perfil_store::{AnyConnection, own_data};
use std::collections::BTreeSet;

crate::on_both!(an_export_tells_a_person_alone, what_is_erased_leaves_nothing);

/// Rows that name `ada`, `bob` or what they wrote, in each table that could.
const ROWS: [&str; 18] = [
    "INSERT INTO sessions VALUES ('s-NAME', 'user-NAME', 'session-NAME', 'cookie', 0, 'agent-NAME', 'net-NAME', \
     1, 1, 1, 9, 9)",
    "INSERT INTO known_devices VALUES ('device-NAME', 'user-NAME', 1, 1)",
    "INSERT INTO factors (id, user_id, kind, state, name, secret, credential_id, last_step, created_at) \
     VALUES ('f-NAME', 'user-NAME', 'passkey', 'active', 'key-NAME', 'secret-NAME', 'credential-NAME', 0, 1)",
    "INSERT INTO recovery_codes VALUES ('code-NAME', 'user-NAME', 1)",
    "INSERT INTO ceremonies VALUES ('ceremony-NAME', 'add', 'user-NAME', 0, 'called-NAME', 'state-NAME', 9, 1)",
    "INSERT INTO contact_changes (id, organization_id, user_id, session_id, kind, new_value, old_value, old_folded, \
     code_hash, attempts_left, sends_left, next_send_at, expires_at, state, created_at, updated_at) \
     VALUES ('c-NAME', 'organization-1', 'user-NAME', 's-NAME', 'email', 'new-NAME', 'old-NAME', 'folded-NAME', 'h', \
     1, 1, 1, 1, 'confirmed', 1, 1)",
    "INSERT INTO password_resets (id, user_id, token_hash, state, expires_at, created_at) \
     VALUES ('p-NAME', 'user-NAME', 'reset-NAME', 'pending', 1, 1)",
    "INSERT INTO notification_choices VALUES ('user-NAME', 'payments', 1, 0, 1)",
    "INSERT INTO credit_alerts VALUES ('user-NAME', 'organization-1', 50, 60, 'ok', 0, 0, NULL, 1)",
    "INSERT INTO contact_imports VALUES ('organization-1', 'import-NAME', 'user-NAME', 'file-NAME', 'failed', 1, 1, 1, 1, \
     'reasons-NAME', 'failure-NAME', 1)",
    "INSERT INTO security_events VALUES ('e-NAME', 'organization-1', 'user-NAME', NULL, 'signed-in', 'detail-NAME', \
     'network-NAME', 1)",
    "INSERT INTO role_requests (id, organization_id, user_id, role, reason, state, created_at) \
     VALUES ('r-NAME', 'organization-1', 'user-NAME', 'admin', 'reason-NAME', 'pending', 1)",
    "INSERT INTO account_deletions VALUES ('user-NAME', 'pending', 'undo-NAME', 9, 9, 1)",
    "INSERT INTO invitations VALUES ('i-NAME', 'organization-1', 'NAME@Example.com', 'NAME@example.com', 'member', \
     'user-kim', NULL, 'accepted', 1, 1, 1)",
    "INSERT INTO invitations VALUES ('by-NAME', 'organization-1', 'to-NAME@x.test', 'to-NAME@x.test', 'member', \
     'user-NAME', NULL, 'pending', 1, 1, 1)",
    "INSERT INTO audit_entries VALUES ('a-NAME', 'organization-1', 'member', 'user-NAME', 'user-kim', 'role-changed', \
     'member', 'admin', 1)",
    "INSERT INTO outbox (id, unique_key, topic_key, organization_id, user_id, channel, template, language, recipient, \
     arguments, state, attempts, next_attempt_at, expires_at, created_at, updated_at) \
     VALUES ('o-NAME', 'k-NAME', 'k', 'organization-1', 'user-NAME', 'email', 'password-changed', 'en', \
     'NAME@example.com', 'words-NAME', 'sending', 1, 1, 9, 1, 1)",
    "INSERT INTO outbox (id, unique_key, topic_key, organization_id, user_id, channel, template, language, recipient, \
     arguments, state, attempts, next_attempt_at, expires_at, created_at, updated_at) \
     VALUES ('q-NAME', 'role-asked:email:r-NAME:user-kim', 'k', 'organization-1', 'user-kim', 'email', 'role-asked', 'en', \
     'kim@example.com', 'asks-NAME', 'accepted', 1, 1, 9, 1, 1)",
];

/// What an export tells of those rows.
const TOLD: [&str; 14] = [
    "agent",
    "net",
    "key",
    "credential",
    "called",
    "new",
    "old",
    "folded",
    "file",
    "reasons",
    "failure",
    "detail",
    "reason",
    "words",
];

async fn fill(db: &mut AnyConnection) {
    for name in ["kim", "bob"] {
        insert_user(db, name).await.unwrap();
    }
    for name in ["ada", "bob"] {
        for row in ROWS {
            let row = sqlx::AssertSqlSafe(row.replace("NAME", name));
            sqlx::query(row).execute(&mut *db).await.unwrap();
        }
        let invited = format!(
            "INSERT INTO outbox (id, unique_key, topic_key, organization_id, user_id, channel, template, language, \
             recipient, arguments, state, attempts, next_attempt_at, expires_at, created_at, updated_at) \
             VALUES ('w-{name}', 'w-{name}', 'k', 'organization-1', 'user-kim', 'email', 'member-invitation', 'en', \
             '{}@Example.com', 'welcome-{name}', 'accepted', 1, 1, 9, 1, 1)",
            name.to_uppercase()
        );
        sqlx::query(sqlx::AssertSqlSafe(invited)).execute(&mut *db).await.unwrap();
    }
    sqlx::query("UPDATE role_requests SET decided_by = 'user-ada' WHERE id = 'r-bob'").execute(db).await.unwrap();
}

async fn an_export_tells_a_person_alone(database: &Database) {
    let mut db = database.write().await;
    fill(&mut db).await;
    let own = own_data::of_user(&mut db, &user("ada")).await.unwrap();
    for table in &own {
        assert!(!table.rows.is_empty(), "{} has a row", table.table);
    }
    let text = format!("{own:?}");
    for told in TOLD {
        assert!(text.contains(&format!("{told}-ada")), "{told}");
    }
    for secret in ["hash 1", "secret-ada", "state-ada", "session-ada", "undo-ada", "reset-ada", "code-ada"] {
        assert!(!text.contains(secret), "{secret}");
    }
    for other in ["bob", "kim", "asks-", "to-ada", "welcome"] {
        assert!(!text.contains(other), "{other}");
    }
    let users = own.iter().find(|table| table.table == "users").unwrap();
    let place = users.columns.iter().position(|told| told.name() == "created_at").unwrap();
    assert_eq!(users.rows[0][place], Some(NOW.to_string()));
}

async fn what_is_erased_leaves_nothing(database: &Database) {
    let mut db = database.write().await;
    fill(&mut db).await;
    own_data::erase(&mut db, &user("ada")).await.unwrap();
    let mut kept = Vec::new();
    for table in PERSONAL_TABLES {
        let columns: Vec<&str> = table.columns().iter().map(|told| told.name()).collect();
        let Some(all) = own_data::selection(table) else { continue };
        let (all, _) = all.split_once(" WHERE ").unwrap();
        let all = all.replace("CAST(NULL AS TEXT)", "''");
        let rows = sqlx::query(sqlx::AssertSqlSafe(all)).fetch_all(&mut *db).await.unwrap();
        let cell = |row: &sqlx::any::AnyRow, place| sqlx::Row::get::<Option<String>, _>(row, place);
        kept.extend(rows.iter().flat_map(|row| (0..columns.len()).filter_map(|place| cell(row, place))));
    }
    assert!(kept.iter().any(|cell| cell.contains("bob")), "others stay");
    let found: Vec<_> = kept.iter().filter(|cell| cell.to_lowercase().contains("ada")).collect();
    assert!(found.is_empty(), "{found:?}");
    let audit: Vec<(String,)> =
        sqlx::query_as("SELECT actor_id FROM audit_entries ORDER BY id").fetch_all(&mut *db).await.unwrap();
    assert_eq!(audit.first(), Some(&("user-ada".to_owned(),)), "only the id stays");
}

#[test]
fn every_registered_column_is_exported_or_withheld() {
    let told: BTreeSet<_> = PERSONAL_TABLES
        .iter()
        .flat_map(|table| table.columns().into_iter().map(move |column| (table.table, column)))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(table, column)| (table, column.name(), matches!(column, Told::Withheld(..))))
        .collect();
    for column in PERSONAL_COLUMNS {
        let is_withheld = matches!(column.export, Export::Withheld(_));
        let is_told = told.contains(&(column.table, column.column, is_withheld));
        let has_way = PERSONAL_TABLES.iter().any(|table| table.table == column.table);
        assert!(is_told || is_withheld && !has_way, "no way leads to {}.{}", column.table, column.column);
    }
}

#[test]
fn what_stays_says_why() {
    let kept = PERSONAL_TABLES.iter().filter(|table| matches!(table.erased, Erased::Kept(_)));
    assert_eq!(kept.map(|table| table.table).collect::<Vec<_>>(), ["audit_entries"]);
}

#[tokio::test]
async fn every_table_that_refers_to_people_has_a_way() {
    let database = Database::sqlite().await;
    let mut db = database.store.read().await.unwrap();
    let referring: Vec<(String,)> = sqlx::query_as(
        "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f \
         WHERE m.type = 'table' AND f.\"table\" = 'users'",
    )
    .fetch_all(&mut *db)
    .await
    .unwrap();
    assert!(referring.len() > 12, "{referring:?}");
    for (table,) in referring {
        assert!(PERSONAL_TABLES.iter().any(|way| way.table == table), "no way leads to {table}");
    }
}

#[tokio::test]
async fn no_way_scans_a_table() {
    let database = Database::sqlite().await;
    let mut db = database.store.read().await.unwrap();
    for statement in PERSONAL_TABLES.iter().filter_map(own_data::selection).chain(own_data::erasures()) {
        let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
        let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(explain).fetch_all(&mut *db).await.unwrap();
        for (.., step) in plan {
            assert!(!step.starts_with("SCAN"), "{step}\n{statement}");
        }
    }
}
