//! How the operating system asks the program to end.

use tokio::signal::unix::{Signal, SignalKind, signal};

/// SIGTERM and SIGINT, caught from now on.
pub struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    /// Catches them.
    pub fn catch() -> std::io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    /// Returns with the first of them.
    pub async fn first(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    /// Ends the process at once when another one comes: who asks twice does not want to wait.
    pub fn end_at_the_next(mut self) {
        tokio::spawn(async move {
            self.first().await;
            tracing::warn!("asked to stop a second time, ending at once");
            std::process::exit(1);
        });
    }
}
