//! `cargo xtask bundle --check`: the packages on a clean Debian, from the first install to the last trace.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::bundle::Bundle;
use crate::debian_root::DebianRoot;
use crate::installed_server;
use crate::programs;
use crate::progress::note;
use crate::project::Project;

/// The operator's file, which holds passwords.
pub const CONFIG: &str = "/etc/perfil/perfil.toml";
/// What is read by root and by the server's group.
const CONFIG_MODE: u32 = 0o640;
/// What only the operator can know.
pub const NEEDED: [&str; 3] = ["smtp_url", "mail_from", "sms_url"];
const DATABASE: &str = "/var/lib/perfil/perfil.sqlite";
/// The unit of the server.
pub const UNIT: &str = "/usr/lib/systemd/system/perfil.service";
const ENTRY: &str = "/usr/share/applications/perfil-desktop.desktop";
const INSTALL: [&str; 4] = ["apt-get", "install", "--yes", "--no-install-recommends"];
/// A screen, eyes on it, and what knows which app opens a link.
const SCREEN: [&str; 5] = ["xvfb", "xauth", "xdotool", "dbus", "desktop-file-utils"];
const WINDOW: &str = r#"HOME=$(mktemp -d)
export HOME
exec dbus-run-session -- xvfb-run --auto-servernum sh -c '
    perfil-desktop &
    timeout 60 xdotool search --sync --onlyvisible --class perfil-desktop && kill -0 "$!"'"#;
const LINKS: &str = "grep -q '^x-scheme-handler/perfil=perfil-desktop.desktop;' /usr/share/applications/mimeinfo.cache";
const TRACES: [&str; 12] = ["find", "/", "-xdev", "(", "-path", "/proc", "-o", "-path", "/tmp", ")", "-prune", "-o"];

/// Fails where the check cannot run.
pub fn ensure_possible() -> Result<()> {
    ensure!(
        programs::is_root(),
        "--check sets up a Debian of its own, which takes the administrator's rights: use sudo"
    );
    Ok(())
}

/// Installs, uses, removes and purges both packages.
pub fn check(project: &Project, bundle: &Bundle) -> Result<()> {
    let root = DebianRoot::fresh(project)?;
    let packages = [brought(&root, &bundle.server)?, brought(&root, &bundle.desktop)?];
    note("installing");
    install(&root, &packages)?;
    programs_answer(&root, &project.version)?;
    unit_is_accepted(&root)?;
    note("serving");
    installed_server::check(project, &root)?;
    note("opening the window");
    window_opens(&root)?;
    note("removing");
    remove(&root)?;
    purge(&root)
}

/// Copies a file into the root. Returns its path there.
fn brought(root: &DebianRoot, file: &Path) -> Result<String> {
    let name = file.file_name().and_then(|name| name.to_str()).context("a package has a name")?;
    let path = format!("/tmp/{name}");
    fs::copy(file, root.at(&path)).with_context(|| format!("cannot copy {}", file.display()))?;
    Ok(path)
}

/// Twice: what the first has made must outlive the second.
fn install(root: &DebianRoot, [server, desktop]: &[String; 2]) -> Result<()> {
    root.run("check-update", &["apt-get", "update"])?;
    let said = root.run("check-install", &[&INSTALL[..], &[server, desktop]].concat())?;
    for told in NEEDED.iter().chain(&[CONFIG]) {
        ensure!(said.contains(told), "installing does not tell about {told}:\n{said}");
    }
    let mode = fs::metadata(root.at(CONFIG))?.permissions().mode() & 0o777;
    ensure!(mode == CONFIG_MODE, "{CONFIG} has the mode {mode:o}");
    let config = fs::read(root.at(CONFIG))?;
    root.run("check-reinstall", &[&INSTALL[..], &["--reinstall", server]].concat())?;
    ensure!(fs::read(root.at(CONFIG))? == config, "a second install changes {CONFIG}");
    Ok(())
}

fn programs_answer(root: &DebianRoot, version: &str) -> Result<()> {
    for name in ["perfil", "perfil-desktop"] {
        let said = root.run("check-version", &[name, "--version"])?;
        let expected = format!("{name} {version}");
        ensure!(own_lines(&said) == [&expected], "`{name} --version` does not say {expected:?}:\n{said}");
    }
    Ok(())
}

fn unit_is_accepted(root: &DebianRoot) -> Result<()> {
    let said = root.run("check-unit", &["systemd-analyze", "verify", UNIT])?;
    ensure!(own_lines(&said).is_empty(), "systemd-analyze finds fault with the unit:\n{said}");
    Ok(())
}

fn window_opens(root: &DebianRoot) -> Result<()> {
    root.run("check-screen", &[&INSTALL[..], &SCREEN].concat())?;
    root.run("check-entry", &["desktop-file-validate", ENTRY])?;
    root.run("check-links", &["sh", "-c", LINKS])?;
    root.run("check-window", &["sh", "-c", WINDOW])?;
    Ok(())
}

fn remove(root: &DebianRoot) -> Result<()> {
    root.run("check-remove", &["apt-get", "remove", "--yes", "perfil", "perfil-desktop"])?;
    for gone in ["/usr/bin/perfil", "/usr/bin/perfil-desktop", "/usr/share/perfil", UNIT, ENTRY] {
        ensure!(!root.at(gone).exists(), "{gone} is left after removing");
    }
    for kept in [CONFIG, DATABASE] {
        ensure!(root.at(kept).exists(), "{kept} is gone after removing, before purging");
    }
    Ok(())
}

fn purge(root: &DebianRoot) -> Result<()> {
    // Unlike apt, dpkg does not mind that nothing of the desktop app was kept.
    root.run("check-purge", &["dpkg", "--purge", "perfil", "perfil-desktop"])?;
    let traces = root.run("check-traces", &[&TRACES[..], &["-name", "*perfil*", "-print"]].concat())?;
    let traces = own_lines(&traces);
    ensure!(traces.is_empty(), "this is left after purging: {}", traces.join(" "));
    for list in ["/etc/passwd", "/etc/group"] {
        let is_listed = fs::read_to_string(root.at(list))?.lines().any(|line| line.starts_with("perfil:"));
        ensure!(!is_listed, "the server's account is left in {list} after purging");
    }
    Ok(())
}

/// What the program wrote, without the line that names the command.
fn own_lines(output: &str) -> Vec<&str> {
    output.lines().skip(1).collect()
}
