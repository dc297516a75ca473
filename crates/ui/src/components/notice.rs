//! How something went, said where it stands.

use super::icon::{Icon, Shape};
use crate::route::{Route, sign_in_path};
use crate::words::{say, tell};
use dioxus::prelude::*;
use perfil_models::view::Outcome;
use perfil_models::{AccessError, Explain, Sentence};

/// Shows and announces an outcome that belongs to no field. The region is there from the start, so that screen readers
/// notice what comes into it.
#[component]
pub fn Notice(outcome: Signal<Option<Outcome>>, id: Option<&'static str>) -> Element {
    let (sentence, shape, class) = match &*outcome.read() {
        Some(Outcome::Done(sentence)) => (Some(sentence.clone()), Shape::Check, "notice notice-done"),
        Some(Outcome::Refused(sentence, None)) => (Some(sentence.clone()), Shape::Alert, "notice notice-refused"),
        _ => (None, Shape::Alert, ""),
    };
    rsx! {
        div { class: "notice-slot", role: "status", aria_live: "polite", id, tabindex: "-1",
            if let Some(sentence) = sentence {
                div { class,
                    Icon { shape }
                    p {
                        {tell(&sentence)}
                        if is_signed_out(&sentence) {
                            SignInAgain {}
                        }
                    }
                }
            }
        }
    }
}

/// A way back in that leaves this page, and what was typed on it, open.
#[component]
fn SignInAgain() -> Element {
    let here = use_route::<Route>();
    if matches!(here, Route::SignInPage { .. }) {
        return rsx! {};
    }
    let here = here.to_string();
    rsx! {
        " "
        a { href: sign_in_path(&here), target: "_blank", rel: "noopener", {say("sign-in-in-new-tab")} }
    }
}

/// Whether the sentence says that nobody is signed in.
pub fn is_signed_out(sentence: &Sentence) -> bool {
    sentence.id == AccessError::SignedOut.sentence().id
}
