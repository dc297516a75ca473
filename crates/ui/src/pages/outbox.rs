//! The demo's Outbox: what would have been sent, and buttons that tell what the platform might tell.

use crate::app::frame;
use crate::components::card::{Address, Card, PageHead};
use crate::components::failure::failed;
use crate::components::form::{Hidden, use_form};
use crate::components::icon::{Icon, Shape};
use crate::components::load::use_loaded;
use crate::components::notice::Notice;
use crate::route::Route;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::view::DemoMessage;

/// What can be played, each with the id of its button.
const PLAYS: [(&str, &str); 5] = [
    ("import", "play-import"),
    ("spend", "play-spend"),
    ("top-up", "play-top-up"),
    ("payment-failed", "play-payment-failed"),
    ("invoice", "play-invoice"),
];

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
            if frame().who.read().is_some() {
                Platform {}
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

/// Buttons in a form without script: what follows is told by another page anyway.
#[component]
fn Platform() -> Element {
    let form = use_form("play");
    rsx! {
        Card { id: "play-heading", title: say("play-title"), lead: say("play-lead"),
            Notice { outcome: form.outcome }
            form { class: "actions", method: "post", action: "/forms/play",
                Hidden { name: "form_token", value: frame().page.form_token.clone() }
                for (play , label) in PLAYS {
                    button { key: "{play}", r#type: "submit", class: "button button-secondary", name: "play", value: play,
                        {say(label)}
                    }
                }
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
            p { class: "message-text", dir: "auto",
                for piece in pieces(&message.text) {
                    if is_link(piece) {
                        a { href: piece, "{piece}" }
                    } else {
                        "{piece}"
                    }
                }
            }
        }
    }
}

/// The text cut so that each link stands alone; joined again it is the same.
fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut begin, mut at) = (Vec::new(), 0, 0);
    for word in text.split_inclusive(char::is_whitespace) {
        if is_link(word) {
            let end = at + word.trim_end().len();
            pieces.extend([&text[begin..at], &text[at..end]]);
            begin = end;
        }
        at += word.len();
    }
    pieces.push(&text[begin..]);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn is_link(word: &str) -> bool {
    word.starts_with("http://") || word.starts_with("https://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_stand_alone_and_nothing_is_lost() {
        let text = "Undo it:\nhttp://127.0.0.1:8080/undo?t=abc\n\n-- \nPerfil";
        let link = "http://127.0.0.1:8080/undo?t=abc";
        assert_eq!(pieces(text), ["Undo it:\n", link, "\n\n-- \nPerfil"]);
        assert_eq!(pieces(&format!("{link} {link}")), [link, " ", link]);
        assert_eq!(pieces("no link"), ["no link"]);
    }
}
