//! What a page shows. Times that run are sent as seconds from now, because the reader's clock may be wrong.

mod account;
mod activity;
mod factor;
mod key;
mod link;
mod notifications;
mod organization;
mod organization_settings;
mod region;

pub use account::{Account, Deletion, Dependent, PendingEmail, PendingPhone, Phone, ZoneOffer};
pub use activity::{Activity, ActivityFilter, Device, Event, OpenSession};
pub use factor::{
    AppToConfirm, Factor, FactorKind, FactorsChanged, PasskeyChallenge, QrCode, SecondFactors, SecondStep, SignedIn,
};
pub use key::{KeyState, KeysChanged, OrganizationKey, OrganizationKeys};
pub use link::{Link, LinkPurpose, Undone};
pub use notifications::{
    Billing, Chart, Credit, Delivery, DeliveryState, Import, ImportState, NotificationHistory, Notifications, Quiet,
};
pub use organization::{
    AskedRole, Audit, AuditEntry, AuditFilter, Invitation, Member, Organization, RoleRequest, Standing,
};
pub use organization_settings::{OrganizationSettings, SignedOut};
pub use region::{Choice, ChoiceGroup, Preview, RegionSettings, Zone, ZoneGroup};

use crate::{CountryCode, Direction, Language, Role, Sentence};
use serde::{Deserialize, Serialize};

/// What every page needs, sent once with the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The page's language.
    pub language: Language,
    /// The messages of that language: `(id, pattern)`, sorted by id; a pattern holds `{name}` where an argument goes.
    pub messages: Vec<(String, String)>,
    /// Who is signed in, if anyone.
    pub who: Option<Who>,
    /// The hidden field of every form that works without script.
    pub form_token: String,
    /// How the form went that was posted without script, to be shown once.
    pub flash: Option<Flash>,
    /// Whether this is the demo, with its Outbox page.
    pub demo: bool,
}

impl Page {
    /// The way the page is written.
    pub fn direction(&self) -> Direction {
        self.language.direction()
    }
}

/// Who is signed in, as the drop-down shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The name.
    pub display_name: String,
    /// The email address.
    pub email: String,
    /// Whether Organization Settings is offered.
    pub may_view_organization: bool,
    /// The role, by which pages are offered.
    pub role: Role,
}

/// A number as its country writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormattedPhone {
    /// National writing where the number belongs to the country asked about, else international.
    pub display: String,
    /// The country that the number belongs to.
    pub country: CountryCode,
}

/// A country to choose, with its dial code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: CountryCode,
    /// The name in the page's language.
    pub name: String,
    /// The ITU dial code without `+`.
    pub dial_code: u16,
}

/// A form without script has been posted; this is how it went. It travels in a sealed cookie and is shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The form's name, the last part of its action.
    pub form: String,
    /// The result.
    pub outcome: Outcome,
    /// What was typed, `(field, text)`, never passwords or codes.
    pub typed: Vec<(String, String)>,
    /// Whether what the form belonged to is over, so that no card of its own is left to say it in.
    pub is_over: bool,
}

/// How a form went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was done; the sentence says what.
    Done(Sentence),
    /// It was refused; the sentence says why and what to do, beside the field where there is one.
    Refused(Sentence, Option<crate::Field>),
}

impl Outcome {
    /// The same where the field that it belongs to is not to be seen.
    pub fn beside_no_field(self) -> Self {
        match self {
            Self::Refused(sentence, _) => Self::Refused(sentence, None),
            done => done,
        }
    }
}

/// A message that the demo did not send but shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoMessage {
    /// `email` or `sms`.
    pub channel: String,
    /// The address or number.
    pub recipient: String,
    /// The subject, of a mail.
    pub subject: Option<String>,
    /// The text.
    pub text: String,
    /// When it was delivered to the Outbox, as text in UTC.
    pub at: String,
}
