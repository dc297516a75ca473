//! Every language at once: what the rest of Perfil asks.

use crate::error::LocaleError;
use crate::files::files;
use crate::locale::Locale;
use crate::zones;
use fluent_bundle::{FluentArgs, FluentValue};
use perfil_models::{CountryCode, Language, Sentence};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The messages of every language. A clone shares them.
#[derive(Clone)]
pub struct Locales(Arc<BTreeMap<Language, Locale>>);

/// The value of a message's variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// Shown as it is.
    Text(Cow<'a, str>),
    /// Shown in digits, and decides which plural form is taken.
    Number(i64),
}

impl Locales {
    /// Parses the files that were embedded when the program was compiled. A fault of theirs is an error that names the
    /// file and the message's id; the tests of this crate see it first.
    pub fn load() -> Result<Self, LocaleError> {
        let locale = |language| Ok((language, Locale::parse(language, &files(language))?));
        Ok(Self(Arc::new(Language::ALL.into_iter().map(locale).collect::<Result<_, _>>()?)))
    }

    /// What a page needs: `(id, pattern)` of `page.ftl` and `errors.ftl`, sorted by id. A pattern holds `{name}` where
    /// an argument goes.
    pub fn page_messages(&self, language: Language) -> &[(String, String)] {
        self.0[&language].page()
    }

    /// A message of any file in words. Fails when the id is unknown or an argument is missing.
    pub fn text(&self, language: Language, id: &str, args: &[(&str, Argument<'_>)]) -> Result<String, LocaleError> {
        let values = args.iter().map(|(name, value)| (*name, value.clone()));
        self.0[&language].say(id, &values.collect::<FluentArgs<'_>>())
    }

    /// A sentence in words. One that cannot be said is shown as its id, which a reader can at least report.
    pub fn sentence(&self, language: Language, sentence: &Sentence) -> String {
        let values = sentence.args.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let said = self.0[&language].say(&sentence.id, &values.collect::<FluentArgs<'_>>());
        said.unwrap_or_else(|_| sentence.id.clone())
    }

    /// The name of a country or region, for example *Germany* or *ألمانيا*: of every region that libphonenumber knows
    /// a dial code of. `None` for any other.
    pub fn country_name(&self, language: Language, code: CountryCode) -> Option<&str> {
        self.0[&language].country(code)
    }

    /// The city that a time zone is named after, for example *Lisbon*; the zone by its canonical name. `None` for what
    /// cannot be chosen.
    pub fn city(&self, language: Language, zone: &str) -> Option<String> {
        self.of(language).word(&zones::message(zone))
    }

    /// Sorts a list by names of the language, as its dictionaries do: *Ägypten* before *Albanien*.
    pub fn sort_by_name<T>(&self, language: Language, list: &mut [T], name: impl Fn(&T) -> &str) {
        let words = self.of(language);
        list.sort_by(|one, other| words.compare(name(one), name(other)));
    }

    pub(crate) fn of(&self, language: Language) -> &Locale {
        &self.0[&language]
    }

    /// The countries that have a name, in no order.
    pub fn countries(&self) -> impl Iterator<Item = CountryCode> {
        self.0[&Language::default()].countries()
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u32> for Argument<'_> {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<i64> for Argument<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<Argument<'a>> for FluentValue<'a> {
    fn from(argument: Argument<'a>) -> Self {
        match argument {
            Argument::Text(text) => FluentValue::String(text),
            Argument::Number(number) => FluentValue::from(number),
        }
    }
}
