//! A table to tick: what one is told about, and by which channel.

use super::State;
use crate::components::field::field_error;
use crate::components::form::{Form, Typed};
use crate::route::Route;
use crate::words::{channel_name, say, topic_name};
use dioxus::prelude::*;
use perfil_models::{Channel, Channels, Field, Topic};

/// What its boxes are called in the form.
fn input_name(topic: Topic, channel: Channel) -> &'static str {
    match (topic, channel) {
        (Topic::ContactImports | Topic::RoleRequests, Channel::Email) => "email",
        (Topic::ContactImports | Topic::RoleRequests, Channel::Sms) => "sms",
        (Topic::Payments, Channel::Email) => "payments_email",
        (Topic::Payments, Channel::Sms) => "payments_sms",
        (Topic::Invoices, Channel::Email) => "invoices_email",
        (Topic::Invoices, Channel::Sms) => "invoices_sms",
        (Topic::LowCredit, Channel::Email) => "low_credit_email",
        (Topic::LowCredit, Channel::Sms) => "low_credit_sms",
    }
}

fn hint_of(topic: Topic) -> &'static str {
    match topic {
        Topic::ContactImports => "topic-contact-imports-hint",
        Topic::Payments => "topic-payments-hint",
        Topic::Invoices => "topic-invoices-hint",
        Topic::LowCredit => "topic-low-credit-hint",
        Topic::RoleRequests => "topic-role-requests-hint",
    }
}

/// What is ticked for the topic.
pub fn ticked(typed: &Typed, topic: Topic) -> Channels {
    let is_ticked = |channel| typed.ticked(input_name(topic, channel));
    Channels { email: is_ticked(Channel::Email), sms: is_ticked(Channel::Sms) }
}

/// The table, what is wrong with it, and how to get text messages where there is no number for them. `rows` are only
/// what the boxes start with: what is ticked stays in the page.
pub fn channel_table(state: State, form: Form, label: &'static str, rows: Vec<(Topic, Channels)>) -> Element {
    let starts = use_hook(|| {
        let start = |(topic, saved): (Topic, Channels)| {
            (topic, Channel::ALL.map(|channel| form.ticked(input_name(topic, channel), saved.has(channel))))
        };
        rows.into_iter().map(start).collect::<Vec<_>>()
    });
    let has_phone = state.now.read().phone.is_some();
    rsx! {
        table { class: "channels", aria_labelledby: label,
            thead {
                tr {
                    th { scope: "col",
                        span { class: "visually-hidden", {say("channels-topic")} }
                    }
                    for channel in Channel::ALL {
                        th { scope: "col", id: column_id(form, channel), {channel_name(channel)} }
                    }
                }
            }
            tbody {
                for (topic , starts) in starts {
                    {topic_row(form, topic, starts, has_phone)}
                }
            }
        }
        {field_error(form, Field::Sms, form.id_of(Field::Sms.name()))}
        {field_error(form, Field::LowCredit, form.id_of(Field::LowCredit.name()))}
        if !has_phone {
            p { class: "hint",
                {say("channels-no-phone")}
                " "
                Link { to: Route::PhonePage {}, {say("user-phone-add")} }
            }
        }
    }
}

fn topic_row(form: Form, topic: Topic, starts: [bool; 2], has_phone: bool) -> Element {
    let id = form.id_of(topic.as_str());
    rsx! {
        tr {
            th { scope: "row",
                span { class: "topic", id: id.clone(), {topic_name(topic)} }
                p { class: "hint", {say(hint_of(topic))} }
            }
            for (channel , start) in Channel::ALL.into_iter().zip(starts) {
                td {
                    label { class: "check",
                        input {
                            r#type: "checkbox",
                            name: input_name(topic, channel),
                            value: "true",
                            "checked": start,
                            disabled: channel == Channel::Sms && !has_phone,
                            aria_labelledby: "{id} {column_id(form, channel)}",
                        }
                    }
                }
            }
        }
    }
}

fn column_id(form: Form, channel: Channel) -> String {
    form.id_of(&format!("by-{}", channel.as_str()))
}
