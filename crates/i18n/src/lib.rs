//! What Perfil says, in every language: the messages of `assets/locales`, compiled into the program.
//!
//! **To add a message**, write it under the same id into the same file of every language. **To add a language**, add it
//! to [`perfil_models::Language`], copy a folder of `assets/locales`, translate it, and name the folder in `files.rs`.
//! The tests beside this crate say what was forgotten: an id, a variable, a file, a message that nobody uses.
//!
//! `page.ftl` and `errors.ftl` go to the browser, which has no Fluent: there a message is text with `{ $variables }`
//! and nothing else. `mail.ftl` and `sms.ftl` stay on the server and may use plurals and selectors. `countries.ftl`
//! holds names only.

mod error;
mod files;
mod locale;
mod locales;
mod moment;

pub use error::LocaleError;
pub use locales::{Argument, Locales};
pub use moment::moment;
