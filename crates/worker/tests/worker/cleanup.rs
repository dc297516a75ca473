//! What is deleted, and what is not yet.

use crate::stage::{NOON, Stage, mail};
use perfil_accounts::clock::DAY;
use perfil_models::{ChangeId, FactorId, OrganizationId, Reason, Role, RoleRequestId, SessionId, UserId};
use perfil_store::balances::Told;
use perfil_store::ceremonies::{self, NewCeremony};
use perfil_store::contact_changes::{self, NewChange};
use perfil_store::contact_imports::ImportStep;
use perfil_store::events::{self, NewEvent};
use perfil_store::factors::{self, NewFactor};
use perfil_store::platform_events::NewPlatformEvent;
use perfil_store::resets::{self, NewReset, RESET};
use perfil_store::role_requests::{self, NewRoleRequest};
use perfil_store::sessions::{self, NewSession};
use perfil_store::{AnyConnection, balances, contact_imports, devices, outbox, platform_events, throttle};
use perfil_worker::{Cleanup, Metrics};
use std::sync::Arc;

const TABLES: [&str; 14] = [
    "factors",
    "ceremonies",
    "sessions",
    "contact_changes",
    "password_resets",
    "outbox",
    "security_events",
    "known_devices",
    "platform_events",
    "balance_points",
    "contact_imports",
    "role_requests",
    "failures",
    "buckets",
];

