//! From text to values. What cannot be read is noted, and the default put in its place.

use super::problem::Problem;
use super::values::Values;
use base64::Engine;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use ipnet::IpNet;
use perfil_models::CountryCode;
use std::collections::BTreeSet;
use std::fmt;
use std::net::IpAddr;
use std::ops::RangeInclusive;

/// Bytes of a secret key.
const KEY_BYTES: usize = 32;

/// How to get a key.
pub(super) const MAKE_A_KEY: &str = "make one with: openssl rand -base64 32";

/// Reads settings one by one and keeps what went wrong.
pub(super) struct Reader {
    pub values: Values,
    pub problems: Vec<Problem>,
}

impl Reader {
    /// The value of a setting; `None` when it is not set or cannot be read.
    pub fn take<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        match parse(self.values.get(name)?) {
            Ok(value) => Some(value),
            Err(message) => {
                self.problems.push(Problem::new(name, message));
                None
            }
        }
    }

    /// A whole number within bounds.
    pub fn number(&mut self, name: &str, bounds: RangeInclusive<u32>) -> Option<u32> {
        self.take(name, |text| {
            let number = text.parse().ok().filter(|number| bounds.contains(number));
            let (low, high) = (bounds.start(), bounds.end());
            number.ok_or_else(|| format!("{text:?} is not a whole number from {low} to {high}"))
        })
    }

    /// One of a few words.
    pub fn word<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Option<T> {
        self.take(name, |text| {
            let found = words.iter().find(|(word, _)| *word == text);
            let allowed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            found.map(|(_, value)| *value).ok_or_else(|| format!("{text:?} is none of: {}", allowed.join(", ")))
        })
    }
}

/// The secret keys, the one that writes first. `Debug` shows only how many there are.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SecretKeys(Vec<[u8; KEY_BYTES]>);

impl SecretKeys {
    /// Takes keys in either alphabet of base64, separated by commas. What is refused is not repeated in the message.
    pub fn parse(text: &str) -> Result<Self, String> {
        let keys: Vec<&str> = text.split(',').map(str::trim).collect();
        keys.iter().enumerate().map(|(index, key)| secret_key(index + 1, key)).collect::<Result<_, _>>().map(Self)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The keys themselves.
    pub fn reveal(&self) -> &[[u8; KEY_BYTES]] {
        &self.0
    }
}

impl fmt::Debug for SecretKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKeys({})", self.0.len())
    }
}

fn secret_key(number: usize, text: &str) -> Result<[u8; KEY_BYTES], String> {
    let lenient = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let standard = text.replace('-', "+").replace('_', "/");
    let bytes = GeneralPurpose::new(&alphabet::STANDARD, lenient)
        .decode(standard)
        .map_err(|_| format!("key {number} is not base64; {MAKE_A_KEY}"))?;
    let length = bytes.len();
    let key: [u8; KEY_BYTES] = bytes
        .try_into()
        .map_err(|_| format!("key {number} has {length} bytes instead of {KEY_BYTES}; {MAKE_A_KEY}"))?;
    if key.iter().all(|byte| *byte == key[0]) {
        return Err(format!("key {number} repeats one byte, so anybody can guess it; {MAKE_A_KEY}"));
    }
    Ok(key)
}

/// ISO 3166 codes by comma.
pub(super) fn countries(text: &str) -> Result<BTreeSet<CountryCode>, String> {
    let parse = |code: &str| {
        CountryCode::parse(code).map_err(|_| format!("{code:?} is not an ISO 3166 code; write for example: EG, GB"))
    };
    items(text).map(parse).collect()
}

/// Addresses and networks by comma.
pub(super) fn networks(text: &str) -> Result<Vec<IpNet>, String> {
    let parse = |text: &str| {
        let address = text.parse::<IpAddr>().map(IpNet::from);
        address.or_else(|_| text.parse::<IpNet>()).map_err(|_| {
            format!("{text:?} is neither an IP address nor a network; write for example: 10.0.0.1, fd00::/8")
        })
    };
    items(text).map(parse).collect()
}

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const STANDARD: &str = "+/8CAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    const URL_SAFE: &str = "-_8CAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    #[test]
    fn keys_are_read_in_both_alphabets_and_in_order() {
        let other = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        let keys = SecretKeys::parse(&format!("{STANDARD} , {other}")).unwrap();
        assert_eq!((keys.reveal().len(), keys.reveal()[0][0], keys.reveal()[1][0]), (2, 0xFB, 0x00));
        assert_eq!(SecretKeys::parse(STANDARD), SecretKeys::parse(URL_SAFE));
        assert_eq!(format!("{keys:?}"), "SecretKeys(2)");
    }

    #[test]
    fn a_refused_key_is_not_repeated() {
        let zeros = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        for (text, why) in [
            ("hunter2!", "not base64"),
            ("aHVudGVyMg==", "has 7 bytes"),
            (zeros, "repeats one byte"),
            (&format!("{STANDARD},"), "key 2 has 0 bytes"),
        ] {
            let message = SecretKeys::parse(text).unwrap_err();
            assert!(message.contains(why) && !message.contains(text), "{message}");
        }
    }

    #[test]
    fn lists_forgive_blanks_and_final_commas() {
        assert_eq!(countries("eg, GB,").unwrap(), BTreeSet::from([CountryCode::EG, CountryCode::GB]));
        assert!(countries("Egypt").is_err());
        let networks_read = networks("10.0.0.1, fd00::/8").unwrap();
        assert_eq!(networks_read.iter().map(ToString::to_string).collect::<Vec<_>>(), ["10.0.0.1/32", "fd00::/8"]);
        assert!(networks("proxy.example.com").is_err());
    }
}
