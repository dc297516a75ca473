//! For tests that need a session's bus of their own, with nobody on it.

use std::path::Path;
use std::process::Command;

/// Set in the process of a single test.
const ALONE: &str = "PERFIL_TEST_ALONE";

/// Runs a test once more, alone in a process that `start` prepares for this program, in an empty home; `true` is told in
/// that process, which then does the work.
pub(crate) fn is_alone(module: &str, test: &str, start: impl FnOnce(&Path) -> Command) -> bool {
    if std::env::var_os(ALONE).is_some() {
        return true;
    }
    let home = tempfile::tempdir().expect("a folder");
    let module = module.split_once("::").expect("a module of this program").1;
    let mut command = start(&std::env::current_exe().expect("this program"));
    command.args(["--exact", &format!("{module}::{test}")]);
    command.env(ALONE, "1").env("HOME", home.path()).env("XDG_RUNTIME_DIR", home.path());
    for variable in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
        command.env_remove(variable);
    }
    let output = command.output().expect("a process");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("1 passed"), "{told}{}", String::from_utf8_lossy(&output.stderr));
    false
}

/// That program on a bus of its own.
pub(crate) fn on_own_bus(program: &Path) -> Command {
    let mut command = Command::new("dbus-run-session");
    command.arg("--").arg(program);
    command
}

/// That program without a bus.
pub(crate) fn without_bus(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    command
}
