//! Low-credit alerts are those of a sequential model: none missed, none twice, whoever tells, dies or sends.

use perfil_tests::credit_truth::{CLIENTS, Telling, set_minimums, watchers};
use perfil_tests::mail::MailServer;
use perfil_tests::server::Builder;
use perfil_tests::wait::until_true;
use perfil_tests::{Platform, Server};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

const EVENTS: usize = 3_000;
/// The server is killed each time that so many were answered.
const BETWEEN_KILLS: usize = 200;

async fn watched(builder: Builder) -> Server {
    let server = builder.set("PERFIL_WORKER", "none").people(&watchers()).start().await;
    set_minimums(&server).await;
    server
}

fn platforms(server: &Server) -> Vec<Platform> {
    (0..CLIENTS).map(|_| Platform::of(server)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s63_three_thousand_balances_from_six_clients_make_the_alerts_of_the_model() {
    let server = watched(Server::builder()).await;
    let telling = Telling::of(EVENTS);
    telling.by(platforms(&server)).await;
    telling.check(&server).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s65_a_server_that_is_killed_every_two_hundred_events_misses_and_repeats_no_alert() {
    let mut server = watched(Server::builder()).await;
    let telling = Telling::of(EVENTS);
    let clients = {
        let (telling, platforms) = (telling.clone(), platforms(&server));
        tokio::spawn(async move { telling.by(platforms).await })
    };
    let (mut kills, mut next) = (0, BETWEEN_KILLS);
    while !clients.is_finished() {
        if telling.answered() >= next {
            server.kill();
            server.start_again().await;
            (kills, next) = (kills + 1, telling.answered() + BETWEEN_KILLS);
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    clients.await.expect("every client comes to its end");
    assert!(kills >= EVENTS / BETWEEN_KILLS / 2, "{kills} kills");
    assert!(server.database.is_sound().await);
    telling.check(&server).await;
}

/// How many mails each watcher got.
fn mails(mail: &MailServer) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, usize> =
        watchers().into_iter().map(|person| (person.email.to_owned(), 0)).collect();
    for letter in mail.mails() {
        *counts.get_mut(letter.recipients.trim_matches(['<', '>', ' '])).expect("a watcher") += 1;
    }
    counts
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s63_two_workers_deliver_each_alert_once() {
    let mail = MailServer::start().await;
    let server = watched(Server::builder().smtp(mail.url())).await;
    let _workers = [server.run(&["worker"], "worker-1.log"), server.run(&["worker"], "worker-2.log")];
    let telling = Telling::of(EVENTS);
    telling.by(platforms(&server)).await;
    let expected = telling.check(&server).await;
    let sent = async || {
        let rows = server.database.messages("credit-low").await;
        rows.iter().all(|row| matches!(row.state.as_str(), "accepted" | "suppressed"))
    };
    until_true("every alert to be sent", Duration::from_secs(60), sent).await;
    assert_eq!(mails(&mail), expected);
    let letters = mail.mails();
    let ids: BTreeSet<_> = letters.iter().filter_map(|letter| letter.header("Message-ID")).collect();
    assert_eq!(ids.len(), letters.len(), "each once");
}
