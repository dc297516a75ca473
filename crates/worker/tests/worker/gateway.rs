//! A gateway on a real socket that answers as it is told.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the gateway does with a request.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Status, a header line (may be empty) and body.
    Say(u16, &'static str, &'static str),
    /// Reads the request and says nothing.
    Hang,
    /// Reads the request and closes.
    Close,
}

pub struct Gateway {
    pub port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Gateway {
    /// Follows the script, then answers as Kannel does when it takes a message.
    pub async fn start(script: impl IntoIterator<Item = Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let noted = requests.clone();
        let mut script: VecDeque<_> = script.into_iter().collect();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let answer = script.pop_front().unwrap_or(Answer::Say(202, "", "0: Accepted for delivery"));
                tokio::spawn(serve(socket, answer, noted.clone()));
            }
        });
        Self { port, requests }
    }

    pub fn url(&self) -> String {
        format!("kannel://me:s%26cret@127.0.0.1:{}/cgi-bin/sendsms?from=Perfil", self.port)
    }

    /// The request lines so far.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// The parameters of the first request, decoded.
    pub fn parameters(&self) -> BTreeMap<String, String> {
        let line = self.requests()[0].clone();
        let target = line.split(' ').nth(1).unwrap();
        let url = reqwest::Url::parse(&format!("http://x{target}")).unwrap();
        url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
    }
}

async fn serve(mut socket: TcpStream, answer: Answer, requests: Arc<Mutex<Vec<String>>>) {
    let mut head = Vec::new();
    let mut buffer = [0; 4_096];
    while !head.windows(4).any(|window| window == b"\r\n\r\n") {
        match socket.read(&mut buffer).await {
            Ok(0) | Err(_) => return,
            Ok(read) => head.extend_from_slice(&buffer[..read]),
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    requests.lock().unwrap().push(head.lines().next().unwrap_or_default().to_owned());
    match answer {
        Answer::Say(status, header, body) => {
            let length = body.len();
            let line = if header.is_empty() { String::new() } else { format!("{header}\r\n") };
            let reply = format!("HTTP/1.1 {status} X\r\n{line}Content-Length: {length}\r\n\r\n{body}");
            let _ = socket.write_all(reply.as_bytes()).await;
        }
        Answer::Hang => std::future::pending().await,
        Answer::Close => {}
    }
}
