//! What stands around the pages.

use super::account::WithAccount;
use super::deletion_bar::DeletionBar;
use super::icon::{Icon, Shape};
use super::menu::TopBar;
use super::way::Way;
use super::zone_offer::ZoneOfferBar;
use crate::app::frame;
use crate::platform;
use crate::route::{Route, title_id};
use crate::words::say;
use dioxus::prelude::*;

const CURRENT_SECTION: &str = "current-section";

/// Around every page: the way past the navigation, the top bar, the demo's line.
#[component]
pub fn Shell() -> Element {
    let path = use_route::<Route>().to_string();
    use_effect(use_reactive!(|path| platform::set_title(&say(title_id(&path)))));
    rsx! {
        a { class: "skip-link", href: "#content", {say("skip-to-content")} }
        TopBar {}
        if frame().page.demo {
            DemoBar {}
        }
        main { id: "content", class: "content", tabindex: "-1",
            SuspenseBoundary { fallback: |_| rsx! { Loading {} }, Outlet::<Route> {} }
        }
    }
}

#[component]
fn DemoBar() -> Element {
    rsx! {
        aside { class: "demo-bar", aria_label: say("demo-label"),
            p {
                {say("demo-note")}
                " "
                Link { to: Route::OutboxPage {}, {say("demo-link")} }
            }
        }
    }
}

/// Shown while a page that the browser opens by itself is loaded.
#[component]
pub fn Loading() -> Element {
    rsx! {
        div { class: "loading", role: "status",
            span { class: "spinner", aria_hidden: "true" }
            span { {say("loading")} }
        }
    }
}

/// Around the pages of *My User Settings*: their list at the side, and the account that they share.
#[component]
pub fn SettingsLayout() -> Element {
    rsx! {
        div { class: "settings",
            nav { class: "sections", aria_label: say("sections-label"),
                ul {
                    Section { to: Route::UserPage {}, shape: Shape::User, label: say("section-user") }
                    Section { to: Route::PasswordPage {}, shape: Shape::Lock, label: say("section-password") }
                    Section { to: Route::TwoStepPage {}, shape: Shape::Key, label: say("section-two-step") }
                    Section { to: Route::EmailPage {}, shape: Shape::Mail, label: say("section-email") }
                    Section { to: Route::PhonePage {}, shape: Shape::Phone, label: say("section-phone") }
                    Section { to: Route::RegionPage {}, shape: Shape::Globe, label: say("section-region") }
                    Section { to: Route::NotificationsPage {}, shape: Shape::Bell, label: say("section-notifications") }
                    Section { to: Route::all_activity(), shape: Shape::Shield, label: say("section-activity") }
                    Section { to: Route::PrivacyPage {}, shape: Shape::File, label: say("section-privacy") }
                }
            }
            div { class: "section-page",
                SuspenseBoundary { fallback: |_| rsx! { Loading {} },
                    WithAccount {
                        ZoneOfferBar {}
                        DeletionBar {}
                        SuspenseBoundary { fallback: |_| rsx! { Loading {} }, Outlet::<Route> {} }
                    }
                }
            }
        }
    }
}

#[component]
fn Section(to: Route, shape: Shape, label: String) -> Element {
    let href = to.path();
    let here = use_route::<Route>().path();
    let is_current = here.strip_prefix(&href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let class = if is_current { "section-link is-current" } else { "section-link" };
    // On a telephone the list is wider than the window.
    use_effect(use_reactive!(|is_current| {
        if is_current {
            platform::reveal(CURRENT_SECTION);
        }
    }));
    rsx! {
        li { id: is_current.then_some(CURRENT_SECTION),
            Way { class, href, is_current,
                Icon { shape }
                span { "{label}" }
            }
        }
    }
}
