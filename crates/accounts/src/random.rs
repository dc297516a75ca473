//! Randomness as a parameter.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use perfil_models::SmsCode;
use rand::TryRng;

/// Gives unpredictable bytes.
pub trait Random: Send + Sync + 'static {
    /// Fills the buffer.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        rand::rngs::SysRng.try_fill_bytes(bytes).expect("the operating system gives random bytes");
    }
}

/// A new identifier, see [`perfil_models::id::compose`].
pub fn new_id(random: &dyn Random, now: i64) -> String {
    let mut bytes = [0; 10];
    random.fill(&mut bytes);
    perfil_models::id::compose(now, bytes)
}

/// A new token of 256 bits, in base64url.
pub fn new_token(random: &dyn Random) -> String {
    let mut bytes = [0; 32];
    random.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A new code, each of the million equally likely: draws that would favour the lower ones are thrown away.
pub fn new_code(random: &dyn Random) -> SmsCode {
    const FAIR: u32 = u32::MAX - u32::MAX % 1_000_000;
    loop {
        let mut bytes = [0; 4];
        random.fill(&mut bytes);
        let number = u32::from_le_bytes(bytes);
        if number < FAIR {
            return SmsCode::from_number(number % 1_000_000);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_six_digits_and_begin_with_every_digit() {
        let first: std::collections::BTreeSet<_> =
            (0..500).map(|_| new_code(&SystemRandom).reveal().as_bytes()[0]).collect();
        assert_eq!(first.len(), 10, "s45: leading zeros are as likely as any digit");
    }

    #[test]
    fn tokens_carry_256_bits() {
        let token = new_token(&SystemRandom);
        assert_eq!(URL_SAFE_NO_PAD.decode(&token).unwrap().len(), 32);
        assert_ne!(token, new_token(&SystemRandom));
    }
}
