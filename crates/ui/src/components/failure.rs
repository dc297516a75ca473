//! A page whose content could not be loaded.

use super::icon::{Icon, Shape};
use super::notice::is_signed_out;
use crate::platform;
use crate::route::{Route, sign_in_path};
use crate::words::{say, tell};
use dioxus::prelude::*;
use perfil_models::next::HOME;
use perfil_models::{Explain, Sentence};

const FORBIDDEN: u16 = 403;

/// What went wrong, and a way to try again; the server answers with `status`.
#[component]
pub fn Failure(status: u16, sentence: Sentence, children: Element) -> Element {
    use_hook(|| platform::answer_with_status(status));
    rsx! {
        section { class: "card failure", role: "alert",
            Icon { shape: Shape::Alert }
            p { {tell(&sentence)} }
            {children}
        }
    }
}

/// [`Failure`] of a page below the shell: try again, sign in where nobody is signed in any more, or go back to what the
/// role allows.
#[component]
pub fn PageFailure(status: u16, sentence: Sentence) -> Element {
    let here = use_route::<Route>().to_string();
    let signed_out = is_signed_out(&sentence);
    rsx! {
        Failure { status, sentence,
            if signed_out {
                a { class: "button button-primary", href: sign_in_path(&here), {say("sign-in-again")} }
            } else if status == FORBIDDEN {
                a { class: "button button-secondary", href: HOME, {say("not-found-link")} }
            } else {
                a { class: "button button-secondary", href: here, {say("try-again")} }
            }
        }
    }
}

/// The page for an error of loading it.
pub fn failed(error: &impl Explain) -> Element {
    rsx! {
        PageFailure { status: error.status(), sentence: error.sentence() }
    }
}
