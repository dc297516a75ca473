//! Disks that are full when a test says so.

use crate::process::Program;
use crate::server::Builder;
use rustix::process::{Pid, Resource, Rlimit, prlimit};
use std::ffi::OsStr;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A signal tells a program by default that a file may not grow, and ends it; a program that ignores it gets an error, as
/// from a full disk.
const IGNORING_THE_SIGNAL: [&str; 4] = ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"];

/// Names the small filesystem to a test that runs in it.
const HERE: &str = "PERFIL_SMALL_DISK";

/// Mounts it at `$1` and becomes the rest of the line.
const MOUNT: &str = "mount -t tmpfs -o size=32m tmpfs \"$1\" && shift && exec \"$@\"";

/// The server's files can be kept from growing ([`full`], [`has_room`]): works for everybody and everywhere.
pub fn limited(server: Builder) -> Builder {
    server.through(&IGNORING_THE_SIGNAL)
}

/// No file of the program grows from now on, its log included.
pub fn full(program: &Program) {
    limit(program, Some(1));
}

/// Its files grow again.
pub fn has_room(program: &Program) {
    limit(program, None);
}

fn limit(program: &Program, bytes: Option<u64>) {
    let id = i32::try_from(program.id()).ok().and_then(Pid::from_raw).expect("a process id");
    let limit = Rlimit { current: bytes, maximum: None };
    prlimit(Some(id), Resource::Fsize, limit).expect("the program's limits can be set");
}

/// A filesystem of 32 MiB in memory, which only one process and what it starts can see.
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// The one that this process sees, if it was started for that by [`SmallDisk::run`].
    pub fn here() -> Option<Self> {
        std::env::var_os(HERE).map(|folder| Self(PathBuf::from(folder)))
    }

    /// Runs the test `name` of this binary once more, in a process that sees one. False: this system lets nobody mount a
    /// filesystem in a namespace of their own.
    pub fn run(name: &str) -> bool {
        let folder = TempDir::new().expect("a temporary folder");
        let namespace = |line: &[&OsStr]| {
            let mut command = Command::new("unshare");
            command.args(["--map-root-user", "--mount", "sh", "-c", MOUNT, "sh"]).arg(folder.path()).args(line);
            command.env(HERE, folder.path()).output().expect("unshare can be started")
        };
        if !namespace(&[OsStr::new("true")]).status.success() {
            return false;
        }
        let this = std::env::current_exe().expect("this binary has a path");
        let done = namespace(&[this.as_os_str(), "--exact".as_ref(), name.as_ref()]);
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(done.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&done.stderr));
        true
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Takes what room is left.
    pub fn fill(&self) {
        let mut ballast = File::create(self.ballast()).expect("the filesystem takes a file");
        let page = [0; 4096];
        while ballast.write_all(&page).is_ok() {}
    }

    /// Gives it back.
    pub fn make_room(&self) {
        std::fs::remove_file(self.ballast()).expect("the ballast lies there");
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }
}
