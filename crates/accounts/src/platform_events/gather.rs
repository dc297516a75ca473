//! Requests that come while others are being written are gathered, and written by the next transaction together: to the
//! disk, one commit costs as much as a hundred events.

use super::{EventRefusal, Outcome, PlatformEvent};
use crate::{Accounts, Reach};
use perfil_models::AccessError;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Mutex as Turns, oneshot};

/// The most events of one transaction; what is beyond waits for the next.
const MOST: usize = 500;

/// What became of the events of one request, in their order.
pub(super) type Answers = Result<Vec<Result<Outcome, EventRefusal>>, AccessError>;

/// A request that waits for its events to be written.
struct Waiting {
    reach: Reach,
    events: Vec<PlatformEvent>,
    answer: oneshot::Sender<Answers>,
}

/// Requests in the order of their coming, and whose turn it is to write.
#[derive(Default)]
pub(crate) struct Gathered {
    waiting: Mutex<Vec<Waiting>>,
    turn: Arc<Turns<()>>,
}

impl Gathered {
    fn add(&self, waiting: Waiting) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(waiting);
    }

    /// The first requests, as many as fit into a transaction, and one at least.
    fn next(&self) -> Vec<Waiting> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let mut events = 0;
        let fitting = waiting.iter().take_while(|request| {
            let is_first = events == 0;
            events += request.events.len();
            is_first || events <= MOST
        });
        let count = fitting.count();
        waiting.drain(..count).collect()
    }
}

impl Accounts {
    /// Takes events in their order, as far as the key reaches that brings them; what became of each. One that is refused hinders no other; all that are taken are
    /// written in one transaction, which the events of other requests may share. Whoever asks may leave while they are
    /// written: they are taken all the same.
    pub async fn take_events(&self, reach: &Reach, events: Vec<PlatformEvent>) -> Answers {
        let (answer, mut answered) = oneshot::channel();
        self.gathered.add(Waiting { reach: reach.clone(), events, answer });
        // Whoever is written by another's turn needs none; whoever is not has one to come.
        let turn = tokio::select! {
            biased;
            answers = &mut answered => return answers.unwrap_or(Err(AccessError::Unavailable)),
            turn = self.gathered.turn.clone().lock_owned() => turn,
        };
        let requests = self.gathered.next();
        if !requests.is_empty() {
            let accounts = self.clone();
            tokio::spawn(async move {
                accounts.take_requests(requests).await;
                drop(turn);
            });
        }
        answered.await.unwrap_or(Err(AccessError::Unavailable))
    }

    async fn take_requests(&self, requests: Vec<Waiting>) {
        let sizes: Vec<usize> = requests.iter().map(|request| request.events.len()).collect();
        let (mut askers, mut events) = (Vec::with_capacity(sizes.len()), Vec::with_capacity(sizes.iter().sum()));
        for Waiting { reach, events: own, answer } in requests {
            events.extend(own.into_iter().map(|event| (reach.clone(), event)));
            askers.push(answer);
        }
        let answers = self.write_events(&events).await;
        let mut rest = answers.as_deref().unwrap_or_default();
        for (asker, size) in askers.into_iter().zip(sizes) {
            let own = match &answers {
                Ok(_) => {
                    let (own, behind) = rest.split_at(size);
                    rest = behind;
                    Ok(own.to_vec())
                }
                Err(error) => Err(error.clone()),
            };
            // Whoever asked may have gone.
            _ = asker.send(own);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn request(count: usize) -> Waiting {
        let event = PlatformEvent {
            source: "/shop".to_owned(),
            id: "1".to_owned(),
            kind: "credit.balance".to_owned(),
            at: None,
            data: Value::Null,
        };
        Waiting { reach: Reach::EVERYWHERE, events: vec![event; count], answer: oneshot::channel().0 }
    }

    #[test]
    fn requests_are_gathered_up_to_the_most_in_their_order() {
        let gathered = Gathered::default();
        for count in [100, 300, 100, 1, MOST + 1, 1] {
            gathered.add(request(count));
        }
        let sizes = || gathered.next().iter().map(|request| request.events.len()).collect::<Vec<_>>();
        assert_eq!(
            [sizes(), sizes(), sizes(), sizes(), sizes()],
            [vec![100, 300, 100], vec![1], vec![MOST + 1], vec![1], vec![]]
        );
    }
}
