//! The buttons behind the links.

use crate::api::Refusal;
use crate::api::link::{confirm_email, undo};
use crate::api::password::reset_password;
use crate::app::frame;
use crate::components::card::{Address, Fact, Number};
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed};
use crate::components::new_password::{NewPassword, Username};
use crate::components::notice::Notice;
use crate::route::Route;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::error::LinkError;
use perfil_models::request::{ResetPassword, UseLink};
use perfil_models::view::{Link as Opened, Outcome};
use perfil_models::{Explain, Field, Secret, Sentence};
use std::future::Future;
use std::pin::Pin;

/// A server function that uses a link; answers with the id of what was done.
type Call = Pin<Box<dyn Future<Output = Result<&'static str, Refusal<LinkError>>>>>;

/// What a link changes, and the button that does it.
#[component]
pub fn UseLinkForm(form: Form, link: Opened, token: String) -> Element {
    let confirms = matches!(link, Opened::ConfirmEmail { .. });
    let send = {
        let token = token.clone();
        move |_| {
            let request = UseLink { token: Secret::new(token.clone()) };
            let frame = frame();
            let call: Call = Box::pin(async move {
                let done = if confirms {
                    confirm_email(request).await.map(|()| "done-confirm-email")?
                } else {
                    undo(request).await?.message_id()
                };
                frame.ask_who().await;
                Ok(done)
            });
            form.send(call, move |answer| match answer {
                Ok(done) => {
                    form.done(done);
                    drop_token();
                }
                Err(error) if error.ends_the_change() => drop_token(),
                Err(_) => {}
            });
        }
    };
    let (lead, hint, button) = match confirms {
        true => ("confirm-email-lead", "confirm-email-hint", "confirm-email-button"),
        false => ("undo-lead", "undo-hint", "undo-button"),
    };
    rsx! {
        section { class: "card",
            p { {say(lead)} }
            dl { class: "facts",
                match link {
                    Opened::ConfirmEmail { new, old } => rsx! {
                        Fact { name: say("confirm-email-new"), Address { text: new } }
                        Fact { name: say("confirm-email-old"), Address { text: old } }
                    },
                    Opened::UndoEmail { old, new } => rsx! {
                        Fact { name: say("undo-back"), Address { text: old } }
                        Fact { name: say("undo-away"), Address { text: new } }
                    },
                    Opened::UndoPhone { old, new } => rsx! {
                        Fact { name: say("undo-back"), Number { text: old } }
                        Fact { name: say("undo-away"), Number { text: new } }
                    },
                    Opened::ResetPassword { .. } => rsx! {},
                }
            }
            ActionForm { form, onsend: send,
                Hidden { name: "token", value: token }
                p { class: "hint", {say(hint)} }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say(button)} }
                }
            }
        }
    }
}

/// The form of a forgotten password.
#[component]
pub fn NewPasswordForm(form: Form, email: String, min: usize, token: String) -> Element {
    let send = {
        let (email, token) = (email.clone(), token.clone());
        move |typed: Typed| {
            let email = email.clone();
            let request = ResetPassword {
                token: Secret::new(token.clone()),
                new: typed.secret(Field::New),
                repeat: typed.secret(Field::Repeat),
            };
            form.send(reset_password(request), move |answer| match answer {
                Ok(()) => go_on_after_reset(form, &email),
                Err(error) if error.ends_the_change() => drop_token(),
                Err(_) => {}
            });
        }
    };
    rsx! {
        section { class: "card",
            p { {say("reset-password-lead")} }
            ActionForm { form, onsend: send,
                Hidden { name: "token", value: token }
                Username { email }
                NewPassword { form, min }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say("password-button")} }
                }
            }
        }
    }
}

/// All sessions of the account have ended: on to the sign-in page, unless somebody else is signed in here.
fn go_on_after_reset(form: Form, email: &str) {
    const DONE: &str = "done-reset-password";
    let mut who = frame().who;
    if who.peek().as_ref().is_none_or(|who| who.email.eq_ignore_ascii_case(email)) {
        who.set(None);
        frame().leave_flash("sign-in", Outcome::Done(Sentence::new(DONE)));
        navigator().replace("/sign-in");
    } else {
        form.done(DONE);
        drop_token();
    }
}

/// Takes the token out of the address bar and the history.
fn drop_token() {
    navigator().replace(router().current::<Route>().path().as_str());
}
