//! `/`: the server sends the browser on; so does this, for a browser that came here by itself.

use crate::route::Route;
use dioxus::prelude::*;

/// Goes on to *User info*.
#[component]
pub fn Home() -> Element {
    let navigator = use_navigator();
    use_effect(move || {
        navigator.replace(Route::UserPage {});
    });
    rsx! {}
}
