//! Keys of an organization as its Owners manage them, and a race that is tried on both databases.

use crate::organization::SECOND_OWNER;
use crate::probes::at_once;
use crate::server::Builder;
use crate::{Answer, Client, OWNER, Platform, Server};
use serde_json::{Value, json};

/// The most keys that live in an organization at a time.
pub const MOST: usize = 20;

impl Client {
    /// The keys of the organization.
    pub async fn keys(&self) -> Vec<Value> {
        let page = self.ask("/api/organization/keys").await.expect(200).json();
        page["keys"].as_array().unwrap_or_else(|| panic!("no keys: {page}")).clone()
    }

    /// Makes a key that may do what those words say.
    pub async fn create_key(&self, name: &str, scopes: &[&str], password: &str) -> Answer {
        let mut form = json!({ "name": name, "password": password });
        for scope in scopes {
            form[*scope] = json!(true);
        }
        self.call("/api/organization/keys/create", form).await
    }

    /// Replaces a key.
    pub async fn rotate_key(&self, key: &str, overlap: &str, password: &str) -> Answer {
        self.call("/api/organization/keys/rotate", json!({ "key": key, "overlap": overlap, "password": password }))
            .await
    }

    /// Makes a key worthless.
    pub async fn revoke_key(&self, key: &str) -> Answer {
        self.call("/api/organization/keys/revoke", json!({ "key": key })).await
    }
}

/// The new key that came with an answer, and the id of the newest one on the page.
pub fn made(answer: Answer) -> (String, String) {
    let changed = answer.expect(200).json();
    let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("no new key: {changed}")).to_owned();
    (text(&changed["token"]), text(&changed["now"]["keys"][0]["id"]))
}

/// A program of [`OWNER`]'s organization, with a key of those scopes.
pub async fn program(server: &Server, scopes: &[&str]) -> Platform {
    let owner = server.client_of(&OWNER).await;
    let (token, _) = made(owner.create_key("Web shop", scopes, OWNER.password).await);
    Platform::with_key(server, &token)
}

/// Two Owners make a key at the same moment where there is room for one, `rounds` times: one of them gets it.
pub async fn two_owners_make_the_last_key(builder: Builder, rounds: usize) {
    let server = builder.set("PERFIL_WORKER", "none").with(SECOND_OWNER).start().await;
    let owners = [(server.client_of(&OWNER).await, OWNER), (server.client_of(&SECOND_OWNER).await, SECOND_OWNER)];
    for number in 1..MOST {
        server
            .database
            .execute(&format!(
                "INSERT INTO api_keys (id, name, token_hash, scopes, organization_id, created_at) \
                 SELECT 'key-{number}', 'Filler', 'hash-{number}', 'events', id, 1 FROM organizations \
                 WHERE external_id = '{}'",
                OWNER.organization
            ))
            .await;
    }
    for round in 0..rounds {
        let answers = at_once(2, |index| {
            let (owner, person) = owners[index].clone();
            async move { owner.create_key("Race", &["events"], person.password).await }
        })
        .await;
        let late = answers.iter().find(|answer| answer.status != 200).expect("one comes late").clone();
        late.expect_error(409, "too-many");
        assert_eq!(server.database.count("api_keys").await, MOST as i64, "round {round}");
        server
            .database
            .execute("DELETE FROM api_keys WHERE name = 'Race'; DELETE FROM buckets; DELETE FROM failures")
            .await;
    }
}
