//! Who is in the organization.

use super::manage::Manage;
use super::{SEARCH, State, address, call};
use crate::app::frame;
use crate::components::avatar::Avatar;
use crate::components::card::{Address, Card};
use crate::components::form::{Typed, Weight};
use crate::components::notice::Notice;
use crate::components::way::Way;
use crate::words::{role_name, say, say_with};
use dioxus::prelude::*;
use perfil_models::UserId;
use perfil_models::request::ShowMembers;
use perfil_models::view::{Flash, Member, Organization, Standing};

/// The forms of a row: what came of them without script is said in the row where there is one, else above the list.
const FORMS: [&str; 3] = ["set-role", "deactivate-member", "reactivate-member"];

/// The card. Who is wanted may still be on the way; until they are there, who was shown before stays, in grey.
#[component]
pub fn MembersCard(wanted: ShowMembers) -> Element {
    let state: State = use_context();
    let shown = state.shown.read();
    let above = use_hook(|| {
        let flash = frame().take_flash(|flash| FORMS.contains(&flash.form.as_str()) && !has_row(&shown.members, flash));
        Signal::new(flash.map(|flash| flash.outcome.beside_no_field()))
    });
    let has_failed = state.asking.failure.read().is_some();
    let is_other = shown.search != wanted.search;
    let is_part = !wanted.search.is_empty() || wanted.after.is_some();
    let lead = say_with("organization-members-lead", &[("zone", &shown.time_zone)]);
    rsx! {
        Card { id: "members-heading", title: say("organization-members"), lead,
            Notice { outcome: above }
            Search { wanted: wanted.search.clone() }
            div { class: "members-status",
                Status {}
                if is_part {
                    Way { class: "button button-quiet", href: address("", None), {say("organization-everybody")} }
                }
            }
            if !(has_failed && is_other) {
                Members {}
            }
            Notice { outcome: state.asking.failure }
            if has_failed && is_other {
                a { class: "button button-secondary older", href: address(&wanted.search, None), {say("try-again")} }
            } else if let Some(more) = shown.more.clone() {
                More { search: shown.search.clone(), more }
            }
        }
    }
}

fn has_row(members: &[Member], flash: &Flash) -> bool {
    let is_about = |member: &Member| flash.typed.iter().any(|(name, id)| name == "user" && id == member.id.as_str());
    members.iter().any(is_about)
}

/// The search box: with script the members change, without it the browser goes to the same address.
#[component]
fn Search(wanted: String) -> Element {
    let navigator = use_navigator();
    let start = use_hook(|| wanted);
    let search = move |event: FormEvent| {
        event.prevent_default();
        navigator.push(address(Typed::of(&event).text("search").trim(), None));
    };
    rsx! {
        form { class: "search", role: "search", method: "get", action: "/organization", onsubmit: search,
            label { class: "visually-hidden", r#for: SEARCH, {say("organization-search")} }
            input {
                id: SEARCH,
                class: "input",
                r#type: "search",
                name: "search",
                "value": start,
                placeholder: say("organization-search"),
                autocomplete: "off",
                autocapitalize: "none",
                spellcheck: "false",
                maxlength: "200",
            }
            button { r#type: "submit", class: Weight::Secondary.class(), {say("organization-search-button")} }
            a { class: "button button-primary", href: "#invite-email", {say("invite-title")} }
        }
    }
}

/// How many are shown, or that others are on their way.
#[component]
fn Status() -> Element {
    let state: State = use_context();
    let shown = state.shown.read();
    let count = shown.members.len().to_string();
    rsx! {
        div { role: "status",
            if (state.asking.busy)() {
                span { {say("loading")} }
            } else if shown.search.is_empty() {
                span { {say_with("organization-shown", &[("count", &count)])} }
            } else {
                span { {say_with("organization-found", &[("search", &shown.search), ("count", &count)])} }
            }
        }
    }
}

#[component]
fn Members() -> Element {
    let state: State = use_context();
    let shown = state.shown.read();
    let busy = (state.asking.busy)();
    if shown.members.is_empty() {
        return rsx! {
            p { class: "muted", {say("organization-nobody")} }
        };
    }
    rsx! {
        ul { class: "entries", aria_labelledby: "members-heading", aria_busy: busy.then_some("true"),
            for member in shown.members.iter() {
                MemberEntry { key: "{member.id}", member: member.clone(), may_manage: shown.may_edit_roles }
            }
        }
    }
}

/// The id of the element of that member.
pub fn entry_of(member: &UserId) -> String {
    format!("member-{member}")
}

#[component]
fn MemberEntry(member: Member, may_manage: bool) -> Element {
    let phone = if member.has_phone { "organization-phone-verified" } else { "organization-phone-none" };
    let last_seen = member.last_seen.as_ref().map(|when| say_with("organization-last-seen", &[("when", when)]));
    let id = entry_of(&member.id);
    rsx! {
        li { class: "entry member", id, tabindex: "-1",
            Avatar { name: member.display_name.clone() }
            div { class: "entry-text",
                p { class: "entry-title",
                    bdi { "{member.display_name}" }
                    {badges(&member)}
                }
                p { class: "hint", Address { text: member.email.clone() } }
                ul { class: "entry-facts in-columns",
                    if let Some(last_seen) = last_seen {
                        li { "{last_seen}" }
                    }
                    li { {say(phone)} }
                }
            }
            span { class: "badge member-role", {role_name(member.role)} }
            if may_manage {
                Manage { member }
            }
        }
    }
}

fn badges(member: &Member) -> Element {
    let standing = match member.standing {
        Standing::Deactivated => Some("organization-deactivated"),
        Standing::Invited => Some("organization-not-signed-in"),
        Standing::Active if member.last_seen.is_none() => Some("organization-not-signed-in"),
        Standing::Active => None,
    };
    rsx! {
        if member.is_you {
            span { class: "badge badge-good", {say("organization-you")} }
        }
        if let Some(standing) = standing {
            span { class: "badge badge-waiting", {say(standing)} }
        }
    }
}

/// The way to further members, who are added to those shown.
#[component]
fn More(search: String, more: String) -> Element {
    let mut state: State = use_context();
    let href = address(&search, Some(&more));
    let follow = move |()| {
        if *state.asking.busy.peek() {
            return;
        }
        let question = ShowMembers { search: search.clone(), after: Some(more.clone()) };
        state.asking.ask(call(question), move |further: Organization| {
            let first = further.members.first().map(|member| entry_of(&member.id));
            let mut shown = state.shown.write();
            shown.members.extend(further.members);
            shown.more = further.more;
            state.added_at.set(first);
        });
    };
    rsx! {
        Way { class: "button button-secondary older", href, onfollow: follow, {say("organization-more")} }
    }
}
