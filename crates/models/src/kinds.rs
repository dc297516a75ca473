//! How kinds of happenings are declared: `kinds! { … }` with, for each, its variant, its word in the database, the id of what a
//! page says about it, and the filter it is found under.

macro_rules! kinds {
    ($(#[$doc:meta])* $name:ident found by $found:ident {
        $($(#[$variant_doc:meta])* $variant:ident $word:literal $message:literal $filter:ident;)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word in the database and in the log.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// The kind of a word of the database; `None` for one that this version does not know.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
            }

            /// The id of what a page says about it.
            pub fn message_id(self) -> &'static str {
                match self {
                    $(Self::$variant => $message,)*
                }
            }

            /// Under which filter it is found.
            pub fn filter(self) -> $found {
                match self {
                    $(Self::$variant => $found::$filter,)*
                }
            }
        }
    };
}

pub(crate) use kinds;
