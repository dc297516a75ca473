//! SECURITY.md 60: mails that are not about security end by one click (RFC 8058), without signing in.

use crate::events::payment;
use perfil_tests::mail::{Mail, MailServer};
use perfil_tests::notifications::told;
use perfil_tests::{Answer, BILLING, Client, NEW_PASSWORD, OWNER, Platform, Server, html};
use reqwest::Method;
use serde_json::{Value, json};

/// What comes behind the server's address in the link of a mail's `List-Unsubscribe`.
fn link(server: &Server, mail: &Mail) -> String {
    let header = mail.header("List-Unsubscribe").unwrap_or_else(|| panic!("no way to unsubscribe: {}", mail.source));
    let address = header.trim_start_matches('<').trim_end_matches('>').to_owned();
    let path = address.strip_prefix(&server.origin).unwrap_or_else(|| panic!("it leads elsewhere: {address}"));
    assert!(path.starts_with("/unsubscribe?t="), "{path}");
    path.to_owned()
}

/// A server, the owner's mail about a payment, and the link in it.
async fn told_of_a_payment() -> (Server, MailServer, Mail, String) {
    let mail = MailServer::start().await;
    let server = Server::builder().with(BILLING).smtp(mail.url()).start().await;
    Platform::of(&server).tell("payment.succeeded", payment(100)).await.expect(200);
    let letter = mail.wait_for(OWNER.email, "").await;
    let link = link(&server, &letter);
    (server, mail, letter, link)
}

/// The one click, as a mail program's server makes it: no cookies, no origin.
async fn click(client: &Client, link: &str, content_type: &str, body: &str) -> Answer {
    let call = client.request(Method::POST, link).without("origin").without("accept-language");
    let call = if content_type.is_empty() { call } else { call.header("content-type", content_type) };
    call.body(body.to_owned()).send().await
}

async fn payments(server: &Server, person: &perfil_tests::Person) -> Value {
    server.client_of(person).await.notifications().await["billing"]["payments"]["email"].clone()
}

