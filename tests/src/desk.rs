//! A person at a desk: the desktop app in a real window, driven by pointer and keys, and read as a screen reader reads
//! it.
//!
//! `session` is the desktop that the app runs on, `notices` shows its notifications, `tree` what assistive technology is told, `eyes` and `hands` are the
//! person's. It needs Xvfb, openbox, xdotool, ImageMagick's `import`, dbus-daemon, gnome-keyring-daemon and
//! at-spi2-core. `PERFIL_DESKTOP_BIN` names the app (else `target/release/perfil-desktop`).

mod eyes;
mod hands;
mod notices;
mod session;
mod tree;

pub use notices::{Notice, Notices};
pub use tree::{Node, Place};

use crate::process::Program;
use session::Session;
use std::fs::File;
use std::path::PathBuf;
use tree::Bus;

const LOG: &str = "app.log";
const ENGLISH: &str = "en_GB.UTF-8";
/// WebKit's option that has its JavaScript collect garbage after so few allocations. Without a pause, by another of its
/// options, it would take a processor for itself, and keys that are typed would get lost on the way to the page.
const COLLECT_GARBAGE: (&str, &str) = ("JSC_slowPathAllocsBetweenGCs", "20");

/// The session of one person and the app in it; dropped, all of it ends.
pub struct Desk {
    // First, so that it ends before the desktop that it runs on.
    app: Option<Program>,
    server: Option<String>,
    often_collects_garbage: bool,
    bus: Bus,
    session: Session,
}

impl Desk {
    /// Of somebody whose system speaks English, without the app.
    pub async fn start() -> Self {
        Self::speaking(ENGLISH).await
    }

    /// Of somebody whose system speaks that language, as `LANG` names it.
    pub async fn speaking(language: &str) -> Self {
        Self::with(Session::start(language, true).await).await
    }

    /// Of somebody who has no keyring.
    pub async fn without_keyring() -> Self {
        Self::with(Session::start(ENGLISH, false).await).await
    }

    async fn with(session: Session) -> Self {
        let bus = session.bus().await;
        Self { app: None, server: None, often_collects_garbage: false, bus, session }
    }

    /// Has the app's window collect garbage very often: what a busy machine brings about now and then comes at once.
    pub fn often_collect_garbage(&mut self) {
        self.often_collects_garbage = true;
    }

    /// Opens the app and tells it which server to use.
    pub async fn open(&mut self, server: &str) {
        self.server = Some(server.to_owned());
        self.reopen().await;
    }

    /// Opens the app, which knows only what it has remembered.
    pub async fn open_without_server(&mut self) {
        self.server = None;
        self.reopen().await;
    }

    /// Opens it as it was opened the last time.
    pub async fn reopen(&mut self) {
        assert!(self.app.is_none(), "it is open already");
        self.app = Some(self.launch(&[]));
        self.window().await;
    }

    /// Starts the app's program once more, for example with a link.
    pub fn launch(&self, arguments: &[&str]) -> Program {
        let mut command = self.session.command(program());
        command.args(arguments).current_dir(self.session.folder());
        if let Some(server) = &self.server {
            command.env("PERFIL_DESKTOP_SERVER", server);
        }
        if self.often_collects_garbage {
            command.env(COLLECT_GARBAGE.0, COLLECT_GARBAGE.1);
        }
        command.stdout(self.log_file()).stderr(self.log_file());
        Program::start(&mut command)
    }

    /// Closes its window by the button in its title, and waits until the program has ended.
    pub async fn close(&mut self) {
        self.click_close_button().await;
        let mut app = self.app.take().expect("the app is open");
        let mut status = None;
        let has_ended = async |_: &Self| {
            status = app.ended();
            status.is_some()
        };
        self.wait_until("the app to end", has_ended).await;
        assert!(status.is_some_and(|status| status.success()), "the app ended with {status:?}:\n{}", self.log());
    }

    /// The app's process.
    pub fn app(&mut self) -> &mut Program {
        self.app.as_mut().expect("the app is open")
    }

    /// Shows notifications from now on.
    pub async fn notices(&self) -> Notices {
        Notices::on(self.session.session_bus().await).await
    }

    /// How many secrets the keyring holds.
    pub async fn secrets(&self) -> usize {
        self.session.secrets().await
    }

    /// The person's home folder.
    pub fn home(&self) -> PathBuf {
        self.session.folder().join("home")
    }

    /// Everything that the app said so far, over all its starts.
    pub fn log(&self) -> String {
        let bytes = std::fs::read(self.session.folder().join(LOG)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn log_file(&self) -> File {
        let path = self.session.folder().join(LOG);
        File::options().create(true).append(true).open(path).expect("the folder can be written to")
    }
}

fn program() -> PathBuf {
    let usual = || crate::server::repository().join("target/release/perfil-desktop");
    std::env::var_os("PERFIL_DESKTOP_BIN").map_or_else(usual, PathBuf::from)
}
