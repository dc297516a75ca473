//! Passkeys as the server sees them (WebAuthn level 3): what is asked, and whether the answer proves anything. The
//! ceremonies around it stand in [`crate::factors`] and [`crate::second_step`].

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use perfil_models::UserId;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use webauthn_rs::prelude::{
    AuthenticationResult, CreationChallengeResponse, DiscoverableAuthentication, Passkey, PasskeyAuthentication,
    PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, RequestChallengeResponse, Url, Uuid,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// What people see in their authenticator.
const NAME: &str = "Perfil";

/// This server as the party that passkeys are made for.
#[derive(Clone, Debug)]
pub struct Passkeys(Webauthn);

/// The answer of an authenticator proves nothing; the reason is for the log.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoProof {
    /// Not an answer at all.
    #[error("not a credential: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// Not an answer to this question, or not by this passkey.
    #[error("{0:?}")]
    Refused(webauthn_rs::prelude::WebauthnError),
    /// By a passkey that says it belongs to somebody else.
    #[error("another user's handle")]
    Foreign,
    /// By a passkey that has counted no further than it had: a copy, perhaps.
    #[error("its counter has not grown")]
    Copied,
}

impl From<webauthn_rs::prelude::WebauthnError> for NoProof {
    fn from(error: webauthn_rs::prelude::WebauthnError) -> Self {
        Self::Refused(error)
    }
}

/// What a browser is asked, and what the server must remember of it; both JSON.
pub(crate) struct Question {
    pub options: String,
    pub state: String,
}

/// A new passkey.
pub(crate) struct NewPasskey {
    /// Its id, base64url.
    pub credential_id: String,
    /// What the server keeps of it, JSON.
    pub stored: String,
}

impl Passkeys {
    /// For the pages at that origin. `None`: its host is a number, for which no passkey can be made.
    pub fn for_origin(origin: &str) -> Option<Self> {
        let url = Url::parse(origin).ok()?;
        let host = url.domain()?.to_owned();
        WebauthnBuilder::new(&host, &url).ok()?.rp_name(NAME).build().ok().map(Self)
    }

    /// Asks for a new passkey that can sign in alone; `known` are the person's passkeys as stored.
    pub(crate) fn ask_for_new(
        &self,
        user: &UserId,
        email: &str,
        display_name: &str,
        known: &[&str],
    ) -> Result<Question, NoProof> {
        let known = known.iter().map(|stored| read(stored)).collect::<Result<Vec<_>, _>>()?;
        let known = known.iter().map(|passkey| passkey.cred_id().clone()).collect();
        let (challenge, state) = self.0.start_passkey_registration(handle(user), email, display_name, Some(known))?;
        Ok(Question { options: creation_options(&challenge)?, state: serde_json::to_string(&state)? })
    }

    /// Reads a new passkey out of the answer.
    pub(crate) fn accept_new(&self, credential: &str, state: &str) -> Result<NewPasskey, NoProof> {
        let credential: RegisterPublicKeyCredential = serde_json::from_str(credential)?;
        let state: PasskeyRegistration = serde_json::from_str(state)?;
        let passkey = self.0.finish_passkey_registration(&credential, &state)?;
        let credential_id = URL_SAFE_NO_PAD.encode(passkey.cred_id());
        Ok(NewPasskey { credential_id, stored: serde_json::to_string(&passkey)? })
    }

    /// Asks for one of these passkeys, as stored.
    pub(crate) fn ask_for_one_of(&self, stored: &[&str]) -> Result<Question, NoProof> {
        let passkeys = stored.iter().map(|stored| read(stored)).collect::<Result<Vec<_>, _>>()?;
        let (challenge, state) = self.0.start_passkey_authentication(&passkeys)?;
        Ok(Question { options: request_options(&challenge)?, state: serde_json::to_string(&state)? })
    }

    /// Asks for whatever passkey the person has for this server.
    pub(crate) fn ask_for_any(&self) -> Result<Question, NoProof> {
        let (challenge, state) = self.0.start_discoverable_authentication()?;
        Ok(Question { options: request_options(&challenge)?, state: serde_json::to_string(&state)? })
    }

