//! `cargo xtask bundle`: the server and the desktop app as Debian packages.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::build;
use crate::bundle_check;
use crate::desktop;
use crate::package::{self, Package};
use crate::page;
use crate::progress::{Progress, note};
use crate::project::Project;
use crate::tools;

/// The profile of what ships (Cargo.toml).
const DIST: &str = "dist";
/// What README.md names for operators and platforms; the other pages are for who changes Perfil.
const DOCUMENTATION: [&str; 7] =
    ["api.md", "notifications.md", "operating.md", "organization.md", "platform.md", "privacy.md", "security.md"];

/// The packages' files.
pub struct Bundle {
    /// The server's.
    pub server: PathBuf,
    /// The desktop app's.
    pub desktop: PathBuf,
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    profile: String,
    check: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { profile: DIST.to_owned(), check: false };
        let mut rest = arguments.iter().map(String::as_str);
        while let Some(argument) = rest.next() {
            match (argument, argument.strip_prefix("--profile=")) {
                ("--check", _) => options.check = true,
                (_, Some(profile)) => options.profile = profile.to_owned(),
                ("--profile", None) => match rest.next() {
                    Some(profile) => options.profile = profile.to_owned(),
                    None => bail!("--profile needs a name, such as release"),
                },
                (other, None) => bail!("`bundle` knows no {other:?}, but --profile NAME and --check"),
            }
        }
        Ok(options)
    }
}

/// Builds both programs and packs them; with `--check` tries the packages too.
pub fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let Options { profile, check } = Options::parse(arguments)?;
    if check {
        bundle_check::ensure_possible()?;
    }
    let mut progress = Progress::new(if check { 6 } else { 5 });
    let tools = progress.step("Build tools", || {
        desktop::ensure_libraries(project)?;
        package::ensure_tools(project)?;
        tools::ensure(project)
    })?;
    progress.step("Building the page (wasm)", || page::build(project, &tools))?;
    progress.step("Building the server", || build::shipped_server(project, &profile))?;
    progress.step("Building the desktop app", || desktop::build(project, &profile))?;
    let bundle = progress.step("Making the packages", || pack(project, &profile))?;
    if check {
        progress.step("Trying the packages on a clean Debian 12", || bundle_check::check(project, &bundle))?;
    }
    progress.summary();
    Ok(())
}

fn pack(project: &Project, profile: &str) -> Result<Bundle> {
    let bundle = Bundle { server: pack_server(project, profile)?, desktop: pack_desktop(project, profile)? };
    for file in [&bundle.server, &bundle.desktop] {
        note(project.shown(file));
    }
    Ok(bundle)
}

fn pack_server(project: &Project, profile: &str) -> Result<PathBuf> {
    let mut package = Package::start(project, "perfil")?;
    package.add_program(&project.built(profile, "perfil"))?;
    package.add_folder(&project.site(), "usr/share/perfil/site")?;
    package.add_own("perfil.toml", "usr/share/perfil/perfil.toml")?;
    package.add_own("perfil.service", "usr/lib/systemd/system/perfil.service")?;
    package.add(&project.root.join("README.md"), "usr/share/doc/perfil/README.md")?;
    for name in DOCUMENTATION {
        package.add(&project.root.join("docs").join(name), &format!("usr/share/doc/perfil/docs/{name}"))?;
    }
    package.build()
}

fn pack_desktop(project: &Project, profile: &str) -> Result<PathBuf> {
    let mut package = Package::start(project, "perfil-desktop")?;
    package.add_program(&project.built(profile, "perfil-desktop"))?;
    package.add_own("perfil-desktop.desktop", "usr/share/applications/perfil-desktop.desktop")?;
    let icon = project.root.join("assets/static/favicon.svg");
    package.add(&icon, "usr/share/icons/hicolor/scalable/apps/perfil-desktop.svg")?;
    package.build()
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn parsed(arguments: &[&str]) -> Option<(String, bool)> {
        let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Options::parse(&arguments).ok().map(|options| (options.profile, options.check))
    }

    #[test]
    fn what_ships_is_packed_unless_another_profile_is_named() {
        assert_eq!(parsed(&[]), Some(("dist".into(), false)));
        assert_eq!(parsed(&["--profile", "release", "--check"]), Some(("release".into(), true)));
        assert_eq!(parsed(&["--profile=release"]), Some(("release".into(), false)));
        assert_eq!(parsed(&["--profile"]), None);
        assert_eq!(parsed(&["--verify"]), None);
    }
}
