//! Whether an account is given away by the time that an answer takes.

use perfil_tests::meter::median;
use perfil_tests::{Answer, Client, OWNER, WRONG_PASSWORD};
use serde_json::json;
use std::time::Instant;

/// Requests of each kind.
const ROUNDS: usize = 200;
/// An address without an account.
const NOBODY: &str = "nobody.at.all@example.test";

/// SECURITY.md 18: a wrong password.
pub async fn signing_in() {
    let ask = async |client: &Client, email: &str| client.try_sign_in(email, WRONG_PASSWORD).await.expect(401);
    compare("s18 wrong password", "DELETE FROM failures", ask).await;
}

/// SECURITY.md 75: a forgotten password.
pub async fn forgotten_password() {
    let ask = async |client: &Client, email: &str| {
        client.call("/api/password/forgot", json!({ "email": email })).await.expect(200)
    };
    compare("s75 forgotten password", "DELETE FROM buckets", ask).await;
}

/// A known and an unknown address, alternately; `lift` takes back what limits the next round.
async fn compare(what: &str, lift: &str, ask: impl AsyncFn(&Client, &str) -> Answer) {
    let server = crate::unlimited().start().await;
    let mut known = Vec::new();
    let mut unknown = Vec::new();
    for round in 0..ROUNDS {
        server.database.execute(lift).await;
        for (email, times) in [(OWNER.email, &mut known), (NOBODY, &mut unknown)] {
            let client = server.client();
            let began = Instant::now();
            ask(&client, email).await;
            if round > 0 {
                times.push(began.elapsed().as_secs_f64() * 1_000.0);
            }
        }
    }
    let (known, unknown) = (median(&mut known), median(&mut unknown));
    println!(
        "{what}, median: known {known:.2} ms, unknown {unknown:.2} ms, apart {:.2} ms (limit 5)",
        (known - unknown).abs()
    );
}
