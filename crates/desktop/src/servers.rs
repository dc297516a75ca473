//! The servers that the person has used, in `servers.json`.

use crate::folders::{read, replace};
use crate::origin::Origin;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

const NAME: &str = "servers.json";

/// The environment's variable that names the server to use, without asking.
const PINNED: &str = "PERFIL_DESKTOP_SERVER";

/// A server that was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Known {
    /// Its address.
    #[serde(rename = "address")]
    pub(crate) origin: Origin,
    /// When it was last chosen; milliseconds since 1970 in UTC.
    pub(crate) last_used: i64,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Held {
    current: Option<Origin>,
    known: Vec<Known>,
    tokens_in_file: Option<bool>,
}

/// The known servers. Each change is on the disk when its function returns.
pub(crate) struct Servers {
    path: PathBuf,
    held: Held,
    set_aside: Option<PathBuf>,
}

/// The server that the environment names, as it was typed there.
pub(crate) fn pinned() -> Option<String> {
    std::env::var(PINNED).ok().filter(|typed| !typed.trim().is_empty())
}

impl Servers {
    /// Reads `servers.json` of a folder. A file that cannot be understood is renamed, and [`Servers::set_aside`] says so.
    pub(crate) fn open(config: &Path) -> io::Result<Self> {
        let path = config.join(NAME);
        let Some(text) = read(&path)? else {
            return Ok(Self { path, held: Held::default(), set_aside: None });
        };
        match serde_json::from_slice(&text) {
            Ok(held) => Ok(Self { path, held, set_aside: None }),
            Err(why) => {
                let aside = config.join("servers.json.broken");
                std::fs::rename(&path, &aside)?;
                tracing::warn!("{} cannot be understood and is now {}: {why}", path.display(), aside.display());
                Ok(Self { path, held: Held::default(), set_aside: Some(aside) })
            }
        }
    }

    /// No servers, for the folder whose file cannot be read.
    pub(crate) fn none(config: &Path) -> Self {
        Self { path: config.join(NAME), held: Held::default(), set_aside: None }
    }

    /// Where the file is now that could not be understood.
    pub(crate) fn set_aside(&self) -> Option<&Path> {
        self.set_aside.as_deref()
    }

    /// The server to open, if one was chosen.
    pub(crate) fn current(&self) -> Option<&Origin> {
        self.held.current.as_ref()
    }

    /// All of them, the one that was used last first.
    pub(crate) fn known(&self) -> &[Known] {
        &self.held.known
    }

    /// Makes a server the current one; `now` in milliseconds since 1970 in UTC.
    pub(crate) fn choose(&mut self, origin: &Origin, now: i64) -> io::Result<()> {
        self.held.known.retain(|known| known.origin != *origin);
        self.held.known.insert(0, Known { origin: origin.clone(), last_used: now });
        self.held.current = Some(origin.clone());
        self.write()
    }

    /// Forgets a server; if it was the current one, none is. Its tokens are the vault's to forget.
    pub(crate) fn forget(&mut self, origin: &Origin) -> io::Result<()> {
        self.held.known.retain(|known| known.origin != *origin);
        if self.current() == Some(origin) {
            self.held.current = None;
        }
        self.write()
    }

    /// Whether the person agreed to tokens in a file; `None`: not asked yet.
    pub(crate) fn tokens_in_file(&self) -> Option<bool> {
        self.held.tokens_in_file
    }

    /// Remembers the person's answer to that question.
    pub(crate) fn answer_tokens_in_file(&mut self, agreed: bool) -> io::Result<()> {
        self.held.tokens_in_file = Some(agreed);
        self.write()
    }

    fn write(&self) -> io::Result<()> {
        let mut text = serde_json::to_vec_pretty(&self.held)?;
        text.push(b'\n');
        replace(&self.path, &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(typed: &str) -> Origin {
        Origin::typed(typed).unwrap()
    }

    fn names(servers: &Servers) -> Vec<&str> {
        servers.known().iter().map(|known| known.origin.name()).collect()
    }

    #[test]
    fn remembers_servers_the_last_first() {
        let folder = tempfile::tempdir().unwrap();
        let mut servers = Servers::open(folder.path()).unwrap();
        assert_eq!((servers.current(), servers.known().len(), servers.tokens_in_file()), (None, 0, None));
        for (now, name) in [(1, "a.example.com"), (2, "b.example.com"), (3, "a.example.com")] {
            servers.choose(&origin(name), now).unwrap();
        }
        servers.answer_tokens_in_file(true).unwrap();

        let mut servers = Servers::open(folder.path()).unwrap();
        assert_eq!(names(&servers), ["a.example.com", "b.example.com"]);
        assert_eq!(servers.known()[0].last_used, 3);
        assert_eq!(servers.current(), Some(&origin("a.example.com")));
        assert_eq!(servers.tokens_in_file(), Some(true));

        servers.forget(&origin("a.example.com")).unwrap();
        let servers = Servers::open(folder.path()).unwrap();
        assert_eq!((servers.current(), names(&servers)), (None, vec!["b.example.com"]));
    }

    #[test]
    fn a_broken_file_is_set_aside() {
        for broken in ["{\"current\": ", "\"text\"", "{\"current\": \"http://example.com\"}"] {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("servers.json"), broken).unwrap();
            let mut servers = Servers::open(folder.path()).unwrap();
            let aside = servers.set_aside().expect("a file that was set aside").to_owned();
            assert_eq!(std::fs::read_to_string(aside).unwrap(), broken);
            assert!(servers.known().is_empty());
            servers.choose(&origin("a.example.com"), 1).unwrap();
            assert_eq!(Servers::open(folder.path()).unwrap().set_aside(), None);
        }
    }

    #[test]
    fn what_a_newer_app_wrote_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let text = r#"{"known": [{"address": "https://a.example.com", "last_used": 5, "colour": "red"}], "new": 1}"#;
        std::fs::write(folder.path().join("servers.json"), text).unwrap();
        let servers = Servers::open(folder.path()).unwrap();
        assert_eq!((servers.set_aside(), names(&servers)), (None, vec!["a.example.com"]));
    }
}
