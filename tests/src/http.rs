//! What a browser keeps, and requests that no browser would send.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A cookie as it was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Its attributes in lower case, for example `samesite=lax`.
    pub attributes: Vec<String>,
}

impl Cookie {
    /// Reads a `Set-Cookie` header.
    pub fn parse(header: &str) -> Option<Self> {
        let mut parts = header.split(';').map(str::trim);
        let (name, value) = parts.next()?.split_once('=')?;
        let attributes = parts.map(str::to_ascii_lowercase).collect();
        Some(Self { name: name.to_owned(), value: value.to_owned(), attributes })
    }

    /// Whether it has the attribute, for example `secure` or `path=/`.
    pub fn has(&self, attribute: &str) -> bool {
        self.attributes.iter().any(|other| other == attribute)
    }

    /// Whether it holds the session's token.
    pub fn is_of_session(&self) -> bool {
        matches!(self.name.as_str(), "perfil" | "__Host-perfil")
    }

    /// Whether it marks a browser as known.
    pub fn is_of_device(&self) -> bool {
        matches!(self.name.as_str(), "perfil-device" | "__Host-perfil-device")
    }

    /// Whether it holds a sign-in that waits for its second step.
    pub fn is_of_second_step(&self) -> bool {
        matches!(self.name.as_str(), "perfil-step" | "__Host-perfil-step")
    }

    /// Its `Max-Age` in seconds; `None`: it ends with the browser.
    pub fn max_age(&self) -> Option<i64> {
        self.attributes.iter().find_map(|attribute| attribute.strip_prefix("max-age=")?.parse().ok())
    }
}

/// A browser's cookies for one site. What `Secure` means is left to the tests that look at it.
#[derive(Clone, Debug, Default)]
pub struct Jar(BTreeMap<String, Cookie>);

impl Jar {
    /// Takes what a server sets.
    pub fn take(&mut self, header: &str) {
        let Some(cookie) = Cookie::parse(header) else { return };
        if cookie.max_age().is_some_and(|seconds| seconds <= 0) || cookie.value.is_empty() {
            self.0.remove(&cookie.name);
        } else {
            self.0.insert(cookie.name.clone(), cookie);
        }
    }

    /// The `Cookie` header; `None` without any.
    pub fn header(&self) -> Option<String> {
        let pairs: Vec<String> = self.0.values().map(|cookie| format!("{}={}", cookie.name, cookie.value)).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// The value of the cookie of that name.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|cookie| cookie.value.as_str())
    }

    /// The cookie that holds the session's token.
    pub fn session(&self) -> Option<&Cookie> {
        self.0.values().find(|cookie| cookie.is_of_session())
    }

    /// The cookie that marks a browser as known.
    pub fn device(&self) -> Option<&Cookie> {
        self.0.values().find(|cookie| cookie.is_of_device())
    }

    /// The cookie that holds a sign-in that waits for its second step.
    pub fn second_step(&self) -> Option<&Cookie> {
        self.0.values().find(|cookie| cookie.is_of_second_step())
    }

    /// Keeps the cookies that `wanted` says yes to.
    pub fn retain(&mut self, wanted: impl Fn(&Cookie) -> bool) {
        self.0.retain(|_, cookie| wanted(cookie));
    }
}

/// Sends bytes as they are and reads until the server closes, at most for `limit`. `None`: it had not closed by then.
pub async fn raw(server: SocketAddr, request: &[u8], limit: Duration) -> Option<String> {
    let mut stream = TcpStream::connect(server).await.expect("the server listens");
    stream.write_all(request).await.expect("the server reads the head");
    let mut answer = Vec::new();
    let mut read = async || {
        let mut buffer = [0; 4096];
        // An error is how a server cuts a request that it has not read to the end.
        while let Ok(count @ 1..) = stream.read(&mut buffer).await {
            answer.extend_from_slice(&buffer[..count]);
        }
    };
    tokio::time::timeout(limit, read()).await.ok()?;
    Some(String::from_utf8_lossy(&answer).into_owned())
}
