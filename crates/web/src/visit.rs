//! A visit: one request of a person, with who is asking, in which language, and what the client shall keep afterwards.

use crate::kept::{self, Kept, ToKeep};
use crate::problem::{self, Kind};
use crate::{Shared, address};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use perfil_accounts::keys::Purpose;
use perfil_accounts::random::new_token;
use perfil_accounts::{Accounts, Client, Issued, Session};
use perfil_i18n::canonical_zone;
use perfil_models::view::{DemoMessage, Flash, Page, Who};
use perfil_models::{AccessError, CountryCode, Explain, Language, Permission, Role, Sentence};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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
    to_keep: Mutex<ToKeep>,
}

/// What form tokens are bound to: the session, or something random that the client keeps before there is one.
struct Seed {
    text: String,
    is_new: bool,
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
    visit.write(response.headers_mut());
    response
}

fn client_of(shared: &Shared, peer: IpAddr, headers: &HeaderMap) -> Client {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let kept = |kept| kept::read(&shared.cookies, headers, kept);
    Client {
        ip: address::client_ip(peer, headers, &shared.trusted_proxies),
        user_agent: text(header::USER_AGENT.as_str()).unwrap_or_default(),
        transport: kept::transport(headers),
        session_token: kept(Kept::Session).map(str::to_owned),
        second_step_token: kept(Kept::SecondStep).map(str::to_owned),
        device_token: kept(Kept::Device).map(str::to_owned),
        language: problem::language(shared, headers),
        country: text(header::ACCEPT_LANGUAGE.as_str()).and_then(|languages| country_of(&languages)),
        time_zone: kept(Kept::TimeZone).and_then(canonical_zone),
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
        let flash = kept::read(&shared.cookies, headers, Kept::Flash)
            .and_then(|sealed| shared.accounts.keys().open(Purpose::Flash, &seed.text, sealed).ok())
            .and_then(|text| serde_json::from_str(&text).ok());
        Self { inner: Arc::new(Inner { shared, session, client, language, seed, flash, to_keep: Mutex::default() }) }
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
        self.to_keep().forget_flash = flash.is_some();
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
            self.to_keep().issued = issued;
        }
    }

    /// Lets the client keep a language for the pages before anyone signs in.
    pub(crate) fn keep_language(&self, language: Language) {
        self.to_keep().language = Some(language);
    }

    /// Lets the client forget its session.
    pub fn forget(&self) {
        self.to_keep().forget_session = true;
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
        let mut to_keep = self.to_keep();
        if to_keep.forget_session && self.inner.session.is_some() {
            to_keep.seed = Some(new_token(accounts.random()));
        }
        let seed = to_keep.seed.as_ref().unwrap_or(&self.inner.seed.text);
        to_keep.flash = Some(accounts.keys().seal(Purpose::Flash, seed, &text, accounts.random()));
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.inner.shared
    }

    fn form_token(&self) -> String {
        self.accounts().keys().mac(Purpose::Form, &[&self.inner.seed.text])
    }

    fn to_keep(&self) -> MutexGuard<'_, ToKeep> {
        self.inner.to_keep.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, headers: &mut HeaderMap) {
        let Inner { shared, client, seed, .. } = &*self.inner;
        let mut to_keep = self.to_keep();
        let is_complete = to_keep.issued.session.is_some() && to_keep.issued.second_step.is_none();
        to_keep.forget_second_step = is_complete && client.second_step_token.is_some();
        to_keep.forget_flash &= to_keep.flash.is_none();
        if to_keep.seed.is_none() && seed.is_new {
            to_keep.seed = Some(seed.text.clone());
        }
        to_keep.write(client.transport, &shared.cookies, headers);
    }
}

fn seed_of(shared: &Shared, session: Option<&Session>, headers: &HeaderMap) -> Seed {
    if let Some(session) = session {
        return Seed { text: session.id.to_string(), is_new: false };
    }
    match kept::read(&shared.cookies, headers, Kept::Seed) {
        Some(text) => Seed { text: text.to_owned(), is_new: false },
        None => Seed { text: new_token(shared.accounts.random()), is_new: true },
    }
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
