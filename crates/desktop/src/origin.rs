//! The address of a server, as the app keeps it: scheme, host and port.

use idna::punycode;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use url::{Host, Url};

/// Where a server is, for example `https://account.example.com`: https, or http on this computer itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Origin {
    text: String,
    name: String,
}

/// Why a text is no address of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAnOrigin {
    /// It names no host, or more than an address does.
    NoAddress,
    /// It asks for http, and not on this computer.
    NoHttps,
}

impl Origin {
    /// Reads what a person types: with or without scheme, path and blanks around it. What follows the host is dropped.
    pub(crate) fn typed(text: &str) -> Result<Self, NotAnOrigin> {
        let text = text.trim();
        if text.contains("://") {
            return Self::of(parsed(text)?);
        }
        let bare = text.trim_start_matches('/');
        let url = parsed(&format!("https://{bare}"))?;
        if is_loopback(&url) { Self::of(parsed(&format!("http://{bare}"))?) } else { Self::of(url) }
    }

    fn of(url: Url) -> Result<Self, NotAnOrigin> {
        let has_more = !url.username().is_empty() || url.password().is_some();
        if has_more || url.host().is_none() || !matches!(url.scheme(), "http" | "https") {
            return Err(NotAnOrigin::NoAddress);
        }
        if url.scheme() == "http" && !is_loopback(&url) {
            return Err(NotAnOrigin::NoHttps);
        }
        let origin = url.origin();
        let shown = origin.unicode_serialization();
        let name = shown.split_once("://").map_or(shown.as_str(), |(_, name)| name).to_owned();
        Ok(Self { text: origin.ascii_serialization(), name })
    }

    /// As it stands in a request.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// As people read it: host, and port unless it is the usual one.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is an https address.
    pub(crate) fn is_secure(&self) -> bool {
        self.text.starts_with("https:")
    }

    /// Host and port as they stand in a request, without scheme.
    pub(crate) fn authority(&self) -> &str {
        self.text.split_once("://").map_or(self.as_str(), |(_, authority)| authority)
    }

    /// The address of a path, which begins with `/`.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.text)
    }
}

fn parsed(text: &str) -> Result<Url, NotAnOrigin> {
    if text.contains(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\\') {
        return Err(NotAnOrigin::NoAddress);
    }
    Url::parse(&in_ascii(text)).map_err(|_| NotAnOrigin::NoAddress)
}

/// With the host's name as it travels (RFC 3492). The `url` crate is built without Unicode's tables, which the browser does
/// without (crates/ui/Cargo.toml).
fn in_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let folded = text.nfkc().collect::<String>().to_lowercase();
    let (scheme, rest) = folded.split_once("://").unwrap_or(("", &folded));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let host: Vec<_> = host.split('.').map(label_in_ascii).collect();
    Cow::Owned(format!("{scheme}://{}:{port}", host.join(".")))
}

fn label_in_ascii(label: &str) -> Cow<'_, str> {
    match punycode::encode_str(label) {
        Some(encoded) if !label.is_ascii() => Cow::Owned(format!("xn--{encoded}")),
        _ => Cow::Borrowed(label),
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Display for NotAnOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoAddress => "not the address of a server",
            Self::NoHttps => "an address without https",
        })
    }
}

impl TryFrom<String> for Origin {
    type Error = NotAnOrigin;

    fn try_from(text: String) -> Result<Self, NotAnOrigin> {
        Self::typed(&text)
    }
}

impl From<Origin> for String {
    fn from(origin: Origin) -> Self {
        origin.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (typed, origin) in [
            ("account.example.com", "https://account.example.com"),
            ("  account.example.com/ ", "https://account.example.com"),
            ("https://account.example.com/settings/user?x=1#y", "https://account.example.com"),
            ("HTTPS://Account.Example.COM:443", "https://account.example.com"),
            ("//account.example.com", "https://account.example.com"),
            ("account.example.com:8443", "https://account.example.com:8443"),
            ("münchen.example.com", "https://xn--mnchen-3ya.example.com"),
            ("https://MU\u{308}NCHEN.example.com:8443/straße", "https://xn--mnchen-3ya.example.com:8443"),
            ("ｅｘａｍｐｌｅ.com", "https://example.com"),
            ("account.example.com/straße", "https://account.example.com"),
            ("localhost:8080", "http://localhost:8080"),
            ("https://localhost:8443", "https://localhost:8443"),
            ("http://127.0.0.1:3000/sign-in", "http://127.0.0.1:3000"),
            ("127.1.2.3", "http://127.1.2.3"),
            ("[::1]:8080", "http://[::1]:8080"),
            ("192.168.0.1", "https://192.168.0.1"),
        ] {
            assert_eq!(Origin::typed(typed).as_ref().map(Origin::as_str), Ok(origin), "{typed}");
        }
    }

    #[test]
    fn refuses_what_is_no_address() {
        for typed in [
            "",
            "   ",
            "/",
            "https://",
            "two words",
            "person@example.com",
            "https://person:secret@example.com",
            "ftp://example.com",
            "javascript://example.com",
            "file:///etc/passwd",
            "example.com:99999",
            "example.com\\@evil.example",
            "exam\u{0}ple.com",
            "person@münchen.example.com",
            "münchen.example.com:port",
            "münchen .example.com",
        ] {
            assert_eq!(Origin::typed(typed), Err(NotAnOrigin::NoAddress), "{typed}");
        }
        for typed in ["http://account.example.com", "http://192.168.0.1", "http://localhost.example.com"] {
            assert_eq!(Origin::typed(typed), Err(NotAnOrigin::NoHttps), "{typed}");
        }
    }

    #[test]
    fn shows_a_name_as_people_read_it() {
        let name = |typed| Origin::typed(typed).unwrap().name().to_owned();
        assert_eq!(name("https://xn--mnchen-3ya.example.com:8443/"), "münchen.example.com:8443");
        assert_eq!(name("localhost:8080"), "localhost:8080");
    }

    #[test]
    fn is_read_back_from_a_file() {
        let origin = Origin::typed("münchen.example.com").unwrap();
        let text = serde_json::to_string(&origin).unwrap();
        assert_eq!(serde_json::from_str::<Origin>(&text).unwrap(), origin);
        assert!(serde_json::from_str::<Origin>("\"http://example.com\"").is_err());
    }
}
