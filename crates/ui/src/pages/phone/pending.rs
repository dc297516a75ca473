//! A change that waits for its code.

use super::PhoneState;
use crate::api::phone::{cancel_phone_change, resend_phone_code, validate_phone};
use crate::app::frame;
use crate::components::account::{SharedAccount, use_account};
use crate::components::card::{Card, Number};
use crate::components::code_field::CodeField;
use crate::components::countdown::{Clock, use_seconds_since};
use crate::components::field::PasswordField;
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed, Weight, use_form_reporting_to};
use crate::components::notice::Notice;
use crate::platform;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::error::PhoneError;
use perfil_models::request::{PendingChange, ValidatePhone};
use perfil_models::view::{Outcome, PendingPhone};
use perfil_models::{Explain, Field};

#[component]
pub fn PendingPhoneCard(pending: PendingPhone) -> Element {
    let outcome = use_signal(|| None);
    let passed = use_seconds_since(use_account().heard_at);
    let came_by_script = use_hook(|| *frame().hydrated.peek());
    use_effect(move || {
        if came_by_script {
            platform::focus("validate-phone-code");
        }
    });
    let left = pending.expires_in.saturating_sub(passed());
    let resend_in = pending.resend_in.saturating_sub(passed());
    rsx! {
        Card { id: "pending-heading", title: say("phone-pending-title"),
            p { class: "pending-to", {say("phone-pending-lead")} " " strong { Number { text: pending.display.clone() } } }
            Validation { pending: pending.clone(), left, outcome }
            Notice { outcome }
            div { class: "pending-others",
                Resend { pending: pending.clone(), resend_in, is_over: left == 0, outcome }
                GiveUp { pending, outcome }
            }
        }
    }
}

#[component]
fn Validation(pending: PendingPhone, left: u32, outcome: Signal<Option<Outcome>>) -> Element {
    let shared = use_account();
    let state: PhoneState = use_context();
    let form = use_form_reporting_to("validate-phone", outcome);
    let send = {
        let change = pending.change.clone();
        move |typed: Typed| {
            let request = ValidatePhone {
                change: change.clone(),
                code: typed.secret(Field::Code),
                password: typed.secret(Field::Password),
            };
            form.send(validate_phone(request), move |answer| match answer {
                Ok(account) => {
                    shared.replace(account);
                    state.done("done-validate-phone");
                }
                Err(error) => look_again(shared, state, error),
            });
        }
    };
    let attempts = pending.attempts_left.to_string();
    rsx! {
        ActionForm { form, onsend: send,
            Hidden { name: "change", value: pending.change.to_string() }
            CodeField { form, submits_itself: !pending.elsewhere }
            ul { class: "pending-state",
                li {
                    if left > 0 {
                        {say("phone-time-left")}
                        " "
                        Clock { seconds: left }
                    }
                    span { class: "doubt", role: "status",
                        if left == 0 {
                            {say("phone-expired")}
                        }
                    }
                }
                li { {say_with("phone-attempts-left", &[("count", &attempts)])} }
            }
            if pending.elsewhere {
                PasswordField {
                    form,
                    field: Field::Password,
                    label: say("phone-password"),
                    hint: say("phone-elsewhere"),
                }
            }
            div { class: "actions",
                SubmitButton { form, {say("phone-validate-button")} }
            }
        }
    }
}

/// After a refusal the card may be out of date: fewer attempts, no longer pending, a password needed.
fn look_again(mut shared: SharedAccount, state: PhoneState, error: PhoneError) {
    match error {
        PhoneError::WrongCode { attempts_left } => {
            shared.change_pending(|pending| pending.attempts_left = attempts_left)
        }
        PhoneError::PasswordNeeded => shared.change_pending(|pending| pending.elsewhere = true),
        PhoneError::NotPending | PhoneError::NoAttemptsLeft | PhoneError::Expired => {
            state.report(Outcome::Refused(error.sentence(), None));
            shared.refresh();
        }
        PhoneError::NoResendsLeft | PhoneError::ResendTooSoon { .. } => shared.refresh(),
        _ => {}
    }
}

#[component]
fn Resend(pending: PendingPhone, resend_in: u32, is_over: bool, outcome: Signal<Option<Outcome>>) -> Element {
    let shared = use_account();
    let state: PhoneState = use_context();
    let form = use_form_reporting_to("resend-phone-code", outcome);
    let hydrated = (frame().hydrated)();
    let send = {
        let change = pending.change.clone();
        move |_| {
            let request = PendingChange { change: change.clone() };
            form.send(resend_phone_code(request), move |answer| match answer {
                Ok(account) => {
                    shared.replace(account);
                    form.done("done-resend-phone-code");
                    platform::focus("validate-phone-code");
                }
                Err(error) => look_again(shared, state, error),
            });
        }
    };
    let resends = pending.resends_left.to_string();
    rsx! {
        ActionForm { form, class: "inline-form", onsend: send,
            Hidden { name: "change", value: pending.change.to_string() }
            SubmitButton {
                form,
                weight: Weight::Secondary,
                disabled: hydrated && (is_over || resend_in > 0 || pending.resends_left == 0),
                {say("phone-resend-button")}
            }
            p { class: "hint",
                if resend_in > 0 && pending.resends_left > 0 {
                    {say("phone-resend-in")}
                    " "
                    Clock { seconds: resend_in }
                    " · "
                }
                {say_with("phone-resends-left", &[("count", &resends)])}
            }
        }
    }
}

/// *Wrong number?* goes back to the form with the number in it; *Cancel* gives the change up.
#[component]
fn GiveUp(pending: PendingPhone, outcome: Signal<Option<Outcome>>) -> Element {
    let form = use_form_reporting_to("cancel-phone-change", outcome);
    rsx! {
        div { class: "inline-forms",
            CancelForm { form, pending: pending.clone(), keeps_number: true, label: say("phone-wrong-number") }
            CancelForm { form, pending, keeps_number: false, label: say("phone-cancel") }
        }
    }
}

#[component]
fn CancelForm(form: Form, pending: PendingPhone, keeps_number: bool, label: String) -> Element {
    let shared = use_account();
    let state: PhoneState = use_context();
    let change = pending.change.to_string();
    let id = if keeps_number { "wrong-number" } else { "cancel-phone-change" };
    let send = move |_| {
        let request = PendingChange { change: pending.change.clone() };
        let pending = pending.clone();
        form.send(cancel_phone_change(request), move |answer| match answer {
            Ok(account) if keeps_number => {
                state.keep_number(&pending);
                shared.replace(account);
            }
            Ok(account) => {
                shared.replace(account);
                state.done("done-cancel-phone-change");
            }
            Err(error) => look_again(shared, state, error),
        });
    };
    rsx! {
        ActionForm { form, id, class: "inline-form", onsend: send,
            Hidden { name: "change", value: change }
            SubmitButton { form, weight: Weight::Quiet, "{label}" }
        }
    }
}
