//! Where one is signed in.

use super::State;
use crate::api::activity::{revoke_other_sessions, revoke_session};
use crate::app::frame;
use crate::components::card::Card;
use crate::components::form::{ActionForm, Hidden, SubmitButton, Weight, use_form_reporting_to};
use crate::components::icon::{Icon, Shape};
use crate::components::notice::Notice;
use crate::platform;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::request::{RevokeSession, ShowActivity};
use perfil_models::view::{ActivityFilter, Device, OpenSession, Outcome};
use perfil_models::{AccessError, Sentence};

const RESULT: &str = "sessions-result";

/// What a form of this card does when it went well, and when what it was about is no longer there.
#[derive(Clone, Copy, PartialEq)]
struct Report {
    outcome: Signal<Option<Outcome>>,
    filter: ActivityFilter,
}

impl Report {
    fn done(mut self, state: State, id: &str) {
        self.outcome.set(Some(Outcome::Done(Sentence::new(id))));
        self.look_again(state);
    }

    fn look_again(self, state: State) {
        platform::focus(RESULT);
        state.show(ShowActivity { filter: self.filter, before: None });
    }
}

/// The card; `wanted` is the filter of the events beside it.
#[component]
pub fn SessionsCard(wanted: ActivityFilter) -> Element {
    let state: State = use_context();
    let outcome = use_hook(|| {
        let ours = ["revoke-session", "revoke-other-sessions"];
        let flash = frame().take_flash(|flash| ours.contains(&flash.form.as_str()));
        Signal::new(flash.map(|flash| flash.outcome))
    });
    let report = Report { outcome, filter: wanted };
    let shown = state.shown.read();
    let more = shown.more_sessions;
    rsx! {
        Card {
            id: "sessions-heading",
            title: say("activity-sessions-title"),
            lead: say("activity-sessions-lead"),
            Notice { outcome, id: RESULT }
            ul { class: "entries", aria_labelledby: "sessions-heading",
                for session in shown.sessions.iter() {
                    Session { key: "{session.id}", session: session.clone(), report }
                }
            }
            if more > 0 {
                p { class: "hint", {say_with("activity-sessions-more", &[("count", &more.to_string())])} }
            }
            if shown.sessions.len() > 1 || more > 0 {
                SignOutOthers { report }
            } else {
                p { class: "hint", {say("activity-no-others")} }
            }
        }
    }
}

#[component]
fn Session(session: OpenSession, report: Report) -> Element {
    let name = name_of(&session.device);
    rsx! {
        li { class: "entry",
            Icon { shape: shape_of(&session.device) }
            div { class: "entry-text",
                p { class: "entry-title",
                    span { "{name}" }
                    if session.is_this {
                        span { class: "badge badge-good", {say("activity-this-device")} }
                    }
                }
                ul { class: "entry-facts",
                    li { {say_with("activity-last-seen", &[("when", &session.last_seen)])} }
                    li { {say_with("activity-signed-in", &[("when", &session.signed_in)])} }
                    li { {say_with("activity-network", &[("network", &session.network)])} }
                }
            }
            if !session.is_this {
                SignOutOne { session, name, report }
            }
        }
    }
}

#[component]
fn SignOutOne(session: OpenSession, name: String, report: Report) -> Element {
    let state: State = use_context();
    let form = use_form_reporting_to("revoke-session", report.outcome);
    let id = session.id.clone();
    let send = move |_| {
        form.send(revoke_session(RevokeSession { session: id.clone() }), move |answer| match answer {
            Ok(()) => report.done(state, "done-revoke-session"),
            Err(AccessError::NotFound) => report.look_again(state),
            Err(_) => {}
        });
    };
    rsx! {
        ActionForm { form, id: format!("revoke-{}", session.id), class: "entry-action", onsend: send,
            Hidden { name: "session", value: session.id.to_string() }
            SubmitButton { form, weight: Weight::Secondary,
                {say("activity-sign-out")}
                span { class: "visually-hidden", ": {name}" }
            }
        }
    }
}

#[component]
fn SignOutOthers(report: Report) -> Element {
    let state: State = use_context();
    let form = use_form_reporting_to("revoke-other-sessions", report.outcome);
    let send = move |_| {
        form.send(revoke_other_sessions(), move |answer| {
            if answer.is_ok() {
                report.done(state, "done-revoke-other-sessions");
            }
        });
    };
    rsx! {
        ActionForm { form, class: "actions", onsend: send,
            SubmitButton { form, weight: Weight::Secondary, {say("activity-sign-out-others")} }
        }
    }
}

fn name_of(device: &Device) -> String {
    let browser = if device.is_app { say("activity-app") } else { device.browser.clone() };
    let system = device.system.clone();
    match (browser.is_empty(), system.is_empty()) {
        (true, true) => say("activity-unknown-device"),
        (false, false) => say_with("activity-browser-on-system", &[("browser", &browser), ("system", &system)]),
        _ => browser + &system,
    }
}

fn shape_of(device: &Device) -> Shape {
    match device.system.as_str() {
        "iPhone" | "iPad" | "Android" => Shape::Phone,
        _ => Shape::Laptop,
    }
}
