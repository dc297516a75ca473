//! Puts an outbox row into the person's words.
//!
//! The row says what happened and names its arguments; the words stand in `assets/locales/*/mail.ftl` and `sms.ftl`, the
//! layout of mails in `templates/`.

mod arguments;
mod brief;
mod footer;
mod layout;
mod mails;
mod texts;

use crate::receipts::receipt_url;
use crate::sms::segments::Segments;
use crate::{MailMessage, Parts, SmsMessage};
use arguments::Arguments;
use footer::About;
use layout::{Links, Words};
use mails::{MailIds, Page};
use perfil_accounts::keys::BrokenSeal;
use perfil_i18n::{Argument, LocaleError, Locales};
use perfil_models::{EmailAddress, Language, PhoneNumber};
use perfil_store::outbox::MessageRow;

/// How many characters of a name a text message holds: the first of these with which it takes the fewest segments.
const LONGEST_NAMES: [usize; 3] = [40, 24, 12];

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
    /// An argument that is an object has none of the shapes that are known.
    #[error("the argument {0} is no amount, count, day or role")]
    Figure(String),
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
    let about = About::of(row);
    let words = words(&parts.locales, language, ids, about, arguments)?;
    let links = Links { button: link(parts, ids.page, arguments)?, unsubscribe: about.unsubscribe(row, parts) };
    let subject = parts.locales.text(language, ids.subject, &arguments.list())?;
    Ok(MailMessage {
        id: row.id.clone(),
        message_id: format!("<{}@{}>", row.id, parts.config.host),
        to,
        subject: one_line(&subject),
        text: layout::text(&words, &links),
        html: layout::html(&words, &links, language),
        unsubscribe: links.unsubscribe,
        at: parts.clock.now(),
    })
}

fn words(
    locales: &Locales,
    language: Language,
    ids: &MailIds,
    about: About,
    arguments: &Arguments,
) -> Result<Words, LocaleError> {
    let list = arguments.list();
    let say = |id: &str| locales.text(language, id, &list);
    let lines = |ids: &[&str]| Ok(ids.iter().map(|id| say(id)).collect::<Result<Vec<_>, _>>()?.join("\n"));
    let button = match ids.page {
        Page::Given(_, button) if arguments.url().is_none() => button,
        _ => ids.button,
    };
    let body: &[&str] = if arguments.is_instead_of_sms() { &[ids.body, "mail-sms-failed"] } else { &[ids.body] };
    Ok(Words {
        title: say(ids.title)?,
        greeting: say(about.greeting())?,
        body: lines(body)?,
        advice: say(ids.advice)?,
        button: say(button)?,
        signature: say("mail-signature")?,
        footer: lines(about.footer(arguments))?,
        unsubscribe: say("mail-unsubscribe")?,
    })
}

/// Where the button of a mail, or the link of a text message, leads.
fn link(parts: &Parts, page: Page, arguments: &Arguments) -> Result<String, RenderError> {
    let public_url = &parts.config.public_url;
    Ok(match page {
        Page::Plain(path) => format!("{public_url}{path}"),
        Page::WithToken(path) => format!("{public_url}{path}?t={}", arguments.token().ok_or(RenderError::Token)?),
        Page::Given(path, _) => arguments.url().map_or_else(|| format!("{public_url}{path}"), str::to_owned),
    })
}

fn sms(row: &MessageRow, parts: &Parts, language: Language, arguments: &Arguments) -> Result<SmsMessage, RenderError> {
    let ids = texts::ids(&row.template)?;
    let to = PhoneNumber::parse(&row.recipient).map_err(|_| RenderError::Recipient("sms"))?;
    let link = ids.page.map(|page| link(parts, page, arguments)).transpose()?;
    let say = |longest_name| {
        let mut list = arguments.brief_list(longest_name);
        list.extend(link.as_deref().map(|link| ("link", Argument::from(link))));
        parts.locales.text(language, ids.text, &list)
    };
    let texts = LONGEST_NAMES.into_iter().map(say).collect::<Result<Vec<_>, _>>()?;
    let text = texts.into_iter().min_by_key(|text| Segments::of(text).count).unwrap_or_default();
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
