//! What a person sees on *Notifications* of what the platform told and of what was sent: imports, tests, failures and the
//! history.

use crate::events::{joined, payment, sample, silent};
use perfil_tests::mail::MailServer;
use perfil_tests::sms::Mood;
use perfil_tests::wait::{until, until_true};
use perfil_tests::{MEMBER, OWNER, Platform, STRANGER, Scene, Server};
use serde_json::{Value, json};
use std::time::Duration;

#[tokio::test]
async fn imports_are_shown_to_who_imports_with_progress_counts_and_reasons() {
    let server = silent().start().await;
    let (platform, user) = (Platform::of(&server), server.database.external_id(MEMBER.email).await);
    let client = server.client_of(&MEMBER).await;
    let import = async || client.notifications().await["imports"][0].clone();
    let tell = async |kind: &str, more: Value| {
        let (needed, besides) = sample(kind, &user);
        let data = joined(&joined(&needed, &besides), &json!({ "import": "import-7" }));
        platform.tell(kind, joined(&data, &more)).await.expect(200);
    };
    tell("contact_import.started", json!({ "total": 2_000 })).await;
    assert_eq!((&import().await["state"], &import().await["percent"]), (&json!("running"), &json!(0)));
    tell("contact_import.progress", json!({ "done": 1_500, "total": 2_000 })).await;
    let running = import().await;
    assert_eq!([&running["done"], &running["total"]], [&json!("1,500"), &json!("2,000")]);
    assert_eq!(
        (&running["percent"], &running["name"], &running["id"]),
        (&json!(75), &json!("spring.csv"), &json!("import-7"))
    );
    tell("contact_import.progress", json!({ "done": 1_200, "total": 2_000 })).await;
    assert_eq!(import().await["percent"], 75, "what comes late does not turn it back");

    tell("contact_import.completed", json!({ "imported": 1_997 })).await;
    let done = import().await;
    assert_eq!(
        [&done["state"], &done["imported"], &done["rejected"]],
        [&json!("completed"), &json!("1,997"), &json!("3")]
    );
    assert_eq!(done["reasons"], json!([["no address", "2"], ["listed before", "1"]]));
    tell("contact_import.progress", json!({ "done": 1_600 })).await;
    assert_eq!(import().await, done, "what is over stays over");
    assert_eq!(server.client_of(&OWNER).await.notifications().await["imports"], json!([]), "nobody else's");
}

#[tokio::test]
async fn a_test_is_sent_by_the_channel_asked_for_and_its_result_is_shown() {
    let mail = MailServer::start().await;
    let scene = Scene::of(Server::builder().smtp(mail.url())).await;
    let client = scene.server.client_of(&OWNER).await;
    for (place, channel) in ["email", "sms"].into_iter().enumerate() {
        let shown = client.call("/api/notifications/test", json!({ "channel": channel })).await.expect(200).json();
        let tests = shown["tests"].as_array().expect("tests");
        assert_eq!(tests.len(), place + 1);
        let test = tests.iter().find(|test| test["channel"] == channel).expect("this one");
        assert_eq!((&test["topic"], &test["why"]), (&Value::Null, &Value::Null));
        assert!(["waiting", "sent"].contains(&test["state"].as_str().expect("a state")), "{test}");
    }
    mail.wait_for(OWNER.email, "").await;
    scene.sms.wait_for(OWNER.phone.unwrap_or_default(), 1).await;
    let sent = async || {
        let tests = client.notifications().await["tests"].clone();
        tests.as_array().expect("tests").iter().all(|test| test["state"] == "sent")
    };
    until_true("both results", Duration::from_secs(20), sent).await;
    assert_eq!((mail.mails().len(), scene.sms.texts().len()), (1, 1));
}

fn entries(history: &Value) -> Vec<Value> {
    history["entries"].as_array().expect("entries").clone()
}

