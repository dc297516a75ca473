//! Identifiers: opaque text, 26 characters of Crockford base 32 (48 bits of milliseconds, 80 bits of randomness).

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it stands in the database or in a request; an unknown id is found out by the query.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// One person in one organization.
    UserId
);
id!(
    /// One customer of the platform: the tenant that people belong to.
    OrganizationId
);
id!(
    /// One sign-in on one device. Not the token: the token is secret and changes, this stays.
    SessionId
);
id!(
    /// One requested change of an email address or phone number.
    ChangeId
);

id!(
    /// One authenticator app or passkey.
    FactorId
);
id!(
    /// One invitation of an address into an organization.
    InvitationId
);
id!(
    /// One member's request for another role.
    RoleRequestId
);
id!(
    /// One key by which a program proves itself.
    KeyId
);

const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Writes a new identifier from the time (`unix_ms`, milliseconds since 1970 UTC) and 10 random bytes, in the layout of
/// a ULID, so that identifiers sort by creation.
pub fn compose(unix_ms: i64, random: [u8; 10]) -> String {
    let mut bits = u128::from(unix_ms.max(0) as u64 & 0xFFFF_FFFF_FFFF) << 80;
    for (place, byte) in random.iter().enumerate() {
        bits |= u128::from(*byte) << (72 - 8 * place);
    }
    (0..26).rev().map(|place| CROCKFORD[(bits >> (5 * place)) as usize & 31] as char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_have_26_characters_and_sort_by_time() {
        let early = compose(1_700_000_000_000, [255; 10]);
        let late = compose(1_700_000_000_001, [0; 10]);
        assert_eq!(early.len(), 26);
        assert!(early < late);
    }
}
