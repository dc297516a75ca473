//! *Organization Settings*.

use crate::components::card::{Card, PageHead};
use crate::components::failure::failed;
use crate::components::load::use_loaded;
use crate::words::{role_name, say, say_with};
use dioxus::prelude::*;
use perfil_models::view::{Member, Organization};

/// The page: members and their roles.
#[component]
pub fn OrganizationPage() -> Element {
    let answer = use_loaded::<Organization>()?.answer();
    rsx! {
        div { class: "wide",
            match answer {
                Ok(organization) => rsx! { Members { organization } },
                Err(error) => rsx! {
                    PageHead { title: say("organization-title") }
                    {failed(&error)}
                },
            }
        }
    }
}

#[component]
fn Members(organization: Organization) -> Element {
    let more = organization.more.to_string();
    rsx! {
        PageHead { title: say("organization-title"), lead: organization.name.clone() }
        Card { id: "members-heading", title: say("organization-members"), lead: say("organization-members-lead"),
            table { class: "table", role: "table", aria_labelledby: "members-heading",
                thead { role: "rowgroup",
                    tr { role: "row",
                        th { role: "columnheader", scope: "col", {say("organization-member")} }
                        th { role: "columnheader", scope: "col", {say("organization-role")} }
                        th { role: "columnheader", scope: "col", {say("organization-phone")} }
                    }
                }
                tbody { role: "rowgroup",
                    for member in organization.members.iter() {
                        MemberRow { key: "{member.email}", member: member.clone() }
                    }
                }
            }
            if organization.more > 0 {
                p { class: "hint", {say_with("organization-more", &[("count", &more)])} }
            }
        }
    }
}

/// On a telephone a row becomes a block; its roles are spelt out, because browsers forget that such a block is a row.
#[component]
fn MemberRow(member: Member) -> Element {
    rsx! {
        tr { role: "row",
            th { role: "rowheader", scope: "row",
                span { class: "member-name",
                    bdi { "{member.display_name}" }
                    if member.is_you {
                        span { class: "badge badge-good", {say("organization-you")} }
                    }
                }
                bdi { class: "hint", dir: "ltr", "{member.email}" }
            }
            td { role: "cell", span { class: "badge", {role_name(member.role)} } }
            td { role: "cell", "data-label": say("organization-phone"),
                if member.has_phone {
                    {say("phone-verified")}
                } else {
                    span { class: "muted", {say("organization-phone-none")} }
                }
            }
        }
    }
}
