//! The low-credit alert: SECURITY.md 62 to 65. It comes once for each time that the balance falls below the minimum.

use crate::events::silent;
use perfil_tests::mail::MailServer;
use perfil_tests::notifications::{count, told};
use perfil_tests::platform::{balance, event};
use perfil_tests::probes::at_once;
use perfil_tests::{BILLING, Client, MEMBER, OWNER, Platform, STRANGER, Server};
use serde_json::{Value, json};
use std::time::Duration;

const LOW: &str = "credit-low";

/// A server, its platform, and the owner, who wants to be told below 50 €.
async fn fifty() -> (Server, Platform, Client) {
    let server = silent().start().await;
    let (platform, client) = (Platform::of(&server), server.client_of(&OWNER).await);
    client.choose_minimum("50").await;
    (server, platform, client)
}

/// Tells these balances one after the other, from `seq` on.
async fn tell(platform: &Platform, seq: i64, cents: &[i64]) {
    for (place, cents) in cents.iter().enumerate() {
        platform.tell("credit.balance", balance("harbour", seq + place as i64, *cents)).await.expect(200);
    }
}

#[tokio::test]
async fn below_is_less_than_and_it_is_told_once() {
    let (server, platform, client) = fifty().await;
    tell(&platform, 1, &[10_000, 5_000]).await;
    assert_eq!(
        (count(&server, LOW).await, client.credit().await["is_below"].clone()),
        (0, json!(false)),
        "50 is not below 50"
    );
    tell(&platform, 3, &[4_999]).await;
    assert_eq!(told(&server).await, ["olive.owner email credit-low", "olive.owner sms credit-low: sms-off"]);
    tell(&platform, 4, &[4_000, 100, 0, -500]).await;
    assert_eq!(count(&server, LOW).await, 1);
    let row = server.database.notifications().await.into_iter().find(|row| row.channel == "email").expect("the mail");
    let arguments: Value = serde_json::from_str(&row.arguments).expect("JSON");
    assert_eq!(row.topic, "low-credit");
    assert_eq!(arguments["balance"], json!({ "minor": 4_999, "currency": "EUR" }));
    assert_eq!(arguments["minimum"], json!({ "minor": 5_000, "currency": "EUR" }));
    let credit = client.credit().await;
    assert_eq!((&credit["is_below"], &credit["can_alert_now"]), (&json!(true), &json!(false)));
}

#[tokio::test]
async fn the_first_balance_that_is_told_can_be_below_already() {
    let (server, platform, _) = fifty().await;
    tell(&platform, 1, &[3_000]).await;
    assert_eq!(count(&server, LOW).await, 1);
}

#[tokio::test]
async fn it_can_come_again_only_after_a_tenth_more_than_the_minimum() {
    let (server, platform, _) = fifty().await;
    tell(&platform, 1, &[4_999, 5_000, 4_000, 5_499, 4_000]).await;
    assert_eq!(count(&server, LOW).await, 1, "it went up and down within the margin");
    tell(&platform, 6, &[5_500, 5_000]).await;
    assert_eq!(count(&server, LOW).await, 1, "armed, and not below");
    tell(&platform, 8, &[4_999]).await;
    assert_eq!(count(&server, LOW).await, 2);
}

#[tokio::test]
async fn the_margin_is_one_unit_at_least() {
    let (server, platform, client) = fifty().await;
    client.choose_minimum("5").await;
    tell(&platform, 1, &[400, 550, 400, 599, 400]).await;
    assert_eq!(count(&server, LOW).await, 1, "a tenth of 5 is less than a unit");
    tell(&platform, 6, &[600, 499]).await;
    assert_eq!(count(&server, LOW).await, 2);
}

async fn told_debit(platform: Platform, seq: i64) -> perfil_tests::Answer {
    platform.tell("credit.balance", balance("harbour", seq, 10_000 - 100 * seq)).await
}

