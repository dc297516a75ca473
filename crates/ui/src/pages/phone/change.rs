//! Asking for a code to a new number.

use super::PhoneState;
use crate::api::Refusal;
use crate::api::phone::{change_phone, format_phone};
use crate::app::frame;
use crate::components::account::use_account;
use crate::components::card::Card;
use crate::components::country_picker::CountryPicker;
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{ActionForm, Form, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::platform;
use crate::words::{say, tell};
use dioxus::prelude::*;
use perfil_models::request::{ChangePhone, FormatPhone};
use perfil_models::view::Country;
use perfil_models::{CountryCode, Explain, Field, Sentence};

#[component]
pub fn ChangePhoneCard(countries: ReadSignal<Vec<Country>>) -> Element {
    let shared = use_account();
    let mut state: PhoneState = use_context();
    let form = use_form("change-phone");
    let corrects = use_hook(|| state.wrong_number.peek().is_some() && *frame().hydrated.peek());
    let (country, number) = use_hook(|| where_to_start(form, state, shared.now.peek().phone_country));
    use_effect(move || {
        if corrects {
            platform::focus(&form.id_of(Field::Number.name()));
        }
    });
    let chosen = use_signal(|| country);
    let writing = use_writing(form, chosen);
    let send = move |typed: Typed| {
        let request = ChangePhone {
            country: typed.text("country"),
            number: typed.text(Field::Number.name()),
            password: typed.secret(Field::Password),
        };
        state.result.set(None);
        form.send(change_phone(request), move |answer| {
            if let Ok(account) = answer {
                shared.replace(account);
            }
        });
    };
    rsx! {
        Card { id: "change-heading", title: say("phone-change-title"), lead: say("phone-change-lead"),
            ActionForm { form, onsend: send,
                div { class: "phone-row",
                    CountryPicker { form, countries, chosen, onchoose: move |_| writing.format() }
                    TextField {
                        form,
                        field: Field::Number,
                        label: say("phone-number"),
                        value: number,
                        kind: "tel",
                        autocomplete: "tel",
                        left_to_right: true,
                        onblur: move |_| writing.format(),
                    }
                }
                div { class: "hint phone-hint", aria_live: "polite",
                    match &*writing.doubt.read() {
                        Some(doubt) => rsx! { p { class: "doubt", {tell(doubt)} } },
                        None => rsx! { p { {say("phone-number-hint")} } },
                    }
                }
                PasswordField { form, field: Field::Password, label: say("phone-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("phone-change-button")} }
                }
            }
        }
    }
}

/// Country and number that the form starts with: what was typed without script, what was wrong, or the account's.
fn where_to_start(form: Form, mut state: PhoneState, usual: CountryCode) -> (CountryCode, String) {
    let typed = form.typed("country").and_then(|code| CountryCode::parse(&code).ok());
    let (country, number) = state.wrong_number.take().unwrap_or_default();
    (typed.or(country).unwrap_or(usual), number)
}

/// Writes the number as its country does, when the field is left.
#[derive(Clone, Copy)]
struct Writing {
    form: Form,
    chosen: Signal<CountryCode>,
    /// Why the number may be wrong; this is no refusal yet.
    doubt: Signal<Option<Sentence>>,
    last: Signal<(String, String)>,
}

fn use_writing(form: Form, chosen: Signal<CountryCode>) -> Writing {
    let doubt = use_signal(|| None);
    let last = use_signal(Default::default);
    Writing { form, chosen, doubt, last }
}

impl Writing {
    fn format(mut self) {
        let id = self.form.id_of(Field::Number.name());
        let Some(number) = platform::value_of(&id) else { return };
        let country = self.chosen.peek().to_string();
        let asked = (country.clone(), number.clone());
        if *self.last.peek() == asked {
            return;
        }
        self.last.set(asked);
        self.doubt.set(None);
        if number.trim().is_empty() {
            return;
        }
        spawn(async move {
            let answer = format_phone(FormatPhone { country, number: number.clone() }).await;
            if platform::value_of(&id).as_deref() != Some(&*number) {
                return;
            }
            match answer {
                Ok(formatted) => {
                    platform::set_value(&id, &formatted.display);
                    self.last.set((formatted.country.to_string(), formatted.display));
                    self.chosen.set(formatted.country);
                }
                Err(Refusal(error)) if error.field() == Some(Field::Number) => self.doubt.set(Some(error.sentence())),
                Err(_) => {}
            }
        });
    }
}
