//! SECURITY.md 56: which numbers are taken, and how they are kept.

use perfil_tests::{MEMBER, OWNER, Scene, Server};
use serde_json::json;

#[tokio::test]
async fn s56_numbers_are_kept_in_e164_however_they_are_typed() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&MEMBER).await;
    for (country, typed) in [
        ("GB", "07700 900 356"),
        ("DE", "+44 (0)7700 900356"),
        ("GB", "٠٧٧٠٠٩٠٠٣٥٦"),
        ("US", "+447700900356"),
        ("gb", "0044 7700-900356"),
    ] {
        let form = json!({ "country": country, "number": typed, "password": MEMBER.password });
        let answer = client.call("/api/phone/change", form).await;
        assert_eq!(answer.status, 200, "{country} {typed}: {}", answer.body);
        scene.server.database.let_time_pass(std::time::Duration::from_secs(300)).await;
    }
    for change in scene.server.database.changes(MEMBER.email).await {
        assert_eq!(change.new_value, "+447700900356");
    }
}

#[tokio::test]
async fn s56_premium_satellite_landline_and_nonsense_get_no_text() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&MEMBER).await;
    for (country, typed, error) in [
        ("GB", "0909 879 0123", "not-mobile"),
        ("GB", "0871 234 5678", "not-mobile"),
        ("GB", "0800 123 4567", "not-mobile"),
        ("GB", "020 7946 0123", "not-mobile"),
        ("GB", "070 1234 5678", "not-mobile"),
        ("GB", "+881 612 345 678", "not-mobile"),
        ("GB", "+870 773 123 456", "not-mobile"),
        ("GB", "+882 13 123456", "invalid"),
        ("GB", "+979 1 2345 6789", "not-mobile"),
        ("GB", "+1 900 234 5678", "not-mobile"),
        ("GB", "999", "invalid"),
        ("GB", "", "invalid"),
        ("GB", "07700 900356 ext. 5", "invalid"),
        ("GB", "07700 900356;07700900357", "invalid"),
        ("GB", "+447700900356,+447700900357", "invalid"),
        ("GB", "tel:+447700900356;phone-context=evil", "invalid"),
        ("GB", "+44770090035600000000", "invalid"),
        ("ZZ", "07700 900356", "invalid"),
        ("", "07700 900356", "invalid"),
        ("GB", "0x7700900356", "invalid"),
    ] {
        let form = json!({ "country": country, "number": typed, "password": MEMBER.password });
        let answer = client.call("/api/phone/change", form).await;
        assert_eq!((answer.status, answer.error().as_str()), (422, error), "{typed}: {}", answer.body);
    }
    assert!(scene.server.database.changes(MEMBER.email).await.is_empty());
    assert_eq!(scene.server.database.count("outbox").await, 0);
}

#[tokio::test]
async fn s56_only_allowed_countries_get_texts() {
    let scene = Scene::of(Server::builder().set("PERFIL_SMS_COUNTRIES", "GB, EG")).await;
    let client = scene.server.client_of(&MEMBER).await;
    let listed = client.ask("/api/phone/countries").await.expect(200).json();
    let codes: Vec<_> = listed.as_array().expect("a list").iter().map(|country| country["code"].clone()).collect();
    assert_eq!(codes, ["EG", "GB"]);
    for (country, typed) in [("DE", "0151 23456789"), ("GB", "+49 151 23456789"), ("US", "+1 201 555 0123")] {
        let form = json!({ "country": country, "number": typed, "password": MEMBER.password });
        client.call("/api/phone/change", form).await.expect_error(422, "country-not-allowed");
    }
    let form = json!({ "country": "EG", "number": "010 0123 4567", "password": MEMBER.password });
    client.call("/api/phone/change", form).await.expect(200);
    assert_eq!(scene.server.database.changes(MEMBER.email).await[0].new_value, "+201001234567");
}

#[tokio::test]
async fn s56_a_country_inside_another_dial_code_is_not_let_in_by_it() {
    let scene = Scene::of(Server::builder().set("PERFIL_SMS_COUNTRIES", "GB, US")).await;
    let client = scene.server.client_of(&MEMBER).await;
    // Jamaica, the Dominican Republic and Canada share +1; Jersey and Guernsey share +44.
    for typed in ["+1 876 210 1234", "+1 809 234 5678", "+1 506 234 5678", "+44 7797 712345", "+44 7781 123456"] {
        let form = json!({ "country": "US", "number": typed, "password": MEMBER.password });
        client.call("/api/phone/change", form).await.expect_error(422, "country-not-allowed");
    }
}

#[tokio::test]
async fn the_number_in_use_is_no_change() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    let own = OWNER.phone.unwrap_or_default();
    client.try_change_phone(own, OWNER.password).await.expect_error(422, "unchanged");
    assert_eq!(scene.server.database.count("outbox").await, 0);
}

#[tokio::test]
async fn whether_a_number_is_in_use_is_told_only_with_the_password() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&MEMBER).await;
    // Somebody else's number is asked for like any other: nobody learns who has it.
    let taken = client.try_change_phone(OWNER.phone.unwrap_or_default(), MEMBER.password).await;
    scene.server.database.let_time_pass(std::time::Duration::from_secs(300)).await;
    let free = client.try_change_phone("+447700900357", MEMBER.password).await;
    assert_eq!((taken.status, free.status), (200, 200));
    let own = scene.server.client_of(&OWNER).await;
    let answer = own.try_change_phone(OWNER.phone.unwrap_or_default(), "not the password").await;
    answer.expect_error(403, "wrong-password");
}
