//! The way to the server: a client that keeps its session outside cookies (docs/desktop.md).

use crate::origin::Origin;
use crate::vault::Tokens;
use perfil_models::Secret;
use perfil_models::client::{
    CLIENT_HEADER, DEVICE_HEADER, FLASH_HEADER, LANGUAGE_HEADER, NEWEST_CLIENT, SECOND_STEP_HEADER, SEED_HEADER,
    SERVER_INFO_PATH, SESSION_HEADER, TIME_ZONE_HEADER, TRANSPORT_HEADER,
};
use perfil_models::next::SIGN_IN;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, RequestBuilder, Response, redirect};
use std::cell::{Cell, RefCell};
use std::time::Duration;

/// The number of the protocol that this program speaks.
pub(crate) const CLIENT: u32 = NEWEST_CLIENT;
/// The most time that an answer may take.
const LIMIT: Duration = Duration::from_secs(30);
const CONNECT_LIMIT: Duration = Duration::from_secs(10);
/// Servers and what stands before them hang up on a silent connection, from 30 seconds on: what is just being sent over it
/// then would be lost.
const IDLE_LIMIT: Duration = Duration::from_secs(15);

/// What goes back as it came, each in the header of its name.
const KEPT: [&str; 5] = [DEVICE_HEADER, SECOND_STEP_HEADER, SEED_HEADER, FLASH_HEADER, LANGUAGE_HEADER];

/// No answer came. Whether the request arrived is not known.
#[derive(Debug)]
pub(crate) struct NoAnswer;

/// What became of a form.
pub(crate) enum Sent {
    /// Go on to this path.
    Moved(String),
    /// A file came back.
    File(File),
    /// The server refused, with this HTTP status.
    Refused(u16),
}

/// A file to save.
pub(crate) struct File {
    /// The name that the server proposes.
    pub(crate) name: String,
    /// Its content.
    pub(crate) content: Vec<u8>,
}

/// The client of one server.
pub(crate) struct Connection {
    http: Client,
    origin: Origin,
    session: RefCell<Option<Secret>>,
    kept: RefCell<Vec<(&'static str, String)>>,
    are_new: Cell<bool>,
}

/// A client for any server. Fails where the system's certificates cannot be read.
pub(crate) fn http(accept_language: &str, zone: Option<&str>) -> reqwest::Result<Client> {
    let mut headers = HeaderMap::new();
    let client = CLIENT.to_string();
    let fixed = [
        (TRANSPORT_HEADER, "bearer"),
        ("x-request-client", "perfil"),
        (CLIENT_HEADER, client.as_str()),
        ("accept-language", accept_language),
        (TIME_ZONE_HEADER, zone.unwrap_or_default()),
    ];
    for (name, value) in fixed {
        if let (Ok(value), false) = (HeaderValue::from_str(value), value.is_empty()) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    let agent = format!("Perfil/{} (Linux; desktop)", env!("CARGO_PKG_VERSION"));
    Client::builder()
        .user_agent(agent)
        .default_headers(headers)
        .redirect(redirect::Policy::none())
        .connect_timeout(CONNECT_LIMIT)
        .pool_idle_timeout(IDLE_LIMIT)
        .build()
}

impl Connection {
    /// To the server at `origin`, with what was kept.
    pub(crate) fn new(http: Client, origin: &Origin, tokens: Tokens) -> Self {
        let kept = tokens.device.map(|device| (DEVICE_HEADER, device.reveal().to_owned())).into_iter().collect();
        Self {
            http,
            origin: origin.clone(),
            session: RefCell::new(tokens.session),
            kept: RefCell::new(kept),
            are_new: Cell::new(false),
        }
    }

    /// What to keep across restarts, if it has changed since this was last asked.
    pub(crate) fn new_tokens(&self) -> Option<Tokens> {
        self.are_new.take().then(|| {
            let kept = self.kept.borrow();
            let device = kept.iter().find(|(name, _)| *name == DEVICE_HEADER).map(|(_, value)| Secret::new(value));
            Tokens { session: self.session.borrow().clone(), device }
        })
    }

    /// The session is over; whether there was one.
    pub(crate) fn forget_session(&self) -> bool {
        let had_one = self.session.take().is_some();
        self.are_new.set(self.are_new.get() | had_one);
        had_one
    }

    /// A GET request with all that the server wants to know. It may run as long as it likes.
    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        self.with_kept(self.http.get(self.origin.at(path)))
    }

    /// Posts JSON, or nothing: HTTP status and text of the answer.
    pub(crate) async fn post(&self, path: &str, body: Option<String>) -> Result<(u16, String), NoAnswer> {
        let mut request = self.with_kept(self.http.post(self.origin.at(path))).timeout(LIMIT);
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body);
        }
        let answer = self.answer(request).await?;
        let status = answer.status().as_u16();
        Ok((status, answer.text().await.map_err(|_| NoAnswer)?))
    }

    /// Whether the server answers at all.
    pub(crate) async fn is_reachable(&self) -> bool {
        self.answer(self.http.get(self.origin.at(SERVER_INFO_PATH)).timeout(LIMIT)).await.is_ok()
    }

    /// Posts a form.
    pub(crate) async fn send(&self, path: &str, fields: &[(String, String)]) -> Result<Sent, NoAnswer> {
        let request = self.with_kept(self.http.post(self.origin.at(path))).timeout(LIMIT).form(fields);
        let answer = self.answer(request).await?;
        self.sent(answer).await
    }

    /// Fetches what may be a file.
    pub(crate) async fn fetch(&self, path: &str) -> Result<Sent, NoAnswer> {
        let answer = self.answer(self.get(path).timeout(LIMIT)).await?;
        self.sent(answer).await
    }

    async fn sent(&self, answer: Response) -> Result<Sent, NoAnswer> {
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        if answer.status().is_redirection() {
            let path = header("location").filter(|path| path.starts_with('/') && !path.starts_with("//"));
            return Ok(Sent::Moved(path.unwrap_or_else(|| SIGN_IN.to_owned())));
        }
        match header("content-disposition").as_deref().and_then(file_name) {
            Some(name) if answer.status().is_success() => {
                let content = answer.bytes().await.map_err(|_| NoAnswer)?.to_vec();
                Ok(Sent::File(File { name, content }))
            }
            _ => Ok(Sent::Refused(answer.status().as_u16())),
        }
    }

    fn with_kept(&self, mut request: RequestBuilder) -> RequestBuilder {
        if let Some(session) = &*self.session.borrow() {
            request = request.bearer_auth(session.reveal());
        }
        for (name, value) in &*self.kept.borrow() {
            request = request.header(*name, value);
        }
        request
    }

    async fn answer(&self, request: RequestBuilder) -> Result<Response, NoAnswer> {
        let answer = request.send().await.map_err(|error| {
            tracing::info!(error = %error.without_url(), "no answer");
            NoAnswer
        })?;
        self.keep(answer.headers());
        Ok(answer)
    }

    fn keep(&self, headers: &HeaderMap) {
        let new = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        if let Some(session) = new(SESSION_HEADER) {
            self.session.replace((!session.is_empty()).then(|| Secret::new(session)));
            self.are_new.set(true);
        }
        let mut kept = self.kept.borrow_mut();
        for name in KEPT {
            let Some(value) = new(name) else { continue };
            kept.retain(|(other, _)| *other != name);
            if !value.is_empty() {
                kept.push((name, value.to_owned()));
            }
            if name == DEVICE_HEADER {
                self.are_new.set(true);
            }
        }
    }
}

