//! SECURITY.md 49, 50, 54 and 55: how often texts go out, what they say, and who is told.

use perfil_tests::mail::MailServer;
use perfil_tests::people::number;
use perfil_tests::{Client, MEMBER, OWNER, STRANGER, Scene, Server, html};
use serde_json::json;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn s49_a_code_is_sent_again_after_30_seconds_and_five_times_in_all() {
    let scene = Scene::start().await;
    let (client, change, _) = scene.pending(&OWNER, &number(191)).await;
    let pass = async |time: Duration| scene.server.database.let_time_pass(time).await;
    client.resend(&change).await.expect_error(429, "resend-too-soon");
    pass(25 * SECOND).await;
    client.resend(&change).await.expect_error(429, "resend-too-soon");
    for left in [3, 2, 1, 0] {
        pass(30 * SECOND).await;
        let account = client.resend(&change).await.expect(200).json();
        assert_eq!(account["pending_phone"]["resends_left"], left);
        client.resend(&change).await;
    }
    pass(30 * SECOND).await;
    client.resend(&change).await.expect_error(429, "no-resends-left");
    let last = scene.sms.wait_for_code(&number(191), 5).await;
    assert_eq!(scene.sms.texts_to(&number(191)).len(), 5);
    client.validate(&change, &last).await.expect(200);
}

#[tokio::test]
async fn s49_a_person_gets_five_texts_in_ten_minutes_however_they_are_asked_for() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    let mut sent = 0;
    for minute in 0..10 {
        let answer = client.try_change_phone(&number(350 + minute), OWNER.password).await;
        sent += usize::from(answer.status == 200);
        scene.server.database.let_time_pass(MINUTE).await;
    }
    assert_eq!(sent, 5);
}

#[tokio::test]
async fn s49_only_the_newest_code_counts() {
    let scene = Scene::start().await;
    let (client, change, first) = scene.pending(&OWNER, &number(193)).await;
    scene.server.database.let_time_pass(30 * SECOND).await;
    client.resend(&change).await.expect(200);
    let second = scene.sms.wait_for_code(&number(193), 2).await;
    if first != second {
        client.validate(&change, &first).await.expect_error(422, "wrong-code");
    }
    client.validate(&change, &second).await.expect(200);
}

#[tokio::test]
async fn s49_twenty_parallel_resends_send_one() {
    let scene = Scene::start().await;
    let (client, change, _) = scene.pending(&OWNER, &number(194)).await;
    scene.server.database.let_time_pass(30 * SECOND).await;
    let answers = perfil_tests::probes::at_once(20, |_| {
        let (client, change) = (client.clone(), change.clone());
        async move { client.resend(&change).await }
    })
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
    assert_eq!(scene.server.database.messages("phone-code").await.len(), 2);
}

/// Asks for texts, four minutes apart, until one is refused; how many were sent.
async fn sent_until_refused(scene: &Scene, clients: &[(Client, &str)], to: impl Fn(usize) -> String) -> usize {
    for count in 0..60 {
        let (client, password) = &clients[count % clients.len()];
        let answer = client.try_change_phone(&to(count), password).await;
        if answer.status != 200 {
            answer.expect_error(429, "too-many-messages");
            return count;
        }
        scene.server.database.let_time_pass(4 * MINUTE).await;
    }
    panic!("sixty texts were sent");
}

async fn three_people(scene: &Scene) -> Vec<(Client, &'static str)> {
    let mut clients = Vec::new();
    for person in [OWNER, MEMBER, STRANGER] {
        clients.push((scene.server.client_of(&person).await, person.password));
    }
    clients
}

#[tokio::test]
async fn s50_a_number_gets_ten_texts_a_day_whoever_asks() {
    let scene = Scene::of(Server::builder().with(STRANGER)).await;
    let clients = three_people(&scene).await;
    assert_eq!(sent_until_refused(&scene, &clients, |_| number(195)).await, 10);
    clients[0].0.try_change_phone(&number(196), OWNER.password).await.expect(200);
    assert_eq!(scene.server.database.messages("phone-code").await.len(), 11);
}

#[tokio::test]
async fn s50_a_network_asks_for_thirty_texts_a_day() {
    let builder = Server::builder().with(STRANGER).set("PERFIL_TRUSTED_PROXIES", "127.0.0.1");
    let scene = Scene::of(builder).await;
    let mut clients = Vec::new();
    for person in [OWNER, MEMBER, STRANGER] {
        let client = scene.server.client().with("x-forwarded-for", "203.0.113.7");
        client.sign_in(&person).await;
        clients.push((client, person.password));
    }
    let sent = sent_until_refused(&scene, &clients, |count| number(200 + count as u16)).await;
    // While two hours pass, the bucket drains by two or three.
    assert!((30..=33).contains(&sent), "{sent}");
    let elsewhere = clients[0].0.clone().with("x-forwarded-for", "203.0.113.8");
    elsewhere.try_change_phone(&number(299), OWNER.password).await.expect(200);
}

