//! What may be done about a member: another role, no access, access again.

use super::State;
use super::members::entry_of;
use crate::api::Refusal;
use crate::api::organization::{deactivate, reactivate, set_role};
use crate::app::frame;
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed, Weight, use_form_about};
use crate::components::icon::{Icon, Shape};
use crate::components::notice::Notice;
use crate::components::role_field::RoleField;
use crate::platform;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::error::RoleError;
use perfil_models::next::HOME;
use perfil_models::request::{OneMember, SetRole};
use perfil_models::view::{Member, Outcome, Standing};
use perfil_models::{Field, Role, Sentence};
use std::future::Future;
use std::pin::Pin;

/// What opens below the member, and how it went.
#[component]
pub fn Manage(member: Member) -> Element {
    let form = use_form_about("set-role", "user", member.id.as_str());
    let starts_open = use_hook(|| form.outcome.peek().is_some());
    let is_deactivated = member.standing == Standing::Deactivated;
    rsx! {
        details { class: "manage", "name": "manage", "open": starts_open,
            summary { class: Weight::Secondary.class(),
                span { class: "manage-label", {say("organization-manage")} }
                span { class: "visually-hidden", ": {member.display_name}" }
                Icon { shape: Shape::ChevronDown }
            }
            div { class: "manage-forms",
                RoleForm { form, member: member.clone() }
                if is_deactivated {
                    Reactivate { member, report: form }
                } else if !member.is_you {
                    Deactivate { member, report: form }
                }
            }
        }
        Notice { outcome: form.outcome }
    }
}

#[component]
fn RoleForm(form: Form, member: Member) -> Element {
    let state: State = use_context();
    let Member { id, role: now, is_you, .. } = member.clone();
    let send = move |typed: Typed| {
        let role = |name| Role::from_word(&typed.text(name)).unwrap_or(now);
        let request = SetRole { user: id.clone(), was: role("was"), role: role(Field::Role.name()) };
        let email = member.email.clone();
        form.send(set_role(request), move |answer| match answer {
            Ok(()) if is_you => leave(),
            Ok(()) => {
                form.done("done-set-role");
                state.look_again(email);
            }
            Err(RoleError::Stale) => state.look_again(email),
            Err(_) => {}
        });
    };
    rsx! {
        ActionForm { form, class: "form role-form", onsend: send,
            Hidden { name: "user", value: member.id.to_string() }
            Hidden { name: "was", value: now.as_str().to_owned() }
            RoleField {
                form,
                label: say("organization-role"),
                hint: is_you.then(|| say("organization-role-yourself")),
                roles: Role::ALL.to_vec(),
                start: now,
            }
            SubmitButton { form, weight: Weight::Secondary, {say("organization-role-button")} }
        }
    }
}

/// Whoever gave the own role away has no more to do here.
fn leave() {
    spawn(async {
        frame().ask_who().await;
        frame().leave_flash("set-role", Outcome::Done(Sentence::new("done-set-role")), "");
        navigator().replace(HOME);
    });
}

/// A server function that takes a member's access away or gives it back.
type Call = Pin<Box<dyn Future<Output = Result<(), Refusal<RoleError>>>>>;

/// Sends `call` by `form`; what was done is said by `report`, which stays when `form` goes.
fn send(state: State, form: Form, report: Form, member: &Member, call: Call, done: &'static str) {
    let Member { id, email, .. } = member.clone();
    form.send(call, move |answer| {
        if answer.is_ok() {
            report.done(done);
            platform::focus(&entry_of(&id));
            state.look_again(email);
        }
    });
}

/// With a step in between, which needs no script.
#[component]
fn Deactivate(member: Member, report: Form) -> Element {
    let state: State = use_context();
    let form = use_form_about("deactivate-member", "user", member.id.as_str());
    let starts_open = use_hook(|| form.outcome.peek().is_some());
    let user = member.id.clone();
    let name = member.display_name.clone();
    let onsend = move |_| {
        let call = Box::pin(deactivate(OneMember { user: member.id.clone() }));
        send(state, form, report, &member, call, "done-deactivate-member");
    };
    rsx! {
        details { class: "disclosure", "open": starts_open,
            summary {
                {say("organization-deactivate-title")}
                span { class: "visually-hidden", ": {name}" }
            }
            ActionForm { form, onsend,
                Hidden { name: "user", value: user.to_string() }
                p { class: "hint", {say("organization-deactivate-lead")} }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, weight: Weight::Danger, {say("organization-deactivate-button")} }
                }
            }
        }
    }
}

#[component]
fn Reactivate(member: Member, report: Form) -> Element {
    let state: State = use_context();
    let form = use_form_about("reactivate-member", "user", member.id.as_str());
    let user = member.id.clone();
    let onsend = move |_| {
        let call = Box::pin(reactivate(OneMember { user: member.id.clone() }));
        send(state, form, report, &member, call, "done-reactivate-member");
    };
    rsx! {
        ActionForm { form, onsend,
            Hidden { name: "user", value: user.to_string() }
            p { class: "hint", {say("organization-reactivate-lead")} }
            Notice { outcome: form.outcome }
            div { class: "actions",
                SubmitButton { form, weight: Weight::Secondary, {say("organization-reactivate-button")} }
            }
        }
    }
}
