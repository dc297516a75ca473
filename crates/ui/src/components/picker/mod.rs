//! Choosing from a long list by searching it.
//!
//! The server renders the browser's own list, which works without script. The browser then puts a searchable one in its
//! place, of the same size. A page whose data leaves the choices out has them in that list all the same, and they are
//! read from there: what is long travels once.

mod combobox;
mod options;
mod search;

use super::field::{FieldRow, described};
use super::form::{Form, Hidden};
use crate::app::frame;
use crate::platform;
use crate::words::left_to_right;
use combobox::Combobox;
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::view::ChoiceGroup;

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
struct Item {
    /// What is sent.
    value: String,
    /// What it is called.
    name: String,
    /// What is said beside it.
    detail: String,
    /// The part of the list that it stands in; may be empty.
    group: String,
}

/// The picker; `chosen` is the value of what it shows, `onchoose` is told of a choice, `none` is said where nothing
/// matches what was typed.
#[component]
pub fn Picker(
    form: Form,
    field: Field,
    label: String,
    none: String,
    choices: ReadSignal<Vec<ChoiceGroup>>,
    chosen: Signal<String>,
    #[props(default)] onchoose: Callback<()>,
    #[props(default = "off")] autocomplete: &'static str,
) -> Element {
    let described = described(form, field, false);
    let mut searchable = use_signal(|| *frame().hydrated.peek());
    let mut items = use_signal(|| if *searchable.peek() { items_of(&choices.peek()) } else { Vec::new() });
    use_effect({
        let id = described.id.clone();
        move || {
            if !*searchable.peek() {
                let known = choices.peek();
                items.set(if known.is_empty() { options::shown_in(&id) } else { items_of(&known) });
                choose_what_was_selected(&id, chosen);
                searchable.set(true);
            }
        }
    });
    rsx! {
        FieldRow { form, field, label: label.clone(),
            div { class: "picker",
                if searchable() {
                    Hidden { name: field.name(), value: chosen() }
                    Combobox { described, label, none, items, chosen, onchoose }
                } else {
                    select {
                        id: described.id,
                        class: "input select",
                        name: field.name(),
                        autocomplete,
                        aria_invalid: described.invalid,
                        aria_describedby: described.by,
                        dangerous_inner_html: options::of(&choices.peek(), &chosen.peek()),
                    }
                }
            }
        }
    }
}

/// Keeps what was chosen before the browser took over.
fn choose_what_was_selected(id: &str, mut chosen: Signal<String>) {
    if let Some(value) = platform::restored_in(id).filter(|value| *value != *chosen.peek()) {
        chosen.set(value);
    }
}

fn items_of(groups: &[ChoiceGroup]) -> Vec<Item> {
    let item = |group: &ChoiceGroup, at: usize| {
        let choice = group.choices[at].clone();
        Item { value: choice.value, name: choice.name, detail: choice.detail, group: group.name.clone() }
    };
    groups.iter().flat_map(|group| (0..group.choices.len()).map(move |at| item(group, at))).collect()
}

/// "Germany +49" or "Berlin (UTC+01:00, 14:05)".
fn label_of(name: &str, detail: &str) -> String {
    match detail {
        "" => name.to_owned(),
        dial_code if dial_code.starts_with('+') => format!("{name} {}", left_to_right(dial_code)),
        detail => format!("{name} ({detail})"),
    }
}
