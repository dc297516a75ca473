//! *Security activity*: where one is signed in, and what happened.

use crate::{EventKind, SessionId};
use serde::{Deserialize, Serialize};

/// The page as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Where one is signed in, this session first, then by last use.
    pub sessions: Vec<OpenSession>,
    /// How many sessions there are beyond those listed.
    pub more_sessions: u32,
    /// What is shown of the events.
    pub filter: ActivityFilter,
    /// The events, the newest first.
    pub events: Vec<Event>,
    /// Where the next page of events begins, if there are more.
    pub more: Option<String>,
    /// How many days events are kept.
    pub kept_days: u32,
    /// The time zone of all times on the page, by its city or as `UTC`.
    pub time_zone: String,
}

/// A living session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSession {
    /// Which.
    pub id: SessionId,
    /// What it was opened with.
    pub device: Device,
    /// The network it was opened from, cut to its prefix.
    pub network: String,
    /// When it was opened, in the reader's language and time zone.
    pub signed_in: String,
    /// When it was last used, likewise.
    pub last_seen: String,
    /// Whether it is the reader's own.
    pub is_this: bool,
}

/// A device as far as its browser tells. Empty text: unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// The browser, for example `Firefox`.
    pub browser: String,
    /// The operating system, for example `Windows`.
    pub system: String,
    /// Whether it is the desktop app.
    pub is_app: bool,
}

/// Something that happened to the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// More, for example a masked number; may be empty.
    pub detail: String,
    /// The network it came from, cut to its prefix; `None`: the operator, the platform or the
    /// organization.
    pub network: Option<String>,
    /// When, in the reader's language and time zone.
    pub at: String,
}

/// Which events to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActivityFilter {
    /// All of them.
    #[default]
    All,
    /// Signing in and out.
    SignIns,
    /// Wrong passwords and codes, and what came of them.
    Failures,
    /// Changes, undone ones among them.
    Changes,
}

impl ActivityFilter {
    /// Every filter, in the order a list shows them.
    pub const ALL: [Self; 4] = [Self::All, Self::SignIns, Self::Failures, Self::Changes];

    /// The word in an address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::SignIns => "sign-ins",
            Self::Failures => "failures",
            Self::Changes => "changes",
        }
    }

    /// The filter of a word; [`ActivityFilter::All`] for one that is not known.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|filter| filter.as_str() == word).unwrap_or_default()
    }

    /// Whether it shows events of that kind.
    pub fn shows(self, kind: EventKind) -> bool {
        self == Self::All || self == kind.filter()
    }
}
