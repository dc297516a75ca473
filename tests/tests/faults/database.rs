//! The database is locked for longer than anybody waits: 503, nothing half-written, and all is well afterwards.

use perfil_tests::{OWNER, Server};
use serde_json::json;
use sqlx::Executor;
use std::time::{Duration, Instant};

#[tokio::test]
async fn a_locked_database_is_503_and_nothing_is_half_written() {
    let server = Server::start().await;
    let client = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    let mut lock = server.database.connect().await;
    lock.execute("BEGIN IMMEDIATE").await.expect("the lock");

    let began = Instant::now();
    let version = client.account().await["version"].clone();
    client.page("/settings/user").await.expect(200);
    assert!(began.elapsed() < Duration::from_secs(2), "reading waits for nobody");
    let rename = json!({ "display_name": "Locked", "version": version });
    let other = server.client();
    let (renamed, signed_in) = tokio::join!(
        client.call("/api/account/rename", rename.clone()),
        other.try_sign_in(OWNER.email, OWNER.password),
    );
    for answer in [renamed, signed_in] {
        let answer = answer.expect_error(503, "unavailable");
        assert!(answer.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
        assert!(!answer.body.to_lowercase().contains("sqlite") && !answer.body.contains("locked"), "{}", answer.body);
    }
    lock.execute("ROLLBACK").await.expect("the end of the lock");
    assert_eq!(server.database.snapshot().await, before);
    client.call("/api/account/rename", rename).await.expect(200);
    server.client().sign_in(&OWNER).await;
}
