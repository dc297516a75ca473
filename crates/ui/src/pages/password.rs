//! *Change password*.

use crate::api::password::change_password;
use crate::components::account::use_account;
use crate::components::card::{Card, PageHead};
use crate::components::field::PasswordField;
use crate::components::form::{ActionForm, SubmitButton, Typed, use_form};
use crate::components::new_password::{NewPassword, Username};
use crate::components::notice::Notice;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::Field;
use perfil_models::request::ChangePassword;
use perfil_models::view::Account;

/// The page: the current password, the new one, and the new one again.
#[component]
pub fn PasswordPage() -> Element {
    let form = use_form("change-password");
    let account = use_account();
    let send = move |typed: Typed| {
        let request = ChangePassword {
            current: typed.secret(Field::Current),
            new: typed.secret(Field::New),
            repeat: typed.secret(Field::Repeat),
        };
        form.send(change_password(request), move |answer| {
            if answer.is_ok() {
                form.clear(&[Field::Current, Field::New, Field::Repeat]);
                form.done("done-change-password");
                account.refresh();
            }
        });
    };
    let Account { email, password_min: min, .. } = account.now.cloned();
    rsx! {
        PageHead { title: say("password-title"), lead: say("password-lead") }
        Card { id: "password-heading", title: say("password-card-title"), lead: say("password-card-lead"),
            ActionForm { form, onsend: send,
                Username { email }
                PasswordField { form, field: Field::Current, label: say("password-current") }
                NewPassword { form, min }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("password-button")} }
                }
            }
        }
    }
}
