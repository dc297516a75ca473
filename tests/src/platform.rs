//! The platform around Perfil, as the server sees it: a program with an API key, without cookies or a browser's headers.

use crate::client::Call;
use crate::{Answer, Client, Server};
use reqwest::Method;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

/// Where events go.
pub const EVENTS: &str = "/api/v1/events";

/// Who tells, in every event that names nobody else.
pub const SOURCE: &str = "https://platform.example.test/billing";

const ONE: &str = "application/cloudevents+json";
const BATCH: &str = "application/cloudevents-batch+json";

/// A platform with a key.
#[derive(Clone)]
pub struct Platform {
    client: Client,
    /// Its API key.
    pub key: String,
}

impl Platform {
    /// One that may tell events.
    pub fn of(server: &Server) -> Self {
        Self::with_scope(server, "events")
    }

    /// One whose key has that scope.
    pub fn with_scope(server: &Server, scope: &str) -> Self {
        Self::with_key(server, &new_key(server, scope))
    }

    /// One with that key, whether it opens anything or not.
    pub fn with_key(server: &Server, key: &str) -> Self {
        Self { client: server.client(), key: key.to_owned() }
    }

    /// The same, but it asks the server at `url`.
    pub fn at(self, url: &str) -> Self {
        Self { client: Client::new(url, self.client.origin()), ..self }
    }

    /// Tells an event under an id of its own.
    pub async fn tell(&self, kind: &str, data: Value) -> Answer {
        self.send(&self.event(kind, data)).await
    }

    /// Tells an event under that id.
    pub async fn tell_as(&self, id: &str, kind: &str, data: Value) -> Answer {
        self.send(&event(id, kind, data)).await
    }

    /// Tells several at once.
    pub async fn tell_batch(&self, events: &[Value]) -> Answer {
        self.batch(events).send().await
    }

    /// Tells an event as it is.
    pub async fn send(&self, event: &Value) -> Answer {
        self.structured(event).send().await
    }

    /// An event in structured mode, to be sent.
    pub fn structured(&self, event: &Value) -> Call<'_> {
        self.post(EVENTS).header("content-type", ONE).body(event.to_string())
    }

    /// Several in batch mode, to be sent.
    pub fn batch(&self, events: &[Value]) -> Call<'_> {
        self.post(EVENTS).header("content-type", BATCH).body(json!(events).to_string())
    }

    /// An event in binary mode, to be sent: `data` is the body, the rest are headers.
    pub fn binary(&self, id: &str, kind: &str, data: &Value) -> Call<'_> {
        self.post(EVENTS)
            .header("ce-specversion", "1.0")
            .header("ce-id", id)
            .header("ce-source", SOURCE)
            .header("ce-type", kind)
            .json(data)
    }

    /// A post with the key, as a program makes it.
    pub fn post(&self, path: &str) -> Call<'_> {
        self.request(Method::POST, path)
    }

    /// A request with the key, as a program makes it.
    pub fn request(&self, method: Method, path: &str) -> Call<'_> {
        let call = self.client.request(method, path).without("origin");
        call.header("authorization", &format!("Bearer {}", self.key))
    }

    /// An event under an id of its own, in structured mode.
    pub fn event(&self, kind: &str, data: Value) -> Value {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        event(&format!("{kind}-{number}"), kind, data)
    }
}

/// An event under that id, in structured mode.
pub fn event(id: &str, kind: &str, data: Value) -> Value {
    json!({ "specversion": "1.0", "id": id, "source": SOURCE, "type": kind, "data": data })
}

/// The balance of an organization in cents, as the platform tells it.
pub fn balance(organization: &str, seq: i64, cents: i64) -> Value {
    json!({ "organization": organization, "balance": cents, "currency": "EUR", "seq": seq })
}

/// Makes a key of that scope on the command line.
pub fn new_key(server: &Server, scope: &str) -> String {
    run(server, &["api-key", "create", "--name", "Shop", "--scope", scope])
}

/// The id of the newest key in the operator's list.
pub fn newest_key(server: &Server) -> String {
    let list = run(server, &["api-key", "list"]);
    list.lines().nth(1).and_then(|line| line.split_whitespace().next()).expect("a key").to_owned()
}

/// What a command prints.
pub fn run(server: &Server, arguments: &[&str]) -> String {
    let output = server.command(arguments).output().expect("the program");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
