//! The field for the six digits of a text message or of an authenticator app.

use super::field::{FieldRow, described};
use super::form::Form;
use crate::platform;
use dioxus::prelude::*;
use perfil_models::phone::latin_digit;
use perfil_models::{Field, SmsCode};

/// One input that looks like six boxes, so that pasting, filling in by the phone and screen readers work as in any
/// other. `submits_itself` sends the form at the sixth digit; `comes_by_text_message` lets the browser bring the code.
#[component]
pub fn CodeField(
    form: Form,
    label: String,
    hint: String,
    submits_itself: bool,
    #[props(default)] comes_by_text_message: bool,
) -> Element {
    let mut filled = use_signal(|| 0_usize);
    let described = described(form, Field::Code, true);
    let id = described.id.clone();
    let take = use_callback(move |text: String| {
        let digits: String = text.chars().filter_map(latin_digit).take(SmsCode::LENGTH).collect();
        if digits != text {
            platform::set_value(&form.id_of(Field::Code.name()), &digits);
        }
        let was_complete = *filled.peek() == SmsCode::LENGTH;
        filled.set(digits.len());
        if digits.len() == SmsCode::LENGTH && !was_complete && submits_itself {
            platform::submit(&form.id());
        }
    });
    use_effect(move || {
        if form.error_at(Field::Code).is_some() {
            platform::set_value(&form.id_of(Field::Code.name()), "");
            filled.set(0);
        }
    });
    use_code_from_text_message(form, take, comes_by_text_message);
    rsx! {
        FieldRow { form, field: Field::Code, label, hint,
            div { class: "code", dir: "ltr",
                for place in 0..SmsCode::LENGTH {
                    span {
                        key: "{place}",
                        class: if place == filled() { "code-box is-next" } else { "code-box" },
                        aria_hidden: "true",
                    }
                }
                input {
                    id,
                    class: "code-input",
                    name: Field::Code.name(),
                    r#type: "text",
                    inputmode: "numeric",
                    autocomplete: "one-time-code",
                    maxlength: "12",
                    spellcheck: "false",
                    aria_invalid: described.invalid,
                    aria_describedby: described.by,
                    oninput: move |event| take(event.value()),
                }
            }
        }
    }
}

fn use_code_from_text_message(form: Form, take: Callback<String>, is_awaited: bool) {
    use_effect(move || {
        if !is_awaited {
            return;
        }
        spawn(async move {
            if let Some(code) = platform::receive_code().await {
                platform::set_value(&form.id_of(Field::Code.name()), &code);
                take(code);
            }
        });
    });
    use_drop(platform::stop_receiving);
}
