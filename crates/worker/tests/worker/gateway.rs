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

/// A request as it came.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The request line.
    pub line: String,
    /// The headers, their names in small letters.
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

impl Request {
    /// The fields of an urlencoded body, decoded.
    pub fn form(&self) -> BTreeMap<String, String> {
        form_urlencoded::parse(self.body.as_bytes()).into_owned().collect()
    }
}

pub struct Gateway {
    pub port: u16,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Gateway {
    /// Follows the script, then answers as Kannel does when it takes a message.
    pub async fn start(script: impl IntoIterator<Item = Answer>) -> Self {
        Self::with(script, Answer::Say(202, "", "0: Accepted for delivery")).await
    }

    /// Follows the script, then answers always the same.
    pub async fn with(script: impl IntoIterator<Item = Answer>, otherwise: Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let noted = requests.clone();
        let mut script: VecDeque<_> = script.into_iter().collect();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let answer = script.pop_front().unwrap_or_else(|| otherwise.clone());
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
        self.whole_requests().into_iter().map(|request| request.line).collect()
    }

    /// The requests so far.
    pub fn whole_requests(&self) -> Vec<Request> {
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

async fn serve(mut socket: TcpStream, answer: Answer, requests: Arc<Mutex<Vec<Request>>>) {
    let Some(request) = read(&mut socket).await else { return };
    requests.lock().unwrap().push(request);
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

async fn read(socket: &mut TcpStream) -> Option<Request> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break String::from_utf8_lossy(&bytes.drain(..end + 4).collect::<Vec<_>>()).into_owned();
        }
        more(socket, &mut bytes).await?;
    };
    let mut lines = head.lines();
    let line = lines.next().unwrap_or_default().to_owned();
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_ascii_lowercase(), value.trim().to_owned()))
    };
    let headers: BTreeMap<_, _> = lines.filter_map(header).collect();
    let length = headers.get("content-length").map_or(0, |length| length.parse().unwrap());
    while bytes.len() < length {
        more(socket, &mut bytes).await?;
    }
    Some(Request { line, headers, body: String::from_utf8(bytes).unwrap() })
}

async fn more(socket: &mut TcpStream, bytes: &mut Vec<u8>) -> Option<()> {
    let mut buffer = [0; 4_096];
    match socket.read(&mut buffer).await {
        Ok(0) | Err(_) => None,
        Ok(read) => {
            bytes.extend_from_slice(&buffer[..read]);
            Some(())
        }
    }
}
