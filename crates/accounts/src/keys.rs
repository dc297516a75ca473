//! What the server's secret key is used for. Each use has a key of its own, derived by HMAC-SHA256 from the one that the
//! operator configures, so that a proof made for one purpose is worth nothing for another.

use crate::random::Random;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

const NONCE_BYTES: usize = 24;
const KEY_ID_BYTES: usize = 4;

/// The secret keys: the first is used to write, all of them to read, so that a key can be replaced without a stop.
#[derive(Clone)]
pub struct Keys {
    masters: Vec<[u8; 32]>,
}

/// What a keyed hash or seal is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Codes sent by SMS.
    Code,
    /// Hidden tokens of forms.
    Form,
    /// Secrets inside outbox rows.
    Outbox,
    /// Results of forms, in a cookie.
    Flash,
    /// Receipts of SMS gateways.
    Receipt,
    /// Secrets of authenticator apps.
    Factor,
    /// Links that end mails about a topic.
    Unsubscribe,
    /// Addresses and networks as subjects of limits.
    Limit,
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Code => b"perfil code",
            Self::Form => b"perfil form",
            Self::Outbox => b"perfil outbox",
            Self::Flash => b"perfil flash",
            Self::Receipt => b"perfil receipt",
            Self::Factor => b"perfil factor",
            Self::Unsubscribe => b"perfil unsubscribe",
            Self::Limit => b"perfil limit",
        }
    }
}

/// A sealed text was not made by one of these keys for this purpose, or was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the seal does not open")]
pub struct BrokenSeal;

impl Keys {
    /// Keys of 32 bytes, the one in use first. Panics without any: configuration has checked that.
    pub fn new(masters: Vec<[u8; 32]>) -> Self {
        assert!(!masters.is_empty(), "at least one secret key");
        Self { masters }
    }

    /// A keyed hash in base64url. `parts` are told apart by their lengths.
    pub fn mac(&self, purpose: Purpose, parts: &[&str]) -> String {
        URL_SAFE_NO_PAD.encode(mac(&self.masters[0], purpose, parts))
    }

    /// Whether `proof` is the keyed hash of `parts` under any of the keys; takes the same time whatever differs.
    pub fn verify(&self, purpose: Purpose, parts: &[&str], proof: &str) -> bool {
        let Ok(proof) = URL_SAFE_NO_PAD.decode(proof) else { return false };
        self.masters.iter().any(|master| mac(master, purpose, parts)[..].ct_eq(&proof).into())
    }

    /// Encrypts and authenticates `text` (XChaCha20-Poly1305). `bound_to` must be the same to open it: the row's id, so
    /// that a sealed text cannot be moved to another row.
    pub fn seal(&self, purpose: Purpose, bound_to: &str, text: &str, random: &dyn Random) -> String {
        let master = &self.masters[0];
        let mut nonce = [0; NONCE_BYTES];
        random.fill(&mut nonce);
        let payload = Payload { msg: text.as_bytes(), aad: bound_to.as_bytes() };
        let sealed = cipher(master, purpose)
            .encrypt(&XNonce::from(nonce), payload)
            .expect("a text of this size can be encrypted");
        let parts: [&[u8]; 3] = [&key_id(master), &nonce, &sealed];
        URL_SAFE_NO_PAD.encode(parts.concat())
    }

    /// Opens what [`Keys::seal`] made.
    pub fn open(&self, purpose: Purpose, bound_to: &str, sealed: &str) -> Result<String, BrokenSeal> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).map_err(|_| BrokenSeal)?;
        if bytes.len() < KEY_ID_BYTES + NONCE_BYTES {
            return Err(BrokenSeal);
        }
        let (id, rest) = bytes.split_at(KEY_ID_BYTES);
        let (nonce, sealed) = rest.split_at(NONCE_BYTES);
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().map_err(|_| BrokenSeal)?;
        let master = self.masters.iter().find(|master| key_id(master) == *id).ok_or(BrokenSeal)?;
        let payload = Payload { msg: sealed, aad: bound_to.as_bytes() };
        let text = cipher(master, purpose).decrypt(&XNonce::from(nonce), payload).map_err(|_| BrokenSeal)?;
        String::from_utf8(text).map_err(|_| BrokenSeal)
    }

    /// Whether a text is sealed with the key in use, so that the ones before may go.
    pub fn seals_now(&self, sealed: &str) -> bool {
        URL_SAFE_NO_PAD.decode(sealed).is_ok_and(|bytes| bytes.starts_with(&key_id(&self.masters[0])))
    }
}

/// SHA-256 in hexadecimal, for tokens that are random enough to need no key.
pub fn token_hash(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn mac(master: &[u8; 32], purpose: Purpose, parts: &[&str]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(&derive(master, purpose)).expect("a key of any length fits");
    for part in parts {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part.as_bytes());
    }
    mac.finalize().into_bytes().into()
}

fn derive(master: &[u8; 32], purpose: Purpose) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(master).expect("a key of any length fits");
    mac.update(purpose.label());
    mac.finalize().into_bytes().into()
}

fn cipher(master: &[u8; 32], purpose: Purpose) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&derive(master, purpose).into())
}

fn key_id(master: &[u8; 32]) -> [u8; KEY_ID_BYTES] {
    let digest = Sha256::digest([b"perfil key id", &master[..]].concat());
    [digest[0], digest[1], digest[2], digest[3]]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn a_seal_opens_only_for_its_row_purpose_and_key() {
        let keys = Keys::new(vec![[1; 32]]);
        let sealed = keys.seal(Purpose::Outbox, "row 1", "012345", &SystemRandom);
        assert!(!sealed.contains("012345"));
        assert_eq!(keys.open(Purpose::Outbox, "row 1", &sealed).unwrap(), "012345");
        assert_eq!(keys.open(Purpose::Outbox, "row 2", &sealed), Err(BrokenSeal));
        assert_eq!(keys.open(Purpose::Flash, "row 1", &sealed), Err(BrokenSeal));
        assert_eq!(Keys::new(vec![[2; 32]]).open(Purpose::Outbox, "row 1", &sealed), Err(BrokenSeal));
        assert_eq!(keys.open(Purpose::Outbox, "row 1", "short"), Err(BrokenSeal));
    }

    #[test]
    fn a_replaced_key_still_reads() {
        let before = Keys::new(vec![[1; 32]]);
        let after = Keys::new(vec![[2; 32], [1; 32]]);
        let sealed = before.seal(Purpose::Outbox, "row", "text", &SystemRandom);
        assert_eq!(after.open(Purpose::Outbox, "row", &sealed).unwrap(), "text");
        assert!(before.seals_now(&sealed) && !after.seals_now(&sealed));
        assert!(after.verify(Purpose::Form, &["a"], &before.mac(Purpose::Form, &["a"])));
    }

    #[test]
    fn parts_are_told_apart() {
        let keys = Keys::new(vec![[1; 32]]);
        assert_ne!(keys.mac(Purpose::Form, &["ab", "c"]), keys.mac(Purpose::Form, &["a", "bc"]));
        assert_ne!(keys.mac(Purpose::Form, &["a"]), keys.mac(Purpose::Code, &["a"]));
    }
}
