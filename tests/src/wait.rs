//! Waiting for what takes a moment, by asking again and again.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::time::{Duration, Instant};

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(15);

/// Asks `probe` until it answers with something; panics with `what` after `limit`.
pub async fn until<T>(what: &str, limit: Duration, mut probe: impl AsyncFnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = probe().await {
            return found;
        }
        assert!(started.elapsed() < limit, "waited {limit:?} in vain for {what}");
        tokio::time::sleep(PAUSE).await;
    }
}

/// Asks `probe` until it says yes; panics with `what` after `limit`.
pub async fn until_true(what: &str, limit: Duration, mut probe: impl AsyncFnMut() -> bool) {
    until(what, limit, async || probe().await.then_some(())).await;
}

/// Waits until something listens there.
pub async fn until_listening(what: &str, port: u16) {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let probe = async || tokio::net::TcpStream::connect(address).await.is_ok();
    until_true(what, Duration::from_secs(20), probe).await;
}

/// A loopback port that nothing uses now. Linux hands such ports out at random, so a second taker is unlikely.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a loopback port is free");
    listener.local_addr().expect("it has an address").port()
}
