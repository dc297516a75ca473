//! A system clock that a test sets while the program runs, by libfaketime.

use crate::server::Builder;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The clock that one program sees. Only the time of day is set: what measures durations is left as it is, as it is
/// when an administrator or NTP sets a clock.
pub struct SystemClock {
    folder: TempDir,
}

impl SystemClock {
    /// One that is right.
    pub fn right() -> Self {
        let clock = Self { folder: TempDir::new().expect("a temporary folder") };
        clock.set("+0");
        clock
    }

    /// The server lives by this clock.
    pub fn of(&self, server: Builder) -> Builder {
        let file = self.file().to_string_lossy().into_owned();
        server
            .set("LD_PRELOAD", library().to_string_lossy())
            .set("FAKETIME_TIMESTAMP_FILE", file)
            .set("FAKETIME_NO_CACHE", "1")
            .set("FAKETIME_DONT_FAKE_MONOTONIC", "1")
    }

    /// Sets it apart from the right time, for example by `-1d`.
    pub fn set(&self, apart: &str) {
        let new = self.folder.path().join("new");
        std::fs::write(&new, apart).expect("the folder can be written to");
        // At once: a program that looked meanwhile would find half a line.
        std::fs::rename(new, self.file()).expect("the folder can be written to");
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("clock")
    }
}

fn library() -> PathBuf {
    if let Some(path) = std::env::var_os("PERFIL_FAKETIME") {
        return PathBuf::from(path);
    }
    let folders = std::fs::read_dir("/usr/lib").expect("the system has libraries");
    let of_folder = |folder: &Path| folder.join("faketime/libfaketimeMT.so.1");
    let mut found = folders.flatten().map(|entry| of_folder(&entry.path())).filter(|path| path.is_file());
    found.next().expect("Debian's package faketime is installed")
}
