//! *Changes*: what was changed in the organization, who made it and whom it concerns.

use crate::api::Refusal;
use crate::api::organization::audit;
use crate::components::card::{Card, PageHead};
use crate::components::failure::failed;
use crate::components::icon::{Icon, Shape};
use crate::components::load::{Content, Loading, use_loaded_by};
use crate::route::narrowed;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::AuditKind;
use perfil_models::request::ShowAudit;
use perfil_models::view::{Audit, AuditEntry, AuditFilter};

const PAGE: &str = "/organization/changes";
const FILE: &str = "/organization/changes.csv";
const HEADING: &str = "changes-heading";

/// The page; `filter` and `before` are empty for the newest of all changes. Others are pages of their own, loaded afresh.
#[component]
pub fn ChangesPage(filter: String, before: String) -> Element {
    let is_newest = before.is_empty();
    let loaded = use_loaded_by::<Audit>(|| {
        let filter = AuditFilter::from_word(&filter);
        let question = ShowAudit { filter, before: Some(before).filter(|before| !before.is_empty()) };
        Box::new(move || call(question.clone()))
    })?;
    rsx! {
        div { class: "wide",
            match loaded.answer() {
                Ok(audit) => card(&audit, is_newest),
                Err(error) => failed(&error),
            }
        }
    }
}

fn call(question: ShowAudit) -> Loading {
    Box::pin(async { audit(question).await.map(Content::Audit).map_err(|Refusal(error)| error) })
}

fn card(audit: &Audit, is_newest: bool) -> Element {
    let lead = say_with("changes-card-lead", &[("zone", &audit.time_zone)]);
    rsx! {
        PageHead { title: say("changes-title") }
        Card { id: HEADING, title: say("changes-card-title"), lead,
            {filters(audit.filter)}
            if !is_newest {
                a { class: "button button-quiet newest", href: address(PAGE, audit.filter, None), {say("activity-newest")} }
            }
            if audit.entries.is_empty() {
                p { class: "muted", {say("changes-empty")} }
            } else {
                ol { class: "entries", aria_labelledby: HEADING,
                    for entry in audit.entries.iter() {
                        {one(entry)}
                    }
                }
            }
            div { class: "actions",
                if let Some(more) = &audit.more {
                    a { class: "button button-secondary", href: address(PAGE, audit.filter, Some(more)), {say("activity-older")} }
                }
                a { class: "button button-quiet", href: address(FILE, audit.filter, None), {say("changes-download")} }
            }
        }
    }
}

fn address(path: &str, filter: AuditFilter, before: Option<&str>) -> String {
    let filter = (filter != AuditFilter::All).then(|| filter.as_str());
    narrowed(path, [("filter", filter), ("before", before)])
}

fn filters(shown: AuditFilter) -> Element {
    rsx! {
        nav { aria_label: say("activity-filter"),
            ul { class: "filters",
                for filter in AuditFilter::ALL {
                    li {
                        a { class: "filter", href: address(PAGE, filter, None), aria_current: (filter == shown).then_some("page"),
                            {say(label_of(filter))}
                        }
                    }
                }
            }
        }
    }
}

fn label_of(filter: AuditFilter) -> &'static str {
    match filter {
        AuditFilter::All => "activity-filter-all",
        AuditFilter::Roles => "changes-filter-roles",
        AuditFilter::Members => "changes-filter-members",
        AuditFilter::Organization => "changes-filter-organization",
    }
}

fn one(entry: &AuditEntry) -> Element {
    let shape = match entry.kind.filter() {
        AuditFilter::Roles => Shape::Key,
        AuditFilter::Organization => Shape::Building,
        _ => Shape::User,
    };
    rsx! {
        li { class: "entry",
            Icon { shape }
            div { class: "entry-text",
                p { class: "entry-title", {say(entry.kind.message_id())} }
                ul { class: "entry-facts in-row",
                    for fact in [subject_of(entry), change_of(entry), author_of(entry), entry.at.clone()] {
                        if !fact.is_empty() {
                            li { bdi { "{fact}" } }
                        }
                    }
                }
            }
        }
    }
}

/// Whom the change concerns; empty: the organization itself.
fn subject_of(entry: &AuditEntry) -> String {
    use AuditKind::*;
    match entry.kind {
        _ if !entry.subject.is_empty() || entry.kind.filter() == AuditFilter::Organization => entry.subject.clone(),
        Invited | InvitedAgain | InvitationRevoked => say("changes-former-address"),
        _ => say("changes-former-member"),
    }
}

fn change_of(entry: &AuditEntry) -> String {
    let (before, after) = (&entry.before, &entry.after);
    if before.is_empty() || after.is_empty() {
        return format!("{before}{after}");
    }
    say_with("changes-from-to", &[("before", before), ("after", after)])
}

fn author_of(entry: &AuditEntry) -> String {
    match (&entry.actor, &entry.by) {
        (None, by) => say(by.as_deref().unwrap_or_default()),
        (Some(name), _) if name.is_empty() => say_with("changes-by", &[("name", &say("changes-former-member"))]),
        (Some(name), _) => say_with("changes-by", &[("name", name)]),
    }
}
