//! How to be told about requests for roles.

use super::State;
use super::channels::{channel_table, ticked};
use crate::api::notifications::change_organization_notifications;
use crate::components::card::Card;
use crate::components::form::{ActionForm, Hidden, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::request::ChangeOrganizationNotifications;
use perfil_models::{Channels, Topic};

const HEADING: &str = "role-requests-heading";

#[component]
pub fn OrganizationCard(chosen: Channels) -> Element {
    let state: State = use_context();
    let form = use_form("organization-notifications");
    let send = move |typed: Typed| {
        let Channels { email, sms } = ticked(&typed, Topic::RoleRequests);
        let request = ChangeOrganizationNotifications { email, sms, version: state.now.peek().version };
        state.save(form, Box::pin(change_organization_notifications(request)), "done-organization-notifications");
    };
    rsx! {
        Card { id: HEADING, title: say("user-organization"), lead: say("role-requests-lead"),
            ActionForm { form, onsend: send,
                Hidden { name: "version", value: state.now.read().version.to_string() }
                {channel_table(state, form, HEADING, vec![(Topic::RoleRequests, chosen)])}
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("notifications-button")} }
                }
            }
        }
    }
}
