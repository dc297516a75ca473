//! The platform creates organizations and people, and tells what is new about them.

use super::{answer, authorize, details, json_body, problem};
use crate::Shared;
use axum::Router;
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{post, put};
use perfil_accounts::{OrganizationFacts, PersonFacts, ProvisioningError, Reach, Saved, Scope};
use perfil_accounts::{TellOrganization, TellPerson};
use perfil_models::AccessError;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// The names in a path; what is no text names nobody.
pub(super) type Names<T> = Result<Path<T>, PathRejection>;

/// The addresses.
pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/api/v1/organizations/{organization}", put(organization))
        .route("/api/v1/organizations/{organization}/users/{user}", put(person))
        .route("/api/v1/organizations/{organization}/users/{user}/invitation", post(invitation))
}

async fn organization(
    State(shared): State<Arc<Shared>>,
    names: Names<String>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let understood = understood::<_, TellOrganization>(&shared, names, &headers, body).await;
    let (reach, Path(organization), told) = match understood {
        Ok(understood) => understood,
        Err(refusal) => return refusal,
    };
    match shared.accounts.tell_organization(&reach, &organization, told).await {
        Ok(saved) => answer(status(&saved), &told_organization(&saved.facts)),
        Err(error) => denied(&error),
    }
}

async fn person(
    State(shared): State<Arc<Shared>>,
    names: Names<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let understood = understood::<_, TellPerson>(&shared, names, &headers, body).await;
    let (reach, Path((organization, user)), told) = match understood {
        Ok(understood) => understood,
        Err(refusal) => return refusal,
    };
    match shared.accounts.tell_person(&reach, &organization, &user, told).await {
        Ok(saved) => answer(status(&saved), &told_person(&saved.facts)),
        Err(error) => denied(&error),
    }
}

async fn invitation(State(shared): State<Arc<Shared>>, names: Names<(String, String)>, headers: HeaderMap) -> Response {
    let reach = match authorize(&shared, &headers, Scope::Provisioning).await {
        Ok(reach) => reach,
        Err(refusal) => return refusal,
    };
    let Ok(Path((organization, user))) = names else { return problem(&AccessError::NotFound) };
    match shared.accounts.invite_again(&reach, &organization, &user).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => denied(&error),
    }
}

/// How far the key reaches that allows a call, and the names and the body of the call.
async fn understood<N, T: for<'a> Deserialize<'a>>(
    shared: &Shared,
    names: Names<N>,
    headers: &HeaderMap,
    body: Body,
) -> Result<(Reach, Path<N>, T), Response> {
    let reach = authorize(shared, headers, Scope::Provisioning).await?;
    let names = names.map_err(|_| problem(&AccessError::NotFound))?;
    Ok((reach, names, json_body(headers, body).await?))
}

fn status<T>(saved: &Saved<T>) -> StatusCode {
    if saved.is_new { StatusCode::CREATED } else { StatusCode::OK }
}

fn told_organization(facts: &OrganizationFacts) -> Value {
    json!({
        "organization": facts.organization,
        "name": facts.name,
        "currency": facts.currency,
        "reserve": facts.reserve,
    })
}

fn told_person(facts: &PersonFacts) -> Value {
    json!({
        "user": facts.user,
        "organization": facts.organization,
        "email": facts.email,
        "display_name": facts.display_name,
        "role": facts.role,
        "language": facts.language,
        "country": facts.country,
        "time_zone": facts.time_zone,
        "phone": facts.phone,
        "disabled": facts.disabled,
        "has_password": facts.has_password,
    })
}

/// A refusal as the platform gets it.
pub(super) fn denied(error: &ProvisioningError) -> Response {
    let (status, code) = match error {
        ProvisioningError::Access(error) => return problem(error),
        ProvisioningError::UnknownOrganization => (StatusCode::NOT_FOUND, "unknown-organization"),
        ProvisioningError::UnknownUser => (StatusCode::NOT_FOUND, "unknown-user"),
        ProvisioningError::Invalid { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
        ProvisioningError::CurrencyInUse => (StatusCode::CONFLICT, "currency-in-use"),
        ProvisioningError::EmailTaken => (StatusCode::CONFLICT, "email-taken"),
        ProvisioningError::PhoneTaken => (StatusCode::CONFLICT, "phone-taken"),
        ProvisioningError::LastOwner => (StatusCode::CONFLICT, "last-owner"),
        ProvisioningError::HasPassword => (StatusCode::CONFLICT, "has-password"),
        ProvisioningError::Deactivated => (StatusCode::CONFLICT, "deactivated"),
    };
    details(
        status,
        match error {
            ProvisioningError::Invalid { field, detail } => json!({ "code": code, "field": field, "detail": detail }),
            _ => json!({ "code": code }),
        },
    )
}
