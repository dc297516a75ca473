//! The interface's own description: for programs at `/api/v1/openapi.json`, for people at `/api/v1`.

use perfil_tests::{Platform, Server};
use reqwest::Method;
use serde_json::{Value, json};

async fn document(server: &Server) -> Value {
    server.client().get("/api/v1/openapi.json").send().await.expect(200).json()
}

#[tokio::test]
async fn every_operation_that_is_described_is_there_and_takes_a_key_of_its_scope() {
    let server = Server::start().await;
    let document = document(&server).await;
    assert_eq!(document["openapi"], "3.1.0");
    for (path, operations) in document["paths"].as_object().expect("paths") {
        for (method, operation) in operations.as_object().expect("operations") {
            let real = path.replace("{organization}", "harbour").replace("{user}", "nobody");
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).expect("a method");
            Platform::with_key(&server, "perfil_none").request(method.clone(), &real).send().await.expect(401);
            let scope = operation["security"][0]["key"][0].as_str().expect("a scope");
            let other = if scope == "events" { "sessions" } else { "events" };
            Platform::with_scope(&server, other).request(method.clone(), &real).send().await.expect(403);
            let answer = Platform::with_scope(&server, scope).request(method, &real).send().await;
            let described = operation["responses"].as_object().expect("answers");
            assert!(described.contains_key(&answer.status.to_string()), "{path} {scope}: {}", answer.status);
        }
    }
}

#[tokio::test]
async fn events_are_described_as_they_are_read() {
    let server = Server::start().await;
    let document = document(&server).await;
    let known = Platform::of(&server).tell("credit.balanse", json!({})).await.expect(422).json();
    let events = document["components"]["schemas"]["Event"]["oneOf"].as_array().expect("events").clone();
    let described: Vec<&Value> = events.iter().map(|event| &event["properties"]["type"]["const"]).collect();
    assert_eq!(json!(described), known["known"]);
}

#[tokio::test]
async fn people_read_the_same() {
    let server = Server::start().await;
    let page = server.client().get("/api/v1").send().await.expect(200);
    assert!(page.header("content-type").starts_with("text/html"));
    for path in document(&server).await["paths"].as_object().expect("paths").keys() {
        assert!(page.body.contains(path.as_str()), "{path}");
    }
}
