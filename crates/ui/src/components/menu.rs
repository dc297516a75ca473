//! The drop-down at the end of the top bar.

use super::avatar::Avatar;
use super::form::{ActionForm, use_form};
use super::icon::{Icon, Shape};
use super::notice::Notice;
use crate::api::session::sign_out;
use crate::app::frame;
use crate::platform;
use crate::route::Route;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::AccessError;
use perfil_models::view::Who;

const MENU: &str = "account-menu";
const BUTTON: &str = "account-menu-button";

/// Who is signed in, where to go, and *Sign out*. A pop-over of the browser's own: it opens without script, and Escape
/// and a click beside it close it.
#[component]
pub fn AccountMenu(who: Who) -> Element {
    rsx! {
        button { r#type: "button", class: "menu-button", id: BUTTON, popovertarget: MENU,
            span { class: "visually-hidden", {say("menu-open")} }
            Avatar { name: who.display_name.clone() }
            span { class: "menu-button-name", "{who.display_name}" }
            Icon { shape: Shape::ChevronDown }
        }
        div { class: "menu", id: MENU, popover: "auto", onkeydown: move_by_arrows,
            div { class: "menu-who",
                strong { "{who.display_name}" }
                bdi { class: "hint", dir: "ltr", "{who.email}" }
            }
            nav { aria_label: say("menu-label"),
                Item { to: Route::UserPage {}, shape: Shape::User, label: say("menu-user") }
                if who.may_view_organization {
                    Item { to: Route::organization(), shape: Shape::Building, label: say("menu-organization") }
                }
            }
            SignOut {}
        }
    }
}

#[component]
fn Item(to: Route, shape: Shape, label: String) -> Element {
    rsx! {
        Link { class: "menu-item", to: to.path(), onclick: move |_| platform::close_popover(MENU),
            Icon { shape }
            span { "{label}" }
        }
    }
}

#[component]
fn SignOut() -> Element {
    let form = use_form("sign-out");
    let send = move |_| {
        form.send(sign_out(), |answer| {
            if matches!(answer, Ok(()) | Err(AccessError::SignedOut)) {
                platform::leave_for("/sign-in");
            }
        })
    };
    rsx! {
        ActionForm { form, class: "menu-sign-out", onsend: send,
            button { r#type: "submit", class: "menu-item", aria_disabled: (form.busy)().then_some("true"),
                Icon { shape: Shape::SignOut }
                span { {say("menu-sign-out")} }
            }
            Notice { outcome: form.outcome }
        }
    }
}

fn move_by_arrows(event: KeyboardEvent) {
    let step = match event.key() {
        Key::ArrowDown => 1,
        Key::ArrowUp => -1,
        _ => return,
    };
    event.prevent_default();
    platform::move_focus(MENU, step);
}

/// The top bar.
#[component]
pub fn TopBar() -> Element {
    let who = frame().who;
    let who = who();
    rsx! {
        header { class: "bar",
            div { class: "bar-inner",
                a { class: "brand", href: "/",
                    span { class: "brand-mark", aria_hidden: "true" }
                    span { {say("product-name")} }
                }
                if let Some(who) = who {
                    AccountMenu { who }
                }
            }
        }
    }
}
