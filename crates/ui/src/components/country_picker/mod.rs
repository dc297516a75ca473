//! Choosing a country by name, letters or dial code.
//!
//! The server renders the browser's own list, which works without script. The browser then puts a searchable one in its
//! place, of the same size.

mod combobox;
mod search;

use super::form::{Form, Hidden};
use crate::app::frame;
use crate::platform;
use crate::words::{left_to_right, say};
use combobox::Combobox;
use dioxus::prelude::*;
use perfil_models::CountryCode;
use perfil_models::view::Country;

const NAME: &str = "country";

/// The picker; `chosen` is what it shows, `onchoose` is told of a choice.
#[component]
pub fn CountryPicker(
    form: Form,
    countries: ReadSignal<Vec<Country>>,
    chosen: Signal<CountryCode>,
    onchoose: Callback<()>,
) -> Element {
    let id = form.id_of(NAME);
    let mut searchable = use_signal(|| *frame().hydrated.peek());
    use_effect({
        let id = id.clone();
        move || {
            if !*searchable.peek() {
                choose_what_was_selected(&id, chosen);
                searchable.set(true);
            }
        }
    });
    rsx! {
        div { class: "field field-country",
            label { class: "label", r#for: "{id}", {say("phone-country")} }
            if searchable() {
                Hidden { name: NAME, value: chosen().to_string() }
                Combobox { id: id.clone(), countries, chosen, onchoose }
            } else {
                div { class: "picker",
                    select { id: "{id}", class: "input select", name: NAME, autocomplete: "country",
                        for country in countries.iter() {
                            option {
                                key: "{country.code}",
                                value: country.code.to_string(),
                                "selected": country.code == *chosen.peek(),
                                {label_of(&country)}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Keeps what was chosen before the browser took over.
fn choose_what_was_selected(id: &str, mut chosen: Signal<CountryCode>) {
    if let Some(code) = platform::value_of(id).and_then(|value| CountryCode::parse(&value).ok()) {
        chosen.set(code);
    }
}

/// "Germany +49"
fn label_of(country: &Country) -> String {
    format!("{} {}", country.name, left_to_right(&format!("+{}", country.dial_code)))
}
