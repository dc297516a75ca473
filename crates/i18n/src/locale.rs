//! One language: its files, parsed and checked.

use crate::error::LocaleError;
use crate::files::{Audience, File};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser::ParserError;
use icu_collator::{Collator, CollatorBorrowed};
use perfil_models::{CountryCode, Language};
use std::cmp::Ordering;
use std::collections::HashMap;
use unic_langid::LanguageIdentifier;

/// The messages of one language.
pub(crate) struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    page: Vec<(String, String)>,
    countries: HashMap<CountryCode, String>,
    collator: CollatorBorrowed<'static>,
}

impl Locale {
    /// Parses the files; fails on the first that is faulty.
    pub(crate) fn parse(language: Language, files: &[File]) -> Result<Self, LocaleError> {
        let collator = collator(language)?;
        let tag = language.tag().parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let mut locale = Self { language, bundle, page: Vec::new(), countries: HashMap::new(), collator };
        let mut places = HashMap::new();
        for file in files {
            locale.take(file, &mut places)?;
        }
        locale.page.sort();
        Ok(locale)
    }

    /// The messages for the browser, sorted by id.
    pub(crate) fn page(&self) -> &[(String, String)] {
        &self.page
    }

    /// The name of a country.
    pub(crate) fn country(&self, code: CountryCode) -> Option<&str> {
        self.countries.get(&code).map(String::as_str)
    }

    /// All countries.
    pub(crate) fn countries(&self) -> impl Iterator<Item = CountryCode> {
        self.countries.keys().copied()
    }

    /// Which of two names stands first in a list.
    pub(crate) fn compare(&self, one: &str, other: &str) -> Ordering {
        self.collator.compare(one, other)
    }

    /// Whether there is a message of that id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message without variables, if it is there.
    pub(crate) fn word(&self, id: &str) -> Option<String> {
        self.say(id, &FluentArgs::new()).ok()
    }

    /// A message in words.
    pub(crate) fn say(&self, id: &str, args: &FluentArgs<'_>) -> Result<String, LocaleError> {
        let language = self.language;
        let message = self.bundle.get_message(id).and_then(|message| message.value());
        let pattern = message.ok_or_else(|| LocaleError::Unknown { language, id: id.to_owned() })?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        match errors.first() {
            None => Ok(text),
            Some(why) => Err(LocaleError::Unspeakable { language, id: id.to_owned(), why: why.to_string() }),
        }
    }

    fn take(&mut self, file: &File, places: &mut HashMap<String, &'static str>) -> Result<(), LocaleError> {
        let resource =
            FluentResource::try_new(file.text.to_owned()).map_err(|(_, errors)| syntax_error(file, errors.first()))?;
        for entry in resource.entries() {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Term(term) => return Err(not_a_message(file, term.id.name)),
                _ => continue,
            };
            let id = message.id.name.to_owned();
            if let Some(first) = places.insert(id.clone(), file.path) {
                return Err(LocaleError::Duplicate { file: file.path.to_owned(), id, first: first.to_owned() });
            }
            self.note(file, message)?;
        }
        self.bundle.add_resource(resource).map_err(|errors| syntax_error_because(file, "?", &errors))
    }

    fn note(&mut self, file: &File, message: &Message<&str>) -> Result<(), LocaleError> {
        let id = message.id.name;
        let pattern = match &message.value {
            Some(pattern) if message.attributes.is_empty() => pattern,
            _ => return Err(not_a_message(file, id)),
        };
        let not_simple = || LocaleError::NotSimple { file: file.path.to_owned(), id: id.to_owned() };
        match file.audience {
            Audience::Page => self.page.push((id.to_owned(), simple(pattern).ok_or_else(not_simple)?)),
            Audience::Countries => {
                let name = plain(pattern).ok_or_else(not_simple)?;
                let code = id.strip_prefix("country-").and_then(|code| CountryCode::parse(code).ok());
                let code =
                    code.ok_or_else(|| LocaleError::NotACountry { file: file.path.to_owned(), id: id.to_owned() })?;
                self.countries.insert(code, name);
            }
            Audience::Names => {
                plain(pattern).ok_or_else(not_simple)?;
            }
            Audience::Server | Audience::Desktop => {}
        }
        Ok(())
    }
}

