//! What the platform tells of organizations and people, and races that are tried on both databases.

use crate::probes::at_once;
use crate::server::Builder;
use crate::{Answer, OWNER, Platform, Server};
use reqwest::Method;
use serde_json::{Value, json};

/// The address of somebody who is created by the platform.
pub const ADA: &str = "ada.arden@example.test";

/// What the platform tells of that person.
pub fn ada() -> Value {
    person(ADA, "Ada Arden")
}

/// What the platform tells of a member.
pub fn person(email: &str, name: &str) -> Value {
    json!({ "email": email, "display_name": name, "role": "member" })
}

/// `told` with another value.
pub fn with(mut told: Value, field: &str, value: impl Into<Value>) -> Value {
    told[field] = value.into();
    told
}

impl Platform {
    /// One that creates organizations and people.
    pub fn provisioning(server: &Server) -> Self {
        Self::with_scope(server, "provisioning")
    }

    /// Tells of an organization.
    pub async fn tell_organization(&self, organization: &str, told: &Value) -> Answer {
        self.request(Method::PUT, &format!("/api/v1/organizations/{organization}")).json(told).send().await
    }

    /// Tells of a person of the organization `harbour`.
    pub async fn tell_person(&self, user: &str, told: &Value) -> Answer {
        self.tell_person_of(OWNER.organization, user, told).await
    }

    /// Tells of a person of any organization.
    pub async fn tell_person_of(&self, organization: &str, user: &str, told: &Value) -> Answer {
        self.request(Method::PUT, &user_path(organization, user)).json(told).send().await
    }

    /// Asks for the invitation of a person of `harbour` to be sent again.
    pub async fn invite(&self, user: &str) -> Answer {
        self.post(&format!("{}/invitation", user_path(OWNER.organization, user))).send().await
    }

    /// Asks how a person of `harbour` wants to be told.
    pub async fn preferences(&self, user: &str) -> Answer {
        let path = format!("{}/preferences", user_path(OWNER.organization, user));
        self.request(Method::GET, &path).send().await
    }
}

/// Where a person is told of.
pub fn user_path(organization: &str, user: &str) -> String {
    format!("/api/v1/organizations/{organization}/users/{user}")
}

impl Answer {
    /// The word that a refusal of the platform's calls bears.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// Panics unless it is this refusal.
    #[track_caller]
    pub fn expect_code(self, status: u16, code: &str) -> Self {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.body);
        assert_eq!((self.status, self.code().as_str()), (status, code), "{}", self.body);
        self
    }
}

/// SECURITY.md 67: whoever of two Owners is demoted first, the other one stays.
pub async fn two_owners_demoted_at_once_leave_one(builder: Builder) {
    let server = builder.start().await;
    let platform = Platform::provisioning(&server);
    let names = [server.database.external_id(OWNER.email).await, "second".to_owned()];
    let people = [person(OWNER.email, OWNER.name), with(ada(), "role", "owner")];
    platform.tell_person(&names[1], &people[1]).await.expect(201);
    for round in 0..10 {
        let answers = at_once(2, |index| {
            let (platform, name) = (platform.clone(), names[index].clone());
            let told = with(people[index].clone(), "role", "member");
            async move { platform.tell_person(&name, &told).await }
        })
        .await;
        let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409], "round {round}: {answers:?}");
        let refused = answers.into_iter().find(|answer| answer.status == 409).expect("a refusal");
        refused.expect_code(409, "last-owner");
        for (name, told) in names.iter().zip(&people) {
            platform.tell_person(name, &with(told.clone(), "role", "owner")).await.expect(200);
        }
    }
}

/// Eight at once: one creates, all answer alike, and one invitation goes out.
pub async fn a_person_told_at_once_is_created_once(builder: Builder) {
    let server = builder.start().await;
    let platform = Platform::provisioning(&server);
    let organizations = at_once(8, |_| {
        let platform = platform.clone();
        let told = json!({ "name": "Northwind", "currency": "EUR" });
        async move { platform.tell_organization("northwind", &told).await }
    });
    assert_eq!(created(&organizations.await), 1);
    let people = at_once(8, |_| {
        let platform = platform.clone();
        async move { platform.tell_person_of("northwind", "ada", &ada()).await }
    });
    assert_eq!(created(&people.await), 1);
    assert_eq!(server.database.messages("invitation").await.len(), 1);
}

fn created(answers: &[Answer]) -> usize {
    assert!(answers.iter().all(|answer| matches!(answer.status, 200 | 201)), "{answers:?}");
    assert!(answers.iter().all(|answer| answer.body == answers[0].body), "{answers:?}");
    answers.iter().filter(|answer| answer.status == 201).count()
}
