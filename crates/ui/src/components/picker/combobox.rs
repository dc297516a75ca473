//! The searchable list: an editable combobox with a listbox (ARIA Authoring Practices).

use super::search::matching;
use super::{Item, label_of};
use crate::components::field::Described;
use crate::components::icon::{Icon, Shape};
use crate::platform;
use dioxus::prelude::*;

/// What the list looks like now.
#[derive(Clone, Copy, PartialEq)]
struct State {
    items: Signal<Vec<Item>>,
    chosen: Signal<String>,
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
    described: Described,
    label: String,
    none: String,
    items: Signal<Vec<Item>>,
    chosen: Signal<String>,
    onchoose: Callback<()>,
) -> Element {
    let typed = use_signal(|| None::<String>);
    let is_open = use_signal(|| false);
    let active = use_signal(|| 0_usize);
    let listed = use_memo(move || matching(&items.read(), typed.read().as_deref().unwrap_or_default()));
    let mut state = State { items, chosen, onchoose, typed, is_open, active, listed };
    let id = described.id;
    let list = format!("{id}-list");
    let option_prefix = format!("{id}-option");
    let shown = typed().unwrap_or_else(|| state.chosen_label());
    let has_options = !listed.read().is_empty();
    let expanded = is_open() && has_options;

    use_marked_in_view(state, list.clone(), option_prefix.clone());
    rsx! {
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
            aria_invalid: described.invalid,
            aria_describedby: described.by,
            onfocus: move |_| platform::select_text(&id),
            onclick: move |_| state.open(),
            oninput: move |event| state.search(event.value()),
            onkeydown: move |event| state.press(event),
            onblur: move |_| state.close(),
        }
        if expanded {
            List { state, id: list.clone(), label, option_prefix: option_prefix.clone() }
        } else if is_open() {
            p { class: "listbox listbox-empty", role: "status", "{none}" }
        }
    }
}

/// Opened, the list shows the marked option in its middle; from then on it moves as little as needed.
fn use_marked_in_view(state: State, list: String, option_prefix: String) {
    let mut was_open = use_hook(|| CopyValue::new(false));
    use_effect(move || {
        let is_open = (state.is_open)();
        let marked = format!("{option_prefix}-{}", state.active);
        match (is_open, was_open()) {
            (true, false) => platform::centre(&list, &marked),
            (true, true) => platform::reveal(&marked),
            _ => {}
        }
        was_open.set(is_open);
    });
}

#[component]
fn List(state: State, id: String, label: String, option_prefix: String) -> Element {
    let (items, chosen) = (state.items.read(), state.chosen.read());
    rsx! {
        ul { id, class: "listbox", role: "listbox", aria_label: label,
            for (at , place) in (state.listed)().into_iter().enumerate() {
                ListedOption {
                    key: "{place}",
                    id: format!("{option_prefix}-{at}"),
                    group: state.group_that_begins(at),
                    name: items[place].name.clone(),
                    detail: items[place].detail.clone(),
                    is_active: at == (state.active)(),
                    is_chosen: items[place].value == *chosen,
                    onpick: {
                        let mut state = state;
                        move |_| state.choose(at)
                    },
                }
            }
        }
    }
}

#[component]
fn ListedOption(
    id: String,
    group: Option<String>,
    name: String,
    detail: String,
    is_active: bool,
    is_chosen: bool,
    onpick: Callback<()>,
) -> Element {
    rsx! {
        if let Some(group) = group {
            li { class: "option-group", aria_hidden: "true", "{group}" }
        }
        li {
            id,
            class: if is_active { "option is-active" } else { "option" },
            role: "option",
            aria_selected: if is_chosen { "true" } else { "false" },
            onmousedown: move |event| event.prevent_default(),
            onclick: move |_| onpick(()),
            span { class: "option-name", "{name}" }
            if !detail.is_empty() {
                span { class: "option-detail", dir: detail.starts_with('+').then_some("ltr"), "{detail}" }
            }
            if is_chosen {
                Icon { shape: Shape::Check }
            }
        }
    }
}

impl State {
    fn chosen_label(&self) -> String {
        let (chosen, items) = (self.chosen.read(), self.items.read());
        let item = items.iter().find(|item| item.value == *chosen);
        item.map_or_else(|| chosen.clone(), |item| label_of(&item.name, &item.detail))
    }

    /// The name of the part of the list that begins with the option listed at that place. A search mixes the parts.
    fn group_that_begins(&self, at: usize) -> Option<String> {
        let (items, listed) = (self.items.read(), self.listed.read());
        let group = |at: usize| items[listed[at]].group.as_str();
        let is_first = at == 0 || group(at - 1) != group(at);
        let is_whole = self.typed.read().as_deref().unwrap_or_default().trim().is_empty();
        (is_whole && is_first && !group(at).is_empty()).then(|| group(at).to_owned())
    }

    fn open(&mut self) {
        if *self.is_open.peek() {
            return;
        }
        let place = {
            let (chosen, items) = (self.chosen.peek(), self.items.peek());
            self.listed.peek().iter().position(|place| items[*place].value == *chosen)
        };
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
        let picked = self.listed.peek().get(at).map(|place| self.items.peek()[*place].value.clone());
        if let Some(value) = picked {
            self.chosen.set(value);
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
