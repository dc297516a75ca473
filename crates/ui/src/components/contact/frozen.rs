//! Contacts that stay as they are for a while, because a change was undone.

use crate::components::account::use_account;
use crate::components::card::Card;
use crate::components::countdown::{TimeLeft, use_seconds_since};
use crate::words::say;
use dioxus::prelude::*;

/// Shows its children while contacts may be changed; else says how long they may not, or nothing at all where another
/// card says it.
#[component]
pub fn UnlessFrozen(#[props(default)] silently: bool, children: Element) -> Element {
    let shared = use_account();
    let passed = use_seconds_since(shared.heard_at);
    let frozen_for = shared.now.read().frozen_for;
    let left = if frozen_for == 0 { 0 } else { frozen_for.saturating_sub(passed()) };
    if left == 0 {
        return children;
    }
    rsx! {
        if !silently {
            Card { id: "frozen-heading", title: say("frozen-title"), lead: say("frozen-lead"),
                p { {say("frozen-time-left")} " " strong { TimeLeft { seconds: left } } }
            }
        }
    }
}
