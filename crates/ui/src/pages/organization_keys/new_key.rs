//! A key that was just made, shown this once.

use super::State;
use crate::platform;
use crate::words::{say, tell};
use dioxus::prelude::*;
use perfil_models::Sentence;

const PLACE: &str = "new-key";

/// The key that a sentence about what was done carries.
pub fn token_in(sentence: &Sentence) -> Option<String> {
    sentence.args.iter().find(|(name, _)| name == "token").map(|(_, token)| token.clone())
}

/// The key; the keyboard goes there whenever there is a new one.
#[component]
pub fn NewKeyCard(sentence: Sentence) -> Element {
    let state: State = use_context();
    use_effect(move || {
        if state.new_key.read().is_some() {
            platform::focus(PLACE);
        }
    });
    let token = token_in(&sentence).unwrap_or_default();
    rsx! {
        section { class: "card", id: PLACE, tabindex: "-1", aria_labelledby: "new-key-heading",
            header { class: "card-head",
                h2 { id: "new-key-heading", {say("new-key-title")} }
                p { {tell(&sentence)} }
            }
            p { class: "secret new-key",
                code { dir: "ltr", "{token}" }
            }
            p { class: "doubt", {say("new-key-lead")} }
            Keep { key: "{token}", token: token.clone() }
        }
    }
}

#[component]
fn Keep(token: String) -> Element {
    let mut copied = use_signal(|| None);
    let copy = move |_| {
        let token = token.clone();
        spawn(async move {
            let id = if platform::copy(&token).await { "new-codes-copied" } else { "new-key-not-copied" };
            copied.set(Some(id));
        });
    };
    rsx! {
        div { class: "actions keep waits-for-script",
            button { r#type: "button", class: "button button-secondary", id: "copy-key", onclick: copy,
                {say("new-codes-copy")}
            }
            span { class: "hint", role: "status",
                if let Some(id) = copied() {
                    {say(id)}
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_found_in_the_sentence_that_carries_it() {
        let sentence = Sentence::new("done-create-key").with("token", "perfil_x");
        assert_eq!(token_in(&sentence).as_deref(), Some("perfil_x"));
        assert_eq!(token_in(&Sentence::new("done-revoke-key")), None);
    }
}
