//! The desktop that the app runs on: a screen, a window manager, a bus, an unlocked keyring and the bus of assistive
//! technology, each of its own and each ended by its id.

use super::tree::Bus;
use crate::process::Program;
use crate::wait::until;
use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use zbus::Connection;
use zbus::connection::Builder;
use zbus::names::BusName;
use zbus::zvariant::OwnedObjectPath;

/// Who answers for the keyring on the session's bus.
const SECRETS: &str = "org.freedesktop.secrets";
/// Width, height and depth in bits.
const SCREEN: &str = "1280x900x24";
/// How long any of the programs may take to be there.
const LIMIT: Duration = Duration::from_secs(20);
/// How long one may take to go when it is asked to.
const PATIENCE: Duration = Duration::from_secs(2);

/// A session bus that starts nothing by itself, so that nothing is left of it: what a test has not started is not there.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// Comes with at-spi2-core; its bus starts the registry where applications announce themselves.
const ACCESSIBILITY_BUS: &str = "/usr/share/defaults/at-spi2/accessibility.conf";

/// A person's session; dropped, it ends.
pub struct Session {
    // In the order in which they end: what draws goes before the screen, and all before the folder.
    _window_manager: Program,
    _accessibility_bus: Program,
    _keyring: Option<Program>,
    _session_bus: Program,
    screen: Program,
    environment: Vec<(&'static str, OsString)>,
    folder: TempDir,
}

impl Session {
    /// Starts one for somebody whose system speaks `language`, as `LANG` names it.
    pub async fn start(language: &str, has_keyring: bool) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let mut environment = folders(folder.path());
        environment.push(("LANG", language.into()));
        environment.push(("PATH", std::env::var_os("PATH").unwrap_or_else(|| "/usr/bin:/bin".into())));
        let (screen, display) = start_screen(folder.path()).await;
        environment.push(("DISPLAY", display.into()));
        let (session_bus, address) = start_session_bus(folder.path()).await;
        environment.push(("DBUS_SESSION_BUS_ADDRESS", address.clone().into()));
        let keyring = match has_keyring {
            true => Some(start_keyring(folder.path(), &environment, &address).await),
            false => None,
        };
        let accessibility_bus = start_accessibility_bus(folder.path(), &mut environment).await;
        let mut openbox = command("openbox", &environment);
        openbox.stdout(Stdio::null()).stderr(Stdio::null());
        let window_manager = Program::start(&mut openbox);
        Self {
            _window_manager: window_manager,
            _accessibility_bus: accessibility_bus,
            _keyring: keyring,
            _session_bus: session_bus,
            screen,
            environment,
            folder,
        }
    }

