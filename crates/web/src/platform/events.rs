//! `POST /api/v1/events`: what the platform tells.

use super::cloud_events::{self, Delivery, Received};
use super::{answer, authorize, details, problem};
use crate::Shared;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use perfil_accounts::{EventRefusal, KNOWN_TYPES, Outcome, PlatformEvent, Reach, Scope};
use perfil_models::AccessError;
use serde_json::{Value, json};
use std::sync::Arc;

/// The names of an event, and what became of it.
struct Answered {
    id: String,
    source: String,
    outcome: Result<Outcome, EventRefusal>,
}

/// The handler.
pub async fn take(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body) -> Response {
    let reach = match authorize(&shared, &headers, Scope::Events).await {
        Ok(reach) => reach,
        Err(refusal) => return refusal,
    };
    let taken = match cloud_events::read(&headers, body).await {
        Ok(Delivery::One(event)) => take_all(&shared, &reach, vec![event]).await.map(|mut answers| one(answers.pop())),
        Ok(Delivery::Batch(events)) => take_all(&shared, &reach, events).await.map(batch),
        Err(refusal) => return refusal,
    };
    taken.unwrap_or_else(|error| problem(&error))
}

async fn take_all(shared: &Shared, reach: &Reach, events: Vec<Received>) -> Result<Vec<Answered>, AccessError> {
    let shaped: Vec<PlatformEvent> = events.iter().filter_map(|received| received.event.clone().ok()).collect();
    let outcomes = match shaped.is_empty() {
        true => Vec::new(),
        false => shared.accounts.take_events(reach, shaped).await?,
    };
    let mut outcomes = outcomes.into_iter();
    let answered = |Received { id, source, event }| {
        let outcome = event.and_then(|_| outcomes.next().unwrap_or(Err(EventRefusal::Conflict)));
        Answered { id, source, outcome }
    };
    Ok(events.into_iter().map(answered).collect())
}

fn one(answered: Option<Answered>) -> Response {
    let Some(Answered { id, source, outcome }) = answered else { return problem(&AccessError::Internal) };
    match outcome {
        Ok(outcome) => answer(StatusCode::OK, &json!({ "id": id, "source": source, "outcome": outcome.as_str() })),
        Err(refusal) => {
            let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            details(status, explained(&refusal))
        }
    }
}

fn batch(answers: Vec<Answered>) -> Response {
    let told: Vec<Value> = answers.into_iter().map(told).collect();
    answer(StatusCode::OK, &json!({ "events": told }))
}

fn told(Answered { id, source, outcome }: Answered) -> Value {
    let mut told = match &outcome {
        Ok(outcome) => json!({ "status": 200, "outcome": outcome.as_str() }),
        Err(refusal) => {
            let mut told = explained(refusal);
            told["status"] = json!(refusal.status());
            told
        }
    };
    told["id"] = json!(id);
    told["source"] = json!(source);
    told
}

fn explained(refusal: &EventRefusal) -> Value {
    let mut told = json!({ "code": refusal.code() });
    match refusal {
        EventRefusal::Invalid(detail) => told["detail"] = json!(detail),
        EventRefusal::UnknownType => told["known"] = json!(KNOWN_TYPES),
        _ => {}
    }
    told
}
