//! Choosing a server: on the first start, and whenever the person wants another one.
//!
//! [`Words`](crate::words::Words) and the [`Client`] that asks are taken from the context.

pub(crate) mod keep;
mod known;

use crate::check::{Problem, Server, check};
use crate::origin::Origin;
use crate::servers::Known;
use crate::words::{say, say_with};
use dioxus::html::FormValue;
use dioxus::prelude::*;
use known::KnownServers;
use perfil_ui::{Icon, Shape};
use reqwest::Client;
use std::rc::Rc;

const FIELD: &str = "server-address";
const HINT: &str = "server-address-hint";
const ERROR: &str = "server-address-error";

/// Where a server was chosen, and so where it is told what is wrong with it.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Field,
    List,
}

/// The one attempt to reach a server, or the last.
#[derive(Clone, Copy, PartialEq)]
struct Attempt {
    /// The name of the server that is asked now.
    asked: Signal<Option<String>>,
    refused: Signal<Option<(Place, String, Problem)>>,
    field: Signal<Option<Rc<MountedData>>>,
    onchosen: Callback<Server>,
}

/// The page that asks for a server's address.
///
/// `typed` is what the field begins with and `problem` why it does not work, if it was tried already; `set_aside` is where a
/// broken list of servers is now; `onback` leaves the page where there is something to go back to.
#[component]
pub(crate) fn Welcome(
    known: Vec<Known>,
    current: Option<Origin>,
    #[props(default)] typed: String,
    problem: Option<Problem>,
    set_aside: Option<String>,
    onchosen: Callback<Server>,
    onforget: Callback<Origin>,
    onback: Option<Callback<()>>,
) -> Element {
    let attempt = use_hook(|| Attempt::begin(&typed, problem, onchosen));
    rsx! {
        main { id: "content", class: "content", tabindex: "-1",
            div { class: "single",
                header { class: "page-head",
                    h1 { {say("desktop-welcome-title")} }
                    p { class: "lead", {say("desktop-welcome-lead")} }
                }
                if let Some(file) = set_aside {
                    p { class: "notice notice-warning", role: "status",
                        {say_with("desktop-welcome-set-aside", &[("file", &file)])}
                    }
                }
                AddressForm { attempt, typed, onback }
                if !known.is_empty() {
                    KnownServers { attempt, known, current, onforget }
                }
            }
        }
    }
}

#[component]
fn AddressForm(attempt: Attempt, typed: String, onback: Option<Callback<()>>) -> Element {
    let told = attempt.told_at(Place::Field);
    let is_wrong = told.is_some();
    let described = if is_wrong { format!("{ERROR} {HINT}") } else { HINT.to_owned() };
    rsx! {
        form {
            class: "card form",
            novalidate: true,
            onsubmit: move |event: FormEvent| {
                event.prevent_default();
                if let Some(FormValue::Text(typed)) = event.get_first("address") {
                    attempt.reach(Place::Field, typed);
                }
            },
            div { class: "field",
                label { class: "label", r#for: FIELD, {say("desktop-welcome-address")} }
                input {
                    id: FIELD,
                    class: "input",
                    name: "address",
                    r#type: "text",
                    inputmode: "url",
                    "value": typed,
                    dir: "ltr",
                    autocomplete: "off",
                    autocapitalize: "none",
                    spellcheck: "false",
                    aria_invalid: is_wrong.then_some("true"),
                    aria_describedby: described,
                    onmounted: move |event: MountedEvent| attempt.has_field(event.data()),
                }
                if let Some(told) = told {
                    p { class: "field-error", id: ERROR, role: "alert",
                        Icon { shape: Shape::Alert }
                        span { "{told}" }
                    }
                }
                p { class: "hint", id: HINT, {say("desktop-welcome-hint")} }
            }
            Progress { attempt }
            div { class: "actions",
                ConnectButton { attempt }
                if let Some(onback) = onback {
                    button { r#type: "button", class: "button button-secondary", onclick: move |_| onback.call(()),
                        {say("desktop-welcome-back")}
                    }
                }
            }
        }
    }
}

#[component]
fn ConnectButton(attempt: Attempt) -> Element {
    let busy = (attempt.asked)().is_some();
    rsx! {
        button { r#type: "submit", class: "button button-primary", aria_disabled: busy.then_some("true"),
            if busy {
                span { class: "spinner", aria_hidden: "true" }
            }
            span { class: "button-label", {say("desktop-welcome-connect")} }
        }
    }
}

/// In the page from the start, so that screen readers notice what comes into it.
#[component]
fn Progress(attempt: Attempt) -> Element {
    rsx! {
        div { class: "notice-slot", role: "status", aria_live: "polite",
            if let Some(server) = (attempt.asked)() {
                p { class: "hint", {say_with("desktop-welcome-checking", &[("server", &server)])} }
            }
        }
    }
}

impl Attempt {
    fn begin(typed: &str, problem: Option<Problem>, onchosen: Callback<Server>) -> Self {
        let refused = problem.map(|problem| (Place::Field, name_of(typed), problem));
        let field = Signal::new(None);
        Self { asked: Signal::new(None), refused: Signal::new(refused), field, onchosen }
    }

    /// Asks a server, one at a time, and hands it on if it is one.
    fn reach(mut self, place: Place, typed: String) {
        if self.asked.peek().is_some() {
            return;
        }
        let name = name_of(&typed);
        self.asked.set(Some(name.clone()));
        self.refused.set(None);
        let http = consume_context::<Client>();
        spawn(async move {
            let answer = check(&typed, &http).await;
            self.asked.set(None);
            match answer {
                Ok(server) => self.onchosen.call(server),
                Err(problem) => {
                    self.refused.set(Some((place, name, problem)));
                    if place == Place::Field {
                        self.focus();
                    }
                }
            }
        });
    }

    /// What is wrong with what was chosen there, in words.
    fn told_at(self, place: Place) -> Option<String> {
        let refused = self.refused.read();
        let (_, server, problem) = refused.as_ref().filter(|(other, ..)| *other == place)?;
        Some(say_with(problem.message_id(), &[("server", server)]))
    }

    fn has_field(mut self, field: Rc<MountedData>) {
        self.field.set(Some(field));
        self.focus();
    }

    fn focus(self) {
        if let Some(field) = self.field.peek().clone() {
            spawn(async move {
                let _ = field.set_focus(true).await;
            });
        }
    }
}

/// The server as people read it, as far as it can be told from what was typed.
fn name_of(typed: &str) -> String {
    Origin::typed(typed).map_or_else(|_| typed.trim().to_owned(), |origin| origin.name().to_owned())
}