    /// A program of this session; it inherits nothing from the test.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        command(program, &self.environment)
    }

    /// Its folder: home, logs.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What assistive technology reads.
    pub async fn bus(&self) -> Bus {
        Bus::at(&self.value("AT_SPI_BUS_ADDRESS")).await
    }

    /// A connection to the session bus.
    pub async fn session_bus(&self) -> Connection {
        connect(&self.value("DBUS_SESSION_BUS_ADDRESS")).await.expect("the session bus answers")
    }

    /// How many secrets the keyring holds.
    pub async fn secrets(&self) -> usize {
        let (owner, path, interface) = (SECRETS, "/org/freedesktop/secrets", "org.freedesktop.Secret.Service");
        let anything = HashMap::<&str, &str>::new();
        let bus = self.session_bus().await;
        let found = bus.call_method(Some(owner), path, Some(interface), "SearchItems", &anything).await;
        let found = found.expect("the keyring answers");
        let (unlocked, _): (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) =
            found.body().deserialize().expect("two lists");
        unlocked.len()
    }

    fn value(&self, name: &str) -> String {
        let mut variables = self.environment.iter();
        let (_, value) = variables.find(|(other, _)| *other == name).expect("the session has this variable");
        value.to_string_lossy().into_owned()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Killed, it would leave its lock and its socket in /tmp.
        self.screen.terminate();
        let asked = Instant::now();
        while self.screen.ended().is_none() && asked.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

fn command(program: impl AsRef<std::ffi::OsStr>, environment: &[(&'static str, OsString)]) -> Command {
    let mut command = Command::new(program);
    command.env_clear().envs(environment.iter().map(|(name, value)| (name, value)));
    command
}

/// The home folder and those of the XDG Base Directory Specification, all empty.
fn folders(place: &Path) -> Vec<(&'static str, OsString)> {
    let names = [
        ("HOME", "home"),
        ("XDG_CONFIG_HOME", "home/.config"),
        ("XDG_DATA_HOME", "home/.local/share"),
        ("XDG_STATE_HOME", "home/.local/state"),
        ("XDG_CACHE_HOME", "home/.cache"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ];
    let make = |(variable, name): (&'static str, &str)| {
        let folder = place.join(name);
        fs::create_dir_all(&folder).expect("the folder can be written to");
        (variable, folder.into_os_string())
    };
    let folders = names.map(make).to_vec();
    fs::set_permissions(place.join("runtime"), fs::Permissions::from_mode(0o700)).expect("the folder is ours");
    folders
}

fn log(place: &Path, name: &str) -> File {
    File::options().create(true).append(true).open(place.join(name)).expect("the folder can be written to")
}

/// What a program has written to a file up to the end of its first line.
async fn first_line(what: &str, file: PathBuf) -> String {
    let line = async || {
        let text = fs::read_to_string(&file).unwrap_or_default();
        text.split_once('\n').map(|(line, _)| line.to_owned())
    };
    until(what, LIMIT, line).await
}

/// The X server, on the first display that is free; the display's name.
async fn start_screen(place: &Path) -> (Program, String) {
    let mut xvfb = Command::new("Xvfb");
    xvfb.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]);
    xvfb.stdout(log(place, "display")).stderr(log(place, "xvfb.log"));
    let screen = Program::start(&mut xvfb);
    let number = first_line("Xvfb to find a display", place.join("display")).await;
    (screen, format!(":{number}"))
}

async fn start_session_bus(place: &Path) -> (Program, String) {
    let socket = place.join("runtime/bus");
    let configuration = place.join("bus.conf");
    let text = BUS.replace("SOCKET", &socket.to_string_lossy());
    fs::write(&configuration, text).expect("the folder can be written to");
    let mut daemon = Command::new("dbus-daemon");
    daemon.arg(format!("--config-file={}", configuration.display())).arg("--nofork");
    daemon.stdout(Stdio::null()).stderr(log(place, "bus.log"));
    let daemon = Program::start(&mut daemon);
    let address = format!("unix:path={}", socket.display());
    until_connected("the session bus", &address).await;
    (daemon, address)
}

/// The keyring of somebody who has signed in with a password, as PAM unlocks it.
async fn start_keyring(place: &Path, environment: &[(&'static str, OsString)], bus: &str) -> Program {
    let password = place.join("password");
    fs::write(&password, "warm bread on the sill").expect("the folder can be written to");
    let mut keyring = command("gnome-keyring-daemon", environment);
    keyring.args(["--foreground", "--unlock", "--components=secrets"]);
    keyring.stdout(Stdio::null()).stderr(log(place, "keyring.log"));
    let keyring = Program::start_reading(&mut keyring, File::open(&password).expect("it was written"));
    let bus = connect(bus).await.expect("the session bus answers");
    let owned = async || has_owner(&bus, SECRETS).await.then_some(());
    until("the keyring", LIMIT, owned).await;
    keyring
}

/// Without the launcher, whose own bus would outlive it when it is killed: GTK, WebKit and the registry, which the bus
/// starts, take the address from the environment first.
async fn start_accessibility_bus(place: &Path, environment: &mut Vec<(&'static str, OsString)>) -> Program {
    let address = format!("unix:path={}", place.join("runtime/accessibility").display());
    environment.push(("AT_SPI_BUS_ADDRESS", address.clone().into()));
    let mut daemon = command("dbus-daemon", environment);
    daemon.arg(format!("--config-file={ACCESSIBILITY_BUS}")).arg(format!("--address={address}")).arg("--nofork");
    daemon.stdout(Stdio::null()).stderr(log(place, "accessibility.log"));
    let daemon = Program::start(&mut daemon);
    until_connected("the accessibility bus", &address).await;
    daemon
}

/// Connects to a bus.
pub(super) async fn connect(address: &str) -> zbus::Result<Connection> {
    Builder::address(address)?.build().await
}

async fn until_connected(what: &str, address: &str) {
    until(what, LIMIT, async || connect(address).await.ok().map(drop)).await;
}

async fn has_owner(bus: &Connection, name: &str) -> bool {
    let Ok(proxy) = zbus::fdo::DBusProxy::new(bus).await else { return false };
    let name = BusName::try_from(name).expect("a bus name");
    proxy.name_has_owner(name).await.unwrap_or(false)
}
