//! Where files go that a page hands out.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Saves a file among the downloads, beside one that has its name already. Only the person may read it: it may hold
/// recovery codes. Writes to the disk.
pub(crate) fn save(name: &str, content: &[u8]) -> io::Result<PathBuf> {
    let folder = downloads().ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "HOME is not set"))?;
    save_in(&folder, name, content)
}

fn save_in(folder: &Path, name: &str, content: &[u8]) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    for path in names(name).map(|name| folder.join(name)) {
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
            Ok(mut file) => {
                file.write_all(content)?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {}
            Err(why) => return Err(why),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// `a.zip`, `a (1).zip` and so on.
fn names(name: &str) -> impl Iterator<Item = String> {
    let (stem, ending) =
        name.rsplit_once('.').map_or((name, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    std::iter::once(name.to_owned()).chain((1..1000).map(move |number| format!("{stem} ({number}){ending}")))
}

/// The person's folder for downloads: as `user-dirs.dirs` names it (xdg-user-dirs), else `Downloads`.
fn downloads() -> Option<PathBuf> {
    let home = PathBuf::from(env::var_os("HOME")?);
    let config = env::var_os("XDG_CONFIG_HOME").map_or_else(|| home.join(".config"), PathBuf::from);
    let named = fs::read_to_string(config.join("user-dirs.dirs")).ok().and_then(|text| named_in(&text, &home));
    Some(named.unwrap_or_else(|| home.join("Downloads")))
}

fn named_in(user_dirs: &str, home: &Path) -> Option<PathBuf> {
    let value = user_dirs.lines().find_map(|line| line.trim().strip_prefix("XDG_DOWNLOAD_DIR="))?.trim_matches('"');
    match value.strip_prefix("$HOME") {
        Some(below) => Some(home.join(below.trim_start_matches('/'))),
        None => Some(PathBuf::from(value)).filter(|path| path.is_absolute()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn no_file_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let save = |text: &str| save_in(folder.path(), "data.zip", text.as_bytes()).unwrap();
        let (first, second) = (save("one"), save("two"));
        assert_eq!(second.file_name().unwrap(), "data (1).zip");
        assert_eq!(fs::read_to_string(&first).unwrap(), "one");
        assert_eq!(fs::metadata(&first).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn the_folder_is_the_persons_choice() {
        let home = Path::new("/home/x");
        let named = |line: &str| named_in(&format!("# comment\n{line}\n"), home);
        assert_eq!(named("XDG_DOWNLOAD_DIR=\"$HOME/Geladen\""), Some("/home/x/Geladen".into()));
        assert_eq!(named("XDG_DOWNLOAD_DIR=\"/srv/x\""), Some("/srv/x".into()));
        assert_eq!(named("XDG_DOWNLOAD_DIR=\"relative\""), None);
        assert_eq!(named("XDG_MUSIC_DIR=\"$HOME/M\""), None);
    }
}
