//! The root component.

use super::deeds::open_outside;
use super::{App, Line, View};
use crate::host::Held;
use crate::start::Start;
use crate::states::{Connecting, OfflineStrip, Refused, SessionEnded, TooOld};
use crate::welcome::Welcome;
use crate::welcome::keep::KeepTokens;
use crate::words::{Words, say, say_with};
use crate::{menu, window};
use dioxus::desktop::use_muda_event_handler;
use dioxus::history::History;
use dioxus::prelude::*;
use perfil_models::next::SIGN_IN;
use perfil_ui::desktop::Shell;
use std::rc::Rc;

/// What stands in the window.
#[component]
pub(crate) fn Root() -> Element {
    let start = use_hook(consume_context::<Rc<Start>>);
    let app = use_hook(|| App::begin(&start));
    window::use_remembered(start.folders.state.clone());
    use_muda_event_handler(move |event| {
        if let Some(choice) = menu::choice(event.id().as_ref()) {
            app.choose(choice);
        }
    });
    use_effect(move || {
        if !matches!(*app.view.read(), View::Pages { .. }) {
            window::set_title();
        }
    });
    rsx! {
        {shown(app)}
        Own {
            Foot { app }
        }
    }
}

/// Around what the app says by itself, which may be in another language than the pages.
#[component]
fn Own(children: Element) -> Element {
    let language = use_hook(consume_context::<Words>).language();
    rsx! {
        div { class: "window-own", lang: language.tag(), dir: language.direction().as_str(), {children} }
    }
}

fn shown(app: App) -> Element {
    match app.view.read().clone() {
        View::Pages { turn, path } => rsx! {
            // Keyed, so that another turn is another component.
            for turn in [turn] {
                Pages { key: "{turn}", app, path: path.clone() }
            }
        },
        other => rsx! {
            Own { {instead(app, other)} }
        },
    }
}

/// What is shown where there are no pages.
fn instead(app: App, view: View) -> Element {
    let server = app.servers.read().current().map(|origin| origin.name().to_owned()).unwrap_or_default();
    let switch = move |()| app.ask_for_server();
    match view {
        View::Opening | View::Pages { .. } => rsx! {
            if !server.is_empty() {
                Connecting { server }
            }
        },
        View::Welcome { typed, problem } => rsx! {
            Choosing { app, typed, problem }
        },
        View::Ended => rsx! {
            SessionEnded { onsignin: move |()| app.go(SIGN_IN.to_owned()) }
        },
        View::TooOld => rsx! {
            TooOld { server, onswitch: switch }
        },
        View::Refused(status) => rsx! {
            Refused { server, status, onretry: move |()| app.go("/".to_owned()) }
        },
    }
}

/// The pages, which know nothing of the window around them.
#[component]
fn Pages(app: App, path: String) -> Element {
    use_hook(|| {
        if let Some(host) = app.host.peek().clone() {
            provide_context::<Rc<dyn History>>(host.begin_at(path));
            provide_context::<Rc<dyn Shell>>(Rc::new(Held(host)));
        }
    });
    rsx! {
        SuspenseBoundary { fallback: |_| rsx! {}, perfil_ui::App {} }
    }
}

#[component]
fn Choosing(app: App, typed: String, problem: Option<crate::check::Problem>) -> Element {
    let servers = app.servers.read();
    let can_go_back = app.host.read().is_some();
    let back = Callback::new(move |()| app.go("/".to_owned()));
    rsx! {
        Welcome {
            known: servers.known().to_vec(),
            current: servers.current().cloned(),
            typed,
            problem,
            set_aside: servers.set_aside().map(|path| path.display().to_string()),
            onchosen: move |server| app.chose(server),
            onforget: move |origin| app.forget(origin),
            onback: can_go_back.then_some(back),
        }
    }
}

/// What is said, and asked, below whatever is shown.
#[component]
fn Foot(mut app: App) -> Element {
    let line = app.line.read().clone();
    rsx! {
        div { class: "window-foot", role: "status", aria_live: "polite",
            if let Some(line) = line {
                div { class: "window-line",
                    p { {told(&line)} }
                    if let Line::Saved(path) = &line {
                        FolderButton { folder: path.parent().map(|path| path.display().to_string()).unwrap_or_default() }
                    }
                    button { r#type: "button", class: "button button-quiet", onclick: move |_| app.line.set(None),
                        {say("desktop-close")}
                    }
                }
            }
            if *app.is_lost.read() {
                OfflineStrip { onretry: move |()| app.retry() }
            }
        }
        if *app.asks_to_keep.read() {
            div { class: "window-question",
                KeepTokens { onanswer: move |agreed| app.answer_to_keep(agreed) }
            }
        }
    }
}

#[component]
fn FolderButton(folder: String) -> Element {
    rsx! {
        button { r#type: "button", class: "button button-secondary", onclick: move |_| open_outside(format!("file://{folder}")),
            {say("desktop-saved-show")}
        }
    }
}

fn told(line: &Line) -> String {
    match line {
        Line::Saved(path) => say_with("desktop-saved", &[("file", &path.display().to_string())]),
        Line::NotSaved(why) => say_with("desktop-not-saved", &[("reason", why)]),
        Line::FormRefused => say("desktop-form-refused"),
        Line::LinkRefused => say("desktop-link-refused"),
        Line::LinkOfStranger(server) => say_with("desktop-link-unknown-server", &[("server", server)]),
        Line::KeyringLocked => say("desktop-keyring-locked"),
    }
}
