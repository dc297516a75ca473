//! What the window shows, and when: which server's pages, and what is said where there are none.

mod deeds;
mod root;
mod servers;
mod session;

pub(crate) use root::Root;

use crate::check::Problem;
use crate::host::{Command, Host, PAGE};
use crate::menu::Choice;
use crate::origin::Origin;
use crate::servers::Servers;
use crate::start::Start;
use crate::vault::LazyVault;
use crate::{appearance, instance, window};
use dioxus::core::{Task, spawn_forever};
use dioxus::prelude::*;
use perfil_models::Language;
use perfil_models::next::{SIGN_IN, instead_of};
use perfil_models::view::Page;
use perfil_ui::desktop::{Deed, watch};
use std::path::PathBuf;
use std::rc::Rc;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// Above it and below it, the text is still readable.
const ZOOM: std::ops::RangeInclusive<i32> = -5..=10;

/// What the window shows.
#[derive(Clone, Debug, PartialEq)]
enum View {
    /// The server is being asked.
    Opening,
    /// The question for a server: what was typed, and why that does not work.
    Welcome { typed: String, problem: Option<Problem> },
    /// The pages of the server, from this path on. Another turn begins anew.
    Pages { turn: u32, path: String },
    /// The session was ended elsewhere.
    Ended,
    /// The server takes only newer apps.
    TooOld,
    /// The server refused the first question, with this HTTP status.
    Refused(u16),
}

/// What is said at the foot of the window.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    /// A file is there now.
    Saved(PathBuf),
    /// It could not be written.
    NotSaved(String),
    /// A form was refused.
    FormRefused,
    /// A link leads to no page.
    LinkRefused,
    /// A link belongs to a server of this name, which was never used.
    LinkOfStranger(String),
    /// The keyring stays locked.
    KeyringLocked,
}

/// The state of the window. Its tasks belong to the window, not to the component that began them: that may be gone before
/// they end.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct App {
    start: CopyValue<Rc<Start>>,
    view: Signal<View>,
    host: Signal<Option<Rc<Host>>>,
    servers: Signal<Servers>,
    vault: CopyValue<Rc<LazyVault>>,
    commands: CopyValue<UnboundedSender<Command>>,
    listening: CopyValue<Option<Task>>,
    opening: CopyValue<Option<Task>>,
    seeking: CopyValue<Option<Task>>,
    turn: CopyValue<u32>,
    is_lost: Signal<bool>,
    asks_to_keep: Signal<bool>,
    line: Signal<Option<Line>>,
    zoom: CopyValue<i32>,
}

impl App {
    fn begin(start: &Rc<Start>) -> Self {
        let (commands, next) = unbounded_channel();
        let servers = Servers::open(&start.folders.config).unwrap_or_else(|why| {
            tracing::warn!("the list of servers cannot be read: {why}");
            Servers::none(&start.folders.config)
        });
        let agreed = servers.tokens_in_file() == Some(true);
        let app = Self {
            start: CopyValue::new(start.clone()),
            view: Signal::new(View::Opening),
            host: Signal::new(None),
            servers: Signal::new(servers),
            vault: CopyValue::new(Rc::new(LazyVault::new(&start.folders.config, agreed))),
            commands: CopyValue::new(commands.clone()),
            listening: CopyValue::new(None),
            opening: CopyValue::new(None),
            seeking: CopyValue::new(None),
            turn: CopyValue::new(0),
            is_lost: Signal::new(false),
            asks_to_keep: Signal::new(false),
            line: Signal::new(None),
            zoom: CopyValue::new(0),
        };
        spawn_forever(watch_page(commands.clone()));
        spawn_forever(appearance::follow(window::set_theme));
        if let Some(instance) = start.instance.take() {
            spawn_forever(hear_starts(instance, commands));
        }
        spawn_forever(app.run(next));
        app
    }

    async fn run(self, mut commands: UnboundedReceiver<Command>) {
        let start = self.start.cloned();
        self.open_first(&start.first).await;
        while let Some(command) = commands.recv().await {
            self.obey(command);
        }
    }

