//! Which SMSC, and as whom.

use crate::config::{ConfigError, bare_host, credentials, is_loopback, parse};
use perfil_models::Secret;
use rusmpp::types::COctetString;
use rusmpp::values::{Npi, Ton};
use std::str::FromStr;
use std::sync::Arc;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

const WHAT: &str = "SMSC";
const EXAMPLE: &str = "smpp://system_id:password@smsc.example.com:2775?from=Perfil (a system_id of 15 letters and a \
                       password of 8 at most, as SMPP 3.4 has them)";

const DEFAULT_PORT: u16 = 2775;
const DEFAULT_WINDOW: usize = 10;
const MOST_WINDOW: usize = 1_000;

/// How texts go out that are longer than a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Long {
    /// In parts that each begin with a user data header (3GPP TS 23.040 §9.2.3.24.1).
    Udh,
    /// In parts that are named by the optional parameters `sar_…`.
    Sar,
    /// Whole, in the optional parameter `message_payload`.
    Payload,
}

/// An account at an SMSC.
pub(super) struct Account {
    pub host: String,
    pub port: u16,
    pub tls: Option<TlsConnector>,
    pub system_id: COctetString<1, 16>,
    pub password: Secret,
    pub system_type: COctetString<1, 13>,
    pub source: Source,
    pub window: usize,
    pub long: Long,
}

/// Who texts come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Source {
    pub address: COctetString<1, 21>,
    pub ton: Ton,
    pub npi: Npi,
}

impl Account {
    pub(super) fn from_url(url: &str) -> Result<Self, ConfigError> {
        let wrong = || ConfigError::WrongShape { what: WHAT, example: EXAMPLE };
        let url = parse(WHAT, url)?;
        let host = bare_host(&url).filter(|_| url.scheme() == "smpp").ok_or_else(wrong)?;
        let (system_id, password) = credentials(&url).ok_or_else(wrong)?;
        let mut tls = !is_loopback(&host);
        let mut account = Self {
            system_id: COctetString::from_str(&system_id).map_err(|_| wrong())?,
            system_type: COctetString::empty(),
            port: url.port().unwrap_or(DEFAULT_PORT),
            password: checked(password).ok_or_else(wrong)?,
            source: Source::default(),
            window: DEFAULT_WINDOW,
            long: Long::Udh,
            tls: None,
            host,
        };
        let (mut ton, mut npi) = (None, None);
        for (name, value) in url.query_pairs() {
            let refuse = || unknown(&name, &value);
            match &*name {
                "from" => account.source = Source::of(&value).ok_or_else(refuse)?,
                "ton" => ton = Some(Ton::from(number(&value, 0, 6).ok_or_else(refuse)? as u8)),
                "npi" => npi = Some(Npi::from(number(&value, 0, 18).ok_or_else(refuse)? as u8)),
                "tls" => tls = value.parse().map_err(|_| refuse())?,
                "window" => account.window = number(&value, 1, MOST_WINDOW).ok_or_else(refuse)?,
                "long" => account.long = long(&value).ok_or_else(refuse)?,
                "system_type" => account.system_type = COctetString::from_str(&value).map_err(|_| refuse())?,
                _ => return Err(refuse()),
            }
        }
        account.source.ton = ton.unwrap_or(account.source.ton);
        account.source.npi = npi.unwrap_or(account.source.npi);
        account.tls = if tls { Some(connector()?) } else { None };
        Ok(account)
    }

    /// The password as the protocol carries it.
    pub(super) fn password(&self) -> COctetString<1, 9> {
        COctetString::from_str(self.password.reveal()).unwrap_or_default()
    }
}

impl Source {
    /// A name (TON 5), a number of some country (TON 1, without its plus) or, shorter than that, one of the network (TON 3).
    fn of(text: &str) -> Option<Self> {
        // In a query, a plus that is not encoded means a space.
        let number = text.strip_prefix(['+', ' ']);
        let bare = number.unwrap_or(text);
        let digits = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
        let (ton, npi) = match (digits, number.is_some() || bare.len() > 8) {
            (true, true) => (Ton::International, Npi::Isdn),
            (true, false) => (Ton::NetworkSpecific, Npi::Unknown),
            (false, _) => (Ton::Alphanumeric, Npi::Unknown),
        };
        let address = if digits { bare } else { text };
        let fits = !address.is_empty() && (digits || address.len() <= 11);
        fits.then(|| COctetString::from_str(address).ok())?.map(|address| Self { address, ton, npi })
    }
}

