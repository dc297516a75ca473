//! SECURITY.md, “Faults”: what reading the account costs beside many sessions.

use perfil_tests::meter::percentile;
use perfil_tests::{OWNER, Server};
use std::time::Instant;

/// Sessions of one person, few and many.
const FEW: usize = 10;
const MANY: usize = 10_000;
/// Reads that are timed.
const READS: usize = 2_000;

/// Prints the ratio.
pub async fn reading() {
    let server = crate::unlimited().start().await;
    let few = beside(&server, FEW).await;
    let many = beside(&server, MANY).await;
    println!(
        "account state beside {MANY} sessions: p99 {many:.2} ms, beside {FEW}: {few:.2} ms, ratio {:.2} (aim 1)",
        many / few
    );
}

/// The 99th percentile of reading, in milliseconds, when the person has so many sessions besides.
async fn beside(server: &Server, sessions: usize) -> f64 {
    server.database.execute("DELETE FROM sessions").await;
    let client = server.client_of(&OWNER).await;
    server.database.execute(&copies(sessions)).await;
    assert_eq!(server.database.count("sessions").await, sessions as i64 + 1);
    let mut times = Vec::new();
    for _ in 0..READS {
        let began = Instant::now();
        client.ask("/api/account").await.expect(200);
        times.push(began.elapsed().as_secs_f64() * 1_000.0);
    }
    percentile(&mut times, 99)
}

/// Copies the one session, under other ids and tokens.
fn copies(count: usize) -> String {
    format!(
        "WITH RECURSIVE copies (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM copies WHERE i < {count}) \
         INSERT INTO sessions (id, user_id, token_hash, transport, remembered, user_agent, ip_prefix, created_at, \
         authenticated_at, last_seen_at, idle_expires_at, expires_at) \
         SELECT id || '-' || i, user_id, token_hash || '-' || i, transport, remembered, user_agent, ip_prefix, \
         created_at, authenticated_at, last_seen_at, idle_expires_at, expires_at FROM sessions, copies"
    )
}
