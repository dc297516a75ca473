//! The demo's Outbox: what would have been sent.

use crate::components::card::{Address, PageHead};
use crate::components::failure::failed;
use crate::components::icon::{Icon, Shape};
use crate::components::load::use_loaded;
use crate::route::Route;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::view::DemoMessage;

/// The page: messages, the newest first.
#[component]
pub fn OutboxPage() -> Element {
    let mut loaded = use_loaded::<Vec<DemoMessage>>()?;
    let refresh = move |event: MouseEvent| {
        event.prevent_default();
        loaded.restart();
    };
    rsx! {
        div { class: "wide",
            div { class: "head-with-action",
                PageHead { title: say("outbox-title"), lead: say("outbox-lead") }
                a { class: "button button-secondary", href: Route::OutboxPage {}.to_string(), onclick: refresh,
                    {say("outbox-refresh")}
                }
            }
            match loaded.answer() {
                Ok(messages) if messages.is_empty() => rsx! {
                    p { class: "card empty", {say("outbox-empty")} }
                },
                Ok(messages) => rsx! {
                    ol { class: "messages",
                        for (place , message) in messages.iter().enumerate() {
                            Message { key: "{messages.len() - place}", message: message.clone() }
                        }
                    }
                },
                Err(error) => failed(&error),
            }
        }
    }
}

#[component]
fn Message(message: DemoMessage) -> Element {
    let (shape, channel) = match message.channel.as_str() {
        "sms" => (Shape::Phone, say("outbox-sms")),
        _ => (Shape::Mail, say("outbox-email")),
    };
    rsx! {
        li { class: "card message",
            header { class: "message-head",
                span { class: "badge",
                    Icon { shape }
                    "{channel}"
                }
                span {
                    span { class: "muted", {say("outbox-to")} }
                    " "
                    Address { text: message.recipient.clone() }
                }
                time { class: "muted", dir: "ltr", "{message.at}" }
            }
            if let Some(subject) = &message.subject {
                h2 { class: "message-subject", dir: "auto", "{subject}" }
            }
            p { class: "message-text", dir: "auto", "{message.text}" }
        }
    }
}
