//! Requests that would stand in each other's way take turns.

use perfil_models::AccessError;
use std::array;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::timeout;

/// More cost memory, fewer let strangers wait for each other more often.
const QUEUES: usize = 256;

/// How long one request waits for those before it: as long as for a connection to the database.
const PATIENCE: Duration = Duration::from_secs(5);

/// Queues within this process. Nothing is decided here: limits are counted in the database, for all processes.
pub(crate) struct Turns([Mutex<()>; QUEUES]);

impl Turns {
    pub fn new() -> Self {
        Self(array::from_fn(|_| Mutex::default()))
    }

    /// Waits until no other request of that name has a turn; this one's lasts until the guard is dropped.
    pub async fn take(&self, name: &str) -> Result<MutexGuard<'_, ()>, AccessError> {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        let queue = &self.0[hasher.finish() as usize % QUEUES];
        timeout(PATIENCE, queue.lock()).await.map_err(|_| AccessError::Unavailable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_name_has_one_turn_at_a_time() {
        let turns = Turns::new();
        let has_a_turn = async |name| {
            tokio::select! {
                biased;
                taken = turns.take(name) => taken.is_ok(),
                () = std::future::ready(()) => false,
            }
        };
        let first = turns.take("ada").await.unwrap();
        assert!(!has_a_turn("ada").await);
        drop(first);
        assert!(has_a_turn("ada").await);
    }
}
