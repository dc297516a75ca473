//! Twilio's Messages resource (Twilio docs, "Messages resource", "Error and Warning Dictionary").

use super::exchange::{TIMEOUT, answer, client, name, patient, unanswered};
use super::{SmsMessage, SmsSender};
use crate::config::{ConfigError, bare_host, credentials, is_loopback, parse};
use crate::receipts::TWILIO_PATH;
use crate::{Accepted, SendFailure};
use async_trait::async_trait;
use perfil_models::Secret;
use reqwest::{Client, Response, StatusCode, Url};
use std::time::Duration;

const WHAT: &str = "Twilio account";
const EXAMPLE: &str = "twilio://ACCOUNT_SID:AUTH_TOKEN@api.twilio.com?from=%2B15005550006, or ?messaging_service=MG…";

/// Errors that the operator can mend: credentials, the account, the sender, the countries that may be sent to.
const OPERATOR_CODES: [u64; 11] = [20003, 20005, 20404, 21212, 21408, 21603, 21606, 21659, 21660, 21703, 21704];

/// Errors that pass by themselves: too many requests, full queues, the day's limit.
const PASSING_CODES: [u64; 4] = [14107, 20429, 21611, 63038];

/// How much of an answer is read, in bytes.
const ANSWER_LIMIT: usize = 16_384;

/// Who texts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sender {
    /// A number or a name.
    From(String),
    /// A Messaging Service, which chooses.
    Service(String),
}

/// An account as configured.
pub(crate) struct TwilioAccount {
    id: String,
    /// Signs in, and signs callbacks.
    pub token: Secret,
    endpoint: Url,
    sender: Sender,
}

impl TwilioAccount {
    /// From `twilio://ACCOUNT_SID:AUTH_TOKEN@api.twilio.com?from=…`. Only Twilio's own hosts and this machine get the
    /// token, and only this machine gets it in clear.
    pub(crate) fn from_url(url: &str) -> Result<Self, ConfigError> {
        let wrong = || ConfigError::WrongShape { what: WHAT, example: EXAMPLE };
        let rest = url.strip_prefix("twilio://").ok_or_else(wrong)?;
        let mut endpoint = parse(WHAT, &format!("https://{rest}"))?;
        let host = bare_host(&endpoint).ok_or_else(wrong)?;
        let (id, token) = credentials(&endpoint).ok_or_else(wrong)?;
        let is_sid = id.starts_with("AC") && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_sid || token.is_empty() || !matches!(endpoint.path(), "" | "/") {
            return Err(wrong());
        }
        if !is_loopback(&host) && !host.ends_with(".twilio.com") {
            return Err(ConfigError::WrongShape { what: WHAT, example: EXAMPLE });
        }
        let (mut sender, mut tls) = (None, !is_loopback(&host));
        for (name, value) in endpoint.query_pairs() {
            match (&*name, &*value) {
                // In a query, a plus that is not encoded means a space.
                ("from", from) if !from.trim().is_empty() => sender = Some(Sender::From(with_plus(from))),
                ("messaging_service", id) if id.starts_with("MG") => sender = Some(Sender::Service(id.to_owned())),
                ("tls", "true") => tls = true,
                ("tls", "false") if is_loopback(&host) => tls = false,
                _ => return Err(unknown(&name, &value)),
            }
        }
        let sender = sender.ok_or_else(wrong)?;
        endpoint.set_query(None);
        endpoint.set_username("").and_then(|()| endpoint.set_password(None)).map_err(|()| wrong())?;
        endpoint.set_path(&format!("/2010-04-01/Accounts/{id}/Messages.json"));
        if !tls {
            endpoint.set_scheme("http").map_err(|()| wrong())?;
        }
        Ok(Self { id, token: Secret::new(token), endpoint, sender })
    }
}

fn with_plus(from: &str) -> String {
    match from.strip_prefix(' ') {
        Some(number) => format!("+{number}"),
        None => from.to_owned(),
    }
}

fn unknown(name: &str, value: &str) -> ConfigError {
    let allowed = "it has from=NUMBER or messaging_service=MG…, and for a test on this machine tls=false";
    ConfigError::Parameter { what: WHAT, name: name.to_owned(), value: value.to_owned(), allowed }
}

/// Sends through Twilio.
pub struct TwilioSender {
    client: Client,
    account: TwilioAccount,
}

impl TwilioSender {
    /// From `twilio://ACCOUNT_SID:AUTH_TOKEN@api.twilio.com?from=NUMBER`, or `?messaging_service=MG…`. Panics when the
    /// process has no default provider of cryptography for rustls.
    pub fn from_url(url: &str) -> Result<Self, ConfigError> {
        Self::with_timeout(url, TIMEOUT)
    }

