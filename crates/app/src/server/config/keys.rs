//! The names of the settings, and what an operator is told about them.

/// How `perfil check-config` shows a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    Plain,
    /// An address that may carry a password: only its scheme and host.
    Address,
    /// Not at all.
    Hidden,
}

/// A setting.
#[derive(Debug)]
pub struct Key {
    /// Its name in the file; in the environment it is `PERFIL_` and this in upper case.
    pub name: &'static str,
    /// What it decides, in one line.
    pub about: &'static str,
    /// How its value may be shown.
    pub shown: Shown,
}

impl Key {
    /// Its name in the environment.
    pub fn variable(&self) -> String {
        variable(self.name)
    }
}

/// The name in the environment of the setting `name`.
pub fn variable(name: &str) -> String {
    format!("PERFIL_{}", name.to_uppercase())
}

const fn key(name: &'static str, shown: Shown, about: &'static str) -> Key {
    Key { name, about, shown }
}

/// Every setting, in the order in which they are shown.
pub const KEYS: &[Key] = &[
    key("database_url", Shown::Address, "where the data is: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME"),
    key("listen", Shown::Plain, "the IP address and port to listen on"),
    key("public_url", Shown::Plain, "the address that people open; links in messages begin with it"),
    key("secret_key", Shown::Hidden, "32 random bytes in base64; several by comma: the first writes, all of them read"),
    key("smtp_url", Shown::Address, "the mail server"),
    key("mail_from", Shown::Plain, "whom mails come from: Name <address>"),
    key("sms_url", Shown::Address, "the SMS gateway: kannel:, twilio:, smpp:, or http-template: with sms_http_…"),
    key("sms_http_method", Shown::Plain, "of a gateway by http-template: GET, POST or PUT"),
    key("sms_http_headers", Shown::Hidden, "its headers, one a line as Name: value"),
    key("sms_http_type", Shown::Plain, "the media type of its body"),
    key("sms_http_body", Shown::Hidden, "its body, with {to} or {to_digits}, {text}, {id} and {receipt_url}"),
    key("sms_http_ok", Shown::Plain, "statuses by which it takes a message, by comma"),
    key("sms_http_id", Shown::Plain, "where its answer holds its own id, as a JSON pointer"),
    key("sms_countries", Shown::Plain, "ISO 3166 codes of the countries that SMS may go to, by comma; empty: all"),
    key("sms_per_dial_code", Shown::Plain, "SMS a day to one dial code, all people together"),
    key("trusted_proxies", Shown::Plain, "addresses or networks whose X-Forwarded-For is believed, by comma"),
    key("site_dir", Shown::Plain, "the folder with the built pages"),
    key("worker", Shown::Plain, "inside: this process sends messages too; none: `perfil worker` does"),
    key("metrics_addr", Shown::Plain, "the IP address and port that tell metrics at /metrics; empty: none"),
    key("metrics_reach", Shown::Plain, "loopback, or any: metrics_addr may be reached from other machines"),
    key("log", Shown::Plain, "what is logged: a level, or a filter such as info,perfil_worker=debug"),
    key("log_format", Shown::Plain, "text, or json, which suits production"),
    key("sign_in_burst", Shown::Plain, "sign-ins that a network may try at once"),
    key("sign_in_drain_ms", Shown::Plain, "milliseconds until it may try one more"),
    key("hash_threads", Shown::Plain, "threads that hash passwords"),
    key("hash_memory_kib", Shown::Plain, "memory of each of them, in KiB"),
];

/// The setting of that name.
pub fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}
