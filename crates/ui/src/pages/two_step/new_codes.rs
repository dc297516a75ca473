//! Recovery codes that were just made, shown this once.

use super::State;
use crate::components::account::use_account;
use crate::platform;
use crate::words::{say, tell};
use dioxus::prelude::*;
use perfil_models::Sentence;

const PLACE: &str = "new-codes";
const FILE: &str = "perfil-recovery-codes.txt";

/// The codes that a sentence about what was done carries.
pub fn codes_in(sentence: &Sentence) -> Vec<String> {
    let codes = sentence.args.iter().find(|(name, _)| name == "codes");
    codes.map(|(_, codes)| codes.split_whitespace().map(str::to_owned).collect()).unwrap_or_default()
}

/// The codes; the keyboard goes there whenever there are new ones.
#[component]
pub fn NewCodesCard(sentence: Sentence) -> Element {
    let state: State = use_context();
    use_effect(move || {
        if state.new_codes.read().is_some() {
            platform::focus(PLACE);
        }
    });
    let codes = codes_in(&sentence);
    rsx! {
        section { class: "card", id: PLACE, tabindex: "-1", aria_labelledby: "new-codes-heading",
            header { class: "card-head",
                h2 { id: "new-codes-heading", {say("new-codes-title")} }
                p { {tell(&sentence)} }
            }
            ol { class: "recovery-codes",
                for code in codes.iter() {
                    li { key: "{code}",
                        code { dir: "ltr", "{code}" }
                    }
                }
            }
            p { class: "doubt", {say("new-codes-lead")} }
            Keep { codes }
        }
    }
}

/// Ways to take the codes along.
#[component]
fn Keep(codes: Vec<String>) -> Element {
    let account = use_account().now;
    let mut copied = use_signal(|| None);
    let copy = {
        let text = codes.join("\n");
        move |_| {
            let text = text.clone();
            spawn(async move {
                let id = if platform::copy(&text).await { "new-codes-copied" } else { "new-codes-not-copied" };
                copied.set(Some(id));
            });
        }
    };
    let download = move |_| {
        let (title, email) = (say("new-codes-title"), &account.peek().email);
        platform::download(FILE, &format!("{title}\n{email}\n\n{}\n", codes.join("\n")));
    };
    rsx! {
        div { class: "actions keep waits-for-script",
            button { r#type: "button", class: "button button-secondary", id: "copy-codes", onclick: copy,
                {say("new-codes-copy")}
            }
            button { r#type: "button", class: "button button-secondary", id: "download-codes", onclick: download,
                {say("new-codes-download")}
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
    fn codes_are_found_in_the_sentence_that_carries_them() {
        let sentence = Sentence::new("done-recovery-codes-new").with("codes", "7k2m-q9xd ab3d-4hvn");
        assert_eq!(codes_in(&sentence), ["7k2m-q9xd", "ab3d-4hvn"]);
        assert!(codes_in(&Sentence::new("done-remove-factor")).is_empty());
    }
}
