//! The folder that the server serves: each file under a name that holds a hash of its content, so that a browser may
//! keep it for ever, and a manifest that maps the names in the source to those.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::cache::remove_folder;

/// Where the server shows the files.
const URL_PREFIX: &str = "/assets/";
/// How a stylesheet refers to a file of `assets/static`.
const STATIC_PREFIX: &str = "/static/";

/// A site being put together beside the one in use.
pub struct Site {
    finished: PathBuf,
    staging: PathBuf,
    built: BTreeMap<String, String>,
    fixed: BTreeMap<String, String>,
}

impl Site {
    /// Starts an empty one, to be published as the folder `finished`.
    pub fn start(finished: PathBuf) -> Result<Self> {
        let staging = finished.with_extension("new");
        remove_folder(&staging)?;
        let site = Self { finished, staging, built: BTreeMap::new(), fixed: BTreeMap::new() };
        fs::create_dir_all(site.assets())?;
        Ok(site)
    }

    /// The folder of the files, for what works on all of them.
    pub fn assets(&self) -> PathBuf {
        self.staging.join("assets")
    }

    /// Adds what the build made. The manifest names it `name`.
    pub fn add(&mut self, name: &str, content: &[u8]) -> Result<PathBuf> {
        let hashed = self.write(name, content)?;
        let path = self.assets().join(&hashed);
        self.built.insert(name.to_owned(), format!("{URL_PREFIX}{hashed}"));
        Ok(path)
    }

    /// Adds each file below `folder` as it is. The manifest names them under `static`, by their path below it.
    pub fn add_fixed(&mut self, folder: &Path) -> Result<()> {
        for path in files_below(folder)? {
            let name = path.strip_prefix(folder)?.to_str().context("a static file's name is not UTF-8")?.to_owned();
            let hashed = self.write(&name, &fs::read(&path)?)?;
            self.fixed.insert(name, format!("{URL_PREFIX}{hashed}"));
        }
        Ok(())
    }

    /// `style` with each `/static/NAME` in it replaced by the URL under which that file is served.
    pub fn with_hashed_urls(&self, style: &str) -> Result<String> {
        let mut parts = style.split(STATIC_PREFIX);
        let mut result = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let end = part.find(['"', '\'', ')', '?', '#']).unwrap_or(part.len());
            let (name, rest) = part.split_at(end);
            let Some(url) = self.fixed.get(name) else {
                bail!("a stylesheet refers to {STATIC_PREFIX}{name}, which is not in assets/static")
            };
            result.push_str(url);
            result.push_str(rest);
        }
        Ok(result)
    }

    /// Replaces the site in use, stale files included.
    pub fn publish(self) -> Result<()> {
        let manifest = serde_json::to_string_pretty(&self.manifest())?;
        fs::write(self.staging.join("manifest.json"), manifest)?;
        remove_folder(&self.finished)?;
        fs::rename(&self.staging, &self.finished).context("cannot publish the site")
    }

    fn manifest(&self) -> Value {
        let mut manifest = json!(self.built);
        manifest["static"] = json!(self.fixed);
        manifest
    }

    fn write(&self, name: &str, content: &[u8]) -> Result<String> {
        let hashed = hashed_name(name, content);
        fs::write(self.assets().join(&hashed), content).with_context(|| format!("cannot write {hashed}"))?;
        Ok(hashed)
    }
}

/// Each file below `folder`, sorted; none if there is no such folder.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { files.extend(files_below(&path)?) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// `fonts/text.woff2` becomes `text-HASH.woff2`: the first 16 hexadecimal digits of the content's SHA-256.
fn hashed_name(name: &str, content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let path = Path::new(name);
    let stem = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
    match path.extension().and_then(OsStr::to_str) {
        Some(extension) => format!("{stem}-{hash}.{extension}"),
        None => format!("{stem}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::PathBuf;

    use serde_json::json;

    use super::{Site, hashed_name};

    fn site() -> Site {
        let entry = |name: &str, url: &str| BTreeMap::from([(name.to_owned(), url.to_owned())]);
        Site {
            finished: PathBuf::new(),
            staging: PathBuf::new(),
            built: entry("app.css", "/assets/app-01.css"),
            fixed: entry("icons/dot.svg", "/assets/dot-02.svg"),
        }
    }

    #[test]
    fn hashed_name_holds_the_start_of_the_sha256() {
        // printf abc | sha256sum
        assert_eq!(hashed_name("fonts/text.woff2", b"abc"), "text-ba7816bf8f01cfea.woff2");
        assert_eq!(hashed_name("LICENSE", b"abc"), "LICENSE-ba7816bf8f01cfea");
    }

    #[test]
    fn manifest_keeps_static_files_apart() {
        let expected = json!({"app.css": "/assets/app-01.css", "static": {"icons/dot.svg": "/assets/dot-02.svg"}});
        assert_eq!(site().manifest(), expected);
    }

    #[test]
    fn a_stylesheet_gets_the_urls_of_static_files() {
        let style = "a{background:url(/static/icons/dot.svg)}b{background:url(\"/static/icons/dot.svg#x\")}";
        let expected = "a{background:url(/assets/dot-02.svg)}b{background:url(\"/assets/dot-02.svg#x\")}";
        assert_eq!(site().with_hashed_urls(style).unwrap(), expected);
        assert!(site().with_hashed_urls("a{background:url(/static/none.svg)}").is_err());
    }
}
