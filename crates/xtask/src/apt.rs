//! Debian packages.

use std::process::Command;
use std::sync::Once;

use anyhow::{Result, bail};

use crate::job::Job;
use crate::programs;
use crate::progress::note;
use crate::project::Project;

/// Something that a Debian package brings, but that may have come to the machine in another way.
pub struct Need {
    package: String,
    is_met: Box<dyn Fn() -> bool>,
}

impl Need {
    /// `package` is installed unless `is_met`.
    pub fn new(package: impl Into<String>, is_met: impl Fn() -> bool + 'static) -> Self {
        Self { package: package.into(), is_met: Box::new(is_met) }
    }
}

/// Installs the packages whose need is not met. Fails with the command that a person has to run where this program
/// may not, and with the names of what is missing where there is no apt-get.
pub fn ensure(project: &Project, needs: &[Need]) -> Result<()> {
    let packages = missing(needs);
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    if programs::find(&["apt-get"]).is_none() {
        bail!(
            "these are missing, and this machine has no apt-get to install them (names of Debian's packages): {list}"
        );
    }
    let by_hand = format!("sudo apt-get update && sudo apt-get install --no-install-recommends {list}");
    if !programs::is_root() && programs::find(&["sudo"]).is_none() {
        bail!("packages are missing and only the administrator can install them; run:\n  {by_hand}");
    }
    note(format_args!("installing packages: {list}"));
    let install = || {
        update_once(project);
        let mut command = apt_get();
        command.args(["install", "--yes", "--no-install-recommends"]).args(&packages);
        Job::new(project, "apt-install", command).run()
    };
    if let Err(error) = install() {
        bail!("{error:#}\nIf that is a matter of rights, run:\n  {by_hand}");
    }
    let still_missing = missing(needs);
    if !still_missing.is_empty() {
        bail!("apt-get succeeded, but what these packages bring was not found: {}", still_missing.join(" "));
    }
    Ok(())
}

/// Whether dpkg has `package` installed.
pub fn is_installed(package: &str) -> bool {
    programs::answer("dpkg-query", &["-W", "-f=${db:Status-Status}", package]).as_deref() == Some("installed")
}

fn missing(needs: &[Need]) -> Vec<String> {
    needs.iter().filter(|need| !(need.is_met)()).map(|need| need.package.clone()).collect()
}

/// Brings the lists of packages up to date. They may be partly out of reach and still name what is wanted: only an
/// install decides.
pub fn update_once(project: &Project) {
    static UPDATED: Once = Once::new();
    UPDATED.call_once(|| {
        let mut command = apt_get();
        command.arg("update");
        if let Err(error) = Job::new(project, "apt-update", command).run() {
            note(format_args!("{error:#}"));
        }
    });
}

fn apt_get() -> Command {
    let mut command = if programs::is_root() { Command::new("env") } else { Command::new("sudo") };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]);
    command
}
