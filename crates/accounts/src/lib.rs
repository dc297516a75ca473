//! The use cases, one file per feature. Each asks who is calling, lets one transaction decide, and answers with a value
//! or a typed error of `perfil-models`. Authorisation lives here: a page only hides what is refused here anyway.
//!
//! **Adding a use case**: a request and an error enum in `perfil-models`, statements in `perfil-store`, one `impl
//! Accounts` block here, a server function in `perfil-ui`, a form in `perfil-web` (docs/adding-a-setting.md walks through
//! it). State, security event ([`audit`]) and outbox row ([`notices`]) are written in the same transaction.

mod activity;
pub mod admin;
mod audit;
mod caller;
mod changes;
pub mod clock;
mod connected;
mod contacts;
mod credit_gaps;
mod deletion;
mod device;
mod email;
mod erasure;
mod factors;
mod fault;
pub mod hasher;
mod invitation;
mod key_reach;
pub mod keys;
mod limiter;
mod links;
mod member_invitation;
mod members;
mod new_passkey;
mod notices;
mod notifications;
mod organization;
mod organization_audit;
mod organization_keys;
mod organization_settings;
mod own_data;
mod passkey_sign_in;
mod passkeys;
mod password;
mod password_policy;
mod phone;
pub mod phone_plan;
mod platform;
mod platform_events;
mod play;
mod preferences;
mod profile;
mod provisioning;
mod provisioning_by_key;
pub mod random;
mod reach;
mod reauthentication;
mod recovery;
mod region;
mod reset;
mod role_requests;
mod second_step;
mod sessions;
mod sign_everyone_out;
mod sign_in;
mod sms_countries;
mod told;
mod told_organization;
mod told_values;
mod totp;
mod turns;
mod undo;

pub use activity::{ActivityFacts, EventFacts, SessionFacts};
pub use caller::{Client, Issued, Session, Transport};
pub use changes::{AuditFacts, Author, ChangeFacts, Changes, Party};
pub use connected::{Connected, News};
pub use credit_gaps::CreditGaps;
pub use factors::{FactorFacts, FactorsFacts};
pub use key_reach::Reach;
pub use notifications::{BillingFacts, CreditFacts, DeliveryFacts, HistoryFacts, NotificationFacts, unsubscribe_token};
pub use organization::{InvitationFacts, MemberFacts, OrganizationPage};
pub use organization_keys::{KeyFacts, KeysFacts};
pub use organization_settings::OrganizationState;
pub use own_data::OwnData;
pub use passkeys::Passkeys;
pub use perfil_models::Scope;
pub use perfil_store::contact_imports::ImportRow;
pub use perfil_store::own_data::OwnRows;
pub use perfil_store::personal_tables::{Beside, Told};
pub use perfil_store::quiet_hours::Quiet;
pub use platform::{NewKey, WhoIs};
pub use platform_events::{EventRefusal, KNOWN_TYPES, Outcome, PlatformEvent, event_schemas};
pub use play::Play;
pub use preferences::Preferences;
pub use provisioning::{
    OrganizationFacts, PersonFacts, ProvisioningError, Saved, TellOrganization, TellPerson, provisioning_schemas,
};
pub use region::{RegionState, Zones};
pub use role_requests::RoleRequestFacts;

use clock::Clock;
use hasher::Hasher;
use keys::Keys;
use limiter::Limiter;
use perfil_models::CountryCode;
use perfil_store::throttle::Bucket;
use perfil_store::{Store, StoreError};
use platform_events::Gathered;
use random::Random;
use std::collections::BTreeSet;
use std::sync::Arc;
use turns::Turns;

/// What the operator decides.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The host name of the public address, which the last line of an SMS names.
    pub host: String,
    /// The countries that text messages may go to; `None`: all.
    pub sms_countries: Option<BTreeSet<CountryCode>>,
    /// Sign-ins per network.
    pub sign_in: Bucket,
    /// Text messages a day to one dial code.
    pub sms_per_dial_code: i64,
}

impl Policy {
    /// 20 sign-ins at once from a network, then one each 6 seconds.
    pub const SIGN_IN: Bucket = Bucket { burst: 20, drain: 6 * clock::SECOND };

    /// Text messages a day to one dial code.
    pub const SMS_PER_DIAL_CODE: u32 = 500;

    /// The defaults, for links and codes of that host.
    pub fn for_host(host: impl Into<String>) -> Self {
        Self {
            host: host.into(),
            sms_countries: None,
            sign_in: Self::SIGN_IN,
            sms_per_dial_code: Self::SMS_PER_DIAL_CODE.into(),
        }
    }
}

/// What the use cases work with.
pub struct Parts {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// Password hashing.
    pub hasher: Hasher,
    /// The secret keys.
    pub keys: Keys,
    /// What is known about time zones.
    pub zones: Zones,
    /// This server as the party that passkeys are made for; `None`: at its address none can be.
    pub passkeys: Option<Passkeys>,
    /// What the operator decides.
    pub policy: Policy,
    /// Called after a message was queued, so that the worker need not wait for its next look.
    pub wake: Box<dyn Fn() + Send + Sync>,
}

/// The use cases. Cheap to clone.
#[derive(Clone)]
pub struct Accounts {
    parts: Arc<Parts>,
    turns: Arc<Turns>,
    platform_calls: Arc<Limiter>,
    gathered: Arc<Gathered>,
}

impl Accounts {
    /// Puts them together.
    pub fn new(parts: Parts) -> Self {
        Self {
            parts: Arc::new(parts),
            turns: Arc::new(Turns::new()),
            platform_calls: Arc::default(),
            gathered: Arc::default(),
        }
    }

    /// The time, milliseconds.
    pub fn now(&self) -> i64 {
        self.parts.clock.now()
    }

    /// The secret keys, for the proofs that `perfil-web` makes and checks.
    pub fn keys(&self) -> &Keys {
        &self.parts.keys
    }

    /// Randomness, for the tokens that `perfil-web` makes.
    pub fn random(&self) -> &dyn Random {
        &*self.parts.random
    }

    /// Whether the database answers.
    pub async fn ready(&self) -> Result<(), StoreError> {
        self.parts.store.ping().await
    }

    fn new_id(&self) -> String {
        random::new_id(&*self.parts.random, self.now())
    }
}
