//! What can be wrong with the messages.

use perfil_models::Language;

/// A locale file is faulty, or a message was asked for that cannot be said. `file` is relative to `assets/locales`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocaleError {
    /// Not the syntax of Fluent.
    #[error("{file}: {id}: {why}")]
    Syntax {
        /// The file.
        file: String,
        /// The message, or the beginning of what should have been one.
        id: String,
        /// What the parser says.
        why: String,
    },
    /// The id stands twice in one language.
    #[error("{file}: {id} stands in {first} already")]
    Duplicate {
        /// The file with the second one.
        file: String,
        /// The id.
        id: String,
        /// The file with the first one.
        first: String,
    },
    /// A Fluent term or an attribute, which Perfil does not use.
    #[error("{file}: {id} is a term or has attributes; only messages with a value are used")]
    NotAMessage {
        /// The file.
        file: String,
        /// The id.
        id: String,
    },
    /// A message for the browser holds more than text and variables, or a name more than text.
    #[error("{file}: {id} holds more than its reader understands: text and, on a page, variables")]
    NotSimple {
        /// The file.
        file: String,
        /// The id.
        id: String,
    },
    /// An id in `countries.ftl` is not `country-` and an ISO 3166-1 alpha-2 code.
    #[error("{file}: {id} is not a country")]
    NotACountry {
        /// The file.
        file: String,
        /// The id.
        id: String,
    },
    /// The program was built without the formats or the alphabet of a locale.
    #[error("{tag}: no formats: {why}")]
    NoFormat {
        /// BCP 47.
        tag: String,
        /// What ICU says.
        why: String,
    },
    /// No message of that id in that language.
    #[error("{language}: no message {id}")]
    Unknown {
        /// The language.
        language: Language,
        /// The id.
        id: String,
    },
    /// The message was found but cannot be said, mostly because an argument is missing.
    #[error("{language}: {id}: {why}")]
    Unspeakable {
        /// The language.
        language: Language,
        /// The id.
        id: String,
        /// What Fluent says.
        why: String,
    },
}
