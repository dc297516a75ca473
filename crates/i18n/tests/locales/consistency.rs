//! The languages say the same things.

use crate::ftl::{self, FILES};
use perfil_i18n::Locales;
use perfil_models::Language;
use std::collections::BTreeSet;

#[test]
fn every_file_is_in_order() {
    if let Err(why) = Locales::load() {
        panic!("{why}");
    }
}

#[test]
fn every_language_has_the_same_messages() {
    for file in FILES {
        let expected = ids(Language::default(), file);
        for language in Language::ALL {
            let found = ids(language, file);
            let missing: Vec<_> = expected.difference(&found).collect();
            let extra: Vec<_> = found.difference(&expected).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{language}/{file} lacks {missing:?}, adds {extra:?}");
        }
    }
}

#[test]
fn a_message_has_the_same_variables_in_every_language() {
    for file in FILES {
        let expected = ftl::messages(Language::default(), file);
        for language in Language::ALL {
            for (id, pattern) in ftl::messages(language, file) {
                let wanted = expected.get(&id).map(ftl::variables).unwrap_or_default();
                assert_eq!(ftl::variables(&pattern), wanted, "{language}/{file}: {id}");
            }
        }
    }
}

#[test]
fn a_page_needs_no_fluent() {
    for file in ["page.ftl", "errors.ftl"] {
        for language in Language::ALL {
            for (id, pattern) in ftl::messages(language, file) {
                assert!(ftl::is_simple(&pattern), "{language}/{file}: {id} holds more than text and variables");
            }
        }
    }
}

fn ids(language: Language, file: &str) -> BTreeSet<String> {
    ftl::messages(language, file).into_keys().collect()
}
