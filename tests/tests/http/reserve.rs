//! What the platform keeps back of a balance, so that its messages can still be sent when people have used up theirs.

use crate::events::{joined, silent};
use perfil_tests::notifications::count;
use perfil_tests::platform::{balance, event};
use perfil_tests::provisioning::with;
use perfil_tests::{Answer, Client, OWNER, Platform, Server};
use serde_json::{Value, json};

const LOW: &str = "credit-low";
const MOST: i64 = 1_000_000_000_000_000;

/// A server, whoever creates organizations, and whoever tells what happens.
async fn stage() -> (Server, Platform, Platform) {
    let server = silent().start().await;
    let (provisioning, events) = (Platform::provisioning(&server), Platform::of(&server));
    (server, provisioning, events)
}

fn harbour() -> Value {
    json!({ "name": "Harbour", "currency": "EUR" })
}

/// Tells what `harbour` keeps back from now on.
async fn keep_back(platform: &Platform, reserve: i64) {
    platform.tell_organization("harbour", &with(harbour(), "reserve", reserve)).await.expect(200);
}

/// A balance of which so much is kept back.
fn reserved(seq: i64, cents: i64, reserve: impl Into<Value>) -> Value {
    with(balance("harbour", seq, cents), "reserve", reserve)
}

async fn tell(platform: &Platform, data: Value) -> Answer {
    platform.tell("credit.balance", data).await.expect(200)
}

