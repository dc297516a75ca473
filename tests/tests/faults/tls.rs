//! Mail server and SMS gateway over TLS: spoken to when a trusted authority vouches for their name, and never in clear
//! where encryption is asked for.

use perfil_tests::certificates::{Authority, Certificate};
use perfil_tests::database::Message;
use perfil_tests::kannel::Kannel;
use perfil_tests::mail::{MailServer, Tls};
use perfil_tests::sms::SmsGateway;
use perfil_tests::wait::until;
use perfil_tests::{OWNER, Server};
use serde_json::json;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(20);
/// What the trusted authority is called, and what anybody may call theirs.
const NAME: &str = "Perfil's tests";

/// Which way a message goes.
#[derive(Clone, Copy)]
enum Channel {
    Email,
    Sms,
}

/// Removes the owner's number, which is told by mail and by text, through a server whose operator trusts `authority`;
/// the message once it was tried.
async fn try_to_tell(channel: Channel, url: &str, authority: &Authority) -> Message {
    let server = Server::builder().set("SSL_CERT_FILE", authority.file().to_string_lossy());
    let server = match channel {
        Channel::Email => server.smtp(url),
        Channel::Sms => server.sms(url),
    };
    let server = server.start().await;
    let client = server.client_of(&OWNER).await;
    client.call("/api/phone/remove", json!({ "password": OWNER.password })).await.expect(200);
    let word = match channel {
        Channel::Email => "email",
        Channel::Sms => "sms",
    };
    let tried = async || {
        let messages = server.database.messages("phone-removed").await.into_iter();
        let mut of_channel = messages.filter(|message| message.channel == word);
        of_channel.find(|message| is_taken(message) || message.last_error.is_some())
    };
    until("the message to be tried", LIMIT, tried).await
}

/// A gateway may have reported already that it was delivered.
fn is_taken(message: &Message) -> bool {
    matches!(message.state.as_str(), "accepted" | "delivered")
}

/// Peers that nobody should trust who trusts `authority`, each with what the operator is told.
fn strangers(authority: &Authority) -> [(Certificate, &'static str); 4] {
    [
        (Authority::new("Somebody else").certificate("localhost"), "UnknownIssuer"),
        (Authority::new(NAME).certificate("localhost"), "BadSignature"),
        (authority.certificate("peer.example.test"), "not valid for name \"localhost\""),
        (authority.expired_certificate("localhost"), "certificate expired"),
    ]
}

#[track_caller]
fn is_refused(message: &Message, why: &str) {
    let told = message.last_error.as_deref().unwrap_or_default();
    assert!(told.contains("TLS failed: ") && told.contains(why), "{told}");
    assert_eq!(message.state, "pending");
}

/// How the mail server encrypts with a certificate.
type Encrypts = fn(Certificate) -> Tls;

async fn a_mail_server_must_be_vouched_for(encrypts: Encrypts) {
    let authority = Authority::new(NAME);
    for (certificate, why) in strangers(&authority) {
        let mail = MailServer::start_with(encrypts(certificate)).await;
        is_refused(&try_to_tell(Channel::Email, &mail.url(), &authority).await, why);
        assert!(mail.mails().is_empty(), "{why}");
    }
    let mail = MailServer::start_with(encrypts(authority.certificate("localhost"))).await;
    let message = try_to_tell(Channel::Email, &mail.url(), &authority).await;
    assert!(is_taken(&message), "{message:?}");
    assert_eq!(mail.mails_to(OWNER.email).len(), 1);
}

#[tokio::test]
async fn mail_goes_over_tls_from_the_first_byte_to_who_is_vouched_for() {
    a_mail_server_must_be_vouched_for(Tls::Implicit).await;
}

#[tokio::test]
async fn mail_goes_over_starttls_to_who_is_vouched_for() {
    a_mail_server_must_be_vouched_for(Tls::StartTls).await;
}

#[tokio::test]
async fn no_mail_goes_in_clear_where_somebody_took_the_encryption_away() {
    let authority = Authority::new(NAME);
    let mail = MailServer::start().await;
    let in_clear = mail.url();
    for url in [format!("{in_clear}?tls=required"), in_clear.replace("smtp:", "smtps:")] {
        let message = try_to_tell(Channel::Email, &url, &authority).await;
        assert_eq!(message.state, "pending", "{url}");
        assert!(mail.mails().is_empty(), "{url}");
    }
    // The server itself is well.
    let message = try_to_tell(Channel::Email, &in_clear, &authority).await;
    assert!(is_taken(&message), "{message:?}");
}

#[tokio::test]
async fn texts_go_over_https_to_who_is_vouched_for() {
    let authority = Authority::new(NAME);
    for (certificate, why) in strangers(&authority) {
        let gateway = Kannel::start_with(Some(certificate)).await;
        is_refused(&try_to_tell(Channel::Sms, &gateway.url(), &authority).await, why);
        assert!(gateway.texts().is_empty(), "{why}");
    }
    let gateway = Kannel::start_with(Some(authority.certificate("localhost"))).await;
    let message = try_to_tell(Channel::Sms, &gateway.url(), &authority).await;
    assert!(is_taken(&message), "{message:?}");
    gateway.wait_for_sms(OWNER.phone.unwrap_or_default(), 1).await;
}

#[tokio::test]
async fn no_text_and_no_password_goes_in_clear_where_https_is_asked_for() {
    let gateway = SmsGateway::start().await;
    let message = try_to_tell(Channel::Sms, &format!("{}&tls=true", gateway.url()), &Authority::new(NAME)).await;
    assert_eq!(message.state, "pending");
    assert!(gateway.texts().is_empty());
}
