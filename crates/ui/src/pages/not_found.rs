//! For an address that has no page.

use crate::components::card::PageHead;
use crate::platform;
use crate::route::Route;
use crate::words::say;
use dioxus::prelude::*;

/// Says so, with HTTP status 404.
#[component]
pub fn NotFound(segments: Vec<String>) -> Element {
    let _ = segments;
    use_hook(|| platform::answer_with_status(404));
    rsx! {
        div { class: "wide",
            PageHead { title: say("not-found-title"), lead: say("not-found-lead") }
            Link { class: "button button-secondary", to: Route::UserPage {}, {say("not-found-link")} }
        }
    }
}
