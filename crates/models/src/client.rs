//! The wire between a server and its desktop app: the number of the protocol, the headers in which the app keeps what a
//! browser keeps in cookies, and what the server pushes (docs/desktop.md).

use serde::{Deserialize, Serialize};

/// Names the protocol that the app speaks, by its number.
pub const CLIENT_HEADER: &str = "perfil-client";
/// The oldest protocol that this version understands.
pub const OLDEST_CLIENT: u32 = 1;
/// The newest one.
pub const NEWEST_CLIENT: u32 = 1;

/// Asks for, or brings, a token outside cookies.
pub const TRANSPORT_HEADER: &str = "perfil-transport";
/// Carries a new session token; empty: the session has ended. The app sends it as `Authorization: Bearer …`.
pub const SESSION_HEADER: &str = "perfil-session";
/// Carries the token of a sign-in that waits for its second step, both ways.
pub const SECOND_STEP_HEADER: &str = "perfil-second-step";
/// Carries the device token, both ways.
pub const DEVICE_HEADER: &str = "perfil-device";
/// Carries what form tokens are bound to before anyone signs in, both ways.
pub const SEED_HEADER: &str = "perfil-seed";
/// Carries the sealed result of a form, both ways; empty: it was shown.
pub const FLASH_HEADER: &str = "perfil-flash";
/// Carries the language chosen before anyone signs in, both ways.
pub const LANGUAGE_HEADER: &str = "perfil-language";
/// Carries the app's time zone, by its IANA name, to the server.
pub const TIME_ZONE_HEADER: &str = "perfil-time-zone";

/// Where a server says what it is, to anybody.
pub const SERVER_INFO_PATH: &str = "/.well-known/perfil";
/// Where an app that is signed in stays connected, to be told what happens.
pub const EVENTS_PATH: &str = "/api/desktop/events";
/// Brings the `id:` of the last event of a stream that was cut off, so that what was missed is told.
pub const LAST_EVENT_HEADER: &str = "last-event-id";
/// The event that carries a [`Notice`].
pub const NOTICE_EVENT: &str = "notice";
/// The event that says that the session has ended; nothing comes after it.
pub const SIGNED_OUT_EVENT: &str = "signed-out";

const PRODUCT: &str = "perfil";

/// What a server says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerInfo {
    /// `perfil`.
    pub product: String,
    /// The server's version.
    pub version: String,
    /// The protocols that it understands.
    pub clients: Clients,
}

/// The protocols that a server understands, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clients {
    /// The first of them.
    pub oldest: u32,
    /// The last of them.
    pub newest: u32,
}

/// Whether an app and a server understand each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They do.
    Fine,
    /// The app is older than what the server still understands.
    TooOld,
    /// The app is newer than the server.
    TooNew,
}

impl ServerInfo {
    /// This version.
    pub fn current() -> Self {
        Self {
            product: PRODUCT.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            clients: Clients { oldest: OLDEST_CLIENT, newest: NEWEST_CLIENT },
        }
    }

    /// Whether it is a server of this product at all.
    pub fn is_perfil(&self) -> bool {
        self.product == PRODUCT
    }

    /// How an app that speaks the protocol `client` fits it.
    pub fn judge(&self, client: u32) -> Fit {
        match client {
            _ if client < self.clients.oldest => Fit::TooOld,
            _ if client > self.clients.newest => Fit::TooNew,
            _ => Fit::Fine,
        }
    }
}

/// Something that happened while the app runs, in the person's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Which: the same wherever it is told.
    pub id: String,
    /// What it is about.
    pub kind: NoticeKind,
    /// In a few words.
    pub title: String,
    /// In one sentence.
    pub body: String,
    /// The page that shows more of it.
    pub path: String,
}

/// What a [`Notice`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// The credit fell below the person's minimum.
    LowCredit,
    /// A payment failed.
    FailedPayment,
    /// An import of contacts ended, well or not.
    FinishedImport,
    /// What only a newer server knows; its words can be shown all the same.
    #[serde(other)]
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_is_judged_by_both_ends() {
        let clients = Clients { oldest: 3, newest: 5 };
        let server = ServerInfo { clients, ..ServerInfo::current() };
        let judged = [2, 3, 5, 6].map(|client| server.judge(client));
        assert_eq!(judged, [Fit::TooOld, Fit::Fine, Fit::Fine, Fit::TooNew]);
        assert_eq!(ServerInfo::current().judge(NEWEST_CLIENT), Fit::Fine);
        assert!(server.is_perfil() && !ServerInfo { product: "another".to_owned(), ..server }.is_perfil());
    }

    #[test]
    fn both_travel_as_the_document_says() {
        let info = serde_json::to_value(ServerInfo::current()).unwrap();
        assert_eq!((&info["product"], &info["clients"]["oldest"]), (&"perfil".into(), &OLDEST_CLIENT.into()));
        let kinds = [NoticeKind::LowCredit, NoticeKind::FailedPayment, NoticeKind::FinishedImport];
        let written = serde_json::to_string(&kinds).unwrap();
        assert_eq!(written, r#"["low-credit","failed-payment","finished-import"]"#);
    }
}
