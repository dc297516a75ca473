//! How people want to be told, for a platform that tells them by itself.

use perfil_tests::provisioning::{ada, person, user_path, with};
use perfil_tests::{MEMBER, OWNER, Platform, STRANGER, Server};
use reqwest::Method;
use serde_json::{Value, json};

const BY_MAIL: [bool; 2] = [true, false];

fn channels([email, sms]: [bool; 2]) -> Value {
    json!({ "email": email, "sms": sms })
}

async fn stage() -> (Server, Platform, [String; 2]) {
    let server = Server::start().await;
    let platform = Platform::with_scope(&server, "preferences");
    let names = [server.database.external_id(OWNER.email).await, server.database.external_id(MEMBER.email).await];
    (server, platform, names)
}

#[tokio::test]
async fn until_a_person_chooses_all_comes_by_mail() {
    let (_server, platform, [owner, member]) = stage().await;
    let told = platform.preferences(&member).await.expect(200).json();
    let expected = json!({
        "user": member, "organization": OWNER.organization, "topics": { "contact-imports": channels(BY_MAIL) },
        "minimum": null, "email": MEMBER.email, "phone": null, "phone_verified": false,
        "language": null, "country": null, "time_zone": null, "disabled": false, "quiet_hours": null,
    });
    assert_eq!(told, expected);
    let told = platform.preferences(&owner).await.expect(200).json();
    let all = ["contact-imports", "payments", "invoices", "low-credit", "role-requests"]
        .map(|topic| (topic, channels(BY_MAIL)));
    assert_eq!(told["topics"], json!(std::collections::BTreeMap::from(all)));
    assert_eq!((told["phone"].as_str(), &told["phone_verified"]), (OWNER.phone, &json!(true)));
}

#[tokio::test]
async fn what_a_person_chose_is_told() {
    let (server, platform, [owner, _]) = stage().await;
    let client = server.client_of(&OWNER).await;
    let version = async || client.account().await["version"].clone();
    let form = json!({ "email": false, "sms": true, "version": version().await });
    client.call("/api/notifications/contacts", form).await.expect(200);
    let form = json!({
        "payments_email": false, "payments_sms": false, "invoices_email": true, "invoices_sms": true,
        "low_credit_email": false, "low_credit_sms": true, "minimum": "50.00", "version": version().await,
    });
    client.call("/api/notifications/billing", form).await.expect(200);
    let form = json!({ "language": "de", "country": "AT", "time_zone": "Europe/Vienna", "version": version().await });
    client.call("/api/region/save", form).await.expect(200);
    let form = json!({ "from": "22:00", "until": "07:30", "version": version().await });
    client.call("/api/notifications/quiet-hours", form).await.expect(200);
    let told = platform.preferences(&owner).await.expect(200).json();
    let expected = [
        ("contact-imports", channels([false, true])),
        ("payments", channels([false, false])),
        ("invoices", channels([true, true])),
        ("low-credit", channels([false, true])),
        ("role-requests", channels(BY_MAIL)),
    ];
    assert_eq!(told["topics"], json!(std::collections::BTreeMap::from(expected)));
    assert_eq!(told["minimum"], json!({ "minor": 5_000, "currency": "EUR" }));
    assert_eq!([&told["language"], &told["country"], &told["time_zone"]], ["de", "AT", "Europe/Vienna"]);
    assert_eq!(told["quiet_hours"], json!({ "from": "22:00", "until": "07:30", "time_zone": "Europe/Vienna" }));

    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200);
    let told = platform.preferences(&owner).await.expect(200).json();
    assert_eq!((&told["phone"], &told["phone_verified"]), (&Value::Null, &json!(false)));
    let topics = told["topics"].as_object().expect("topics");
    assert!(topics.values().all(|channels| channels["sms"] == false), "s59: {topics:?}");
}

#[tokio::test]
async fn s58_topics_follow_the_role_and_nobody_is_told_who_is_deactivated() {
    let (server, platform, [owner, _]) = stage().await;
    let provisioning = Platform::provisioning(&server);
    let client = server.client_of(&OWNER).await;
    let form = json!({
        "payments_email": true, "payments_sms": false, "invoices_email": true, "invoices_sms": false,
        "low_credit_email": true, "low_credit_sms": false, "minimum": "50", "version": client.account().await["version"],
    });
    client.call("/api/notifications/billing", form).await.expect(200);
    provisioning.tell_person("ada", &with(ada(), "role", "owner")).await.expect(201);
    provisioning.tell_person(&owner, &person(OWNER.email, OWNER.name)).await.expect(200);
    let told = platform.preferences(&owner).await.expect(200).json();
    assert_eq!((&told["topics"], &told["minimum"]), (&json!({ "contact-imports": channels(BY_MAIL) }), &Value::Null));
    provisioning.tell_person("ada", &with(ada(), "disabled", true)).await.expect_code(409, "last-owner");
    let shut = with(with(ada(), "role", "owner"), "disabled", true);
    provisioning.tell_person("ada", &shut).await.expect(200);
    let told = platform.preferences("ada").await.expect(200).json();
    assert_eq!((&told["topics"], &told["disabled"]), (&json!({}), &json!(true)));
}

#[tokio::test]
async fn s69_s71_other_names_and_other_keys_find_nothing() {
    let server = Server::builder().with(STRANGER).start().await;
    let platform = Platform::with_scope(&server, "preferences");
    let stranger = server.database.external_id(STRANGER.email).await;
    platform.preferences(&stranger).await.expect_code(404, "unknown-user");
    let nowhere = format!("{}/preferences", user_path("nowhere", &stranger));
    platform.request(Method::GET, &nowhere).send().await.expect_code(404, "unknown-organization");
    for scope in ["sessions", "events", "provisioning"] {
        let other = Platform::with_scope(&server, scope);
        other.preferences(&stranger).await.expect_code(403, "forbidden");
    }
    let path = format!("{}/preferences", user_path(STRANGER.organization, &stranger));
    server.client_of(&STRANGER).await.request(Method::GET, &path).send().await.expect(401);
    platform.post(&path).send().await.expect(405);
}
