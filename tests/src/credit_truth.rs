//! Low-credit alerts against a model that takes the balances one after the other. Several clients tell them at once,
//! many twice and neighbours in any order; the model sees them in the order in which the server committed them. Of one
//! organization the balance only moves to a higher number, so that is the order of the numbers of those that moved it.

use crate::{Answer, Person, Platform, Server};
use perfil_models::Role;
use serde_json::{Value, json};
use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::task::JoinSet;

/// How many clients tell.
pub const CLIENTS: usize = 6;
/// How many people want to be told, at 10 €, 20 € and so on.
const WATCHERS: usize = 10;
/// How far from its place an event can be told.
const SHUFFLE: u64 = 6;
/// Before it is told again what was not answered.
const PAUSE: Duration = Duration::from_millis(50);

/// The people who want to be told.
pub fn watchers() -> Vec<Person> {
    let person = |place: usize| Person {
        email: format!("watcher.{place}@example.test").leak(),
        name: "Wanda Watts",
        role: Role::Billing,
        phone: None,
        password: "the tide tables hang by the door",
        organization: "harbour",
    };
    (1..=WATCHERS).map(person).collect()
}

/// A watcher's minimum in cents.
fn minimum(place: usize) -> i64 {
    1_000 * (place as i64 + 1)
}

/// Lets each of the watchers set the own minimum.
pub async fn set_minimums(server: &Server) {
    for (place, person) in watchers().iter().enumerate() {
        let client = server.client_of(person).await;
        client.choose_minimum(&format!("{}", minimum(place) / 100)).await;
    }
}

/// A generator of numbers that are the same each time (Knuth's constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Balances on their way to the server.
pub struct Telling {
    count: usize,
    waiting: Mutex<VecDeque<Value>>,
    answers: Mutex<BTreeMap<i64, String>>,
    answered: AtomicUsize,
}

impl Telling {
    /// So many balances, a fifth of them twice, neighbours in any order.
    pub fn of(count: usize) -> Arc<Self> {
        let mut numbers = Numbers(count as u64);
        let mut balance = 15_000_i64;
        let mut placed = Vec::new();
        for seq in 1..=count as i64 {
            balance = (balance + numbers.below(4_001) as i64 - 2_000).clamp(0, 15_000);
            let data = crate::platform::balance("harbour", seq, balance);
            let event = crate::platform::event(&format!("balance-{seq}"), "credit.balance", data);
            let twice = numbers.below(5) == 0;
            for _ in 0..=usize::from(twice) {
                placed.push((seq as u64 + numbers.below(SHUFFLE), event.clone()));
            }
        }
        placed.sort_by_key(|(place, _)| *place);
        let waiting = placed.into_iter().map(|(_, event)| event).collect();
        Arc::new(Self { count, waiting: Mutex::new(waiting), answers: Mutex::default(), answered: AtomicUsize::new(0) })
    }

    /// How many were answered, repetitions included.
    pub fn answered(&self) -> usize {
        self.answered.load(Ordering::Relaxed)
    }

    /// Lets each of these tell, one by one and in batches, until all is answered.
    pub async fn by(self: &Arc<Self>, platforms: Vec<Platform>) {
        let mut clients = JoinSet::new();
        for (place, platform) in platforms.into_iter().enumerate() {
            let telling = self.clone();
            clients.spawn(async move { telling.tell_all(&platform, place as u64).await });
        }
        clients.join_all().await;
    }

    async fn tell_all(&self, platform: &Platform, seed: u64) {
        let mut numbers = Numbers(seed);
        loop {
            let most = if numbers.below(2) == 0 { 1 } else { 2 + numbers.below(12) as usize };
            let events: Vec<Value> = {
                let mut waiting = lock(&self.waiting);
                let count = most.min(waiting.len());
                waiting.drain(..count).collect()
            };
            if events.is_empty() {
                return;
            }
            self.note(&events, &tell_until_answered(platform, &events).await);
        }
    }

    fn note(&self, events: &[Value], answered: &[Value]) {
        assert_eq!(events.len(), answered.len());
        let mut answers = lock(&self.answers);
        for (event, answer) in events.iter().zip(answered) {
            let outcome = answer["outcome"].as_str().unwrap_or_else(|| panic!("{event} was answered by {answer}"));
            let seq = event["data"]["seq"].as_i64().expect("a number");
            let first = answers.entry(seq).or_insert_with(|| outcome.to_owned());
            assert_eq!(first, outcome, "the same event, the same answer");
        }
        self.answered.fetch_add(events.len(), Ordering::Relaxed);
    }

