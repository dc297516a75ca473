//! Where the server is reached, and where a request comes from.

use axum::http::HeaderMap;
use ipnet::IpNet;
use std::net::IpAddr;

/// The server's public origin: scheme, host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    text: String,
    /// `http://localhost:8080` and `http://127.0.0.1:8080` are the same machine.
    loopback_port: Option<String>,
}

const LOOPBACK_HOSTS: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

impl Origin {
    /// The origin of a URL such as `https://account.example.com`.
    pub fn of(url: &str) -> Self {
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        let text = format!("{scheme}://{authority}").to_ascii_lowercase();
        let loopback_port = loopback_port(&text);
        Self { text, loopback_port }
    }

    /// Whether it is reached by TLS.
    pub fn is_secure(&self) -> bool {
        self.text.starts_with("https://")
    }

    /// Whether an `Origin` header names it.
    pub fn is(&self, header: &str) -> bool {
        let header = header.to_ascii_lowercase();
        header == self.text || (self.loopback_port.is_some() && loopback_port(&header) == self.loopback_port)
    }
}

fn loopback_port(origin: &str) -> Option<String> {
    let authority = origin.strip_prefix("http://")?;
    LOOPBACK_HOSTS.iter().find_map(|host| {
        let rest = authority.strip_prefix(host)?;
        (rest.is_empty() || rest.starts_with(':')).then(|| rest.trim_start_matches(':').to_owned())
    })
}

/// The client's address: the peer's, or, where the peer is a trusted proxy, the last address in X-Forwarded-For that is
/// not one itself.
pub fn client_ip(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |ip: &IpAddr| trusted.iter().any(|net| net.contains(&ip.to_canonical()));
    if !is_trusted(&peer) {
        return peer;
    }
    let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = forwarded.flat_map(|value| value.split(',')).map(str::trim).collect();
    let mut client = peer;
    for hop in hops.iter().rev() {
        let Ok(ip) = hop.parse() else { break };
        client = ip;
        if !is_trusted(&ip) {
            break;
        }
    }
    client
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(peer: &str, forwarded: &str, trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        let trusted: Vec<IpNet> = trusted.iter().map(|net| net.parse().unwrap()).collect();
        client_ip(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn s19_only_a_trusted_proxy_is_believed() {
        assert_eq!(ip("198.51.100.1", "203.0.113.9", &[]), "198.51.100.1");
        assert_eq!(ip("10.0.0.1", "203.0.113.9", &["10.0.0.0/8"]), "203.0.113.9");
        assert_eq!(ip("10.0.0.1", "1.2.3.4, 203.0.113.9, 10.0.0.2", &["10.0.0.0/8"]), "203.0.113.9");
        assert_eq!(ip("10.0.0.1", "nonsense", &["10.0.0.0/8"]), "10.0.0.1");
    }

    #[test]
    fn origins_are_compared_whole() {
        let origin = Origin::of("https://account.example.com/");
        assert!(origin.is("https://account.example.com"));
        for other in ["http://account.example.com", "https://account.example.com.evil.test", "null", ""] {
            assert!(!origin.is(other), "{other}");
        }
    }

    #[test]
    fn loopback_names_are_one_machine_on_one_port() {
        let origin = Origin::of("http://127.0.0.1:8080");
        assert!(origin.is("http://localhost:8080"));
        assert!(!origin.is("http://localhost:8081"));
        assert!(!origin.is("http://localhost.evil.test:8080"));
    }
}
