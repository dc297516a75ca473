//! The words about topics, in every language, and how to be rid of them.

use crate::stage::{NUMBER, PUBLIC_URL, Peer, Running, Stage, mail};
use async_trait::async_trait;
use perfil_i18n::Locales;
use perfil_models::{Language, Topic};
use perfil_store::outbox::NewMessage;
use perfil_worker::sms::segments::{Coding, Segments};
use perfil_worker::{Accepted, DemoOutbox, MailMessage, MailSender, SendFailure};
use std::sync::{Arc, Mutex};

const NOTIFICATIONS: &str = "https://settings.example.com/settings/notifications";
const ORGANIZATION: &str = "https://settings.example.com/organization";
const INVOICE: &str = "https://shop.example.com/invoices/7?a=1&b=2";

/// Every template, what it is about, the template whose subject it has, and where its button leads.
const TEMPLATES: [(&str, &str, &str, &str); 11] = [
    ("import-completed", "contact-imports", "import-completed", NOTIFICATIONS),
    ("import-completed-with-rejects", "contact-imports", "import-completed-with-rejects", NOTIFICATIONS),
    ("import-failed", "contact-imports", "import-failed", NOTIFICATIONS),
    ("payment-succeeded", "payments", "payment-succeeded", NOTIFICATIONS),
    ("payment-failed", "payments", "payment-failed", NOTIFICATIONS),
    ("payment-failed-no-reason", "payments", "payment-failed", NOTIFICATIONS),
    ("invoice-issued", "invoices", "invoice-issued", INVOICE),
    ("invoice-issued-no-due", "invoices", "invoice-issued", INVOICE),
    ("credit-low", "low-credit", "credit-low", NOTIFICATIONS),
    ("role-asked", "role-requests", "role-asked", ORGANIZATION),
    ("test", "test", "test", NOTIFICATIONS),
];

/// What a reader in that country sees of the figures below: an amount, a count, a day, and the moment.
const WRITTEN: [(Language, &str, [&str; 4]); 4] = [
    (Language::En, "GB", ["€1,234.50", "12,345", "24 December 2026", "24 November 2026 at 10:15 CET"]),
    (Language::De, "DE", ["1.234,50\u{a0}€", "12.345", "24. Dezember 2026", "24. November 2026 um 10:15 MEZ"]),
    (
        Language::Es,
        "ES",
        ["1234,50\u{a0}€", "12.345", "24 de diciembre de 2026", "24 de noviembre de 2026 a las 10:15 CET"],
    ),
    (Language::Ar, "EG", ["١٬٢٣٤٫٥٠\u{a0}€", "١٢٬٣٤٥", "٢٤ ديسمبر ٢٠٢٦", "٢٤ نوفمبر ٢٠٢٦ في ١٠:١٥ ص"]),
];

/// Every argument that any template has; the names are hostile, or as long as real ones.
fn arguments(country: &str, names: [&str; 3], url: &str) -> String {
    let [import, payment, invoice] = names;
    serde_json::json!({
        "name": "<b>Ada</b>", "organization": "Acme & Sons", "at": crate::stage::NOON, "country": country,
        "time_zone": "Europe/Berlin", "import": import, "payment": payment, "invoice": invoice,
        "reason": "the card has <expired>", "url": url,
        "imported": { "count": 12_345 }, "rejected": { "count": 7 },
        "amount": { "minor": 123_450, "currency": "EUR" }, "balance": { "minor": 123_450, "currency": "EUR" },
        "minimum": { "minor": 500_000, "currency": "EUR" }, "due": { "date": "2026-12-24" },
        "asker": "Friederike Hohenstein-Ahlsdorf", "role": { "role": "billing" },
    })
    .to_string()
}

const HOSTILE: [&str; 3] = ["<i>a</i>.csv", "p<1>", "i<1>"];
const REAL: [&str; 3] = ["customers-november-2026.csv", "pi_3MtwBwLkdIwHu7ix28a3tqPa", "INV-2026-000123"];

