//! The Owner is warned of what nobody in the organization would be told about.

use crate::events::silent;
use perfil_models::Role;
use perfil_tests::{BILLING, Client, MEMBER, OWNER, Person, Server};
use serde_json::{Value, json};

const ADMIN: Person = Person { email: "ada.admin@example.test", role: Role::Admin, ..MEMBER };
const WARNING: &str = "nobody in your organization would be told";

/// What nobody would be told about, as the page warns of it.
async fn unreached(client: &Client) -> Vec<String> {
    let organization = client.call("/api/organization", json!({})).await.expect(200).json();
    let topics: Vec<String> = serde_json::from_value(organization["unreached"].clone()).expect("topics");
    let page = client.page("/organization").await.expect(200).body;
    assert_eq!(page.contains(WARNING), !topics.is_empty(), "{topics:?}");
    topics
}

/// A server whose owner is told of everything.
async fn reached() -> (Server, Client) {
    let server = silent().people(&[OWNER, BILLING, ADMIN, MEMBER]).start().await;
    change(&server, BILLING.email, "disabled_at = 1").await;
    let client = server.client_of(&OWNER).await;
    client.choose_minimum("50").await;
    assert!(unreached(&client).await.is_empty());
    (server, client)
}

async fn change(server: &Server, email: &str, change: &str) {
    server.database.execute(&format!("UPDATE users SET {change} WHERE email = '{email}'")).await;
}

fn none_by_email() -> Value {
    json!({ "payments_email": false, "invoices_email": false, "low_credit_email": false, "minimum": "" })
}

#[tokio::test]
async fn a_new_organization_lacks_a_minimum() {
    let server = silent().start().await;
    let client = server.client_of(&OWNER).await;
    assert_eq!(unreached(&client).await, ["low-credit"]);
    client.choose_minimum("50").await;
    assert!(unreached(&client).await.is_empty());
    client.choose_minimum("").await;
    assert_eq!(unreached(&client).await, ["low-credit"]);
}

#[tokio::test]
async fn what_everybody_has_switched_off_is_named() {
    let (server, client) = reached().await;
    client.choose_billing(json!({ "payments_email": false })).await;
    assert_eq!(unreached(&client).await, ["payments"]);
    client.choose_billing(none_by_email()).await;
    assert_eq!(unreached(&client).await, ["payments", "invoices", "low-credit"]);
    change(&server, BILLING.email, "disabled_at = NULL").await;
    assert_eq!(unreached(&client).await, ["low-credit"], "somebody else is told of the rest");
    server.client_of(&BILLING).await.choose_minimum("20").await;
    assert!(unreached(&client).await.is_empty());
    for gone in ["role = 'admin'", "password_hash = '!'", "disabled_at = 1"] {
        change(&server, BILLING.email, gone).await;
        assert_eq!(unreached(&client).await.len(), 3, "{gone}");
        let back = "role = 'billing', disabled_at = NULL, password_hash = 'a hash'";
        change(&server, BILLING.email, back).await;
        assert!(unreached(&client).await.is_empty(), "{gone}");
    }
}

#[tokio::test]
async fn a_channel_by_which_nothing_arrives_reaches_nobody() {
    let (server, client) = reached().await;
    let by_sms = json!({ "payments_email": false, "payments_sms": true });
    client.choose_billing(by_sms).await;
    assert!(unreached(&client).await.is_empty());
    let test = async |state: &str| {
        client.call("/api/notifications/test", json!({ "channel": "sms" })).await.expect(200);
        server.database.execute(&format!("UPDATE outbox SET state = '{state}' WHERE state = 'pending'")).await;
        client.notifications().await["troubles"].as_array().expect("troubles").len()
    };
    for (state, troubles, expected) in [
        ("failed", 1, vec!["payments".to_owned()]),
        ("unknown", 1, vec!["payments".to_owned()]),
        ("delivered", 0, vec![]),
    ] {
        assert_eq!((test(state).await, unreached(&client).await), (troubles, expected), "{state}");
    }
    change(&server, OWNER.email, "phone = NULL").await;
    assert_eq!(unreached(&client).await, ["payments"], "there is no number");
}

#[tokio::test]
async fn s66_only_who_can_change_it_is_warned() {
    let (server, client) = reached().await;
    client.choose_billing(none_by_email()).await;
    assert_eq!(unreached(&client).await.len(), 3);
    assert!(unreached(&server.client_of(&ADMIN).await).await.is_empty());
    for person in [&MEMBER, &ADMIN] {
        assert!(!server.client_of(person).await.page("/organization").await.body.contains(WARNING));
    }
}