async fn shown(client: &Client) -> [String; 2] {
    let credit = client.credit().await;
    ["balance", "reserve"].map(|field| credit[field].as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn an_organization_keeps_back_what_it_was_told_to() {
    let (server, platform, events) = stage().await;
    let reserve = async |told: &Value| platform.tell_organization("northwind", told).await.json()["reserve"].clone();
    let told = json!({ "name": "Northwind", "currency": "EUR" });
    let answer = platform.tell_organization("northwind", &with(told.clone(), "reserve", 500)).await.expect(201).json();
    assert_eq!(answer, joined(&told, &json!({ "organization": "northwind", "reserve": 500 })));
    assert_eq!(reserve(&with(told.clone(), "name", "Northwind Ltd")).await, 500, "left alone");
    let before = server.database.snapshot().await;
    assert_eq!(reserve(&joined(&told, &json!({ "name": "Northwind Ltd", "reserve": 500 }))).await, 500);
    assert_eq!(server.database.snapshot().await, before, "the same again changes nothing");
    assert_eq!(reserve(&with(told.clone(), "reserve", MOST)).await, MOST);
    assert_eq!(reserve(&with(told.clone(), "reserve", 0)).await, 0);
    assert_eq!(reserve(&with(told.clone(), "reserve", 700)).await, 700);
    assert_eq!(reserve(&with(told.clone(), "currency", "JPY")).await, 0, "700 cents are not 700 yen");
    assert_eq!(reserve(&joined(&told, &json!({ "currency": "USD", "reserve": 900 }))).await, 900);
    let dollars = joined(&balance("northwind", 1, 5_000), &json!({ "currency": "USD" }));
    tell(&events, dollars).await;
    platform.tell_organization("northwind", &told).await.expect_code(409, "currency-in-use");
    assert_eq!(reserve(&with(told, "currency", "USD")).await, 900);
}

#[tokio::test]
async fn s62_what_is_kept_back_is_a_whole_number_within_bounds() {
    let (server, platform, events) = stage().await;
    let before = server.database.snapshot().await;
    for wrong in [-1, MOST + 1, i64::MAX, i64::MIN] {
        let told = with(harbour(), "reserve", wrong);
        let refused = platform.tell_organization("harbour", &told).await.expect_code(422, "invalid").json();
        assert_eq!(refused["field"], "reserve", "{wrong}");
        platform.tell_organization("northwind", &told).await.expect_code(422, "invalid");
    }
    for wrong in [json!(1.5), json!("500"), json!(true), json!(1e300)] {
        let told = with(harbour(), "reserve", wrong.clone());
        platform.tell_organization("harbour", &told).await.expect_code(422, "bad-request");
        let refused = events.tell("credit.balance", reserved(1, 0, wrong)).await.expect_code(422, "invalid-event");
        assert!(refused.body.contains("data.reserve"), "{}", refused.body);
    }
    for wrong in [-1, MOST + 1, i64::MIN] {
        let refused = events.tell("credit.balance", reserved(1, 0, wrong)).await.expect_code(422, "invalid-event");
        assert!(refused.body.contains("data.reserve"), "{}", refused.body);
    }
    assert_eq!(server.database.snapshot().await, before);
    tell(&events, reserved(1, MOST, MOST)).await;
    tell(&events, reserved(2, -MOST, MOST)).await;
    let credit = server.client_of(&OWNER).await.credit().await;
    assert!(credit["balance"].as_str().is_some_and(|text| text.contains("20,000,000,000,000.00")), "{credit}");
}

#[tokio::test]
async fn s63_the_alert_comes_when_what_can_be_spent_falls_below_the_minimum() {
    let (server, platform, events) = stage().await;
    let client = server.client_of(&OWNER).await;
    client.choose_minimum("50").await;
    keep_back(&platform, 2_000).await;
    tell(&events, balance("harbour", 1, 7_000)).await;
    assert_eq!(count(&server, LOW).await, 0, "50 is not below 50");
    tell(&events, balance("harbour", 2, 6_999)).await;
    assert_eq!(count(&server, LOW).await, 1);
    let row = server.database.notifications().await.into_iter().find(|row| row.channel == "email").expect("the mail");
    let arguments: Value = serde_json::from_str(&row.arguments).expect("JSON");
    assert_eq!(arguments["balance"], json!({ "minor": 4_999, "currency": "EUR" }));
    tell(&events, balance("harbour", 3, 7_499)).await;
    tell(&events, balance("harbour", 4, 6_000)).await;
    assert_eq!(count(&server, LOW).await, 1, "armed from 55 on that can be spent");
    tell(&events, balance("harbour", 5, 7_500)).await;
    tell(&events, balance("harbour", 6, 6_000)).await;
    assert_eq!(count(&server, LOW).await, 2);
    client.choose_minimum("").await;
    let credit = client.choose_minimum("45").await["billing"]["credit"].clone();
    assert_eq!((&credit["is_below"], &credit["can_alert_now"]), (&json!(true), &json!(true)));
    client.alert_now().await.expect(200);
    let rows = server.database.notifications().await;
    let told = rows.iter().filter(|row| row.arguments.contains(r#""minor":4000"#) && row.channel == "email").count();
    assert_eq!(told, 2, "40 can be spent, at the second alert and at the one asked for");
}

#[tokio::test]
async fn what_an_event_says_comes_before_what_the_organization_was_told() {
    let (server, platform, events) = stage().await;
    let client = server.client_of(&OWNER).await;
    keep_back(&platform, 2_000).await;
    for (seq, data, balance, reserve) in [
        (1, balance("harbour", 1, 5_000), "€30.00", "€20.00"),
        (2, reserved(2, 5_000, 500), "€45.00", "€5.00"),
        (3, reserved(3, 5_000, 0), "€50.00", ""),
        (4, reserved(4, 5_000, Value::Null), "€30.00", "€20.00"),
        (5, reserved(5, 300, 1_000), "-€7.00", "€10.00"),
    ] {
        tell(&events, data).await;
        let [shown_balance, shown_reserve] = shown(&client).await;
        assert_eq!(shown_balance, balance, "{seq}");
        assert_eq!((shown_reserve.is_empty(), shown_reserve.contains(reserve)), (reserve.is_empty(), true), "{seq}");
        let page = client.page("/settings/notifications").await.expect(200).body;
        assert_eq!(page.contains("kept back"), !reserve.is_empty(), "{seq}");
    }
}

#[tokio::test]
async fn a_change_of_the_reserve_holds_from_the_next_balance_on() {
    let (server, platform, events) = stage().await;
    let client = server.client_of(&OWNER).await;
    client.choose_minimum("50").await;
    let first = event("first", "credit.balance", balance("harbour", 5, 6_000));
    events.send(&first).await.expect(200);
    keep_back(&platform, 2_000).await;
    assert_eq!(shown(&client).await, ["€60.00", ""]);
    assert_eq!(events.send(&first).await.expect(200).json()["outcome"], "applied", "as it was the first time");
    let late = tell(&events, balance("harbour", 4, 0)).await;
    assert_eq!((late.json()["outcome"].as_str(), shown(&client).await), (Some("late"), ["€60.00".into(), "".into()]));
    assert_eq!(count(&server, LOW).await, 0);
    tell(&events, balance("harbour", 6, 6_000)).await;
    assert_eq!((shown(&client).await[0].as_str(), count(&server, LOW).await), ("€40.00", 1));
    let other = event("first", "credit.balance", reserved(5, 6_000, 2_000));
    events.send(&other).await.expect_code(409, "conflict");
}
