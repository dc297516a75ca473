//! A gateway that the operator describes: which request it wants, and how it says that it took the message.

mod template;

use super::exchange::{TIMEOUT, answer, client, name, patient, unanswered};
use super::{SmsMessage, SmsSender};
use crate::config::{ConfigError, bare_host, is_loopback};
use crate::receipts::HTTP_PATH;
use crate::{Accepted, SendFailure};
use async_trait::async_trait;
use perfil_models::Secret;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Method, Response, StatusCode, Url};
use std::ops::RangeInclusive;
use std::time::Duration;
use template::{Field, Template, Values, Writing};

/// How `sms_url` begins for such a gateway.
pub const HTTP_SCHEME: &str = "http-template:";

const URL: &str = "sms_url";
const METHOD: &str = "sms_http_method";
const HEADERS: &str = "sms_http_headers";
const TYPE: &str = "sms_http_type";
const BODY: &str = "sms_http_body";
const OK: &str = "sms_http_ok";
const ID: &str = "sms_http_id";

/// How much of an answer is read, in bytes.
const ANSWER_LIMIT: usize = 65_536;

/// Values with everything in them that can go wrong, to try a template with.
const SAMPLE: Values<'_> =
    Values { to: "+15555550100", text: "\"\\\n&<é", id: "sample", receipt_url: "https://example.com/?id=1&proof=2" };

/// A gateway as the operator describes it. `None` is the default; `Debug` shows no secrets.
#[derive(Clone, Debug, Default)]
pub struct HttpSettings {
    /// `http-template:` and the address, with or without fields in path and query.
    pub url: Secret,
    /// `GET`, `POST` or `PUT`; by default `POST` with a body and `GET` without.
    pub method: Option<String>,
    /// Lines of `Name: value`; a value may hold `{id}`.
    pub headers: Option<Secret>,
    /// The media type of the body; by default `application/json`.
    pub media_type: Option<String>,
    /// The body, with fields.
    pub body: Option<Secret>,
    /// Statuses that say yes, as `200-299,304`; by default 200 to 299.
    pub ok: Option<String>,
    /// Where the answer holds the gateway's id (RFC 6901), if it does.
    pub id: Option<String>,
}

/// Sends through a gateway that the operator describes.
pub struct HttpSender {
    client: Client,
    url: Template,
    method: Method,
    headers: Vec<(HeaderName, Template)>,
    body: Option<Body>,
    ok: Vec<RangeInclusive<u16>>,
    id: Option<String>,
}

struct Body {
    media_type: HeaderValue,
    writing: Writing,
    template: Template,
}

impl HttpSender {
    /// From the settings, which are tried out first. Panics when the process has no default provider of cryptography for
    /// rustls.
    pub fn new(settings: &HttpSettings) -> Result<Self, ConfigError> {
        Self::with_timeout(settings, TIMEOUT)
    }

    /// [`HttpSender::new`], but a request may take this long.
    pub fn with_timeout(settings: &HttpSettings, timeout: Duration) -> Result<Self, ConfigError> {
        let url = url(settings.url.reveal())?;
        let body =
            settings.body.as_ref().map(|text| body(text.reveal(), settings.media_type.as_deref())).transpose()?;
        if body.is_none() && settings.media_type.is_some() {
            return Err(wrong(TYPE, "it says what the body is, and there is none; set sms_http_body too"));
        }
        let fields: Vec<Field> = url.fields().chain(body.iter().flat_map(|body| body.template.fields())).collect();
        let has = |these: &[Field]| these.iter().any(|field| fields.contains(field));
        if !has(&[Field::To, Field::ToDigits]) || !has(&[Field::Text]) {
            return Err(wrong(BODY, "neither it nor the address says where {to} and {text} go"));
        }
        Ok(Self {
            client: client(timeout)?,
            method: method(settings.method.as_deref(), body.is_some())?,
            headers: settings.headers.as_ref().map_or(Ok(Vec::new()), |lines| headers(lines.reveal()))?,
            ok: settings.ok.as_deref().map_or(Ok(vec![200..=299]), statuses)?,
            id: settings.id.as_deref().map(pointer).transpose()?,
            url,
            body,
        })
    }
}

