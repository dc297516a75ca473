//! The messages that pages, mails and texts should carry, read from the locale files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const FILES: [&str; 6] = ["page", "errors", "countries", "mail", "sms", "desktop"];

/// The repository's folder.
pub(super) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package lies in the repository").to_owned()
}

/// The messages of one language.
#[derive(Clone, Debug)]
pub struct Words {
    /// The language's tag.
    pub language: &'static str,
    messages: BTreeMap<String, String>,
}

impl Words {
    /// Those of that language.
    pub fn load(language: &'static str) -> Self {
        let mut messages = BTreeMap::new();
        for file in FILES {
            let path = repository().join(format!("assets/locales/{language}/{file}.ftl"));
            let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            messages.extend(read(&text));
        }
        Self { language, messages }
    }

    /// The message of that id.
    pub fn say(&self, id: &str) -> String {
        plain(self.pattern(id))
    }

    /// The message of that id with its arguments.
    pub fn say_with(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        let mut text = self.pattern(id).to_owned();
        for (name, value) in arguments {
            text = text.replace(&format!("{{ ${name} }}"), value);
        }
        plain(&text)
    }

    /// What stands before a message's first argument.
    pub fn beginning(&self, id: &str) -> String {
        plain(self.pattern(id).split('{').next().unwrap_or_default())
    }

    fn pattern(&self, id: &str) -> &str {
        self.messages.get(id).unwrap_or_else(|| panic!("there is no message {id} in {}", self.language))
    }
}

fn read(text: &str) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(' ') {
            let message: &mut String = messages.entry(last.clone()).or_default();
            message.push('\n');
            message.push_str(line.trim());
        } else if let Some((id, pattern)) = line.split_once(" =") {
            last = id.to_owned();
            messages.insert(last.clone(), pattern.trim().to_owned());
        }
    }
    messages
}

/// Text as it is compared: without the invisible marks that order what is written from left to right, and with single
/// blanks.
pub fn plain(text: &str) -> String {
    let is_mark = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().filter(|c| !is_mark(*c)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_read_with_their_further_lines() {
        let messages = read("# a note\na = One { $x }\nb =\n    two\n    lines\n\nc = three\n");
        assert_eq!(messages["a"], "One { $x }");
        assert_eq!(plain(&messages["b"]), "two lines");
        assert_eq!(messages["c"], "three");
    }

    #[test]
    fn marks_are_not_compared() {
        assert_eq!(plain("\u{2068}+49\u{2069}  171\n"), "+49 171");
    }

    #[test]
    fn all_languages_say_everything() {
        let english = Words::load("en");
        for language in ["de", "es", "ar"] {
            assert!(english.messages.keys().eq(Words::load(language).messages.keys()), "{language}");
        }
        assert_eq!(english.say_with("phone-attempts-left", &[("count", "4")]), "Attempts left: 4");
    }
}
