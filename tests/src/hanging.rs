//! A peer that takes connections and never says a word.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Holds every connection open until it is dropped.
pub struct HangingPeer {
    /// Where it listens, on the loopback address.
    pub port: u16,
    taken: Arc<AtomicUsize>,
    over: Arc<AtomicBool>,
}

impl HangingPeer {
    /// Starts listening.
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a loopback port is free");
        let port = listener.local_addr().expect("it has an address").port();
        let (taken, over) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let (count, end) = (taken.clone(), over.clone());
        std::thread::spawn(move || {
            let mut held = Vec::new();
            for stream in listener.incoming() {
                if end.load(Ordering::Relaxed) {
                    return;
                }
                held.push(stream);
                count.fetch_add(1, Ordering::Relaxed);
            }
        });
        Self { port, taken, over }
    }

    /// How many connections it has taken.
    pub fn taken(&self) -> usize {
        self.taken.load(Ordering::Relaxed)
    }
}

impl Drop for HangingPeer {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // Wakes the thread; an error means that it is gone already.
        let _ = std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}