    /// The stored passkey after it has answered [`Passkeys::ask_for_one_of`].
    pub(crate) fn check_one_of(&self, answer: &Answer, state: &str, stored: &str) -> Result<String, NoProof> {
        let state: PasskeyAuthentication = serde_json::from_str(state)?;
        let result = self.0.finish_passkey_authentication(&answer.0, &state)?;
        updated(stored, &result)
    }

    /// The stored passkey of that person after it has answered [`Passkeys::ask_for_any`].
    pub(crate) fn check_any(
        &self,
        answer: &Answer,
        state: &str,
        user: &UserId,
        stored: &str,
    ) -> Result<String, NoProof> {
        let state: DiscoverableAuthentication = serde_json::from_str(state)?;
        let (claimed, _) = self.0.identify_discoverable_authentication(&answer.0)?;
        if claimed != handle(user) {
            return Err(NoProof::Foreign);
        }
        let passkey = read(stored)?;
        let result = self.0.finish_discoverable_authentication_v2(&answer.0, state, &passkey)?;
        updated(stored, &result)
    }
}

/// What an authenticator answered to a request for a passkey.
pub(crate) struct Answer(PublicKeyCredential);

impl Answer {
    pub fn parse(credential: &str) -> Result<Self, NoProof> {
        Ok(Self(serde_json::from_str(credential)?))
    }

    /// The id of the passkey that answered, base64url.
    pub fn credential_id(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.get_credential_id())
    }
}

fn read(stored: &str) -> Result<Passkey, NoProof> {
    Ok(serde_json::from_str(stored)?)
}

/// The passkey after it was used. Its counter is compared with the one that is stored now: the library compares with the
/// one of when it was asked. Passkeys that do not count stay at 0.
fn updated(stored: &str, result: &AuthenticationResult) -> Result<String, NoProof> {
    let Stored { cred: Counted { counter } } = serde_json::from_str(stored)?;
    if result.counter() <= counter && (counter, result.counter()) != (0, 0) {
        return Err(NoProof::Copied);
    }
    let mut passkey = read(stored)?;
    passkey.update_credential(result).ok_or(NoProof::Foreign)?;
    Ok(serde_json::to_string(&passkey)?)
}

/// What of a stored passkey the library keeps to itself.
#[derive(Deserialize)]
struct Stored {
    cred: Counted,
}

#[derive(Deserialize)]
struct Counted {
    counter: u32,
}

/// What authenticators know a person by: it tells nothing to whoever finds the authenticator.
fn handle(user: &UserId) -> Uuid {
    let digest = Sha256::digest([b"perfil user handle ", user.as_str().as_bytes()].concat());
    let (first, _) = digest.split_at(16);
    Uuid::from_slice(first).unwrap_or_default()
}

/// A passkey that signs in alone must be findable without a user's name, which the library does not ask for.
fn creation_options(challenge: &CreationChallengeResponse) -> Result<String, NoProof> {
    let mut options = serde_json::to_value(&challenge.public_key)?;
    options["authenticatorSelection"]["residentKey"] = Value::from("required");
    options["authenticatorSelection"]["requireResidentKey"] = Value::from(true);
    Ok(options.to_string())
}

fn request_options(challenge: &RequestChallengeResponse) -> Result<String, NoProof> {
    Ok(serde_json::to_string(&challenge.public_key)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_need_a_host_name() {
        assert!(Passkeys::for_origin("https://account.example.com").is_some());
        assert!(Passkeys::for_origin("http://localhost:8080").is_some());
        assert!(Passkeys::for_origin("http://127.0.0.1:8080").is_none());
        assert!(Passkeys::for_origin("http://[::1]:8080").is_none());
    }

    #[test]
    fn a_new_passkey_must_be_able_to_sign_in_alone() {
        let passkeys = Passkeys::for_origin("https://account.example.com").unwrap();
        let question = passkeys.ask_for_new(&UserId::new("01JDQZ"), "ada@example.com", "Ada", &[]).unwrap();
        let options: Value = serde_json::from_str(&question.options).unwrap();
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(options["rp"]["id"], "account.example.com");
    }
}
