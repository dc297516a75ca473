//! What each role may do.

use crate::components::card::Card;
use crate::components::icon::{Icon, Shape};
use crate::words::{role_name, say, say_with};
use dioxus::prelude::*;
use perfil_models::{Permission, Role};

/// On a telephone a row becomes a block; its roles are spelt out, because browsers forget that such a block is a row.
#[component]
pub fn RolesCard() -> Element {
    rsx! {
        Card { id: "roles-heading", title: say("roles-title"), lead: say("roles-lead"),
            table { class: "table permissions", role: "table", aria_labelledby: "roles-heading",
                thead { role: "rowgroup",
                    tr { role: "row",
                        th { role: "columnheader", scope: "col",
                            span { class: "visually-hidden", {say("roles-permission")} }
                        }
                        for role in Role::ALL {
                            th { role: "columnheader", scope: "col", {role_name(role)} }
                        }
                    }
                }
                tbody { role: "rowgroup",
                    for permission in Permission::ALL {
                        tr { role: "row",
                            th { role: "rowheader", scope: "row", {say(label_of(permission))} }
                            for role in Role::ALL {
                                td { role: "cell", "data-label": role_name(role), {may(role, permission)} }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn label_of(permission: Permission) -> &'static str {
    match permission {
        Permission::Billing => "permission-billing",
        Permission::ViewOrganization => "permission-view-organization",
        Permission::Invite => "permission-invite",
        Permission::EditRoles => "permission-edit-roles",
        Permission::ManageKeys => "permission-manage-keys",
        Permission::EditOrganization => "permission-edit-organization",
    }
}

fn may(role: Role, permission: Permission) -> Element {
    if !role.may(permission) {
        return rsx! {
            span { class: "muted", aria_hidden: "true", "–" }
            span { class: "visually-hidden", {say("permission-no")} }
        };
    }
    let into = role.invites_into();
    let only = into.first().filter(|_| permission == Permission::Invite && into.len() < Role::ALL.len());
    rsx! {
        span { class: "permitted",
            Icon { shape: Shape::Check }
            match only {
                Some(only) => rsx! {
                    span { {say_with("permission-only-as", &[("role", &role_name(*only))])} }
                },
                None => rsx! {
                    span { class: "visually-hidden", {say("permission-yes")} }
                },
            }
        }
    }
}
