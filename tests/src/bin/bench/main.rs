//! `cargo xtask bench`: what an operation costs the server, in CPU-milliseconds of its process, beside a bare argon2 hash;
//! memory; what many sessions cost; how many events a second the platform may tell, and what each costs beside a million
//! people; what ten thousand members cost; cold start; whether an account is given away by timing; and how soon the desktop app
//! shows its first page, and what it takes. Absolute figures depend on the machine: quote the ratios. `cargo xtask bench
//! events` measures that part alone; so do `accounts`, `members`, `timing` and `desktop`.

mod costs;
mod crowd;
mod desktop;
mod events;
mod members;
mod parallel;
mod sessions;
mod timing;

use perfil_tests::meter::median;
use perfil_tests::{Scene, Server};
use std::time::{Duration, Instant};

/// Starts that are timed.
const STARTS: usize = 7;

#[tokio::main]
async fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let is_asked = |part: &str| asked.is_empty() || asked.iter().any(|name| name == part);
    if is_asked("accounts") {
        accounts().await;
    }
    if is_asked("events") {
        events::throughput().await;
        events::beside_a_crowd().await;
    }
    if is_asked("members") {
        members::reading().await;
    }
    if is_asked("timing") {
        timing::signing_in().await;
        timing::forgotten_password().await;
    }
    if is_asked("desktop") {
        desktop::starting().await;
    }
}

async fn accounts() {
    let hash = costs::bare_hash();
    println!(
        "\nbare argon2id, m=19456 t=2 p=1: {:.2} ms allocating, {:.2} ms reusing memory",
        hash.allocating, hash.reusing
    );
    costs::table(hash.reusing).await;
    parallel::sign_ins().await;
    sessions::reading().await;
    cold_start().await;
}

/// From the start of the process to the line that says it listens, on a database that exists.
async fn cold_start() {
    let mut server = unlimited().start().await;
    let mut took = Vec::new();
    for _ in 0..STARTS {
        server.stop(Duration::from_secs(15)).await;
        let began = Instant::now();
        server.start_again().await;
        took.push(began.elapsed().as_secs_f64() * 1_000.0);
    }
    println!("cold start, polled: {:.0} ms (aim 25)", median(&mut took));
}

/// A server whose limit per network is out of the way.
fn unlimited() -> perfil_tests::server::Builder {
    Server::builder().set("PERFIL_SIGN_IN_BURST", "1000000").set("PERFIL_LOG", "warn")
}

/// The people and passwords that the costs are measured with.
async fn scene() -> Scene {
    Scene::of(unlimited()).await
}
