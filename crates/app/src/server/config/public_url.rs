//! The address under which people reach Perfil.

use axum::http::Uri;
use std::fmt;
use std::net::{IpAddr, SocketAddr};

/// A web origin, as a browser writes it in its `Origin` header: scheme, host, and the port unless it is the scheme's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    text: String,
    host: String,
    secure: bool,
}

impl PublicUrl {
    /// Takes `http://` or `https://`, a host, and perhaps a port; a final slash is forgiven.
    pub fn parse(text: &str) -> Result<Self, String> {
        const SHAPE: &str = "write it as https://HOST or https://HOST:PORT, in ASCII (an international name as xn--…)";
        let refuse = |why: &str| Err(format!("{text:?} {why}; {SHAPE}"));
        let Ok(uri) = text.parse::<Uri>() else { return refuse("is not a web address") };
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return refuse("lacks its scheme or host");
        };
        let (secure, own_port) = match scheme {
            "https" => (true, 443),
            "http" => (false, 80),
            _ => return refuse("begins with neither http:// nor https://"),
        };
        if !matches!(uri.path(), "" | "/") || uri.query().is_some() || text.contains('#') {
            return refuse("has more than scheme, host and port");
        }
        let host = authority.host().to_ascii_lowercase();
        let rest = &authority.as_str()[authority.as_str().len().min(host.len())..];
        if host.is_empty() || authority.as_str().contains('@') || (authority.port_u16().is_none() && !rest.is_empty()) {
            return refuse("has a user name, or a port that is none");
        }
        let port = authority.port_u16().filter(|port| *port != own_port);
        let port = port.map_or_else(String::new, |port| format!(":{port}"));
        Ok(Self { text: format!("{scheme}://{host}{port}"), host, secure })
    }

    /// The plain address of a socket.
    pub fn of_socket(address: SocketAddr) -> Self {
        let text = format!("http://{address}");
        let host = match address.ip() {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        Self { text, host, secure: false }
    }

    /// The whole of it, without a final slash.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host without its port.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether it begins with `https://`.
    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// Whether only this machine can mean it.
    pub fn is_loopback(&self) -> bool {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        let named = bare == "localhost" || bare.ends_with(".localhost");
        named || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_written_as_a_browser_writes_an_origin() {
        for (given, origin, host) in [
            ("https://Perfil.Example.com/", "https://perfil.example.com", "perfil.example.com"),
            ("https://perfil.example.com:443", "https://perfil.example.com", "perfil.example.com"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1"),
            ("http://[::1]:80", "http://[::1]", "[::1]"),
        ] {
            let url = PublicUrl::parse(given).unwrap();
            assert_eq!((url.as_str(), url.host()), (origin, host));
        }
        let socket = "[::1]:8080".parse().unwrap();
        assert_eq!(PublicUrl::of_socket(socket), PublicUrl::parse("http://[::1]:8080").unwrap());
    }

    #[test]
    fn anything_but_an_origin_is_refused() {
        for text in [
            "perfil.example.com",
            "ftp://perfil.example.com",
            "https://perfil.example.com/settings",
            "https://perfil.example.com/?a=b",
            "https://perfil.example.com/#a",
            "https://user@perfil.example.com",
            "https://perfil.example.com:",
            "https://perfil.example.com:99999",
            "https://bücher.example",
            "https://",
        ] {
            assert!(PublicUrl::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn loopback_is_told_from_what_others_can_reach() {
        for text in ["http://localhost:1", "http://a.localhost", "http://127.9.9.9", "http://[::1]:8080"] {
            assert!(PublicUrl::parse(text).unwrap().is_loopback(), "{text}");
        }
        for text in ["http://localhost.example.com", "http://192.168.0.1", "http://[::2]", "http://0.0.0.0"] {
            assert!(!PublicUrl::parse(text).unwrap().is_loopback(), "{text}");
        }
    }
}
