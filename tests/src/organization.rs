//! *Organization Settings* as its members use it, and races that are tried on both databases.

use crate::probes::at_once;
use crate::server::Builder;
use crate::{Answer, Client, Database, OWNER, Person, Server};
use perfil_models::Role;
use serde_json::{Value, json};

/// Another Owner of the same organization.
pub const SECOND_OWNER: Person = Person {
    email: "oscar.owner@example.test",
    name: "Oscar Oduya",
    phone: None,
    password: "three ferries pass at noon",
    ..OWNER
};

/// Who invites and sees the members of the same organization.
pub const ADMIN: Person = Person {
    email: "ana.admin@example.test",
    name: "Ana Alvim",
    role: Role::Admin,
    phone: None,
    password: "green bottles on a low wall",
    ..OWNER
};

impl Client {
    /// The first page of the members, if one may see it.
    pub async fn see_members(&self) -> Answer {
        self.call("/api/organization", json!({})).await
    }

    /// *Organization Settings*, as somebody sees it who may.
    pub async fn organization(&self) -> Value {
        self.see_members().await.expect(200).json()
    }

    /// The page of members behind `after` who are found by `search`.
    pub async fn search_members(&self, search: &str, after: Option<&str>) -> Value {
        let form = json!({ "search": search, "after": after });
        self.call("/api/organization", form).await.expect(200).json()
    }

    /// The names of the members on the first page of those found by `search`.
    pub async fn found(&self, search: &str) -> Vec<String> {
        names(&self.search_members(search, None).await)
    }

    /// Makes a member what the page did not show.
    pub async fn set_role(&self, user: &str, was: Role, role: Role) -> Answer {
        self.call("/api/organization/role", json!({ "user": user, "was": was, "role": role })).await
    }

    /// Deactivates a member.
    pub async fn deactivate(&self, user: &str) -> Answer {
        self.call("/api/organization/deactivate", json!({ "user": user })).await
    }

    /// Activates a member again.
    pub async fn reactivate(&self, user: &str) -> Answer {
        self.call("/api/organization/reactivate", json!({ "user": user })).await
    }

    /// Invites somebody.
    pub async fn invite(&self, email: &str, role: Role) -> Answer {
        self.call("/api/organization/invite", json!({ "email": email, "role": role })).await
    }

    /// The invitations that wait.
    pub async fn invitations(&self) -> Vec<Value> {
        self.organization().await["invitations"].as_array().expect("invitations").clone()
    }

    /// The id of the invitation of that address.
    pub async fn invitation_of(&self, email: &str) -> String {
        let all = self.invitations().await;
        let found = all.iter().find(|invitation| invitation["email"] == email);
        let found = found.unwrap_or_else(|| panic!("{email} is not invited: {all:?}"));
        found["id"].as_str().expect("an id").to_owned()
    }

    /// Sends an invitation again.
    pub async fn resend_invitation(&self, invitation: &str) -> Answer {
        self.call("/api/organization/invitations/resend", json!({ "invitation": invitation })).await
    }

    /// Makes an invitation worthless.
    pub async fn revoke_invitation(&self, invitation: &str) -> Answer {
        self.call("/api/organization/invitations/revoke", json!({ "invitation": invitation })).await
    }

    /// Makes an account by the link of an invitation.
    pub async fn join(&self, token: &str, name: &str, new: &str) -> Answer {
        let form = json!({ "token": token, "display_name": name, "new": new, "repeat": new });
        self.call("/api/join", form).await
    }
}

/// The names of the members on a page.
pub fn names(organization: &Value) -> Vec<String> {
    let members = organization["members"].as_array().expect("members").iter();
    members.map(|member| member["display_name"].as_str().expect("a name").to_owned()).collect()
}

/// The member of that address on a page.
pub fn member(organization: &Value, email: &str) -> Value {
    let mut members = organization["members"].as_array().expect("members").iter();
    let found = members.find(|member| member["email"] == email);
    found.unwrap_or_else(|| panic!("{email} is not there: {organization}")).clone()
}

impl Database {
    /// The id of a person.
    pub async fn user_id(&self, email: &str) -> String {
        self.texts("SELECT id FROM users WHERE email = $1", email).await.pop().expect("the person")
    }

