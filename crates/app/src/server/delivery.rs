//! Who carries messages.

use super::config::{Config, Problem, PublicUrl};
use super::open;
use perfil_models::Secret;
use perfil_worker::receipts::TwilioSigner;
use perfil_worker::{
    ConfigError, DemoOutbox, HTTP_SCHEME, HttpSender, HttpSettings, KannelSender, MailSender, SmppSender, SmsSender,
    SmtpSender, TwilioSender,
};
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
    gateway(config, url).map(Some).map_err(|error| problem("sms_url", error))
}

fn gateway(config: &Config, url: &str) -> Result<Arc<dyn SmsSender>, ConfigError> {
    const KNOWN: &str = "kannel://…, twilio://…, smpp://… or http-template:https://… (docs/operating.md shows each)";
    Ok(match url.split_once(':').map_or("", |(scheme, _)| scheme) {
        "kannel" => Arc::new(KannelSender::from_url(url)?),
        "twilio" => Arc::new(TwilioSender::from_url(url)?),
        "smpp" => Arc::new(SmppSender::from_url(url)?),
        _ if url.starts_with(HTTP_SCHEME) => {
            Arc::new(HttpSender::new(&HttpSettings { url: Secret::new(url), ..config.sms_http.clone() })?)
        }
        _ => return Err(ConfigError::WrongShape { what: "SMS gateway", example: KNOWN }),
    })
}

/// What Twilio signs its callbacks with, if it is the gateway.
pub fn twilio(config: &Config, public_url: &PublicUrl) -> Result<Option<TwilioSigner>, Problem> {
    let Some(url) = config.real_sms_url() else { return Ok(None) };
    TwilioSigner::from_url(url, public_url.as_str()).map_err(|error| problem("sms_url", error))
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
        ConfigError::Setting { key, why } => Problem::new(key, why),
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

    fn sms_problems(settings: &[(&str, &str)]) -> Vec<Problem> {
        _ = rustls::crypto::ring::default_provider().install_default();
        let value =
            |name: &str| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        problems(&Config::read(None, value))
    }

    #[test]
    fn each_gateway_is_known_by_its_scheme() {
        for url in [
            "kannel://me:x@localhost:13013/cgi-bin/sendsms",
            "twilio://AC01:x@api.twilio.com?from=Perfil",
            "smpp://me:x@localhost?from=Perfil",
            "http-template:https://sms.example.com/?to={to}&text={text}",
        ] {
            assert_eq!(sms_problems(&[("PERFIL_SMS_URL", url)]), [], "{url}");
        }
        let body = "{\"to\":\"{to}\",\"text\":\"{text}\"}";
        let described = ("PERFIL_SMS_URL", "http-template:https://sms.example.com/send");
        assert_eq!(sms_problems(&[described, ("PERFIL_SMS_HTTP_BODY", body)]), []);
    }

    #[test]
    fn a_fault_of_a_gateway_is_told_with_its_setting_and_without_its_secrets() {
        let described = ("PERFIL_SMS_URL", "http-template:https://sms.example.com/send?to={to}&text={text}");
        let cases: [(&[(&str, &str)], &str); 6] = [
            (&[("PERFIL_SMS_URL", "https://me:hunter2@sms.example.com")], "sms_url"),
            (&[("PERFIL_SMS_URL", "hunter2")], "sms_url"),
            (&[("PERFIL_SMS_URL", "twilio://AC01:hunter2@api.twilio.com?token=hunter2")], "sms_url"),
            (&[("PERFIL_SMS_URL", "smpp://me:hunter2@localhost?from=hunter2hunter2")], "sms_url"),
            (&[described, ("PERFIL_SMS_HTTP_HEADERS", "Authorization hunter2")], "sms_http_headers"),
            (&[described, ("PERFIL_SMS_HTTP_OK", "yes")], "sms_http_ok"),
        ];
        for (settings, key) in cases {
            let [problem] = &sms_problems(settings)[..] else { panic!("{settings:?}") };
            assert_eq!(problem.key, key, "{problem}");
            assert!(!problem.message.contains("hunter2"), "{problem}");
        }
    }
}
