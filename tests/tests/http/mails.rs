//! SECURITY.md 39, 41 and 43: where a mail goes, what its links name, and that nobody writes headers of his own.

use perfil_tests::mail::{Mail, MailServer};
use perfil_tests::{NEW_PASSWORD, OWNER, Person, Server};
use serde_json::json;

const PUBLIC: &str = "https://account.example.test";

/// The mail about a password change that was asked for with these headers.
async fn mail_about_a_change(person: Person, headers: &[(&'static str, &str)]) -> Mail {
    let mail = MailServer::start().await;
    let server =
        Server::builder().people(std::slice::from_ref(&person)).smtp(mail.url()).public_url(PUBLIC).start().await;
    let client = server.client();
    client.try_sign_in(&person.email.to_uppercase(), person.password).await.expect(200);
    let form = json!({ "form": { "current": person.password, "new": NEW_PASSWORD, "repeat": NEW_PASSWORD } });
    let call = client.post("/api/password").json(&form);
    headers.iter().fold(call, |call, (name, value)| call.header(name, value)).send().await.expect(200);
    let told = mail.wait_for(person.email, "password was changed").await;
    assert_eq!(mail.mails().len(), 1, "nobody else is told");
    told
}

/// Every web address in the text.
fn addresses(text: &str) -> Vec<String> {
    let starts = text.match_indices("http").map(|(at, _)| &text[at..]);
    let links = starts.filter(|rest| rest.starts_with("http://") || rest.starts_with("https://"));
    let end = |rest: &str| rest.find(|c: char| c.is_whitespace() || "\"'<>)".contains(c)).unwrap_or(rest.len());
    links.map(|rest| rest[..end(rest)].to_owned()).collect()
}

#[tokio::test]
async fn s39_links_in_mails_lead_to_the_configured_address() {
    let spoofed = [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "http"),
        ("forwarded", "host=evil.example;proto=http"),
        ("x-original-url", "https://evil.example/"),
    ];
    let mail = mail_about_a_change(OWNER, &spoofed).await;
    assert!(!mail.source.contains("evil.example"), "{}", mail.source);
    for part in [&mail.text, &mail.html] {
        let found = addresses(part);
        assert!(!found.is_empty() && found.iter().all(|link| link.starts_with(PUBLIC)), "{found:?}");
    }
}

#[tokio::test]
async fn s41_mail_goes_to_the_stored_address_whatever_was_typed() {
    let mail = mail_about_a_change(OWNER, &[]).await;
    assert!(mail.recipients.contains(OWNER.email), "{}", mail.recipients);
    assert!(!mail.source.contains(&OWNER.email.to_uppercase()));
}

#[tokio::test]
async fn s43_a_name_cannot_add_a_header_or_markup() {
    let name = "Olive =?utf-8?q?=0D=0ABcc:_x@evil.example?= <b>\"x\"</b>, x@evil.example";
    let mail = mail_about_a_change(Person { name, ..OWNER }, &[]).await;
    let (head, _) = mail.source.split_once("\n\n").or(mail.source.split_once("\r\n\r\n")).expect("a head");
    assert!(!head.to_lowercase().lines().any(|line| line.starts_with("bcc:")), "{head}");
    assert!(!mail.recipients.contains("evil"), "{}", mail.recipients);
    assert!(!mail.html.contains("<b>\"x\"") && !mail.html.contains("<b>&quot;x"), "{}", mail.html);
    assert!(mail.text.contains("<b>"), "the text shows the name as it is");
}
