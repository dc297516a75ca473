//! Ends accounts whose days of grace are over, and reminds people before.

use crate::Stop;
use crate::stop::stopped;
use perfil_accounts::Accounts;
use perfil_accounts::clock::MINUTE;
use std::time::Duration;

/// Ends accounts in the background. Any number of them may share a database.
pub struct Erasure {
    accounts: Accounts,
}

impl Erasure {
    /// One that does not run yet.
    pub fn new(accounts: Accounts) -> Self {
        Self { accounts }
    }

    /// Looks at once and from then on each minute, until `stop`. Survives failures of the database.
    pub async fn run(self, mut stop: Stop) {
        while !*stop.borrow() {
            match self.accounts.end_accounts().await {
                Ok(0) => {}
                Ok(met) => tracing::info!(met, "ended accounts, or reminded of that"),
                Err(error) => tracing::warn!(?error, "no account was ended; the next time will do it"),
            }
            tokio::select! {
                () = stopped(&mut stop) => return,
                () = tokio::time::sleep(Duration::from_millis(MINUTE as u64)) => {}
            }
        }
    }
}
