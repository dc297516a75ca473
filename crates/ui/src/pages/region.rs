//! *Language and region*.

use crate::api::region::preview_region;
use crate::app::frame;
use crate::components::account::use_account;
use crate::components::card::{Card, PageHead};
use crate::components::failure::failed;
use crate::components::field::{FieldRow, described};
use crate::components::form::{Form, Hidden, use_form};
use crate::components::load::use_loaded;
use crate::components::notice::Notice;
use crate::components::picker::Picker;
use crate::platform;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::request::PreviewRegion;
use perfil_models::view::{Preview, RegionSettings};
use perfil_models::{Field, Language};

/// How long nothing must change before it is asked how it would look, in milliseconds.
const PAUSE: u32 = 250;
const RESULT: &str = "region-result";

/// The page.
#[component]
pub fn RegionPage() -> Element {
    match use_loaded::<RegionSettings>()?.answer() {
        Ok(region) => rsx! { RegionCard { region } },
        Err(error) => failed(&error),
    }
}

/// The words came with the page, and its times are written by the server: what is saved needs another page, so this is
/// a form without script, always.
#[component]
fn RegionCard(region: ReadSignal<RegionSettings>) -> Element {
    let form = use_form("change-region");
    let looks = use_looks(form, region);
    let detected = region.peek().detected.language;
    let (countries, zones) =
        use_hook(|| (Signal::new(region.peek().countries.clone()), Signal::new(region.peek().zones.clone())));
    use_effect(move || {
        if form.outcome.peek().is_some() {
            platform::focus(RESULT);
        }
    });
    rsx! {
        PageHead { title: say("region-title"), lead: say("region-lead") }
        Notice { outcome: form.outcome, id: RESULT }
        Card { id: "region-heading", title: say("region-card-title"), lead: say("region-card-lead"),
            form { id: form.name, class: "form", method: "post", action: "/forms/change-region",
                Hidden { name: "form_token", value: frame().page.form_token.clone() }
                Hidden { name: "version", value: use_account().now.read().version.to_string() }
                {language_field(form, looks.language, detected)}
                Picker {
                    form,
                    field: Field::Country,
                    label: say("region-country"),
                    none: say("region-country-none"),
                    choices: countries,
                    chosen: looks.country,
                    autocomplete: "country",
                }
                Picker {
                    form,
                    field: Field::TimeZone,
                    label: say("region-time-zone"),
                    none: say("region-time-zone-none"),
                    choices: zones,
                    chosen: looks.time_zone,
                }
                {preview(looks, detected)}
                div { class: "actions",
                    button { r#type: "submit", class: "button button-primary", {say("region-button")} }
                }
            }
        }
    }
}

/// The browser's own list, with each language under its own name.
fn language_field(form: Form, mut chosen: Signal<String>, detected: Language) -> Element {
    let described = described(form, Field::Language, false);
    let start = use_hook(|| chosen.peek().clone());
    use_effect({
        let id = described.id.clone();
        move || {
            if let Some(value) = platform::restored_in(&id) {
                chosen.set(value);
            }
        }
    });
    rsx! {
        FieldRow { form, field: Field::Language, label: say("region-language"),
            div { class: "picker",
                select {
                    id: described.id,
                    class: "input select",
                    name: Field::Language.name(),
                    autocomplete: "language",
                    aria_invalid: described.invalid,
                    aria_describedby: described.by,
                    onchange: move |event| chosen.set(event.value()),
                    option { value: "", "selected": start.is_empty(),
                        {say_with("region-detected", &[("name", detected.native_name())])}
                    }
                    for language in Language::ALL {
                        option {
                            key: "{language}",
                            value: language.tag(),
                            lang: language.tag(),
                            "selected": start == language.tag(),
                            {language.native_name()}
                        }
                    }
                }
            }
        }
    }
}

/// What is chosen on the page, and how dates and numbers look with it.
#[derive(Clone, Copy)]
struct Looks {
    language: Signal<String>,
    country: Signal<String>,
    time_zone: Signal<String>,
    shown: Signal<Preview>,
}

/// Starts with what is saved, or with what was chosen when the form was refused. The server is asked how a choice looks
/// a moment after it was made; an answer to an older choice is dropped.
fn use_looks(form: Form, region: ReadSignal<RegionSettings>) -> Looks {
    let mut looks = use_hook(|| {
        let saved = region.peek();
        let start =
            |field: Field, saved: Option<String>| Signal::new(form.typed(field.name()).or(saved).unwrap_or_default());
        Looks {
            language: start(Field::Language, saved.language.map(|language| language.tag().to_owned())),
            country: start(Field::Country, saved.country.map(|country| country.to_string())),
            time_zone: start(Field::TimeZone, saved.time_zone.clone()),
            shown: Signal::new(saved.preview.clone()),
        }
    });
    let choice = move || PreviewRegion {
        language: (looks.language)(),
        country: (looks.country)(),
        time_zone: (looks.time_zone)(),
    };
    let mut asked = use_hook(|| CopyValue::new(choice()));
    use_effect(move || {
        let choice = choice();
        if choice == *asked.peek() {
            return;
        }
        asked.set(choice.clone());
        spawn(async move {
            platform::sleep(PAUSE).await;
            if choice != *asked.peek() {
                return;
            }
            let answer = preview_region(choice.clone()).await;
            if let (Ok(preview), true) = (answer, choice == *asked.peek()) {
                looks.shown.set(preview);
            }
        });
    });
    looks
}

fn preview(looks: Looks, detected: Language) -> Element {
    let language = Language::from_tag(&looks.language.read()).unwrap_or(detected);
    let Preview { date, time, number, amount } = (looks.shown)();
    let lines = [
        ("region-preview-date", date),
        ("region-preview-time", time),
        ("region-preview-number", number),
        ("region-preview-amount", amount),
    ];
    rsx! {
        section { class: "preview", aria_labelledby: "preview-heading",
            h3 { id: "preview-heading", {say("region-preview")} }
            dl { aria_live: "polite",
                for (name , text) in lines {
                    div { key: "{name}",
                        dt { {say(name)} }
                        dd {
                            bdi { lang: language.tag(), "{text}" }
                        }
                    }
                }
            }
        }
    }
}
