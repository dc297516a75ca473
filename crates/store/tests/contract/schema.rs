//! The schema itself, and the plans of all statements.

use crate::Database;
use perfil_store::personal::{IMPERSONAL_COLUMNS, PERSONAL_COLUMNS};
use std::collections::BTreeSet;
use std::path::Path;

crate::on_both!(migrating_twice_changes_nothing, every_text_column_is_registered, the_database_answers);

async fn migrating_twice_changes_nothing(database: &Database) {
    database.store.migrate().await.unwrap();
}

async fn the_database_answers(database: &Database) {
    database.store.ping().await.unwrap();
}

async fn every_text_column_is_registered(database: &Database) {
    let sqlite = "SELECT m.name, p.name, LOWER(p.type) FROM sqlite_master m JOIN pragma_table_info(m.name) p \
                  WHERE m.type = 'table'";
    let postgres = "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), CAST(data_type AS TEXT) \
                    FROM information_schema.columns WHERE table_schema = 'public'";
    let query = if database.is_sqlite() { sqlite } else { postgres };
    let mut db = database.store.read().await.unwrap();
    let found: Vec<(String, String, String)> = sqlx::query_as(query).fetch_all(&mut *db).await.unwrap();
    let of_type = |wanted: Option<&str>| -> BTreeSet<_> {
        let own = found.iter().filter(|(table, ..)| !table.starts_with("_sqlx"));
        let typed = own.filter(|(_, _, kind)| wanted.is_none_or(|wanted| kind == wanted));
        typed.map(|(table, column, _)| (table.clone(), column.clone())).collect()
    };
    let personal = PERSONAL_COLUMNS.iter().map(|column| (column.table, column.column));
    let registered: BTreeSet<_> = personal
        .chain(IMPERSONAL_COLUMNS.iter().copied())
        .map(|(table, column)| (table.to_owned(), column.to_owned()))
        .collect();
    let forgotten: Vec<_> = of_type(Some("text")).difference(&registered).cloned().collect();
    assert!(forgotten.is_empty(), "each TEXT column is either personal, with a purpose, or it is not: {forgotten:?}");
    let unknown: Vec<_> = registered.difference(&of_type(None)).cloned().collect();
    assert!(unknown.is_empty(), "there are no such columns: {unknown:?}");
}

/// Statements that may read a whole table: `ping` reads one row of it, members without words are all to be given some, the
/// operator lists the latest keys of all, in the order of their index, and the gaps, which the operator asks for by hand, lie anywhere among the balances.
const MAY_SCAN: [&str; 4] = [
    "DELETE FROM members_without_words WHERE user_id IN (SELECT user_id FROM members_without_words ORDER BY user_id \
     LIMIT $1) RETURNING user_id",
    "SELECT id FROM organizations LIMIT 1",
    "SELECT k.id, k.name, k.scopes, o.external_id AS organization, k.created_at, k.last_used_at, k.expires_at, \
     k.revoked_at FROM api_keys k LEFT JOIN organizations o ON o.id = k.organization_id \
     ORDER BY k.id DESC LIMIT $1",
    "SELECT o.external_id, o.name, g.first, g.last, g.missing, g.places FROM (SELECT organization_id, before \
     + 1 AS first, seq - 1 AS last, CAST(SUM(seq - before - 1) OVER (PARTITION BY organization_id) AS BIGINT) \
     AS missing, COUNT(*) OVER (PARTITION BY organization_id) AS places, ROW_NUMBER() OVER (PARTITION BY \
     organization_id ORDER BY seq) AS place FROM (SELECT organization_id, seq, LAG(seq) OVER (PARTITION BY \
     organization_id ORDER BY seq) AS before FROM balance_points WHERE occurred_at >= $1) AS told WHERE seq > \
     before + 1) AS g JOIN organizations o ON o.id = g.organization_id WHERE g.place <= $2 ORDER BY g.missing \
     DESC, o.external_id, g.first LIMIT $3",
];

/// How a step ends that reads rows which the statement itself brings along.
const OWN_ROWS: [&str; 3] = ["ROW VALUES CLAUSE", "CONSTANT ROW", "SCAN moments"];

