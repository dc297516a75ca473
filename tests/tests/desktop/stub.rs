//! A server that is no Perfil, or not the one that the app was made for.

use std::net::{Ipv4Addr, SocketAddr};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
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
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut buffer).await {
            Ok(count @ 1..) => request.extend_from_slice(&buffer[..count]),
            _ => return,
        }
    }
    let request = String::from_utf8_lossy(&request);
    let (status, kind, text) = answers(request.split(' ').nth(1).unwrap_or_default());
    let length = text.len();
    let answer = format!(
        "HTTP/1.1 {status} Said\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{text}"
    );
    // An error means that the other side did not wait for the answer.
    let _ = stream.write_all(answer.as_bytes()).await;
}