/// Keeps mails as they were to be sent.
#[derive(Default)]
struct Letters(Mutex<Vec<MailMessage>>);

#[async_trait]
impl MailSender for Letters {
    async fn send(&self, mail: &MailMessage) -> Result<Accepted, SendFailure> {
        self.0.lock().unwrap().push(mail.clone());
        Ok(Accepted::default())
    }
}

/// The mail that the row becomes.
async fn letter(new: NewMessage<'_>) -> MailMessage {
    let (stage, letters) = (Stage::new().await, Arc::new(Letters::default()));
    let worker = Running::start(stage.worker(letters.clone(), Peer::with([])));
    stage.queue(new).await;
    stage.reaches("row", "accepted").await;
    worker.stop().await;
    letters.0.lock().unwrap().remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mail_about_a_topic_is_complete_in_every_language() {
    let locales = Locales::load().unwrap();
    for (language, country, [amount, count, day, when]) in WRITTEN {
        for (template, topic, words, page) in TEMPLATES {
            let arguments = arguments(country, HOSTILE, INVOICE);
            let new = NewMessage { template, topic: Some(topic), language: language.tag(), ..mail("row") };
            let MailMessage { subject, text, html, .. } = letter(NewMessage { arguments: &arguments, ..new }).await;
            println!("{language} {template}: {subject}\n{text}\n");
            assert_eq!(subject, locales.text(language, &format!("mail-{words}-subject"), &[]).unwrap());
            assert!(text.contains(&format!("\n{page}\n")) && html.contains(&page.replace('&', "&amp;")), "{text}");
            assert!(text.contains("<b>Ada</b>") && text.contains("Acme & Sons") && text.contains(when), "{text}");
            assert!(!text.contains("{{") && !html.contains("<b>") && !html.contains("<i>"), "{html}");
            let figures = match template {
                "import-completed" | "import-completed-with-rejects" => vec![count],
                "invoice-issued" => vec![amount, day],
                "import-failed" | "role-asked" | "test" => vec![],
                _ => vec![amount],
            };
            assert!(figures.iter().all(|figure| text.contains(figure)), "{figures:?}: {text}");
            let has_reason = matches!(template, "import-failed" | "payment-failed" | "role-asked");
            assert_eq!(text.contains("the card has <expired>"), has_reason, "{text}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s60_mails_about_topics_can_be_ended_and_no_others() {
    for (template, topic, ..) in TEMPLATES {
        let arguments = arguments("GB", REAL, INVOICE);
        let new = NewMessage { template, topic: Some(topic), arguments: &arguments, ..mail("row") };
        let letter = letter(new).await;
        let known = Topic::from_word(topic);
        assert_eq!(letter.unsubscribe.is_some(), known.is_some(), "{template}");
        assert_eq!(letter.text.contains("Notifications in your settings.\n\nStop mails"), known.is_some());
        let Some(topic) = known else { continue };
        let stage = Stage::new().await;
        let token = perfil_accounts::unsubscribe_token(&stage.keys, "ada", topic);
        let link = format!("{PUBLIC_URL}/unsubscribe?t={token}");
        assert_eq!(letter.unsubscribe.as_deref(), Some(link.as_str()));
        assert!(letter.text.ends_with(&format!(":\n{link}\n")), "{}", letter.text);
        assert!(letter.html.contains(&format!("<a href=\"{link}\"")), "{}", letter.html);
    }
    let security = letter(mail("row")).await;
    assert_eq!(security.unsubscribe, None);
    assert!(security.text.ends_with("Mails of this kind cannot be switched off.\n"), "{}", security.text);
    assert!(!security.html.contains("unsubscribe"), "{}", security.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_without_an_address_leads_to_the_settings() {
    for (url, page, button) in [
        (INVOICE, INVOICE, "Open the invoice"),
        ("", NOTIFICATIONS, "Open my settings"),
        ("http://shop.example.com/7", NOTIFICATIONS, "Open my settings"),
        ("https://shop.example.com/7\r\nx", NOTIFICATIONS, "Open my settings"),
        ("javascript:alert(1)", NOTIFICATIONS, "Open my settings"),
    ] {
        let arguments = arguments("GB", REAL, url);
        let new = NewMessage { template: "invoice-issued", topic: Some("invoices"), ..mail("row") };
        let letter = letter(NewMessage { arguments: &arguments, ..new }).await;
        assert!(letter.text.contains(&format!("\n{button}:\n{page}\n")), "{url}: {}", letter.text);
    }
}

/// The text messages of all templates with these arguments.
async fn texts(language: Language, arguments: &str) -> Vec<String> {
    let stage = Stage::new().await;
    let demo = DemoOutbox::new(Arc::new(stage.clock.clone()));
    let worker = Running::start(stage.worker(Arc::new(demo.clone()), Arc::new(demo.clone())));
    for (template, topic, ..) in TEMPLATES {
        let new = NewMessage { template, topic: Some(topic), language: language.tag(), ..mail(template) };
        stage.queue(NewMessage { channel: "sms", recipient: NUMBER, arguments, ..new }).await;
        stage.reaches(template, "accepted").await;
    }
    worker.stop().await;
    demo.messages().into_iter().rev().map(|message| message.text).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn text_messages_about_topics_are_short() {
    for (language, country, _) in WRITTEN {
        let arguments = arguments(country, REAL, INVOICE);
        let mut segments = 0;
        for (text, (template, ..)) in texts(language, &arguments).await.into_iter().zip(TEMPLATES) {
            let count = Segments::of(&text);
            println!("{language} {template} {count:?}: {text}");
            segments += count.count;
            assert_eq!(count.count, 1, "{language} {template} {count:?}: {text}");
            assert_eq!(count.coding == Coding::Gsm7, language != Language::Ar, "{text}");
            assert!(text.starts_with("Perfil") && !text.contains(['\u{a0}', '\u{202f}']), "{text}");
        }
        println!("{language}: {segments} segments for {} messages", TEMPLATES.len());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_in_text_messages_are_cut_where_that_saves_a_segment() {
    let long = ["Kontakte – Größe „XL“ aus dem Süden, zweite Lieferung.xlsx", "p", "i"];
    let german = texts(Language::De, &arguments("DE", long, INVOICE)).await;
    assert!(german[0].contains("von Kontakte - Größe \"XL\" aus dem Süden,... abgeschlossen"), "{}", german[0]);
    let arabic = texts(Language::Ar, &arguments("EG", REAL, INVOICE)).await;
    assert!(arabic[0].contains("customers-november-2026.csv"), "{}", arabic[0]);
    assert!(arabic[1].contains("customers-november-20..."), "{}", arabic[1]);
    let spanish = texts(Language::Es, &arguments("MX", ["Líneas móviles.csv", "p", "i"], INVOICE)).await;
    assert!(spanish[0].contains("Lineas moviles.csv"), "{}", spanish[0]);
    assert!(spanish[3].contains("EUR 1,234.50"), "{}", spanish[3]);
    let foreign = texts(Language::En, &arguments("GB", ["عملاء", "p", "i"], INVOICE)).await;
    assert!(foreign[0].contains("عملاء") && Segments::of(&foreign[0]).coding == Coding::Ucs2, "{}", foreign[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_of_no_known_shape_is_given_up() {
    let stage = Stage::new().await;
    let worker = stage.run(&Peer::with([]));
    for (id, figure) in [
        ("shape", r#"{"euros":5}"#),
        ("day", r#"{"date":"2026-02-30"}"#),
        ("half", r#"{"minor":1.5,"currency":"EUR"}"#),
        ("role", r#"{"role":"emperor"}"#),
    ] {
        let arguments = format!(r#"{{"name":"Ada","organization":"Acme","email":"x","when":"now","due":{figure}}}"#);
        stage.queue(NewMessage { arguments: &arguments, ..mail(id) }).await;
        let row = stage.reaches(id, "dead").await;
        assert_eq!(row.last_error.as_deref(), Some("the argument due is no amount, count, day or role"));
    }
    worker.stop().await;
}