#[tokio::test]
async fn s50_a_dial_code_gets_as_many_texts_a_day_as_the_operator_says() {
    let scene = Scene::of(Server::builder().with(STRANGER).set("PERFIL_SMS_PER_DIAL_CODE", "4")).await;
    let clients = three_people(&scene).await;
    let mut sent = 0;
    for round in 0..6 {
        let (client, password) = &clients[round % 3];
        let answer = client.try_change_phone(&number(260 + round as u16), password).await;
        match answer.status {
            200 => sent += 1,
            _ => _ = answer.expect_error(429, "too-many-messages"),
        }
    }
    assert_eq!(sent, 4, "different people, different numbers, one dial code");
    let form = json!({ "country": "US", "number": "+1 202 555 0143", "password": OWNER.password });
    clients[0].0.call("/api/phone/change", form).await.expect(200);
    scene.server.database.let_time_pass(Duration::from_secs(6 * 3_600)).await;
    clients[1].0.try_change_phone(&number(266), MEMBER.password).await.expect(200);
    clients[1].0.try_change_phone(&number(267), MEMBER.password).await.expect_error(429, "too-many-messages");
}

#[tokio::test]
async fn s50_a_refused_request_sends_nothing_and_ends_nothing() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    for count in 0..5 {
        client.change_phone(&OWNER, &number(300 + count)).await;
    }
    let waiting = client.account().await["pending_phone"]["change"].clone();
    client.try_change_phone(&number(305), OWNER.password).await.expect_error(429, "too-many-messages");
    assert_eq!(client.account().await["pending_phone"]["change"], waiting);
    assert_eq!(scene.server.database.messages("phone-code").await.len(), 5);
}

#[tokio::test]
async fn s54_the_old_number_is_replaced_only_on_success_and_all_are_told() {
    let mail = MailServer::start().await;
    let scene = Scene::of(Server::builder().smtp(mail.url())).await;
    let old = OWNER.phone.unwrap_or_default();
    let (client, change, code) = scene.pending(&OWNER, &number(197)).await;
    assert_eq!(scene.server.database.phone(OWNER.email).await.as_deref(), Some(old));
    assert!(scene.sms.texts_to(old).is_empty(), "nothing has happened to the old number");
    let account = client.validate(&change, &code).await.expect(200).json();
    assert_eq!(account["phone"]["display"], "+44 7700 900197");
    assert_eq!(account["pending_phone"], json!(null));

    let to_old = scene.sms.wait_for(old, 1).await.text;
    assert!(to_old.contains("+44*******197") && !to_old.contains(&number(197)), "{to_old}");
    let to_new = scene.sms.wait_for(&number(197), 2).await.text;
    assert!(to_new.contains("phone number of your Perfil account"), "{to_new}");
    let told = mail.wait_for(OWNER.email, "phone number was changed").await;
    assert!(told.text.contains("+44*******001") && told.text.contains("+44*******197"), "{}", told.text);
    assert!(!told.source.contains(&number(197)) && !told.source.contains(old), "masked everywhere");
}

#[tokio::test]
async fn s55_the_last_line_binds_the_code_to_the_site() {
    let scene = Scene::of(Server::builder().public_url("https://account.example.test")).await;
    let (_, _, code) = scene.pending(&OWNER, &number(198)).await;
    let text = scene.sms.wait_for(&number(198), 1).await.text;
    assert_eq!(text.lines().last(), Some(format!("@account.example.test #{code}").as_str()), "{text}");
    assert!(text.starts_with(&code) && text.chars().count() <= 160, "{text}");
}

#[tokio::test]
async fn s55_the_host_comes_from_the_configuration_never_from_the_request() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    let form = json!({ "form": { "country": "GB", "number": number(199), "password": OWNER.password } });
    let call = client.post("/api/phone/change").json(&form).header("host", "evil.example");
    call.header("x-forwarded-host", "evil.example").header("forwarded", "host=evil.example").send().await.expect(200);
    let text = scene.sms.wait_for(&number(199), 1).await;
    assert!(!text.text.contains("evil") && text.text.contains("\n@localhost #"), "{}", text.text);
    assert!(!text.parameters["dlr-url"].contains("evil"), "{}", text.parameters["dlr-url"]);
}

#[tokio::test]
async fn s55_the_field_takes_the_code_from_the_text() {
    let scene = Scene::start().await;
    let (client, _, _) = scene.pending(&OWNER, &number(197)).await;
    let page = client.page("/settings/phone").await.expect(200);
    let field =
        html::tags(&page.body).into_iter().find(|tag| tag.attribute("name") == Some("code")).expect("the field");
    assert_eq!(field.attribute("autocomplete"), Some("one-time-code"));
    assert_eq!(field.attribute("inputmode"), Some("numeric"));
}
