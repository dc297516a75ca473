//! What was sent, or why not.

use super::delivery::{shape_of, state_badge};
use crate::api::Refusal;
use crate::api::notifications::notification_history;
use crate::components::card::{Address, Card, PageHead};
use crate::components::failure::failed;
use crate::components::icon::Icon;
use crate::components::load::{Content, Loading, use_loaded_by};
use crate::components::way::Way;
use crate::words::{channel_name, say, say_with, tell};
use dioxus::prelude::*;
use perfil_models::request::ShowNotifications;
use perfil_models::view::{Delivery, NotificationHistory};

const PAGE: &str = "/settings/notifications";
const NEWEST: &str = "/settings/notifications/history";
const HEADING: &str = "history-heading";

/// The page; `before` is empty for the newest messages. Older and newer ones are pages of their own, loaded afresh.
#[component]
pub fn NotificationHistoryPage(before: String) -> Element {
    let is_newest = before.is_empty();
    let loaded = use_loaded_by::<NotificationHistory>(|| {
        let question = ShowNotifications { before: Some(before).filter(|before| !before.is_empty()) };
        Box::new(move || call(question.clone()))
    })?;
    match loaded.answer() {
        Ok(history) => card(&history, is_newest),
        Err(error) => failed(&error),
    }
}

fn call(question: ShowNotifications) -> Loading {
    Box::pin(async {
        let answer = notification_history(question).await;
        answer.map(Content::NotificationHistory).map_err(|Refusal(error)| error)
    })
}

fn card(history: &NotificationHistory, is_newest: bool) -> Element {
    let days = history.kept_days.to_string();
    let lead = say_with("history-lead", &[("days", &days), ("zone", &history.time_zone)]);
    rsx! {
        PageHead { title: say("history-title"),
            p {
                Way { href: PAGE, class: "beside-link", {say("history-back")} }
            }
        }
        Card { id: HEADING, title: say("history-card-title"), lead,
            if !is_newest {
                a { class: "button button-quiet newest", href: NEWEST, {say("activity-newest")} }
            }
            if history.entries.is_empty() {
                p { class: "muted", {say("history-empty")} }
            } else {
                ol { class: "entries", aria_labelledby: HEADING,
                    for delivery in history.entries.iter() {
                        {entry(delivery)}
                    }
                }
            }
            if let Some(more) = &history.more {
                a { class: "button button-secondary older", href: "{NEWEST}?before={more}", {say("activity-older")} }
            }
        }
    }
}

fn entry(delivery: &Delivery) -> Element {
    rsx! {
        li { class: "entry",
            Icon { shape: shape_of(delivery.channel) }
            div { class: "entry-text",
                p { class: "entry-title",
                    span { {tell(&delivery.what)} }
                    {state_badge(delivery.state)}
                }
                ul { class: "entry-facts in-columns",
                    li { "{delivery.at}" }
                    li {
                        {channel_name(delivery.channel)}
                        " "
                        Address { text: delivery.to.clone() }
                    }
                }
                if let Some(why) = &delivery.why {
                    p { class: "hint", {tell(why)} }
                }
            }
        }
    }
}
