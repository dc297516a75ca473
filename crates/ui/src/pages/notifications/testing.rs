//! Trying whether messages arrive.

use super::State;
use super::delivery::{shape_of, state_badge};
use crate::api::notifications::send_test;
use crate::components::card::{Address, Card};
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Weight, use_form_reporting_to};
use crate::components::icon::Icon;
use crate::components::notice::Notice;
use crate::components::way::Way;
use crate::route::Route;
use crate::words::{channel_name, say, tell};
use dioxus::prelude::*;
use perfil_models::Channel;
use perfil_models::request::SendTest;
use perfil_models::view::Delivery;

/// The card: for each channel where its messages go to, and a test of it.
pub fn deliveries(state: State) -> Element {
    let outcome = use_signal(|| None);
    let channels = Channel::ALL.map(|channel| (channel, use_form_reporting_to("send-test", outcome)));
    let now = state.now.read();
    rsx! {
        Card { id: "test-heading", title: say("test-title"), lead: say("test-lead"),
            ul { class: "entries", aria_labelledby: "test-heading",
                for (channel , form) in channels {
                    li { class: "entry",
                        Icon { shape: shape_of(channel) }
                        div { class: "entry-text",
                            p { class: "entry-title", {channel_name(channel)} }
                            p { class: "muted", {address(state, channel)} }
                            {result(now.tests.iter().find(|test| test.channel == channel))}
                        }
                        if channel == Channel::Email || now.phone.is_some() {
                            {test_form(state, form, channel)}
                        }
                    }
                }
            }
            Notice { outcome }
            p {
                Way { href: "/settings/notifications/history", class: "beside-link", {say("history-link")} }
            }
        }
    }
}

fn address(state: State, channel: Channel) -> Element {
    let now = state.now.read();
    let to = if channel == Channel::Email { Some(now.email.clone()) } else { now.phone.clone() };
    rsx! {
        if let Some(text) = to {
            Address { text }
        } else {
            {say("phone-absent")}
            " "
            Link { to: Route::PhonePage {}, {say("user-phone-add")} }
        }
    }
}

fn result(test: Option<&Delivery>) -> Element {
    rsx! {
        div { class: "test-result", role: "status",
            if let Some(test) = test {
                {state_badge(test.state)}
                span { class: "hint", "{test.at}" }
                if let Some(why) = &test.why {
                    span { class: "hint", {tell(why)} }
                }
            }
        }
    }
}

fn test_form(state: State, form: Form, channel: Channel) -> Element {
    let send = move |_| state.act(form, Box::pin(send_test(SendTest { channel })), "done-send-test");
    rsx! {
        ActionForm { form, id: format!("send-test-{}", channel.as_str()), class: "entry-action", onsend: send,
            Hidden { name: "channel", value: channel.as_str() }
            SubmitButton { form, weight: Weight::Secondary,
                {say("test-button")}
                span { class: "visually-hidden", ": {channel_name(channel)}" }
            }
        }
    }
}
