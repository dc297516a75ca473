//! What only tests and benchmarks need: a browser, a database, peers that mail and SMS are sent to, a clock to be set,
//! a screen with a desktop on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::apt::{self, Need};
use crate::postgres::{self, Postgres};
use crate::programs;
use crate::project::Project;
use crate::tools;

const AXE: (&str, &str) = ("axe-core", "4.14.1");
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ACCESSIBILITY_REGISTRIES: [&str; 2] =
    ["/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core/at-spi2-registryd"];
const FAKE_SMSC: &str = "/usr/lib/kannel/test/fakesmsc";

/// Where they are.
pub struct TestTools {
    /// Chromium.
    pub browser: PathBuf,
    /// The WebDriver server of the browser.
    pub browser_driver: PathBuf,
    /// The script that looks for accessibility faults in a page.
    pub axe: PathBuf,
    /// A Python that has `aiosmtpd`.
    pub python: PathBuf,
    /// The library by which a test sets the clock that a program sees.
    pub faketime: PathBuf,
}

impl TestTools {
    /// Tells a test program where all is that it needs.
    pub fn set_environment(&self, command: &mut Command, project: &Project, postgres: &Postgres) {
        command
            .env("PERFIL_BIN", project.program())
            .env("PERFIL_DESKTOP_BIN", project.desktop_app())
            .env("PERFIL_SITE_DIR", project.site())
            .env("PERFIL_TEST_POSTGRES", &postgres.url)
            .env("PERFIL_CHROMIUM", &self.browser)
            .env("PERFIL_CHROMEDRIVER", &self.browser_driver)
            .env("PERFIL_AXE", &self.axe)
            .env("PERFIL_PYTHON", &self.python)
            .env("PERFIL_FAKETIME", &self.faketime);
    }
}

/// Finds or installs each of them.
pub fn ensure(project: &Project) -> Result<TestTools> {
    ensure_screen(project)?;
    apt::ensure(
        project,
        &[
            Need::new("chromium", || programs::find(&BROWSERS).is_some()),
            Need::new("chromium-driver", || programs::find(&["chromedriver"]).is_some()),
            Need::new("kannel", || programs::find(&["bearerbox"]).is_some()),
            Need::new("kannel-extras", || Path::new(FAKE_SMSC).is_file()),
            Need::new("postgresql", || postgres::find_programs().is_some()),
            Need::new("python3-aiosmtpd", || python().is_some()),
            Need::new("faketime", || faketime().is_some()),
            Need::new("fonts-noto-core", || {
                apt::is_installed("fonts-noto-core") || Path::new("/usr/share/fonts/noto").is_dir()
            }),
        ],
    )?;
    let axe = tools::ensure_node_packages(project, &[AXE])?.join("node_modules/axe-core/axe.min.js");
    Ok(TestTools {
        browser: programs::find(&BROWSERS).context("no browser was found")?,
        browser_driver: programs::find(&["chromedriver"]).context("chromedriver was not found")?,
        axe,
        python: python().context("no Python with aiosmtpd was found")?,
        faketime: faketime().context("libfaketime was not found")?,
    })
}

/// What shows the desktop app's window to a test, and what the app finds on a desktop.
fn ensure_screen(project: &Project) -> Result<()> {
    let program = |package: &str, name: &'static str| Need::new(package, move || programs::find(&[name]).is_some());
    apt::ensure(
        project,
        &[
            program("xvfb", "Xvfb"),
            program("xdotool", "xdotool"),
            program("imagemagick", "import"),
            program("openbox", "openbox"),
            program("dbus", "dbus-run-session"),
            program("dbus-x11", "dbus-launch"),
            program("gnome-keyring", "gnome-keyring-daemon"),
            Need::new("at-spi2-core", || ACCESSIBILITY_REGISTRIES.iter().any(|path| Path::new(path).is_file())),
        ],
    )
}

/// Debian's package serves Debian's Python only, which need not be the first on the search path.
fn python() -> Option<PathBuf> {
    let candidates = [programs::find(&["python3"]), Some(PathBuf::from("/usr/bin/python3"))];
    candidates.into_iter().flatten().find(|python| programs::answer(python, &["-c", "import aiosmtpd"]).is_some())
}

/// It lies in the folder of the machine's architecture.
fn faketime() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.flatten();
    folders.map(|folder| folder.path().join("faketime/libfaketimeMT.so.1")).find(|library| library.is_file())
}
