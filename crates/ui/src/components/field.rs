//! Labelled inputs that show what is wrong with them.

use super::form::Form;
use super::icon::{Icon, Shape};
use crate::words::{say_with, tell};
use dioxus::prelude::*;
use perfil_models::Field;

/// What an input says about itself to assistive technology.
#[derive(Clone, PartialEq)]
pub struct Described {
    /// The input's id.
    pub id: String,
    /// The ids of hint and error, for `aria-describedby`.
    pub by: Option<String>,
    /// `aria-invalid`.
    pub invalid: Option<&'static str>,
}

/// What the input of that field says about itself.
pub fn described(form: Form, field: Field, has_hint: bool) -> Described {
    let id = form.id_of(field.name());
    let is_wrong = form.error_at(field).is_some();
    let mut by = Vec::new();
    if is_wrong {
        by.push(format!("{id}-error"));
    }
    if has_hint {
        by.push(format!("{id}-hint"));
    }
    Described { by: (!by.is_empty()).then(|| by.join(" ")), invalid: is_wrong.then_some("true"), id }
}

/// A label, an input (the children), what is wrong with it and a hint.
#[component]
pub fn FieldRow(form: Form, field: Field, label: String, hint: Option<String>, children: Element) -> Element {
    let id = form.id_of(field.name());
    rsx! {
        div { class: "field",
            label { class: "label", r#for: "{id}", "{label}" }
            {children}
            {field_error(form, field, format!("{id}-error"))}
            if let Some(hint) = hint {
                p { class: "hint", id: "{id}-hint", "{hint}" }
            }
        }
    }
}

/// What is wrong with a field, if anything is.
pub fn field_error(form: Form, field: Field, id: String) -> Element {
    rsx! {
        if let Some(error) = form.error_at(field) {
            p { class: "field-error", id, tabindex: "-1",
                Icon { shape: Shape::Alert }
                span { {tell(&error)} }
            }
        }
    }
}

/// A line of text. `value` is only what it starts with: what is typed stays in the page.
#[component]
pub fn TextField(
    form: Form,
    field: Field,
    label: String,
    hint: Option<String>,
    #[props(default)] value: String,
    #[props(default = "text")] kind: &'static str,
    #[props(default = "off")] autocomplete: &'static str,
    #[props(default)] left_to_right: bool,
    #[props(default)] onblur: Callback<()>,
) -> Element {
    let described = described(form, field, hint.is_some());
    let start = form.typed(field.name()).unwrap_or(value);
    rsx! {
        FieldRow { form, field, label, hint,
            input {
                id: described.id,
                class: "input",
                name: field.name(),
                r#type: kind,
                "value": start,
                autocomplete,
                dir: left_to_right.then_some("ltr"),
                autocapitalize: (kind != "text").then_some("none"),
                spellcheck: "false",
                aria_invalid: described.invalid,
                aria_describedby: described.by,
                onblur: move |_| onblur.call(()),
            }
        }
    }
}

/// Text in lines, of `max` characters at most. It starts with what was typed when the form was refused without script.
#[component]
pub fn TextArea(form: Form, field: Field, label: String, hint: String, max: usize) -> Element {
    let described = described(form, field, true);
    let start = use_hook(|| escaped(&form.typed(field.name()).unwrap_or_default()));
    rsx! {
        FieldRow { form, field, label, hint,
            textarea {
                id: described.id,
                class: "input",
                name: field.name(),
                rows: "3",
                maxlength: "{max}",
                autocomplete: "off",
                aria_invalid: described.invalid,
                aria_describedby: described.by,
                dangerous_inner_html: start,
            }
        }
    }
}

/// Text as HTML. Only the server writes it; the browser finds it in the page.
#[cfg(feature = "server")]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Nothing: see above.
#[cfg(not(feature = "server"))]
pub fn escaped(_text: &str) -> String {
    String::new()
}

/// A password, which can be shown; never filled in by the server.
#[component]
pub fn PasswordField(
    form: Form,
    field: Field,
    label: String,
    hint: Option<String>,
    #[props(default = "current-password")] autocomplete: &'static str,
) -> Element {
    let described = described(form, field, hint.is_some());
    let mut shown = use_signal(|| false);
    let (kind, toggle, shape) =
        if shown() { ("text", "password-hide", Shape::EyeOff) } else { ("password", "password-show", Shape::Eye) };
    let toggle = say_with(toggle, &[("field", &label)]);
    rsx! {
        FieldRow { form, field, label, hint,
            div { class: "input-group",
                input {
                    id: described.id.clone(),
                    class: "input input-with-toggle",
                    name: field.name(),
                    r#type: kind,
                    autocomplete,
                    autocapitalize: "none",
                    spellcheck: "false",
                    aria_invalid: described.invalid,
                    aria_describedby: described.by,
                }
                button {
                    r#type: "button",
                    class: "input-toggle needs-script",
                    aria_label: toggle.clone(),
                    aria_controls: described.id,
                    title: toggle,
                    onclick: move |_| shown.toggle(),
                    Icon { shape }
                }
            }
        }
    }
}
