//! SECURITY.md 21: 64 sign-ins at once cost the memory of two, and the server goes on answering.

use perfil_tests::Person;
use perfil_tests::meter::{Meter, percentile};
use std::time::{Duration, Instant};

/// Sign-ins at once.
const CROWD: usize = 64;

/// Signs 64 people in at once, while pinging.
pub async fn sign_ins() {
    let people: Vec<Person> = (0..CROWD).map(person).collect();
    let mut server = crate::unlimited().people(&people).start().await;
    let meter = Meter(server.running().id());
    let clients: Vec<_> = people.iter().map(|person| (server.client(), person.clone())).collect();
    let began = Instant::now();
    let crowd: Vec<_> = clients
        .into_iter()
        .map(|(client, person)| {
            tokio::spawn(async move {
                client.try_sign_in(person.email, person.password).await.expect(200);
            })
        })
        .collect();
    let pinger = server.client();
    let mut pings = Vec::new();
    while !crowd.iter().all(|task| task.is_finished()) {
        let sent = Instant::now();
        pinger.get("/healthz").send().await.expect(200);
        pings.push(sent.elapsed().as_secs_f64() * 1_000.0);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let took = began.elapsed().as_secs_f64();
    for task in crowd {
        task.await.expect("a sign-in");
    }
    println!(
        "64 sign-ins at once: {took:.2} s, {:.0} MiB at most (aim 80, limit 150), ping p99 {:.0} ms (limit 250)",
        meter.memory_mib("VmHWM"),
        percentile(&mut pings, 99)
    );
}

/// People are written down for the whole run, which is what `Person` asks for.
fn person(index: usize) -> Person {
    let email = Box::leak(format!("crowd{index}@example.test").into_boxed_str());
    Person { email, ..perfil_tests::MEMBER }
}
