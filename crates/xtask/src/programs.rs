//! Looks for programs that are already on the machine.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders of daemons and of Debian's programs, which the search path of an ordinary user may lack.
const MORE_FOLDERS: [&str; 3] = ["/usr/bin", "/usr/sbin", "/usr/local/bin"];

/// The first of `names` that is a file in a folder of the search path.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let search_path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&search_path).chain(MORE_FOLDERS.iter().map(PathBuf::from)).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()))
}

/// What `program` prints on its standard output, if it succeeds.
pub fn answer(program: impl AsRef<Path>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program.as_ref()).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether the tool runs with the rights of the system's administrator.
pub fn is_root() -> bool {
    answer("id", &["-u"]).as_deref() == Some("0")
}
