//! Who is told of an event, by which channel, in whose language and time, and why not.

use crate::events::{joined, payment, sample, silent};
use perfil_models::Role;
use perfil_tests::mail::MailServer;
use perfil_tests::notifications::told;
use perfil_tests::wait::until_true;
use perfil_tests::{BILLING, Client, MEMBER, OWNER, Person, Platform, STRANGER, Server};
use serde_json::{Value, json};
use std::time::Duration;

const ADMIN: Person = Person { email: "ada.admin@example.test", role: Role::Admin, ..MEMBER };
const GONE: Person = Person { email: "greta.gone@example.test", role: Role::Owner, ..MEMBER };

#[tokio::test]
async fn who_may_see_bills_is_told_of_money_and_nobody_else() {
    let server = silent().people(&[OWNER, BILLING, ADMIN, MEMBER, GONE, STRANGER]).start().await;
    server.database.execute(&format!("UPDATE users SET disabled_at = 1 WHERE email = '{}'", GONE.email)).await;
    let platform = Platform::of(&server);
    for (kind, template) in [
        ("payment.succeeded", "payment-succeeded"),
        ("payment.failed", "payment-failed-no-reason"),
        ("invoice.issued", "invoice-issued-no-due"),
    ] {
        platform.tell(kind, sample(kind, "").0).await.expect(200);
        let lines = ["bea.billing", "olive.owner"]
            .map(|person| [format!("{person} email {template}"), format!("{person} sms {template}: sms-off")]);
        assert_eq!(told(&server).await, lines.concat());
        server.database.execute("DELETE FROM outbox").await;
    }
    for (kind, template) in [("payment.failed", "payment-failed"), ("invoice.issued", "invoice-issued")] {
        let (needed, besides) = sample(kind, "");
        platform.tell(kind, joined(&needed, &besides)).await.expect(200);
        let rows = server.database.messages(template).await;
        assert_eq!(rows.len(), 4, "{kind} with everything");
    }
}

#[tokio::test]
async fn who_imports_is_told_how_it_went_and_nobody_else() {
    let server = silent().people(&[OWNER, BILLING, MEMBER]).start().await;
    let (platform, user) = (Platform::of(&server), server.database.external_id(MEMBER.email).await);
    for kind in ["contact_import.started", "contact_import.progress"] {
        platform.tell(kind, sample(kind, &user).0).await.expect(200);
    }
    assert!(told(&server).await.is_empty(), "what goes on is seen on the page");
    for (kind, rejects, template) in [
        ("contact_import.completed", false, "import-completed"),
        ("contact_import.completed", true, "import-completed-with-rejects"),
        ("contact_import.failed", false, "import-failed"),
    ] {
        let (needed, besides) = sample(kind, &user);
        let data = if rejects { joined(&needed, &besides) } else { needed };
        platform.tell(kind, joined(&data, &json!({ "import": template }))).await.expect(200);
        let lines = [format!("miro.member email {template}"), format!("miro.member sms {template}: sms-off")];
        assert_eq!(told(&server).await, lines);
        server.database.execute("DELETE FROM outbox").await;
    }
    server.database.execute(&format!("UPDATE users SET disabled_at = 1 WHERE email = '{}'", MEMBER.email)).await;
    let data = joined(&sample("contact_import.failed", &user).0, &json!({ "import": "the last one" }));
    platform.tell("contact_import.failed", data).await.expect(200);
    assert!(told(&server).await.is_empty(), "whoever was deactivated is told nothing");
}

#[tokio::test]
async fn each_is_told_by_the_channels_of_the_own_choice() {
    let server = silent().with(BILLING).start().await;
    let platform = Platform::of(&server);
    let client = server.client_of(&OWNER).await;
    client.choose_billing(json!({ "payments_sms": true, "payments_email": false, "invoices_email": false })).await;
    platform.tell("payment.succeeded", payment(100)).await.expect(200);
    let expected = [
        "bea.billing email payment-succeeded",
        "bea.billing sms payment-succeeded: sms-off",
        "olive.owner email payment-succeeded: email-off",
        "olive.owner sms payment-succeeded",
    ];
    assert_eq!(told(&server).await, expected);
    server.database.execute("DELETE FROM outbox").await;

    platform.tell("invoice.issued", sample("invoice.issued", "").0).await.expect(200);
    let of_owner: Vec<_> = told(&server).await.into_iter().filter(|line| line.starts_with("olive")).collect();
    let template = "invoice-issued-no-due";
    assert_eq!(
        of_owner,
        [format!("olive.owner email {template}: email-off"), format!("olive.owner sms {template}: sms-off")]
    );
    server.database.execute("DELETE FROM outbox").await;

    client.choose_billing(json!({ "payments_email": true })).await;
    server.database.execute(&format!("UPDATE users SET phone = NULL WHERE email = '{}'", OWNER.email)).await;
    platform.tell("payment.failed", payment(100)).await.expect(200);
    let lines = told(&server).await;
    assert!(lines.contains(&"olive.owner sms payment-failed-no-reason: no-phone".to_owned()), "{lines:?}");
    assert!(lines.contains(&"olive.owner email payment-failed-no-reason".to_owned()), "{lines:?}");
}

