//! Where to go on from a link that was used, or that cannot be used any more.

use crate::app::frame;
use crate::words::say;
use dioxus::prelude::*;
use perfil_models::next::HOME;
use perfil_models::view::LinkPurpose;

const EMAIL: (&str, &str) = ("/settings/email", "link-to-email");
const NOTIFICATIONS: (&str, &str) = ("/settings/notifications", "link-to-notifications");
const FORGOTTEN: (&str, &str) = ("/forgot-password", "link-to-new-password");
const SETTINGS: (&str, &str) = (HOME, "not-found-link");
const SIGN_IN: (&str, &str) = ("/sign-in", "sign-in-button");

/// Advice, and one or two ways on. They load the page afresh: a session may have ended.
#[component]
pub fn Steps(purpose: LinkPurpose, is_done: bool) -> Element {
    let inside = if frame().who.read().is_some() { SETTINGS } else { SIGN_IN };
    let (advice, first, second) = match (purpose, is_done) {
        (LinkPurpose::ConfirmEmail, true) => (None, inside, None),
        (LinkPurpose::ConfirmEmail, false) => (Some("link-advice-confirm-email"), EMAIL, None),
        (LinkPurpose::Undo, true) => (Some("link-advice-undone"), FORGOTTEN, Some(inside)),
        (LinkPurpose::Undo, false) => (Some("link-advice-undo"), FORGOTTEN, Some(inside)),
        (LinkPurpose::ResetPassword, true) => (None, inside, None),
        (LinkPurpose::ResetPassword, false) => (Some("link-advice-reset-password"), FORGOTTEN, Some(inside)),
        (LinkPurpose::Invitation, true) => (None, inside, None),
        (LinkPurpose::Invitation, false) => (Some("link-advice-welcome"), FORGOTTEN, Some(inside)),
        (LinkPurpose::Join, true) => (None, inside, None),
        (LinkPurpose::Join, false) => (Some("link-advice-join"), SIGN_IN, None),
        (LinkPurpose::Unsubscribe, true) => (None, NOTIFICATIONS, None),
        (LinkPurpose::Unsubscribe, false) => (Some("link-advice-unsubscribe"), NOTIFICATIONS, None),
    };
    rsx! {
        if let Some(advice) = advice {
            p { {say(advice)} }
        }
        div { class: "actions",
            a { class: "button button-primary", href: first.0, {say(first.1)} }
            if let Some((path, label)) = second {
                a { class: "button button-secondary", href: path, {say(label)} }
            }
        }
    }
}
