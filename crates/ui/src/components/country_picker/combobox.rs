//! The searchable list: an editable combobox with a listbox (ARIA Authoring Practices).

use super::label_of;
use super::search::matching;
use crate::components::icon::{Icon, Shape};
use crate::platform;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::CountryCode;
use perfil_models::view::Country;

/// What the list looks like now.
#[derive(Clone, Copy)]
struct State {
    countries: ReadSignal<Vec<Country>>,
    chosen: Signal<CountryCode>,
    onchoose: Callback<()>,
    /// What was typed to search; `None` while the choice is shown.
    typed: Signal<Option<String>>,
    is_open: Signal<bool>,
    /// Place of the marked option among those listed.
    active: Signal<usize>,
    listed: Memo<Vec<usize>>,
}

#[component]
pub fn Combobox(
    id: String,
    countries: ReadSignal<Vec<Country>>,
    chosen: Signal<CountryCode>,
    onchoose: Callback<()>,
) -> Element {
    let typed = use_signal(|| None::<String>);
    let is_open = use_signal(|| false);
    let active = use_signal(|| 0_usize);
    let listed = use_memo(move || matching(&countries.read(), typed.read().as_deref().unwrap_or_default()));
    let mut state = State { countries, chosen, onchoose, typed, is_open, active, listed };
    let list = format!("{id}-list");
    let option_prefix = format!("{id}-option");
    let shown = typed().unwrap_or_else(|| state.chosen_label());
    let has_options = !listed.read().is_empty();
    let expanded = is_open() && has_options;

    use_effect({
        let option_prefix = option_prefix.clone();
        move || {
            if is_open() {
                platform::reveal(&format!("{option_prefix}-{active}"));
            }
        }
    });
    rsx! {
        div { class: "picker",
            input {
                id: id.clone(),
                class: "input select",
                r#type: "text",
                role: "combobox",
                autocomplete: "off",
                autocapitalize: "none",
                spellcheck: "false",
                value: shown,
                aria_expanded: if expanded { "true" } else { "false" },
                aria_controls: list.clone(),
                aria_autocomplete: "list",
                aria_activedescendant: expanded.then(|| format!("{option_prefix}-{active}")),
                onfocus: move |_| platform::select_text(&id),
                onclick: move |_| state.open(),
                oninput: move |event| state.search(event.value()),
                onkeydown: move |event| state.press(event),
                onblur: move |_| state.close(),
            }
            if is_open() {
                if has_options {
                    ul { id: "{list}", class: "listbox", role: "listbox", aria_label: say("phone-country"),
                        for (at , place) in listed().into_iter().enumerate() {
                            CountryOption {
                                key: "{place}",
                                id: format!("{option_prefix}-{at}"),
                                country: countries.read()[place].clone(),
                                is_active: at == active(),
                                is_chosen: countries.read()[place].code == chosen(),
                                onpick: move |_| state.choose(at),
                            }
                        }
                    }
                } else {
                    p { class: "listbox listbox-empty", role: "status", {say("phone-country-none")} }
                }
            }
        }
    }
}

#[component]
fn CountryOption(id: String, country: Country, is_active: bool, is_chosen: bool, onpick: Callback<()>) -> Element {
    rsx! {
        li {
            id,
            class: if is_active { "option is-active" } else { "option" },
            role: "option",
            aria_selected: if is_chosen { "true" } else { "false" },
            onmousedown: move |event| event.prevent_default(),
            onclick: move |_| onpick(()),
            span { class: "option-name", "{country.name}" }
            bdi { class: "option-code", dir: "ltr", "+{country.dial_code}" }
            if is_chosen {
                Icon { shape: Shape::Check }
            }
        }
    }
}

impl State {
    fn chosen_label(&self) -> String {
        let chosen = (self.chosen)();
        let countries = self.countries.read();
        countries.iter().find(|country| country.code == chosen).map_or_else(|| chosen.to_string(), label_of)
    }

    fn open(&mut self) {
        if *self.is_open.peek() {
            return;
        }
        let chosen = *self.chosen.peek();
        let countries = self.countries.peek();
        let place = self.listed.peek().iter().position(|place| countries[*place].code == chosen);
        self.active.set(place.unwrap_or(0));
        self.is_open.set(true);
    }

    fn close(&mut self) {
        self.is_open.set(false);
        self.typed.set(None);
    }

    fn search(&mut self, text: String) {
        self.typed.set(Some(text));
        self.active.set(0);
        self.is_open.set(true);
    }

    fn choose(&mut self, at: usize) {
        let picked = self.listed.peek().get(at).map(|place| self.countries.peek()[*place].code);
        if let Some(code) = picked {
            self.chosen.set(code);
        }
        self.close();
        self.onchoose.call(());
    }

    fn press(&mut self, event: KeyboardEvent) {
        let is_open = *self.is_open.peek();
        let last = self.listed.peek().len().saturating_sub(1);
        let active = *self.active.peek();
        match event.key() {
            Key::ArrowDown | Key::ArrowUp if !is_open => self.open(),
            Key::ArrowDown => self.active.set(if active >= last { 0 } else { active + 1 }),
            Key::ArrowUp => self.active.set(active.checked_sub(1).unwrap_or(last)),
            Key::Home if is_open => self.active.set(0),
            Key::End if is_open => self.active.set(last),
            Key::Enter if is_open => self.choose(active),
            Key::Escape if is_open => self.close(),
            Key::Tab if is_open && self.typed.peek().is_some() => return self.choose(active),
            _ => return,
        }
        event.prevent_default();
    }
}
