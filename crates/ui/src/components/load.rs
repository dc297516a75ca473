//! What pages load before they are shown: on the server while it renders, else by the browser.
//!
//! All of it is one type, so that the machinery of loading is in the browser's program once and not once per page. To
//! load something new, add a variant to [`Content`] and a line to [`loadable!`].

use crate::api::Refusal;
use crate::api::{account, demo, organization, phone, session};
use dioxus::fullstack::Transportable;
use dioxus::prelude::*;
use perfil_models::AccessError;
use perfil_models::view::{Account, Country, DemoMessage, Organization, Page};
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
    Organization(Organization),
    Messages(Vec<DemoMessage>),
}

type Answer = Result<Content, AccessError>;
type Loading = Pin<Box<dyn Future<Output = Answer>>>;

/// Something that is loaded by one server function.
pub trait Loadable: Clone + 'static {
    /// Calls the server function.
    fn load() -> Loading;
    /// Takes it out of what came back.
    fn pick(content: &Content) -> Option<&Self>;
}

macro_rules! loadable {
    ($($type:ty = $variant:ident by $call:path;)*) => {$(
        impl Loadable for $type {
            fn load() -> Loading {
                Box::pin(async { $call().await.map(Content::$variant).map_err(|Refusal(error)| error) })
            }

            fn pick(content: &Content) -> Option<&Self> {
                match content {
                    Content::$variant(value) => Some(value),
                    _ => None,
                }
            }
        }
    )*};
}

loadable! {
    Page = Page by session::page;
    Account = Account by account::account;
    Vec<Country> = Countries by phone::countries;
    Organization = Organization by organization::organization;
    Vec<DemoMessage> = Messages by demo::demo_outbox;
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
pub fn use_loaded<T: Loadable>() -> Result<Loaded<T>, RenderError> {
    Ok(Loaded { resource: use_content(T::load)?, kind: PhantomData })
}

fn use_content(load: fn() -> Loading) -> Result<Resource<Answer>, RenderError> {
    use_server_future::<Answer, Loading, AsJson>(load)
}

/// How an answer travels inside the page: as JSON, which the browser can read anyway because server functions answer in
/// it. Dioxus' own way (CBOR) would bring a second reader for every type.
struct AsJson;

impl Transportable<AsJson> for Answer {
    fn transport_to_bytes(&self) -> Vec<u8> {
        #[cfg(feature = "server")]
        return serde_json::to_vec(self).unwrap_or_default();
        #[cfg(not(feature = "server"))]
        Vec::new()
    }

    fn transport_from_bytes(bytes: &[u8]) -> Result<Self, ciborium::de::Error<std::io::Error>> {
        serde_json::from_slice(bytes).map_err(|error| ciborium::de::Error::Semantic(None, error.to_string()))
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
