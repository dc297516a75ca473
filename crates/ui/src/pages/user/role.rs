//! The role, and asking the Owner for another one.

use crate::api::organization::{ask_role, withdraw_role_request};
use crate::components::account::use_account;
use crate::components::card::{Card, Fact};
use crate::components::field::TextArea;
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed, Weight, use_form_reporting_to};
use crate::components::notice::Notice;
use crate::components::role_field::RoleField;
use crate::route::Route;
use crate::words::{role_name, say, say_with};
use dioxus::prelude::*;
use perfil_models::error::RoleError;
use perfil_models::request::{AskRole, OneRoleRequest};
use perfil_models::view::{Account, AskedRole};
use perfil_models::{Field, Reason, Role};

#[component]
pub fn RoleCard(account: Account) -> Element {
    let outcome = use_signal(|| None);
    let ask = use_form_reporting_to("ask-role", outcome);
    let withdraw = use_form_reporting_to("withdraw-role-request", outcome);
    let is_owner = account.role == Role::Owner;
    let note = say(if is_owner { "user-role-note-owner" } else { "user-role-note" });
    rsx! {
        Card { id: "role-heading", title: say("user-role-title"),
            dl { class: "facts",
                Fact { name: say("user-role"), note,
                    span { class: "badge", {role_name(account.role)} }
                    if is_owner {
                        Link { class: "fact-link", to: Route::organization().path(), {say("menu-organization")} }
                    }
                }
                Fact { name: say("user-organization"),
                    span { "{account.organization}" }
                }
            }
            Notice { outcome }
            if let Some(asked) = account.asked_role {
                {waiting(withdraw, asked)}
            } else if !is_owner {
                Ask { form: ask, role: account.role }
            }
        }
    }
}

/// What was asked, and how to take it back.
fn waiting(form: Form, asked: AskedRole) -> Element {
    let shared = use_account();
    let AskedRole { request, role } = asked;
    let id = request.to_string();
    let send = move |_| {
        let request = OneRoleRequest { request: request.clone() };
        form.send(withdraw_role_request(request), move |answer| match answer {
            Ok(account) => {
                shared.replace(account);
                form.done("done-withdraw-role-request");
            }
            Err(_) => shared.refresh(),
        });
    };
    rsx! {
        ActionForm { form, onsend: send,
            Hidden { name: "request", value: id }
            p { {say_with("role-request-waits", &[("role", &role_name(role))])} }
            div { class: "actions",
                SubmitButton { form, weight: Weight::Secondary, {say("role-request-withdraw")} }
            }
        }
    }
}

#[component]
fn Ask(form: Form, role: Role) -> Element {
    let shared = use_account();
    let starts_open = use_hook(|| form.typed(Field::Reason.name()).is_some());
    let roles: Vec<Role> = Role::ALL.into_iter().rev().filter(|other| *other != role).collect();
    let start = roles[0];
    let send = move |typed: Typed| {
        let role = Role::from_word(&typed.text(Field::Role.name())).unwrap_or(start);
        let request = AskRole { role, reason: typed.text(Field::Reason.name()) };
        form.send(ask_role(request), move |answer| match answer {
            Ok(account) => {
                shared.replace(account);
                form.done("done-ask-role");
            }
            Err(RoleError::AskedBefore | RoleError::Unchanged) => shared.refresh(),
            Err(_) => {}
        });
    };
    rsx! {
        details { class: "disclosure disclosure-quiet", "open": starts_open,
            summary { {say("role-request-title")} }
            ActionForm { form, onsend: send,
                RoleField { form, label: say("user-role"), roles, start }
                TextArea {
                    form,
                    field: Field::Reason,
                    label: say("role-request-reason"),
                    hint: say("role-request-reason-hint"),
                    max: Reason::MAX_CHARS,
                }
                div { class: "actions",
                    SubmitButton { form, {say("role-request-button")} }
                }
            }
        }
    }
}
