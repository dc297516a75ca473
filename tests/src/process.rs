//! Programs that a test starts. Each is ended by its id, also when the test's own process dies.

use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Ends the program `$1` when the other end of its standard input is gone, in whatever way the test ended.
const WATCHDOG: &str = "trap '' INT TERM HUP; read -r _; kill -9 \"$1\" 2>/dev/null";

/// Deletes the folder `$1` when the other end of its standard input is gone.
const SWEEPER: &str = "trap '' INT TERM HUP; read -r _; sleep 1; rm -rf -- \"$1\"";

/// Deletes a folder of what lives until this process ends, which drops nothing then.
pub fn delete_afterwards(folder: &Path) {
    let mut command = Command::new("sh");
    command.args(["-c", SWEEPER, "sh"]).arg(folder).stdin(Stdio::piped());
    let sweeper = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("sh can be started");
    // Its standard input stays open as long as this process lives.
    std::mem::forget(sweeper);
}

/// A running program; dropped, it is killed.
pub struct Program {
    child: Child,
    watchdog: Child,
}

impl Program {
    /// Starts it, with nothing on its standard input.
    pub fn start(command: &mut Command) -> Self {
        Self::start_reading(command, Stdio::null())
    }

    /// Starts it, with that on its standard input.
    pub fn start_reading(command: &mut Command, input: impl Into<Stdio>) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(input).spawn().unwrap_or_else(|why| panic!("cannot start {name}: {why}"));
        let watchdog = Command::new("sh")
            .args(["-c", WATCHDOG, "sh", &child.id().to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("sh can be started");
        Self { child, watchdog }
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("the program's state can be asked for")
    }

    /// Ends it at once (SIGKILL), as a power cut or the kernel's memory killer would.
    pub fn kill(&mut self) {
        // An error means that it has ended already.
        let _: io::Result<()> = self.child.kill();
        let _: io::Result<ExitStatus> = self.child.wait();
    }

    /// Asks it to end (SIGTERM).
    pub fn terminate(&self) {
        let id = i32::try_from(self.child.id()).ok().and_then(rustix::process::Pid::from_raw).expect("a process id");
        rustix::process::kill_process(id, rustix::process::Signal::TERM).expect("the program is there to be asked");
    }

    /// Waits until it has ended by itself; how, and how long that took.
    pub async fn wait(&mut self, limit: Duration) -> (ExitStatus, Duration) {
        let started = Instant::now();
        let status = crate::wait::until("the program to end", limit, async || self.ended()).await;
        (status, started.elapsed())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
        let _: io::Result<()> = self.watchdog.kill();
        let _: io::Result<ExitStatus> = self.watchdog.wait();
    }
}
