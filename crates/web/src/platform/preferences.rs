//! How a person wants to be told, for a platform that tells them by itself.

use super::provisioning::{Names, denied};
use super::{answer, authorize, problem};
use crate::Shared;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use perfil_accounts::{Preferences, Quiet, Scope};
use perfil_models::region::UTC;
use perfil_models::{AccessError, Channels};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// The address.
pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/api/v1/organizations/{organization}/users/{user}/preferences", get(preferences))
}

async fn preferences(
    State(shared): State<Arc<Shared>>,
    names: Names<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let reach = match authorize(&shared, &headers, Scope::Preferences).await {
        Ok(reach) => reach,
        Err(refusal) => return refusal,
    };
    let Ok(Path((organization, user))) = names else { return problem(&AccessError::NotFound) };
    match shared.accounts.preferences(&reach, &organization, &user).await {
        Ok(preferences) => answer(StatusCode::OK, &told(&preferences)),
        Err(error) => denied(&error),
    }
}

fn told(preferences: &Preferences) -> Value {
    let Preferences { person, topics, minimum, currency, quiet } = preferences;
    let channels = |channels: Channels| json!({ "email": channels.email, "sms": channels.sms });
    let topics: Map<String, Value> =
        topics.iter().map(|(topic, chosen)| (topic.as_str().to_owned(), channels(*chosen))).collect();
    json!({
        "user": person.user,
        "organization": person.organization,
        "topics": topics,
        "minimum": minimum.map(|minor| json!({ "minor": minor, "currency": currency })),
        "quiet_hours": quiet_hours(quiet),
        "email": person.email,
        "phone": person.phone,
        "phone_verified": person.phone.is_some(),
        "language": person.language,
        "country": person.country,
        "time_zone": person.time_zone,
        "disabled": person.disabled,
    })
}

fn quiet_hours(quiet: &Quiet) -> Option<Value> {
    let [from, until] = quiet.hours?.typed();
    let time_zone = quiet.time_zone.as_deref().unwrap_or(UTC);
    Some(json!({ "from": from, "until": until, "time_zone": time_zone }))
}
