//! The servers that were used before.

use super::{Attempt, Place};
use crate::origin::Origin;
use crate::servers::Known;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_ui::{Icon, Shape};

const HEADING: &str = "known-servers";

/// Their list, to open one or to forget it.
#[component]
pub(super) fn KnownServers(
    attempt: Attempt,
    known: Vec<Known>,
    current: Option<Origin>,
    onforget: Callback<Origin>,
) -> Element {
    let told = attempt.told_at(Place::List);
    rsx! {
        section { class: "card", aria_labelledby: HEADING,
            header { class: "card-head",
                h2 { id: HEADING, {say("desktop-welcome-known")} }
            }
            div { class: "notice-slot", role: "status", aria_live: "polite",
                if let Some(told) = told {
                    div { class: "notice notice-refused",
                        Icon { shape: Shape::Alert }
                        p { "{told}" }
                    }
                }
            }
            ul { class: "entries", aria_labelledby: HEADING,
                for Known { origin, .. } in known {
                    Entry {
                        key: "{origin}",
                        attempt,
                        is_current: current.as_ref() == Some(&origin),
                        origin,
                        onforget,
                    }
                }
            }
        }
    }
}

#[component]
fn Entry(attempt: Attempt, origin: Origin, is_current: bool, onforget: Callback<Origin>) -> Element {
    let name = origin.name().to_owned();
    let open = say_with("desktop-welcome-open", &[("server", &name)]);
    let forget = say_with("desktop-welcome-forget-server", &[("server", &name)]);
    let address = origin.to_string();
    rsx! {
        li { class: "entry",
            Icon { shape: Shape::Globe }
            div { class: "entry-text",
                p { class: "entry-title",
                    button {
                        r#type: "button",
                        class: "button button-quiet",
                        title: open.clone(),
                        aria_label: open,
                        onclick: move |_| attempt.reach(Place::List, address.clone()),
                        bdi { dir: "ltr", "{name}" }
                    }
                    if is_current {
                        span { class: "badge badge-good", {say("desktop-welcome-current")} }
                    }
                }
            }
            button {
                r#type: "button",
                class: "button button-danger entry-action",
                title: forget.clone(),
                aria_label: forget,
                onclick: move |_| {
                    onforget.call(origin.clone());
                    attempt.focus();
                },
                {say("desktop-welcome-forget")}
            }
        }
    }
}
