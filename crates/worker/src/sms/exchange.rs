//! What all gateways have in common that are spoken to over HTTP.

use crate::failure::tls_fault;
use crate::{ConfigError, SendFailure};
use reqwest::header::RETRY_AFTER;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use std::time::Duration;

/// How long a request may take, its answer included.
pub(super) const TIMEOUT: Duration = Duration::from_secs(9);

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// The longest wait that a gateway may ask for, in seconds.
const LONGEST_WAIT: i64 = 3_600;

/// A client that follows no redirect, so that a text goes where the operator said and nowhere else.
pub(super) fn client(timeout: Duration) -> Result<Client, ConfigError> {
    Client::builder()
        .connect_timeout(CONNECT_TIMEOUT.min(timeout))
        .timeout(timeout)
        .redirect(Policy::none())
        .no_proxy()
        .pool_max_idle_per_host(0)
        .build()
        .map_err(|why| ConfigError::Tls { why: why.without_url().to_string() })
}

/// No answer: before a connection stood, nothing was sent; afterwards the gateway may have taken the message.
pub(super) fn unanswered(error: &reqwest::Error) -> SendFailure {
    if error.is_connect() {
        SendFailure::later(tls_fault(error).unwrap_or_else(|| "no connection to the gateway".to_owned()))
    } else if error.is_builder() {
        SendFailure::dead("the request cannot be written")
    } else if error.is_timeout() {
        SendFailure::unknown("the gateway did not answer in time")
    } else {
        SendFailure::unknown("the connection to the gateway broke")
    }
}

/// Later, and not before the gateway wants (RFC 9110 §10.2.3, seconds only).
pub(super) fn patient(reason: String, response: &Response) -> SendFailure {
    let seconds = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.trim().parse::<i64>().ok());
    let retry_after = seconds.filter(|seconds| *seconds > 0).map(|seconds| seconds.min(LONGEST_WAIT) * 1_000);
    SendFailure::Later { reason, retry_after }
}

/// The beginning of an answer's body, about `limit` bytes of it.
pub(super) async fn answer(response: &mut Response, limit: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        bytes.extend_from_slice(&chunk);
        if bytes.len() >= limit {
            break;
        }
    }
    bytes
}

/// A gateway's name for a message, if it is one that can be kept.
pub(super) fn name(text: &str) -> Option<String> {
    let fits = (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
    fits.then(|| text.to_owned())
}
