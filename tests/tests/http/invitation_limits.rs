//! How many invitations may be sent, and how many may wait.

use perfil_models::Role;
use perfil_tests::{OWNER, STRANGER, Server};
use std::time::Duration;

const GUEST: &str = "nell.novak@example.test";

#[tokio::test]
async fn invitations_are_not_sent_too_often_to_one_address_or_from_one_organization() {
    let server = Server::builder().set("PERFIL_WORKER", "none").people(&[OWNER, STRANGER]).start().await;
    let owner = server.client_of(&OWNER).await;
    owner.invite(GUEST, Role::Member).await.expect(200);
    let id = owner.invitation_of(GUEST).await;
    for _ in 0..2 {
        owner.resend_invitation(&id).await.expect(200);
    }
    let limited = owner.resend_invitation(&id).await.expect_error(429, "too-many");
    assert!(!limited.header("retry-after").is_empty());
    owner.revoke_invitation(&id).await.expect(200);
    owner.invite(GUEST, Role::Member).await.expect_error(429, "too-many");
    assert_eq!(server.database.messages("member-invitation").await.len(), 3);
    server.database.let_time_pass(Duration::from_secs(20 * 60)).await;
    owner.invite(GUEST, Role::Member).await.expect(200);

    let mut sent = 0;
    let limited = loop {
        let answer = owner.invite(&format!("guest{sent}@example.test"), Role::Member).await;
        if answer.status != 200 {
            break answer;
        }
        sent += 1;
    };
    limited.expect_error(429, "too-many");
    assert!((20..=40).contains(&sent), "{sent}");
    server.client_of(&STRANGER).await.invite("guest@example.test", Role::Member).await.expect(200);
}

#[tokio::test]
async fn at_most_two_hundred_wait() {
    let server = Server::builder().set("PERFIL_WORKER", "none").start().await;
    let owner = server.client_of(&OWNER).await;
    for place in 0..200 {
        server.database.execute("DELETE FROM buckets").await;
        owner.invite(&format!("guest{place}@example.test"), Role::Member).await.expect(200);
    }
    server.database.execute("DELETE FROM buckets").await;
    let refused = owner.invite(GUEST, Role::Member).await.expect_error(409, "too-many");
    assert_eq!(refused.data()["max"], 200);
    let id = owner.invitation_of("guest0@example.test").await;
    owner.revoke_invitation(&id).await.expect(200);
    owner.invite(GUEST, Role::Member).await.expect(200);
}
