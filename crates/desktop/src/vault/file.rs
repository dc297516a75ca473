//! Tokens in a file that only the person may read.

use super::{Tokens, VaultError};
use crate::folders::{read, replace};
use crate::origin::Origin;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// `tokens.json`, with mode 0600.
pub(crate) struct FileVault {
    path: PathBuf,
}

type Held = HashMap<String, Tokens>;

impl FileVault {
    /// The file in that folder, which need not be there yet.
    pub(super) fn new(config: &Path) -> Self {
        Self { path: config.join("tokens.json") }
    }

    pub(super) fn load(&self, origin: &Origin) -> Result<Option<Tokens>, VaultError> {
        Ok(self.read()?.remove(origin.as_str()))
    }

    pub(super) fn store(&self, origin: &Origin, tokens: &Tokens) -> Result<(), VaultError> {
        // A file that cannot be understood holds nothing that could still be used.
        let mut held = self.read().unwrap_or_default();
        held.insert(origin.as_str().to_owned(), tokens.clone());
        self.write(&held)
    }

    pub(super) fn forget(&self, origin: &Origin) -> Result<(), VaultError> {
        let mut held = self.read()?;
        match held.remove(origin.as_str()) {
            Some(_) => self.write(&held),
            None => Ok(()),
        }
    }

    fn read(&self) -> Result<Held, VaultError> {
        let text = read(&self.path).map_err(|why| self.broken(&why))?;
        text.map_or_else(|| Ok(Held::new()), |text| serde_json::from_slice(&text).map_err(|why| self.broken(&why)))
    }

    fn write(&self, held: &Held) -> Result<(), VaultError> {
        let text = serde_json::to_vec(held).map_err(|why| self.broken(&why))?;
        replace(&self.path, &text).map_err(|why| self.broken(&why))
    }

    fn broken(&self, why: &dyn std::error::Error) -> VaultError {
        VaultError::Broken(format!("{}: {why}", self.path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::tokens;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn keeps_the_tokens_of_each_server() {
        let folder = tempfile::tempdir().unwrap();
        let file = FileVault::new(folder.path());
        let [one, other] = ["a.example.com", "b.example.com"].map(|name| Origin::typed(name).unwrap());
        assert_eq!(file.load(&one).unwrap(), None);
        file.forget(&one).unwrap();
        file.store(&one, &tokens("first")).unwrap();
        file.store(&other, &tokens("second")).unwrap();
        file.store(&one, &tokens("third")).unwrap();
        file.forget(&other).unwrap();

        let again = FileVault::new(folder.path());
        assert_eq!(again.load(&one).unwrap(), Some(tokens("third")));
        assert_eq!(again.load(&other).unwrap(), None);
        let mode = std::fs::metadata(folder.path().join("tokens.json")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_broken_file_is_told_and_replaced() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("tokens.json"), "{").unwrap();
        let file = FileVault::new(folder.path());
        let origin = Origin::typed("a.example.com").unwrap();
        assert!(matches!(file.load(&origin), Err(VaultError::Broken(_))));
        file.store(&origin, &tokens("first")).unwrap();
        assert_eq!(file.load(&origin).unwrap(), Some(tokens("first")));
    }
}
