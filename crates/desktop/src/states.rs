//! What the app shows by itself when a server cannot be used: not now, not any more, or not by this version.

use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_ui::{Icon, Shape};

/// The strip at the lower edge while the server cannot be reached. It moves nothing: it comes and goes while people aim.
#[component]
pub(crate) fn OfflineStrip(onretry: Callback<()>) -> Element {
    rsx! {
        div { class: "window-strip",
            p { {say("desktop-offline")} }
            button { r#type: "button", class: "button button-quiet", onclick: move |_| onretry.call(()),
                {say("desktop-offline-retry")}
            }
        }
    }
}

/// While the first page of a server is not there yet; `server` is its name.
#[component]
pub(crate) fn Connecting(server: String) -> Element {
    rsx! {
        main { class: "content",
            div { class: "loading", role: "status",
                span { class: "spinner", aria_hidden: "true" }
                span { {say_with("desktop-connecting", &[("server", &server)])} }
            }
        }
    }
}

/// After the session was ended elsewhere.
#[component]
pub(crate) fn SessionEnded(onsignin: Callback<()>) -> Element {
    rsx! {
        Apology {
            title: say("desktop-ended-title"),
            text: say("desktop-ended-text"),
            button: say("desktop-ended-button"),
            onbutton: onsignin,
        }
    }
}

/// Where the server takes only newer apps; `server` is its name.
#[component]
pub(crate) fn TooOld(server: String, onswitch: Callback<()>) -> Element {
    rsx! {
        Apology {
            title: say("desktop-too-old-title"),
            text: say_with("desktop-too-old-text", &[("server", &server)]),
            button: say("desktop-switch-server"),
            onbutton: onswitch,
        }
    }
}

/// Where the server refused the first question; `server` is its name, `status` the HTTP status.
#[component]
pub(crate) fn Refused(server: String, status: u16, onretry: Callback<()>) -> Element {
    rsx! {
        Apology {
            title: say("desktop-refused-title"),
            text: say_with("desktop-refused-text", &[("server", &server), ("status", &status.to_string())]),
            button: say("desktop-offline-retry"),
            onbutton: onretry,
        }
    }
}

#[component]
fn Apology(title: String, text: String, button: String, onbutton: Callback<()>) -> Element {
    rsx! {
        main { id: "content", class: "content", tabindex: "-1",
            div { class: "single",
                section { class: "card failure", role: "alert",
                    Icon { shape: Shape::Alert }
                    h1 { "{title}" }
                    p { "{text}" }
                    button { r#type: "button", class: "button button-primary", onclick: move |_| onbutton.call(()),
                        "{button}"
                    }
                }
            }
        }
    }
}
