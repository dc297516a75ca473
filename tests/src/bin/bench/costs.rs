//! CPU-milliseconds per operation.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use perfil_tests::meter::{Meter, median};
use perfil_tests::people::number;
use perfil_tests::{NEW_PASSWORD, OWNER, Person, Scene};
use serde_json::json;
use std::time::{Duration, Instant};

/// Operations per sample, and samples of which the median is taken.
const SAMPLES: usize = 5;

/// Wall milliseconds of a hash on one thread.
pub struct Hash {
    /// With memory allocated each time.
    pub allocating: f64,
    /// With memory kept.
    pub reusing: f64,
}

/// Measures the hash alone.
pub fn bare_hash() -> Hash {
    let params = Params::new(19_456, 2, 1, Some(32)).expect("parameters in range");
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let mut output = [0; 32];
    let mut memory = vec![Block::default(); params.block_count()];
    let timed = |work: &mut dyn FnMut()| {
        let mut times: Vec<f64> = (0..20)
            .map(|_| {
                let began = Instant::now();
                work();
                began.elapsed().as_secs_f64() * 1_000.0
            })
            .collect();
        median(&mut times)
    };
    let salt = [7; 16];
    let allocating = timed(&mut || argon2.hash_password_into(b"a password", &salt, &mut output).expect("a hash"));
    let reusing = timed(&mut || {
        let hashed = argon2.hash_password_into_with_memory(b"a password", &salt, &mut output, &mut memory[..]);
        hashed.expect("a hash");
    });
    Hash { allocating, reusing }
}

/// Prints the table; `hash` is a bare hash in milliseconds.
pub async fn table(hash: f64) {
    let mut scene = crate::scene().await;
    let meter = Meter(scene.server.running().id());
    let idle = meter.memory_mib("VmRSS");
    println!("\noperation                CPU-ms   hashes   aim");
    reading(&scene, meter).await;
    writing(&scene, meter, hash).await;
    println!("memory: {idle:.0} MiB idle (aim 30), {:.0} MiB at most", meter.memory_mib("VmHWM"));
}

fn line(name: &str, cpu_ms: f64, hash: f64, aim: &str) {
    println!("{name:<22} {cpu_ms:>8.3} {:>8.2}   {aim}", cpu_ms / hash);
}

async fn reading(scene: &Scene, meter: Meter) {
    let client = scene.server.client_of(&OWNER).await;
    let account = sample(meter, 200, async || {
        client.ask("/api/account").await.expect(200);
    });
    line("account state", account.await, f64::INFINITY, "0.055");
    let page = sample(meter, 100, async || {
        client.get("/settings/user").send().await.expect(200);
    });
    line("settings page as HTML", page.await, f64::INFINITY, "0.4");
    let mut version = client.account().await["version"].as_i64().expect("a version");
    let mut times = Vec::new();
    for _ in 0..SAMPLES {
        let before = meter.cpu_ms();
        for _ in 0..20 {
            let form = json!({ "display_name": "Olive Owens", "version": version });
            client.call("/api/account/rename", form).await.expect(200);
            version += 1;
        }
        times.push((meter.cpu_ms() - before) / 20.0);
    }
    line("display name", median(&mut times), f64::INFINITY, "0.17");
}

async fn writing(scene: &Scene, meter: Meter, hash: f64) {
    let sign_in = sample(meter, 10, async || {
        scene.server.client().sign_in(&OWNER).await;
    });
    line("sign in", sign_in.await, hash, "1.05 hashes");

    let client = scene.server.client_of(&OWNER).await;
    let mut passwords = [OWNER.password, NEW_PASSWORD];
    let mut times = Vec::new();
    for _ in 0..2 * SAMPLES {
        let [current, new] = passwords;
        let before = meter.cpu_ms();
        let form = json!({ "current": current, "new": new, "repeat": new });
        client.call("/api/password", form).await.expect(200);
        settle().await;
        times.push(meter.cpu_ms() - before);
        passwords = [new, current];
    }
    line("password", median(&mut times), hash, "2.1 hashes");

    let mut times = Vec::new();
    for last in 0..SAMPLES {
        scene.server.database.let_time_pass(Duration::from_secs(600)).await;
        times.push(phone_change(scene, meter, &OWNER, &number(100 + last as u16)).await);
    }
    line("phone, whole change", median(&mut times), hash, "0.5 ms + 1 hash");
}

/// From the request to the notices that tell both numbers.
async fn phone_change(scene: &Scene, meter: Meter, person: &Person, to: &str) -> f64 {
    let client = scene.server.client_of(person).await;
    settle().await;
    let before = meter.cpu_ms();
    let change = client.change_phone(person, to).await;
    let code = scene.sms.wait_for_code(to, 1).await;
    client.validate(&change, &code).await.expect(200);
    settle().await;
    meter.cpu_ms() - before
}

/// Lets the worker finish what the operation queued, so that its share is counted.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(150)).await;
}

/// The median over samples of the cost of one operation.
async fn sample(meter: Meter, count: usize, operation: impl AsyncFn()) -> f64 {
    operation().await;
    let mut times = Vec::new();
    for _ in 0..SAMPLES {
        let before = meter.cpu_ms();
        for _ in 0..count {
            operation().await;
        }
        times.push((meter.cpu_ms() - before) / count as f64);
    }
    median(&mut times)
}
