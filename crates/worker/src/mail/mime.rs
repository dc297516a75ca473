//! A mail as it goes over the wire.

use super::MailMessage;
use lettre::Message;
use lettre::address::AddressError;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder, MultiPart, SinglePart};
use std::time::{Duration, UNIX_EPOCH};

/// A mail cannot be written, which no later try can change.
#[derive(Debug, thiserror::Error)]
pub(super) enum MimeError {
    #[error("the recipient is not an address for a mail server")]
    Recipient(#[from] AddressError),
    #[error("the mail cannot be written: {0}")]
    Mail(#[from] lettre::error::Error),
}

/// Writes a mail of two alternatives, text and HTML. It is ASCII throughout, and the same in every try but for its date.
pub(super) fn write(mail: &MailMessage, from: &Mailbox) -> Result<Message, MimeError> {
    let to = Mailbox::new(None, mail.to.as_str().parse()?);
    let date = UNIX_EPOCH + Duration::from_millis(u64::try_from(mail.at).unwrap_or_default());
    let parts = MultiPart::alternative().boundary(format!("perfil-{}", mail.id));
    let body = parts.singlepart(SinglePart::plain(mail.text.clone())).singlepart(SinglePart::html(mail.html.clone()));
    let head = Message::builder()
        .message_id(Some(mail.message_id.clone()))
        .date(date)
        .from(from.clone())
        .to(to)
        .subject(mail.subject.clone())
        .raw_header(automatic());
    let head = mail.unsubscribe.iter().flat_map(|link| one_click(link)).fold(head, MessageBuilder::raw_header);
    Ok(head.multipart(body)?)
}

/// How a mail program ends mails of the kind without asking anybody (RFC 8058).
fn one_click(link: &str) -> [HeaderValue; 2] {
    let header = |name, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
    [
        header("List-Unsubscribe", format!("<{link}>")),
        header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
    ]
}

/// No vacation note shall answer (RFC 3834 §5).
fn automatic() -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use perfil_models::EmailAddress;

    fn mail(subject: &str, text: &str) -> MailMessage {
        MailMessage {
            id: "01ROW".to_owned(),
            message_id: "<01ROW@settings.example.com>".to_owned(),
            to: EmailAddress::parse("ada@example.com").unwrap(),
            subject: subject.to_owned(),
            text: text.to_owned(),
            html: "<p>x</p>".to_owned(),
            unsubscribe: None,
            at: 1_795_511_700_000,
        }
    }

    fn written(subject: &str, text: &str) -> String {
        formatted(&mail(subject, text))
    }

    fn formatted(mail: &MailMessage) -> String {
        let from = "Perfil <no-reply@example.com>".parse().unwrap();
        String::from_utf8(write(mail, &from).unwrap().formatted()).unwrap()
    }

    #[test]
    fn headers_are_complete() {
        let mail = written("Hello", "x");
        let (head, _) = mail.split_once("\r\n\r\n").unwrap();
        assert_eq!(
            head.lines().collect::<Vec<_>>(),
            [
                "Message-ID: <01ROW@settings.example.com>",
                "Date: Tue, 24 Nov 2026 09:15:00 +0000",
                "From: Perfil <no-reply@example.com>",
                "To: ada@example.com",
                "Subject: Hello",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"perfil-01ROW\"",
            ]
        );
    }

    #[test]
    fn s60_a_mail_that_can_be_ended_says_how_in_its_head() {
        let link = format!("https://settings.example.com/unsubscribe?t={}", "x".repeat(120));
        let topic = formatted(&MailMessage { unsubscribe: Some(link.clone()), ..mail("Hello", "x") });
        let (head, _) = topic.split_once("\r\n\r\n").unwrap();
        assert!(head.lines().any(|line| line == format!("List-Unsubscribe: <{link}>")), "{head}");
        assert!(head.lines().any(|line| line == "List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{head}");
    }

    #[test]
    fn s43_no_header_breaks_out_of_its_line() {
        let mail = written("Hello\r\nBcc: eve@example.com", "x\r\n.\r\nMAIL FROM:<eve@example.com>");
        let (head, _) = mail.split_once("\r\n\r\n").unwrap();
        assert!(!head.lines().any(|line| line.starts_with("Bcc")), "{head}");
    }

    #[test]
    fn the_same_mail_is_written_the_same_and_in_ascii() {
        let mail = written("تم تغيير كلمة مرورك", "مرحبًا");
        assert_eq!(mail, written("تم تغيير كلمة مرورك", "مرحبًا"));
        assert!(mail.is_ascii());
    }
}
