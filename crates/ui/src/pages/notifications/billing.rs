//! How to be told about money, and below which balance.

use super::State;
use super::channels::{channel_table, ticked};
use crate::api::notifications::change_billing_notifications;
use crate::components::card::Card;
use crate::components::field::{FieldRow, described};
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::request::ChangeBillingNotifications;
use perfil_models::view::Billing;
use perfil_models::{Field, Topic};

const HEADING: &str = "billing-heading";

#[component]
pub fn BillingCard(billing: Billing) -> Element {
    let state: State = use_context();
    let form = use_form("billing-notifications");
    let send = move |typed: Typed| {
        let request = request(&typed, state.now.peek().version);
        state.save(form, Box::pin(change_billing_notifications(request)), "done-billing-notifications");
    };
    let rows = vec![
        (Topic::Payments, billing.payments),
        (Topic::Invoices, billing.invoices),
        (Topic::LowCredit, billing.low_credit),
    ];
    rsx! {
        Card { id: HEADING, title: say("billing-title"), lead: say("billing-lead"),
            ActionForm { form, onsend: send,
                Hidden { name: "version", value: state.now.read().version.to_string() }
                {channel_table(state, form, HEADING, rows)}
                {minimum_field(form, &billing)}
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("notifications-button")} }
                }
            }
        }
    }
}

fn request(typed: &Typed, version: i64) -> ChangeBillingNotifications {
    let [payments, invoices, low_credit] =
        [Topic::Payments, Topic::Invoices, Topic::LowCredit].map(|topic| ticked(typed, topic));
    ChangeBillingNotifications {
        payments_email: payments.email,
        payments_sms: payments.sms,
        invoices_email: invoices.email,
        invoices_sms: invoices.sms,
        low_credit_email: low_credit.email,
        low_credit_sms: low_credit.sms,
        minimum: typed.text(Field::Minimum.name()),
        version,
    }
}

/// The saved minimum is only what the field starts with: what is typed stays in the page.
fn minimum_field(form: Form, billing: &Billing) -> Element {
    let described = described(form, Field::Minimum, true);
    let start = use_hook(|| form.typed(Field::Minimum.name()).unwrap_or_else(|| billing.minimum.clone()));
    let unit = format!("{}-unit", described.id);
    let described_by = format!("{unit} {}", described.by.unwrap_or_default());
    rsx! {
        FieldRow { form, field: Field::Minimum, label: say("billing-minimum"), hint: say("billing-minimum-hint"),
            div { class: "amount",
                input {
                    id: described.id,
                    class: "input",
                    name: Field::Minimum.name(),
                    r#type: "text",
                    "value": start,
                    inputmode: "decimal",
                    autocomplete: "off",
                    aria_invalid: described.invalid,
                    aria_describedby: described_by,
                }
                span { class: "unit", id: unit, "{billing.currency}" }
            }
        }
    }
}
