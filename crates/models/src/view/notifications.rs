//! *Notifications*: what a person is told about, and what was sent.

use crate::Sentence;
use crate::topic::{Channel, Channels, Topic};
use serde::{Deserialize, Serialize};

/// The page as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notifications {
    /// The address that mails go to.
    pub email: String,
    /// The number that text messages go to, in international writing; `None`: there is none, so SMS cannot be chosen.
    pub phone: Option<String>,
    /// How one is told about imports of contacts.
    pub contact_imports: Channels,
    /// The latest imports of one's own, the newest first.
    pub imports: Vec<Import>,
    /// What concerns money; `None`: the role does not see it.
    pub billing: Option<Billing>,
    /// How one is told about requests for roles; `None`: the role does not decide on them.
    pub role_requests: Option<Channels>,
    /// When text messages wait.
    pub quiet: Quiet,
    /// The last test on each channel that was tried.
    pub tests: Vec<Delivery>,
    /// The last failure on each channel, if nothing arrived by it since.
    pub troubles: Vec<Delivery>,
    /// [`crate::view::Account::version`].
    pub version: i64,
}

/// An import of contacts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// The platform's own name for it.
    pub id: String,
    /// What the platform calls it, for example the name of a file.
    pub name: String,
    /// How far it is.
    pub state: ImportState,
    /// Contacts looked at so far, as the reader writes numbers.
    pub done: String,
    /// Contacts in all, likewise; `None`: not known.
    pub total: Option<String>,
    /// How far it is, 0 to 100; `None`: not known.
    pub percent: Option<u8>,
    /// Contacts that were taken, as the reader writes numbers.
    pub imported: String,
    /// Contacts that were not taken, likewise; `None`: there are none.
    pub rejected: Option<String>,
    /// Why contacts were not taken, in the platform's words, each with how many.
    pub reasons: Vec<(String, String)>,
    /// Why it failed, in the platform's words.
    pub failure: Option<String>,
    /// When it began or ended, in the reader's language and time zone.
    pub at: String,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportState {
    /// It goes on.
    Running,
    /// It is through.
    Completed,
    /// It broke off.
    Failed,
}

/// The hours of each day in which text messages wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// When they begin, as an input holds it; empty: off.
    pub from: String,
    /// When they end, likewise.
    pub until: String,
    /// When they are as the reader writes times, and by the clock of which place.
    pub holds: Sentence,
}

/// *Notifications, Billing*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Billing {
    /// How one is told about payments.
    pub payments: Channels,
    /// How one is told about invoices.
    pub invoices: Channels,
    /// How one is told about low credit.
    pub low_credit: Channels,
    /// The minimum as the input shows it, for example `50.00`; empty: off.
    pub minimum: String,
    /// ISO 4217.
    pub currency: String,
    /// The credit now; `None`: the platform has not told yet.
    pub credit: Option<Credit>,
}

/// The credit, in words of the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// The balance.
    pub balance: String,
    /// When the platform told it, with the time zone.
    pub at: String,
    /// The minimum; `None`: off.
    pub minimum: Option<String>,
    /// Whether the balance is below the minimum.
    pub is_below: bool,
    /// Whether an alert can be asked for now: the balance is below, and none was sent for it.
    pub can_alert_now: bool,
    /// What is kept back beside the balance, and why; `None`: nothing is.
    pub reserve: Option<String>,
    /// How long the credit lasts at the spend of the last seven days; `None`: nothing was spent, or it is below already.
    pub runway: Option<String>,
    /// What will be sent, to whom; `None`: the alert is off.
    pub forecast: Option<String>,
    /// The balance over time; `None`: fewer than two points are known.
    pub chart: Option<Chart>,
}

/// The balance over time, to be drawn as steps. A chart is [`Chart::WIDTH`] by [`Chart::HEIGHT`], 0 at the top left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// Where the balance was told: x, y.
    pub points: Vec<(u16, u16)>,
    /// Where the minimum lies; `None`: off.
    pub minimum: Option<u16>,
    /// What it shows, for who does not see it.
    pub label: String,
    /// The largest and the smallest amount on it, in words.
    pub top: String,
    /// The smallest.
    pub bottom: String,
    /// When it begins, in words.
    pub from: String,
    /// When it ends.
    pub to: String,
}

impl Chart {
    /// Units from left to right.
    pub const WIDTH: u16 = 1000;
    /// Units from top to bottom.
    pub const HEIGHT: u16 = 240;
}

/// What became of a message, or why there was none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// Which message.
    pub id: String,
    /// What it told about; `None`: a test.
    pub topic: Option<Topic>,
    /// What it said, in short.
    pub what: Sentence,
    /// By which channel.
    pub channel: Channel,
    /// Where to, masked.
    pub to: String,
    /// Where it stands.
    pub state: DeliveryState,
    /// Why it was not sent or did not arrive.
    pub why: Option<Sentence>,
    /// When, in the reader's language and time zone.
    pub at: String,
}

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeliveryState {
    /// It waits or is being sent.
    Waiting,
    /// It waits for a moment that is told.
    PutOff,
    /// A mail server or gateway took it.
    Sent,
    /// It arrived.
    Delivered,
    /// It did not arrive.
    Failed,
    /// Nobody knows whether it was sent.
    Unknown,
    /// It was not meant to be sent.
    NotSent,
}

impl DeliveryState {
    /// Of a word of the outbox.
    pub fn of_word(word: &str) -> Self {
        match word {
            "pending" | "sending" => Self::Waiting,
            "accepted" => Self::Sent,
            "delivered" => Self::Delivered,
            "unknown" => Self::Unknown,
            "suppressed" | "superseded" => Self::NotSent,
            _ => Self::Failed,
        }
    }

    /// Whether it says something about its channel: the last message of one that did not arrive is a trouble.
    pub fn has_ended(self) -> bool {
        matches!(self, Self::Sent | Self::Delivered | Self::Failed)
    }

    /// Whether it may still change within moments.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Sent)
    }
}

/// *History*: messages, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationHistory {
    /// The messages.
    pub entries: Vec<Delivery>,
    /// Where the next page begins, if there are more.
    pub more: Option<String>,
    /// How many days they are kept.
    pub kept_days: u32,
    /// The time zone of all times on the page, by its city or as `UTC`.
    pub time_zone: String,
}
