//! What the operator configures.

use percent_encoding::percent_decode_str;
use reqwest::Url;
use std::net::IpAddr;
use std::time::Duration;

/// A configured value cannot be used. The text names the value's role and what it should look like, never a password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Not a URL at all.
    #[error("the {what} is not a URL: {why}")]
    NotAUrl {
        /// Which setting.
        what: &'static str,
        /// What the parser says.
        why: String,
    },
    /// A URL of another kind.
    #[error("the {what} must look like {example}")]
    WrongShape {
        /// Which setting.
        what: &'static str,
        /// One that would do.
        example: &'static str,
    },
    /// A parameter that the setting does not have, or a value that the parameter does not have.
    #[error("the {what} cannot have {name}={value}; {allowed}")]
    Parameter {
        /// Which setting.
        what: &'static str,
        /// The parameter.
        name: String,
        /// Its value.
        value: String,
        /// What it may have.
        allowed: &'static str,
    },
    /// One of several settings that belong together.
    #[error("{key}: {why}")]
    Setting {
        /// Its name in the configuration.
        key: &'static str,
        /// What is wrong, and what to do.
        why: String,
    },
    /// The sender of mails is not an address.
    #[error("the sender of mails must look like no-reply@example.com or Perfil <no-reply@example.com>: {why}")]
    Sender {
        /// What the parser says.
        why: String,
    },
    /// The TLS library cannot be set up.
    #[error("TLS cannot be set up: {why}")]
    Tls {
        /// What the library says.
        why: String,
    },
}

/// How the worker works. Durations of the lease in milliseconds, like everything that the database compares.
#[derive(Clone, Debug)]
pub struct WorkerConfig {
    /// Where people reach Perfil: scheme, host and port without a slash at the end. Links and receipts lead there.
    pub public_url: String,
    /// The host of `public_url`, the right side of every Message-ID.
    pub host: String,
    /// How many messages are claimed at once, at most; never more than can be sent at once.
    pub batch: usize,
    /// How long a claimed message belongs to this worker, in milliseconds. Senders end well before.
    pub lease: i64,
    /// How many messages of one channel are sent at the same time.
    pub concurrency: usize,
    /// How often to look when nobody wakes the worker.
    pub poll: Duration,
}

impl WorkerConfig {
    /// The defaults for a Perfil that people reach at `public_url`, for example `https://settings.example.com`.
    pub fn new(public_url: &str) -> Result<Self, ConfigError> {
        const WHAT: &str = "public URL";
        let url = parse(WHAT, public_url)?;
        let host = url.host_str().filter(|_| matches!(url.scheme(), "http" | "https"));
        let host = host.ok_or(ConfigError::WrongShape { what: WHAT, example: "https://settings.example.com" })?;
        Ok(Self {
            public_url: public_url.trim_end_matches('/').to_owned(),
            host: host.to_owned(),
            batch: 16,
            lease: 30_000,
            concurrency: 16,
            poll: Duration::from_secs(1),
        })
    }
}

pub(crate) fn parse(what: &'static str, text: &str) -> Result<Url, ConfigError> {
    Url::parse(text).map_err(|why| ConfigError::NotAUrl { what, why: why.to_string() })
}

/// User and password of a URL, if it names a user.
pub(crate) fn credentials(url: &Url) -> Option<(String, String)> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    (!url.username().is_empty()).then(|| (decode(url.username()), decode(url.password().unwrap_or_default())))
}

/// The host of a URL as a socket takes it: without the brackets of IPv6.
pub(crate) fn bare_host(url: &Url) -> Option<String> {
    let host = url.host_str().filter(|host| !host.is_empty())?;
    Some(host.trim_start_matches('[').trim_end_matches(']').to_owned())
}

/// Whether what is sent there stays on this machine.
pub(crate) fn is_loopback(bare_host: &str) -> bool {
    bare_host == "localhost" || bare_host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_url_gives_the_host() {
        let config = WorkerConfig::new("https://settings.example.com:8443/").unwrap();
        assert_eq!(
            (config.public_url.as_str(), config.host.as_str()),
            ("https://settings.example.com:8443", "settings.example.com")
        );
        for wrong in ["settings.example.com", "ftp://example.com", "https://", ""] {
            assert!(WorkerConfig::new(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn credentials_are_decoded() {
        let url = parse("test", "smtp://me%40example.com:p%3Aw%25d@[::1]:25").unwrap();
        assert_eq!(credentials(&url), Some(("me@example.com".to_owned(), "p:w%d".to_owned())));
        assert_eq!(bare_host(&url).as_deref(), Some("::1"));
        assert!(is_loopback("::1") && is_loopback("127.0.0.2") && is_loopback("localhost"));
        assert!(!is_loopback("10.0.0.1") && !is_loopback("localhost.example.com"));
    }
}
