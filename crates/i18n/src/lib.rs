//! What Perfil says, in every language: the messages of `assets/locales`, compiled into the program.
//!
//! **To add a message**, write it under the same id into the same file of every language. **To add a language**, add it
//! to [`perfil_models::Language`], copy a folder of `assets/locales`, translate it, and name the folder in `files.rs`.
//! The tests beside this crate say what was forgotten: an id, a variable, a file, a message that nobody uses.
//!
//! `page.ftl` and `errors.ftl` go to the browser, which has no Fluent: there a message is text with `{ $variables }`
//! and nothing else. `mail.ftl`, `sms.ftl` and `credit.ftl` stay on the server and may use plurals and selectors.
//! `desktop.ftl` is what the desktop app says by itself ([`DesktopWords`]), with all of Fluent's patterns too.
//! `countries.ftl` and `zones.ftl` hold names only, `money.ftl` how amounts are written; these three come from Unicode
//! CLDR.
//!
//! Dates, times, numbers and amounts are written by [`Format`], for a language, a country and a time zone together
//! (docs/adr/0006-formatting.md).

mod country_zones;
mod desktop;
mod error;
mod files;
mod format;
mod locale;
mod locales;
mod moment;
mod money;
mod quiet;
mod zones;

pub use desktop::DesktopWords;
pub use error::LocaleError;
pub use format::Format;
pub use locales::{Argument, Locales};
pub use moment::{instant, moment, rfc_3339};
pub use quiet::end_of_quiet;
pub use zones::{canonical_zone, zone_of_country};
