//! *User info*.

mod role;

use crate::api::account::rename;
use crate::components::account::use_account;
use crate::components::card::{Address, Card, Fact, Number, PageHead};
use crate::components::contact::PendingChanges;
use crate::components::field::TextField;
use crate::components::form::{ActionForm, Hidden, SubmitButton, Typed, use_form};
use crate::components::notice::Notice;
use crate::platform;
use crate::route::Route;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::request::Rename;
use perfil_models::view::Account;
use role::RoleCard;

/// The page: the name, which can be edited, and what is known besides.
#[component]
pub fn UserPage() -> Element {
    let account = use_account().now;
    let given_away = use_form("set-role");
    rsx! {
        PageHead { title: say("user-title"), lead: say("user-lead") }
        Notice { outcome: given_away.outcome }
        PendingChanges {}
        DisplayNameCard {}
        RoleCard { account: account() }
        ContactCard { account: account() }
    }
}

#[component]
fn DisplayNameCard() -> Element {
    let shared = use_account();
    let form = use_form("rename");
    let send = move |typed: Typed| {
        let request = Rename {
            display_name: typed.text(Field::DisplayName.name()),
            version: typed.text("version").parse().unwrap_or_default(),
        };
        form.send(rename(request), move |answer| {
            if let Ok(account) = answer {
                platform::set_value(&form.id_of(Field::DisplayName.name()), &account.display_name);
                shared.replace(account);
                form.done("done-rename");
            }
        });
    };
    let account = shared.now.read();
    rsx! {
        Card { id: "name-heading", title: say("user-name-title"),
            ActionForm { form, onsend: send,
                Hidden { name: "version", value: account.version.to_string() }
                TextField {
                    form,
                    field: Field::DisplayName,
                    label: say("user-name"),
                    hint: say("user-name-hint"),
                    value: account.display_name.clone(),
                    autocomplete: "name",
                }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("user-name-button")} }
                }
            }
        }
    }
}

#[component]
fn ContactCard(account: Account) -> Element {
    rsx! {
        Card { id: "contact-heading", title: say("user-contact-title"),
            dl { class: "facts",
                Fact { name: say("user-email"), note: say("user-email-note"),
                    Address { text: account.email.clone() }
                    Link { class: "fact-link", to: Route::EmailPage {}, {say("user-email-change")} }
                }
                Fact { name: say("user-phone"),
                    match &account.phone {
                        Some(phone) => rsx! {
                            Number { text: phone.display.clone() }
                            span { class: "badge badge-good", {say("phone-verified")} }
                        },
                        None => rsx! {
                            span { class: "muted", {say("phone-absent")} }
                        },
                    }
                    Link { class: "fact-link", to: Route::PhonePage {},
                        if account.phone.is_some() {
                            {say("user-phone-change")}
                        } else {
                            {say("user-phone-add")}
                        }
                    }
                }
            }
        }
    }
}
