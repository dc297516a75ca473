//! *Your data*: an export of all that is kept about the reader, and deleting the account.

use crate::api::privacy::{delete_account, keep_account};
use crate::app::frame;
use crate::components::account::use_account;
use crate::components::card::{Card, PageHead};
use crate::components::field::PasswordField;
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed, Weight, use_form, use_form_reporting_to};
use crate::components::notice::Notice;
use crate::platform;
use crate::route::Route;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::error::PrivacyError;
use perfil_models::request::DeleteAccount;
use perfil_models::view::{Deletion, Outcome};
use perfil_models::{Explain, Field};

const RESULT: &str = "deletion-result";

/// The page.
#[component]
pub fn PrivacyPage() -> Element {
    rsx! {
        PageHead { title: say("privacy-title"), lead: say("privacy-lead") }
        ExportCard {}
        DeletionCard {}
    }
}

/// The answer is a file, so this is a form without script, always.
#[component]
fn ExportCard() -> Element {
    let form = use_form("export-data");
    use_effect(move || {
        if form.outcome.peek().is_some() {
            platform::focus(&form.id_of(Field::Password.name()));
        }
    });
    rsx! {
        Card { id: "export-heading", title: say("export-title"), lead: say("export-lead"),
            form { id: form.name, class: "form", method: "post", action: "/forms/export-data",
                Hidden { name: "form_token", value: frame().page.form_token.clone() }
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    button { r#type: "submit", class: "button button-primary", {say("export-button")} }
                }
            }
        }
    }
}

#[component]
fn DeletionCard() -> Element {
    let account = use_account().now;
    let outcome = use_signal(|| None);
    let delete = use_form_reporting_to("delete-account", outcome);
    let keep = use_form_reporting_to("keep-account", outcome);
    let deletion = account.read().deletion.clone();
    rsx! {
        Card { id: "deletion-heading", title: say("deletion-title"), lead: say("deletion-lead"),
            Notice { outcome, id: RESULT }
            if is_refused_to_sole_owner(delete) {
                p {
                    Link { to: Route::organization().path(), {say("deletion-hand-over")} }
                }
            }
            match deletion {
                Some(Deletion { on, .. }) => rsx! { Keep { form: keep, on } },
                None => rsx! { Delete { form: delete } },
            }
        }
    }
}

fn is_refused_to_sole_owner(form: Form) -> bool {
    let sole = PrivacyError::SoleOwner.sentence();
    matches!(&*form.outcome.read(), Some(Outcome::Refused(sentence, _)) if *sentence == sole)
}

#[component]
fn Keep(form: Form, on: String) -> Element {
    let shared = use_account();
    let send = move |_| {
        form.send(keep_account(), move |answer| {
            if let Ok(account) = answer {
                shared.replace(account);
                form.done("done-keep-account");
                platform::focus(RESULT);
            }
        });
    };
    rsx! {
        ActionForm { form, onsend: send,
            p { strong { {say_with("deletion-waits", &[("on", &on)])} } }
            p { class: "hint", {say("deletion-waits-hint")} }
            div { class: "actions",
                SubmitButton { form, {say("deletion-keep-button")} }
            }
        }
    }
}

#[component]
fn Delete(form: Form) -> Element {
    let shared = use_account();
    let starts_open = use_hook(|| form.error_at(Field::Password).is_some());
    let send = move |typed: Typed| {
        let request = DeleteAccount { password: typed.secret(Field::Password) };
        form.send(delete_account(request), move |answer| {
            if let Ok(account) = answer {
                shared.replace(account);
                form.done("done-delete-account");
                platform::focus(RESULT);
            }
        });
    };
    rsx! {
        details { class: "disclosure", "open": starts_open,
            summary { {say("deletion-open")} }
            ActionForm { form, onsend: send,
                p { class: "hint", {say("deletion-confirm")} }
                PasswordField { form, field: Field::Password, label: say("contact-password") }
                div { class: "actions",
                    SubmitButton { form, weight: Weight::Danger, {say("deletion-button")} }
                }
            }
        }
    }
}
