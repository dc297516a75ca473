//! `cargo xtask bench`: what an operation costs the server, in CPU-milliseconds of its process, beside a bare argon2 hash;
//! memory; what many sessions cost; cold start; and whether an account is given away by timing. Absolute figures depend on the machine: quote the
//! ratios.

mod costs;
mod parallel;
mod sessions;

use perfil_tests::meter::median;
use perfil_tests::{OWNER, Scene, Server, WRONG_PASSWORD};
use std::time::{Duration, Instant};

/// Sign-ins compared for timing, of each kind.
const TIMED_SIGN_INS: usize = 200;
/// Starts that are timed.
const STARTS: usize = 7;

#[tokio::main]
async fn main() {
    let hash = costs::bare_hash();
    println!(
        "\nbare argon2id, m=19456 t=2 p=1: {:.2} ms allocating, {:.2} ms reusing memory",
        hash.allocating, hash.reusing
    );
    costs::table(hash.reusing).await;
    parallel::sign_ins().await;
    sessions::reading().await;
    cold_start().await;
    timing().await;
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

/// SECURITY.md 18: a known and an unknown address, alternately, both with a wrong password.
async fn timing() {
    let server = unlimited().start().await;
    let mut known = Vec::new();
    let mut unknown = Vec::new();
    for round in 0..TIMED_SIGN_INS {
        // So that no failure of the rounds before makes this one wait.
        server.database.execute("DELETE FROM failures").await;
        for (email, times) in [(OWNER.email, &mut known), ("nobody.at.all@example.test", &mut unknown)] {
            let client = server.client();
            let began = Instant::now();
            client.try_sign_in(email, WRONG_PASSWORD).await.expect(401);
            if round > 0 {
                times.push(began.elapsed().as_secs_f64() * 1_000.0);
            }
        }
    }
    let (known, unknown) = (median(&mut known), median(&mut unknown));
    println!(
        "s18 wrong password, median: known {known:.2} ms, unknown {unknown:.2} ms, apart {:.2} ms (limit 5)",
        (known - unknown).abs()
    );
}

/// A server whose limit per network is out of the way.
fn unlimited() -> perfil_tests::server::Builder {
    Server::builder().set("PERFIL_SIGN_IN_BURST", "1000000").set("PERFIL_LOG", "warn")
}

/// The people and passwords that the costs are measured with.
async fn scene() -> Scene {
    Scene::of(unlimited()).await
}
