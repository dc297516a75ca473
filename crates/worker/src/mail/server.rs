//! Which mail server, and how to speak to it.

use crate::config::{ConfigError, bare_host, credentials, is_loopback, parse};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;

const WHAT: &str = "mail server";
const EXAMPLE: &str = "smtps://user:password@mail.example.com or smtp://mail.example.com:587?tls=required";

/// RFC 8314 §3.3.
const SUBMISSIONS_PORT: u16 = 465;
/// RFC 6409 §3.1.
const SUBMISSION_PORT: u16 = 587;

/// A mail server as configured.
pub(super) struct Server {
    host: String,
    port: u16,
    tls: Tls,
    credentials: Option<Credentials>,
    hello: ClientId,
}

impl Server {
    /// From `smtps://…` (TLS from the first byte) or `smtp://…?tls=required|opportunistic|none` (STARTTLS). Without
    /// `tls`, a server on this machine is spoken to in clear and any other must offer STARTTLS. `own_domain` is what we
    /// call ourselves.
    pub(super) fn from_url(url: &str, own_domain: &str) -> Result<Self, ConfigError> {
        let wrong = || ConfigError::WrongShape { what: WHAT, example: EXAMPLE };
        let url = parse(WHAT, url)?;
        let host = bare_host(&url).ok_or_else(wrong)?;
        let mut asked = None;
        for (name, value) in url.query_pairs() {
            match (&*name, &*value) {
                ("tls", "required" | "opportunistic" | "none") => asked = Some(value.into_owned()),
                _ => return Err(unknown(&name, &value, "it has tls=required, tls=opportunistic or tls=none")),
            }
        }
        let parameters = || TlsParameters::new(host.clone()).map_err(|why| ConfigError::Tls { why: why.to_string() });
        let (default_port, tls) = match (url.scheme(), asked.as_deref()) {
            ("smtps", None | Some("required")) => (SUBMISSIONS_PORT, Tls::Wrapper(parameters()?)),
            ("smtps", Some(value)) => return Err(unknown("tls", value, "smtps has TLS always")),
            ("smtp", Some("opportunistic")) => (SUBMISSION_PORT, Tls::Opportunistic(parameters()?)),
            ("smtp", Some("none") | None) if is_loopback(&host) => (SUBMISSION_PORT, Tls::None),
            ("smtp", Some("none")) => return Err(unknown("tls", "none", "only a server on this machine can")),
            ("smtp", _) => (SUBMISSION_PORT, Tls::Required(parameters()?)),
            _ => return Err(wrong()),
        };
        let credentials = credentials(&url).map(|(user, password)| Credentials::new(user, password));
        let hello = ClientId::Domain(own_domain.to_owned());
        Ok(Self { port: url.port().unwrap_or(default_port), host, tls, credentials, hello })
    }

    /// Connects, encrypts and signs in. No time limit of its own.
    pub(super) async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let from_the_first_byte = match &self.tls {
            Tls::Wrapper(parameters) => Some(parameters.clone()),
            _ => None,
        };
        let address = (self.host.as_str(), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(address, None, &self.hello, from_the_first_byte, None).await?;
        match &self.tls {
            Tls::Required(parameters) => connection.starttls(parameters.clone(), &self.hello).await?,
            Tls::Opportunistic(parameters) if connection.can_starttls() => {
                connection.starttls(parameters.clone(), &self.hello).await?;
            }
            _ => {}
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials).await?;
        }
        Ok(connection)
    }
}

fn unknown(name: &str, value: &str, allowed: &'static str) -> ConfigError {
    ConfigError::Parameter { what: WHAT, name: name.to_owned(), value: value.to_owned(), allowed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tls(url: &str) -> Result<(&'static str, u16), ConfigError> {
        let server = Server::from_url(url, "example.com")?;
        let tls = match server.tls {
            Tls::None => "none",
            Tls::Opportunistic(_) => "opportunistic",
            Tls::Required(_) => "required",
            Tls::Wrapper(_) => "wrapper",
        };
        Ok((tls, server.port))
    }

    #[test]
    fn clear_text_stays_on_this_machine() {
        assert_eq!(tls("smtp://localhost:1025"), Ok(("none", 1025)));
        assert_eq!(tls("smtp://[::1]"), Ok(("none", 587)));
        assert_eq!(tls("smtp://127.0.0.1?tls=required"), Ok(("required", 587)));
        assert_eq!(tls("smtp://mail.example.com"), Ok(("required", 587)));
        assert_eq!(tls("smtp://mail.example.com:25?tls=opportunistic"), Ok(("opportunistic", 25)));
        assert_eq!(tls("smtps://me:secret@mail.example.com"), Ok(("wrapper", 465)));
    }

    #[test]
    fn a_fault_is_named_without_the_password() {
        for url in [
            "smtp://me:hunter2@mail.example.com?tls=none",
            "smtp://me:hunter2@mail.example.com?tls=maybe",
            "smtps://me:hunter2@mail.example.com?tls=opportunistic",
            "smtp://me:hunter2@mail.example.com?port=25",
            "http://me:hunter2@mail.example.com",
            "me:hunter2@mail.example.com",
            "smtp://me:hunter2@",
            "",
        ] {
            let why = tls(url).expect_err(url).to_string();
            assert!(why.starts_with("the mail server ") && !why.contains("hunter2"), "{url}: {why}");
        }
    }
}
