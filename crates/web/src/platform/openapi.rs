//! The interface's description as OpenAPI 3.1, put together from the types that requests are read into.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use perfil_accounts::{event_schemas, provisioning_schemas};
use serde_json::{Map, Value, json};

/// One thing that the platform may do.
pub(super) struct Operation {
    pub method: &'static str,
    pub path: &'static str,
    /// The scope that the key needs.
    pub scope: &'static str,
    pub summary: &'static str,
    pub about: &'static str,
    /// What it is answered by, when all is well: status and meaning.
    pub answers: &'static [(u16, &'static str)],
    /// The refusals of its own, beside those of every operation.
    pub refusals: &'static [(u16, &'static str)],
}

const KEY: &str =
    "Made by perfil api-key create, or for one organization by its Owner, under API keys in Organization Settings.";
const PERSON: &str = "/api/v1/organizations/{organization}/users/{user}";

/// Everything below `/api/v1` that takes a key.
pub(super) const OPERATIONS: [Operation; 6] = [
    Operation {
        method: "post",
        path: "/api/v1/events",
        scope: "events",
        summary: "Tell what happened",
        about: "One CloudEvents 1.0 event, structured or binary (64 KiB), or a batch of a hundred (1 MiB). The same source and id \
                again is answered as the first time and changes nothing.",
        answers: &[(200, "`outcome` is `applied` or `late`; a batch is answered event by event")],
        refusals: &[
            (409, "`conflict`: another event of that source and id came before"),
            (422, "`invalid-event`, `unknown-type`, `unknown-organization`, `unknown-user`, `wrong-currency`"),
        ],
    },
    Operation {
        method: "put",
        path: "/api/v1/organizations/{organization}",
        scope: "provisioning",
        summary: "Create an organization, or tell what is new about it",
        about: "The same again changes nothing.",
        answers: &[(200, "it was there"), (201, "it is new")],
        refusals: &[(409, "`currency-in-use`"), (422, "`invalid`, with `field` and `detail`")],
    },
    Operation {
        method: "put",
        path: PERSON,
        scope: "provisioning",
        summary: "Create a person, or tell what is new about them",
        about: "A new person gets an invitation by mail. What the person changed since stays, unless it is told differently.",
        answers: &[(200, "the person was there"), (201, "the person is new")],
        refusals: &[
            (404, "`unknown-organization`"),
            (409, "`email-taken`, `phone-taken`, `last-owner`"),
            (422, "`invalid`, with `field` and `detail`"),
        ],
    },
    Operation {
        method: "post",
        path: "/api/v1/organizations/{organization}/users/{user}/invitation",
        scope: "provisioning",
        summary: "Send the invitation again",
        about: "The link of before no longer works.",
        answers: &[(204, "it is on its way")],
        refusals: &[(404, "`unknown-organization`, `unknown-user`"), (409, "`has-password`, `deactivated`")],
    },
    Operation {
        method: "get",
        path: "/api/v1/organizations/{organization}/users/{user}/preferences",
        scope: "preferences",
        summary: "Ask how a person wants to be told",
        about: "For a platform that delivers by itself.",
        answers: &[(200, "channels by topic, the minimum balance, quiet hours, language, country and time zone")],
        refusals: &[(404, "`unknown-organization`, `unknown-user`")],
    },
    Operation {
        method: "post",
        path: "/api/v1/sessions/introspect",
        scope: "sessions",
        summary: "Ask whose a session is",
        about: "After RFC 7662: a token that opens nothing is answered by `{\"active\": false}`.",
        answers: &[(200, "who is signed in, in the platform's own names")],
        refusals: &[(422, "`bad-request`")],
    },
];

/// Refusals that every operation can give.
pub(super) const REFUSALS: [(u16, &str); 7] = [
    (401, "`signed-out`: no living key"),
    (403, "`forbidden`: the key lacks the scope"),
    (408, "`bad-request`: the body stalls"),
    (413, "`bad-request`: the body is too long"),
    (415, "`bad-request`: the body is of another type"),
    (429, "`too-many`: `Retry-After` says for how long"),
    (503, "`unavailable`: nothing was changed; `Retry-After` says for how long"),
];

/// The handler.
pub(super) async fn document() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], described().to_string()).into_response()
}

