//! Sends mail over SMTP, command by command, to know how far a mail had come when something broke.

use super::server::Server;
use super::{MailMessage, MailSender, mime};
use crate::failure::tls_fault;
use crate::{Accepted, ConfigError, SendFailure};
use async_trait::async_trait;
use lettre::Message;
use lettre::message::Mailbox;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::response::Response;
use std::error::Error as _;
use std::future::Future;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, timeout, timeout_at};

/// How long connecting, one command and the answer to the mail itself may take each.
const STEP: Duration = Duration::from_secs(10);

/// How long all steps before the mail itself may take together.
const BEFORE_DATA: Duration = Duration::from_secs(15);

/// How many connections are kept for the next mail, and for how long.
const IDLE_CONNECTIONS: usize = 2;
const IDLE: Duration = Duration::from_secs(30);

/// Replies by which a server asks for credentials or encryption: the operator's to mend, so the mail can wait.
const OPERATOR_CODES: [&str; 4] = ["530", "534", "535", "538"];

/// Sends mail to one configured server.
pub struct SmtpSender {
    server: Server,
    from: Mailbox,
    step: Duration,
    idle: Mutex<Vec<(AsyncSmtpConnection, Instant)>>,
}

impl SmtpSender {
    /// `url` is `smtps://user:password@host:port`, or `smtp://…` with `?tls=required`, `?tls=opportunistic` or, on this
    /// machine only, in clear. `from` is the sender that people see, an address with or without a name before it.
    pub fn new(url: &str, from: &str) -> Result<Self, ConfigError> {
        let from: Mailbox = from.trim().parse().map_err(|why| ConfigError::Sender { why: format!("{why}") })?;
        let server = Server::from_url(url, from.email.domain())?;
        Ok(Self { server, from, step: STEP, idle: Mutex::default() })
    }

    /// The same, but each step may take this long.
    pub fn with_timeout(mut self, step: Duration) -> Self {
        self.step = step;
        self
    }

    async fn deliver(&self, mail: &Message) -> Result<Accepted, SendFailure> {
        let deadline = Instant::now() + BEFORE_DATA.min(3 * self.step);
        let mut connection = match timeout_at(deadline, self.connection()).await {
            Ok(connection) => connection?,
            Err(_) => return Err(SendFailure::later("connect: too slow")),
        };
        if let Err((failure, reusable)) = self.announce(&mut connection, mail, deadline).await {
            if reusable {
                self.keep(connection);
            }
            return Err(failure);
        }
        match timeout(self.step, connection.message(&mail.formatted())).await {
            Ok(Ok(response)) => {
                self.keep(connection);
                Ok(Accepted { provider_id: queue_id(&response) })
            }
            Ok(Err(error)) if error.status().is_some() => Err(refused("message", &error)),
            // It may have arrived. A security notice twice, under one Message-ID, is better than none.
            Ok(Err(_)) => Err(SendFailure::later("message: the connection broke before the answer")),
            Err(_) => Err(SendFailure::later("message: no answer in time")),
        }
    }

    /// A connection that is known to answer.
    async fn connection(&self) -> Result<AsyncSmtpConnection, SendFailure> {
        while let Some(mut connection) = self.take_idle() {
            if matches!(timeout(self.step / 4, connection.command(Rset)).await, Ok(Ok(_))) {
                return Ok(connection);
            }
        }
        match timeout(self.step, self.server.connect()).await {
            Ok(Ok(connection)) => Ok(connection),
            Ok(Err(error)) => {
                let reason = reason("connect", &error);
                tracing::warn!(reason, "the mail server cannot be used");
                Err(SendFailure::later(reason))
            }
            Err(_) => Err(SendFailure::later("connect: no answer in time")),
        }
    }

    /// All that comes before the mail itself; the flag says whether the connection can still be used.
    async fn announce(
        &self,
        connection: &mut AsyncSmtpConnection,
        mail: &Message,
        deadline: Instant,
    ) -> Result<(), (SendFailure, bool)> {
        let envelope = mail.envelope();
        let sender = Mail::new(envelope.from().cloned(), Vec::new());
        self.step("MAIL", connection.command(sender), deadline).await?;
        for recipient in envelope.to() {
            let recipient = Rcpt::new(recipient.clone(), Vec::new());
            self.step("RCPT", connection.command(recipient), deadline).await?;
        }
        self.step("DATA", connection.command(Data), deadline).await
    }

    async fn step(
        &self,
        name: &str,
        command: impl Future<Output = Result<Response, Error>>,
        deadline: Instant,
    ) -> Result<(), (SendFailure, bool)> {
        let deadline = deadline.min(Instant::now() + self.step);
        match timeout_at(deadline, command).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.status().is_some() => Err((refused(name, &error), true)),
            Ok(Err(_)) => Err((SendFailure::later(format!("{name}: the connection broke")), false)),
            Err(_) => Err((SendFailure::later(format!("{name}: no answer in time")), false)),
        }
    }

    fn take_idle(&self) -> Option<AsyncSmtpConnection> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|(_, since)| since.elapsed() < IDLE);
        idle.pop().map(|(connection, _)| connection)
    }

    fn keep(&self, connection: AsyncSmtpConnection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_CONNECTIONS && !connection.has_broken() {
            idle.push((connection, Instant::now()));
        }
    }
}

#[async_trait]
impl MailSender for SmtpSender {
    async fn send(&self, mail: &MailMessage) -> Result<Accepted, SendFailure> {
        let written = mime::write(mail, &self.from).map_err(|why| SendFailure::dead(why.to_string()))?;
        self.deliver(&written).await
    }
}

/// A negative reply: 4xx is for now, 5xx for good (RFC 5321 §4.2.1).
fn refused(step: &str, error: &Error) -> SendFailure {
    let reason = reason(step, error);
    let code = error.status().map(|code| code.to_string()).unwrap_or_default();
    if OPERATOR_CODES.contains(&code.as_str()) {
        tracing::error!(reason, "the mail server wants other credentials or encryption");
        return SendFailure::later(reason);
    }
    if error.is_permanent() { SendFailure::dead(reason) } else { SendFailure::later(reason) }
}

/// The reply's code and enhanced code (RFC 3463) only: its text often repeats the recipient.
fn reason(step: &str, error: &Error) -> String {
    let Some(code) = error.status() else {
        let kind = tls_fault(error).unwrap_or_else(|| "no connection".to_owned());
        return format!("{step}: {kind}");
    };
    let text = error.source().map(ToString::to_string).unwrap_or_default();
    match text.split_whitespace().next().filter(|word| is_enhanced_code(word)) {
        Some(enhanced) => format!("{step}: {code} {enhanced}"),
        None => format!("{step}: {code}"),
    }
}

fn is_enhanced_code(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    parts.len() == 3
        && parts.iter().all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// The name that the server gave the mail, as Postfix, Exim and others say it.
fn queue_id(response: &Response) -> Option<String> {
    let text = response.message().collect::<Vec<_>>().join(" ");
    let name = ["queued as ", "id="].iter().find_map(|before| Some(text.split_once(before)?.1))?;
    let name: String = name.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).take(64).collect();
    (!name.is_empty()).then_some(name)
}
