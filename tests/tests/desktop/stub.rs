//! A server that is no Perfil, or not the one that the app was made for.

use perfil_tests::peer::{asked, say};
use std::net::{Ipv4Addr, SocketAddr};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Status, content type and text.
pub type Said = (u16, &'static str, &'static str);

/// Answers by the path alone; dropped, it stops.
pub struct Stub {
    address: SocketAddr,
    serving: JoinHandle<()>,
}

impl Stub {
    /// Answers in that way.
    pub async fn answering(answers: fn(&str) -> Said) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a loopback port is free");
        let address = listener.local_addr().expect("it has an address");
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, answers));
            }
        });
        Self { address, serving }
    }

    /// As a person types it.
    pub fn name(&self) -> String {
        format!("localhost:{}", self.address.port())
    }
}

impl Drop for Stub {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn answer(mut stream: TcpStream, answers: fn(&str) -> Said) {
    let Some(path) = asked(&mut stream).await else { return };
    let (status, kind, text) = answers(&path);
    say(stream, status, kind, text).await;
}
