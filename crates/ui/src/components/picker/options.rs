//! The list as the page carries it: the options of a `select`, written as text by the server and read by the browser.

use super::Item;
#[cfg(feature = "server")]
use crate::components::field::escaped;
use crate::platform;
use perfil_models::view::ChoiceGroup;

/// The options as HTML. Only the server writes them; the browser finds them in the page.
#[cfg(feature = "server")]
pub fn of(groups: &[ChoiceGroup], chosen: &str) -> String {
    let mut html = String::new();
    for group in groups {
        if !group.name.is_empty() {
            html.extend(["<optgroup label=\"", &escaped(&group.name), "\">"]);
        }
        for choice in &group.choices {
            let selected = if choice.value == chosen { " selected" } else { "" };
            let label = super::label_of(&choice.name, &choice.detail);
            html.extend([
                "<option value=\"",
                &escaped(&choice.value),
                "\"",
                selected,
                ">",
                &escaped(&label),
                "</option>",
            ]);
        }
        if !group.name.is_empty() {
            html.push_str("</optgroup>");
        }
    }
    html
}

/// Nothing: see above.
#[cfg(not(feature = "server"))]
pub fn of(_groups: &[ChoiceGroup], _chosen: &str) -> String {
    String::new()
}

/// The items of the `select` of that id.
pub fn shown_in(id: &str) -> Vec<Item> {
    let lines = platform::options_of(id);
    let mut lines = lines.lines();
    let mut items = Vec::new();
    while let (Some(value), Some(label), Some(group)) = (lines.next(), lines.next(), lines.next()) {
        let inside = label.strip_suffix(')').and_then(|label| label.rsplit_once(" ("));
        let (name, detail) = inside.unwrap_or((label, ""));
        let [value, name, detail, group] = [value, name, detail, group].map(str::to_owned);
        items.push(Item { value, name, detail, group });
    }
    items
}

#[cfg(all(test, feature = "server"))]
mod tests {
    use super::*;
    use perfil_models::view::Choice;

    #[test]
    fn options_are_text() {
        let choice = |value: &str, name: &str| Choice { value: value.into(), name: name.into(), detail: String::new() };
        let groups = [
            ChoiceGroup { name: String::new(), choices: vec![choice("", "Detected: <b>")] },
            ChoiceGroup { name: "\"Far\" & near".into(), choices: vec![choice("A/B", "B")] },
        ];
        assert_eq!(
            of(&groups, "A/B"),
            "<option value=\"\">Detected: &lt;b&gt;</option><optgroup label=\"&quot;Far&quot; &amp; near\">\
             <option value=\"A/B\" selected>B</option></optgroup>"
        );
    }
}
