//! Who is calling, and from where.

use perfil_models::view::SignedIn;
use perfil_models::{CountryCode, Language, OrganizationId, Permission, Role, SessionId, UserId};
use std::net::IpAddr;

/// How a session's token travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Transport {
    /// In a cookie: the web app.
    #[default]
    Cookie,
    /// In an `Authorization` header: the desktop app.
    Bearer,
}

impl Transport {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cookie => "cookie",
            Self::Bearer => "bearer",
        }
    }
}

/// Where a request comes from.
#[derive(Clone, Debug)]
pub struct Client {
    /// The address, after trusted proxies.
    pub ip: IpAddr,
    /// The browser's own description.
    pub user_agent: String,
    /// How a token should travel.
    pub transport: Transport,
    /// The token of the session that the request came with, living or not.
    pub session_token: Option<String>,
    /// The token of a sign-in that waits for its second step.
    pub second_step_token: Option<String>,
    /// The token that marks a browser as seen before.
    pub device_token: Option<String>,
    /// The language that the browser asks for.
    pub language: Language,
    /// The country that the browser's languages name.
    pub country: Option<CountryCode>,
    /// The browser's time zone by its canonical name, if it tells.
    pub time_zone: Option<&'static str>,
}

impl Client {
    /// One that says nothing of itself, such as whoever sits at the server.
    pub fn silent(ip: IpAddr) -> Self {
        Self {
            ip,
            user_agent: String::new(),
            transport: Transport::Cookie,
            session_token: None,
            second_step_token: None,
            device_token: None,
            language: Language::En,
            country: None,
            time_zone: None,
        }
    }

    /// The network to show and to keep: /24 of IPv4, /48 of IPv6.
    pub fn ip_prefix(&self) -> String {
        match self.ip {
            IpAddr::V4(ip) => {
                let [a, b, c, _] = ip.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            IpAddr::V6(ip) => {
                let [a, b, c, ..] = ip.segments();
                format!("{a:x}:{b:x}:{c:x}::/48")
            }
        }
    }

    /// The network to limit: an IPv4 address, a /64 of IPv6, since a household has that many addresses.
    pub fn limit_prefix(&self) -> String {
        match self.ip {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
                Some(ip) => ip.to_string(),
                None => {
                    let [a, b, c, d, ..] = ip.segments();
                    format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
                }
            },
        }
    }
}

/// A living session, as found for this request.
#[derive(Clone, Debug)]
pub struct Session {
    /// The session.
    pub id: SessionId,
    /// The person.
    pub user_id: UserId,
    /// Where the person belongs.
    pub organization_id: OrganizationId,
    /// The role as of this request.
    pub role: Role,
    /// The name that others see.
    pub display_name: String,
    /// The address.
    pub email: String,
    /// The language, if chosen.
    pub language: Option<Language>,
    /// Whether it outlives the browser.
    pub remembered: bool,
}

impl Session {
    /// Whether the role has the permission.
    pub fn may(&self, permission: Permission) -> bool {
        self.role.may(permission)
    }
}

/// Tokens for the client to keep; empty when nothing changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issued {
    /// The session's new token.
    pub session: Option<String>,
    /// The device's token.
    pub device: Option<String>,
    /// The token of a sign-in that waits for its second step.
    pub second_step: Option<String>,
    /// Whether the session outlives the browser.
    pub remembered: bool,
}

impl Issued {
    /// How far a sign-in has come.
    pub fn signed_in(&self) -> SignedIn {
        if self.second_step.is_some() { SignedIn::SecondStep } else { SignedIn::Done }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(ip: &str) -> Client {
        Client::silent(ip.parse().unwrap())
    }

    #[test]
    fn networks_are_cut_for_keeping_and_for_limiting() {
        assert_eq!(client("192.0.2.77").ip_prefix(), "192.0.2.0/24");
        assert_eq!(client("192.0.2.77").limit_prefix(), "192.0.2.77");
        assert_eq!(client("2001:db8:1:2:3::4").ip_prefix(), "2001:db8:1::/48");
        assert_eq!(client("2001:db8:1:2:3::4").limit_prefix(), "2001:db8:1:2::/64");
        assert_eq!(client("::ffff:192.0.2.77").limit_prefix(), "192.0.2.77");
    }
}