/// The file name in a `content-disposition: attachment`, without any folder.
fn file_name(disposition: &str) -> Option<String> {
    let name = disposition.strip_prefix("attachment")?.split("filename=\"").nth(1)?.split('"').next()?;
    let name = name.rsplit(['/', '\\']).next()?.trim_start_matches('.');
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connection() -> Connection {
        let tokens = Tokens { session: Some(Secret::new("s1")), device: Some(Secret::new("d1")) };
        Connection::new(Client::new(), &Origin::typed("http://127.0.0.1:1").unwrap(), tokens)
    }

    fn headers(of: &[(&'static str, &'static str)]) -> HeaderMap {
        of.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn what_the_server_hands_out_goes_back() {
        let connection = connection();
        assert!(connection.new_tokens().is_none());
        connection.keep(&headers(&[("perfil-session", "s2"), ("perfil-flash", "f")]));
        let request = connection.get("/x").build().unwrap();
        assert_eq!(request.headers()["authorization"], "Bearer s2");
        assert_eq!(request.headers()["perfil-flash"], "f");
        assert_eq!(request.headers()["perfil-device"], "d1");
        assert_eq!(connection.new_tokens().unwrap().session, Some(Secret::new("s2")));
    }

    #[test]
    fn an_empty_header_takes_away() {
        let connection = connection();
        connection.keep(&headers(&[("perfil-session", ""), ("perfil-device", "")]));
        let request = connection.get("/x").build().unwrap();
        assert!(!request.headers().contains_key("authorization"));
        assert!(!request.headers().contains_key("perfil-device"));
        assert!(connection.new_tokens().unwrap() == Tokens::default());
    }

    #[test]
    fn a_file_stays_in_its_folder() {
        assert_eq!(file_name("attachment; filename=\"data.zip\"").as_deref(), Some("data.zip"));
        assert_eq!(file_name("attachment; filename=\"../../.bashrc\"").as_deref(), Some("bashrc"));
        assert_eq!(file_name("attachment; filename=\"..\""), None);
        assert_eq!(file_name("inline"), None);
    }
}