    fn obey(mut self, command: Command) {
        match command {
            Command::Go(path) => self.go(path),
            Command::Do(Deed::Follow(href)) => self.follow(href),
            Command::Do(Deed::Send { action, fields }) => _ = spawn_forever(self.send(action, fields)),
            Command::Save(name, content) => _ = spawn_forever(self.save(name, content)),
            Command::Keep(origin, tokens) => self.keep(origin, tokens),
            Command::Lost => self.lose(),
            Command::Found => self.is_lost.set(false),
            Command::Happened(event) => self.hear(event),
            Command::Clicked(path) => {
                window::raise();
                self.go(path);
            }
            Command::Started(start) => {
                window::raise();
                if let Some(link) = start.link {
                    self.open_link(&link);
                }
            }
        }
    }

    fn choose(mut self, choice: Choice) {
        match choice {
            Choice::SwitchServer => self.ask_for_server(),
            Choice::Reload => self.reload(),
            Choice::Open(path) => self.go(path),
            Choice::Zoom(step) => {
                let level = if step == 0 { 0 } else { *self.zoom.peek() + step };
                let level = level.clamp(*ZOOM.start(), *ZOOM.end());
                self.zoom.set(level);
                window::zoom(1.0 + f64::from(level) / 10.0);
            }
            Choice::Quit => window::close(),
        }
    }

    /// Shows the page at a path of the server, with everything asked for anew. What is shown stays until then.
    fn go(mut self, path: String) {
        let Some(host) = self.host.peek().clone() else { return };
        self.line.set(None);
        begin(self.opening, self.open(host, path));
    }

    async fn open(mut self, host: Rc<Host>, path: String) {
        let (status, text) = host.ask_until_answered(PAGE, None).await;
        let turn = *self.turn.peek() + 1;
        self.turn.set(turn);
        match (status, serde_json::from_str::<Page>(&text)) {
            (200, Ok(page)) => {
                dress(page.language);
                host.keep_first_page(text);
                self.listen(&host, page.who.is_some());
                self.view.set(View::Pages { turn, path: settled(&path, page.who.is_some()) });
            }
            (426, _) => self.view.set(View::TooOld),
            (status, _) => self.view.set(View::Refused(status)),
        }
    }

    /// Whether that is the server whose pages are shown.
    fn is_at(self, origin: &Origin) -> bool {
        self.host.peek().as_ref().is_some_and(|host| host.origin == *origin)
    }

    fn reload(self) {
        let here = self.host.peek().as_ref().and_then(|host| host.here());
        self.go(here.unwrap_or_else(|| "/".to_owned()));
    }
}

/// Begins this; what ran there before ends.
fn begin(mut running: CopyValue<Option<Task>>, next: impl Future<Output = ()> + 'static) {
    end(running);
    running.set(Some(spawn_forever(next)));
}

/// Ends what runs there.
fn end(mut running: CopyValue<Option<Task>>) {
    if let Some(task) = running.write().take() {
        task.cancel();
    }
}

async fn watch_page(commands: UnboundedSender<Command>) {
    watch(move |deed| _ = commands.send(Command::Do(deed))).await;
}

async fn hear_starts(mut instance: instance::Instance, commands: UnboundedSender<Command>) {
    while let Some(start) = instance.starts.recv().await {
        let _ = commands.send(Command::Started(start));
    }
}

/// Where the server would send a browser that asks for that page.
fn settled(path: &str, signed_in: bool) -> String {
    let plain = path.split(['?', '#']).next().unwrap_or_default();
    match instead_of(plain, signed_in) {
        Some(SIGN_IN) if plain != "/" => format!("{SIGN_IN}?next={plain}"),
        Some(instead) => instead.to_owned(),
        None => path.to_owned(),
    }
}

/// Gives the document the page's language, which decides where it begins.
fn dress(language: Language) {
    let (tag, direction) = (language.tag(), language.direction().as_str());
    document::eval(&format!("document.documentElement.lang = '{tag}'; document.documentElement.dir = '{direction}';"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_is_the_one_that_a_browser_would_come_to() {
        assert_eq!(settled("/", false), "/sign-in");
        assert_eq!(settled("/settings/phone?x=1", false), "/sign-in?next=/settings/phone");
        assert_eq!(settled("/", true), "/settings/user");
        assert_eq!(settled("/sign-in?next=/organization", true), "/settings/user");
        assert_eq!(settled("/undo?t=abc", false), "/undo?t=abc");
    }
}
