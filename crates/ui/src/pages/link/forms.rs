//! The buttons behind the links.

use crate::api::Refusal;
use crate::api::link::{confirm_email, undo, unsubscribe};
use crate::api::password::{accept_invitation, reset_password};
use crate::app::frame;
use crate::components::card::{Address, Fact, Number};
use crate::components::form::{ActionForm, Form, Hidden, SubmitButton, Typed};
use crate::components::new_password::{NewPassword, Username};
use crate::components::notice::Notice;
use crate::route::Route;
use crate::words::{say, topic_name};
use dioxus::prelude::*;
use perfil_models::error::LinkError;
use perfil_models::request::{ResetPassword, UseLink};
use perfil_models::view::{Link as Opened, LinkPurpose, Outcome};
use perfil_models::{Explain, Field, Secret, Sentence};
use std::future::Future;
use std::pin::Pin;

/// A server function that uses a link; answers with the id of what was done.
type Call = Pin<Box<dyn Future<Output = Result<&'static str, Refusal<LinkError>>>>>;

/// What a link changes, and the button that does it.
#[component]
pub fn UseLinkForm(purpose: LinkPurpose, form: Form, link: Opened, token: String) -> Element {
    let send = {
        let token = token.clone();
        move |_| {
            form.send(call(purpose, Secret::new(token.clone())), move |answer| match answer {
                Ok(done) => {
                    form.done(done);
                    drop_token();
                }
                Err(error) if error.ends_the_change() => drop_token(),
                Err(_) => {}
            });
        }
    };
    let (lead, hint, button) = match purpose {
        LinkPurpose::ConfirmEmail => ("confirm-email-lead", "confirm-email-hint", "confirm-email-button"),
        LinkPurpose::Unsubscribe => ("unsubscribe-lead", "unsubscribe-hint", "unsubscribe-button"),
        LinkPurpose::Undo | LinkPurpose::ResetPassword | LinkPurpose::Invitation | LinkPurpose::Join => {
            ("undo-lead", "undo-hint", "undo-button")
        }
    };
    rsx! {
        section { class: "card",
            p { {say(lead)} }
            dl { class: "facts", {facts(link)} }
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

fn call(purpose: LinkPurpose, token: Secret) -> Call {
    let (request, frame) = (UseLink { token }, frame());
    Box::pin(async move {
        let done = match purpose {
            LinkPurpose::ConfirmEmail => confirm_email(request).await.map(|()| "done-confirm-email")?,
            LinkPurpose::Unsubscribe => unsubscribe(request).await.map(|()| "done-unsubscribe")?,
            LinkPurpose::Undo | LinkPurpose::ResetPassword | LinkPurpose::Invitation | LinkPurpose::Join => {
                undo(request).await?.message_id()
            }
        };
        frame.ask_who().await;
        Ok(done)
    })
}

fn facts(link: Opened) -> Element {
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
        Opened::KeepAccount { email } => rsx! {
            Fact { name: say("undo-account"), Address { text: email } }
        },
        Opened::Unsubscribe { topic, email } => rsx! {
            Fact { name: say("unsubscribe-topic"), {topic_name(topic)} }
            Fact { name: say("unsubscribe-email"), Address { text: email } }
        },
        Opened::ResetPassword { .. } | Opened::Invitation { .. } | Opened::Join { .. } => rsx! {},
    }
}

/// The form in which a password is chosen: a new one, or by `invitation` the first one.
#[component]
pub fn NewPasswordForm(
    form: Form,
    lead: String,
    invitation: bool,
    email: String,
    min: usize,
    token: String,
) -> Element {
    let send = {
        let (email, token) = (email.clone(), token.clone());
        move |typed: Typed| {
            let email = email.clone();
            let request = ResetPassword {
                token: Secret::new(token.clone()),
                new: typed.secret(Field::New),
                repeat: typed.secret(Field::Repeat),
            };
            let call = async move {
                if invitation { accept_invitation(request).await } else { reset_password(request).await }
            };
            let done = if invitation { "done-welcome" } else { "done-reset-password" };
            form.send(call, move |answer| match answer {
                Ok(()) => go_on_to_sign_in(form, &email, done),
                Err(error) if error.ends_the_change() => drop_token(),
                Err(_) => {}
            });
        }
    };
    let button = if invitation { "welcome-button" } else { "password-button" };
    rsx! {
        section { class: "card",
            p { {lead} }
            ActionForm { form, onsend: send,
                Hidden { name: "token", value: token }
                Username { email }
                NewPassword { form, min }
                Notice { outcome: form.outcome }
                div { class: "actions",
                    SubmitButton { form, {say(button)} }
                }
            }
        }
    }
}

/// No session of the account lives: on to the sign-in page, unless somebody else is signed in here.
pub fn go_on_to_sign_in(form: Form, email: &str, done: &str) {
    let mut who = frame().who;
    if who.peek().as_ref().is_none_or(|who| who.email.eq_ignore_ascii_case(email)) {
        who.set(None);
        frame().leave_flash("sign-in", Outcome::Done(Sentence::new(done)), email);
        navigator().replace("/sign-in");
    } else {
        form.done(done);
        drop_token();
    }
}

/// Takes the token out of the address bar and the history.
pub fn drop_token() {
    navigator().replace(router().current::<Route>().path().as_str());
}
