//! Waiting for what takes a moment, by asking again and again.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
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

/// Below the ports that Linux gives to outgoing connections, which would take one away before its server comes.
const PORTS: Range<u16> = 10_000..32_000;

/// A loopback port that nothing uses now, another one each time.
pub fn free_port() -> u16 {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    let next = || {
        let place = std::process::id().wrapping_mul(7_919).wrapping_add(COUNT.fetch_add(1, Ordering::Relaxed));
        PORTS.start + (place % PORTS.len() as u32) as u16
    };
    std::iter::repeat_with(next).take(PORTS.len()).find(is_free).expect("a loopback port is free")
}
