//! A browser, as far as the server can tell: cookies, and the headers that Dioxus' client and the browser send.

use crate::http::{Cookie, Jar};
use crate::{Person, html};
use reqwest::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long a request may take before a test is told that it hangs.
const TIMEOUT: Duration = Duration::from_secs(40);

/// The pages that show something of an account, and so nothing to nobody.
pub const ACCOUNT_PAGES: [&str; 13] = [
    "/settings/user",
    "/settings/password",
    "/settings/two-step",
    "/settings/email",
    "/settings/phone",
    "/settings/region",
    "/settings/notifications",
    "/settings/activity",
    "/settings/privacy",
    "/organization",
    "/organization/settings",
    "/organization/changes",
    "/organization/keys",
];

/// What the desktop app keeps: the headers in which it comes and goes, and the cookies of the same purpose on loopback.
const KEPT: [(&str, &str); 5] = [
    ("perfil-second-step", "perfil-step"),
    ("perfil-seed", "perfil-form"),
    ("perfil-flash", "perfil-flash"),
    ("perfil-language", "perfil-language"),
    ("perfil-time-zone", "perfil-zone"),
];

/// Redirects that a browser follows before it gives up.
const REDIRECTS: usize = 5;

/// One browser, or what pretends to be one. A clone shares the cookies; [`Client::fork`] copies them.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    host: String,
    origin: String,
    jar: Arc<Mutex<Jar>>,
    usual: HeaderMap,
    is_desktop: bool,
}

impl Client {
    /// For the server at `base` (`http://127.0.0.1:PORT`), which people know as `origin`.
    pub fn new(base: &str, origin: &str) -> Self {
        // Fails when another client did it before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().redirect(Policy::none()).timeout(TIMEOUT).no_proxy().build();
        let host = origin.split_once("://").map_or(origin, |(_, host)| host).to_owned();
        let mut client = Self {
            http: http.expect("a client can be built"),
            base: base.to_owned(),
            host,
            origin: origin.to_owned(),
            jar: Arc::default(),
            usual: HeaderMap::new(),
            is_desktop: false,
        };
        client.usually("origin", origin);
        client.usually("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Perfil-Tests/1");
        client.usually("accept-language", "en-GB,en;q=0.9");
        client
    }

    /// The address that people know the server by.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Sends this header with every request from now on.
    pub fn usually(&mut self, name: &'static str, value: &str) {
        self.usual.insert(HeaderName::from_static(name), HeaderValue::from_str(value).expect("a header's value"));
    }

