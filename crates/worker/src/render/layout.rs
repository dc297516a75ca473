//! Lays the words of a mail out, as text and as HTML.

use perfil_models::Language;

const TEXT: &str = include_str!("../../templates/mail.txt");
const HTML: &str = include_str!("../../templates/mail.html");

/// The words of a mail, unescaped.
pub(super) struct Words {
    pub title: String,
    pub greeting: String,
    pub body: String,
    pub advice: String,
    pub button: String,
    pub signature: String,
    pub footer: String,
    pub unsubscribe: String,
}

/// Where a mail leads.
pub(super) struct Links {
    /// By its button.
    pub button: String,
    /// To end mails of the kind, where they can be ended.
    pub unsubscribe: Option<String>,
}

impl Words {
    fn pairs(&self) -> [(&'static str, &str); 7] {
        [
            ("title", &self.title),
            ("greeting", &self.greeting),
            ("body", &self.body),
            ("advice", &self.advice),
            ("button", &self.button),
            ("signature", &self.signature),
            ("footer", &self.footer),
        ]
    }
}

/// The mail as text.
pub(super) fn text(words: &Words, links: &Links) -> String {
    let mut values: Vec<(&str, String)> = words.pairs().map(|(name, value)| (name, value.to_owned())).into();
    values.push(("link", links.button.clone()));
    let unsubscribe = |link: &String| format!("\n\n{}:\n{link}", words.unsubscribe);
    values.push(("unsubscribe", links.unsubscribe.as_ref().map(unsubscribe).unwrap_or_default()));
    fill(TEXT, &values)
}

/// The mail as HTML. All words are escaped, whatever arguments stand in them.
pub(super) fn html(words: &Words, links: &Links, language: Language) -> String {
    let mut values: Vec<(&str, String)> = words.pairs().map(|(name, value)| (name, paragraph(value))).into();
    values.push(("link", escape(&links.button)));
    let unsubscribe = |link: &String| {
        format!("<br>\n<a href=\"{}\" style=\"color:inherit\">{}</a>", escape(link), escape(&words.unsubscribe))
    };
    values.push(("unsubscribe", links.unsubscribe.as_ref().map(unsubscribe).unwrap_or_default()));
    values.push(("lang", language.tag().to_owned()));
    values.push(("dir", language.direction().as_str().to_owned()));
    fill(HTML, &values)
}

/// Replaces each `{{name}}` in one pass, so that a value that looks like a placeholder stays what it is.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(2 * template.len());
    let mut rest = template;
    while let Some((before, (name, after))) =
        rest.split_once("{{").and_then(|(before, after)| Some((before, after.split_once("}}")?)))
    {
        filled.push_str(before);
        filled.extend(values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str()));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn paragraph(text: &str) -> String {
    escape(text).replace('\n', "<br>\n")
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_not_filled_again() {
        let values = [("a", "{{b}}".to_owned()), ("b", "no".to_owned())];
        assert_eq!(fill("<{{a}}|{{b}}|{{unknown}}>{{", &values), "<{{b}}|no|>{{");
    }

    #[test]
    fn html_is_escaped() {
        assert_eq!(paragraph("<b>&\"'\nx"), "&lt;b&gt;&amp;&quot;&#39;<br>\nx");
    }

    #[test]
    fn every_placeholder_has_a_value() {
        let value = || "x".to_owned();
        let words = Words {
            title: value(),
            greeting: value(),
            body: value(),
            advice: value(),
            button: value(),
            signature: value(),
            footer: value(),
            unsubscribe: value(),
        };
        let link = || "https://example.com".to_owned();
        let links = Links { button: link(), unsubscribe: None };
        let security = html(&words, &links, Language::Ar);
        assert!(security.contains("lang=\"ar\" dir=\"rtl\""));
        assert_eq!(HTML.matches("{{").count(), 12);
        assert_eq!(security.matches(">x<").count(), 8);
        assert!(text(&words, &links).ends_with("-- \nx\n\nx\n"), "{}", text(&words, &links));

        let links = Links { unsubscribe: Some(format!("{}?a&b", link())), ..links };
        let topic = html(&words, &links, Language::Ar);
        assert!(topic.contains("x<br>\n<a href=\"https://example.com?a&amp;b\" style=\"color:inherit\">x</a></p>"));
        assert!(text(&words, &links).ends_with("\n\nx\n\nx:\nhttps://example.com?a&b\n"));
        assert!(!topic.contains("{{") && !text(&words, &links).contains("{{"));
    }
}
