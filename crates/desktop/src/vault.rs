//! The tokens of each server: in the keyring of the person's desktop; where there is none in memory, or in a file if the
//! person agreed to that.

mod file;
mod keyring;

use crate::origin::Origin;
use file::FileVault;
use keyring::Keyring;
use perfil_models::Secret;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tokio::sync::{OnceCell, RwLock};

/// What a server gave the app to be known by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Tokens {
    /// Of the session, while somebody is signed in.
    pub(crate) session: Option<Secret>,
    /// Of this device, also when nobody is signed in.
    pub(crate) device: Option<Secret>,
}

/// Opens when it is first needed: a keyring takes its time.
pub(crate) struct LazyVault {
    config: PathBuf,
    agreed_to_file: bool,
    vault: OnceCell<RwLock<Vault>>,
}

impl LazyVault {
    /// See [`Vault::open`].
    pub(crate) fn new(config: &Path, agreed_to_file: bool) -> Self {
        Self { config: config.to_owned(), agreed_to_file, vault: OnceCell::new() }
    }

    /// The vault.
    pub(crate) async fn get(&self) -> &RwLock<Vault> {
        self.vault.get_or_init(async || RwLock::new(Vault::open(&self.config, self.agreed_to_file).await)).await
    }
}

/// Where tokens are kept.
pub(crate) enum Vault {
    /// The desktop's keyring, by the Secret Service.
    Keyring(Keyring),
    /// A file that only the person may read.
    File(FileVault),
    /// Nowhere: they are gone when the app is closed.
    Memory(Mutex<HashMap<Origin, Tokens>>),
}

/// Why tokens could not be read or kept.
#[derive(Debug)]
pub(crate) enum VaultError {
    /// No Secret Service runs on the session's bus, or there is no such bus.
    NoService,
    /// The keyring is locked, and the person did not unlock it.
    Locked,
    /// The keyring or the file does not work; the reason is for the log.
    Broken(String),
}

impl Vault {
    /// The keyring if there is one; else the file in that folder if the person agreed to it; else memory.
    pub(crate) async fn open(config: &Path, agreed_to_file: bool) -> Self {
        match Keyring::open().await {
            Ok(keyring) => Self::Keyring(keyring),
            Err(why) => {
                tracing::info!("no keyring: {why}");
                if agreed_to_file { Self::File(FileVault::new(config)) } else { Self::Memory(Mutex::default()) }
            }
        }
    }

    /// Whether the tokens are gone when the app is closed.
    pub(crate) fn forgets(&self) -> bool {
        matches!(self, Self::Memory(_))
    }

    /// Moves what is in memory into the file in that folder, to which the person just agreed.
    pub(crate) fn keep_in_file(&mut self, config: &Path) -> Result<(), VaultError> {
        if let Self::Memory(held) = self {
            let file = FileVault::new(config);
            for (origin, tokens) in held.get_mut().unwrap_or_else(std::sync::PoisonError::into_inner).iter() {
                file.store(origin, tokens)?;
            }
            *self = Self::File(file);
        }
        Ok(())
    }

    /// The tokens of a server. A locked keyring asks the person first.
    pub(crate) async fn load(&self, origin: &Origin) -> Result<Option<Tokens>, VaultError> {
        match self {
            Self::Keyring(keyring) => keyring.load(origin).await,
            Self::File(file) => file.load(origin),
            Self::Memory(held) => Ok(memory(held).get(origin).cloned()),
        }
    }

    /// Keeps a server's tokens in place of those it had.
    pub(crate) async fn store(&self, origin: &Origin, tokens: &Tokens) -> Result<(), VaultError> {
        match self {
            Self::Keyring(keyring) => keyring.store(origin, tokens).await,
            Self::File(file) => file.store(origin, tokens),
            Self::Memory(held) => {
                memory(held).insert(origin.clone(), tokens.clone());
                Ok(())
            }
        }
    }

    /// Forgets a server's tokens, if there are any.
    pub(crate) async fn forget(&self, origin: &Origin) -> Result<(), VaultError> {
        match self {
            Self::Keyring(keyring) => keyring.forget(origin).await,
            Self::File(file) => file.forget(origin),
            Self::Memory(held) => {
                memory(held).remove(origin);
                Ok(())
            }
        }
    }
}

fn memory(held: &Mutex<HashMap<Origin, Tokens>>) -> std::sync::MutexGuard<'_, HashMap<Origin, Tokens>> {
    held.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

impl fmt::Display for VaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoService => f.write_str("no Secret Service on the session's bus"),
            Self::Locked => f.write_str("the keyring stays locked"),
            Self::Broken(why) => f.write_str(why),
        }
    }
}

#[cfg(test)]
pub(crate) fn tokens(session: &str) -> Tokens {
    Tokens { session: Some(Secret::new(session)), device: Some(Secret::new("device")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_in_memory_moves_into_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let origin = Origin::typed("account.example.com").unwrap();
        let mut vault = Vault::Memory(Mutex::default());
        vault.store(&origin, &tokens("first")).await.unwrap();
        assert_eq!(vault.load(&origin).await.unwrap(), Some(tokens("first")));
        assert!(vault.forgets());

        vault.keep_in_file(folder.path()).unwrap();
        assert!(!vault.forgets());
        assert_eq!(FileVault::new(folder.path()).load(&origin).unwrap(), Some(tokens("first")));
        vault.forget(&origin).await.unwrap();
        assert_eq!(vault.load(&origin).await.unwrap(), None);
    }

    #[test]
    fn tokens_are_not_printed() {
        assert!(!format!("{:?}", tokens("first")).contains("first"));
    }
}
