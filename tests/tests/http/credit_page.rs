//! The credit as *Notifications* shows it: the balance, how long it lasts, what will be sent, and the chart.

use crate::events::silent;
use perfil_tests::platform::balance;
use perfil_tests::{Client, OWNER, Platform, Server};
use serde_json::{Value, json};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(86_400);

async fn tell(platform: &Platform, seq: i64, cents: i64) {
    platform.tell("credit.balance", balance("harbour", seq, cents)).await.expect(200);
}

/// 200 € four days ago, 180 € two days ago, 160 € now; sessions end meanwhile.
async fn ten_a_day(server: &Server) -> (Platform, Client) {
    let platform = Platform::of(server);
    for (seq, cents) in [(1, 20_000), (2, 18_000)] {
        tell(&platform, seq, cents).await;
        server.database.let_time_pass(2 * DAY).await;
    }
    tell(&platform, 3, 16_000).await;
    (platform, server.client_of(&OWNER).await)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no words: {value}")).replace('\u{a0}', " ")
}

#[tokio::test]
async fn how_long_the_credit_lasts_is_told_by_the_spend_of_the_last_days() {
    let server = silent().start().await;
    let (platform, client) = ten_a_day(&server).await;
    let runway = text(&client.credit().await["runway"]);
    assert!(runway.contains("16 days"), "down to nothing: {runway}");
    client.choose_minimum("50").await;
    let runway = text(&client.credit().await["runway"]);
    assert!(runway.contains("€50.00") && (runway.contains("11 days") || runway.contains("10 days")), "{runway}");

    tell(&platform, 4, 26_000).await;
    let runway = text(&client.credit().await["runway"]);
    assert!(runway.contains("21 days") || runway.contains("20 days"), "a top-up is no spend: {runway}");
    platform.tell("credit.balance", balance("harbour", 2, 0)).await.expect(200);
    assert_eq!(text(&client.credit().await["runway"]), runway, "nor is what comes late");
    tell(&platform, 5, 4_000).await;
    assert_eq!(client.credit().await["runway"], Value::Null, "it is below already");
}

#[tokio::test]
async fn from_less_than_a_day_nothing_is_foretold() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    tell(&platform, 1, 20_000).await;
    server.database.let_time_pass(DAY / 2).await;
    tell(&platform, 2, 10_000).await;
    let credit = server.client_of(&OWNER).await.credit().await;
    assert_eq!((&credit["runway"], &credit["forecast"]), (&Value::Null, &Value::Null));
    assert!(
        text(&credit["balance"]).contains("€100.00")
            && [" GMT", " BST"].iter().any(|zone| text(&credit["at"]).ends_with(zone)),
        "{credit}"
    );
}

#[tokio::test]
async fn what_will_be_sent_and_where_to_is_said() {
    let server = silent().start().await;
    let (_platform, client) = ten_a_day(&server).await;
    for (email, sms) in [(true, false), (false, true), (true, true)] {
        let chosen = json!({ "minimum": "50", "low_credit_email": email, "low_credit_sms": sms });
        let credit = client.choose_billing(chosen).await["billing"]["credit"].clone();
        let forecast = text(&credit["forecast"]);
        assert!(forecast.contains("€50.00") && !forecast.contains('{'), "{forecast}");
        assert_eq!((forecast.contains('@'), forecast.contains("+44")), (email, sms), "{forecast}");
    }
}

#[tokio::test]
async fn the_chart_shows_the_balance_and_the_minimum_within_its_frame() {
    let server = silent().start().await;
    let (_platform, client) = ten_a_day(&server).await;
    client.choose_minimum("50").await;
    let chart = client.credit().await["chart"].clone();
    let points: Vec<(u16, u16)> = serde_json::from_value(chart["points"].clone()).expect("points");
    assert!(points.len() >= 2 && points.iter().all(|(x, y)| *x <= 1_000 && *y <= 240), "{points:?}");
    assert!(points.windows(2).all(|pair| pair[0].0 <= pair[1].0), "from left to right: {points:?}");
    assert!(points.windows(2).all(|pair| pair[0].1 <= pair[1].1), "the balance only falls: {points:?}");
    let minimum = chart["minimum"].as_u64().expect("the line");
    assert!(minimum <= 240 && points.iter().all(|(_, y)| u64::from(*y) <= minimum), "the minimum lies below");
    for words in ["label", "top", "bottom", "from", "to"] {
        assert!(!text(&chart[words]).is_empty() && !text(&chart[words]).contains('{'), "{words}: {chart}");
    }
    client.choose_minimum("").await;
    assert_eq!(client.credit().await["chart"]["minimum"], Value::Null);
}