fn wrong(key: &'static str, why: impl Into<String>) -> ConfigError {
    ConfigError::Setting { key, why: why.into() }
}

fn url(text: &str) -> Result<Template, ConfigError> {
    const SHAPE: &str = "write it as http-template:https://sms.example.com/send";
    let address = text.strip_prefix(HTTP_SCHEME).ok_or_else(|| wrong(URL, SHAPE))?;
    let template = Template::parse(URL, address)?;
    let parsed = Url::parse(&template.fill(&SAMPLE, Writing::Urlencoded)).map_err(|_| wrong(URL, SHAPE))?;
    let host = bare_host(&parsed).ok_or_else(|| wrong(URL, SHAPE))?;
    match parsed.scheme() {
        "https" => {}
        "http" if is_loopback(&host) => {}
        "http" => {
            return Err(wrong(URL, "codes would cross the network in clear; use https (http is for this machine)"));
        }
        _ => return Err(wrong(URL, SHAPE)),
    }
    let fixed = address.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?']).next().unwrap_or_default());
    if Template::parse(URL, fixed)?.fields().next().is_some() {
        return Err(wrong(URL, "a message cannot say which host it goes to; put fields into path and query only"));
    }
    Ok(template)
}

fn body(text: &str, media_type: Option<&str>) -> Result<Body, ConfigError> {
    let media_type = media_type.unwrap_or("application/json");
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let writing = match essence.as_str() {
        "application/x-www-form-urlencoded" => Writing::Urlencoded,
        "text/plain" => Writing::Plain,
        json if json == "application/json" || json.ends_with("+json") => Writing::Json,
        xml if matches!(xml, "application/xml" | "text/xml") || xml.ends_with("+xml") => Writing::Xml,
        _ => return Err(wrong(TYPE, "use JSON, XML, application/x-www-form-urlencoded or text/plain")),
    };
    let template = Template::parse(BODY, text.trim_end())?;
    let sample = template.fill(&SAMPLE, writing);
    if writing == Writing::Json && serde_json::from_str::<serde_json::Value>(&sample).is_err() {
        return Err(wrong(BODY, "it is not JSON once it is filled in; put each field between quotes: \"{text}\""));
    }
    let media_type = HeaderValue::from_str(media_type).map_err(|_| wrong(TYPE, "it is not a media type"))?;
    Ok(Body { media_type, writing, template })
}

fn method(text: Option<&str>, has_body: bool) -> Result<Method, ConfigError> {
    match (text, has_body) {
        (None | Some("POST"), true) => Ok(Method::POST),
        (None | Some("GET"), false) => Ok(Method::GET),
        (Some("PUT"), true) => Ok(Method::PUT),
        (Some("GET"), true) => Err(wrong(METHOD, "GET has no body; use POST, or put the fields into the address")),
        (Some("POST" | "PUT"), false) => {
            Err(wrong(METHOD, "it sends a body, and there is none; set sms_http_body too"))
        }
        _ => Err(wrong(METHOD, "use GET, POST or PUT")),
    }
}

fn headers(lines: &str) -> Result<Vec<(HeaderName, Template)>, ConfigError> {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate();
    lines.map(|(index, line)| header(index + 1, line)).collect()
}

/// What is refused is not repeated: it may be a secret.
fn header(number: usize, line: &str) -> Result<(HeaderName, Template), ConfigError> {
    let refuse = || wrong(HEADERS, format!("line {number} is not a header; write one a line, as Name: value"));
    let (name, value) = line.split_once(':').ok_or_else(refuse)?;
    let name: HeaderName = name.trim().parse().map_err(|_| refuse())?;
    let template = Template::parse(HEADERS, value.trim())?;
    if template.fields().any(|field| field != Field::Id) {
        return Err(wrong(
            HEADERS,
            format!("line {number} has another field than {{id}}; texts and numbers go elsewhere"),
        ));
    }
    HeaderValue::from_str(&template.fill(&SAMPLE, Writing::Plain)).map_err(|_| refuse())?;
    Ok((name, template))
}

