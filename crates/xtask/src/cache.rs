//! Installs a tool into the cache folder, completely or not at all.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::progress::note;
use crate::project::Project;

/// The folder `key` of the cache. If it is not there, `install` fills a temporary folder, which then takes that
/// name: an install that was interrupted is not mistaken for a finished one, and two at once wait for each other.
pub fn ensure(project: &Project, key: &str, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let finished = project.cache.join(key);
    if finished.is_dir() {
        return Ok(finished);
    }
    fs::create_dir_all(&project.cache).with_context(|| format!("cannot create {}", project.cache.display()))?;
    let lock = File::create(project.cache.join(format!(".{key}.lock")))?;
    lock.lock()?;
    if finished.is_dir() {
        return Ok(finished);
    }
    note(format_args!("installing {key} into {}", project.cache.display()));
    let staging = project.cache.join(format!(".{key}.partial"));
    remove_folder(&staging)?;
    fs::create_dir_all(&staging)?;
    install(&staging).with_context(|| format!("cannot install {key}"))?;
    fs::rename(&staging, &finished).with_context(|| format!("cannot finish {}", finished.display()))?;
    Ok(finished)
}

/// Deletes a folder with its content; one that is not there is fine.
pub fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot delete {}", folder.display()))
        }
        _ => Ok(()),
    }
}
