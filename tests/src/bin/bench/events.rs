//! What the platform may tell: events a second, one by one from many clients and in batches, beside a bare loop of the same
//! statements; and what an event costs beside a million people.

use crate::crowd::{self, BUSY};
use perfil_tests::Server;
use perfil_tests::meter::median;
use perfil_tests::platform::{Platform, balance};
use serde_json::Value;
use sqlx::Connection;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

/// Clients that tell at once.
const CLIENTS: usize = 32;
/// How long each measurement lasts.
const SPAN: Duration = Duration::from_secs(4);
/// Events of a batch.
const BATCH: usize = 100;
/// Batches to each of the two servers, by turns.
const TURNS: usize = 40;

/// Prints events a second.
pub async fn throughput() {
    let server = crate::unlimited().set("PERFIL_WORKER", "none").start().await;
    let bare = bare_loop(1).await;
    let bare_in_hundreds = bare_loop(BATCH).await;
    let alone = told_in_parallel(&server, 1).await;
    let in_batches = told_in_parallel(&server, BATCH).await;
    println!(
        "\nevents a second, at synchronous=FULL: {alone:.0} one by one from {CLIENTS} clients (aim 5000), {in_batches:.0} \
         in batches of {BATCH}\nthe same statements in a bare loop: {bare:.0} with a commit each, {bare_in_hundreds:.0} \
         with one for {BATCH}"
    );
}

async fn told_in_parallel(server: &Server, size: usize) -> f64 {
    let seq = Arc::new(AtomicI64::new(1 + server.database.count("platform_events").await));
    let platforms: Vec<Platform> = (0..4).map(|_| Platform::of(server)).collect();
    let began = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (platform, seq) = (platforms[client % platforms.len()].clone(), seq.clone());
            tokio::spawn(async move {
                let mut told = 0;
                while began.elapsed() < SPAN {
                    let events: Vec<Value> =
                        (0..size).map(|_| next(&platform, "harbour", seq.fetch_add(1, Ordering::Relaxed))).collect();
                    if size == 1 {
                        platform.send(&events[0]).await.expect(200);
                    } else {
                        platform.tell_batch(&events).await.expect(200);
                    }
                    told += size;
                }
                told
            })
        })
        .collect();
    let mut told = 0;
    for client in clients {
        told += client.await.expect("a client");
    }
    told as f64 / began.elapsed().as_secs_f64()
}

fn next(platform: &Platform, organization: &str, seq: i64) -> Value {
    platform.event("credit.balance", balance(organization, seq, 100_000 - seq % 1_000))
}

/// What an event does to the database, without anything around it: events a second.
async fn bare_loop(in_one_commit: usize) -> f64 {
    let server = Server::builder().prepare().await;
    let mut db = server.database.connect().await;
    crowd::be_durable(&mut db).await;
    let (began, mut told) = (Instant::now(), 0_i64);
    while began.elapsed() < SPAN {
        let mut commit = db.begin_with("BEGIN IMMEDIATE").await.expect("a transaction");
        for _ in 0..in_one_commit {
            told += 1;
            crowd::tell_bare(&mut commit, "harbour", told).await;
        }
        commit.commit().await.expect("a commit");
    }
    told as f64 / began.elapsed().as_secs_f64()
}

/// Prints what a batch costs beside a million people in ten thousand organizations, and a hundred alerts in its own.
pub async fn beside_a_crowd() {
    let servers = [crowd::small().await, crowd::large().await];
    let platforms = [Platform::of(&servers[0]), Platform::of(&servers[1])];
    let mut times = [Vec::new(), Vec::new()];
    for turn in 0..TURNS as i64 {
        for (platform, times) in platforms.iter().zip(&mut times) {
            let first = turn * BATCH as i64 + 1;
            let events: Vec<Value> = (first..first + BATCH as i64).map(|seq| next(platform, BUSY, seq)).collect();
            let began = Instant::now();
            let answer = platform.tell_batch(&events).await.expect(200).json();
            times.push(began.elapsed().as_secs_f64() * 1_000.0);
            assert_eq!(answer["events"][BATCH - 1]["outcome"], "applied");
        }
    }
    let [small, large] = times.each_mut().map(|times| median(times));
    println!(
        "a batch of {BATCH} balances: {large:.1} ms beside {} people, {small:.1} ms beside 2; ratio {:.2} (limit 1.3)",
        crowd::PEOPLE,
        large / small
    );
}
