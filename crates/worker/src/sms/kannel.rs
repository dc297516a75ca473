//! Kannel's `sendsms` (Kannel User's Guide, "Using the HTTP interface to send SMS messages").

use super::exchange::{TIMEOUT, answer, client, patient, unanswered};
use super::segments::Segments;
use super::{SmsMessage, SmsSender};
use crate::config::{ConfigError, bare_host, credentials, is_loopback, parse};
use crate::receipts::KANNEL_PATH;
use crate::{Accepted, SendFailure};
use async_trait::async_trait;
use perfil_models::Secret;
use reqwest::{Client, StatusCode, Url};
use std::time::Duration;

const WHAT: &str = "SMS gateway";
const EXAMPLE: &str = "kannel://user:password@localhost:13013/cgi-bin/sendsms?from=Perfil";

/// Receipts that Kannel sends: 1 delivered to the phone, 2 not delivered, 16 refused by the SMSC.
const RECEIPTS: &str = "19";

/// What Kannel appends to the receipt: status and the SMSC's answer. It must reach Kannel as it stands here.
const FILLED_IN: &str = "&status=%d&answer=%A";

/// What Kannel answers with 403 when no route leads to the number; 403 otherwise means wrong credentials.
const NO_ROUTE: &str = "Not routable";

/// How much of an answer is read, in bytes.
const ANSWER_LIMIT: usize = 1_024;

/// Sends through a Kannel `smsbox`, or anything that speaks like one.
pub struct KannelSender {
    client: Client,
    endpoint: Url,
    username: String,
    password: Secret,
    from: Option<String>,
}

impl KannelSender {
    /// From `kannel://user:password@host:port/cgi-bin/sendsms?from=Perfil&tls=false`. Without `tls`, only a gateway on
    /// this machine is spoken to in clear. Panics when the process has no default provider of cryptography for rustls.
    pub fn from_url(url: &str) -> Result<Self, ConfigError> {
        Self::with_timeout(url, TIMEOUT)
    }

    /// [`KannelSender::from_url`], but a request may take this long.
    pub fn with_timeout(url: &str, timeout: Duration) -> Result<Self, ConfigError> {
        let wrong = || ConfigError::WrongShape { what: WHAT, example: EXAMPLE };
        let rest = url.strip_prefix("kannel://").ok_or_else(wrong)?;
        let mut endpoint = parse(WHAT, &format!("http://{rest}"))?;
        let host = bare_host(&endpoint).ok_or_else(wrong)?;
        let (username, password) = credentials(&endpoint).ok_or_else(wrong)?;
        let (mut from, mut tls) = (None, !is_loopback(&host));
        for (name, value) in endpoint.query_pairs() {
            match (&*name, &*value) {
                ("from", sender) => from = Some(sender.to_owned()),
                ("tls", "true") => tls = true,
                ("tls", "false") => tls = false,
                _ => return Err(unknown(&name, &value)),
            }
        }
        endpoint.set_query(None);
        endpoint.set_username("").and_then(|()| endpoint.set_password(None)).map_err(|()| wrong())?;
        if tls {
            endpoint.set_scheme("https").map_err(|()| wrong())?;
        }
        Ok(Self { client: client(timeout)?, endpoint, username, password: Secret::new(password), from })
    }

    fn request(&self, sms: &SmsMessage) -> Url {
        let mut url = self.endpoint.clone();
        let coding = Segments::of(&sms.text).coding as u8;
        let mut query = url.query_pairs_mut();
        query.append_pair("username", &self.username).append_pair("password", self.password.reveal());
        if let Some(from) = &self.from {
            query.append_pair("from", from);
        }
        query
            .append_pair("to", sms.to.as_str())
            .append_pair("text", &sms.text)
            .append_pair("charset", "UTF-8")
            .append_pair("coding", &coding.to_string())
            .append_pair("dlr-mask", RECEIPTS)
            .append_pair("dlr-url", &format!("{}{FILLED_IN}", sms.receipt_url.at(KANNEL_PATH)));
        drop(query);
        url
    }
}

#[async_trait]
impl SmsSender for KannelSender {
    async fn send(&self, sms: &SmsMessage) -> Result<Accepted, SendFailure> {
        let mut response = self.client.get(self.request(sms)).send().await.map_err(|error| unanswered(&error))?;
        let status = response.status();
        if status.is_success() {
            return Ok(Accepted::default());
        }
        let reason = format!("the gateway answered {}", status.as_u16());
        match status {
            StatusCode::FORBIDDEN if no_route(&answer(&mut response, ANSWER_LIMIT).await) => {
                Err(SendFailure::dead(format!("{reason}: no route to the number")))
            }
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => {
                tracing::error!(status = status.as_u16(), "the SMS gateway refuses us: check its URL and password");
                Err(SendFailure::later(reason))
            }
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => Err(patient(reason, &response)),
            status if status.is_client_error() => Err(SendFailure::dead(reason)),
            _ => Err(patient(reason, &response)),
        }
    }
}

fn unknown(name: &str, value: &str) -> ConfigError {
    let allowed = "it has from=SENDER and tls=true or tls=false";
    ConfigError::Parameter { what: WHAT, name: name.to_owned(), value: value.to_owned(), allowed }
}

fn no_route(answer: &[u8]) -> bool {
    String::from_utf8_lossy(answer).contains(NO_ROUTE)
}
