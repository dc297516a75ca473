//! Status callbacks of Twilio (Twilio docs, "Outbound Message Status in Status Callbacks" and "Validating Requests").

use super::{ReceiptOutcome, Receipts, Report};
use crate::ConfigError;
use crate::sms::twilio::TwilioAccount;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use perfil_models::Secret;
use sha1::Sha1;
use std::collections::{BTreeMap, BTreeSet};

/// Where receipts of [`crate::TwilioSender`] come in, below the public URL.
pub const TWILIO_PATH: &str = "/receipts/twilio";

const PROVIDER: &str = "twilio";

/// A callback as it came in.
#[derive(Clone, Copy)]
pub struct TwilioCallback<'a> {
    /// Path and query, as they were asked for.
    pub target: &'a str,
    /// The header `X-Twilio-Signature`.
    pub signature: &'a str,
    /// A form, urlencoded.
    pub body: &'a [u8],
}

/// Knows what Twilio signs its requests with. `Debug` does not show the token.
#[derive(Debug)]
pub struct TwilioSigner {
    token: Secret,
    public_url: String,
}

impl TwilioSigner {
    /// From the `twilio://…` that texts are sent with, and the address that people (and Twilio) reach Perfil at, without a
    /// slash at the end. `None`: the URL is another provider's.
    pub fn from_url(url: &str, public_url: &str) -> Result<Option<Self>, ConfigError> {
        if !url.starts_with("twilio:") {
            return Ok(None);
        }
        let token = TwilioAccount::from_url(url)?.token;
        Ok(Some(Self { token, public_url: public_url.to_owned() }))
    }

    fn signed(&self, callback: &TwilioCallback<'_>) -> bool {
        let Ok(signature) = STANDARD.decode(callback.signature) else { return false };
        let url = format!("{}{}", self.public_url, callback.target);
        // Some of Twilio's senders sign the URL with the port that its scheme implies, some without one it has.
        [with_port(&url), without_port(&url), url].iter().any(|url| verify(&self.token, url, callback.body, &signature))
    }
}

/// HMAC-SHA1 over the URL and each of the form's names and values, in the order of the names. Takes the same time
/// whatever differs.
fn verify(token: &Secret, url: &str, form: &[u8], signature: &[u8]) -> bool {
    let mut mac = Hmac::<Sha1>::new_from_slice(token.reveal().as_bytes()).expect("a key of any length fits");
    mac.update(url.as_bytes());
    let mut fields: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(form) {
        fields.entry(name).or_default().insert(value);
    }
    for (name, value) in fields.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value))) {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    mac.verify_slice(signature).is_ok()
}

/// The URL's scheme with its slashes, host and port, and the rest.
fn split(url: &str) -> (&str, &str, &str) {
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    let end = url[after_scheme..].find(['/', '?']).map_or(url.len(), |at| after_scheme + at);
    (&url[..after_scheme], &url[after_scheme..end], &url[end..])
}

fn port_of(authority: &str) -> Option<usize> {
    authority.rfind(':').filter(|at| authority[at + 1..].bytes().all(|byte| byte.is_ascii_digit()))
}

fn with_port(url: &str) -> String {
    let (scheme, authority, rest) = split(url);
    let implied = if scheme == "https://" { 443 } else { 80 };
    match port_of(authority) {
        Some(_) => url.to_owned(),
        None => format!("{scheme}{authority}:{implied}{rest}"),
    }
}

fn without_port(url: &str) -> String {
    let (scheme, authority, rest) = split(url);
    let host = port_of(authority).map_or(authority, |at| &authority[..at]);
    format!("{scheme}{host}{rest}")
}

impl Receipts {
    /// Takes a callback of Twilio: signed by Twilio, and proven to be about a message that we sent.
    pub async fn twilio(&self, callback: &TwilioCallback<'_>) -> ReceiptOutcome {
        let query = callback.target.split_once('?').map_or("", |(_, query)| query);
        let (id, proof) = (field(query.as_bytes(), "id"), field(query.as_bytes(), "proof"));
        let signed = self.twilio.as_ref().is_some_and(|signer| signer.signed(callback));
        if !signed || !self.is_proven(&id, &proof) {
            return self.refuse(PROVIDER);
        }
        self.take(PROVIDER, &id, report(callback.body)).await
    }
}

fn report(form: &[u8]) -> Option<Report> {
    let status = field(form, "MessageStatus");
    match status.as_str() {
        "delivered" | "read" => Some(Report::Delivered),
        "undelivered" | "failed" => {
            let code: String = field(form, "ErrorCode").chars().filter(char::is_ascii_digit).take(8).collect();
            let code = if code.is_empty() { code } else { format!(", error {code}") };
            Some(Report::Failed(format!("not delivered: {status}{code}")))
        }
        _ => None,
    }
}

fn field(form: &[u8], name: &str) -> String {
    form_urlencoded::parse(form).find(|(found, _)| found == name).map_or(String::new(), |(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of Twilio's documentation and of its libraries' tests, with the numbers of the caller that each uses.
    fn example(caller: &str, signature: &str) -> bool {
        let caller = caller.replace('+', "%2B");
        let form = format!("CallSid=CA1234567890ABCDE&Caller={caller}&Digits=1234&From={caller}&To=%2B18005551212");
        let url = "https://mycompany.com/myapp.php?foo=1&bar=2";
        verify(&Secret::new("12345"), url, form.as_bytes(), &STANDARD.decode(signature).unwrap())
    }

    #[test]
    fn the_published_signatures_are_right() {
        assert!(example("+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        assert!(example("+12349013030", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="));
        assert!(!example("+14158675309", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="));
        assert!(!example("+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8BA="));
    }

    #[test]
    fn a_port_may_be_signed_or_not() {
        for (url, with, without) in [
            ("https://a.example/b?c=d:1", "https://a.example:443/b?c=d:1", "https://a.example/b?c=d:1"),
            ("https://a.example:8443/b", "https://a.example:8443/b", "https://a.example/b"),
            ("http://[::1]/b", "http://[::1]:80/b", "http://[::1]/b"),
            ("http://[::1]:8080?x", "http://[::1]:8080?x", "http://[::1]?x"),
        ] {
            assert_eq!((with_port(url).as_str(), without_port(url).as_str()), (with, without));
        }
    }
}
