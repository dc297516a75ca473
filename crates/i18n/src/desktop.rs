//! What the desktop app says by itself.

use crate::error::LocaleError;
use crate::files::{Audience, files};
use crate::locale::Locale;
use crate::locales::Argument;
use fluent_bundle::FluentArgs;
use perfil_models::Language;

/// The messages of `desktop.ftl` in one language: all that the app needs before it knows a server.
pub struct DesktopWords {
    language: Language,
    locale: Locale,
}

impl DesktopWords {
    /// Parses that one file, as it was when the program was compiled.
    pub fn load(language: Language) -> Result<Self, LocaleError> {
        let own: Vec<_> = files(language).into_iter().filter(|file| file.audience == Audience::Desktop).collect();
        Ok(Self { language, locale: Locale::parse(language, &own)? })
    }

    /// The language they are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message in words. Fails when the id is unknown or an argument is missing.
    pub fn text(&self, id: &str, args: &[(&str, &str)]) -> Result<String, LocaleError> {
        let values = args.iter().map(|(name, value)| (*name, Argument::from(*value)));
        self.locale.say(id, &values.collect::<FluentArgs<'_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_the_app_says_and_nothing_else() {
        for language in Language::ALL {
            let words = DesktopWords::load(language).unwrap_or_else(|why| panic!("{why}"));
            let text = words.text("desktop-check-no-such-name", &[("server", "account.example.com")]);
            assert!(text.is_ok_and(|text| text.contains("account.example.com")));
            assert!(words.text("sign-in-title", &[]).is_err());
            assert_eq!(words.language(), language);
        }
    }
}
