//! Links inside the application.

use dioxus::html::input_data::MouseButton;
use dioxus::prelude::*;

/// A link to a page of ours. The browser opens it without loading everything anew, or does what `onfollow` does instead;
/// without script, or opened in a tab of its own, it is a link like any other. Unlike the router's `Link` it knows by
/// `is_current` where it is, also at an address with a query.
#[component]
pub fn Way(
    href: String,
    class: &'static str,
    #[props(default)] is_current: bool,
    onfollow: Option<Callback<()>>,
    children: Element,
) -> Element {
    let navigator = use_navigator();
    let target = href.clone();
    let follow = move |event: MouseEvent| {
        let is_plain = event.modifiers().is_empty() && event.trigger_button() == Some(MouseButton::Primary);
        if !is_plain {
            return;
        }
        event.prevent_default();
        match onfollow {
            Some(onfollow) => onfollow.call(()),
            None => {
                navigator.push(target.as_str());
            }
        }
    };
    rsx! {
        a { class, href, aria_current: is_current.then_some("page"), onclick: follow, {children} }
    }
}
