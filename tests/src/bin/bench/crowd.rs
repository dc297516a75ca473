//! Databases with few people and with a million, written past the server.

use perfil_tests::Server;
use sqlx::{AnyConnection, Executor};

/// People, and the organizations that they are in.
pub const PEOPLE: i64 = 1_000_000;
const ORGANIZATIONS: i64 = 10_000;
/// The platform's name for the organization that is told about.
pub const BUSY: &str = "busy";
/// Its alerts.
const ALERTS: i64 = 100;

/// A server with the busy organization and hardly anybody else.
pub async fn small() -> Server {
    with_crowd(ALERTS, 1).await
}

/// The same among ten thousand organizations of a hundred people each.
pub async fn large() -> Server {
    with_crowd(PEOPLE, ORGANIZATIONS).await
}

async fn with_crowd(people: i64, organizations: i64) -> Server {
    let mut server = crate::unlimited().set("PERFIL_WORKER", "none").prepare().await;
    for statement in crowd(people, organizations) {
        server.database.execute(&statement).await;
    }
    server.start_again().await;
    server
}

/// The busy organization is the first; everybody in it has an alert, with minimums that no balance here undercuts.
fn crowd(people: i64, organizations: i64) -> [String; 3] {
    let upto =
        |count: i64| format!("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {count} - 1) ");
    [
        format!(
            "{} INSERT INTO organizations (id, external_id, name, currency, created_at, version) \
             SELECT 'o' || i, CASE i WHEN 0 THEN '{BUSY}' ELSE 'o' || i END, 'Crowd', 'EUR', 1, 1 FROM n",
            upto(organizations)
        ),
        format!(
            "{} INSERT INTO users (id, organization_id, external_id, email, email_folded, display_name, role, \
             password_hash, created_at, updated_at, version) SELECT 'u' || i, 'o' || (i % {organizations}), 'u' || i, \
             'u' || i || '@example.test', 'u' || i || '@example.test', 'Somebody', 'billing', '!', 1, 1, 1 FROM n",
            upto(people)
        ),
        "INSERT INTO credit_alerts (user_id, organization_id, minimum, rearm_at, state, told, episode, updated_at) \
         SELECT id, organization_id, 100, 200, 'ok', 0, 0, 1 FROM users WHERE role = 'billing'"
            .to_owned(),
    ]
}

/// As the server opens SQLite.
pub async fn be_durable(db: &mut AnyConnection) {
    db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL").await.expect("pragmas");
}

/// What an event of a balance does, statement by statement.
pub async fn tell_bare(db: &mut AnyConnection, organization: &str, seq: i64) {
    let bound = [
        ("UPDATE organizations SET version = version WHERE external_id = $1 AND $2 = $2", organization),
        (
            "INSERT INTO platform_events (id, source, event_id, organization_id, kind, body_hash, outcome, occurred_at, \
             received_at) SELECT 'e' || $2, 'bench', $2, id, 'credit.balance', 'x', 'applied', 1, 1 FROM organizations \
             WHERE external_id = $1",
            organization,
        ),
        (
            "INSERT INTO balances (organization_id, seq, amount, spent, occurred_at, updated_at) \
             SELECT id, $2, $2, 0, 1, 1 FROM organizations WHERE external_id = $1 \
             ON CONFLICT (organization_id) DO UPDATE SET seq = $2, amount = $2 WHERE balances.seq < $2",
            organization,
        ),
        (
            "INSERT INTO balance_points (organization_id, seq, amount, spent, occurred_at) \
             SELECT id, $2, $2, 0, 1 FROM organizations WHERE external_id = $1",
            organization,
        ),
        ("UPDATE credit_alerts SET state = 'low' WHERE organization_id = $1 AND state = 'ok' AND minimum > $2", "none"),
        (
            "UPDATE credit_alerts SET state = 'ok' WHERE organization_id = $1 AND state = 'low' AND rearm_at <= $2",
            "none",
        ),
    ];
    for (statement, about) in bound {
        sqlx::query(statement).bind(about).bind(seq).execute(&mut *db).await.expect("a statement");
    }
}
