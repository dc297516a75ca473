//! Tokens in the desktop's keyring, by the Secret Service over D-Bus.

use super::{Tokens, VaultError};
use crate::origin::Origin;
use secret_service::{Collection, EncryptionType, Error, Item, SecretService};
use std::collections::HashMap;
use zbus::Connection;
use zbus::fdo::DBusProxy;
use zbus::names::WellKnownName;

const SERVICE: &str = "org.freedesktop.secrets";
const CONTENT_TYPE: &str = "application/json";

/// What a bus answers where nobody has that name, or where nobody could be started.
const NOBODY: [&str; 4] = [
    "org.freedesktop.DBus.Error.ServiceUnknown",
    "org.freedesktop.DBus.Error.NameHasNoOwner",
    "org.freedesktop.DBus.Error.NoReply",
    "org.freedesktop.DBus.Error.Spawn.",
];

/// The keyring. Each use opens a session of its own, so that a Secret Service that was started anew is found.
pub(crate) struct Keyring {
    bus: Connection,
}

impl Keyring {
    /// Finds out whether there is one, and starts it if need be.
    pub(super) async fn open() -> Result<Self, VaultError> {
        let bus = Connection::session().await.map_err(|_| VaultError::NoService)?;
        let names = DBusProxy::new(&bus).await.map_err(Error::from)?;
        let service = WellKnownName::from_static_str_unchecked(SERVICE);
        // What runs may be nothing that the bus could start.
        if !names.name_has_owner(service.clone().into()).await.unwrap_or_default() {
            names.start_service_by_name(service, 0).await.map_err(|_| VaultError::NoService)?;
        }
        Ok(Self { bus })
    }

    async fn connect(&self) -> Result<SecretService<'static>, VaultError> {
        Ok(SecretService::connect_with_existing(EncryptionType::Dh, self.bus.clone()).await?)
    }

    pub(super) async fn load(&self, origin: &Origin) -> Result<Option<Tokens>, VaultError> {
        let service = self.connect().await?;
        let Some(item) = find(&service, origin).await?.into_iter().next() else { return Ok(None) };
        let secret = item.get_secret().await?;
        match serde_json::from_slice(&secret) {
            Ok(tokens) => Ok(Some(tokens)),
            Err(why) => Err(VaultError::Broken(format!("the keyring's item for {origin}: {why}"))),
        }
    }

    pub(super) async fn store(&self, origin: &Origin, tokens: &Tokens) -> Result<(), VaultError> {
        let secret = serde_json::to_vec(tokens).map_err(|why| VaultError::Broken(why.to_string()))?;
        let service = self.connect().await?;
        if let Some(item) = find(&service, origin).await?.into_iter().next() {
            return Ok(item.set_secret(&secret, CONTENT_TYPE).await?);
        }
        let collection = default_collection(&service).await?;
        let label = format!("Perfil ({})", origin.name());
        collection.create_item(&label, attributes(origin), &secret, true, CONTENT_TYPE).await?;
        Ok(())
    }

    pub(super) async fn forget(&self, origin: &Origin) -> Result<(), VaultError> {
        let service = self.connect().await?;
        for item in find(&service, origin).await? {
            item.delete().await?;
        }
        Ok(())
    }
}

fn attributes(origin: &Origin) -> HashMap<&'static str, &str> {
    HashMap::from([("application", "perfil"), ("server", origin.as_str())])
}

/// The items of a server, unlocked by the person if need be.
async fn find<'a>(service: &'a SecretService<'_>, origin: &Origin) -> Result<Vec<Item<'a>>, VaultError> {
    let mut found = service.search_items(attributes(origin)).await?;
    for item in &found.locked {
        item.unlock().await?;
    }
    found.unlocked.append(&mut found.locked);
    Ok(found.unlocked)
}

/// Where new items go. Where nobody has made such a collection yet, the keyring asks the person for its password.
async fn default_collection<'a>(service: &'a SecretService<'_>) -> Result<Collection<'a>, VaultError> {
    let collection = match service.get_default_collection().await {
        Err(Error::NoResult) => service.create_collection("login", "default").await?,
        found => found?,
    };
    if collection.is_locked().await? {
        collection.unlock().await?;
    }
    Ok(collection)
}

impl From<Error> for VaultError {
    fn from(error: Error) -> Self {
        match &error {
            Error::Unavailable => Self::NoService,
            Error::Locked | Error::Prompt | Error::PromptDisconnected => Self::Locked,
            Error::Zbus(why) if is_nobody(why) => Self::NoService,
            _ => Self::Broken(error.to_string()),
        }
    }
}

/// Whether there is no bus, nothing of that name on it, or nothing that could be started.
fn is_nobody(error: &zbus::Error) -> bool {
    use zbus::fdo::Error as Bus;
    match error {
        zbus::Error::InputOutput(_) | zbus::Error::Connection(..) | zbus::Error::Handshake(_) => true,
        zbus::Error::FDO(why) => matches!(**why, Bus::ServiceUnknown(_) | Bus::NameHasNoOwner(_) | Bus::NoReply(_)),
        zbus::Error::MethodError(name, ..) => NOBODY.iter().any(|nobody| name.starts_with(nobody)),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
