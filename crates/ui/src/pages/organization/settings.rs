//! What the Owner decides of the organization as a whole.

use super::sign_everyone_out::SignEveryoneOutCard;
use crate::app::frame;
use crate::components::card::{Card, PageHead};
use crate::components::failure::failed;
use crate::components::field::{FieldRow, TextField, described, field_error};
use crate::components::form::{Form, Hidden, use_form};
use crate::components::load::use_loaded;
use crate::components::notice::Notice;
use crate::components::picker::Picker;
use crate::platform;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::password::MIN_CHARS_WITH_SECOND_FACTOR;
use perfil_models::view::{OrganizationSettings, Outcome};
use perfil_models::{CountryCode, Field, Language};
use std::collections::BTreeSet;

const RESULT: &str = "organization-settings-result";
/// The sentence of [`perfil_models::error::OrganizationError::Stale`].
const STALE: &str = "organization-stale";

/// The page.
#[component]
pub fn OrganizationSettingsPage() -> Element {
    match use_loaded::<OrganizationSettings>()?.answer() {
        Ok(settings) => rsx! {
            PageHead { title: say("organization-settings-title"), lead: say("organization-settings-lead") }
            SettingsForm { settings }
            SignEveryoneOutCard {}
        },
        Err(error) => failed(&error),
    }
}

