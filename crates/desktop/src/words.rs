//! What the app says by itself, in the system's language.

use crate::system;
use dioxus::prelude::consume_context;
use perfil_i18n::{DesktopWords, LocaleError};
use perfil_models::Language;
use std::rc::Rc;

/// The messages of one language. A clone shares them.
#[derive(Clone)]
pub(crate) struct Words(Rc<DesktopWords>);

impl Words {
    /// In the language that the person prefers of those there are.
    pub(crate) fn of_system() -> Result<Self, LocaleError> {
        Self::load(Language::negotiate(&system::accept_language()))
    }

    /// In that language.
    pub(crate) fn load(language: Language) -> Result<Self, LocaleError> {
        Ok(Self(Rc::new(DesktopWords::load(language)?)))
    }

    /// The language they are in.
    pub(crate) fn language(&self) -> Language {
        self.0.language()
    }

    /// The message of that id; where it is missing, the id itself.
    pub(crate) fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// The message with its arguments filled in.
    pub(crate) fn say_with(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.0.text(id, args).unwrap_or_else(|_| id.to_owned())
    }
}

/// [`Words::say`] of the words in the context, from any component.
pub(crate) fn say(id: &str) -> String {
    consume_context::<Words>().say(id)
}

/// [`Words::say_with`] of the words in the context, from any component.
pub(crate) fn say_with(id: &str, args: &[(&str, &str)]) -> String {
    consume_context::<Words>().say_with(id, args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_message_shows_its_id() {
        let words = Words::load(Language::De).expect("the words");
        assert_eq!(words.say("desktop-quit"), "Beenden");
        assert_eq!(words.say("desktop-nothing"), "desktop-nothing");
        assert!(words.say_with("desktop-connecting", &[("server", "a.example.com")]).contains("a.example.com"));
    }
}
