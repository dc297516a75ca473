//! A passkey as software, and the part that a browser plays in between: it answers what a server asks
//! (WebAuthn level 3), and can be told to lie.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

/// Bits of the authenticator data (WebAuthn §6.1).
mod flag {
    pub const USER_PRESENT: u8 = 0x01;
    pub const USER_VERIFIED: u8 = 0x04;
    pub const BACKUP_ELIGIBLE: u8 = 0x08;
    pub const BACKED_UP: u8 = 0x10;
    pub const ATTESTED: u8 = 0x40;
}

/// One passkey of a device.
pub struct Passkey {
    key: EcdsaKeyPair,
    id: Vec<u8>,
    user_handle: Option<String>,
    /// How often it says that it has signed.
    pub counter: u32,
    /// Whether it counts; one that is kept on several devices does not.
    pub counts: bool,
    /// Whether it lives on several devices.
    pub is_synced: bool,
    /// Whether it asks who is there, by a fingerprint or a PIN.
    pub verifies_user: bool,
}

impl Passkey {
    /// One that lives on several devices, as most do.
    pub fn synced() -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random);
        let mut id = vec![0; 16];
        random.fill(&mut id).expect("the system has randomness");
        Self {
            key: key.expect("the key"),
            id,
            user_handle: None,
            counter: 0,
            counts: false,
            is_synced: true,
            verifies_user: true,
        }
    }

    /// One that is bound to a piece of hardware, which counts how often it signs.
    pub fn bound() -> Self {
        Self { counts: true, is_synced: false, ..Self::synced() }
    }

    /// Its id, base64url.
    pub fn id(&self) -> String {
        URL_SAFE_NO_PAD.encode(&self.id)
    }

    /// Remembers another name of its user than the server gave.
    pub fn belongs_to(&mut self, user_handle: &[u8]) {
        self.user_handle = Some(URL_SAFE_NO_PAD.encode(user_handle));
    }

    /// The answer to `PublicKeyCredentialCreationOptionsJSON`, as a page at `origin` sends it. It does not look at what is
    /// excluded.
    pub fn create(&mut self, options: &str, origin: &str) -> String {
        let options = parsed(options);
        self.user_handle = Some(text(&options["user"]["id"]));
        let client_data = client_data("webauthn.create", &options, origin);
        let mut data = self.authenticator_data(&text(&options["rp"]["id"]), flag::ATTESTED);
        data.extend_from_slice(&[0; 16]);
        data.extend_from_slice(&(self.id.len() as u16).to_be_bytes());
        data.extend_from_slice(&self.id);
        data.extend_from_slice(&self.cose_key());
        let response = json!({
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client_data),
            "attestationObject": URL_SAFE_NO_PAD.encode(unattested(&data)),
            "authenticatorData": URL_SAFE_NO_PAD.encode(&data),
            "publicKeyAlgorithm": -7,
            "transports": ["internal", "hybrid"],
        });
        self.credential(response)
    }

    /// The answer to `PublicKeyCredentialRequestOptionsJSON`, likewise. It does not look at what is allowed.
    pub fn get(&mut self, options: &str, origin: &str) -> String {
        let options = parsed(options);
        let client_data = client_data("webauthn.get", &options, origin);
        let data = self.authenticator_data(&text(&options["rpId"]), 0);
        let signed = [data.as_slice(), digest(&SHA256, client_data.as_bytes()).as_ref()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).expect("a signature");
        let response = json!({
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client_data),
            "authenticatorData": URL_SAFE_NO_PAD.encode(data),
            "signature": URL_SAFE_NO_PAD.encode(signature),
            "userHandle": self.user_handle,
        });
        self.credential(response)
    }

    fn credential(&self, response: Value) -> String {
        let credential = json!({
            "id": self.id(),
            "rawId": self.id(),
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": response,
        });
        credential.to_string()
    }

    fn authenticator_data(&mut self, rp: &str, more: u8) -> Vec<u8> {
        if self.counts {
            self.counter += 1;
        }
        let verified = if self.verifies_user { flag::USER_VERIFIED } else { 0 };
        let synced = if self.is_synced { flag::BACKUP_ELIGIBLE | flag::BACKED_UP } else { 0 };
        let mut data = digest(&SHA256, rp.as_bytes()).as_ref().to_vec();
        data.push(flag::USER_PRESENT | verified | synced | more);
        data.extend_from_slice(&self.counter.to_be_bytes());
        data
    }

    /// The public key for ES256 (RFC 9053 §7.1.1) in CBOR.
    fn cose_key(&self) -> Vec<u8> {
        let point = self.key.public_key().as_ref();
        let (x, y) = point[1..].split_at(32);
        let head: &[u8] = &[0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01];
        [head, &[0x21, 0x58, 32], x, &[0x22, 0x58, 32], y].concat()
    }
}

/// The attestation object that attests nothing (WebAuthn §8.7), in CBOR.
fn unattested(data: &[u8]) -> Vec<u8> {
    let length = (data.len() as u16).to_be_bytes();
    [b"\xA3\x63fmt\x64none\x67attStmt\xA0\x68authData\x59", &length[..], data].concat()
}

fn client_data(kind: &str, options: &Value, origin: &str) -> String {
    let challenge = text(&options["challenge"]);
    json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false }).to_string()
}

fn parsed(options: &str) -> Value {
    serde_json::from_str(options).unwrap_or_else(|why| panic!("options that are no JSON ({why}): {options}"))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a text is missing: {value}")).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};

    fn bytes(value: &Value) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text(value)).expect("base64url")
    }

    #[test]
    fn what_it_signs_is_signed_by_the_key_it_showed() {
        let mut passkey = Passkey::bound();
        let options = r#"{"challenge":"AQID","rp":{"id":"localhost"},"user":{"id":"dXNlcg"}}"#;
        let made = parsed(&passkey.create(options, "http://localhost"));
        let data = bytes(&made["response"]["authenticatorData"]);
        assert_eq!(data[32], flag::USER_PRESENT | flag::USER_VERIFIED | flag::ATTESTED);
        let key = &data[data.len() - 77..];
        let point = [&[4], &key[10..42], &key[45..]].concat();

        let used = parsed(&passkey.get(r#"{"challenge":"BAUG","rpId":"localhost"}"#, "http://localhost"));
        let response = &used["response"];
        let data = bytes(&response["authenticatorData"]);
        assert_eq!((data.len(), &data[33..], &response["userHandle"]), (37, &[0, 0, 0, 2][..], &json!("dXNlcg")));
        let signed = [data, digest(&SHA256, &bytes(&response["clientDataJSON"])).as_ref().to_vec()].concat();
        let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point);
        key.verify(&signed, &bytes(&response["signature"])).expect("the signature is right");
    }
}
