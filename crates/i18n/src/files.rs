//! The locale files, as they were when the program was compiled.

use perfil_models::Language;

/// One file of `assets/locales`.
#[derive(Clone, Copy)]
pub(crate) struct File {
    /// `<tag>/<name>.ftl`
    pub(crate) path: &'static str,
    pub(crate) audience: Audience,
    pub(crate) text: &'static str,
}

/// Who reads a file's messages, which decides what they may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// The browser: text and variables.
    Page,
    /// A list of countries: text.
    Countries,
    /// A list of other names: text.
    Names,
    /// The server: all of Fluent's patterns.
    Server,
    /// The desktop app: all of Fluent's patterns.
    Desktop,
}

macro_rules! folder {
    ($tag:literal) => {
        [
            folder!($tag, "page.ftl", Audience::Page),
            folder!($tag, "errors.ftl", Audience::Page),
            folder!($tag, "countries.ftl", Audience::Countries),
            folder!($tag, "zones.ftl", Audience::Names),
            folder!($tag, "money.ftl", Audience::Server),
            folder!($tag, "mail.ftl", Audience::Server),
            folder!($tag, "sms.ftl", Audience::Server),
            folder!($tag, "credit.ftl", Audience::Server),
            folder!($tag, "desktop.ftl", Audience::Desktop),
        ]
    };
    ($tag:literal, $name:literal, $audience:expr) => {
        File {
            path: concat!($tag, "/", $name),
            audience: $audience,
            text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/locales/", $tag, "/", $name)),
        }
    };
}

/// The files of a language.
pub(crate) fn files(language: Language) -> [File; 9] {
    match language {
        Language::En => folder!("en"),
        Language::De => folder!("de"),
        Language::Es => folder!("es"),
        Language::Ar => folder!("ar"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn every_file_on_disk_is_embedded() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/locales");
        let folders: BTreeSet<String> = names(&root);
        assert_eq!(folders, Language::ALL.iter().map(|language| language.tag().to_owned()).collect());
        for language in Language::ALL {
            let embedded = files(language).iter().map(|file| file.path.to_owned()).collect::<BTreeSet<_>>();
            let tag = language.tag();
            let on_disk = names(&root.join(tag)).iter().map(|name| format!("{tag}/{name}")).collect();
            assert_eq!(embedded, on_disk);
        }
    }

    fn names(folder: &Path) -> BTreeSet<String> {
        let entries = std::fs::read_dir(folder).expect("the folder is there");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }
}
