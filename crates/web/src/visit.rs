//! A visit: one request of a person, with who is asking, in which language, and what the browser shall keep afterwards.

use crate::guard::{TRANSPORT_HEADER, brings_token};
use crate::problem::{self, Kind};
use crate::{Shared, address, cookies};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use perfil_accounts::keys::Purpose;
use perfil_accounts::random::new_token;
use perfil_accounts::{Accounts, Client, Issued, Session, Transport};
use perfil_i18n::canonical_zone;
use perfil_models::view::{DemoMessage, Flash, Page, Who};
use perfil_models::{AccessError, CountryCode, Explain, Language, Permission, Role, Sentence};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Carries a new session token to a client that keeps it outside cookies.
const SESSION_HEADER: &str = "perfil-session";
/// Carries the token of a sign-in that waits for its second step, both ways, for such a client.
const SECOND_STEP_HEADER: &str = "perfil-second-step";
/// Carries the device token, both ways, for such a client.
const DEVICE_HEADER: &str = "perfil-device";

/// One request of a person. Server functions get it as an extension; it is all that pages know of the web side.
#[derive(Clone)]
pub struct Visit {
    inner: Arc<Inner>,
}

struct Inner {
    shared: Arc<Shared>,
    session: Option<Session>,
    client: Client,
    language: Language,
    seed: Seed,
    flash: Option<Flash>,
    keep: Mutex<Keep>,
}

/// What form tokens are bound to: the session, or a random cookie before there is one.
struct Seed {
    text: String,
    is_new: bool,
}

/// What the browser shall keep or forget with the answer.
#[derive(Default)]
struct Keep {
    issued: Issued,
    forget_session: bool,
    language: Option<Language>,
    flash: Option<String>,
    flash_was_shown: bool,
    seed: Option<String>,
}

/// The layer: finds out who is asking, and writes what shall be kept.
pub async fn enter(State(shared): State<Arc<Shared>>, mut request: Request, next: Next) -> Response {
    let kind = Kind::of(request.uri().path());
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(peer)| peer.ip());
    let client = client_of(&shared, peer, request.headers());
    let session = match &client.session_token {
        Some(token) => shared.accounts.session(token).await,
        None => Ok(None),
    };
    let session = match session {
        Ok(session) => session,
        Err(error) => {
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            return problem::refused(&shared, kind, status, request.headers());
        }
    };
    let visit = Visit::new(shared, client, session, request.headers());
    request.extensions_mut().insert(visit.clone());
    let mut response = next.run(request).await;
    visit.write_cookies(response.headers_mut());
    response
}

fn client_of(shared: &Shared, peer: IpAddr, headers: &HeaderMap) -> Client {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let outside_cookies = brings_token(headers);
    let cookie = |name| cookies::read(headers, name).map(str::to_owned);
    let bearer = || text(header::AUTHORIZATION.as_str())?.strip_prefix("Bearer ").map(str::to_owned);
    Client {
        ip: address::client_ip(peer, headers, &shared.trusted_proxies),
        user_agent: text(header::USER_AGENT.as_str()).unwrap_or_default(),
        transport: if outside_cookies { Transport::Bearer } else { Transport::Cookie },
        session_token: if outside_cookies { bearer() } else { cookie(shared.cookies.session) },
        second_step_token: if outside_cookies { text(SECOND_STEP_HEADER) } else { cookie(shared.cookies.second_step) },
        device_token: if outside_cookies { text(DEVICE_HEADER) } else { cookie(shared.cookies.device) },
        language: problem::language(shared, headers),
        country: text(header::ACCEPT_LANGUAGE.as_str()).and_then(|languages| country_of(&languages)),
        time_zone: cookies::read(headers, shared.cookies.time_zone).and_then(canonical_zone),
    }
}

/// The country in the first language that names one: `de-AT,de;q=0.9` is Austria.
fn country_of(accept_language: &str) -> Option<CountryCode> {
    accept_language.split(',').take(8).find_map(|range| {
        let tag = range.split(';').next()?.trim();
        tag.split('-').skip(1).find_map(|part| CountryCode::parse(part).ok())
    })
}

impl Visit {
    fn new(shared: Arc<Shared>, client: Client, session: Option<Session>, headers: &HeaderMap) -> Self {
        let language = session.as_ref().and_then(|session| session.language).unwrap_or(client.language);
        let seed = seed_of(&shared, session.as_ref(), headers);
        let flash = cookies::read(headers, shared.cookies.flash)
            .and_then(|sealed| shared.accounts.keys().open(Purpose::Flash, &seed.text, sealed).ok())
            .and_then(|text| serde_json::from_str(&text).ok());
        Self { inner: Arc::new(Inner { shared, session, client, language, seed, flash, keep: Mutex::default() }) }
    }

    /// The use cases.
    pub fn accounts(&self) -> &Accounts {
        &self.inner.shared.accounts
    }

    /// Where the request comes from.
    pub fn client(&self) -> &Client {
        &self.inner.client
    }

    /// Who is asking; [`AccessError::SignedOut`] if nobody is signed in.
    pub fn session(&self) -> Result<&Session, AccessError> {
        self.inner.session.as_ref().ok_or(AccessError::SignedOut)
    }

    /// The language of the answer: the chosen one, else the browser's.
    pub fn language(&self) -> Language {
        self.inner.language
    }