/// What is saved may change words all over the page, so this is a form without script, always: the answer is a new page.
#[component]
fn SettingsForm(settings: ReadSignal<OrganizationSettings>) -> Element {
    let form = use_form("change-organization");
    use_effect(move || match &*form.outcome.peek() {
        Some(Outcome::Refused(_, Some(field))) => platform::focus(&form.id_of(field.name())),
        Some(_) => platform::focus(RESULT),
        None => {}
    });
    let saved = settings.read();
    rsx! {
        Notice { outcome: form.outcome, id: RESULT }
        form { id: form.name, class: "wide", method: "post", action: "/forms/change-organization",
            Hidden { name: "form_token", value: frame().page.form_token.clone() }
            Hidden { name: "version", value: saved.version.to_string() }
            Card { id: "general-heading", title: say("organization-general-title"), {general(form, &saved)} }
            Card {
                id: "defaults-heading",
                title: say("organization-defaults-title"),
                lead: say("organization-defaults-lead"),
                Defaults { form, settings }
            }
            Card { id: "security-heading", title: say("organization-security-title"),
                {password_min(form, &saved)}
                SmsCountries { form, settings }
            }
            div { class: "actions",
                button { r#type: "submit", class: "button button-primary", {say("organization-settings-button")} }
            }
        }
    }
}

/// What is saved by now, where something else was filled in on a page that was older.
fn meanwhile(form: Form, field: Field, saved: &str, shown: impl FnOnce() -> String) -> Option<String> {
    let outcome = form.outcome.peek();
    let is_stale = matches!(&*outcome, Some(Outcome::Refused(sentence, _)) if sentence.id == STALE);
    let differs = is_stale && form.typed(field.name()).unwrap_or_default() != saved;
    differs.then(|| say_with("organization-meanwhile", &[("value", &shown())]))
}

fn note(text: Option<String>) -> Element {
    rsx! {
        if let Some(text) = text {
            p { class: "hint doubt", "{text}" }
        }
    }
}

fn general(form: Form, saved: &OrganizationSettings) -> Element {
    let currency = if saved.has_amounts { "organization-currency-stays" } else { "organization-currency-hint" };
    rsx! {
        div { class: "form",
            TextField {
                form,
                field: Field::Name,
                label: say("organization-name"),
                hint: meanwhile(form, Field::Name, &saved.name, || saved.name.clone()),
                value: saved.name.clone(),
                autocomplete: "organization",
            }
            TextField {
                form,
                field: Field::Currency,
                label: say("organization-currency"),
                hint: meanwhile(form, Field::Currency, &saved.currency, || saved.currency.clone())
                    .unwrap_or_else(|| say(currency)),
                value: saved.currency.clone(),
                left_to_right: true,
            }
        }
    }
}

#[component]
fn Defaults(form: Form, settings: ReadSignal<OrganizationSettings>) -> Element {
    let start = |field: Field, saved: String| Signal::new(form.typed(field.name()).unwrap_or(saved));
    let saved = settings.read();
    let tag = saved.language.map(Language::tag).unwrap_or_default();
    let code = saved.country.map(|country| country.to_string()).unwrap_or_default();
    let zone = saved.time_zone.clone().unwrap_or_default();
    let (country, time_zone) = use_hook(|| (start(Field::Country, code.clone()), start(Field::TimeZone, zone.clone())));
    let (countries, zones) = use_hook(|| (Signal::new(saved.countries.clone()), Signal::new(saved.zones.clone())));
    let or_none = |name: &str| if name.is_empty() { say("organization-default-none") } else { name.to_owned() };
    let native = saved.language.map(Language::native_name).unwrap_or_default();
    rsx! {
        div { class: "form",
            LanguageField { form, saved: tag.to_owned() }
            {note(meanwhile(form, Field::Language, tag, || or_none(native)))}
            Picker {
                form,
                field: Field::Country,
                label: say("region-country"),
                none: say("region-country-none"),
                choices: countries,
                chosen: country,
            }
            {note(meanwhile(form, Field::Country, &code, || or_none(&saved.country_name)))}
            Picker {
                form,
                field: Field::TimeZone,
                label: say("region-time-zone"),
                none: say("region-time-zone-none"),
                choices: zones,
                chosen: time_zone,
            }
            {note(meanwhile(form, Field::TimeZone, &zone, || or_none(&saved.zone_name)))}
        }
    }
}

/// The browser's own list, with each language under its own name.
#[component]
fn LanguageField(form: Form, saved: String) -> Element {
    let described = described(form, Field::Language, false);
    let start = use_hook(|| form.typed(Field::Language.name()).unwrap_or(saved));
    rsx! {
        FieldRow { form, field: Field::Language, label: say("region-language"),
            div { class: "picker",
                select {
                    id: described.id,
                    class: "input select",
                    name: Field::Language.name(),
                    autocomplete: "off",
                    aria_invalid: described.invalid,
                    aria_describedby: described.by,
                    option { value: "", "selected": start.is_empty(), {say("organization-default-none")} }
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

fn password_min(form: Form, saved: &OrganizationSettings) -> Element {
    let value = saved.password_min.map(|min| min.to_string()).unwrap_or_default();
    let (min, max) = (saved.least_min.to_string(), saved.most_min.to_string());
    let second = MIN_CHARS_WITH_SECOND_FACTOR.to_string();
    let hint = || say_with("organization-password-min-hint", &[("min", &min), ("max", &max), ("second", &second)]);
    let now = || if value.is_empty() { min.clone() } else { value.clone() };
    rsx! {
        TextField {
            form,
            field: Field::PasswordMin,
            label: say("organization-password-min"),
            hint: meanwhile(form, Field::PasswordMin, &value, now).unwrap_or_else(hint),
            value: value.clone(),
            left_to_right: true,
        }
    }
}

/// Boxes rather than a list of several: they are ticked alike with a finger, a mouse and the keyboard.
#[component]
fn SmsCountries(form: Form, settings: ReadSignal<OrganizationSettings>) -> Element {
    let saved = settings.read();
    let name = Field::SmsCountries.name();
    let codes: Vec<&str> = saved.sms_countries.iter().map(CountryCode::as_str).collect();
    let ticked: BTreeSet<String> = use_hook(|| {
        let was_refused = matches!(&*form.outcome.peek(), Some(Outcome::Refused(..)));
        let codes = if was_refused { form.typed(name).unwrap_or_default() } else { codes.join(" ") };
        codes.split(' ').filter(|code| !code.is_empty()).map(str::to_owned).collect()
    });
    let is_wrong = form.error_at(Field::SmsCountries).is_some();
    let summary = match ticked.len() {
        0 => say("organization-sms-all"),
        count => say_with("organization-sms-some", &[("count", &count.to_string())]),
    };
    rsx! {
        fieldset { class: "field", id: form.id_of(name), tabindex: "-1",
            legend { class: "label", {say("organization-sms-countries")} }
            p { class: "hint", {say("organization-sms-countries-hint")} }
            details { class: "disclosure disclosure-quiet", "open": is_wrong,
                summary { "{summary}" }
                ul { class: "tick-list",
                    for country in saved.sms_choices.iter() {
                        li { key: "{country.code}",
                            label { class: "check",
                                input {
                                    r#type: "checkbox",
                                    name,
                                    value: country.code.as_str(),
                                    "checked": ticked.contains(country.code.as_str()),
                                }
                                span { "{country.name}" }
                            }
                        }
                    }
                }
            }
            {field_error(form, Field::SmsCountries, form.id_of("sms_countries-error"))}
            {note(meanwhile(form, Field::SmsCountries, &codes.join(" "), || names(&saved)))}
        }
    }
}

/// The names of the countries that are saved.
fn names(saved: &OrganizationSettings) -> String {
    let named = saved.sms_choices.iter().filter(|country| saved.sms_countries.contains(&country.code));
    let names: Vec<&str> = named.map(|country| country.name.as_str()).collect();
    if names.is_empty() { say("organization-sms-all") } else { names.join(" · ") }
}
