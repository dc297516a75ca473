//! Starting Chromium.

use super::Setup;
use crate::process::Program;
use crate::wait::{free_port, until_listening};
use serde_json::json;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use thirtyfour::ChromeCapabilities;
use thirtyfour::prelude::*;

const ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,1000",
];

/// What a browser consists of besides its session.
pub struct Running {
    _watchdog: Watchdog,
    _chromedriver: Program,
    _profile: TempDir,
}

/// Starts chromedriver, and Chromium by it.
pub async fn start(setup: Setup) -> (WebDriver, Running) {
    // Fails when another client did it before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let port = free_port();
    let mut command = Command::new(tool("PERFIL_CHROMEDRIVER", "/usr/bin/chromedriver"));
    command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
    let chromedriver = Program::start(&mut command);
    until_listening("chromedriver", port).await;
    let profile = TempDir::new().expect("a temporary folder");
    let capabilities = capabilities(setup, &profile);
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await;
    let driver = driver.unwrap_or_else(|why| panic!("Chromium does not start: {why}"));
    let watchdog = Watchdog::over(&driver);
    (driver, Running { _watchdog: watchdog, _chromedriver: chromedriver, _profile: profile })
}

fn tool(variable: &str, usual: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| PathBuf::from(usual), PathBuf::from)
}

fn capabilities(setup: Setup, profile: &TempDir) -> ChromeCapabilities {
    let mut capabilities = DesiredCapabilities::chrome();
    let mut arguments: Vec<String> = ARGUMENTS.iter().map(|argument| (*argument).to_owned()).collect();
    arguments.push(format!("--user-data-dir={}", profile.path().display()));
    arguments.push(format!("--lang={}", setup.language));
    let mut preferences = json!({
        "intl.accept_languages": setup.language,
        "credentials_enable_service": false,
        "profile.password_manager_leak_detection": false,
    });
    if !setup.script {
        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    let binary = tool("PERFIL_CHROMIUM", "/usr/bin/chromium");
    let options = json!({ "binary": binary, "args": arguments, "prefs": preferences });
    let settings = [
        ("goog:chromeOptions", options),
        ("goog:loggingPrefs", json!({ "browser": "ALL" })),
        ("pageLoadStrategy", json!(if setup.patient { "normal" } else { "eager" })),
    ];
    for (name, value) in settings {
        capabilities.set(name, value).expect("a capability can be set");
    }
    capabilities
}

/// Ends Chromium, which is not our child, in whatever way the test ended.
struct Watchdog(Child);

impl Watchdog {
    fn over(driver: &WebDriver) -> Self {
        const WAIT: &str = "trap '' INT TERM HUP; read -r _; kill -9 \"$1\" 2>/dev/null";
        let id = driver.handle().capabilities().get("goog:processID").and_then(serde_json::Value::as_u64);
        let id = id.expect("chromedriver says which process Chromium is");
        let child = Command::new("sh")
            .args(["-c", WAIT, "sh", &id.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Self(child.expect("sh can be started"))
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        // The end of its input makes it do its work; an error means that it has ended already.
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}