#[tokio::test]
async fn rows_go_when_their_time_is_over_and_not_before() {
    let stage = Stage::new().await;
    populate(&stage).await;
    let cleanup = Cleanup::new(stage.store.clone(), Arc::new(stage.clock.clone()), Metrics::default());

    cleanup.end_overdue().await;
    cleanup.delete_old().await;
    assert_eq!(counts(&stage).await, [1; 14]);

    stage.clock.forward(2 * DAY);
    cleanup.end_overdue().await;
    cleanup.delete_old().await;
    assert_eq!(counts(&stage).await, [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    assert_eq!(stage.row("code").await.state, "expired");
    assert_eq!(stage.row("code").await.sealed, None);
    assert_eq!(change_state(&stage).await, "expired");

    stage.clock.forward(89 * DAY);
    cleanup.delete_old().await;
    assert_eq!(counts(&stage).await, [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);

    stage.clock.forward(90 * DAY);
    cleanup.delete_old().await;
    assert_eq!(counts(&stage).await, [0; 14]);
}

#[tokio::test]
async fn messages_that_still_wait_are_never_deleted() {
    let stage = Stage::new().await;
    stage.queue(outbox::NewMessage { expires_at: NOON + 400 * DAY, ..mail("patient") }).await;
    stage.clock.forward(200 * DAY);
    let cleanup = Cleanup::new(stage.store.clone(), Arc::new(stage.clock.clone()), Metrics::default());
    cleanup.end_overdue().await;
    cleanup.delete_old().await;
    assert_eq!(stage.row("patient").await.state, "pending");
}

#[tokio::test]
async fn apps_and_passkeys_in_use_are_never_deleted() {
    let stage = Stage::new().await;
    let mut db = stage.store.write().await.unwrap();
    add_app(&mut db, None).await;
    db.commit().await.unwrap();
    stage.clock.forward(400 * DAY);
    let cleanup = Cleanup::new(stage.store.clone(), Arc::new(stage.clock.clone()), Metrics::default());
    cleanup.delete_old().await;
    assert_eq!(counts(&stage).await[0], 1);
}

#[tokio::test]
async fn a_closed_database_is_survived() {
    let stage = Stage::new().await;
    let cleanup = Cleanup::new(stage.store.clone(), Arc::new(stage.clock.clone()), Metrics::default());
    stage.store.close().await;
    cleanup.end_overdue().await;
    cleanup.delete_old().await;
}

async fn populate(stage: &Stage) {
    let (organization, user, session) = (OrganizationId::new("org"), UserId::new("ada"), SessionId::new("session"));
    stage.queue_code("code").await;
    let mut db = stage.store.write().await.unwrap();
    let new = NewSession {
        id: &session,
        user_id: &user,
        token_hash: "hash",
        transport: "cookie",
        remembered: false,
        user_agent: "",
        ip_prefix: "",
        idle_expires_at: NOON + DAY / 2,
        expires_at: NOON + DAY,
    };
    sessions::insert(&mut db, &new, NOON).await.unwrap();
    let change = NewChange {
        id: &ChangeId::new("change"),
        organization_id: &organization,
        user_id: &user,
        session_id: &session,
        kind: contact_changes::PHONE,
        new_value: "+447700900123",
        code_hash: "hash",
        attempts: 5,
        resends: 5,
        next_send_at: NOON,
        expires_at: NOON + 300_000,
    };
    contact_changes::insert(&mut db, &change, NOON).await.unwrap();
    let reset =
        NewReset { id: "reset", user_id: &user, purpose: RESET, token_hash: "hash", expires_at: NOON + DAY / 24 };
    resets::insert(&mut db, &reset, NOON).await.unwrap();
    let event = NewEvent {
        id: "event",
        organization_id: &organization,
        user_id: &user,
        session_id: None,
        kind: "signed-in",
        detail: "",
        ip_prefix: "",
    };
    events::insert(&mut db, &[event], NOON).await.unwrap();
    devices::remember(&mut db, &user, "device", NOON).await.unwrap();
    add_app(&mut db, Some(NOON + DAY / 96)).await;
    begin_sign_in(&mut db, &user).await;
    hear_of_the_platform(&mut db, &organization, &user).await;
    ask_and_withdraw(&mut db, &organization, &user).await;
    throttle::try_once(&mut db, "subject", NOON).await.unwrap();
    throttle::pour(&mut db, "subject", throttle::Bucket::per(5, 60_000), NOON).await.unwrap();
    db.commit().await.unwrap();
}

/// An authenticator app, pending until then; `None`: in use.
async fn add_app(db: &mut AnyConnection, expires_at: Option<i64>) {
    let new = NewFactor {
        id: &FactorId::new("app"),
        user_id: &UserId::new("ada"),
        kind: factors::APP,
        name: "Phone",
        secret: "sealed",
        credential_id: None,
        expires_at,
    };
    factors::insert(db, &new, NOON).await.unwrap();
}

/// A sign-in that waits for its second step.
async fn begin_sign_in(db: &mut AnyConnection, user: &UserId) {
    let new = NewCeremony {
        token_hash: "hash",
        purpose: "second-step",
        user_id: Some(user),
        remembered: false,
        name: "",
        state: "",
        expires_at: NOON + DAY / 144,
    };
    ceremonies::insert(db, &new, NOON).await.unwrap();
}

/// An event, a balance and an import of contacts.
async fn hear_of_the_platform(db: &mut AnyConnection, organization: &OrganizationId, user: &UserId) {
    let event = NewPlatformEvent {
        id: "event",
        source: "shop",
        event_id: "1",
        organization_id: organization,
        kind: "credit.balance",
        body_hash: "hash",
        outcome: "applied",
        occurred_at: NOON - 400 * DAY,
    };
    platform_events::insert(db, &event, NOON).await.unwrap();
    let told = Told { seq: 1, amount: 5_000, reserve: 0, occurred_at: NOON };
    let spent = balances::advance(db, organization, &told, NOON).await.unwrap();
    balances::keep_point(db, organization, &told, spent).await.unwrap();
    let step = ImportStep {
        organization_id: organization,
        external_id: "import",
        user_id: user,
        name: "customers.csv",
        state: "completed",
        done: 3,
        total: Some(3),
        imported: 3,
        rejected: 0,
        reasons: "[]",
        failure: None,
        occurred_at: NOON,
    };
    contact_imports::step(db, &step).await.unwrap();
}

/// A request for a role that was taken back.
async fn ask_and_withdraw(db: &mut AnyConnection, organization_id: &OrganizationId, user_id: &UserId) {
    let (id, reason) = (RoleRequestId::new("request"), Reason::parse("I keep the books.").unwrap());
    let new = NewRoleRequest { id: &id, organization_id, user_id, role: Role::Billing, reason: &reason };
    role_requests::insert(db, &new, NOON).await.unwrap();
    role_requests::withdraw(db, user_id, &id, NOON).await.unwrap();
}

async fn counts(stage: &Stage) -> [i64; 14] {
    let mut counts = [0; 14];
    for (count, table) in counts.iter_mut().zip(TABLES) {
        let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let row: (i64,) = sqlx::query_as(sql).fetch_one(&mut *stage.store.read().await.unwrap()).await.unwrap();
        *count = row.0;
    }
    counts
}

async fn change_state(stage: &Stage) -> String {
    let row: (String,) = sqlx::query_as("SELECT state FROM contact_changes")
        .fetch_one(&mut *stage.store.read().await.unwrap())
        .await
        .unwrap();
    row.0
}
