//! Around the pages of *Organization Settings*: which of them there are for the reader's role.

use super::shell::Loading;
use super::way::Way;
use crate::app::frame;
use crate::platform;
use crate::route::Route;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::Permission;

const CURRENT_TAB: &str = "current-tab";

/// The pages: where each is, the message id of its name, and who may open it.
const TABS: [(&str, &str, Permission); 4] = [
    ("/organization", "organization-tab-members", Permission::ViewOrganization),
    ("/organization/settings", "organization-settings-title", Permission::EditOrganization),
    ("/organization/keys", "keys-title", Permission::ManageKeys),
    ("/organization/changes", "changes-title", Permission::EditRoles),
];

/// Their list above the page; none for who may open one of them only.
#[component]
pub fn OrganizationLayout() -> Element {
    let who = frame().who;
    let role = who.read().as_ref().map(|who| who.role);
    let offered: Vec<_> = TABS.into_iter().filter(|(.., may)| role.is_some_and(|role| role.may(*may))).collect();
    rsx! {
        div { class: "wide",
            if offered.len() > 1 {
                nav { class: "tabs", aria_label: say("organization-tabs"),
                    ul {
                        for (href , name , _) in offered {
                            Tab { key: "{href}", href, name }
                        }
                    }
                }
            }
            SuspenseBoundary { fallback: |_| rsx! { Loading {} }, Outlet::<Route> {} }
        }
    }
}

#[component]
fn Tab(href: &'static str, name: &'static str) -> Element {
    let is_current = use_route::<Route>().path() == href;
    // On a telephone the list may be wider than the window.
    use_effect(use_reactive!(|is_current| {
        if is_current {
            platform::reveal(CURRENT_TAB);
        }
    }));
    rsx! {
        li { id: is_current.then_some(CURRENT_TAB),
            Way { class: "tab", href, is_current, {say(name)} }
        }
    }
}
