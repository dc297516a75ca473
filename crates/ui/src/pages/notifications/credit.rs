//! The credit: how much there is, how long it lasts, and what will be sent.

use super::State;
use super::chart::balance_chart;
use crate::api::notifications::alert_now;
use crate::components::card::Card;
use crate::components::form::{ActionForm, SubmitButton, Weight, use_form};
use crate::components::notice::Notice;
use crate::platform;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::view::Credit;

const RESULT: &str = "credit-result";

/// The card. The balance may have been below the minimum when that was saved: then nothing has crossed it, and an alert
/// can be asked for. What came of that is said where the button for it was.
#[component]
pub fn CreditCard(credit: Option<Credit>) -> Element {
    let state: State = use_context();
    let form = use_form("alert-now");
    use_effect(move || {
        if form.outcome.read().is_some() {
            platform::focus(RESULT);
        }
    });
    let send = move |_| state.act(form, Box::pin(alert_now()), "done-alert-now");
    rsx! {
        Card { id: "balance-heading", title: say("balance-title"),
            if let Some(credit) = credit {
                {balance(&credit)}
                Notice { outcome: form.outcome, id: RESULT }
                if credit.can_alert_now {
                    ActionForm { form, class: "ask", onsend: send,
                        p { role: "status", {say("alert-now-lead")} }
                        SubmitButton { form, weight: Weight::Secondary, {say("alert-now-button")} }
                    }
                }
                if let Some(chart) = &credit.chart {
                    {balance_chart(chart, credit.minimum.as_deref())}
                }
            } else {
                p { class: "muted", {say("balance-unknown")} }
            }
        }
    }
}

fn balance(credit: &Credit) -> Element {
    let forecast = credit.forecast.clone().unwrap_or_else(|| say("balance-no-alert"));
    rsx! {
        div {
            p { class: "balance-now",
                strong { "{credit.balance}" }
                if credit.is_below {
                    span { class: "badge badge-waiting", {say("balance-below")} }
                }
            }
            p { class: "hint", {say_with("balance-at", &[("when", &credit.at)])} }
        }
        div { class: "outlook",
            for line in credit.reserve.iter().chain(&credit.runway).chain([&forecast]) {
                p { "{line}" }
            }
        }
    }
}
