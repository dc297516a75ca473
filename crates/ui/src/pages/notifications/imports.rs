//! The latest imports of contacts.

use crate::components::icon::{Icon, Shape};
use crate::words::{say, say_with};
use dioxus::prelude::*;
use perfil_models::view::{Import, ImportState};

const HEADING: &str = "imports-heading";

/// Their list.
pub fn imports(imports: &[Import]) -> Element {
    rsx! {
        section { class: "part", aria_labelledby: HEADING,
            h3 { id: HEADING, {say("imports-title")} }
            if imports.is_empty() {
                p { class: "muted", {say("imports-empty")} }
            } else {
                ul { class: "entries", aria_labelledby: HEADING,
                    for import in imports {
                        {entry(import)}
                    }
                }
            }
        }
    }
}

fn entry(import: &Import) -> Element {
    let (class, state, shape) = match import.state {
        ImportState::Running => ("badge", "import-running", Shape::User),
        ImportState::Completed => ("badge badge-good", "import-completed", Shape::User),
        ImportState::Failed => ("badge badge-bad", "import-failed", Shape::Alert),
    };
    rsx! {
        li { class: "entry",
            Icon { shape }
            div { class: "entry-text",
                p { class: "entry-title",
                    bdi { "{import.name}" }
                    span { class, role: "status", {say(state)} }
                }
                if import.state == ImportState::Running {
                    progress {
                        class: "progress",
                        aria_label: say_with("import-progress", &[("import", &import.name)]),
                        max: "100",
                        value: import.percent.map(|percent| percent.to_string()),
                    }
                }
                ul { class: "entry-facts in-columns",
                    li { "{import.at}" }
                    for count in counts(import) {
                        li { "{count}" }
                    }
                }
                if !import.reasons.is_empty() {
                    dl { class: "rejects", aria_label: say("import-reasons"),
                        for (reason , count) in import.reasons.iter() {
                            div {
                                dt { bdi { "{reason}" } }
                                dd { "{count}" }
                            }
                        }
                    }
                }
                if let Some(failure) = &import.failure {
                    p { class: "import-failure", bdi { "{failure}" } }
                }
            }
        }
    }
}

fn counts(import: &Import) -> Vec<String> {
    let done = match (import.state, &import.total) {
        (ImportState::Running, Some(total)) => {
            Some(say_with("import-done-of", &[("done", &import.done), ("total", total)]))
        }
        (ImportState::Running, None) => Some(say_with("import-done", &[("done", &import.done)])),
        (ImportState::Completed, _) => Some(say_with("import-imported", &[("count", &import.imported)])),
        (ImportState::Failed, _) => None,
    };
    let rejected = import.rejected.as_ref().map(|count| say_with("import-rejected", &[("count", count)]));
    done.into_iter().chain(rejected).collect()
}