#[tokio::test]
async fn s63_a_hundred_parallel_debits_with_one_crossing_make_one_alert() {
    let (server, platform, _) = fifty().await;
    let answers = at_once(100, |index| told_debit(platform.clone(), index as i64 + 1)).await;
    assert!(answers.iter().all(|answer| answer.status == 200), "{answers:?}");
    assert_eq!(count(&server, LOW).await, 1);
    tell(&platform, 101, &[20_000]).await;
    let again = at_once(100, |index| {
        let (platform, seq) = (platform.clone(), index as i64 + 102);
        async move { platform.tell("credit.balance", balance("harbour", seq, 20_000 - 200 * (seq - 102))).await }
    })
    .await;
    assert!(again.iter().all(|answer| answer.status == 200));
    assert_eq!(count(&server, LOW).await, 2, "a top-up arms it again");
}

#[tokio::test]
async fn s63_whoever_saves_the_minimum_at_the_same_moment_is_told_or_offered_to_be() {
    for round in 0..8_i64 {
        let server = silent().start().await;
        let (platform, client) = (Platform::of(&server), server.client_of(&OWNER).await);
        tell(&platform, 1, &[10_000]).await;
        let version = client.notifications().await;
        let (saved, told) = tokio::join!(
            async {
                tokio::time::sleep(Duration::from_millis(u64::from(round % 2 == 0) * 2)).await;
                let form = perfil_tests::notifications::billing_form(&version, json!({ "minimum": "50" }));
                client.call("/api/notifications/billing", form).await
            },
            platform.tell("credit.balance", balance("harbour", 2, 4_000)),
        );
        assert_eq!((saved.status, told.status), (200, 200));
        let alerts = count(&server, LOW).await;
        let offered = client.credit().await["can_alert_now"] == json!(true);
        assert!((alerts == 1) != offered, "round {round}: {alerts} alerts, offered: {offered}");
    }
}

#[tokio::test]
async fn s64_a_replayed_event_makes_no_second_alert() {
    let (server, platform, _) = fifty().await;
    let crossing = event("crossing", "credit.balance", balance("harbour", 2, 4_000));
    tell(&platform, 1, &[10_000]).await;
    platform.send(&crossing).await.expect(200);
    tell(&platform, 3, &[9_000]).await;
    for _ in 0..3 {
        assert_eq!(platform.send(&crossing).await.expect(200).json()["outcome"], "applied", "as it was the first time");
    }
    platform.tell("credit.balance", balance("harbour", 2, 4_000)).await.expect(200);
    assert_eq!(count(&server, LOW).await, 1);
    tell(&platform, 4, &[4_000]).await;
    assert_eq!(count(&server, LOW).await, 2);
}

#[tokio::test]
async fn s64_an_event_out_of_order_never_moves_the_balance() {
    let (server, platform, client) = fifty().await;
    tell(&platform, 10, &[10_000]).await;
    for (seq, cents) in [(9, 4_000), (10, 3_000), (1, 0), (-5, 0)] {
        let answer = platform.tell("credit.balance", balance("harbour", seq, cents)).await;
        if seq > 0 {
            assert_eq!(answer.expect(200).json()["outcome"], "late", "{seq}");
        }
    }
    assert_eq!(count(&server, LOW).await, 0);
    assert!(client.credit().await["balance"].as_str().is_some_and(|text| text.contains("100.00")));
    let kept = server.database.count("balance_points").await;
    assert!(kept >= 3, "late ones are kept: {kept}");
}

