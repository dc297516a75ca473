//! What pages load before they are shown: on the server while it renders, else by the browser.
//!
//! All of it is one type, so that the machinery of loading is in the browser's program once and not once per page. To
//! load something new, add a variant to [`Content`] and a line to [`loadable!`]; what takes arguments is loaded by
//! [`use_loaded_by`].

use crate::api::Refusal;
use crate::api::{
    account, demo, factors, notifications, organization_keys, organization_settings, phone, region, session,
};
use crate::json::read;
use dioxus::fullstack::Transportable;
use dioxus::prelude::*;
use perfil_models::AccessError;
use perfil_models::error::LinkError;
use perfil_models::view::{Account, Activity, Audit, Country, DemoMessage, Link, Organization, Page, RegionSettings};
use perfil_models::view::{
    NotificationHistory, Notifications, OrganizationKeys, OrganizationSettings, SecondFactors, SecondStep,
};
use serde::{Deserialize, Serialize};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

/// Anything that a page loads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    Page(Page),
    Account(Account),
    Countries(Vec<Country>),
    Region(RegionSettings),
    Organization(Organization),
    Messages(Vec<DemoMessage>),
    Link(OpenedLink),
    Activity(Activity),
    SecondFactors(SecondFactors),
    SecondStep(AskedStep),
    Notifications(Notifications),
    NotificationHistory(NotificationHistory),
    Audit(Audit),
    OrganizationKeys(OrganizationKeys),
    OrganizationSettings(OrganizationSettings),
}

/// What a link does, or why nothing.
pub type OpenedLink = Result<Link, LinkError>;
/// How a sign-in may go on; `None`: it waits no longer.
pub type AskedStep = Option<SecondStep>;

/// What came back: the content, or why there is none.
pub type Answer = Result<Content, AccessError>;
/// A server function at work.
pub type Loading = Pin<Box<dyn Future<Output = Answer>>>;

/// One kind of [`Content`].
pub trait Loadable: Clone + 'static {
    /// Takes it out of what came back.
    fn pick(content: &Content) -> Option<&Self>;
}

/// Something that is loaded by a server function without arguments.
pub trait LoadedAlone: Loadable {
    /// Calls the server function.
    fn load() -> Loading;
}

macro_rules! loadable {
    ($($type:ty = $variant:ident $(by $call:path)?;)*) => {$(
        impl Loadable for $type {
            fn pick(content: &Content) -> Option<&Self> {
                match content {
                    Content::$variant(value) => Some(value),
                    _ => None,
                }
            }
        }

        $(impl LoadedAlone for $type {
            fn load() -> Loading {
                Box::pin(async { $call().await.map(Content::$variant).map_err(|Refusal(error)| error) })
            }
        })?
    )*};
}

loadable! {
    Page = Page by session::page;
    Account = Account by account::account;
    Vec<Country> = Countries by phone::countries;
    RegionSettings = Region by region::region;
    Organization = Organization;
    Vec<DemoMessage> = Messages by demo::demo_outbox;
    OpenedLink = Link;
    Activity = Activity;
    SecondFactors = SecondFactors by factors::factors;
    AskedStep = SecondStep;
    Notifications = Notifications by notifications::notifications;
    NotificationHistory = NotificationHistory;
    Audit = Audit;
    OrganizationKeys = OrganizationKeys by organization_keys::organization_keys;
    OrganizationSettings = OrganizationSettings by organization_settings::organization_settings;
}

/// Something loaded, or the reason why not.
pub struct Loaded<T> {
    resource: Resource<Answer>,
    kind: PhantomData<T>,
}

impl<T> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loaded<T> {}

/// Loads a `T`; the component is not shown before it is there.
pub fn use_loaded<T: LoadedAlone>() -> Result<Loaded<T>, RenderError> {
    use_loaded_by(|| Box::new(T::load))
}

/// Loads a `T` by a server function that takes arguments: `call` makes, once, what calls it.
pub fn use_loaded_by<T: Loadable>(call: impl FnOnce() -> Box<dyn Fn() -> Loading>) -> Result<Loaded<T>, RenderError> {
    let call: CopyValue<Box<dyn Fn() -> Loading>> = use_hook(|| CopyValue::new(call()));
    Ok(Loaded { resource: use_content(call)?, kind: PhantomData })
}

fn use_content(call: CopyValue<Box<dyn Fn() -> Loading>>) -> Result<Resource<Answer>, RenderError> {
    let load = move || (call.read())();
    use_server_future::<Answer, Loading, AsJson>(load)
}

/// How an answer travels inside the page: as JSON, which the browser can read anyway because server functions answer in
/// it. Dioxus' own way (CBOR) would bring a second reader for every type.
struct AsJson;

impl Content {
    /// What is left when a page shows it: lists stand there as the options of selects (see `components::picker`).
    #[cfg(feature = "server")]
    fn beside_its_page(&self) -> Self {
        match self.clone() {
            Self::Region(region) => Self::Region(RegionSettings { countries: Vec::new(), zones: Vec::new(), ..region }),
            Self::OrganizationSettings(shown) => {
                let (countries, zones) = (Vec::new(), Vec::new());
                Self::OrganizationSettings(OrganizationSettings { countries, zones, ..shown })
            }
            other => other,
        }
    }
}

impl Transportable<AsJson> for Answer {
    fn transport_to_bytes(&self) -> Vec<u8> {
        #[cfg(feature = "server")]
        return serde_json::to_vec(&self.as_ref().map(Content::beside_its_page)).unwrap_or_default();
        #[cfg(not(feature = "server"))]
        Vec::new()
    }

    fn transport_from_bytes(bytes: &[u8]) -> Result<Self, ciborium::de::Error<std::io::Error>> {
        read(bytes).map_err(|error| ciborium::de::Error::Semantic(None, error.to_string()))
    }
}

impl<T: Loadable> Loaded<T> {
    /// What came back.
    pub fn answer(&self) -> Result<T, AccessError> {
        match &*self.resource.read() {
            Some(Ok(content)) => T::pick(content).cloned().ok_or(AccessError::Internal),
            Some(Err(error)) => Err(error.clone()),
            None => Err(AccessError::Internal),
        }
    }

    /// Loads it again.
    pub fn restart(&mut self) {
        self.resource.restart();
    }
}
