//! The tools that building needs, besides cargo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::apt::{self, Need};
use crate::cache;
use crate::job::Job;
use crate::programs;
use crate::project::{Project, cargo};
use crate::wasm_toolchain::WasmToolchain;

/// What optimises the program and bundles script and style, with the versions that are known to work.
const NODE_PACKAGES: [(&str, &str); 2] = [("binaryen", "132.0.0"), ("esbuild", "0.28.2")];

/// Where the tools are.
pub struct Tools {
    /// Compiles the page.
    pub wasm: WasmToolchain,
    /// Writes the script that connects the page's program with the browser.
    pub wasm_bindgen: PathBuf,
    /// Runs the tools that are written in JavaScript.
    pub node: PathBuf,
    node_commands: PathBuf,
}

impl Tools {
    /// A command of one of the node packages.
    pub fn node_command(&self, name: &str) -> Command {
        Command::new(self.node_commands.join(name))
    }

    /// Changes when a tool does.
    pub fn fingerprint(&self) -> String {
        format!("{:?} {:?}", self.wasm_bindgen, self.node_commands)
    }
}

/// Finds or installs each tool.
pub fn ensure(project: &Project) -> Result<Tools> {
    let wasm = WasmToolchain::ensure(project)?;
    let wasm_bindgen = ensure_wasm_bindgen(project)?;
    let packages = ensure_node_packages(project, &NODE_PACKAGES)?;
    let node = programs::find(&["node"]).context("node was not found")?;
    Ok(Tools { wasm, wasm_bindgen, node, node_commands: packages.join("node_modules/.bin") })
}

/// Installs node packages of exactly these versions. Returns the folder with `node_modules`.
pub fn ensure_node_packages(project: &Project, packages: &[(&str, &str)]) -> Result<PathBuf> {
    apt::ensure(
        project,
        &[
            Need::new("nodejs", || programs::find(&["node"]).is_some()),
            Need::new("npm", || programs::find(&["npm"]).is_some()),
        ],
    )?;
    let key = packages.iter().map(|(name, version)| format!("{name}-{version}")).collect::<Vec<_>>().join("-");
    cache::ensure(project, &key, |staging| {
        let mut command = Command::new("npm");
        // Without scripts esbuild starts through node instead of replacing itself by a binary: a little slower.
        command.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]).arg(staging);
        command.args(packages.iter().map(|(name, version)| format!("{name}@{version}")));
        Job::new(project, "npm-install", command).run()?;
        Ok(())
    })
}

/// The tool and the library in the page must be of one version.
fn ensure_wasm_bindgen(project: &Project) -> Result<PathBuf> {
    let lock = fs::read_to_string(project.root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen")?;
    if let Some(present) = programs::find(&["wasm-bindgen"])
        && programs::answer(&present, &["--version"]).is_some_and(|answer| answer.ends_with(&format!(" {version}")))
    {
        return Ok(present);
    }
    let folder = cache::ensure(project, &format!("wasm-bindgen-{version}"), |staging| {
        install_wasm_bindgen(project, version, staging)
    })?;
    Ok(folder.join("bin/wasm-bindgen"))
}

fn install_wasm_bindgen(project: &Project, version: &str, staging: &Path) -> Result<()> {
    let target = staging.join("target");
    let mut command = cargo();
    command
        .args(["install", &format!("wasm-bindgen-cli@{version}"), "--no-track", "--root"])
        .arg(staging)
        .env("CARGO_TARGET_DIR", &target)
        // It runs for a second per build; optimising it would take minutes.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .current_dir(staging);
    Job::new(project, "wasm-bindgen-install", command).shown_on_terminal().run()?;
    cache::remove_folder(&target)
}

/// The version of `package` in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{package}\""))?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
";

    #[test]
    fn locked_version_is_that_of_the_very_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }
}
