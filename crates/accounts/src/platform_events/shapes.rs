//! The shape of each type's `data`, for reading it and for the interface's description.

use super::LONGEST;
use perfil_models::money;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de};
use serde_json::Value;
use std::borrow::Cow;

pub(super) const NOT_A_TEXT: &str = "1 to 200 characters without line breaks or other control characters are wanted";

macro_rules! shapes {
    ($($(#[$doc:meta])* $kind:literal $name:ident {
        $($(#[$fdoc:meta])* $field:ident: $ty:ty,)*
    })*) => {
        /// The types that are understood.
        pub const KNOWN_TYPES: &[&str] = &[$($kind,)*];

        /// The schema of each type's `data`, in the dialect of OpenAPI 3.1.
        pub fn event_schemas() -> Vec<(&'static str, Value)> {
            vec![$(($kind, schema_of::<$name>()),)*]
        }

        $(
            $(#[$doc])*
            #[derive(Deserialize, JsonSchema)]
            #[serde(deny_unknown_fields)]
            pub(super) struct $name {
                $($(#[$fdoc])* pub $field: $ty,)*
            }
        )*
    };
}

shapes! {
    /// An import of contacts began.
    "contact_import.started" Started {
        /// The platform's own name for the organization.
        organization: Text,
        /// The platform's own name for the person who imports.
        user: Text,
        /// The platform's own name for the import.
        import: Text,
        /// What people call it, for example the name of the file.
        name: Text,
        /// Contacts in all, if that is known.
        total: Option<Count>,
    }
    /// An import goes on.
    "contact_import.progress" Progress {
        /// The platform's own name for the organization.
        organization: Text,
        /// The platform's own name for the person who imports.
        user: Text,
        /// The platform's own name for the import.
        import: Text,
        /// What people call it.
        name: Text,
        /// Contacts looked at so far.
        done: Count,
        /// Contacts in all, if that is known.
        total: Option<Count>,
    }
    /// An import is through.
    "contact_import.completed" Completed {
        /// The platform's own name for the organization.
        organization: Text,
        /// The platform's own name for the person who imports.
        user: Text,
        /// The platform's own name for the import.
        import: Text,
        /// What people call it.
        name: Text,
        /// Contacts that were taken.
        imported: Count,
        /// Contacts that were not taken.
        rejected: Option<Count>,
        /// Why contacts were not taken: twenty reasons at most.
        #[serde(default)]
        reasons: Vec<Reason>,
    }
    /// An import broke off.
    "contact_import.failed" Failed {
        /// The platform's own name for the organization.
        organization: Text,
        /// The platform's own name for the person who imports.
        user: Text,
        /// The platform's own name for the import.
        import: Text,
        /// What people call it.
        name: Text,
        /// Why, in words that its person understands.
        reason: Text,
    }
    /// A payment was received.
    "payment.succeeded" Paid {
        /// The platform's own name for the organization.
        organization: Text,
        /// The platform's own name for the payment.
        payment: Text,
        /// In the smallest unit of the currency.
        amount: Amount,
        /// ISO 4217; that of the organization.
        currency: Currency,
    }
    /// A payment failed.
    "payment.failed" NotPaid {
        /// The platform's own name for the organization.
        organization: Text,
        /// The platform's own name for the payment.
        payment: Text,
        /// In the smallest unit of the currency.
        amount: Amount,
        /// ISO 4217; that of the organization.
        currency: Currency,
        /// Why, in words that its reader understands.
        reason: Option<Text>,
    }
    /// An invoice was issued.
    "invoice.issued" Issued {
        /// The platform's own name for the organization.
        organization: Text,
        /// The invoice's number.
        invoice: Text,
        /// In the smallest unit of the currency.
        amount: Amount,
        /// ISO 4217; that of the organization.
        currency: Currency,
        /// The day until which it is to be paid.
        due: Option<Day>,
        /// Where it can be read.
        url: Option<Page>,
    }
    /// The balance is another one.
    "credit.balance" Credit {
        /// The platform's own name for the organization.
        organization: Text,
        /// The whole balance, not the difference, in the smallest unit of the currency.
        balance: Amount,
        /// ISO 4217; that of the organization.
        currency: Currency,
        /// Counts the organization's balances: a smaller one than before comes late and changes nothing.
        seq: Count,
        /// What the platform keeps back of this balance, in the smallest unit; without it, what the organization is told to.
        reserve: Option<Reserve>,
    }
}

/// Why contacts were not taken.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reason {
    /// In words that the person understands.
    pub reason: Text,
    /// How many.
    pub count: Count,
}

pub(crate) const NOT_A_RESERVE: &str = "0 to 10^15";

/// Whether so many smallest units may be kept back.
pub(crate) fn is_reserve(amount: i64) -> bool {
    (0..=money::MOST).contains(&amount)
}

/// The schema of a type, whole in itself.
pub(crate) fn schema_of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.inline_subschemas = true;
        settings.meta_schema = None;
    });
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// Whether a text may name something: not too long, and of one line.
pub(super) fn is_text(text: &str) -> bool {
    let fits = (1..=LONGEST).contains(&text.chars().count());
    fits && !text.trim().is_empty() && !text.contains(char::is_control)
}

macro_rules! checked {
    ($($(#[$doc:meta])* $name:ident($ty:ty) if $check:expr, $wanted:expr, $schema:tt;)*) => {$(
        $(#[$doc])*
        pub(super) struct $name(pub $ty);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <$ty>::deserialize(deserializer)?;
                let check: fn(&$ty) -> bool = $check;
                if check(&value) { Ok(Self(value)) } else { Err(de::Error::custom($wanted)) }
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

checked! {
    /// A name or a sentence.
    Text(String) if |text| is_text(text), NOT_A_TEXT, { "type": "string", "minLength": 1, "maxLength": 200 };
    /// Smallest units.
    Amount(i64) if |amount| (-money::MOST..=money::MOST).contains(amount), "at most 10^15 either side of zero",
        { "type": "integer", "minimum": -money::MOST, "maximum": money::MOST };
    /// Contacts, or the number of a balance.
    Count(i64) if |count| (0..=money::MOST).contains(count), "0 to 10^15",
        { "type": "integer", "minimum": 0, "maximum": money::MOST };
    /// Smallest units that are kept back.
    Reserve(i64) if |amount| is_reserve(*amount), NOT_A_RESERVE,
        { "type": "integer", "minimum": 0, "maximum": money::MOST };
    /// ISO 4217.
    Currency(String) if |code| money::is_currency(code),
        "three capital letters are wanted, as in EUR", { "type": "string", "pattern": "^[A-Z]{3}$" };
    /// A calendar day.
    Day(String) if |day| is_day(day), "a day of the calendar is wanted, as 2026-12-24",
        { "type": "string", "format": "date" };
    /// A page of the platform's.
    Page(String) if |url| is_page(url), "an address is wanted that begins with https:// and is escaped",
        { "type": "string", "format": "uri", "pattern": "^https://", "maxLength": 2000 };
}

fn is_page(url: &str) -> bool {
    url.len() <= 2_000 && url.starts_with("https://") && url.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_day(text: &str) -> bool {
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<u16>().ok());
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u16::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    shaped && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for day in ["2026-12-24", "2028-02-29", "2000-02-29"] {
            assert!(is_day(day), "{day}");
        }
        for day in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-1-01",
            "24.12.2026",
            "+026-12-24",
        ] {
            assert!(!is_day(day), "{day}");
        }
    }
}