    /// Compares the alerts with those of the model; how many there are, by person.
    pub async fn check(&self, server: &Server) -> BTreeMap<String, usize> {
        let moved = moved(server).await;
        let answers = lock(&self.answers).clone();
        assert_eq!(answers.len(), self.count, "every event was answered");
        let applied: Vec<i64> =
            answers.iter().filter(|(_, outcome)| *outcome == "applied").map(|(seq, _)| *seq).collect();
        assert_eq!(
            applied,
            moved.iter().map(|(seq, _)| *seq).collect::<Vec<_>>(),
            "what was answered is what was done"
        );
        assert_eq!(server.database.count("balance_points").await, self.count as i64, "late ones are kept");
        let alerts = alerts(server).await;
        let mut counts = BTreeMap::new();
        for (place, person) in watchers().iter().enumerate() {
            let expected = model(minimum(place), &moved);
            let found = alerts.get(person.email).cloned().unwrap_or_default();
            assert_eq!(found, expected, "balances at which {} was alerted", person.email);
            counts.insert(person.email.to_owned(), found.len());
        }
        let total: usize = counts.values().sum();
        println!("{} of {} balances were applied and made {total} alerts", moved.len(), self.count);
        assert!(moved.len() > self.count / 5 && moved.len() < self.count, "neighbours came in another order");
        assert!(total > self.count / 100, "there was something to tell: {total}");
        counts
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Tells these, one by itself or several in a batch, again and again until the server answers; what came of each.
async fn tell_until_answered(platform: &Platform, events: &[Value]) -> Vec<Value> {
    loop {
        let call = if let [one] = events { platform.structured(one) } else { platform.batch(events) };
        match call.try_send().await {
            Ok(answer) if answer.status == 200 => return outcomes(&answer, events.len()),
            Ok(answer) => assert!(matches!(answer.status, 429 | 503), "{answer:?}"),
            Err(_) => {}
        }
        tokio::time::sleep(PAUSE).await;
    }
}

fn outcomes(answer: &Answer, count: usize) -> Vec<Value> {
    let body = answer.json();
    if count == 1 { vec![body] } else { body["events"].as_array().expect("a list").clone() }
}

/// The balances that moved the balance on, in order: number and cents.
async fn moved(server: &Server) -> Vec<(i64, i64)> {
    const QUERY: &str = "SELECT seq, amount FROM balance_points WHERE spent IS NOT NULL ORDER BY seq";
    sqlx::query_as(QUERY).fetch_all(&mut server.database.connect().await).await.expect("a query")
}

/// The cents at which somebody with that minimum is alerted.
fn model(minimum: i64, balances: &[(i64, i64)]) -> Vec<i64> {
    let rearm_at = minimum + (minimum / 10).max(100);
    let (mut is_low, mut alerts) = (false, Vec::new());
    for (_, balance) in balances {
        if !is_low && *balance < minimum {
            is_low = true;
            alerts.push(*balance);
        } else if is_low && *balance >= rearm_at {
            is_low = false;
        }
    }
    alerts
}

/// The cents that each person's alerts name, by episode.
async fn alerts(server: &Server) -> BTreeMap<String, Vec<i64>> {
    const QUERY: &str = "SELECT u.email, o.unique_key, o.arguments FROM outbox o JOIN users u ON u.id = o.user_id \
         WHERE o.template = 'credit-low' AND o.channel = 'email'";
    let rows: Vec<(String, String, String)> =
        sqlx::query_as(QUERY).fetch_all(&mut server.database.connect().await).await.expect("a query");
    let mut found: BTreeMap<String, BTreeMap<i64, i64>> = BTreeMap::new();
    for (person, key, arguments) in rows {
        let episode = key.rsplit(':').next().and_then(|episode| episode.parse().ok()).expect("an episode");
        let arguments: Value = serde_json::from_str(&arguments).expect("JSON");
        let cents = arguments["balance"]["minor"].as_i64().expect("an amount");
        assert_eq!(arguments["balance"], json!({ "minor": cents, "currency": "EUR" }));
        assert_eq!(found.entry(person).or_default().insert(episode, cents), None, "an episode is told of once");
    }
    found.into_iter().map(|(person, episodes)| (person, episodes.into_values().collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_alerts_below_and_again_after_the_margin() {
        let balances: Vec<(i64, i64)> = (1..).zip([5_000, 4_999, 100, 5_499, 4_000, 5_500, 4_998]).collect();
        assert_eq!(model(5_000, &balances), [4_999, 4_998]);
        assert_eq!(model(500, &balances), [100]);
        let near: Vec<(i64, i64)> = (1..).zip([499, 599, 499, 600, 498]).collect();
        assert_eq!(model(500, &near), [499, 498], "the margin is one unit at least");
    }
}
