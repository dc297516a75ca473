//! A picture for who has none.

use dioxus::prelude::*;

/// The first letter of a name, for the eye only: the name stands beside it.
#[component]
pub fn Avatar(name: String) -> Element {
    let initial: String = name.chars().next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    rsx! {
        span { class: "avatar", aria_hidden: "true", "{initial}" }
    }
}
