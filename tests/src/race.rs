//! Two people who want the same address, tried on both databases.

use crate::mail::MailServer;
use crate::probes::at_once;
use crate::server::Builder;
use crate::wait::until;
use crate::{Client, MEMBER, OWNER, Person, Server};
use serde_json::json;
use std::time::Duration;

/// Who races.
const RACERS: [Person; 2] = [OWNER, MEMBER];

/// SECURITY.md 40: two accounts that both read the mailbox of a free address press its button at the same moment, `rounds`
/// times. Each time one of them has the address afterwards; the other keeps its own and is told by mail only.
pub async fn one_of_two_wins_an_address(builder: Builder, rounds: usize) {
    let mail = MailServer::start().await;
    let server = builder.smtp(mail.url()).start().await;
    let clients = [server.client_of(&OWNER).await, server.client_of(&MEMBER).await];
    let mut wins = [0; 2];
    for round in 0..rounds {
        server.database.execute("DELETE FROM buckets").await;
        mail.empty();
        wins[race(&server, &mail, &clients, &format!("prize-{round}@example.test")).await] += 1;
    }
    println!("of {rounds} races the owner won {}, the member {}", wins[0], wins[1]);
    assert_eq!(server.database.messages("email-change-failed").await.len(), rounds);
    assert_eq!(server.database.messages("email-changed-new").await.len(), rounds);
}

/// One race; the index of the winner.
async fn race(server: &Server, mail: &MailServer, clients: &[Client; 2], prize: &str) -> usize {
    let mut before = Vec::new();
    for (client, person) in clients.iter().zip(RACERS) {
        let form = json!({ "email": prize, "password": person.password });
        let account = client.call("/api/email/change", form).await.expect(200).json();
        before.push(account["email"].as_str().expect("an address").to_owned());
    }
    let both = async || Some(mail.mails_to(prize)).filter(|mails| mails.len() == 2);
    let links = until("both links", Duration::from_secs(30), both).await;
    let tokens: Vec<String> = links.iter().map(|mail| mail.token("/confirm-email")).collect();
    let answers = at_once(2, |index| {
        let (client, token) = (server.client(), tokens[index].clone());
        async move { client.call("/api/email/confirm", json!({ "token": token })).await }
    })
    .await;
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410], "{answers:?}");
    let late = answers.iter().find(|answer| answer.status == 410).expect("somebody was late");
    assert_eq!(late.error(), "replaced", "the page does not tell that the address is taken: {}", late.body);
    let mut after = Vec::new();
    for client in clients {
        after.push(client.account().await["email"].as_str().expect("an address").to_owned());
    }
    let winner = usize::from(after[1] == prize);
    let loser = 1 - winner;
    assert_eq!((after[winner].as_str(), &after[loser]), (prize, &before[loser]));
    mail.wait_for(&before[loser], "could not be changed").await;
    winner
}
