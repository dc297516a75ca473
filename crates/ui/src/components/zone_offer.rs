//! The quiet question whether to go by the clock of the place where the device is.

use super::account::use_account;
use super::form::{Hidden, use_form};
use super::notice::Notice;
use crate::app::frame;
use crate::platform;
use crate::route::Route;
use crate::words::{say, say_with};
use dioxus::prelude::*;

const RESULT: &str = "zone-offer-result";

/// The question while it is open, and what came of it. Every time on the page depends on the answer, so the page comes
/// anew with it: this is a form without script, always.
#[component]
pub fn ZoneOfferBar() -> Element {
    let account = use_account().now;
    let mut outcome = use_form("answer-zone-offer").outcome;
    let here = use_route::<Route>().path();
    let mut said_on = use_hook(|| CopyValue::new(here.clone()));
    use_effect(use_reactive!(|here| {
        if here != *said_on.peek() {
            said_on.set(here);
            outcome.set(None);
        } else if outcome.peek().is_some() {
            platform::focus(RESULT);
        }
    }));
    rsx! {
        if let Some(offer) = account.read().zone_offer.as_ref() {
            form { class: "offer", method: "post", action: "/forms/answer-zone-offer", aria_label: say("region-offer-label"),
                Hidden { name: "form_token", value: frame().page.form_token.clone() }
                Hidden { name: "time_zone", value: offer.time_zone.clone() }
                Hidden { name: "next", value: here.clone() }
                p { {say_with("region-offer", &[("city", &offer.city), ("current_city", &offer.current_city)])} }
                div { class: "actions",
                    button { r#type: "submit", class: "button button-secondary", name: "accept", value: "true",
                        {say_with("region-offer-switch", &[("city", &offer.city)])}
                    }
                    button { r#type: "submit", class: "button button-quiet", name: "accept", value: "false",
                        {say_with("region-offer-keep", &[("current_city", &offer.current_city)])}
                    }
                }
            }
        }
        Notice { outcome, id: RESULT }
    }
}