fn collator(language: Language) -> Result<CollatorBorrowed<'static>, LocaleError> {
    let missing = |why: String| LocaleError::NoFormat { tag: language.to_string(), why };
    let locale = language.tag().parse::<icu_locale::Locale>().map_err(|why| missing(why.to_string()))?;
    Collator::try_new((&locale).into(), Default::default()).map_err(|why| missing(why.to_string()))
}

/// The pattern with `{name}` where a variable stands; `None` if it holds anything but text and variables.
fn simple(pattern: &Pattern<&str>) -> Option<String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                text.push('{');
                text.push_str(id.name);
                text.push('}');
            }
            PatternElement::Placeable { .. } => return None,
        }
    }
    Some(text)
}

/// The pattern's text; `None` if it holds anything else.
fn plain(pattern: &Pattern<&str>) -> Option<String> {
    let element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some((*value).to_owned()),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(element).collect()
}

fn not_a_message(file: &File, id: &str) -> LocaleError {
    LocaleError::NotAMessage { file: file.path.to_owned(), id: id.to_owned() }
}

fn syntax_error(file: &File, error: Option<&ParserError>) -> LocaleError {
    let start = error.and_then(|error| Some(error.slice.as_ref()?.start)).unwrap_or_default();
    let junk = file.text.get(start..).unwrap_or_default().trim_start();
    let id = junk.split([' ', '=', '\n']).next().unwrap_or_default();
    let why = error.map(|error| error.kind.to_string()).unwrap_or_default();
    syntax_error_because(file, id, &why)
}

fn syntax_error_because(file: &File, id: &str, why: &(impl std::fmt::Debug + ?Sized)) -> LocaleError {
    LocaleError::Syntax { file: file.path.to_owned(), id: id.to_owned(), why: format!("{why:?}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(audience: Audience, text: &'static str) -> Option<LocaleError> {
        let files = [
            File { path: "en/first.ftl", audience: Audience::Server, text: "known = Known\n" },
            File { path: "en/second.ftl", audience, text },
        ];
        Locale::parse(Language::En, &files).err()
    }

    #[test]
    fn a_fault_names_file_and_message() {
        let told = |audience, text| fault(audience, text).map(|why| why.to_string()).unwrap_or_default();
        for (audience, text, id) in [
            (Audience::Server, "fine = Fine\nbroken = { $x\n", "broken"),
            (Audience::Server, "known = Again\n", "known stands in en/first.ftl"),
            (Audience::Server, "twice = 1\ntwice = 2\n", "twice stands in en/second.ftl"),
            (Audience::Server, "-term = Term\n", "term"),
            (Audience::Server, "labelled = A\n    .title = B\n", "labelled"),
            (Audience::Page, "clever = { $n ->\n   *[other] many\n }\n", "clever"),
            (Audience::Page, "quoted = { \"x\" }\n", "quoted"),
            (Audience::Countries, "country-DE = { $name }\n", "country-DE"),
            (Audience::Countries, "country-DEU = Germany\n", "country-DEU"),
            (Audience::Names, "zone-UTC = { $name }\n", "zone-UTC"),
        ] {
            let why = told(audience, text);
            assert!(why.starts_with(&format!("en/second.ftl: {id}")), "{text}: {why}");
        }
        assert_eq!(fault(Audience::Page, "plain = From { $a } to { $b }\n"), None);
    }

    #[test]
    fn a_page_pattern_names_its_variables() -> Result<(), LocaleError> {
        let text = "b = From { $a } to {$b}\na = Text,\n    two lines\n";
        let locale = Locale::parse(Language::En, &[File { path: "en/page.ftl", audience: Audience::Page, text }])?;
        let pairs = [("a", "Text,\ntwo lines"), ("b", "From {a} to {b}")];
        assert_eq!(locale.page(), pairs.map(|(id, text)| (id.to_owned(), text.to_owned())));
        Ok(())
    }
}
