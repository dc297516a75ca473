//! The other side of a request: what a peer that a test made up reads and says over a real socket.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Reads the head of a request; its path and query. `None`: the connection ended before.
pub async fn asked(stream: &mut TcpStream) -> Option<String> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut buffer).await {
            Ok(count @ 1..) => request.extend_from_slice(&buffer[..count]),
            _ => return None,
        }
    }
    String::from_utf8_lossy(&request).split(' ').nth(1).map(str::to_owned)
}

/// Answers, and ends the connection.
pub async fn say(mut stream: TcpStream, status: u16, kind: &str, text: &str) {
    let length = text.len();
    let answer = format!(
        "HTTP/1.1 {status} Said\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{text}"
    );
    // An error means that the other side did not wait for the answer.
    let _ = stream.write_all(answer.as_bytes()).await;
}