    /// [`TwilioSender::from_url`], but a request may take this long.
    pub fn with_timeout(url: &str, timeout: Duration) -> Result<Self, ConfigError> {
        Ok(Self { account: TwilioAccount::from_url(url)?, client: client(timeout)? })
    }
}

#[async_trait]
impl SmsSender for TwilioSender {
    async fn send(&self, sms: &SmsMessage) -> Result<Accepted, SendFailure> {
        let TwilioAccount { id, token, endpoint, sender } = &self.account;
        let (sender_field, sender) = match sender {
            Sender::From(from) => ("From", from),
            Sender::Service(service) => ("MessagingServiceSid", service),
        };
        let receipts = sms.receipt_url.at(TWILIO_PATH);
        let form =
            [("To", sms.to.as_str()), (sender_field, sender), ("Body", &sms.text), ("StatusCallback", &receipts)];
        let request = self.client.post(endpoint.clone()).basic_auth(id, Some(token.reveal())).form(&form);
        let mut response = request.send().await.map_err(|error| unanswered(&error))?;
        let told = Told::of(&answer(&mut response, ANSWER_LIMIT).await);
        if response.status().is_success() {
            return Ok(Accepted { provider_id: told.sid.as_deref().and_then(name) });
        }
        Err(refused(&response, told.code))
    }
}

/// What is read of an answer. Its text is left alone: it repeats the number.
#[derive(Default, serde::Deserialize)]
struct Told {
    sid: Option<String>,
    code: Option<u64>,
}

impl Told {
    fn of(answer: &[u8]) -> Self {
        serde_json::from_slice(answer).unwrap_or_default()
    }
}

fn refused(response: &Response, code: Option<u64>) -> SendFailure {
    let status = response.status();
    let told = code.map_or(String::new(), |code| format!(", error {code}"));
    let reason = format!("Twilio answered {}{told}", status.as_u16());
    let is = |codes: &[u64]| code.is_some_and(|code| codes.contains(&code));
    match status {
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => patient(reason, response),
        status if status.is_server_error() || is(&PASSING_CODES) => patient(reason, response),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => operator(reason),
        status if is(&OPERATOR_CODES) || !status.is_client_error() => operator(reason),
        _ => SendFailure::dead(reason),
    }
}

fn operator(reason: String) -> SendFailure {
    tracing::error!(reason, "Twilio refuses us: check its URL, token and sender, and the account's countries");
    SendFailure::later(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SID: &str = "AC00000000000000000000000000000001";

    fn account(rest: &str) -> Result<(String, Sender), ConfigError> {
        let account = TwilioAccount::from_url(&format!("twilio://{SID}:hunter2@{rest}"))?;
        Ok((account.endpoint.to_string(), account.sender))
    }

    #[test]
    fn an_account_is_read() {
        let path = format!("/2010-04-01/Accounts/{SID}/Messages.json");
        let from = |text: &str| Sender::From(text.to_owned());
        let at = |place: &str| format!("{place}{path}");
        let number = "+15005550006";
        assert_eq!(account("api.twilio.com?from=+15005550006"), Ok((at("https://api.twilio.com"), from(number))));
        assert_eq!(account("api.twilio.com/?from=%2B15005550006"), Ok((at("https://api.twilio.com"), from(number))));
        assert_eq!(account("127.0.0.1:81?from=Perfil"), Ok((at("http://127.0.0.1:81"), from("Perfil"))));
        let service = Ok((at("https://api.dublin.ie1.twilio.com"), Sender::Service("MG1".to_owned())));
        assert_eq!(account("api.dublin.ie1.twilio.com?messaging_service=MG1"), service);
    }

    #[test]
    fn the_token_goes_to_twilio_only_and_never_in_clear() {
        for wrong in [
            "api.twilio.com",
            "api.twilio.com?from=",
            "api.twilio.com?messaging_service=AC1",
            "api.twilio.com?from=Perfil&tls=false",
            "api.twilio.com?from=Perfil&port=1",
            "api.twilio.com/2010-04-01?from=Perfil",
            "twilio.example.com?from=Perfil",
            "api.twilio.com.example.com?from=Perfil",
        ] {
            let why = account(wrong).expect_err(wrong).to_string();
            assert!(!why.contains("hunter2"), "{wrong}: {why}");
        }
        assert!(TwilioAccount::from_url("twilio://me:hunter2@api.twilio.com?from=Perfil").is_err());
    }
}
