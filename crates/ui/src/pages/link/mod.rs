//! The pages behind the links of mails and text messages. Opening one shows what its button does and changes nothing;
//! nobody needs to be signed in. Once the link is used or worth nothing, it leaves the address bar.

mod forms;
mod join;
mod steps;

use crate::api::Refusal;
use crate::api::link::open_link;
use crate::components::card::PageHead;
use crate::components::failure::{Failure, failed};
use crate::components::form::{Form, use_form};
use crate::components::load::{Content, Loading, OpenedLink, use_loaded_by};
use crate::components::notice::Notice;
use crate::platform;
use crate::words::{say, say_with};
use dioxus::prelude::*;
use forms::{NewPasswordForm, UseLinkForm};
use join::JoinForm;
use perfil_models::error::LinkError;
use perfil_models::request::OpenLink;
use perfil_models::view::{Link as Opened, LinkPurpose, Outcome};
use perfil_models::{Explain, Secret};
use steps::Steps;

/// Confirming a new address; `t` is the link's token.
#[component]
pub fn ConfirmEmailPage(t: String) -> Element {
    rsx! { LinkPage { purpose: LinkPurpose::ConfirmEmail, token: t } }
}

/// Bringing an address or a number back.
#[component]
pub fn UndoPage(t: String) -> Element {
    rsx! { LinkPage { purpose: LinkPurpose::Undo, token: t } }
}

/// Getting no more mails about a topic.
#[component]
pub fn UnsubscribePage(t: String) -> Element {
    rsx! { LinkPage { purpose: LinkPurpose::Unsubscribe, token: t } }
}

/// Choosing a new password.
#[component]
pub fn ResetPasswordPage(t: String) -> Element {
    rsx! { LinkPage { purpose: LinkPurpose::ResetPassword, token: t } }
}

/// Choosing the first password.
#[component]
pub fn WelcomePage(t: String) -> Element {
    rsx! { LinkPage { purpose: LinkPurpose::Invitation, token: t } }
}

/// Making an account in the organization that invites.
#[component]
pub fn JoinPage(t: String) -> Element {
    rsx! { LinkPage { purpose: LinkPurpose::Join, token: t } }
}

/// Without a token the page shows how it went, or that there is nothing to see.
#[component]
fn LinkPage(purpose: LinkPurpose, token: String) -> Element {
    let (name, title) = match purpose {
        LinkPurpose::ConfirmEmail => ("confirm-email", "confirm-email-title"),
        LinkPurpose::Undo => ("undo", "undo-title"),
        LinkPurpose::ResetPassword => ("reset-password", "reset-password-title"),
        LinkPurpose::Invitation => ("welcome", "welcome-title"),
        LinkPurpose::Unsubscribe => ("unsubscribe", "unsubscribe-title"),
        LinkPurpose::Join => ("join", "join-title"),
    };
    let form = use_form(name);
    let outcome = form.outcome.read();
    rsx! {
        div { class: "single",
            PageHead { title: say(title) }
            match (&*outcome, token.is_empty()) {
                (Some(Outcome::Done(_)), _) => rsx! { Done { purpose, form } },
                (Some(Outcome::Refused(sentence, _)), true) => rsx! {
                    Failure { status: 200, sentence: sentence.clone(), Steps { purpose, is_done: false } }
                },
                (None, true) => rsx! { Dead { purpose, error: LinkError::Unknown } },
                _ => rsx! { Loaded { purpose, token, form } },
            }
        }
    }
}

#[component]
fn Loaded(purpose: LinkPurpose, token: String, form: Form) -> Element {
    let opened = use_loaded_by::<OpenedLink>(|| {
        let token = Secret::new(token.clone());
        Box::new(move || look_at(OpenLink { purpose, token: token.clone() }))
    })?;
    match opened.answer() {
        Ok(Ok(Opened::ResetPassword { email, min })) => {
            let lead = say("reset-password-lead");
            rsx! { NewPasswordForm { form, lead, invitation: false, email, min, token } }
        }
        Ok(Ok(Opened::Invitation { email, organization, min })) => {
            let lead = say_with("welcome-lead", &[("organization", &organization), ("email", &email)]);
            rsx! { NewPasswordForm { form, lead, invitation: true, email, min, token } }
        }
        Ok(Ok(Opened::Join { email, organization, inviter, role, min })) => {
            rsx! { JoinForm { form, email, organization, inviter, role, min, token } }
        }
        Ok(Ok(link)) => rsx! { UseLinkForm { purpose, form, link, token } },
        Ok(Err(LinkError::Access { cause })) | Err(cause) => failed(&cause),
        Ok(Err(error)) => rsx! { Dead { purpose, error } },
    }
}

fn look_at(form: OpenLink) -> Loading {
    Box::pin(async { Ok(Content::Link(open_link(form).await.map_err(|Refusal(error)| error))) })
}

/// A link that does nothing (any more).
#[component]
fn Dead(purpose: LinkPurpose, error: LinkError) -> Element {
    rsx! {
        Failure { status: error.status(), sentence: error.sentence(), Steps { purpose, is_done: false } }
    }
}

/// What was done, and what to do next.
#[component]
fn Done(purpose: LinkPurpose, form: Form) -> Element {
    const RESULT: &str = "link-result";
    use_effect(|| platform::focus(RESULT));
    rsx! {
        section { class: "card",
            Notice { outcome: form.outcome, id: RESULT }
            Steps { purpose, is_done: true }
        }
    }
}