fn described() -> Value {
    let mut paths = Map::new();
    for operation in &OPERATIONS {
        paths.entry(operation.path).or_insert_with(|| json!({}))[operation.method] = of_operation(operation);
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Perfil for platforms", "version": env!("CARGO_PKG_VERSION") },
        "servers": [{ "url": "/" }],
        "security": [{ "key": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer", "description": KEY } },
            "schemas": schemas(),
        },
    })
}

fn of_operation(operation: &Operation) -> Value {
    let mut responses = Map::new();
    for (status, meaning) in operation.answers {
        responses.insert(status.to_string(), json!({ "description": meaning }));
    }
    for (status, meaning) in operation.refusals.iter().chain(&REFUSALS) {
        let content = json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } });
        responses.insert(status.to_string(), json!({ "description": meaning, "content": content }));
    }
    let mut described = json!({
        "summary": operation.summary,
        "description": operation.about,
        "security": [{ "key": [operation.scope] }],
        "parameters": parameters(operation.path),
        "responses": responses,
    });
    if let Some(content) = content(operation.path) {
        described["requestBody"] = json!({ "required": true, "content": content });
    }
    described
}

fn parameters(path: &str) -> Vec<Value> {
    let names = path.split(['{', '}']).skip(1).step_by(2);
    let parameter = |name| {
        let about = format!("The platform's own name for the {name}.");
        json!({ "name": name, "in": "path", "required": true, "description": about, "schema": { "type": "string" } })
    };
    names.map(parameter).collect()
}

fn content(path: &str) -> Option<Value> {
    let named = |name: &str| json!({ "schema": { "$ref": format!("#/components/schemas/{name}") } });
    match path {
        "/api/v1/events" => Some(json!({
            "application/cloudevents+json": named("Event"),
            "application/cloudevents-batch+json": {
                "schema": { "type": "array", "maxItems": 100, "items": { "$ref": "#/components/schemas/Event" } },
            },
        })),
        "/api/v1/organizations/{organization}" => Some(json!({ "application/json": named("Organization") })),
        PERSON => Some(json!({ "application/json": named("Person") })),
        "/api/v1/sessions/introspect" => Some(json!({ "application/json": named("Token") })),
        _ => None,
    }
}

fn schemas() -> Value {
    let [organization, person] = provisioning_schemas();
    let events: Vec<Value> = event_schemas().into_iter().map(event).collect();
    json!({
        "Event": { "oneOf": events },
        "Organization": organization,
        "Person": person,
        "Token": {
            "type": "object",
            "required": ["token"],
            "additionalProperties": false,
            "properties": { "token": { "type": "string" } },
        },
        "Problem": {
            "type": "object",
            "description": "RFC 9457.",
            "required": ["status", "code"],
            "properties": {
                "status": { "type": "integer" },
                "title": { "type": "string" },
                "code": { "type": "string", "description": "The word to go by." },
                "detail": { "type": "string" },
                "field": { "type": "string" },
                "known": { "type": "array", "items": { "type": "string" } },
            },
        },
    })
}

/// A CloudEvents envelope around the `data` of one type.
fn event((kind, data): (&'static str, Value)) -> Value {
    let text = json!({ "type": "string", "minLength": 1, "maxLength": 200 });
    json!({
        "type": "object",
        "title": kind,
        "required": ["specversion", "id", "source", "type", "data"],
        "properties": {
            "specversion": { "const": "1.0" },
            "id": text,
            "source": text,
            "type": { "const": kind },
            "time": { "type": "string", "format": "date-time" },
            "data": data,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_leads_somewhere() {
        let document = described();
        let text = document.to_string();
        for reference in text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(document.pointer(reference).is_some(), "{reference}");
        }
        assert_eq!(document["paths"].as_object().map(Map::len), Some(OPERATIONS.len()));
    }

    #[test]
    fn the_shape_of_an_event_is_that_of_its_type() {
        let document = described();
        let events = document["components"]["schemas"]["Event"]["oneOf"].as_array().unwrap();
        let credit = events.iter().find(|event| event["title"] == "credit.balance").unwrap();
        let data = &credit["properties"]["data"];
        assert_eq!(data["required"], json!(["organization", "balance", "currency", "seq"]));
        assert_eq!(data["additionalProperties"], false);
        assert_eq!(data["properties"]["balance"]["maximum"], 1_000_000_000_000_000_i64);
    }
}