    /// What a person is.
    pub async fn role(&self, email: &str) -> String {
        self.texts("SELECT role FROM users WHERE email = $1", email).await.pop().expect("the person")
    }

    /// The addresses of an organization's Owners who can sign in, by the platform's name for the organization.
    pub async fn owners(&self, organization: &str) -> Vec<String> {
        const QUERY: &str = "SELECT email FROM users WHERE role = 'owner' AND disabled_at IS NULL \
             AND organization_id = (SELECT id FROM organizations WHERE external_id = $1) ORDER BY email";
        self.texts(QUERY, organization).await
    }

    /// What its members changed in an organization, in order: `role-changed member admin`.
    pub async fn audit(&self, organization: &str) -> Vec<String> {
        const QUERY: &str = "SELECT TRIM(kind || ' ' || before || ' ' || after) FROM audit_entries \
             WHERE actor_kind = 'member' \
             AND organization_id = (SELECT id FROM organizations WHERE external_id = $1) ORDER BY at, id";
        self.texts(QUERY, organization).await
    }
}

impl Server {
    /// Adds members of these names to the first organization past the server, which is then told to note their words.
    pub async fn add_members(&self, names: impl IntoIterator<Item = String>) {
        let row = |(place, name): (usize, String)| {
            let name = name.replace('\'', "''");
            format!("('crowd-{place}', 'crowd{place}@example.test', '{name}')")
        };
        let rows: Vec<_> = names.into_iter().enumerate().map(row).collect();
        let statement = format!(
            "WITH crowd (id, email, name) AS (VALUES {}) INSERT INTO users (id, organization_id, external_id, email, \
             email_folded, display_name, role, password_hash, created_at, updated_at, version) SELECT c.id, o.id, c.id, \
             c.email, c.email, c.name, 'member', '!', 1, 1, 1 FROM crowd c JOIN organizations o ON o.external_id = '{}'; \
             INSERT INTO members_without_words (user_id) SELECT id FROM users WHERE id LIKE 'crowd-%'",
            rows.join(", "),
            OWNER.organization
        );
        self.database.execute(&statement).await;
        crate::platform::run(self, &["migrate"]);
    }
}

/// What an Owner does to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// Makes a Member of them.
    Demote,
    /// Deactivates them.
    Deactivate,
}

/// SECURITY.md 67: two Owners remove each other at the same moment, `rounds` times: each time one of them stays.
pub async fn two_owners_remove_each_other(builder: Builder, by: [Removal; 2], rounds: usize) {
    let people = [OWNER, SECOND_OWNER];
    let builder = builder.set("PERFIL_WORKER", "none").set("PERFIL_SIGN_IN_BURST", "1000000");
    let server = builder.people(&people).start().await;
    let ids = [server.database.user_id(OWNER.email).await, server.database.user_id(SECOND_OWNER.email).await];
    let mut clients = [server.client_of(&OWNER).await, server.client_of(&SECOND_OWNER).await];
    let mut stayed = [0; 2];
    for round in 0..rounds {
        let answers = at_once(2, |index| {
            let (client, other) = (clients[index].clone(), ids[1 - index].clone());
            async move {
                match by[index] {
                    Removal::Demote => client.set_role(&other, Role::Owner, Role::Member).await,
                    Removal::Deactivate => client.deactivate(&other).await,
                }
            }
        })
        .await;
        let done = answers.iter().filter(|answer| answer.status == 200).count();
        let refused = answers.iter().all(|answer| matches!(answer.status, 200 | 401 | 403 | 409));
        assert!(done == 1 && refused, "round {round}: {answers:?}");
        let owners = server.database.owners(OWNER.organization).await;
        assert_eq!(owners.len(), 1, "round {round}: {owners:?}");
        stayed[usize::from(owners[0] == SECOND_OWNER.email)] += 1;
        server.database.execute("UPDATE users SET role = 'owner', disabled_at = NULL; DELETE FROM buckets").await;
        renew(&server, &people, &mut clients).await;
    }
    println!("of {rounds} races {} left the first Owner, {} the second", stayed[0], stayed[1]);
}

/// Signs in again who was thrown out.
async fn renew(server: &Server, people: &[Person; 2], clients: &mut [Client; 2]) {
    for (client, person) in clients.iter_mut().zip(people) {
        if !client.is_signed_in().await {
            *client = server.client_of(person).await;
        }
    }
}
