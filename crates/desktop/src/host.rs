//! What the app does for the pages: [`Shell`].

use crate::connection::{Connection, NoAnswer};
use crate::instance;
use crate::origin::Origin;
use crate::stream::Event;
use crate::vault::Tokens;
use dioxus::history::{History, MemoryHistory};
use perfil_ui::READS;
use perfil_ui::desktop::{Answer, Deed, Shell};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedSender;

/// The server function that every page begins with.
pub(crate) const PAGE: &str = "/api/page";
/// How many seconds to wait before the server is asked again.
const PAUSES: [u64; 4] = [1, 2, 5, 10];
const LAST_PAUSE: u64 = 20;

/// What the app is to do next.
pub(crate) enum Command {
    /// Show the page at this path of the server.
    Go(String),
    /// Do what a browser would.
    Do(Deed),
    /// Save a file of this name.
    Save(String, Vec<u8>),
    /// Keep the tokens of a server, which have changed.
    Keep(Origin, Tokens),
    /// There was no answer.
    Lost,
    /// There was one.
    Found,
    /// The server told something.
    Happened(Event),
    /// A notification that leads to this path was clicked.
    Clicked(String),
    /// The app was started once more.
    Started(instance::Start),
}

/// One server, as the pages see it.
pub(crate) struct Host {
    /// Its address.
    pub(crate) origin: Origin,
    /// The way to it.
    pub(crate) connection: Connection,
    commands: UnboundedSender<Command>,
    first_page: RefCell<Option<String>>,
    history: RefCell<Option<Rc<MemoryHistory>>>,
    hurry: Notify,
}

impl Host {
    /// What the pages ask for goes to `connection` or becomes a command.
    pub(crate) fn new(origin: Origin, connection: Connection, commands: UnboundedSender<Command>) -> Self {
        let (first_page, history) = (RefCell::default(), RefCell::default());
        Self { origin, connection, commands, first_page, history, hurry: Notify::new() }
    }

    /// Tells the app what to do next.
    pub(crate) fn tell(&self, command: Command) {
        // Nobody listens only when the app ends.
        let _ = self.commands.send(command);
    }

    /// Tells the app to keep the tokens, if they have changed.
    pub(crate) fn tell_tokens(&self) {
        if let Some(tokens) = self.connection.new_tokens() {
            self.tell(Command::Keep(self.origin.clone(), tokens));
        }
    }

    /// Keeps the frame of the next page, which was asked for before there were words to show.
    pub(crate) fn keep_first_page(&self, text: String) {
        self.first_page.replace(Some(text));
    }

    /// The history of pages that begin at a path.
    pub(crate) fn begin_at(&self, path: String) -> Rc<MemoryHistory> {
        let history = Rc::new(MemoryHistory::with_initial_path(path));
        self.history.replace(Some(history.clone()));
        history
    }

    /// The path of the page that is shown.
    pub(crate) fn here(&self) -> Option<String> {
        self.history.borrow().as_ref().map(|history| history.current_route())
    }

    /// Asks the server, once; whether it answers becomes known.
    async fn ask(&self, path: &str, body: Option<String>) -> Result<(u16, String), NoAnswer> {
        let answer = self.connection.post(path, body).await;
        self.tell(if answer.is_ok() { Command::Found } else { Command::Lost });
        self.tell_tokens();
        answer
    }

    /// Asks what only reads, until there is an answer.
    pub(crate) async fn ask_until_answered(&self, path: &str, body: Option<String>) -> (u16, String) {
        for pause in pauses() {
            if let Ok(answer) = self.ask(path, body.clone()).await {
                return answer;
            }
            self.wait(pause).await;
        }
        unreachable!("the pauses have no end")
    }

    /// Waits until the server answers.
    pub(crate) async fn find_again(&self) {
        for pause in pauses() {
            self.wait(pause).await;
            if self.connection.is_reachable().await {
                return self.tell(Command::Found);
            }
        }
    }

    /// Asks again without waiting any longer.
    pub(crate) fn hurry(&self) {
        self.hurry.notify_waiters();
    }

    async fn wait(&self, pause: Duration) {
        let _ = tokio::time::timeout(pause, self.hurry.notified()).await;
    }
}

/// How long to wait after each attempt that failed; without end.
fn pauses() -> impl Iterator<Item = Duration> {
    PAUSES.into_iter().chain(std::iter::repeat(LAST_PAUSE)).map(Duration::from_secs)
}

/// A host that pages hold.
pub(crate) struct Held(pub(crate) Rc<Host>);

impl Shell for Held {
    fn post(&self, path: String, body: Option<String>) -> Answer {
        let host = self.0.clone();
        Box::pin(async move {
            let first = if path == PAGE { host.first_page.take() } else { None };
            if let Some(text) = first {
                return Some((200, text));
            }
            if READS.binary_search(&path.as_str()).is_ok() {
                return Some(host.ask_until_answered(&path, body).await);
            }
            // What changes something is sent once: nobody knows whether it arrived.
            host.ask(&path, body).await.ok()
        })
    }

    fn leave_for(&self, path: &str) {
        self.0.tell(Command::Go(path.to_owned()));
    }

    fn download(&self, name: &str, text: &str) {
        self.0.tell(Command::Save(name.to_owned(), text.as_bytes().to_vec()));
    }
}
