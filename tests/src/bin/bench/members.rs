//! *Organization Settings* of ten thousand members, beside fifty, among a hundred thousand people.

use perfil_models::Role;
use perfil_tests::meter::median;
use perfil_tests::platform::run;
use perfil_tests::{Client, OWNER, Person, STRANGER, Server};
use serde_json::json;
use std::time::Instant;

/// Everybody, and how many of them are in the large organization and in the small one.
const PEOPLE: i64 = 100_000;
const MANY: i64 = 10_000;
const FEW: i64 = 50;
/// Members of each of the two that the search finds.
const FOUND: i64 = 10;
/// Organizations of the others.
const ORGANIZATIONS: i64 = 100;
/// Reads that are timed, of the two organizations by turns.
const READS: usize = 300;

/// Who reads the large organization and the small one.
const READERS: [Person; 2] = [OWNER, Person { role: Role::Owner, ..STRANGER }];

/// Prints the ratios.
pub async fn reading() {
    let server = among_many().await;
    let clients = [server.client_of(&READERS[0]).await, server.client_of(&READERS[1]).await];
    for (what, search, members) in [("the first page", "", FEW), ("a search", "zimm", FOUND)] {
        let mut times = [Vec::new(), Vec::new()];
        for _ in 0..READS {
            for (client, times) in clients.iter().zip(&mut times) {
                times.push(read(client, search, members).await);
            }
        }
        let [many, few] = times.each_mut().map(|times| median(times));
        println!(
            "{what} of {MANY} members among {PEOPLE} people: {many:.2} ms, of {FEW}: {few:.2} ms; ratio {:.2} (aim 1)",
            many / few
        );
    }
}

/// How long the page takes, in milliseconds.
async fn read(client: &Client, search: &str, members: i64) -> f64 {
    let began = Instant::now();
    let answer = client.call("/api/organization", json!({ "search": search })).await.expect(200);
    let took = began.elapsed().as_secs_f64() * 1_000.0;
    assert_eq!(answer.json()["members"].as_array().map(Vec::len), Some(members as usize));
    took
}

/// A server with all of them, written past it.
async fn among_many() -> Server {
    let mut server = crate::unlimited().set("PERFIL_WORKER", "none").people(&READERS).prepare().await;
    for statement in crowd() {
        server.database.execute(&statement).await;
    }
    let began = Instant::now();
    run(&server, &["migrate"]);
    println!("\nnoting the words of {PEOPLE} people, once: {:.0} s", began.elapsed().as_secs_f64());
    server.start_again().await;
    server
}

/// The readers are the last of their fifty and ten thousand.
fn crowd() -> [String; 3] {
    let upto =
        |count: i64| format!("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {count} - 1) ");
    let of = |person: &Person| format!("(SELECT id FROM organizations WHERE external_id = '{}')", person.organization);
    let (large, small) = (of(&READERS[0]), of(&READERS[1]));
    let (many, both) = (MANY - 1, MANY - 1 + FEW - 1);
    [
        format!(
            "{} INSERT INTO organizations (id, external_id, name, currency, created_at, version) \
             SELECT 'o' || i, 'o' || i, 'Crowd', 'EUR', 1, 1 FROM n",
            upto(ORGANIZATIONS)
        ),
        format!(
            "{} INSERT INTO users (id, organization_id, external_id, email, email_folded, display_name, role, \
             password_hash, created_at, updated_at, version) SELECT 'u' || i, CASE WHEN i < {many} THEN {large} \
             WHEN i < {both} THEN {small} ELSE 'o' || (i % {ORGANIZATIONS}) END, 'u' || i, 'u' || i || '@example.test', \
             'u' || i || '@example.test', CASE WHEN i < {FOUND} OR i BETWEEN {many} AND {many} + {FOUND} - 1 \
             THEN 'Zora Zimmer ' ELSE 'Kim Kelly ' END || i, 'member', '!', 1, 1, 1 FROM n",
            upto(PEOPLE - READERS.len() as i64)
        ),
        "INSERT INTO members_without_words (user_id) SELECT id FROM users WHERE password_hash = '!'".to_owned(),
    ]
}