fn checked(password: String) -> Option<Secret> {
    COctetString::<1, 9>::from_str(&password).ok().map(|_| Secret::new(password))
}

fn number(text: &str, least: usize, most: usize) -> Option<usize> {
    text.parse().ok().filter(|number| (least..=most).contains(number))
}

fn long(text: &str) -> Option<Long> {
    match text {
        "udh" => Some(Long::Udh),
        "sar" => Some(Long::Sar),
        "payload" => Some(Long::Payload),
        _ => None,
    }
}

fn unknown(name: &str, value: &str) -> ConfigError {
    let allowed = "it has from=SENDER (11 letters or 20 digits), ton=0..6, npi=0..18, tls=true or false, window=1..1000, \
                   long=udh, sar or payload, and system_type";
    ConfigError::Parameter { what: WHAT, name: name.to_owned(), value: value.to_owned(), allowed }
}

/// Trusts whom the system trusts.
fn connector() -> Result<TlsConnector, ConfigError> {
    let mut roots = RootCertStore::empty();
    let (added, _) = roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if added == 0 {
        return Err(ConfigError::Tls { why: "the system has no certificates of authorities".to_owned() });
    }
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(from: &str) -> Option<(String, u8, u8)> {
        let Source { address, ton, npi } = Source::of(from)?;
        Some((address.as_str().to_owned(), u8::from(ton), u8::from(npi)))
    }

    #[test]
    fn a_sender_is_a_name_a_number_or_a_short_code() {
        assert_eq!(source("Perfil"), Some(("Perfil".to_owned(), 5, 0)));
        assert_eq!(source("+447700900123"), Some(("447700900123".to_owned(), 1, 1)));
        assert_eq!(source(" 447700900123"), Some(("447700900123".to_owned(), 1, 1)));
        assert_eq!(source("447700900123"), Some(("447700900123".to_owned(), 1, 1)));
        assert_eq!(source("62345"), Some(("62345".to_owned(), 3, 0)));
        for wrong in ["", "TwelveLetter", "Café", "123456789012345678901"] {
            assert_eq!(source(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_account_is_read() {
        let url = "smpp://me:p%40ss@127.0.0.1:2776?from=62345&ton=1&npi=1&window=3&long=sar&system_type=cp";
        let account = Account::from_url(url).unwrap();
        assert_eq!((account.host.as_str(), account.port, account.window), ("127.0.0.1", 2776, 3));
        assert_eq!((account.password().as_str(), account.system_type.as_str()), ("p@ss", "cp"));
        assert_eq!((u8::from(account.source.ton), u8::from(account.source.npi)), (1, 1));
        assert!(account.tls.is_none() && account.long == Long::Sar);
        assert!(Account::from_url("smpp://me:x@smsc.example.com?tls=false").unwrap().tls.is_none());
        assert_eq!(Account::from_url("smpp://me:x@localhost").unwrap().port, 2775);
    }

    #[test]
    fn a_fault_is_named_without_the_password() {
        for url in [
            "smpp://localhost",
            "smpp://me:hunter2@",
            "smpps://me:hunter2@localhost",
            "smpp://me:hunter2-is-long@localhost",
            "smpp://a-system-id-that-is-long:hunter2@localhost",
            "smpp://me:hunter2@localhost?tls=maybe",
            "smpp://me:hunter2@localhost?ton=7",
            "smpp://me:hunter2@localhost?window=0",
            "smpp://me:hunter2@localhost?long=no",
            "smpp://me:hunter2@localhost?form=x",
        ] {
            let why = Account::from_url(url).err().unwrap_or_else(|| panic!("{url}")).to_string();
            assert!(!why.contains("hunter2"), "{url}: {why}");
        }
    }
}