fn statuses(text: &str) -> Result<Vec<RangeInclusive<u16>>, ConfigError> {
    let range = |item: &str| {
        let (first, last) = item.split_once('-').unwrap_or((item, item));
        let status = |text: &str| text.trim().parse::<u16>().ok().filter(|status| (200..400).contains(status));
        Some(status(first)?..=status(last)?).filter(|range| !range.is_empty())
    };
    let ranges: Option<Vec<_>> = text.split(',').map(range).collect();
    ranges
        .ok_or_else(|| wrong(OK, format!("{text:?} is no list of statuses from 200 to 399; write for example 200-299")))
}

fn pointer(text: &str) -> Result<String, ConfigError> {
    let why = || wrong(ID, format!("{text:?} is no JSON pointer (RFC 6901); write for example /messages/0/id"));
    text.starts_with('/').then(|| text.to_owned()).ok_or_else(why)
}

#[async_trait]
impl SmsSender for HttpSender {
    async fn send(&self, sms: &SmsMessage) -> Result<Accepted, SendFailure> {
        let receipt_url = sms.receipt_url.at(HTTP_PATH);
        let values = Values { to: sms.to.as_str(), text: &sms.text, id: &sms.id, receipt_url: &receipt_url };
        let unwritable = |_| SendFailure::dead("the request cannot be written");
        let url = Url::parse(&self.url.fill(&values, Writing::Urlencoded)).map_err(unwritable)?;
        let mut request = self.client.request(self.method.clone(), url).headers(self.headers_for(&values)?);
        if let Some(body) = &self.body {
            let text = body.template.fill(&values, body.writing);
            request = request.header(CONTENT_TYPE, body.media_type.clone()).body(text);
        }
        let mut response = request.send().await.map_err(|error| unanswered(&error))?;
        if self.ok.iter().any(|range| range.contains(&response.status().as_u16())) {
            return self.taken(&answer(&mut response, ANSWER_LIMIT).await);
        }
        Err(refused(&response))
    }
}

impl HttpSender {
    fn headers_for(&self, values: &Values<'_>) -> Result<HeaderMap, SendFailure> {
        let mut headers = HeaderMap::new();
        for (name, template) in &self.headers {
            let value = HeaderValue::from_str(&template.fill(values, Writing::Plain));
            let mut value = value.map_err(|_| SendFailure::dead("a header cannot be written"))?;
            value.set_sensitive(true);
            headers.append(name.clone(), value);
        }
        Ok(headers)
    }

    /// A yes without the id that should be in it may be a no in a body of status 200.
    fn taken(&self, answer: &[u8]) -> Result<Accepted, SendFailure> {
        let Some(pointer) = &self.id else { return Ok(Accepted::default()) };
        let answer: serde_json::Value = serde_json::from_slice(answer).unwrap_or_default();
        let id = match answer.pointer(pointer) {
            Some(serde_json::Value::String(id)) => name(id),
            Some(serde_json::Value::Number(id)) => name(&id.to_string()),
            _ => None,
        };
        let no_id = || SendFailure::unknown("the gateway's answer holds no id where sms_http_id points");
        Ok(Accepted { provider_id: Some(id.ok_or_else(no_id)?) })
    }
}

fn refused(response: &Response) -> SendFailure {
    let status = response.status();
    let reason = format!("the gateway answered {}", status.as_u16());
    match status {
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => patient(reason, response),
        status if status.is_server_error() => patient(reason, response),
        status if status.is_success() => SendFailure::unknown(format!("{reason}, which sms_http_ok does not list")),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => operator(reason),
        status if status.is_client_error() => SendFailure::dead(reason),
        _ => operator(reason),
    }
}

fn operator(reason: String) -> SendFailure {
    tracing::error!(reason, "the SMS gateway refuses us: check sms_url and sms_http_headers");
    SendFailure::later(reason)
}

#[cfg(test)]
mod tests;
