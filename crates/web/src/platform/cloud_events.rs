//! CloudEvents 1.0 over HTTP: one event as JSON, one in a body with headers, or a batch.

use super::{bad_request, bounded, content_type};
use crate::guard::BODY_LIMIT;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use perfil_accounts::{EventRefusal, PlatformEvent};
use perfil_i18n::instant;
use serde_json::{Map, Value};

/// The most bytes of a batch.
const BATCH_LIMIT: usize = 1024 * 1024;
/// The most events of a batch.
const MOST_EVENTS: usize = 100;

/// An event as it came: its names, as far as it has any, and what it is, if it has the shape of one.
pub struct Received {
    /// `id`, empty if there is none.
    pub id: String,
    /// `source`, likewise.
    pub source: String,
    /// The event.
    pub event: Result<PlatformEvent, EventRefusal>,
}

/// What a request brought.
pub enum Delivery {
    /// One event, in either mode.
    One(Received),
    /// Up to a hundred.
    Batch(Vec<Received>),
}

/// Reads a request; else the answer.
pub async fn read(headers: &HeaderMap, body: Body) -> Result<Delivery, Response> {
    match content_type(headers) {
        "application/cloudevents+json" => {
            let event = parsed(&bounded(body, BODY_LIMIT).await?).ok_or_else(unreadable)?;
            Ok(Delivery::One(structured(event)))
        }
        "application/cloudevents-batch+json" => {
            let Some(Value::Array(events)) = parsed(&bounded(body, BATCH_LIMIT).await?) else {
                return Err(unreadable());
            };
            if events.len() > MOST_EVENTS {
                return Err(bad_request(StatusCode::PAYLOAD_TOO_LARGE));
            }
            Ok(Delivery::Batch(events.into_iter().map(structured).collect()))
        }
        "application/json" if headers.contains_key("ce-specversion") => {
            let data = parsed(&bounded(body, BODY_LIMIT).await?).ok_or_else(unreadable)?;
            Ok(Delivery::One(binary(headers, data)))
        }
        _ => Err(bad_request(StatusCode::UNSUPPORTED_MEDIA_TYPE)),
    }
}

fn parsed(json: &[u8]) -> Option<Value> {
    serde_json::from_slice(json).ok()
}

fn unreadable() -> Response {
    bad_request(StatusCode::UNPROCESSABLE_ENTITY)
}

fn structured(event: Value) -> Received {
    let Value::Object(event) = event else {
        let event = Err(EventRefusal::Invalid("an event is a JSON object".to_owned()));
        return Received { id: String::new(), source: String::new(), event };
    };
    let text = |name: &str| event.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Received { id: text("id"), source: text("source"), event: understood(event) }
}

/// Attributes travel as `ce-` headers, their text percent-encoded where it is not ASCII.
fn binary(headers: &HeaderMap, data: Value) -> Received {
    let mut event = Map::new();
    for name in ["specversion", "id", "source", "type", "time"] {
        let value = headers.get(format!("ce-{name}")).and_then(|value| value.to_str().ok());
        if let Some(value) = value {
            event.insert(name.to_owned(), Value::String(decoded(value)));
        }
    }
    event.insert("data".to_owned(), data);
    structured(Value::Object(event))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let byte = match after {
            [high, low, ..] if *first == b'%' => {
                let pair = [*high, *low];
                std::str::from_utf8(&pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok())
            }
            _ => None,
        };
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Attributes that Perfil does not know are allowed, as the specification wants.
fn understood(mut event: Map<String, Value>) -> Result<PlatformEvent, EventRefusal> {
    let invalid = |detail: &str| EventRefusal::Invalid(detail.to_owned());
    if event.get("specversion").and_then(Value::as_str) != Some("1.0") {
        return Err(invalid("specversion: \"1.0\" is wanted"));
    }
    let mut text = |name: &str| match event.remove(name) {
        Some(Value::String(text)) => Ok(text),
        _ => Err(EventRefusal::Invalid(format!("{name}: a text is wanted"))),
    };
    let (id, source, kind) = (text("id")?, text("source")?, text("type")?);
    let at = match event.remove("time") {
        None => None,
        Some(time) => {
            let time = time.as_str().and_then(instant);
            Some(time.ok_or_else(|| invalid("time: a moment as in RFC 3339 is wanted"))?)
        }
    };
    let data = event.remove("data").ok_or_else(|| invalid("data: it is missing"))?;
    Ok(PlatformEvent { source, id, kind, at, data })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn headers_are_decoded() {
        assert_eq!(decoded("%2Fshop%20%C3%A4"), "/shop ä");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%zz%4"), "%zz%4");
    }

    #[test]
    fn what_is_missing_is_named() {
        let whole = json!({ "specversion": "1.0", "id": "1", "source": "/shop", "type": "credit.balance", "data": {} });
        assert!(structured(whole.clone()).event.is_ok());
        for name in ["specversion", "id", "source", "type", "data"] {
            let mut event = whole.clone();
            event.as_object_mut().unwrap().remove(name);
            let Err(EventRefusal::Invalid(detail)) = structured(event).event else { panic!("{name}") };
            assert!(detail.starts_with(name), "{detail}");
        }
        let mut event = whole;
        event["time"] = json!("yesterday");
        assert!(structured(event).event.is_err());
    }
}
