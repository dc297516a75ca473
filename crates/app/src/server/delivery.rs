//! Who carries messages.

use super::config::{Config, Problem};
use super::open;
use perfil_worker::{ConfigError, DemoOutbox, KannelSender, MailSender, SmsSender, SmtpSender};
use std::sync::Arc;

/// Stands for a sender that is not configured, so that the server's address can be checked all the same.
const NOBODY: &str = "nobody@example.com";

/// The mail server, if one is configured.
pub fn mail(config: &Config) -> Result<Option<Arc<dyn MailSender>>, Problem> {
    let Some(url) = config.real_smtp_url() else { return Ok(None) };
    let from = config.mail_from.as_deref().unwrap_or(NOBODY);
    let sender = SmtpSender::new(url, from).map_err(|error| problem("smtp_url", error))?;
    Ok(Some(Arc::new(sender)))
}

/// The SMS gateway, if one is configured. Needs the process's provider of cryptography.
pub fn sms(config: &Config) -> Result<Option<Arc<dyn SmsSender>>, Problem> {
    let Some(url) = config.real_sms_url() else { return Ok(None) };
    let sender = KannelSender::from_url(url).map_err(|error| problem("sms_url", error))?;
    Ok(Some(Arc::new(sender)))
}

/// Who carries what.
pub struct Senders {
    /// Mail.
    pub mail: Arc<dyn MailSender>,
    /// Text messages.
    pub sms: Arc<dyn SmsSender>,
}

impl Senders {
    /// The configured ones; `outbox` stands in for what is not configured.
    pub fn of(config: &Config, outbox: Option<&DemoOutbox>) -> anyhow::Result<Self> {
        let stand_in = |name| outbox.cloned().map(Arc::new).ok_or_else(|| Problem::new(name, "it is missing"));
        let mail = mail(config).and_then(|mail| match mail {
            Some(mail) => Ok(mail),
            None => stand_in("smtp_url").map(|outbox| outbox as Arc<dyn MailSender>),
        });
        let sms = sms(config).and_then(|sms| match sms {
            Some(sms) => Ok(sms),
            None => stand_in("sms_url").map(|outbox| outbox as Arc<dyn SmsSender>),
        });
        match (mail, sms) {
            (Ok(mail), Ok(sms)) => Ok(Self { mail, sms }),
            (mail, sms) => Err(open::unusable([mail.err(), sms.err()].iter().flatten())),
        }
    }
}

/// What is wrong with the configured addresses.
pub fn problems(config: &Config) -> Vec<Problem> {
    [mail(config).err(), sms(config).err()].into_iter().flatten().collect()
}

/// The value of a parameter is left out: it may be a password in the wrong place.
fn problem(key: &str, error: ConfigError) -> Problem {
    match error {
        ConfigError::Sender { .. } => Problem::new("mail_from", error.to_string()),
        ConfigError::Parameter { what, name, allowed, .. } => {
            Problem::new(key, format!("the {what} cannot have this {name}; {allowed}"))
        }
        error => Problem::new(key, error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(smtp_url: &str, mail_from: &str) -> Vec<Problem> {
        problems(&Config::read(None, |name| match name {
            "PERFIL_SMTP_URL" => Some(smtp_url.to_owned()),
            "PERFIL_MAIL_FROM" => Some(mail_from.to_owned()),
            _ => None,
        }))
    }

    #[test]
    fn addresses_are_checked_and_their_secrets_kept() {
        assert_eq!(found("smtp://127.0.0.1:2525", "Perfil <no-reply@example.com>"), []);
        assert_eq!(found("demo:", ""), []);
        for (url, from, key) in [
            ("smtp://me:hunter2@mail.example.com?password=hunter2", "", "smtp_url"),
            ("smtps://me:hunter2@mail.example.com?tls=hunter2", "", "smtp_url"),
            ("http://me:hunter2@mail.example.com", "", "smtp_url"),
            ("smtp://me:hunter2@mail.example.com", "Perfil", "mail_from"),
        ] {
            let [problem] = &found(url, from)[..] else { panic!("{url}") };
            assert_eq!(problem.key, key, "{url}");
            assert!(!problem.message.contains("hunter2"), "{problem}");
        }
    }
}