#[tokio::test]
async fn no_statement_scans_a_table() {
    let database = Database::sqlite().await;
    let statements = statements();
    assert!(statements.len() > 40, "the statements are found in the source: {}", statements.len());
    let mut db = database.store.read().await.unwrap();
    for statement in statements.iter().filter(|statement| !MAY_SCAN.contains(&statement.as_str())) {
        let explain = format!("EXPLAIN QUERY PLAN {statement}");
        let plan: Vec<(i64, i64, i64, String)> =
            sqlx::query_as(sqlx::AssertSqlSafe(explain)).fetch_all(&mut *db).await.unwrap();
        for (_, _, _, step) in plan {
            let scans = step.starts_with("SCAN") && !OWN_ROWS.iter().any(|rows| step.ends_with(rows));
            assert!(!scans, "{step}\n{statement}");
        }
    }
}

#[tokio::test]
async fn changes_are_read_in_the_order_of_their_index() {
    let steps = plan_of("FROM audit_entries e").await;
    let is_found = |step: &str| steps.iter().any(|found| found.contains(step));
    assert!(
        is_found("SEARCH e USING INDEX audit_entries_by_organization (organization_id=? AND (at,id)<(?,?))"),
        "{steps:?}"
    );
    for table in ["a", "s", "i"] {
        assert!(is_found(&format!("SEARCH {table} USING INDEX sqlite_autoindex")), "{steps:?}");
    }
    assert!(!is_found("TEMP B-TREE"), "nothing is sorted: {steps:?}");
}

#[tokio::test]
async fn members_are_read_in_the_order_of_their_index() {
    for (words, step) in [
        ("AND w.place = 0 AND (w.word", "INDEX member_words_by_name (organization_id=? AND (word,user_id)>(?,?))"),
        (
            "AND NOT EXISTS (SELECT 1 FROM member_words",
            "INDEX member_words_by_word (organization_id=? AND word>? AND word<?)",
        ),
    ] {
        let steps = plan_of(words).await;
        let is_found = |step: &str| steps.iter().any(|found| found.contains(step));
        assert!(is_found(step) && is_found("SEARCH u USING INDEX sqlite_autoindex"), "{steps:?}");
        assert!(!is_found("TEMP B-TREE"), "nothing is sorted: {steps:?}");
    }
}

#[tokio::test]
async fn the_sessions_of_an_organization_are_found_by_their_people() {
    let steps = plan_of("DELETE FROM sessions WHERE user_id IN").await;
    let is_found = |step: &str| steps.iter().any(|found| found.contains(step));
    assert!(is_found("SEARCH sessions USING INDEX sessions_by_user (user_id=?)"), "{steps:?}");
    assert!(is_found("SEARCH users USING") && is_found("(organization_id=?)"), "{steps:?}");
}

/// How SQLite executes the statement that holds those words.
async fn plan_of(words: &str) -> Vec<String> {
    let database = Database::sqlite().await;
    let statement = statements().into_iter().find(|statement| statement.contains(words)).unwrap();
    let mut db = database.store.read().await.unwrap();
    let explain = format!("EXPLAIN QUERY PLAN {statement}");
    let plan: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(sqlx::AssertSqlSafe(explain)).fetch_all(&mut *db).await.unwrap();
    plan.into_iter().map(|(.., step)| step).collect()
}

/// The text of every statement in this crate, read from its source.
fn statements() -> Vec<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for file in std::fs::read_dir(source).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for call in ["sqlx::query(", "sqlx::query_as("] {
            let literals = text.split(call).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"'));
            found.extend(literals.map(unescape));
        }
        let built = text.split("format!(").skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')).map(unescape);
        found.extend(built.filter(|text| text.contains("SELECT ")).map(|text| text.replace("{rows}", "(1)")));
    }
    found
}

/// A string literal up to its closing quote, with line continuations joined.
fn unescape(literal: &str) -> String {
    let body = literal.split('"').next().unwrap_or_default();
    body.split("\\\n").map(str::trim_start).collect()
}
