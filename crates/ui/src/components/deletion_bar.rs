//! That the account will be deleted, on every page of *My User Settings* while it can still be kept.

use super::account::use_account;
use crate::route::Route;
use crate::words::{say, say_with};
use dioxus::prelude::*;

/// The line, with the way to keep the account; nothing on the page that says so itself.
#[component]
pub fn DeletionBar() -> Element {
    let account = use_account().now;
    let here = use_route::<Route>().path();
    let privacy = Route::PrivacyPage {};
    let account = account.read();
    rsx! {
        if let Some(deletion) = account.deletion.as_ref().filter(|_| here != privacy.path()) {
            section { class: "offer", aria_label: say("deletion-title"),
                p {
                    {say_with("deletion-waits", &[("on", &deletion.on)])}
                    " "
                    Link { to: privacy, {say("deletion-bar-link")} }
                }
            }
        }
    }
}
