//! The words that people get.

use crate::stage::{ADDRESS, NOON, Stage, mail};
use perfil_i18n::Locales;
use perfil_models::Language;
use perfil_models::view::DemoMessage;
use perfil_store::outbox::NewMessage;
use perfil_worker::DemoOutbox;
use perfil_worker::sms::segments::Segments;
use std::sync::Arc;

const MAILS: [&str; 5] = ["password-changed", "phone-changed", "phone-added", "phone-removed", "sign-in-blocked"];
const TEXTS: [&str; 4] = ["phone-code", "phone-changed-old", "phone-changed-new", "phone-removed"];

/// Every argument that any message uses, the name a hostile one.
const ARGUMENTS: &str = r#"{"name":"<script>alert(1)</script> & Ada","organization":"Acme \"&\" Sons","email":"ada@example.com",
    "when":"2026-11-24 10:15 (Europe/Berlin)","old":"+44 **** ***123","new":"+49 **** ***456","number":"+44 **** ***123"}"#;

async fn shown(stage: &Stage, ids: &[String]) -> Vec<DemoMessage> {
    let demo = DemoOutbox::new(Arc::new(stage.clock.clone()));
    let worker = crate::stage::Running::start(stage.worker(Arc::new(demo.clone()), Arc::new(demo.clone())));
    for id in ids {
        stage.reaches(id, "accepted").await;
    }
    worker.stop().await;
    demo.messages()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mail_is_complete_in_every_language() {
    let locales = Locales::load().unwrap();
    for language in Language::ALL {
        for template in MAILS {
            let stage = Stage::new().await;
            let new = NewMessage { template, language: language.tag(), arguments: ARGUMENTS, ..mail("row") };
            stage.queue(new).await;
            let messages = shown(&stage, &["row".to_owned()]).await;
            let DemoMessage { channel, recipient, subject, text, at } = &messages[0];
            assert_eq!((channel.as_str(), recipient.as_str()), ("email", ADDRESS));
            assert_eq!(at, "2026-11-24 09:15 (UTC)");
            let subject_id = format!("mail-{template}-subject");
            assert_eq!(subject.as_deref(), locales.text(language, &subject_id, &[]).ok().as_deref());
            assert!(text.contains("<script>alert(1)</script> & Ada"), "text is not escaped: {text}");
            assert!(text.contains("\nhttps://settings.example.com/settings/user\n"), "{text}");
            assert!(text.contains("Acme \"&\" Sons") && !text.contains("{{"), "{text}");
            println!("{language} {template}: {}\n{text}", subject.as_deref().unwrap_or_default());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn text_messages_stay_short() {
    for language in Language::ALL {
        let stage = Stage::new().await;
        let mut ids = Vec::new();
        for template in TEXTS.into_iter().filter(|template| *template != "phone-code") {
            let new = NewMessage {
                channel: "sms",
                template,
                language: language.tag(),
                recipient: "+447700900123",
                arguments: ARGUMENTS,
                ..mail(template)
            };
            stage.queue(new).await;
            ids.push(template.to_owned());
        }
        stage.queue_code_in("code", language.tag()).await;
        ids.push("code".to_owned());
        for message in shown(&stage, &ids).await {
            let segments = Segments::of(&message.text);
            println!("{language} {segments:?}: {}", message.text.replace('\n', " | "));
            let most = if language == Language::En { 1 } else { 2 };
            assert!(segments.count <= most, "{language} {segments:?}: {}", message.text);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s55_the_last_line_binds_the_code_to_the_host() {
    for language in Language::ALL {
        let stage = Stage::new().await;
        let sealed = stage.keys.seal(
            perfil_accounts::keys::Purpose::Outbox,
            "row",
            r#"{"code":"031337"}"#,
            &perfil_accounts::random::SystemRandom,
        );
        let new = NewMessage {
            channel: "sms",
            template: "phone-code",
            language: language.tag(),
            recipient: "+447700900123",
            arguments: r#"{"host":"settings.example.com","minutes":"5"}"#,
            sealed: Some(&sealed),
            ..mail("row")
        };
        stage.queue(new).await;
        let messages = shown(&stage, &["row".to_owned()]).await;
        assert_eq!(messages[0].text.lines().next_back(), Some("@settings.example.com #031337"));
        assert_eq!(messages[0].subject, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moment_is_written_in_the_readers_time_zone() {
    let stage = Stage::new().await;
    stage.queue(mail("row")).await;
    let messages = shown(&stage, &["row".to_owned()]).await;
    assert!(messages[0].text.contains("2026-11-24 10:15 (Europe/Berlin)"), "{}", messages[0].text);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_keeps_the_last_hundred_the_newest_first() {
    let stage = Stage::new().await;
    let ids: Vec<String> = (0..101).map(|number| format!("row-{number:03}")).collect();
    let demo = DemoOutbox::new(Arc::new(stage.clock.clone()));
    let worker = crate::stage::Running::start(stage.worker(Arc::new(demo.clone()), Arc::new(demo.clone())));
    for id in &ids {
        let arguments = format!(r#"{{"name":"{id}","organization":"Acme","email":"x","at":{NOON},"time_zone":null}}"#);
        stage.queue(NewMessage { arguments: &arguments, ..mail(id) }).await;
        stage.reaches(id, "accepted").await;
    }
    worker.stop().await;
    let messages = demo.messages();
    assert_eq!(messages.len(), 100);
    assert!(messages[0].text.contains("row-100") && messages[99].text.contains("row-001"));
    assert!(messages[0].text.contains("09:15 (UTC)"));
}