/// Waits until no message waits.
async fn all_decided(server: &Server) {
    let decided = async || {
        server.database.notifications().await.iter().all(|row| row.state != "pending" && row.state != "sending")
    };
    until_true("every message to be decided", Duration::from_secs(30), decided).await;
}

#[tokio::test]
async fn a_permission_that_was_removed_before_sending_suppresses_the_message() {
    let mail = MailServer::start().await;
    let server = silent().with(BILLING).smtp(mail.url()).start().await;
    let (platform, user) = (Platform::of(&server), server.database.external_id(MEMBER.email).await);
    platform.tell("payment.succeeded", payment(100)).await.expect(200);
    platform.tell("contact_import.failed", sample("contact_import.failed", &user).0).await.expect(200);
    for change in [
        format!("UPDATE users SET role = 'admin' WHERE email = '{}'", BILLING.email),
        format!("UPDATE users SET disabled_at = 1 WHERE email = '{}'", MEMBER.email),
    ] {
        server.database.execute(&change).await;
    }
    let _worker = server.run(&["worker"], "worker.log");
    all_decided(&server).await;
    let by_mail: Vec<_> = told(&server).await.into_iter().filter(|line| line.contains(" email ")).collect();
    let expected = [
        "bea.billing email payment-succeeded: no-permission",
        "miro.member email import-failed: no-permission",
        "olive.owner email payment-succeeded",
    ];
    assert_eq!(by_mail, expected);
    mail.wait_for(OWNER.email, "").await;
    assert_eq!(mail.mails().len(), 1);
}

#[tokio::test]
async fn s68_a_role_that_was_given_counts_from_the_next_event() {
    let server = silent().start().await;
    let platform = Platform::of(&server);
    let becomes = async |role: &str| {
        server.database.execute("DELETE FROM outbox").await;
        server.database.execute(&format!("UPDATE users SET role = '{role}' WHERE email = '{}'", MEMBER.email)).await;
        platform.tell("payment.succeeded", payment(100)).await.expect(200);
        told(&server).await.iter().any(|line| line.starts_with("miro.member"))
    };
    assert!(becomes("billing").await && !becomes("member").await && becomes("owner").await && !becomes("admin").await);
}

/// The language and the other arguments of the one mail about a payment.
async fn written(server: &Server) -> (String, Value) {
    server.database.execute("DELETE FROM outbox").await;
    Platform::of(server).tell("payment.succeeded", payment(123_450)).await.expect(200);
    let rows = server.database.notifications().await;
    let row = rows.into_iter().find(|row| row.channel == "email").expect("a mail");
    (row.language, serde_json::from_str(&row.arguments).expect("JSON"))
}

/// Signs in as a browser does that asks for this language, in this time zone.
async fn signs_in(server: &Server, language: &str, zone: &str) -> Client {
    let mut client = server.client();
    client.usually("accept-language", language);
    client.cookies().take(&format!("perfil-zone={zone}; Path=/"));
    client.sign_in(&OWNER).await;
    client
}

#[tokio::test]
async fn a_message_speaks_as_the_browser_did_at_the_last_sign_in_until_something_is_chosen() {
    let server = silent().people(&[Person { phone: None, ..OWNER }]).start().await;
    let (language, arguments) = written(&server).await;
    assert_eq!((language.as_str(), &arguments["time_zone"]), ("en", &json!("UTC")), "whoever was never here");
    assert_eq!(arguments["amount"], json!({ "minor": 123_450, "currency": "EUR" }));

    signs_in(&server, "de-AT,de;q=0.9", "Europe/Vienna").await;
    let (language, arguments) = written(&server).await;
    let region = [&arguments["country"], &arguments["time_zone"]];
    assert_eq!((language.as_str(), region), ("de", [&json!("AT"), &json!("Europe/Vienna")]));

    let client = signs_in(&server, "es-MX,es;q=0.9", "America/Mexico_City").await;
    let (language, arguments) = written(&server).await;
    let region = [&arguments["country"], &arguments["time_zone"]];
    assert_eq!((language.as_str(), region), ("es", [&json!("MX"), &json!("America/Mexico_City")]));

    let version = client.account().await["version"].clone();
    let form = json!({ "language": "ar", "country": "EG", "time_zone": "Africa/Cairo", "version": version });
    client.call("/api/region/save", form).await.expect(200);
    signs_in(&server, "de-AT", "Europe/Vienna").await;
    let (language, arguments) = written(&server).await;
    let region = [&arguments["country"], &arguments["time_zone"]];
    assert_eq!((language.as_str(), region), ("ar", [&json!("EG"), &json!("Africa/Cairo")]), "chosen is chosen");
}

#[tokio::test]
async fn a_mail_writes_amounts_as_its_reader_does() {
    let mail = MailServer::start().await;
    let server = Server::builder().smtp(mail.url()).start().await;
    signs_in(&server, "de-DE,de;q=0.9", "Europe/Berlin").await;
    Platform::of(&server).tell("payment.succeeded", payment(123_450)).await.expect(200);
    let written = mail.wait_for(OWNER.email, "").await.text.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(written.contains("1.234,50 €"), "{written}");
    assert!(["MEZ", "MESZ", "GMT+1", "GMT+2"].iter().any(|zone| written.contains(zone)), "{written}");
}
