//! Where the project, its build output and its tools are.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The profile of what is run and tested here.
pub const RELEASE: &str = "release";

/// The folders that everything else is found from. All are absolute.
pub struct Project {
    /// The workspace's root.
    pub root: PathBuf,
    /// Cargo's output folder, wherever the configuration puts it.
    pub target: PathBuf,
    /// Installed tools, one subfolder per tool and version, outside the checkout.
    pub cache: PathBuf,
    /// The version that the program tells and its packages carry.
    pub version: String,
}

impl Project {
    /// Asks cargo for the workspace around the current folder. Fails outside a workspace, or where no cache folder
    /// can be named.
    pub fn find() -> Result<Self> {
        let output =
            cargo().args(["metadata", "--no-deps", "--format-version", "1"]).output().context("cannot start cargo")?;
        ensure!(output.status.success(), "cargo metadata failed:\n{}", String::from_utf8_lossy(&output.stderr));
        let metadata: Value = serde_json::from_slice(&output.stdout).context("cargo metadata is not JSON")?;
        let folder = |key: &str| {
            let path = metadata[key].as_str().with_context(|| format!("cargo metadata has no {key}"))?;
            anyhow::Ok(PathBuf::from(path))
        };
        let project = Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
            cache: cache()?,
            version: version(&metadata).context("cargo metadata does not tell the program's version")?,
        };
        fs::create_dir_all(project.work())?;
        Ok(project)
    }

    /// Logs and intermediate files.
    pub fn work(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// What the server serves: the page's script, program, style and pictures, with their manifest.
    pub fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// The built program, with the server in it.
    pub fn program(&self) -> PathBuf {
        self.built(RELEASE, "perfil")
    }

    /// The built desktop app.
    pub fn desktop_app(&self) -> PathBuf {
        self.built(RELEASE, "perfil-desktop")
    }

    /// What cargo builds as the program `name` in that profile.
    pub fn built(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(name)
    }

    /// `path` relative to the workspace where possible: shorter to read in messages.
    pub fn shown<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

/// The cargo that runs this program, freed of the variables that it set for this program alone, so that build
/// scripts see the same environment as when a person calls cargo.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for name in own_cargo_variables() {
        command.env_remove(name);
    }
    command
}

fn own_cargo_variables() -> impl Iterator<Item = OsString> {
    env::vars_os().map(|(name, _)| name).filter(|name| {
        let name = name.to_string_lossy();
        name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
    })
}

fn version(metadata: &Value) -> Option<String> {
    let program = metadata["packages"].as_array()?.iter().find(|package| package["name"] == "perfil")?;
    Some(program["version"].as_str()?.to_owned())
}

fn cache() -> Result<PathBuf> {
    let named = |variable: &str| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = named("PERFIL_CACHE")
        .or_else(|| named("XDG_CACHE_HOME").map(|base| base.join("perfil")))
        .or_else(|| named("HOME").map(|home| home.join(".cache").join("perfil")))
        .context("set PERFIL_CACHE to a folder for the tools: neither it nor HOME is set")?;
    std::path::absolute(&folder).context("the cache folder has no absolute path")
}