#[tokio::test]
async fn s60_one_click_ends_mails_about_the_topic_and_nothing_else() {
    let (server, _mail, letter, link) = told_of_a_payment().await;
    assert_eq!(letter.header("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
    assert!(letter.text.contains(&link) && letter.html.contains(&link.replace('&', "&amp;")), "also in the words");
    let answer =
        click(&server.client(), &link, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click").await;
    assert!((200..300).contains(&answer.status), "{} {}", answer.status, answer.body);
    assert!(answer.set_cookies().is_empty());
    let shown = server.client_of(&OWNER).await.notifications().await;
    let off = json!({ "email": false, "sms": false });
    assert_eq!(shown["billing"]["payments"], off);
    let on = json!({ "email": true, "sms": false });
    assert_eq!([&shown["billing"]["invoices"], &shown["billing"]["low_credit"], &shown["contact_imports"]], [&on; 3]);
    assert_eq!(payments(&server, &BILLING).await, json!(true), "nobody else's");
    let events = server.database.events(OWNER.email).await;
    assert_eq!(events.iter().filter(|event| *event == "unsubscribed").count(), 1);

    server.database.execute("DELETE FROM outbox").await;
    Platform::of(&server).tell("payment.failed", payment(100)).await.expect(200);
    let lines = told(&server).await;
    assert!(lines.contains(&"olive.owner email payment-failed-no-reason: email-off".to_owned()), "{lines:?}");
}

#[tokio::test]
async fn s60_the_click_works_with_any_body_and_any_number_of_times() {
    let (server, _mail, _, link) = told_of_a_payment().await;
    for (content_type, body) in [
        ("", ""),
        ("application/x-www-form-urlencoded", ""),
        (
            "multipart/form-data; boundary=x",
            "--x\r\ncontent-disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
        ),
        ("text/plain", "List-Unsubscribe=One-Click"),
        ("application/json", "{"),
    ] {
        server.client_of(&OWNER).await.choose_billing(json!({ "payments_email": true })).await;
        let from_elsewhere = server.client().with("sec-fetch-site", "cross-site");
        let answer = click(&from_elsewhere, &link, content_type, body).await;
        assert!((200..300).contains(&answer.status), "{content_type}: {} {}", answer.status, answer.body);
        assert_eq!(payments(&server, &OWNER).await, json!(false), "{content_type}");
        let again = click(&from_elsewhere, &link, content_type, body).await;
        assert_eq!(again.status, answer.status);
    }
}

#[tokio::test]
async fn s60_looking_at_the_link_changes_nothing_and_its_button_does() {
    let (server, _mail, _, link) = told_of_a_payment().await;
    let scanner = server.client();
    let before = server.database.snapshot().await;
    for method in [Method::GET, Method::HEAD] {
        let shown = scanner.request(method, &link).without("origin").send().await.expect(200);
        assert_eq!((shown.header("cache-control"), shown.header("referrer-policy")), ("no-store", "same-origin"));
    }
    let token = link.split_once("t=").expect("a token").1;
    let seen = scanner.look("unsubscribe", token).await.expect(200).json();
    assert!(seen.to_string().contains("payments") && !seen.to_string().contains(OWNER.email), "{seen}");
    assert_eq!(server.database.snapshot().await, before);

    let answer = scanner.submit(&link, "unsubscribe", &[]).await.expect(303);
    assert!(answer.redirect().is_some_and(|to| to.starts_with("/unsubscribe")));
    assert_eq!(payments(&server, &OWNER).await, json!(false));
    let client = server.client_of(&OWNER).await;
    client.choose_billing(json!({ "payments_email": true })).await;
    scanner.call("/api/unsubscribe", json!({ "token": token })).await.expect(200);
    assert_eq!(payments(&server, &OWNER).await, json!(false), "and with script");
    click(&scanner, &link, "", "").await;
    assert!(!server.log().contains(token), "the log names no link");
}

#[tokio::test]
async fn s60_a_link_that_was_changed_is_worth_nothing() {
    let (server, _mail, _, link) = told_of_a_payment().await;
    let before = server.database.snapshot().await;
    let token = link.split_once("t=").expect("a token").1;
    let wrong = [
        String::new(),
        "x".to_owned(),
        "A".repeat(43),
        token[..token.len() - 2].to_owned(),
        token.replace("payments", "invoices"),
        token.chars().rev().collect(),
        "A".repeat(5_000),
    ];
    for token in wrong {
        let answer = click(&server.client(), &format!("/unsubscribe?t={token}"), "", "").await;
        assert!((400..500).contains(&answer.status), "{token}: {}", answer.status);
        let form = json!({ "token": token });
        server.client().call("/api/unsubscribe", form).await.expect_error(404, "unknown");
        server.client().get(&format!("/unsubscribe?t={token}")).send().await.expect(404);
    }
    click(&server.client(), "/unsubscribe", "", "").await.expect(404);
    for method in [Method::PUT, Method::DELETE] {
        server.client().request(method, &link).send().await.expect(405);
    }
    assert_eq!(server.database.snapshot().await, before);
}

#[tokio::test]
async fn s60_mails_about_security_cannot_be_ended() {
    let mail = MailServer::start().await;
    let server = Server::builder().smtp(mail.url()).start().await;
    let client = server.client_of(&OWNER).await;
    let form = json!({ "current": OWNER.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD });
    client.call("/api/password", form).await.expect(200);
    let told = mail.wait_for(OWNER.email, "password was changed").await;
    assert_eq!([told.header("List-Unsubscribe"), told.header("List-Unsubscribe-Post")], [None, None]);
    assert!(!told.source.contains("/unsubscribe"), "{}", told.source);
}

#[tokio::test]
async fn each_mail_about_a_topic_ends_that_topic() {
    let mail = MailServer::start().await;
    let server = Server::builder().smtp(mail.url()).start().await;
    let (platform, client) = (Platform::of(&server), server.client_of(&OWNER).await);
    let user = server.database.external_id(OWNER.email).await;
    client.choose_minimum("50").await;
    let cases = [
        ("contact_import.failed", "contact_imports"),
        ("payment.failed", "payments"),
        ("invoice.issued", "invoices"),
        ("credit.balance", "low_credit"),
    ];
    for (kind, field) in cases {
        mail.empty();
        let mut data = crate::events::sample(kind, &user).0;
        if kind == "credit.balance" {
            data["balance"] = json!(4_000);
        }
        platform.tell(kind, data).await.expect(200);
        let letter = mail.wait_for(OWNER.email, "").await;
        let answer = click(&server.client(), &link(&server, &letter), "", "").await;
        assert!((200..300).contains(&answer.status));
        let shown = client.notifications().await;
        let chosen = if field == "contact_imports" { &shown[field] } else { &shown["billing"][field] };
        assert_eq!(chosen["email"], json!(false), "{kind}");
    }
    assert!(!html::forms(&client.page("/settings/notifications").await.expect(200).body).is_empty());
}