#[tokio::test]
async fn s65_the_alert_arrives_within_a_minute_even_if_the_server_dies_after_its_answer() {
    let mail = MailServer::start().await;
    let mut server = Server::builder().smtp(mail.url()).start().await;
    let (platform, client) = (Platform::of(&server), server.client_of(&OWNER).await);
    client.choose_minimum("50").await;
    tell(&platform, 1, &[10_000]).await;
    for round in 1..=3_i64 {
        let answer = platform.tell("credit.balance", balance("harbour", 2 * round, 4_000)).await;
        server.kill();
        answer.expect(200);
        server.start_again().await;
        let arrived = async || mail.mails_to(OWNER.email).len() >= usize::try_from(round).expect("few");
        perfil_tests::wait::until_true("the alert", Duration::from_secs(60), arrived).await;
        tell(&platform, 2 * round + 1, &[10_000]).await;
    }
    let text = mail.mails_to(OWNER.email)[0].text.clone();
    assert!(text.contains("€40.00") && text.contains("€50.00"), "{text}");
}

#[tokio::test]
async fn of_several_people_each_is_told_by_the_own_minimum() {
    let server = silent().people(&[OWNER, BILLING, MEMBER, STRANGER]).start().await;
    let platform = Platform::of(&server);
    for (person, minimum) in [(&OWNER, "50"), (&BILLING, "20"), (&STRANGER, "90")] {
        server.client_of(person).await.choose_minimum(minimum).await;
    }
    let told_by_mail = async || -> Vec<String> {
        told(&server).await.into_iter().filter(|line| line.ends_with(" email credit-low")).collect()
    };
    tell(&platform, 1, &[10_000, 3_000]).await;
    assert_eq!(told_by_mail().await, ["olive.owner email credit-low"]);
    tell(&platform, 3, &[1_000]).await;
    assert_eq!(told_by_mail().await, ["bea.billing email credit-low", "olive.owner email credit-low"]);
    platform.tell("credit.balance", balance("inland", 1, 8_999)).await.expect(200);
    assert_eq!(told_by_mail().await.len(), 3, "each organization by itself");
}

#[tokio::test]
async fn an_alert_needs_an_amount_and_a_channel() {
    let server = silent().start().await;
    let client = server.client_of(&OWNER).await;
    let before = server.database.snapshot().await;
    for wrong in ["-5", "fifty", "5e3", "1.2.3", "50 USD", "10000000000000.01", &"9".repeat(30), "NaN"] {
        let answer = client.try_choose_billing(json!({ "minimum": wrong })).await;
        answer.expect_error(422, "not-an-amount");
    }
    let silenced = json!({ "low_credit_email": false, "minimum": "50" });
    client.try_choose_billing(silenced).await.expect_error(422, "no-channel");
    assert_eq!(server.database.snapshot().await, before);
    for off in ["", "0", "0,00", "€0.00"] {
        let saved = client.choose_billing(json!({ "low_credit_email": false, "minimum": off })).await;
        assert_eq!(saved["billing"]["minimum"], "", "{off:?}");
    }
    for (typed, shown) in [("50", "50.00"), ("1.234,50", "1,234.50"), ("٥٠", "50.00"), ("EUR 0.01", "0.01")] {
        let saved = client.choose_billing(json!({ "low_credit_email": true, "minimum": typed })).await;
        assert_eq!(saved["billing"]["minimum"], shown, "{typed}");
    }
}

/// The one alert there is, as it is stored.
async fn stored_minimum(server: &Server) -> Vec<String> {
    server.database.snapshot().await.into_iter().filter(|row| row.contains(" ok ")).collect()
}

#[tokio::test]
async fn a_minimum_that_is_shown_can_be_saved_again_in_any_language_and_currency() {
    let server = silent().start().await;
    let client = server.client_of(&OWNER).await;
    for currency in ["EUR", "JPY", "KWD", "CLF"] {
        let change = format!("UPDATE organizations SET currency = '{currency}'; DELETE FROM credit_alerts");
        server.database.execute(&change).await;
        for (language, country) in [("en", "GB"), ("de", "DE"), ("de", "CH"), ("es", "ES"), ("ar", "EG")] {
            let version = client.account().await["version"].clone();
            let form = json!({ "language": language, "country": country, "time_zone": "UTC", "version": version });
            client.call("/api/region/save", form).await.expect(200);
            for typed in ["5", "1234", "1234567"] {
                let first = client.choose_minimum(typed).await["billing"]["minimum"].clone();
                let stored = stored_minimum(&server).await;
                let shown = first.as_str().expect("an amount");
                let again = client.try_choose_billing(json!({ "minimum": shown })).await;
                assert_eq!(again.status, 200, "{shown} of {typed} {currency} in {language}-{country}: {}", again.body);
                assert_eq!(again.json()["billing"]["minimum"], first);
                assert_eq!(
                    stored_minimum(&server).await,
                    stored,
                    "{shown} of {typed} {currency} in {language}-{country}"
                );
            }
        }
    }
}