    /// The frame of a page. The result of a form is in it once; any other request leaves it where it is, since the page
    /// that is being left may still ask for something after the form was answered.
    pub async fn page(&self) -> Result<Page, AccessError> {
        let Inner { shared, session, language, flash, .. } = &*self.inner;
        self.keep().flash_was_shown = flash.is_some();
        Ok(Page {
            language: *language,
            messages: shared.locales.page_messages(*language).to_vec(),
            who: session.as_ref().map(|session| Who {
                display_name: session.display_name.clone(),
                email: session.email.clone(),
                may_view_organization: session.may(Permission::ViewOrganization),
                role: session.role,
            }),
            form_token: self.form_token(),
            flash: flash.clone(),
            demo: shared.demo_outbox.is_some(),
        })
    }

    /// The role's name in the page's language.
    pub(crate) fn role_name(&self, role: Role) -> String {
        self.shared().locales.sentence(self.language(), &Sentence::new(&format!("role-{}", role.as_str())))
    }

    /// The demo's messages; not found outside the demo.
    pub fn demo_outbox(&self) -> Result<Vec<DemoMessage>, AccessError> {
        self.inner.shared.demo_outbox.as_ref().map(|messages| messages()).ok_or(AccessError::NotFound)
    }

    /// Lets the client keep these tokens.
    pub fn hand_out(&self, issued: Issued) {
        if issued != Issued::default() {
            self.keep().issued = issued;
        }
    }

    /// Lets the client keep a language for the pages before anyone signs in.
    pub(crate) fn keep_language(&self, language: Language) {
        self.keep().language = Some(language);
    }

    /// Lets the client forget its session.
    pub fn forget(&self) {
        self.keep().forget_session = true;
    }

    /// Lets the client forget its session, if that has ended meanwhile: by undoing a change, or by a new password.
    /// Whether somebody is still signed in.
    pub async fn forget_if_ended(&self) -> bool {
        let Some(token) = &self.client().session_token else { return false };
        let lives = !matches!(self.accounts().session(token).await, Ok(None));
        if !lives {
            self.forget();
        }
        lives
    }

    /// Whether `token` is the hidden token of a form on a page of this visitor.
    pub(crate) fn is_form_token(&self, token: &str) -> bool {
        self.accounts().keys().verify(Purpose::Form, &[&self.inner.seed.text], token)
    }

    /// Shows the result of a form on the next page. If that form has ended the session, the page gets a new seed to open
    /// it with.
    pub(crate) fn flash(&self, flash: &Flash) {
        let text = serde_json::to_string(flash).unwrap_or_default();
        let accounts = self.accounts();
        let mut keep = self.keep();
        if keep.forget_session && self.inner.session.is_some() {
            keep.seed = Some(new_token(accounts.random()));
        }
        let seed = keep.seed.as_ref().unwrap_or(&self.inner.seed.text);
        keep.flash = Some(accounts.keys().seal(Purpose::Flash, seed, &text, accounts.random()));
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.inner.shared
    }

    fn form_token(&self) -> String {
        self.accounts().keys().mac(Purpose::Form, &[&self.inner.seed.text])
    }

    fn keep(&self) -> MutexGuard<'_, Keep> {
        self.inner.keep.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write_cookies(&self, headers: &mut HeaderMap) {
        let keep = self.keep();
        if self.inner.client.transport == Transport::Bearer {
            return write_tokens(&keep.issued, headers);
        }
        let names = &self.inner.shared.cookies;
        let mut cookies: Vec<HeaderValue> = Vec::new();
        if let Some(token) = &keep.issued.session {
            cookies.push(names.keep_session(token, keep.issued.remembered));
        }
        if let Some(token) = &keep.issued.device {
            cookies.push(names.keep_device(token));
        }
        match (&keep.issued.second_step, &keep.issued.session, &self.inner.client.second_step_token) {
            (Some(token), ..) => cookies.push(names.keep_second_step(token)),
            (None, Some(_), Some(_)) => cookies.push(names.forget(names.second_step)),
            _ => {}
        }
        if let Some(language) = keep.language {
            cookies.push(names.keep_language(language));
        }
        if keep.forget_session {
            cookies.push(names.forget(names.session));
            headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
        }
        match &keep.flash {
            Some(sealed) => cookies.push(names.keep_flash(sealed)),
            None if keep.flash_was_shown => cookies.push(names.forget(names.flash)),
            None => {}
        }
        let first_seed = self.inner.seed.is_new.then_some(&self.inner.seed.text);
        if let Some(seed) = keep.seed.as_ref().or(first_seed) {
            cookies.push(names.keep_seed(seed));
        }
        for cookie in cookies {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
}

fn seed_of(shared: &Shared, session: Option<&Session>, headers: &HeaderMap) -> Seed {
    if let Some(session) = session {
        return Seed { text: session.id.to_string(), is_new: false };
    }
    match cookies::read(headers, shared.cookies.seed) {
        Some(text) => Seed { text: text.to_owned(), is_new: false },
        None => Seed { text: new_token(shared.accounts.random()), is_new: !brings_token(headers) },
    }
}

fn write_tokens(issued: &Issued, headers: &mut HeaderMap) {
    let tokens =
        [(SESSION_HEADER, &issued.session), (DEVICE_HEADER, &issued.device), (SECOND_STEP_HEADER, &issued.second_step)];
    for (name, token) in tokens {
        if let Some(token) = token {
            headers.insert(name, crate::header(token));
        }
    }
    headers.insert(header::VARY, HeaderValue::from_static(TRANSPORT_HEADER));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_is_the_first_that_a_language_names() {
        assert_eq!(country_of("de-AT,de;q=0.9,en-US;q=0.8").unwrap().as_str(), "AT");
        assert_eq!(country_of("zh-Hant-TW").unwrap().as_str(), "TW");
        assert_eq!(country_of("en,ar;q=0.5"), None);
    }
}
