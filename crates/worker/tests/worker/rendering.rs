//! The words that people get.

use crate::stage::{ADDRESS, NOON, Stage, mail};
use perfil_accounts::keys::Purpose;
use perfil_accounts::random::SystemRandom;
use perfil_i18n::Locales;
use perfil_models::Language;
use perfil_models::view::DemoMessage;
use perfil_store::outbox::NewMessage;
use perfil_worker::DemoOutbox;
use perfil_worker::sms::segments::{Coding, Segments};
use std::sync::Arc;

/// Every mail, and where its button leads below the public URL.
const MAILS: [(&str, &str); 24] = [
    ("password-changed", "/settings/user"),
    ("password-reset", "/reset-password?t=TOKEN"),
    ("invitation", "/welcome?t=TOKEN"),
    ("password-was-reset", "/settings/user"),
    ("email-confirm", "/confirm-email?t=TOKEN"),
    ("email-change-requested", "/settings/user"),
    ("email-taken", "/settings/user"),
    ("email-changed-old", "/undo?t=TOKEN"),
    ("email-changed-new", "/settings/user"),
    ("email-change-failed", "/settings/user"),
    ("email-restored", "/forgot-password"),
    ("phone-changed", "/settings/user"),
    ("phone-added", "/settings/user"),
    ("phone-removed", "/settings/user"),
    ("phone-restored", "/forgot-password"),
    ("sign-in-blocked", "/settings/user"),
    ("factor-added", "/settings/two-step"),
    ("factor-removed", "/settings/two-step"),
    ("recovery-codes-made", "/settings/two-step"),
    ("recovery-code-used", "/settings/two-step"),
    ("data-exported", "/settings/privacy"),
    ("deletion-requested", "/undo?t=TOKEN"),
    ("deletion-reminder", "/settings/privacy"),
    ("deletion-stopped", "/organization"),
];
const TEXTS: [&str; 5] =
    ["phone-changed-old", "phone-changed-new", "phone-removed", "phone-restored", "password-was-reset"];

/// Every argument that any message uses, the name a hostile one.
const ARGUMENTS: &str = r#"{"name":"<script>alert(1)</script> & Ada","organization":"Acme \"&\" Sons","email":"ada@example.com",
    "when":"24 November 2026 at 10:15 CET","old":"+44 **** ***123","new":"+49 **** ***456","number":"+44 **** ***123",
    "factor":"<b>Ada's</b> phone","left":9,"end":{"moment":1796721300000}}"#;

/// As long as a real one: 43 letters.
const TOKEN: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

fn sealed_token(stage: &Stage, id: &str) -> String {
    stage.keys.seal(Purpose::Outbox, id, &format!("{{\"token\":\"{TOKEN}\"}}"), &SystemRandom)
}

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
        for (template, page) in MAILS {
            let stage = Stage::new().await;
            let sealed = page.contains("TOKEN").then(|| sealed_token(&stage, "row"));
            let language_tag = language.tag();
            let new = NewMessage { template, language: language_tag, arguments: ARGUMENTS, ..mail("row") };
            let new = NewMessage { sealed: sealed.as_deref(), ..new };
            stage.queue(new).await;
            let messages = shown(&stage, &["row".to_owned()]).await;
            let DemoMessage { channel, recipient, subject, text, at } = &messages[0];
            assert_eq!((channel.as_str(), recipient.as_str()), ("email", ADDRESS));
            assert_eq!(at, "2026-11-24 09:15 (UTC)");
            let subject_id = format!("mail-{template}-subject");
            assert_eq!(subject.as_deref(), locales.text(language, &subject_id, &[]).ok().as_deref());
            assert!(text.contains("<script>alert(1)</script> & Ada"), "text is not escaped: {text}");
            let link = format!("\nhttps://settings.example.com{}\n", page.replace("TOKEN", TOKEN));
            assert!(text.contains(&link), "{link}: {text}");
            assert!(text.contains("Acme \"&\" Sons") && !text.contains("{{"), "{text}");
            assert!(!template.starts_with("factor-") || text.contains("<b>Ada's</b> phone"), "{text}");
            println!("{language} {template}: {}\n{text}", subject.as_deref().unwrap_or_default());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn text_messages_stay_short() {
    for language in Language::ALL {
        let stage = Stage::new().await;
        let mut ids = Vec::new();
        for template in TEXTS {
            let sealed = sealed_token(&stage, template);
            let new = NewMessage {
                channel: "sms",
                template,
                language: language.tag(),
                recipient: "+447700900123",
                arguments: ARGUMENTS,
                sealed: (template == "phone-changed-old").then_some(sealed.as_str()),
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
            let most = if segments.coding == Coding::Gsm7 { 1 } else { 2 };
            assert!(segments.count <= most, "{language} {segments:?}: {}", message.text);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s55_the_last_line_binds_the_code_to_the_host() {
    for language in Language::ALL {
        let stage = Stage::new().await;
        let sealed = stage.keys.seal(Purpose::Outbox, "row", r#"{"code":"031337"}"#, &SystemRandom);
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
    for (language, country, when) in [
        ("en", "GB", "24 November 2026 at 10:15 CET"),
        ("en", "US", "November 24, 2026 at 10:15\u{202f}AM GMT+1"),
        ("de", "AT", "24. November 2026 um 10:15 MEZ"),
        ("es", "ES", "24 de noviembre de 2026 a las 10:15 CET"),
    ] {
        let stage = Stage::new().await;
        let arguments = format!(
            r#"{{"name":"Ada","organization":"Acme","email":"x","at":{NOON},"country":"{country}","time_zone":"Europe/Berlin"}}"#
        );
        stage.queue(NewMessage { language, arguments: &arguments, ..mail("row") }).await;
        let messages = shown(&stage, &["row".to_owned()]).await;
        assert!(messages[0].text.contains(when), "{}", messages[0].text);
    }
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
    assert!(messages[0].text.contains("09:15 UTC"));
}
