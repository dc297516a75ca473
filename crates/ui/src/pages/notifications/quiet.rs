//! When text messages wait.

use super::State;
use crate::api::notifications::change_quiet_hours;
use crate::components::card::Card;
use crate::components::field::TextField;
use crate::components::form::{ActionForm, Hidden, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::route::Route;
use crate::words::{say, tell};
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::request::ChangeQuietHours;

/// The card; `has_billing`: text messages about money come to the reader as well.
pub fn quiet_hours(state: State, has_billing: bool) -> Element {
    let form = use_form("quiet-hours");
    let send = move |typed: Typed| {
        let [from, until] = [Field::From, Field::Until].map(|field| typed.text(field.name()));
        let request = ChangeQuietHours { from, until, version: state.now.peek().version };
        state.save(form, Box::pin(change_quiet_hours(request)), "done-quiet-hours");
    };
    let now = state.now.read();
    let lead = say(if has_billing { "quiet-lead" } else { "quiet-lead-contacts" });
    rsx! {
        Card { id: "quiet-heading", title: say("quiet-title"), lead,
            ActionForm { form, onsend: send,
                Hidden { name: "version", value: now.version.to_string() }
                p {
                    {tell(&now.quiet.holds)}
                    " "
                    Link { to: Route::RegionPage {}, {say("section-region")} }
                }
                div { class: "times",
                    TextField { form, field: Field::From, label: say("quiet-from"), value: now.quiet.from.clone(), kind: "time" }
                    TextField { form, field: Field::Until, label: say("quiet-until"), value: now.quiet.until.clone(), kind: "time" }
                }
                p { class: "hint", {say("quiet-hint")} }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("notifications-button")} }
                }
            }
        }
    }
}
