//! The parts of a page.

use crate::app::frame;
use crate::platform;
use dioxus::prelude::*;

/// The page's heading. When the browser changes pages by itself, the keyboard and the screen reader go to it.
#[component]
pub fn PageHead(title: String, lead: Option<String>, children: Element) -> Element {
    let came_by_link = use_hook(|| *frame().hydrated.peek());
    use_effect(move || {
        if came_by_link {
            platform::focus("page-title");
        }
    });
    rsx! {
        header { class: "page-head",
            h1 { id: "page-title", tabindex: "-1", "{title}" }
            if let Some(lead) = lead {
                p { class: "lead", "{lead}" }
            }
            {children}
        }
    }
}

/// A titled group of things that belong together.
#[component]
pub fn Card(id: &'static str, title: String, lead: Option<String>, children: Element) -> Element {
    rsx! {
        section { class: "card", aria_labelledby: id,
            header { class: "card-head",
                h2 { id, "{title}" }
                if let Some(lead) = lead {
                    p { class: "hint", "{lead}" }
                }
            }
            {children}
        }
    }
}

/// One thing that is known: its name, its value and what can be done about it.
#[component]
pub fn Fact(name: String, note: Option<String>, children: Element) -> Element {
    rsx! {
        div { class: "fact",
            dt { "{name}" }
            dd {
                div { class: "fact-value", {children} }
                if let Some(note) = note {
                    p { class: "hint", "{note}" }
                }
            }
        }
    }
}

/// An address: from left to right in every language.
#[component]
pub fn Address(text: String) -> Element {
    rsx! {
        bdi { dir: "ltr", "{text}" }
    }
}

/// A phone number: from left to right in every language, and on one line.
#[component]
pub fn Number(text: String) -> Element {
    rsx! {
        bdi { class: "number", dir: "ltr", "{text}" }
    }
}
