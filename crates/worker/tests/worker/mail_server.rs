//! A mail server on a real socket that behaves as it is told.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the server does on one connection.
#[derive(Clone, Copy, Debug)]
pub enum Behaviour {
    /// Takes everything.
    Take,
    /// Says this to the command that begins so.
    Refuse(&'static str, &'static str),
    /// Says this to the mail itself.
    RefuseMail(&'static str),
    /// Stops talking at the command that begins so; empty means at the greeting.
    HangAt(&'static str),
    /// Takes the mail itself and stops talking.
    HangAfterMail,
    /// Takes the mail itself and closes.
    CloseAfterMail,
    /// Closes after having taken a mail, as if it had waited too long for the next.
    CloseWhenIdle,
}

#[derive(Default)]
pub struct Seen {
    pub commands: Vec<String>,
    pub mails: Vec<String>,
    pub connections: usize,
}

pub struct MailServer {
    pub port: u16,
    pub seen: Arc<Mutex<Seen>>,
}

impl MailServer {
    /// Behaves on each connection as scripted, afterwards takes everything.
    pub async fn start(script: impl IntoIterator<Item = Behaviour>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let noted = seen.clone();
        let mut script: VecDeque<_> = script.into_iter().collect();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                noted.lock().unwrap().connections += 1;
                let behaviour = script.pop_front().unwrap_or(Behaviour::Take);
                tokio::spawn(serve(socket, behaviour, noted.clone()));
            }
        });
        Self { port, seen }
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    pub fn mails(&self) -> Vec<String> {
        self.seen.lock().unwrap().mails.clone()
    }

    pub fn commands(&self) -> Vec<String> {
        self.seen.lock().unwrap().commands.clone()
    }

    pub fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }
}

async fn serve(socket: TcpStream, behaviour: Behaviour, seen: Arc<Mutex<Seen>>) -> Option<()> {
    let mut socket = BufReader::new(socket);
    if matches!(behaviour, Behaviour::HangAt("")) {
        std::future::pending::<()>().await;
    }
    say(&mut socket, "220 test").await?;
    loop {
        let line = line(&mut socket).await?;
        seen.lock().unwrap().commands.push(line.clone());
        match behaviour {
            Behaviour::HangAt(command) if line.starts_with(command) => std::future::pending().await,
            Behaviour::Refuse(command, reply) if line.starts_with(command) => {
                say(&mut socket, reply).await?;
                continue;
            }
            _ => {}
        }
        match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => say(&mut socket, "250-test\r\n250 AUTH PLAIN LOGIN").await?,
            "AUTH" => say(&mut socket, "235 2.7.0 ok").await?,
            "DATA" => {
                say(&mut socket, "354 go on").await?;
                let mail = mail(&mut socket).await?;
                seen.lock().unwrap().mails.push(mail);
                answer(&mut socket, behaviour).await?;
            }
            "QUIT" => return say(&mut socket, "221 bye").await,
            _ => say(&mut socket, "250 2.0.0 ok").await?,
        }
    }
}

async fn answer(socket: &mut BufReader<TcpStream>, behaviour: Behaviour) -> Option<()> {
    match behaviour {
        Behaviour::RefuseMail(reply) => say(socket, reply).await,
        Behaviour::HangAfterMail => std::future::pending().await,
        Behaviour::CloseAfterMail => None,
        Behaviour::CloseWhenIdle => {
            say(socket, "250 2.0.0 Ok: queued as 4XYZ").await?;
            None
        }
        _ => say(socket, "250 2.0.0 Ok: queued as 4XYZ").await,
    }
}

async fn mail(socket: &mut BufReader<TcpStream>) -> Option<String> {
    let mut mail = String::new();
    loop {
        let line = line(socket).await?;
        if line == "." {
            return Some(mail);
        }
        mail.push_str(&line);
        mail.push('\n');
    }
}

async fn line(socket: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let read = socket.read_line(&mut line).await.ok()?;
    (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}

async fn say(socket: &mut BufReader<TcpStream>, text: &str) -> Option<()> {
    socket.write_all(format!("{text}\r\n").as_bytes()).await.ok()
}
