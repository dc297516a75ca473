//! Asking for a code to a new number.

use crate::api::Refusal;
use crate::api::phone::{change_phone, format_phone};
use crate::components::account::use_account;
use crate::components::card::Card;
use crate::components::contact::{ContactState, Dependents, use_correction};
use crate::components::field::{PasswordField, TextField};
use crate::components::form::{ActionForm, Form, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::components::picker::Picker;
use crate::platform;
use crate::words::{say, tell};
use dioxus::prelude::*;
use perfil_models::request::{ChangePhone, FormatPhone};
use perfil_models::view::{Choice, ChoiceGroup, Country};
use perfil_models::{CountryCode, Explain, Field, Sentence};

#[component]
pub fn ChangePhoneCard(countries: ReadSignal<Vec<Country>>) -> Element {
    let shared = use_account();
    let mut state: ContactState = use_context();
    let form = use_form("change-phone");
    let wrong = use_correction(form, Field::Number);
    let (country, number) = where_to_start(form, wrong, listed(&countries.peek(), shared.now.peek().phone_country));
    let chosen = use_signal(|| country.to_string());
    let choices = use_hook(|| Signal::new(choices_of(&countries.peek())));
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
    let account = shared.now.read();
    let title = if account.phone.is_some() { "phone-change-button" } else { "phone-add-button" };
    rsx! {
        Card { id: "change-heading", title: say(title), lead: say("phone-change-lead"),
            ActionForm { form, onsend: send,
                div { class: "phone-row",
                    Picker {
                        form,
                        field: Field::Country,
                        label: say("phone-country"),
                        none: say("phone-country-none"),
                        choices,
                        chosen,
                        onchoose: move |_| writing.format(),
                        autocomplete: "country",
                    }
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
                NumberHint { doubt: writing.doubt }
                Dependents { lead: say("phone-dependents"), dependents: account.phone_dependents.clone() }
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say(title)} }
                }
            }
        }
    }
}

/// How to type the number, or why it may be wrong.
#[component]
fn NumberHint(doubt: Signal<Option<Sentence>>) -> Element {
    rsx! {
        div { class: "hint phone-hint", aria_live: "polite",
            match &*doubt.read() {
                Some(doubt) => rsx! { p { class: "doubt", {tell(doubt)} } },
                None => rsx! { p { {say("phone-number-hint")} } },
            }
        }
    }
}

/// The list without parts, each country with its dial code.
fn choices_of(countries: &[Country]) -> Vec<ChoiceGroup> {
    let choice = |country: &Country| Choice {
        value: country.code.to_string(),
        name: country.name.clone(),
        detail: format!("+{}", country.dial_code),
    };
    vec![ChoiceGroup { name: String::new(), choices: countries.iter().map(choice).collect() }]
}

/// The usual country, or the first of the list where numbers of that one are not allowed.
fn listed(countries: &[Country], usual: CountryCode) -> CountryCode {
    let is_listed = countries.iter().any(|country| country.code == usual);
    countries.first().filter(|_| !is_listed).map_or(usual, |country| country.code)
}

/// Country and number that the form starts with: what was typed without script, what was wrong, or the account's.
fn where_to_start(
    form: Form,
    wrong: Option<(Option<CountryCode>, String)>,
    usual: CountryCode,
) -> (CountryCode, String) {
    let typed = form.typed("country").and_then(|code| CountryCode::parse(&code).ok());
    let (country, number) = wrong.unwrap_or_default();
    (typed.or(country).unwrap_or(usual), number)
}

/// Writes the number as its country does, when the field is left.
#[derive(Clone, Copy)]
struct Writing {
    form: Form,
    chosen: Signal<String>,
    /// Why the number may be wrong; this is no refusal yet.
    doubt: Signal<Option<Sentence>>,
    last: Signal<(String, String)>,
}

fn use_writing(form: Form, chosen: Signal<String>) -> Writing {
    let doubt = use_signal(|| None);
    let last = use_signal(Default::default);
    Writing { form, chosen, doubt, last }
}

impl Writing {
    fn format(self) {
        spawn(self.format_what_stands_there());
    }

    async fn format_what_stands_there(mut self) {
        let id = self.form.id_of(Field::Number.name());
        let Some(number) = platform::value_of(&id).await else { return };
        let country = self.chosen.peek().clone();
        let asked = (country.clone(), number.clone());
        if *self.last.peek() == asked {
            return;
        }
        self.last.set(asked);
        self.doubt.set(None);
        if number.trim().is_empty() {
            return;
        }
        let answer = format_phone(FormatPhone { country, number: number.clone() }).await;
        if platform::value_of(&id).await.as_deref() != Some(&*number) {
            return;
        }
        match answer {
            Ok(formatted) => {
                platform::set_value(&id, &formatted.display);
                self.last.set((formatted.country.to_string(), formatted.display));
                self.chosen.set(formatted.country.to_string());
            }
            Err(Refusal(error)) if error.field() == Some(Field::Number) => self.doubt.set(Some(error.sentence())),
            // Asked again when the field is left the next time.
            Err(_) => self.last.set(Default::default()),
        }
    }
}