    /// The same with this header.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.usually(name, value);
        self
    }

    /// The desktop app instead: no cookies, no origin, its token in a header.
    pub fn as_desktop(mut self) -> Self {
        self.is_desktop = true;
        self.usual.remove("origin");
        self.with("perfil-client", "1")
    }

    /// Another browser with a copy of the cookies: what somebody has who stole them.
    pub fn fork(&self) -> Self {
        Self { jar: Arc::new(Mutex::new(self.cookies().clone())), ..self.clone() }
    }

    /// The cookies.
    pub fn cookies(&self) -> MutexGuard<'_, Jar> {
        self.jar.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token of the session.
    pub fn session_token(&self) -> Option<String> {
        self.cookies().session().map(|cookie| cookie.value.clone())
    }

    /// The ticket of a sign-in that waits for its second step.
    pub fn second_step_ticket(&self) -> Option<String> {
        self.cookies().second_step().map(|cookie| cookie.value.clone())
    }

    /// A request to a server function, as Dioxus' client makes it; without a body it has no type either.
    pub fn post(&self, path: &str) -> Call<'_> {
        let call = self.request(Method::POST, path).header("accept", "*/*").header("x-request-client", "dioxus");
        if self.is_desktop {
            return call;
        }
        call.header("sec-fetch-site", "same-origin").header("sec-fetch-mode", "cors").header("sec-fetch-dest", "empty")
    }

    /// A page that a person goes to.
    pub fn get(&self, path: &str) -> Call<'_> {
        self.request(Method::GET, path)
            .without("origin")
            .header("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .header("sec-fetch-site", "none")
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-dest", "document")
    }

    /// Any request, with nothing but the usual headers and the cookies.
    pub fn request(&self, method: Method, path: &str) -> Call<'_> {
        let mut headers = self.usual.clone();
        headers.insert("host", HeaderValue::from_str(&self.host).expect("a host"));
        let value = |text: &str| HeaderValue::from_str(text).expect("a header's value");
        if self.is_desktop {
            headers.insert("perfil-transport", value("bearer"));
            let token = self.session_token();
            token.map(|token| headers.insert(AUTHORIZATION, value(&format!("Bearer {token}"))));
            let cookies = self.cookies();
            for (header, cookie) in KEPT {
                cookies.value(cookie).map(|kept| headers.insert(header, value(kept)));
            }
        } else if let Some(cookies) = self.cookies().header() {
            headers.insert(COOKIE, value(&cookies));
        }
        Call { client: self, method, path: path.to_owned(), headers, body: Vec::new() }
    }

    /// Calls a server function that takes a form.
    pub async fn call(&self, path: &str, form: Value) -> Answer {
        self.post(path).json(&json!({ "form": form })).send().await
    }

    /// Calls a server function that takes nothing.
    pub async fn ask(&self, path: &str) -> Answer {
        self.post(path).send().await
    }

    /// Signs in and expects to succeed.
    pub async fn sign_in(&self, person: &Person) -> Answer {
        self.try_sign_in(person.email, person.password).await.expect(200)
    }

    /// Tries to sign in.
    pub async fn try_sign_in(&self, email: &str, password: &str) -> Answer {
        self.call("/api/sign-in", json!({ "email": email, "password": password, "remember": false })).await
    }

    /// *My User Settings*, which only somebody who is signed in gets.
    pub async fn account(&self) -> Value {
        self.ask("/api/account").await.expect(200).json()
    }

    /// Whether a session lives.
    pub async fn is_signed_in(&self) -> bool {
        match self.ask("/api/account").await.status {
            200 => true,
            401 => false,
            other => panic!("neither signed in nor out: {other}"),
        }
    }

    /// Goes to a page and follows redirects, as a browser does.
    pub async fn page(&self, path: &str) -> Answer {
        let mut answer = self.get(path).send().await;
        for _ in 0..REDIRECTS {
            let Some(location) = answer.redirect() else { return answer };
            answer = self.get(&location).send().await;
        }
        panic!("{path} redirects without end");
    }

    /// Fills in the form `name` of the page at `path` and posts it, as a browser without script does.
    pub async fn submit(&self, path: &str, name: &str, typed: &[(&str, &str)]) -> Answer {
        let page = self.page(path).await.expect(200);
        let action = format!("/forms/{name}");
        let form = html::forms(&page.body).into_iter().find(|form| form.action == action);
        let mut fields = form.unwrap_or_else(|| panic!("{path} has no form {name}:\n{}", page.body)).fields;
        for (name, value) in typed {
            fields.retain(|(other, _)| other != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        self.post_form(&action, &fields).send().await
    }

    /// A form's post as a browser makes it.
    pub fn post_form(&self, action: &str, fields: &[(String, String)]) -> Call<'_> {
        let call = self.request(Method::POST, action).body(urlencoded(fields));
        let call = call.header("content-type", "application/x-www-form-urlencoded");
        if self.is_desktop {
            return call;
        }
        call.header("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .header("sec-fetch-site", "same-origin")
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-dest", "document")
    }
}

/// Fields as a form sends them.
pub fn urlencoded(fields: &[(String, String)]) -> String {
    let mut url = reqwest::Url::parse("http://localhost/").expect("a URL");
    url.query_pairs_mut().extend_pairs(fields);
    url.query().unwrap_or_default().to_owned()
}

/// A request that can still be changed.
pub struct Call<'a> {
    client: &'a Client,
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Call<'_> {
    /// Sets a header.
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        let value = HeaderValue::from_str(value).expect("a header's value");
        self.headers.insert(HeaderName::from_static(name), value);
        self
    }

    /// Leaves a header out.
    pub fn without(mut self, name: &'static str) -> Self {
        self.headers.remove(name);
        self
    }

    /// Sets the body.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Sets a JSON body.
    pub fn json(self, value: &Value) -> Self {
        self.header("content-type", "application/json").body(value.to_string())
    }

    /// Sends it; cookies in the answer are kept.
    pub async fn send(self) -> Answer {
        let url = format!("{}{}", self.client.base, self.path);
        self.try_send().await.unwrap_or_else(|why| panic!("no answer from {url}: {why:?}"))
    }

    /// Sends it to a server that may be gone.
    pub async fn try_send(self) -> Result<Answer, reqwest::Error> {
        let response = self.open().await?;
        let (status, headers) = (response.status(), response.headers().clone());
        Ok(Answer::new(status, headers, response.bytes().await?.to_vec()))
    }

    /// Sends it; the body of the answer is still to be read.
    pub async fn open(self) -> Result<reqwest::Response, reqwest::Error> {
        let url = format!("{}{}", self.client.base, self.path);
        let mut request = self.client.http.request(self.method, url).headers(self.headers);
        if !self.body.is_empty() {
            request = request.body(self.body);
        }
        let response = request.send().await?;
        let headers = response.headers();
        for (header, cookie) in KEPT.into_iter().chain([("perfil-session", "perfil")]) {
            if let Some(kept) = headers.get(header).filter(|_| self.client.is_desktop) {
                self.client.cookies().take(&format!("{cookie}={}", kept.to_str().unwrap_or_default()));
            }
        }
        for cookie in headers.get_all(SET_COOKIE) {
            self.client.cookies().take(cookie.to_str().unwrap_or_default());
        }
        Ok(response)
    }
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
    /// The same as it came, of a file.
    pub bytes: Vec<u8>,
}

impl Answer {
    fn new(status: StatusCode, headers: HeaderMap, bytes: Vec<u8>) -> Self {
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Self { status: status.as_u16(), headers, body, bytes }
    }

    /// Panics unless the status is that.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    /// Panics unless it is this refusal.
    #[track_caller]
    pub fn expect_error(self, status: u16, error: &str) -> Self {
        assert_eq!((self.status, self.error().as_str()), (status, error), "{}", self.body);
        self
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|why| panic!("not JSON ({why}): {}", self.body))
    }

    /// The typed error, without the wrapping of what was refused before the use case looked at it.
    pub fn data(&self) -> Value {
        let body: Value = serde_json::from_str(&self.body).unwrap_or_default();
        let data = &body["data"];
        if data["error"] == "access" { data["cause"].clone() } else { data.clone() }
    }

    /// The word of the typed error, for example `wrong-code`; empty if there is none.
    pub fn error(&self) -> String {
        self.data()["error"].as_str().unwrap_or_default().to_owned()
    }

    /// A header's value; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The cookies that it sets.
    pub fn set_cookies(&self) -> Vec<Cookie> {
        let headers = self.headers.get_all(SET_COOKIE).iter();
        headers.filter_map(|header| Cookie::parse(header.to_str().ok()?)).collect()
    }

    /// Where it sends the browser on to.
    pub fn redirect(&self) -> Option<String> {
        (300..400).contains(&self.status).then(|| self.header("location").to_owned())
    }
}
