//! Where the app keeps its files, by the XDG Base Directory Specification, and how it writes them.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

const NAME: &str = "perfil";
const OWN_FOLDER: u32 = 0o700;
const OWN_FILE: u32 = 0o600;

/// The app's folders. They exist, and only the person may look into them.
#[derive(Clone, Debug)]
pub(crate) struct Folders {
    /// `servers.json` and, where the person agreed to it, `tokens.json`.
    pub(crate) config: PathBuf,
    /// `window.json`.
    pub(crate) state: PathBuf,
    /// What the web view keeps; it may be deleted at any time.
    pub(crate) cache: PathBuf,
    /// What lasts until the person signs out of the desktop: the socket of the running app. Where the system has no
    /// place for such things, it is `state`.
    pub(crate) runtime: PathBuf,
}

impl Folders {
    /// Finds the folders in the process's environment, and makes those that are missing.
    pub(crate) fn of_process() -> io::Result<Self> {
        Self::of(|name| std::env::var_os(name))
    }

    fn of(variable: impl Fn(&str) -> Option<OsString>) -> io::Result<Self> {
        let absolute = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = absolute("HOME");
        let folder = |name: &str, below_home: &str| {
            let base = absolute(name).or_else(|| Some(home.as_ref()?.join(below_home)));
            base.map(|base| base.join(NAME)).ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "HOME is not set"))
        };
        let state = folder("XDG_STATE_HOME", ".local/state")?;
        let (config, cache) = (folder("XDG_CONFIG_HOME", ".config")?, folder("XDG_CACHE_HOME", ".cache")?);
        for path in [&config, &state, &cache] {
            make(path)?;
        }
        let runtime = absolute("XDG_RUNTIME_DIR").map(|base| base.join(NAME)).filter(|path| make(path).is_ok());
        Ok(Self { config, cache, runtime: runtime.unwrap_or_else(|| state.clone()), state })
    }
}

fn make(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(OWN_FOLDER).create(folder)
}

/// Replaces a file as a whole: after a crash it holds the old text or the new one. Only the person may read it.
pub(crate) fn replace(path: &Path, text: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let next = folder.join(name);
    if let Err(why) = write_new(&next, text).and_then(|()| fs::rename(&next, path)) {
        let _ = fs::remove_file(&next);
        return Err(why);
    }
    File::open(folder)?.sync_all()
}

fn write_new(path: &Path, text: &[u8]) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(OWN_FILE).open(path)?;
    file.write_all(text)?;
    file.sync_all()
}

/// The text of a file; `None` where there is none.
pub(crate) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(text) => Ok(Some(text)),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(why) => Err(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn the_folders_are_the_persons_own() {
        let home = tempfile::tempdir().unwrap();
        let elsewhere = home.path().join("elsewhere");
        let folders = Folders::of(|name| match name {
            "HOME" => Some(home.path().into()),
            "XDG_CONFIG_HOME" => Some(elsewhere.clone().into()),
            "XDG_CACHE_HOME" => Some("not/absolute".into()),
            _ => None,
        });
        let folders = folders.unwrap();
        assert_eq!(folders.config, elsewhere.join("perfil"));
        assert_eq!(folders.state, home.path().join(".local/state/perfil"));
        assert_eq!(folders.cache, home.path().join(".cache/perfil"));
        assert_eq!(folders.runtime, folders.state);
        for path in [&folders.config, &folders.state, &folders.cache] {
            assert_eq!(mode(path), 0o700, "{}", path.display());
        }
    }

    #[test]
    fn without_a_home_there_is_no_place() {
        assert!(Folders::of(|_| None).is_err());
    }

    #[test]
    fn a_file_is_replaced_as_a_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.json");
        assert_eq!(read(&path).unwrap(), None);
        for text in ["a long first text", "short"] {
            replace(&path, text.as_bytes()).unwrap();
            assert_eq!(read(&path).unwrap().as_deref(), Some(text.as_bytes()));
        }
        assert_eq!(mode(&path), 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_cannot_be_replaced_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.json");
        fs::create_dir(&path).unwrap();
        assert!(replace(&path, b"text").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
