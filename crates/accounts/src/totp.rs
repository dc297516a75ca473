//! Codes of authenticator apps (TOTP, RFC 6238): SHA-1, six digits, thirty seconds, as every app understands them.

use crate::random::Random;
use perfil_models::view::QrCode;
use qrcodegen::{QrCode as Modules, QrCodeEcc};
use totp_rs::{Builder, Secret, Totp};

/// Who the app says the code is for.
const ISSUER: &str = "Perfil";
/// Bytes of a secret: as many as the hash has (RFC 4226 §4).
const SECRET_BYTES: usize = 20;

/// An app's secret, and what follows from it.
pub(crate) struct App(Totp);

impl App {
    /// A new secret in base 32.
    pub fn new_secret(random: &dyn Random) -> String {
        let mut bytes = [0; SECRET_BYTES];
        random.fill(&mut bytes);
        Secret::from(bytes.to_vec()).to_base32()
    }

    /// The app of that secret, in base 32; `email` is what the app calls the account. `None`: not a secret.
    pub fn new(secret: &str, email: &str) -> Option<Self> {
        let secret = Secret::try_from_base32(secret).ok()?;
        // A colon parts the issuer from the account.
        let account = email.replace(':', "");
        Builder::new().with_secret(secret).with_account_name(account).with_issuer(Some(ISSUER)).build().ok().map(Self)
    }

    /// The time step of a code, if the app shows it at `now` (milliseconds), or does a step before or after.
    pub fn step_of(&self, code: &str, now: i64) -> Option<i64> {
        let seconds = u64::try_from(now / 1000).ok()?;
        self.0.check(code, seconds).and_then(|step| i64::try_from(step).ok())
    }

    /// The `otpauth:` address.
    pub fn address(&self) -> String {
        self.0.to_url().unwrap_or_default()
    }
}

/// The secret in groups of four, to be read and typed.
pub(crate) fn in_groups(secret: &str) -> String {
    let characters: Vec<char> = secret.chars().collect();
    characters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

/// A QR code of that text; empty for one that is too long for any.
pub(crate) fn qr_code(text: &str) -> QrCode {
    let Ok(modules) = Modules::encode_text(text, QrCodeEcc::Medium) else {
        return QrCode { size: 0, path: String::new() };
    };
    let size = modules.size();
    let path = (0..size).map(|y| row(&modules, y)).collect();
    QrCode { size: size.unsigned_abs(), path }
}

/// The dark runs of a row, each as a rectangle of height one.
fn row(modules: &Modules, y: i32) -> String {
    let mut path = String::new();
    let mut x = 0;
    while x < modules.size() {
        let end = (x..modules.size()).find(|at| !modules.get_module(*at, y)).unwrap_or(modules.size());
        if end > x {
            path.push_str(&format!("M{x} {y}h{}v1H{x}z", end - x));
        }
        x = end + 1;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B: the secret of its SHA-1 vectors, in base 32.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn app() -> App {
        App::new(SECRET, "ada@example.com").unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(app().step_of(code, seconds * 1000), Some(seconds / 30), "{seconds}");
        }
    }

    #[test]
    fn a_code_is_good_one_step_early_or_late() {
        let at = |seconds: i64| app().step_of("287082", seconds * 1000);
        assert_eq!([at(29), at(30), at(89), at(90)], [Some(1), Some(1), Some(1), None]);
        assert_eq!(at(-31), None);
        assert_eq!(app().step_of("28708", 59_000), None);
    }

    #[test]
    fn the_address_names_issuer_and_account() {
        let address = app().address();
        assert!(address.starts_with("otpauth://totp/Perfil:ada%40example.com?"), "{address}");
        assert!(address.contains(&format!("secret={SECRET}")) && address.contains("issuer=Perfil"), "{address}");
    }

    #[test]
    fn a_secret_is_read_in_groups() {
        assert_eq!(in_groups("GEZDGNBVGY"), "GEZD GNBV GY");
    }

    #[test]
    fn a_qr_code_has_its_three_finders() {
        let code = qr_code(&app().address());
        let finders = [format!("M{} 0h7v1H{0}z", code.size - 7), format!("M0 {}h7v1H0z", code.size - 7)];
        assert!(code.path.starts_with("M0 0h7v1H0z"), "{}", code.path);
        assert!(finders.iter().all(|finder| code.path.contains(finder)), "{}", code.path);
    }
}
