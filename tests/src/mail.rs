//! A real mail server: Debian's aiosmtpd, which writes each mail to a file.

use crate::certificates::Certificate;
use crate::process::Program;
use crate::wait::{free_port, until, until_listening};
use mail_parser::{HeaderValue, MessageParser};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

const MAILBOX: &str = "aiosmtpd.handlers.Mailbox";

/// A mail as it arrived.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The envelope's recipients.
    pub recipients: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
    /// Everything, as it came.
    pub source: String,
}

/// How a mail server encrypts.
#[derive(Clone, Debug)]
pub enum Tls {
    /// Not at all.
    None,
    /// From the first byte (RFC 8314 §3.3).
    Implicit(Certificate),
    /// After STARTTLS (RFC 3207), before which it takes nothing.
    StartTls(Certificate),
}

/// A mail server on a loopback port; it can be down for a while.
pub struct MailServer {
    folder: TempDir,
    port: u16,
    tls: Tls,
    program: Option<Program>,
}

impl MailServer {
    /// Starts one and waits until it takes mail.
    pub async fn start() -> Self {
        let mut server = Self::prepared();
        server.up().await;
        server
    }

    /// Starts one that encrypts.
    pub async fn start_with(tls: Tls) -> Self {
        let mut server = Self { tls, ..Self::prepared() };
        server.up().await;
        server
    }

    /// One that is down until [`MailServer::up`].
    pub fn prepared() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self { folder, port: free_port(), tls: Tls::None, program: None }
    }

    /// Its `PERFIL_SMTP_URL`; one that encrypts is known as `localhost`.
    pub fn url(&self) -> String {
        match self.tls {
            Tls::None => format!("smtp://127.0.0.1:{}", self.port),
            Tls::Implicit(_) => format!("smtps://localhost:{}", self.port),
            Tls::StartTls(_) => format!("smtp://localhost:{}?tls=required", self.port),
        }
    }

    /// Starts it, or starts it again at the same place.
    pub async fn up(&mut self) {
        let python = std::env::var_os("PERFIL_PYTHON").map_or_else(|| PathBuf::from("/usr/bin/python3"), Into::into);
        let mut command = Command::new(python);
        command.args(["-m", "aiosmtpd", "-n", "-l", &format!("127.0.0.1:{}", self.port), "-c", MAILBOX]);
        let mut encrypt = |name: &str, files: &Certificate| {
            command.arg(format!("--{name}cert")).arg(&files.certificate);
            command.arg(format!("--{name}key")).arg(&files.key);
        };
        match &self.tls {
            Tls::None => {}
            Tls::Implicit(files) => encrypt("smtps", files),
            Tls::StartTls(files) => encrypt("tls", files),
        }
        command.arg(self.mailbox()).stdout(Stdio::null()).stderr(Stdio::null());
        self.program = Some(Program::start(&mut command));
        until_listening("the mail server", self.port).await;
    }

    /// Stops it.
    pub fn down(&mut self) {
        self.program = None;
    }

    fn mailbox(&self) -> PathBuf {
        self.folder.path().join("mailbox")
    }

    /// What has arrived, the oldest first.
    pub fn mails(&self) -> Vec<Mail> {
        let Ok(entries) = std::fs::read_dir(self.mailbox().join("new")) else { return Vec::new() };
        let mut files: Vec<_> = entries
            .map(|entry| entry.expect("an entry of the mailbox"))
            .map(|entry| (entry.metadata().and_then(|data| data.modified()).expect("a time"), entry.path()))
            .collect();
        files.sort();
        files.iter().map(|(_, path)| parse(&std::fs::read(path).expect("a mail can be read"))).collect()
    }

    /// Throws away what has arrived.
    pub fn empty(&self) {
        let Ok(entries) = std::fs::read_dir(self.mailbox().join("new")) else { return };
        for entry in entries {
            std::fs::remove_file(entry.expect("an entry of the mailbox").path()).expect("a mail can be removed");
        }
    }

    /// What has arrived for that address.
    pub fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.mails().into_iter().filter(|mail| mail.recipients.contains(address)).collect()
    }

    /// Waits for a mail to that address with that in its subject.
    pub async fn wait_for(&self, address: &str, subject: &str) -> Mail {
        let what = format!("a mail to {address} about “{subject}”");
        let probe = async || self.mails_to(address).into_iter().find(|mail| mail.subject.contains(subject));
        until(&what, Duration::from_secs(60), probe).await
    }
}

impl Mail {
    /// The secret token of the link to that page, for example `/undo`.
    pub fn token(&self, page: &str) -> String {
        link_token(&self.text, page)
    }

    /// The value of a header, its lines joined.
    pub fn header(&self, name: &str) -> Option<String> {
        let source = self.source.replace("\r\n", "\n");
        let head = source.split("\n\n").next()?.replace("\n ", " ").replace("\n\t", " ");
        let named = |line: &str| {
            Some(line.split_once(':').filter(|(found, _)| found.eq_ignore_ascii_case(name))?.1.trim().to_owned())
        };
        head.lines().find_map(named)
    }
}

/// The secret token of the link to that page, for example `/undo`, in a mail's or text message's words.
pub fn link_token(text: &str, page: &str) -> String {
    let link = format!("{page}?t=");
    let (_, rest) = text.split_once(&link).unwrap_or_else(|| panic!("no link to {page} in: {text}"));
    let token: String =
        rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(*letter)).collect();
    token.trim_end_matches('.').to_owned()
}

fn parse(source: &[u8]) -> Mail {
    let message = MessageParser::default().parse(source).expect("a mail");
    let recipients = match message.header("X-RcptTo") {
        Some(HeaderValue::Text(text)) => text.to_string(),
        Some(HeaderValue::TextList(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let body = |html: bool| {
        let part = if html { message.body_html(0) } else { message.body_text(0) };
        part.map(|text| text.into_owned()).unwrap_or_default()
    };
    Mail {
        recipients,
        subject: message.subject().unwrap_or_default().to_owned(),
        text: body(false),
        html: body(true),
        source: String::from_utf8_lossy(source).into_owned(),
    }
}
