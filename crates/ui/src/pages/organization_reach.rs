//! What nobody in the organization would be told about.

use crate::components::icon::{Icon, Shape};
use crate::route::Route;
use crate::words::{say, topic_name};
use dioxus::prelude::*;
use perfil_models::Topic;

/// The topics, and what to do; nothing where everything reaches somebody.
pub fn unreached(topics: &[Topic]) -> Element {
    if topics.is_empty() {
        return rsx! {};
    }
    rsx! {
        div { class: "notice notice-warning",
            Icon { shape: Shape::Alert }
            div {
                p { {say("reach-lead")} }
                ul {
                    for topic in topics {
                        li { {topic_name(*topic)} }
                    }
                }
                p {
                    {say("reach-advice")}
                    " "
                    Link { to: Route::NotificationsPage {}, {say("notifications-title")} }
                }
            }
        }
    }
}
