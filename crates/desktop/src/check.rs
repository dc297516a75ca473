//! Whether there is a Perfil server at an address, and one that this app can talk to.

use crate::connection::CLIENT;
use crate::origin::{NotAnOrigin, Origin};
use perfil_models::client::{Fit, SERVER_INFO_PATH, ServerInfo};
use reqwest::{Client, Response, StatusCode};
use std::error::Error;
use std::io::{self, ErrorKind};
use std::time::Duration;
use url::Url;

const TIME: Duration = Duration::from_secs(10);
const MOST_BYTES: usize = 16 * 1024;

/// A server that this app can talk to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Server {
    /// Its address.
    pub(crate) origin: Origin,
    /// Its version, as it tells it.
    pub(crate) version: String,
}

/// Why an address does not lead to such a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// What was typed is no address of a server.
    NotAnAddress,
    /// It asks for http, and not on this computer.
    NoHttps,
    /// Nothing has that name.
    NoSuchName,
    /// Nothing answers there.
    NobodyListens,
    /// Something answers, and speaks no TLS.
    NoTls,
    /// The certificate is not trusted on this computer, or is not this server's.
    Untrusted,
    /// No answer came in time.
    TimedOut,
    /// What answers is not Perfil.
    NotPerfil,
    /// The server needs a newer app.
    AppTooOld,
    /// The app needs a newer server.
    ServerTooOld,
}

impl Problem {
    /// What to say; the message's `{ $server }` is what was typed.
    pub(crate) fn message_id(self) -> &'static str {
        match self {
            Self::NotAnAddress => "desktop-check-not-an-address",
            Self::NoHttps => "desktop-check-no-https",
            Self::NoSuchName => "desktop-check-no-such-name",
            Self::NobodyListens => "desktop-check-nobody-listens",
            Self::NoTls => "desktop-check-no-tls",
            Self::Untrusted => "desktop-check-untrusted",
            Self::TimedOut => "desktop-check-timed-out",
            Self::NotPerfil => "desktop-check-not-perfil",
            Self::AppTooOld => "desktop-check-app-too-old",
            Self::ServerTooOld => "desktop-check-server-too-old",
        }
    }
}

/// Looks for a Perfil server at the address that was typed, for ten seconds at most.
pub(crate) async fn check(typed: &str, http: &Client) -> Result<Server, Problem> {
    check_within(TIME, typed, http).await
}

async fn check_within(time: Duration, typed: &str, http: &Client) -> Result<Server, Problem> {
    let origin = Origin::typed(typed).map_err(|why| match why {
        NotAnOrigin::NoAddress => Problem::NotAnAddress,
        NotAnOrigin::NoHttps => Problem::NoHttps,
    })?;
    let request = http.get(origin.at(SERVER_INFO_PATH)).timeout(time);
    let answered = match request.send().await {
        Ok(answer) => read(answer, &origin).await,
        Err(error) => Err(error),
    };
    match answered {
        Ok(body) => judge(origin, &body.ok_or(Problem::NotPerfil)?),
        Err(error) => Err(problem(&error, &origin).await),
    }
}

/// The body, if it comes from that very server and says that it is one of what was asked for.
async fn read(mut answer: Response, origin: &Origin) -> Result<Option<Vec<u8>>, reqwest::Error> {
    if answer.status() != StatusCode::OK || answer.url().origin().ascii_serialization() != origin.as_str() {
        return Ok(None);
    }
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        if body.len() + chunk.len() > MOST_BYTES {
            return Ok(None);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Some(body))
}

fn judge(origin: Origin, body: &[u8]) -> Result<Server, Problem> {
    let told: ServerInfo = serde_json::from_slice(body).map_err(|_| Problem::NotPerfil)?;
    match told.judge(CLIENT) {
        _ if !told.is_perfil() => Err(Problem::NotPerfil),
        Fit::TooOld => Err(Problem::AppTooOld),
        Fit::TooNew => Err(Problem::ServerTooOld),
        Fit::Fine => Ok(Server { origin, version: told.version }),
    }
}

async fn problem(error: &reqwest::Error, origin: &Origin) -> Problem {
    if error.is_timeout() {
        return Problem::TimedOut;
    }
    if let Some(problem) = causes(error).find_map(|cause| known_cause(cause, origin)) {
        return problem;
    }
    match error.is_connect() {
        true if has_address(origin).await => Problem::NobodyListens,
        true => Problem::NoSuchName,
        false => Problem::NotPerfil,
    }
}

fn known_cause(cause: &(dyn Error + 'static), origin: &Origin) -> Option<Problem> {
    if let Some(tls) = cause.downcast_ref::<rustls::Error>() {
        let is_certificate =
            matches!(tls, rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented);
        return Some(if is_certificate { Problem::Untrusted } else { Problem::NoTls });
    }
    match cause.downcast_ref::<io::Error>()?.kind() {
        ErrorKind::ConnectionRefused => Some(Problem::NobodyListens),
        // Who does not understand a greeting hangs up.
        ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe if origin.is_secure() => {
            Some(Problem::NoTls)
        }
        _ => None,
    }
}

/// An error and all that it was caused by, also what an `io::Error` was made of.
fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| {
        let inner = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        inner.map(|inner| inner as &(dyn Error + 'static)).or_else(|| error.source())
    })
}

async fn has_address(origin: &Origin) -> bool {
    let Ok(url) = Url::parse(origin.as_str()) else { return false };
    let (host, port) = (url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or_default());
    let host = host.trim_start_matches('[').trim_end_matches(']');
    tokio::net::lookup_host((host, port)).await.is_ok_and(|mut addresses| addresses.next().is_some())
}

#[cfg(test)]
mod tests;
