//! The parts of a card about a change that waits.

use super::{Contact, ContactState, Waiting};
use crate::app::frame;
use crate::components::account::use_account;
use crate::components::countdown::{TimeLeft, use_seconds_since};
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Weight, use_form_reporting_to};
use crate::platform;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::view::Outcome;

/// How long the link or code still works, and that it does no more.
#[component]
pub fn TimeLeftOf(waiting: Waiting) -> Element {
    let passed = use_seconds_since(use_account().heard_at);
    let left = waiting.expires_in.saturating_sub(passed());
    let expired = match waiting.contact {
        Contact::Email => "email-expired",
        Contact::Phone => "phone-expired",
    };
    rsx! {
        span {
            if left > 0 {
                {say("pending-time-left")}
                " "
                TimeLeft { seconds: left }
            }
            span { class: "doubt", role: "status",
                if left == 0 {
                    {say(expired)}
                }
            }
        }
    }
}

/// Sends the link or code again, as soon as and as often as that is allowed.
#[component]
pub fn Resend(waiting: Waiting, state: ContactState, outcome: Signal<Option<Outcome>>) -> Element {
    let (name, label, done) = match waiting.contact {
        Contact::Email => ("resend-email-link", "email-resend-button", "done-resend-email-link"),
        Contact::Phone => ("resend-phone-code", "phone-resend-button", "done-resend-phone-code"),
    };
    let shared = use_account();
    let form = use_form_reporting_to(name, outcome);
    let passed = use_seconds_since(shared.heard_at);
    let is_over = waiting.expires_in <= passed();
    let resend_in = waiting.resend_in.saturating_sub(passed());
    let resends = waiting.resends_left.to_string();
    let send = {
        let (contact, change) = (waiting.contact, waiting.change.clone());
        move |_| {
            form.send(contact.resend(change.clone()), move |answer| match answer {
                Ok(account) => {
                    shared.replace(account);
                    form.done(done);
                    platform::focus("validate-phone-code");
                }
                Err(error) => state.look_again(shared, &error),
            });
        }
    };
    rsx! {
        ActionForm { form, class: "inline-form", onsend: send,
            Hidden { name: "change", value: waiting.change.to_string() }
            SubmitButton {
                form,
                weight: Weight::Secondary,
                disabled: (frame().hydrated)() && (is_over || resend_in > 0 || waiting.resends_left == 0),
                {say(label)}
            }
            p { class: "hint",
                if resend_in > 0 && waiting.resends_left > 0 {
                    {say("pending-resend-in")}
                    " "
                    TimeLeft { seconds: resend_in }
                    " · "
                }
                {say_with("pending-resends-left", &[("count", &resends)])}
            }
        }
    }
}

/// *Wrong number?* or *Wrong address?* goes back to the form with it in the field; *Cancel* gives the change up.
#[component]
pub fn GiveUp(waiting: Waiting, state: ContactState, outcome: Signal<Option<Outcome>>) -> Element {
    let form = use_form_reporting_to(waiting.contact.cancel_form(), outcome);
    let wrong = match waiting.contact {
        Contact::Email => "email-wrong-address",
        Contact::Phone => "phone-wrong-number",
    };
    rsx! {
        div { class: "inline-forms",
            CancelForm { form, waiting: waiting.clone(), state, keeps_it: true, label: say(wrong) }
            CancelForm { form, waiting, state, label: say("pending-cancel") }
        }
    }
}

/// Gives a change up; `keeps_it` for the form that follows.
#[component]
pub fn CancelForm(
    form: Form,
    waiting: Waiting,
    state: ContactState,
    #[props(default)] keeps_it: bool,
    label: String,
) -> Element {
    let shared = use_account();
    let change = waiting.change.to_string();
    let id = if keeps_it { "wrong-contact" } else { form.name };
    let send = move |_| {
        let Waiting { contact, change, to, country, .. } = waiting.clone();
        let mut state = state;
        form.send(contact.cancel(change), move |answer| match answer {
            Ok(account) => {
                if keeps_it {
                    state.wrong.set(Some((country, to)));
                }
                shared.replace(account);
                if !keeps_it {
                    state.done(contact.cancelled());
                }
            }
            Err(error) => state.look_again(shared, &error),
        });
    };
    rsx! {
        ActionForm { form, id, class: "inline-form", onsend: send,
            Hidden { name: "change", value: change }
            SubmitButton { form, weight: Weight::Quiet, "{label}" }
        }
    }
}
