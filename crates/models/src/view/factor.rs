//! *Two-step sign-in*: authenticator apps, passkeys and recovery codes.

use crate::{FactorId, Secret};
use serde::{Deserialize, Serialize};

/// The page as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactors {
    /// The apps and passkeys in use, the oldest first.
    pub factors: Vec<Factor>,
    /// An app that waits for its first code.
    pub pending: Option<AppToConfirm>,
    /// How many recovery codes are unused.
    pub recovery_codes_left: u32,
    /// Whether passkeys can be used at this server's address: it needs a host name.
    pub passkeys_possible: bool,
    /// What to suggest as the name of a passkey made here, for example `Chrome · Linux`; may be empty.
    pub device: String,
}

/// What kind of second factor it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactorKind {
    /// An authenticator app (TOTP, RFC 6238).
    App,
    /// A passkey (WebAuthn).
    Passkey,
}

impl FactorKind {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Passkey => "passkey",
        }
    }

    /// The kind of a word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::App, Self::Passkey].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A second factor in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Factor {
    /// Which.
    pub id: FactorId,
    /// What it is.
    pub kind: FactorKind,
    /// What its owner calls it.
    pub name: String,
    /// When it was added, in the reader's language and time zone.
    pub added: String,
    /// When somebody last signed in with it, likewise; `None`: never.
    pub last_used: Option<String>,
}

/// An authenticator app that waits for its first code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppToConfirm {
    /// Which.
    pub id: FactorId,
    /// What its owner calls it.
    pub name: String,
    /// The secret in base 32 (RFC 4648), in groups of four, to be typed into the app.
    pub secret: String,
    /// The same as an `otpauth:` address, which opens the app where it is installed on this device.
    pub address: String,
    /// The same as a picture.
    pub qr: QrCode,
    /// Seconds until it is given up.
    pub expires_in: u32,
}

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrCode {
    /// Modules per side, without a margin.
    pub size: u32,
    /// The dark modules as the `d` of an SVG path, one unit per module.
    pub path: String,
}

/// The second factors as they are after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorsChanged {
    /// What the page shows now.
    pub now: SecondFactors,
    /// New recovery codes, shown this once.
    pub recovery_codes: Option<Vec<String>>,
}

/// What a browser is asked to do with a passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyChallenge {
    /// The secret name under which the server remembers what it asked, for five minutes.
    pub ceremony: Secret,
    /// `PublicKeyCredentialCreationOptionsJSON` or `PublicKeyCredentialRequestOptionsJSON` (WebAuthn level 3).
    pub options: String,
}

/// How far a sign-in has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignedIn {
    /// All the way.
    Done,
    /// The password was right; the second step is next.
    SecondStep,
}

/// How the second step may be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondStep {
    /// By a code of an authenticator app.
    pub app: bool,
    /// By a passkey.
    pub passkey: bool,
    /// By a recovery code.
    pub recovery_code: bool,
}