#[tokio::test]
async fn saved_above_the_balance_an_alert_is_offered_once() {
    let (server, platform, client) = fifty().await;
    client.choose_minimum("").await;
    tell(&platform, 1, &[4_000]).await;
    client.alert_now().await.expect_error(409, "not-below");
    let credit = client.choose_minimum("50").await["billing"]["credit"].clone();
    assert_eq!((&credit["is_below"], &credit["can_alert_now"]), (&json!(true), &json!(true)));
    tell(&platform, 2, &[3_900]).await;
    assert_eq!(count(&server, LOW).await, 0, "it did not fall below, it was there");
    let credit = client.alert_now().await.expect(200).json()["billing"]["credit"].clone();
    assert_eq!((&credit["is_below"], &credit["can_alert_now"]), (&json!(true), &json!(false)));
    client.alert_now().await.expect_error(409, "not-below");
    tell(&platform, 3, &[3_800]).await;
    assert_eq!(count(&server, LOW).await, 1);
    tell(&platform, 4, &[9_000, 4_000]).await;
    assert_eq!(count(&server, LOW).await, 2);
    client.alert_now().await.expect_error(409, "not-below");
}

#[tokio::test]
async fn of_several_requests_for_an_alert_at_once_one_is_taken() {
    let (server, platform, client) = fifty().await;
    client.choose_minimum("").await;
    tell(&platform, 1, &[4_000]).await;
    client.choose_minimum("50").await;
    let answers = at_once(8, |_| {
        let client = client.clone();
        async move { client.alert_now().await }
    })
    .await;
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409, 409, 409, 409, 409], "{answers:?}");
    assert_eq!(count(&server, LOW).await, 1);
}

#[tokio::test]
async fn other_channels_do_not_arm_it_again() {
    let (server, platform, client) = fifty().await;
    tell(&platform, 1, &[4_000]).await;
    client.choose_billing(json!({ "low_credit_sms": true })).await;
    client.choose_minimum("50,00").await;
    tell(&platform, 2, &[3_000]).await;
    assert_eq!(count(&server, LOW).await, 1);
    assert_eq!(client.credit().await["can_alert_now"], json!(false));
    client.choose_minimum("20").await;
    tell(&platform, 3, &[1_900]).await;
    assert_eq!(count(&server, LOW).await, 3, "below another minimum, on two channels");
}

#[tokio::test]
async fn without_a_minimum_nothing_is_told() {
    let (server, platform, client) = fifty().await;
    client.choose_minimum("0").await;
    tell(&platform, 1, &[10_000, 4_000, 0]).await;
    assert!(told(&server).await.is_empty());
    client.alert_now().await.expect_error(409, "not-below");
    let credit = client.credit().await;
    assert_eq!(
        (&credit["minimum"], &credit["is_below"], &credit["forecast"]),
        (&Value::Null, &json!(false), &Value::Null)
    );
}

#[tokio::test]
async fn whoever_lost_the_permission_is_not_alerted() {
    let (server, platform, _) = fifty().await;
    server.database.execute(&format!("UPDATE users SET role = 'member' WHERE email = '{}'", OWNER.email)).await;
    tell(&platform, 1, &[10_000, 4_000]).await;
    assert_eq!(count(&server, LOW).await, 0);
}
