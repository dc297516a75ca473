//! What happened.

use super::{State, address, call};
use crate::components::card::Card;
use crate::components::icon::{Icon, Shape};
use crate::components::notice::Notice;
use crate::components::way::Way;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::EventKind;
use perfil_models::request::ShowActivity;
use perfil_models::view::{Activity, ActivityFilter, Event};

/// The card. What is wanted may still be on its way; until it is there, what was shown before stays, in grey.
#[component]
pub fn EventsCard(wanted: ShowActivity) -> Element {
    let state: State = use_context();
    let shown = state.shown.read();
    let busy = (state.asking.busy)();
    let has_failed = state.asking.failure.read().is_some();
    let is_other = shown.filter != wanted.filter;
    let days = shown.kept_days.to_string();
    let lead = say_with("activity-events-lead", &[("days", &days), ("zone", &shown.time_zone)]);
    rsx! {
        Card { id: "events-heading", title: say("activity-events-title"), lead,
            Filters { wanted: wanted.filter }
            if wanted.before.is_some() {
                Way { class: "button button-quiet newest", href: address(wanted.filter, None), {say("activity-newest")} }
            }
            div { class: "waiting", role: "status",
                if busy {
                    span { class: "spinner", aria_hidden: "true" }
                    span { {say("loading")} }
                }
            }
            if !(has_failed && is_other) {
                Events { events: shown.events.clone(), busy }
            }
            Notice { outcome: state.asking.failure }
            if has_failed && is_other {
                a { class: "button button-secondary", href: address(wanted.filter, None), {say("try-again")} }
            } else if let Some(more) = shown.more.clone() {
                Older { filter: shown.filter, more, place: shown.events.len() }
            }
        }
    }
}

#[component]
fn Filters(wanted: ActivityFilter) -> Element {
    rsx! {
        nav { aria_label: say("activity-filter"),
            ul { class: "filters",
                for filter in ActivityFilter::ALL {
                    li { key: "{filter.as_str()}",
                        Way { class: "filter", href: address(filter, None), is_current: filter == wanted,
                            {say(label_of(filter))}
                        }
                    }
                }
            }
        }
    }
}

fn label_of(filter: ActivityFilter) -> &'static str {
    match filter {
        ActivityFilter::All => "activity-filter-all",
        ActivityFilter::SignIns => "activity-filter-sign-ins",
        ActivityFilter::Failures => "activity-filter-failures",
        ActivityFilter::Changes => "activity-filter-changes",
    }
}

#[component]
fn Events(events: Vec<Event>, busy: bool) -> Element {
    if events.is_empty() {
        return rsx! {
            p { class: "muted", {say("activity-empty")} }
        };
    }
    rsx! {
        ol { class: "entries", aria_labelledby: "events-heading", aria_busy: busy.then_some("true"),
            for (place , event) in events.into_iter().enumerate() {
                Entry { key: "{place}", place, event }
            }
        }
    }
}

#[component]
fn Entry(place: usize, event: Event) -> Element {
    let network = match &event.network {
        Some(network) => say_with("activity-network", &[("network", network)]),
        None => say("activity-operator"),
    };
    rsx! {
        li { class: "entry", id: "event-{place}", tabindex: "-1",
            Icon { shape: shape_of(event.kind) }
            div { class: "entry-text",
                p { class: "entry-title", {say(event.kind.message_id())} }
                ul { class: "entry-facts in-columns",
                    li { "{event.at}" }
                    li { "{network}" }
                    if !event.detail.is_empty() {
                        li { bdi { "{event.detail}" } }
                    }
                }
            }
        }
    }
}

fn shape_of(kind: EventKind) -> Shape {
    use EventKind::*;
    match kind {
        _ if kind.filter() == ActivityFilter::Failures => Shape::Alert,
        SignedIn => Shape::SignIn,
        SignedOut | SessionRevoked | EveryoneSignedOut => Shape::SignOut,
        PasswordChanged | PasswordResetRequested | PasswordReset | InvitationAccepted => Shape::Lock,
        FactorAdded | FactorRemoved | RecoveryCodesMade | RecoveryCodeUsed => Shape::Key,
        NameChanged | RegionChanged | RoleChanged | Deactivated | Reactivated => Shape::User,
        DataExported | DeletionRequested | DeletionCancelled => Shape::File,
        NotificationsChanged | Unsubscribed => Shape::Bell,
        PhoneChangeRequested | PhoneChangeCancelled | PhoneChanged | PhoneRemoved | PhoneRestored => Shape::Phone,
        _ => Shape::Mail,
    }
}

/// The way to older events; `place` is where they will stand.
#[component]
fn Older(filter: ActivityFilter, more: String, place: usize) -> Element {
    let mut state: State = use_context();
    let href = address(filter, Some(&more));
    let follow = move |()| {
        if *state.asking.busy.peek() {
            return;
        }
        let question = ShowActivity { filter, before: Some(more.clone()) };
        state.asking.ask(call(question), move |older: Activity| {
            let mut shown = state.shown.write();
            shown.events.extend(older.events);
            shown.more = older.more;
            state.added_at.set(Some(place));
        });
    };
    rsx! {
        Way { class: "button button-secondary older", href, onfollow: follow, {say("activity-older")} }
    }
}
