//! Puts an outbox row into the person's words.
//!
//! The row says what happened and names its arguments; the words stand in `assets/locales/*/mail.ftl` and `sms.ftl`, the
//! layout of mails in `templates/`.

mod arguments;
mod layout;
mod mails;
mod texts;

use crate::receipts::receipt_url;
use crate::{MailMessage, Parts, SmsMessage};
use arguments::Arguments;
use layout::Words;
use mails::{MailIds, Page};
use perfil_accounts::keys::BrokenSeal;
use perfil_i18n::{Argument, LocaleError, Locales};
use perfil_models::{EmailAddress, Language, PhoneNumber};
use perfil_store::outbox::MessageRow;

/// A message in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A mail.
    Mail(MailMessage),
    /// A text message.
    Sms(SmsMessage),
}

/// A row cannot be put into words. No later try can change that.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// Neither `email` nor `sms`.
    #[error("there is no channel {0}")]
    Channel(String),
    /// No message of that name on that channel.
    #[error("there is no {channel} template {template}")]
    Template {
        /// The channel.
        channel: &'static str,
        /// The template.
        template: String,
    },
    /// The arguments are not a JSON object.
    #[error("the arguments are not a JSON object")]
    Arguments,
    /// The secret arguments were sealed by a key that is no longer configured, or are damaged.
    #[error("the secret arguments cannot be opened: {0}")]
    Seal(#[from] BrokenSeal),
    /// The message leads to a page that needs a token, and has none.
    #[error("the token of the link is missing")]
    Token,
    /// The recipient is no address or number.
    #[error("the recipient is not one for {0}")]
    Recipient(&'static str),
    /// The message's words are missing, or an argument is.
    #[error("the words are missing: {0}")]
    Words(#[from] LocaleError),
}

/// Puts the row into words.
pub(crate) fn message(row: &MessageRow, parts: &Parts) -> Result<Message, RenderError> {
    let language = Language::from_tag(&row.language).unwrap_or_default();
    let arguments = Arguments::of(row, &parts.keys, &parts.locales, language)?;
    match row.channel.as_str() {
        "email" => Ok(Message::Mail(mail(row, parts, language, &arguments)?)),
        "sms" => Ok(Message::Sms(sms(row, parts, language, &arguments)?)),
        other => Err(RenderError::Channel(other.to_owned())),
    }
}

fn mail(
    row: &MessageRow,
    parts: &Parts,
    language: Language,
    arguments: &Arguments,
) -> Result<MailMessage, RenderError> {
    let ids = mails::ids(&row.template)?;
    let to = EmailAddress::parse(&row.recipient).map_err(|_| RenderError::Recipient("email"))?;
    let words = words(&parts.locales, language, ids, arguments)?;
    let link = link(parts, ids.page, arguments)?;
    let subject = parts.locales.text(language, ids.subject, &arguments.list())?;
    Ok(MailMessage {
        id: row.id.clone(),
        message_id: format!("<{}@{}>", row.id, parts.config.host),
        to,
        subject: one_line(&subject),
        text: layout::text(&words, &link),
        html: layout::html(&words, &link, language),
        at: parts.clock.now(),
    })
}

fn words(locales: &Locales, language: Language, ids: &MailIds, arguments: &Arguments) -> Result<Words, LocaleError> {
    let list = arguments.list();
    Ok(Words {
        title: locales.text(language, ids.title, &list)?,
        greeting: locales.text(language, "mail-greeting", &list)?,
        body: locales.text(language, ids.body, &list)?,
        advice: locales.text(language, ids.advice, &list)?,
        button: locales.text(language, ids.button, &list)?,
        signature: locales.text(language, "mail-signature", &list)?,
        footer: locales.text(language, "mail-footer", &list)?,
    })
}

/// Where the button of a mail, or the link of a text message, leads.
fn link(parts: &Parts, page: Page, arguments: &Arguments) -> Result<String, RenderError> {
    let public_url = &parts.config.public_url;
    Ok(match page {
        Page::Plain(path) => format!("{public_url}{path}"),
        Page::WithToken(path) => format!("{public_url}{path}?t={}", arguments.token().ok_or(RenderError::Token)?),
    })
}

fn sms(row: &MessageRow, parts: &Parts, language: Language, arguments: &Arguments) -> Result<SmsMessage, RenderError> {
    let ids = texts::ids(&row.template)?;
    let to = PhoneNumber::parse(&row.recipient).map_err(|_| RenderError::Recipient("sms"))?;
    let link = ids.page.map(|page| link(parts, page, arguments)).transpose()?;
    let mut list = arguments.list();
    list.extend(link.as_deref().map(|link| ("link", Argument::from(link))));
    let text = parts.locales.text(language, ids.text, &list)?;
    let receipt_url = receipt_url(&parts.keys, &parts.config.public_url, &row.id);
    Ok(SmsMessage { id: row.id.clone(), to, text, receipt_url })
}

/// What may stand in a header: no line break, no other control character.
fn one_line(text: &str) -> String {
    text.split(char::is_control).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s43_a_header_is_one_line() {
        assert_eq!(one_line("Hello\r\nBcc: eve@example.com"), "Hello Bcc: eve@example.com");
        assert_eq!(one_line("plain"), "plain");
    }
}
