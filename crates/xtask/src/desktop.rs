//! The desktop app: what building it needs, and `cargo xtask run --desktop`.

use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail, ensure};

use crate::apt::{self, Need};
use crate::build;
use crate::job::Job;
use crate::page;
use crate::programs;
use crate::progress::Progress;
use crate::project::{Project, RELEASE, cargo};
use crate::tools;

/// How the demo begins the line with the address that people open.
const ADDRESS: &str = "  Address  ";
/// How the demo begins the line that it writes once it answers.
const READY: &str = "Perfil is listening on ";
/// Waits until the other end of its standard input is gone, in whatever way this program ended, and stops the server.
/// That has a session of its own: Ctrl-C would reach it too, and be taken for a second wish to stop.
const WATCHDOG: &str = r#"trap '' INT TERM HUP
setsid "$@" &
exec >/dev/null
cat
kill -TERM "$!" 2>/dev/null
wait"#;

/// Installs the libraries that the app is linked with.
pub fn ensure_libraries(project: &Project) -> Result<()> {
    let library = |package: &str, name: &'static str| Need::new(package, move || has_library(name));
    apt::ensure(
        project,
        &[
            Need::new("pkg-config", || programs::find(&["pkg-config"]).is_some()),
            library("libwebkit2gtk-4.1-dev", "webkit2gtk-4.1"),
            library("libssl-dev", "openssl"),
            Need::new("libxdo-dev", || Path::new("/usr/include/xdo.h").is_file()),
        ],
    )
}

fn has_library(name: &str) -> bool {
    programs::answer("pkg-config", &["--exists", name]).is_some()
}

/// Compiles the app. It is apart from the server: their features cannot meet.
pub fn build(project: &Project, profile: &str) -> Result<()> {
    compile(project, &["--profile", profile])
}

/// Compiles the app from what its tests are linked with too, and those: once for both.
pub fn build_with_tests(project: &Project) -> Result<()> {
    compile(project, &["--release", "--bins", "--tests"])
}

fn compile(project: &Project, how: &[&str]) -> Result<()> {
    let mut command = cargo();
    command.args(["build", "--package", "perfil-desktop"]).args(how).current_dir(&project.root);
    Job::new(project, "desktop-cargo", command).shown_on_terminal().run()?;
    Ok(())
}

/// Builds all, starts a demo and opens the app on it. The demo ends when the app does. `arguments` go to the demo.
pub fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let mut progress = Progress::new(4);
    let tools = progress.step("Build tools", || {
        ensure_libraries(project)?;
        tools::ensure(project)
    })?;
    progress.step("Building the page (wasm)", || page::build(project, &tools))?;
    progress.step("Building the server", || build::server(project))?;
    progress.step("Building the desktop app", || build(project, RELEASE))?;
    progress.summary();
    println!();
    let demo = Demo::start(project, arguments)?;
    let app = project.desktop_app();
    let status = Command::new(&app).env("PERFIL_DESKTOP_SERVER", &demo.address).status();
    let status = status.with_context(|| format!("cannot start {}", app.display()))?;
    ensure!(status.success(), "the desktop app failed: {status}");
    Ok(())
}

/// A demo that answers. Dropping it stops it, and so does the end of this program.
struct Demo {
    watchdog: Child,
    address: String,
}

impl Demo {
    fn start(project: &Project, arguments: &[String]) -> Result<Self> {
        let mut command = Command::new("sh");
        command.args(["-c", WATCHDOG, "sh"]).arg(project.program()).args(["serve", "--demo"]).args(arguments);
        command.env("PERFIL_SITE_DIR", project.site()).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut watchdog = command.spawn().context("cannot start sh")?;
        let output = watchdog.stdout.take().context("the demo has no output")?;
        let mut demo = Self { watchdog, address: String::new() };
        let mut lines = BufReader::new(output).lines();
        demo.address = shown_until_ready(&mut lines)?;
        thread::spawn(move || lines.map_while(Result::ok).for_each(|line| println!("{line}")));
        Ok(demo)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        drop(self.watchdog.stdin.take());
        // An error leaves nothing more to do here: the watchdog works on by itself.
        let _ = self.watchdog.wait();
    }
}

/// Shows what the demo writes until it answers. Returns its address.
fn shown_until_ready(lines: &mut Lines<impl BufRead>) -> Result<String> {
    let mut address = None;
    for line in lines {
        let line = line.context("the demo cannot be read")?;
        println!("{line}");
        if let Some(told) = line.strip_prefix(ADDRESS) {
            address = Some(told.to_owned());
        }
        if line.starts_with(READY) {
            return address.context("the demo did not tell its address");
        }
    }
    bail!("the demo ended before it answered")
}

#[cfg(test)]
mod tests {
    use std::io::BufRead;

    use super::shown_until_ready;

    #[test]
    fn the_address_is_the_one_that_people_open() {
        let told =
            "\n  Address  http://localhost:8080\n  Outbox   x\nPerfil is listening on http://127.0.0.1:8080\nmore\n";
        let mut lines = told.as_bytes().lines();
        assert_eq!(shown_until_ready(&mut lines).unwrap(), "http://localhost:8080");
        assert_eq!(lines.next().unwrap().unwrap(), "more");
        assert!(shown_until_ready(&mut "  Address  http://localhost:8080\n".as_bytes().lines()).is_err());
    }
}
