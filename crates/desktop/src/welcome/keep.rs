//! Where there is no keyring: whether the person wants the sign-in to be kept in a file.

use crate::words::say;
use dioxus::prelude::*;

const HEADING: &str = "keep-tokens";

/// The question, with what speaks against it. Nothing is kept before it is answered.
#[component]
pub(crate) fn KeepTokens(onanswer: Callback<bool>) -> Element {
    rsx! {
        section { class: "card", role: "alertdialog", aria_labelledby: HEADING, aria_describedby: "keep-tokens-text",
            header { class: "card-head",
                h2 { id: HEADING, {say("desktop-keep-title")} }
            }
            p { id: "keep-tokens-text", {say("desktop-keep-text")} }
            div { class: "actions",
                button { r#type: "button", class: "button button-primary", onclick: move |_| onanswer.call(true),
                    {say("desktop-keep-yes")}
                }
                button { r#type: "button", class: "button button-secondary", onclick: move |_| onanswer.call(false),
                    {say("desktop-keep-no")}
                }
            }
        }
    }
}