#[tokio::test]
async fn the_history_tells_what_was_sent_and_why_not_the_newest_first() {
    let server = silent().with(STRANGER).start().await;
    let platform = Platform::of(&server);
    let client = server.client_of(&OWNER).await;
    platform.tell("payment.failed", joined(&payment(123_450), &json!({ "reason": "card expired" }))).await.expect(200);
    client.choose_billing(json!({ "invoices_email": false })).await;
    platform.tell("invoice.issued", sample("invoice.issued", "").0).await.expect(200);
    let history = client.notification_history(None).await;
    assert_eq!((&history["kept_days"], &history["more"]), (&json!(90), &Value::Null));
    let entries = entries(&history);
    let mut lines: Vec<_> = entries
        .iter()
        .map(|entry| {
            let why = entry["why"]["id"].as_str().unwrap_or_default();
            let word = |name: &str| entry[name].as_str().expect("a word").to_owned();
            format!(
                "{} {} {} {} {why}",
                word("topic"),
                word("channel"),
                word("state"),
                entry["what"]["id"].as_str().expect("a sentence")
            )
        })
        .collect();
    lines[..2].sort();
    lines[2..].sort();
    let expected = [
        "invoices email not-sent notice-invoice-issued-no-due why-email-off",
        "invoices sms not-sent notice-invoice-issued-no-due why-sms-off",
        "payments email waiting notice-payment-failed ",
        "payments sms not-sent notice-payment-failed why-sms-off",
    ];
    assert_eq!(lines, expected);
    let mailed = entries.iter().find(|entry| entry["state"] == "waiting").expect("the mail");
    assert!(
        mailed["what"].to_string().contains("1,234.50")
            && !mailed["to"].as_str().expect("an address").contains(OWNER.email)
    );
    for stranger in [&STRANGER, &MEMBER] {
        let history = server.client_of(stranger).await.notification_history(None).await;
        assert_eq!(history["entries"], json!([]), "{}", stranger.email);
    }
}

#[tokio::test]
async fn the_history_goes_on_page_by_page_for_ninety_days() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let client = server.client_of(&OWNER).await;
    let batch: Vec<_> = (0..45).map(|_| platform.event("payment.succeeded", payment(100))).collect();
    platform.tell_batch(&batch).await.expect(200);
    let (mut ids, mut more) = (Vec::new(), None);
    loop {
        let page = client.notification_history(more.as_deref()).await;
        ids.extend(entries(&page).iter().map(|entry| entry["id"].as_str().expect("an id").to_owned()));
        more = page["more"].as_str().map(str::to_owned);
        if more.is_none() {
            break;
        }
    }
    assert_eq!(ids.len(), 90, "each event on two channels");
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 90, "none twice");
    for nonsense in ["x", "", "1", "9999999999999999999:x", "' OR ''='"] {
        let form = json!({ "before": nonsense });
        let answer = client.call("/api/notifications/history", form).await;
        assert!(matches!(answer.status, 200 | 400 | 422), "{nonsense}: {}", answer.status);
    }
    server.database.let_time_pass(Duration::from_secs(91 * 86_400)).await;
    let client = server.client_of(&OWNER).await;
    assert_eq!(client.notification_history(None).await["entries"], json!([]));
}

#[tokio::test]
async fn a_channel_that_fails_is_shown_until_something_arrives_by_it() {
    let scene = Scene::start().await;
    let client = scene.server.client_of(&OWNER).await;
    let test = async || client.call("/api/notifications/test", json!({ "channel": "sms" })).await.expect(200).json();
    assert_eq!(test().await["troubles"], json!([]));
    scene.sms.wait_for(OWNER.phone.unwrap_or_default(), 1).await;
    scene.sms.is(Mood::Answers(400));
    test().await;
    let trouble = async || client.notifications().await["troubles"].get(0).cloned();
    let trouble = until("the failure to be shown", Duration::from_secs(30), trouble).await;
    assert_eq!((&trouble["channel"], &trouble["state"]), (&json!("sms"), &json!("failed")));
    assert!(trouble["why"]["id"].as_str().is_some_and(|why| why.starts_with("why-")), "{trouble}");
    assert!(!trouble.to_string().contains("400"), "no words of a gateway: {trouble}");
    scene.sms.is(Mood::Accepts);
    test().await;
    let gone = async || client.notifications().await["troubles"] == json!([]);
    until_true("the failure to be over", Duration::from_secs(30), gone).await;
}
